#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts at the end of tests/run are right, and a test that failed at first is named, though it passed then.

Usage: test-count.py FOLDER-OF-THE-WINDOW-TESTS
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE, WINDOW = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])
# Fails as often as its argument says, and counts in a file how often it ran.
PROGRAM = """import pathlib, sys
ran = pathlib.Path(sys.argv[1])
ran.write_text(ran.read_text() + "x" if ran.exists() else "x")
good = len(ran.read_text()) > int(sys.argv[2])
print("ok 1 - it" if good else "not ok 1 - it", "1..1", sep=chr(10))
sys.exit(not good)
"""


def run(*command):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)


def twice(folder, failures):
    """What meson notes of a window test that fails so often."""
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    done = run(WINDOW / "twice.py", folder / "program.py", folder / f"ran-{failures}", failures)
    return {"name": f"needlepoint:window / fails-{failures}", "result": "FAIL" if done.returncode else "OK", "stdout": done.stdout}


def count(folder, option, *entries):
    log = folder / "log.json"
    log.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return run(HERE / "count.py", option, log).stdout.strip()


def entry(result, stdout=""):
    return {"name": "one", "result": result, "stdout": stdout}


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    CASES = [
        ("cases are counted one by one", ["--cases", entry("OK", "ok 1 - a\nok 2 - b # SKIP no\nok 3 - c\n1..3\n")], "2 0"),
        ("a program that ends badly failed, whatever it said", ["--cases", entry("FAIL", "ok 1 - a\n")], "1 1"),
        ("programs are counted whole", ["--programs", entry("OK", "ok 1 - a\nok 2 - b\n"), entry("TIMEOUT")], "1 1"),
        ("nothing that ran is a failure", ["--cases"], "0 1"),
        ("what passes at once is not named", ["--cases", twice(folder, 0)], "1 0"),
        ("what passes the second time is named", ["--cases", twice(folder, 1)], "1 0 fails-1"),
        ("what fails twice failed", ["--cases", twice(folder, 2)], "0 1"),
    ]
    print(f"1..{len(CASES)}")
    for number, (what, arguments, wanted) in enumerate(CASES, 1):
        got = count(folder, *arguments)
        print(f"{'' if got == wanted else 'not '}ok {number} - {what}" + ("" if got == wanted else f": {got}"))
