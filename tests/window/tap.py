# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in TAP how each step of a test went. The first step that fails ends the test: what follows builds on it."""
import sys
import traceback


class Tap:
    """Used with `with`; `step()` names what comes next, until the next one."""

    def __init__(self):
        self.count = 0
        self.current = None

    def __enter__(self):
        return self

    def step(self, name):
        self._done()
        self.current = name

    def skip(self, name, reason):
        self._done()
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}", flush=True)

    def note(self, text):
        for line in str(text).splitlines():
            print(f"# {line}", flush=True)

    def _done(self):
        if self.current:
            self.count += 1
            print(f"ok {self.count} - {self.current}", flush=True)
        self.current = None

    def __exit__(self, kind, problem, trace):
        if problem is not None:
            self.note("".join(traceback.format_exception(kind, problem, trace)))
            self.count += 1
            print(f"not ok {self.count} - {self.current or 'before the first step'}")
            print(f"1..{self.count}", flush=True)
            sys.exit(1)
        self._done()
        print(f"1..{self.count}", flush=True)
        return False
