#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame around the pages, worked by keys: the folded list of steps on a small screen with large text, the shortcuts, and what
happens to a consultation that is left in the middle of a word."""
import re

from desktop import Desktop
from samples import put_draft
from tap import Tap

STEP = re.compile("^(People|Plan|Screening|Decisions|Disclosure|Understanding|Signing|Saved): ")
TABS = 12


def tab_names(program):
    """Where Tab leads from here."""
    names = []
    for _ in range(TABS):
        program.key("Tab")
        focus = program.wait(program.focused, "something to have the focus")
        names.append((focus.role, focus.name))
    return names


def folded(tap):
    tap.step("the folded list of steps is neither read out nor in the chain of Tab")
    with Desktop(screen=(900, 640), text_scale=2) as desktop:
        from consultation import Consultation
        from program import Program

        put_draft(desktop, "acne-scars-pen")
        program = Program(desktop)
        Consultation(program).resume()
        program.wait(lambda: not program.has("list item", STEP), "the list of steps to be folded away")
        button = program.find("push button", "Show the Steps")
        assert "pressed" not in button.states, button.states
        reached = tab_names(program)
        assert not [one for one in reached if STEP.match(one[1])], reached

        tap.step("the button opens it at the step in front")
        button.act()
        program.wait(lambda: (program.focused() or button).name.startswith("Signing: "), "the step in front to have the focus")

        tap.step("Escape folds it away, and the focus is back on the button")
        program.key("Escape")
        program.wait(lambda: not program.has("list item", STEP), "the list of steps to be folded away")
        program.wait(lambda: "focused" in button.live_states(), "the button to have the focus")

        tap.step("a step that is chosen by keys folds it away, and is in front")
        program.key("space")
        program.wait(lambda: (program.focused() or button).name.startswith("Signing: "), "the step in front to have the focus")
        program.key("Up", "Up", "Return")
        program.find("panel", "Disclosure")
        program.wait(lambda: not program.has("list item", STEP), "the list of steps to be folded away")


def keys(tap):
    tap.step("F10 opens the menu, F1 and Ctrl+? the list of keys")
    with Desktop() as desktop:
        from consultation import Consultation
        from program import Program

        draft = put_draft(desktop, "acne-scars-pen")
        program = Program(desktop)
        consultation = Consultation(program)
        program.find("label", "SP")
        program.key("F10")
        program.find("menu item", "Keyboard Shortcuts")
        program.key("Escape")
        program.wait(lambda: not program.has("menu item"), "the menu to be closed")
        for key in ("F1", "ctrl+question"):
            program.key(key)
            program.find("label", "Next step")
            program.key("Escape")
            program.wait(lambda: not program.has("label", "Next step"), "the list of keys to be closed")

        tap.step("the title of the window holds no name, and a new consultation none of the one before")
        consultation.resume()
        program.says("Sample Patient")
        assert set(program.titles()) <= {"Needlepoint", "needlepoint"}, program.titles()
        program.key("ctrl+n")
        program.wait(lambda: program.has("text", "Full name"), "the new consultation")
        assert not any("Sample Patient" in node.name for node in program.tree())
        consultation.leave()

        tap.step("Ctrl+W in the middle of a word closes the window, and loses nothing")
        consultation.resume()
        program.point_at(program.find("list item", re.compile("^People: ")))
        entry = program.find("text", "Record number (optional)")
        program.point_at(entry)
        program.key("End")
        program.type("99")
        program.wait(lambda: entry.text() == "SAMPLE-0000199", "what was typed")
        program.key("ctrl+w")
        assert program.process.wait(30) == 0
        kept = next(one for one in consultation.drafts() if one["id"] == draft["id"])
        assert kept["patient"]["record_number"] == "SAMPLE-0000199", kept["patient"]
        assert kept["answers"] == draft["answers"]


with Tap() as the_tap:
    folded(the_tap)
    keys(the_tap)
