#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page as it looks, kept as a picture: light, dark, high contrast, and with text twice as large on a screen of
900x640. Everything that can be focused has a name, and nothing is wider than the window."""
import re
import sys

from desktop import Desktop
from tap import Tap

LOOKS = {
    "light": ({}, {}),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, {}),
    "contrast": ({"ADW_DEBUG_HIGH_CONTRAST": "1"}, {}),
    "large": ({}, {"screen": (900, 640), "text_scale": 2}),
}
STEPS = ("People", "Plan", "Screening", "Decisions", "Disclosure", "Understanding", "Signing")

look = sys.argv[1]
environment, screen = LOOKS[look]


def unnamed(program):
    """What can be focused and worked, and is read to a blind person as nothing or as the name of a class."""
    return [node for node in program.tree()
            if "focusable" in node.states and not node.is_named and node.role not in ("scroll pane", "list", "panel")
            and not node.is_in("combo box")]


def too_wide(program):
    """What sticks out of the window to either side."""
    found = []
    for window in program.tree().windows:
        _, _, width, _ = window.extents()
        for node in window.walk():
            if "focusable" in node.states or node.role in ("label", "heading"):
                x, _, own, height = node.extents()
                if own > 0 and height > 0 and (x < -1 or x + own > width + 1) and not node.is_in("popup menu"):
                    found.append((node, x, own, width))
    return found


def check(program, page):
    program.picture(f"{look}-{page}")
    nameless = unnamed(program)
    assert not nameless, [(node, [up.name for up in node.ancestors() if up.is_named][:2]) for node in nameless]
    wide = too_wide(program)
    assert not wide, wide
    for window in program.tree().windows:
        _, _, width, height = window.extents()
        assert width <= desktop.screen[0] and height <= desktop.screen[1], (window, width, height)


with Tap() as tap, Desktop(environment=environment, **screen) as desktop:
    from consultation import Consultation
    from program import Program
    from samples import put_draft

    put_draft(desktop, "acne-scars-pen")
    program = Program(desktop)
    consultation = Consultation(program)

    tap.step(f"{look}: start")
    program.find("label", "SP")
    check(program, "start")
    tap.step(f"{look}: clinic")
    program.point_at(program.find("list", "This Clinic").children[0])
    program.find("text", "Name of the clinic")
    check(program, "clinic")
    program.click("push button", "Cancel")
    consultation.resume()

    for number, step in enumerate(STEPS, 1):
        tap.step(f"{look}: {step}")
        if not program.has("list item", re.compile(f"^{step}: ")):
            program.click("toggle button", "Show the Steps")
        program.point_at(program.find("list item", re.compile(f"^{step}: ")))
        program.find("panel", step)
        check(program, f"{number}-{step.lower()}")
        if step == "Signing":
            consultation.press("How this consultation ends", "The patient agrees")
            program.find("heading", "Signatures")
            check(program, "8-signatures")
    assert program.errors() == "", program.errors()
