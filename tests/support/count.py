#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in a test log of meson and prints "PASSED FAILED [NAME...]": the names are of programs that passed, but not at
their first try (tests/window/twice.py).

--cases counts every case of a program that speaks TAP, --programs counts each program once. A program that ends badly counts
as a failure even if all of its cases passed, and so does a log that is not there.
"""

import json
import re
import sys

GOOD = ("OK", "EXPECTEDFAIL")
CASE = re.compile(r"(not )?ok\b(?P<rest>.*)")
SKIPPED = re.compile(r"#\s*skip", re.IGNORECASE)
FIRST_TRY = re.compile(r"^# first try: ", re.MULTILINE)


def cases_of(entry):
    """Passed, failed and skipped cases of one program."""
    passed = failed = skipped = 0
    for line in entry.get("stdout", "").splitlines():
        case = CASE.match(line)
        if case is None:
            continue
        if case[1]:
            failed += 1
        elif SKIPPED.search(case["rest"]):
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def results_of(entry, each_case):
    if entry["result"] == "SKIP":
        return 0, 0, 1
    good = entry["result"] in GOOD
    passed, failed, skipped = cases_of(entry) if each_case else (0, 0, 0)
    if passed + failed + skipped == 0:
        return int(good), int(not good), 0
    return passed, failed if good or failed else 1, skipped


def was_tried_again(entry):
    return entry["result"] in GOOD and FIRST_TRY.search(entry.get("stdout", "")) is not None


def main():
    option, path = sys.argv[1:]
    passed = failed = skipped = 0
    try:
        with open(path, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError) as problem:
        print(f"There is no readable test log: {problem}", file=sys.stderr)
        entries = [{"result": "ERROR", "name": path}]
    for entry in entries:
        results = results_of(entry, option == "--cases")
        passed, failed, skipped = passed + results[0], failed + results[1], skipped + results[2]
        if results[1]:
            print(f"FAILED: {entry['name']}", file=sys.stderr)
    again = [entry["name"].rpartition(" / ")[2] for entry in entries if was_tried_again(entry)]
    for name in again:
        print(f"FAILED AT FIRST: {name}", file=sys.stderr)
    if not entries:
        failed = 1
        print("No test ran.", file=sys.stderr)
    if skipped:
        print(f"{skipped} skipped", file=sys.stderr)
    print(passed, failed, *again)


main()
