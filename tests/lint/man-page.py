#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A manual page that the formatter has nothing to complain of, with the sections that people look for.

Usage: man-page.py GROFF PAGE
"""
import pathlib
import re
import subprocess
import sys

SECTIONS = ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO")


def main():
    groff, page = sys.argv[1:]
    done = subprocess.run([groff, "-man", "-Tascii", "-ww", "-z", page], capture_output=True, text=True, check=False)
    text = pathlib.Path(page).read_text(encoding="utf-8")
    missing = [name for name in SECTIONS if re.search(rf'^\.SH "?{name}"?$', text, re.MULTILINE) is None]
    print(done.stderr + "".join(f"{page}: there is no section {name}\n" for name in missing), end="")
    return 1 if done.stderr or missing or done.returncode else 0


sys.exit(main())
