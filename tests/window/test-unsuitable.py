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

    tap.step("where the outcome is told, the consultation can be ended, and the reason is in the patient's words already")
    program.click("push button", re.compile("^Outcome: Do not treat"))
    program.click("push button", "End the Consultation…")
    consultation.is_on("Your decision")
    consultation.press("How this consultation ends", "Not suitable")
    program.wait(lambda: program.find("text", "Reason").text() ==
                 "Needling could start new scars that keep growing. We go through other ways with you.", "the reason")
    program.click("list item", re.compile("^Screening"))

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
    consultation.confirm()
    consultation.decline(PATIENT)

    tap.step("who did not want to sign can after all, and may leave it again")
    card = consultation.card_of(PATIENT)
    program.picture("declined")
    assert not program.has("push button", f"Sign Again: {card}")
    program.click("push button", f"Sign After All: {card}")
    program.find("push button", f"Record That They Do Not Sign: {card}")
    program.wait(lambda: (node := program.focused()) and node.is_in("grouping", f"How to sign: {card}"), "the ways to sign to have the focus")
    consultation.sign_typed(PATIENT)
    assert not program.has("push button", f"Sign After All: {card}")
    program.click("push button", f"Sign Again: {card}")
    consultation.press(f"How to sign: {card}", "Does not want to sign")
    program.write("Reason, if one is given", "Would rather not.", inside=card)
    consultation.decline(PATIENT)
    program.says("did not want to. Reason: Would rather not.")
    consultation.sign_typed("Sample Practitioner")
    path, record = consultation.sign_off()
    check_record(path, record, kind="not-suitable", outcome="do-not-proceed")
    declined = next(one for one in record["record"]["signatures"] if one["role"] == "patient")
    assert (declined["method"], declined["reason"]) == ("declined", "Would rather not."), declined
    cleared = [one["of"] for one in record["record"]["log"] if one["what"] == "signature-cleared"]
    assert cleared == ["patient", "patient"], cleared
