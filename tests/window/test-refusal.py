#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The patient says no, and that is respected: early, from the menu, with everything that was said so far in the record."""
import re
import time

from desktop import Desktop
from records import check_record
from tap import Tap

ENDS = "This Change Ends What Followed From It"

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("the talk is ended from the menu before the questions are through")
    consultation.begin()
    consultation.people()
    consultation.next()
    consultation.plan()
    consultation.next()
    consultation.is_on("Questions about you and your skin")
    program.menu("Menu of the Consultation", re.compile("End the Consultation"))
    consultation.is_on("Your decision")

    tap.step("a refusal asks for the reason and no more")
    consultation.press("How this consultation ends", "The patient says no")
    program.click("push button", "No Reason Given")
    program.wait(lambda: program.find("text", "Reason").text() == "The patient gave no reason.", "the reason that there is none")
    program.find("push button", "Outcome: The patient says no")
    program.says("No treatment: the patient says no.")
    consultation.end("The patient would rather live with the scars.")
    consultation.confirm("I do not want a copy")
    consultation.sign_typed(PATIENT)
    consultation.sign_typed("Sample Practitioner")

    for key, nothing in (("alt+Page_Down", "nothing is signed off"), ("ctrl+w", "the window does not close")):
        tap.step(f"another reason ends the signatures: {nothing} before that is answered")
        program.point_at(program.find("text", "Reason"))
        program.key("ctrl+End")
        program.type(" Perhaps later.")
        program.key(key)
        program.find("dialog", ENDS)
        time.sleep(1)   # the record would be there by then
        assert not list(desktop.archive.glob("*/*/*.json"))
        program.click("push button", "Keep as It Was", ENDS)
        program.wait(lambda: not program.has("dialog"), "the question to be answered")
    path, record = consultation.sign_off()

    tap.step("the refusal is saved and said to be right")
    program.find("heading", "The refusal is saved")
    program.find("push button", "Outcome: The patient says no")
    program.picture("refusal-saved")
    check_record(path, record, kind="refusal", outcome="incomplete")
    assert record["record"]["ending"]["reason"] == "The patient would rather live with the scars.", record["record"]["ending"]
    assert "keloid" not in record["record"]["consultation"].get("answers", {}), "an unasked question was answered"

    tap.step("another consultation begins without a trace of this one")
    program.click("push button", "New Consultation")
    program.find("text", "Full name")
    program.wait(lambda: not any(PATIENT in node.name for node in program.tree()), "the other name to be gone")
