# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the keyboard of a running program, who has no pointer and looks where the focus is."""
import re
import time

# As long as a key may take to move the focus; one that moves nothing is noticed after that.
MOVED_S = 1.0


class Keyboard:
    """The keys of a person at `program`."""

    def __init__(self, program):
        self.program = program

    def focused(self):
        return self.program.wait(self.program.focused, "the focus")

    def move(self, key="Tab"):
        """Presses a key that moves the focus, and gives where it is then."""
        before = self.focused()
        self.program.key(key)
        end = time.monotonic() + MOVED_S
        while (node := self.program.focused()) is None or node.path == before.path:
            if time.monotonic() > end:
                break
            time.sleep(0.02)
        return self.focused()

    def go_to(self, role, name, inside=None, limit=70, key="Tab"):
        """Goes on with Tab until the focus is there."""
        node, passed = self.focused(), []
        for _ in range(limit):
            if is_at(node, role, name, inside):
                return node
            passed.append(node)
            node = self.move(key)
        raise AssertionError(f"{key} does not come to {role} {name!r} in {inside!r}, but to {passed}")

    def write(self, name, text, inside=None):
        self.go_to("text", name, inside)
        self.program.type(text)

    def tick(self, name):
        node = self.go_to("check box", name)
        self.program.key("space")
        self.program.wait(lambda: "checked" in node.live_states(), f"{node} to be ticked")

    def press(self, role, name):
        self.go_to(role, name)
        self.program.key("Return")

    def choose(self, group, key, words):
        """The letter that stands for an answer, on the buttons of a choice."""
        self.go_to("radio button", None, group)
        self.program.key(key)
        node = self.program.find("radio button", words, group)
        self.program.wait(lambda: "checked" in node.live_states(), f"{node} to be chosen")

    def pick(self, combo, words, options):
        """Opens a list with Space and goes to the words with the arrows; `options` gives what it offers."""
        self.go_to("combo box", combo)
        self.program.key("space")
        self.program.take_row(options, words)


def is_at(node, role, name, inside):
    if node.role != role or (inside and not any(up.name == inside for up in node.ancestors())):
        return False
    return name is None or (bool(name.search(node.name)) if isinstance(name, re.Pattern) else node.name == name)
