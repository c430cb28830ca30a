#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A patient of 16: a parent decides and signs, the young person agrees in their own name, the practitioner decides on the age."""
import re

from desktop import Desktop
from records import check_record
from tap import Tap

PARENT = "Sample Parent"

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import PATIENT, Consultation
    from days import day
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("the age asks for a parent")
    consultation.begin()
    consultation.people(age=16)
    program.write("Name of the parent or guardian", PARENT)
    consultation.choose("Relationship to the patient", catalog.words("relationships", "mother"))
    program.write("Document seen that shows the right to decide", "Birth certificate")
    program.point_at(program.tree().find_all("check box", catalog.words("identified_by", "photo-id"))[-1])
    program.picture("people-minor")
    consultation.next()

    tap.step("the age needs a decision")
    consultation.plan(treat=[("acne-scar-atrophic", "cheek", 1)], planned=30)
    consultation.next()
    consultation.screening()
    consultation.next()
    consultation.decide("age-under-18-scar", "Go ahead")
    consultation.next()

    tap.step("everything is gone through and said back")
    consultation.disclosure()
    consultation.next()
    consultation.understanding()

    tap.step("a day before the time to think is over is refused, and no reason is asked for")
    consultation.date("Planned day of treatment", day(13))
    program.says("No reason makes an earlier day possible.")
    assert not program.has("text", "Who decides")
    program.picture("minor-too-early")
    consultation.next()
    program.says("The planned day is too early for someone under 18. Choose a later day.")
    program.click("list item", re.compile("^Signing"))
    program.wait(lambda: (node := program.focused()) and node.name == "Planned day of treatment", "the day to be asked for")
    assert not program.has("radio button", "The patient agrees")
    consultation.date("Planned day of treatment", day(30))
    program.wait(lambda: not program.has("label", re.compile("No reason makes")), "the warning to go")
    consultation.next()

    tap.step("the parent, the young person and the practitioner sign")
    consultation.press("How this consultation ends", "The patient agrees")
    consultation.confirm()
    consultation.sign_typed(PARENT)
    consultation.sign_typed(PATIENT)
    consultation.sign_typed("Sample Practitioner")
    program.picture("signing-minor")
    path, record = consultation.sign_off()
    check_record(path, record, kind="consent", outcome="proceed")
    signed = {one["role"]: one for one in record["record"]["signatures"]}
    assert set(signed) == {"guardian", "minor", "practitioner"}, list(signed)
    assert signed["guardian"]["relationship"] == "mother" and signed["guardian"]["name"] == PARENT, signed["guardian"]
    cooling = record["record"]["cooling_off"]
    assert cooling["hours"] == 14 * 24 and cooling["kept"], cooling
    assert "early" not in record["record"]["consultation"]
