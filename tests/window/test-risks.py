#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The talk about the risks: it begins at the top of its page, a key for each risk goes through all of them, each seen whole before it
counts, and the pointer leaves the page where it is."""
import re

from desktop import Desktop
from tap import Tap

with Tap() as tap, Desktop(keys_repeat=True) as desktop:
    from consultation import GONE_THROUGH, TOLD, Consultation, place_of
    from desktop import run
    from program import Program
    from samples import NOT_YET, TALK, put_draft

    def acknowledged():
        return (consultation.draft() or {}).get("disclosure", {}).get("acknowledged", {})

    def wait_for_acknowledged(count):
        program.wait(lambda: len(acknowledged()) == count, f"{count} risks in the draft")

    tap.step("a draft that comes to the talk opens at the top of the page, with the focus on its heading")
    put_draft(desktop, "acne-scars-pen", without=NOT_YET + TALK)
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.resume()
    heading = consultation.is_on("What you should know")
    program.wait(lambda: "focused" in heading.live_states(), "the heading to have the focus")
    program.wait(lambda: program.is_in_view(heading), "the heading to be in view")
    program.picture("risks-top")
    program.key("Page_Down")
    program.wait(lambda: not program.is_in_view(heading), "Page Down to read on")
    program.key("Page_Up")
    program.wait(lambda: program.is_in_view(heading), "Page Up to go back")

    tap.step("the serious ones are named before the first of them")
    program.says(re.compile("^Serious ones on this list: "))

    tap.step("a risk that is ticked before all of it was in view is named, and comes into view")
    checks = program.tree().find_all("check box", GONE_THROUGH)
    assert len(checks) > 10, checks
    late = checks[7]
    program.turn_wheel(heading, 400)
    program.wait(lambda: late.extents()[1] < 0, "the end of the page")
    program.point_at(late)   # from below: only its lower end comes into view
    hint = program.says(re.compile("^Read “.+” to its end, then press once more"))
    assert late.name.removeprefix("Gone through: ") in hint.name, (late, hint)
    assert "checked" not in late.live_states() and not acknowledged()
    program.wait(lambda: program.is_in_view(place_of(late)), "all of it to be in view")
    program.picture("risks-refused")

    tap.step("pressed once more it counts, the hint goes and the page stays where it is")
    before = late.extents()
    program.point_at(late)
    wait_for_acknowledged(1)
    program.wait(lambda: not program.tree().find("notification", hint.name) and not program.tree().find("alert", hint.name),
                 "the hint to go")
    assert late.extents() == before, (before, late.extents())

    tap.step("the next step asks for the first open one, and shows it")
    consultation.next()
    program.wait(lambda: "focused" in checks[0].live_states() and program.is_in_view(place_of(checks[0])),
                 "the first risk to be in view with the focus")

    tap.step("a key held down ticks one, not all")
    run("xdotool", "keydown", "space", "sleep", "1.2", "keyup", "space")
    wait_for_acknowledged(2)
    program.wait(lambda: "focused" in checks[1].live_states(), "the focus to go on")
    assert len(acknowledged()) == 2, acknowledged()

    tap.step("one press for each goes through the others, each in view as a whole")
    gone = consultation.go_through(checks)
    assert gone == [check.name for check in checks[1:] if check is not late], gone
    wait_for_acknowledged(len(checks))

    tap.step("behind the last one it goes on with what is open below")
    told = program.tree().find_all("check box", TOLD)
    program.wait(lambda: "focused" in told[0].live_states() and program.is_in_view(place_of(told[0])),
                 "the first thing to tell to be in view with the focus")

    tap.step("each was shown before it was acknowledged")
    seen = set()
    for one in consultation.draft()["log"]:
        if one["what"] == "shown":
            seen.add(one["of"])
        assert one["what"] != "acknowledged" or one["of"] in seen, one
    assert set(acknowledged()) <= seen

    tap.step("the window closes without a word")
    assert program.stop() == 0
