#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test program that needs a display on a desktop of its own: on-desktop.py PROGRAM"""
import os
import subprocess
import sys

from desktop import Desktop

with Desktop():
    STATUS = subprocess.call(sys.argv[1:], env={**os.environ, "GTK_A11Y": "test"})
sys.exit(STATUS)
