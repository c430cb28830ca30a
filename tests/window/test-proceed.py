#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main walk: from the first question to a consent that the patient drew and the practitioner typed, on disk and on paper."""
from desktop import Desktop
from records import check_record, points, sheet_text
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("people and plan")
    consultation.begin()
    consultation.people(medicines=["Cetirizine 10 mg"])
    consultation.next()
    consultation.plan()
    consultation.next()

    tap.step("a healthy adult can go ahead")
    consultation.screening()
    program.says("Outcome: Can go ahead")
    consultation.next()
    consultation.is_on("What was found, and what was decided")
    program.says("nothing was found that speaks against the plan")
    consultation.next()

    tap.step("everything is gone through and said back")
    consultation.disclosure()
    consultation.next()
    consultation.understanding()
    consultation.next()

    tap.step("the patient draws, the practitioner types")
    consultation.press("How this consultation ends", "The patient agrees")
    consultation.confirm()
    consultation.sign_drawn(PATIENT)
    consultation.sign_typed("Sample Practitioner")
    program.picture("signed")

    tap.step("the record is on disk and is what was said")
    path, record = consultation.sign_off()
    program.find("heading", "The consent is saved")
    check_record(path, record, kind="consent", outcome="proceed")
    held = record["record"]["consultation"]
    assert [one["name"] for one in held["medicines"]] == ["Cetirizine 10 mg"] and held["allergies"] == [], held
    keloid = held["answers"]["keloid"]
    assert keloid["states"] == [{"is": "no"}] and keloid["together"] is True, keloid
    assert held["answers"]["voluntary"]["states"] == [{"is": "own-idea"}]

    tap.step("the drawn signature has its whole movement, the typed one its words")
    signed = {one["role"]: one for one in record["record"]["signatures"]}
    assert signed["patient"]["method"] == "drawn" and points(signed["patient"]) >= 40, points(signed["patient"])
    assert signed["practitioner"]["typed"] == "Sample Practitioner", signed["practitioner"]

    tap.step("every risk of this person was acknowledged, and seen before")
    acknowledged = set(held["disclosure"]["acknowledged"])
    assert acknowledged == {one["id"] for one in record["record"]["shown"]["risks"]}
    assert {"shown", "acknowledged", "told", "understood", "identity-confirmed", "answered-together"} <= {
        one["what"] for one in record["record"]["log"]}

    tap.step("the sheet of the record reads as what was agreed")
    text = sheet_text(path)
    for words in (PATIENT, "Sample Practitioner", "Cetirizine 10 mg", "Sample Skin Clinic", record["record"]["id"]):
        assert words in text, words

    tap.step("the draft is gone and the window closes")
    assert not list(desktop.drafts.glob("*.json"))
    assert program.stop() == 0
