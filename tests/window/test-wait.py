#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A treatment that has to wait: isotretinoin stopped two months ago. The date stands in words, there is no place to consent, and
the postponement is saved as carefully as a consent."""
import re

from desktop import Desktop
from records import check_record, sheet_text
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from days import day, in_words, months_later
    from program import Program

    stopped = day(-61)
    clear = months_later(stopped, 6)
    words = in_words(clear)

    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("the wait is said with its reason and its date")
    consultation.begin()
    consultation.people()
    consultation.next()
    consultation.plan()
    consultation.next()
    consultation.screening({"isotretinoin": {"stopped": {"on": stopped}}})
    program.says(re.compile(rf"^Wait until {words}.*isotretinoin", re.IGNORECASE))
    program.find("push button", re.compile("^Outcome: Wait"))
    program.picture("wait")

    tap.step("there is no place to sign a consent")
    program.click("list item", re.compile("^Signing"))
    consultation.is_on("Your decision")
    program.says("No consent can be signed now")
    assert not program.has("radio button", "The patient agrees")
    assert not [node for node in program.tree() if node.role == "image" and node.name.startswith("Signature of")]

    tap.step("it ends as a postponement, with its reason")
    consultation.press("How this consultation ends", "Put off")
    consultation.end("Isotretinoin has to be out of the body for six months.")
    consultation.confirm()
    consultation.decline(PATIENT)
    consultation.sign_typed("Sample Practitioner")
    program.picture("wait-signing")
    path, record = consultation.sign_off()
    program.find("heading", "The postponement is saved")
    check_record(path, record, kind="postponement", outcome="defer")
    assert record["record"]["assessment"]["clear_date"] == clear.isoformat(), record["record"]["assessment"]
    assert record["record"]["ending"]["reason"].startswith("Isotretinoin"), record["record"]["ending"]

    tap.step("the sheet to take home says until when")
    text = sheet_text(path)
    assert words in text, text[:400]
