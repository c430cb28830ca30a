#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program, and once more when it failed: a desktop on a busy machine loses a click now and then, a defect fails twice.
What went wrong the first time stands in the log, so that a test that often needs its second chance is seen."""
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
