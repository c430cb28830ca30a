#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Needlepoint's start costs, beside that of a bare libadwaita window.

Usage: bench-start-up.py NEEDLEPOINT HELLO FIRST-FRAME-LIBRARY [RUNS]

Processor time rather than time on the clock: other programs change it less, though on a busy machine still by a third. So
the spread is printed too, and beside it the ratio of the instructions, which is the same each time and on each machine,
where valgrind is there to count them. The exit status says only whether everything ran.
"""
import os
import pathlib
import re
import shutil
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
# Answers before which the rest of the page is made, and those that are measured.
BEFORE, ANSWERS = 4, 10


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


def instructions(command, library):
    """As many as the program executes until that frame, in millions."""
    counted = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", command], check=True,
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20 * PATIENCE,
                             env={**os.environ, "LD_PRELOAD": library})
    return int(re.search(r"Collected *: *(\d+)", counted.stderr).group(1)) / 1e6


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
    if shutil.which("valgrind"):
        ours, theirs = instructions(needlepoint, library), instructions(hello, library)
        print(f"  In instructions: {ours:.0f} million / {theirs:.0f} million = {ours / theirs:.2f}")


def first_questions(needlepoint, library, runs, desktop):
    draft = put_draft(desktop, "acne-scars-pen", AFTER_PLAN)
    path = desktop.drafts / f"{draft['id']}.json"
    unanswered = path.read_bytes()

    def once(presses):
        path.write_bytes(unanswered)  # a slow run is kept as a draft, and the next one would go on from there
        return milliseconds(needlepoint, library, FIRST_FRAME_OF="NpScreeningPage", FIRST_FRAME_DRAFT=str(path), **presses)

    page, few, many = alternate(runs, *(lambda presses=presses: once(presses) for presses in (
        {}, {"FIRST_FRAME_PRESSES": str(BEFORE)}, {"FIRST_FRAME_PRESSES": str(BEFORE + ANSWERS)})))
    print("The same, execution to first painted frame of the screening page: start page, catalogue, then a draft opened "
          f"that has come so far; {runs} runs after a warm-up")
    say("  Needlepoint, screening page", page)
    say("  One answer, from the press to its painted frame", [(b - a) / ANSWERS for a, b in zip(few, many)])


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
