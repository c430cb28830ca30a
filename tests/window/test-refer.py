#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs a decision first: a blood thinner. The prescriber answers, a go-ahead is recorded, and it leads on to a consent."""
import re

from desktop import Desktop
from records import check_record
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("the finding asks for a decision")
    consultation.begin()
    consultation.people(medicines=["apixaban"])
    consultation.next()
    consultation.plan()
    consultation.next()
    consultation.screening({"blood-thinner": {"anticoagulant": {"name": "apixaban"}}})
    program.find("push button", re.compile("^Outcome: Decision needed"))
    consultation.next()
    program.picture("decision-open")

    tap.step("the next step asks for the decision first and brings it to the front")
    consultation.next()
    consultation.is_on("What was found, and what was decided")

    tap.step("a go-ahead with name, role and reason lets it go on")
    consultation.decide("anticoagulant", "Go ahead", reason="The prescriber agrees; pressure is held for longer.",
                        outside="Sample Prescriber")
    program.find("push button", re.compile("^Outcome: Can go ahead"))
    program.picture("decision-made")
    consultation.next()

    tap.step("it goes on to a consent")
    consultation.disclosure()
    consultation.next()
    consultation.understanding()
    consultation.next()
    consultation.press("How this consultation ends", "The patient agrees")
    consultation.confirm("I do not want a copy")
    consultation.sign_typed(PATIENT)
    consultation.sign_typed("Sample Practitioner")
    path, record = consultation.sign_off()
    check_record(path, record, kind="consent", outcome="proceed")
    decided = {one["finding"]: one for one in record["record"]["consultation"]["decisions"]}
    assert decided["anticoagulant"]["decision"] == "go-ahead", decided
    assert decided["anticoagulant"]["outside"]["who"] == "Sample Prescriber", decided
    assert any(one["what"] == "decided" for one in record["record"]["log"])
