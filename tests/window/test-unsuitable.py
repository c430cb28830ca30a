#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who must not be treated: keloid scars. No decision changes it, and it ends as not suitable."""
import re

from desktop import Desktop
from records import check_record
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("one answer rules the treatment out, at once and in words")
    consultation.begin()
    consultation.people()
    consultation.next()
    consultation.plan()
    consultation.next()
    consultation.screening({"keloid": {"beyond-wound": {}}})
    program.find("push button", re.compile("^Outcome: Do not treat"))
    program.picture("unsuitable")

    tap.step("no decision is offered")
    consultation.next()
    consultation.is_on("What was found, and what was decided")
    program.says("No decision changes this")
    assert not program.has("push button", "Record the Decision")
    for step in ("Disclosure", "Understanding"):
        program.find("list item", f"{step}: Not needed")
    program.find("push button", "Next: Signing")
    program.picture("unsuitable-decisions")

    tap.step("it ends as not suitable, signed by the practitioner")
    program.click("list item", re.compile("^Signing"))
    consultation.is_on("Your decision")
    assert not program.has("radio button", "The patient agrees")
    consultation.press("How this consultation ends", "Not suitable")
    consultation.end("Keloid scars: needling can start new ones.")
    consultation.confirm_identity()
    consultation.press("How would you like to have your copy?", "On paper, now")
    consultation.decline(PATIENT)
    consultation.sign_typed("Sample Practitioner")
    path, record = consultation.sign_off()
    check_record(path, record, kind="not-suitable", outcome="do-not-proceed")
    declined = next(one for one in record["record"]["signatures"] if one["role"] == "patient")
    assert declined["method"] == "declined", declined
