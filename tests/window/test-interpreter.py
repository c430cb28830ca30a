#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""With an interpreter who signs too, and a day before the time to think is over, which the practitioner has to give a reason for."""
import re

from desktop import Desktop
from records import check_record, sheet_text
from tap import Tap

PATIENT = "Sample Patient Six"
INTERPRETER = "Sample Interpreter"
REASON = "The patient travels far and read the sheet a month ago."
EARLY = "Treatment before the time to think is over"

with Tap() as tap, Desktop() as desktop:
    from consultation import Consultation
    from days import day
    from program import Program
    from samples import put_draft
    from signed import CONSENT, PRACTITIONER, agree

    put_draft(desktop, "interpreter-stretch-marks")
    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("a planned day before the time to think is over asks for a reason")
    consultation.resume("SPS")
    program.click("list item", re.compile("^Understanding"))
    assert not program.has("heading", EARLY) and not program.has("label", "Changed by the clinic.")
    consultation.date("Planned day of treatment", day(1))
    program.find("heading", EARLY)
    consultation.next()
    program.says("The time to think is not over on the planned day.")
    program.picture("early-day")

    tap.step("without one there is nothing to sign")
    program.click("list item", re.compile("^Signing"))
    program.says("The time to think is not over on the planned day.")
    assert not program.has("radio button", CONSENT)

    tap.step("the reason is recorded with name and role")
    program.click("push button", "Record Decision")
    program.says("Enter the reason.")
    program.write("Reason", REASON)
    assert program.find("text", "Who decides").text() == PRACTITIONER
    program.click("push button", "Record Decision")
    program.says(f"Recorded: {PRACTITIONER}")
    program.picture("early-day-reason")

    tap.step("patient, interpreter and practitioner sign, each a statement of their own")
    consultation.next()
    agree(consultation)
    program.says("I am not family or a friend of the patient")
    consultation.sign_typed(PATIENT)
    program.says("Signs last, when everyone else has signed.")
    consultation.sign_drawn(INTERPRETER)
    program.picture("interpreter-signed")
    consultation.sign_typed(PRACTITIONER)
    path, record = consultation.sign_off()
    check_record(path, record, kind="consent", outcome="proceed")
    body = record["record"]
    assert body["required_signatures"] == ["patient", "interpreter", "practitioner"], body["required_signatures"]
    signed = {one["role"]: one for one in body["signatures"]}
    assert (signed["interpreter"]["name"], signed["interpreter"]["method"]) == (INTERPRETER, "drawn")

    tap.step("record and sheet say that the day was early, and why")
    assert body["consultation"]["early"]["reason"] == REASON and not body["cooling_off"]["kept"], body["cooling_off"]
    text = sheet_text(path)
    for words in (REASON, INTERPRETER, "Sample agency, no. 77"):
        assert words in text, words
