#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program, and once more when it failed: a desktop on a busy machine loses a click now and then. What went wrong the first
time stands in the log, and tests/run names the test at its end: what fails now and then is a defect until it was looked at."""
import subprocess
import sys

command = [sys.executable, *sys.argv[1:]]
first = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
if first.returncode == 0:
    print(first.stdout, end="")
    sys.exit(0)
for line in first.stdout.splitlines():
    print(f"# first try: {line}")
sys.stdout.flush()
sys.exit(subprocess.run(command, check=False).returncode)
