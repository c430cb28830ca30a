#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Needlepoint's start costs, beside that of a bare libadwaita window.

Usage: bench-start-up.py NEEDLEPOINT HELLO FIRST-FRAME-LIBRARY [RUNS]

Processor time rather than time on the clock: other programs change it less, though on a busy machine still by a third. So
the spread is printed too, and the exit status says only whether everything ran.
"""
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "window"))

from desktop import Desktop  # pylint: disable=wrong-import-position
from samples import NOT_YET, put_draft  # pylint: disable=wrong-import-position

RUNS = 9
TARGET = 1.3
PATIENCE = 20
# A draft that has come as far as the questions: none is answered yet.
AFTER_PLAN = (*NOT_YET, "answers", "disclosure", "understanding")


def milliseconds(command, library, **more):
    """User and system time of a process from its execution to the frame at which the library ends it."""
    environment = {**os.environ, "LD_PRELOAD": library, **more}
    process = subprocess.Popen([command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)
    patience = threading.Timer(PATIENCE, os.kill, (process.pid, signal.SIGKILL))
    patience.start()
    _, status, used = os.wait4(process.pid, 0)
    patience.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode} before its frame was painted")
    return (used.ru_utime + used.ru_stime) * 1000


def alternate(runs, *measures):
    """Each measure in turn, again and again, so that a change of the machine's pace meets all; the first round warms up."""
    rounds = [[measure() for measure in measures] for _ in range(runs + 1)]
    return list(zip(*rounds[1:]))


def say(what, values):
    print(f"{what}: median {statistics.median(values):.1f} ms, {min(values):.1f} to {max(values):.1f}")


def first_frames(needlepoint, hello, library, runs):
    ours, theirs = alternate(runs, lambda: milliseconds(needlepoint, library), lambda: milliseconds(hello, library))
    print(f"User and system time of the whole process, execution to first painted frame; {runs} pairs after a warm-up")
    say("  Needlepoint, start page", ours)
    say("  hello-adw", theirs)
    ratios = [a / b for a, b in zip(ours, theirs)]
    ratio = statistics.median(ratios)
    print(f"  Needlepoint / hello-adw: median of the pairs {ratio:.2f}, {min(ratios):.2f} to {max(ratios):.2f}; "
          f"{'within' if ratio <= TARGET else 'above'} the target of {TARGET}")


def first_questions(needlepoint, library, runs, desktop):
    draft = put_draft(desktop, "acne-scars-pen", AFTER_PLAN)
    path = str(desktop.drafts / f"{draft['id']}.json")
    until = {"FIRST_FRAME_OF": "NpScreeningPage", "FIRST_FRAME_DRAFT": path}
    page, = alternate(runs, lambda: milliseconds(needlepoint, library, **until))
    print("The same, execution to first painted frame of the screening page: start page, catalogue, then a draft opened "
          f"that has come so far; {runs} runs after a warm-up")
    say("  Needlepoint, screening page", page)


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    needlepoint, hello, library = (str(pathlib.Path(one).resolve()) for one in sys.argv[1:4])
    runs = int(sys.argv[4]) if len(sys.argv) == 5 else RUNS
    with Desktop() as desktop:
        first_frames(needlepoint, hello, library, runs)
        first_questions(needlepoint, library, runs, desktop)


if __name__ == "__main__":
    main()
