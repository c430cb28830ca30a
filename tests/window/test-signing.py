#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in each way, and what an edit does to what was signed: it is asked about, it ends, and Undo brings it back."""
import re
import time

from desktop import Desktop
from records import check_record
from tap import Tap

WITNESS = "Sample Witness"
KEPT_AT = "Cabinet 3, folder 2026-11"
ENDS = "This Change Ends What Followed From It"

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import PATIENT, Consultation
    from program import Program
    from signed import CONSENT, PRACTITIONER, agree, put_consent, to_signing

    def method(way):
        card = consultation.card_of(PATIENT)
        consultation.press(f"How to sign: {card}", way)
        return card

    def signers():
        return {one["role"]: one["method"] for one in consultation.draft().get("signatures", [])}

    put_consent(desktop)
    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("saying no needs a reason, and nothing else is asked before it")
    to_signing(program, consultation)
    consultation.press("How this consultation ends", "The patient says no")
    program.click("push button", "Sign Off and Save")
    program.says("Enter the reason.")
    program.find("text", "Reason")
    assert not program.has("heading", "Signatures")

    tap.step("what was chosen counts, and no more: agreeing after all is no refusal")
    consultation.end("The patient would rather wait.")
    program.find("heading", "Signatures")
    consultation.wait_for_draft(lambda draft: draft.get("ending", {}).get("kind") == "refusal", "the refusal")
    agree(consultation)
    draft = consultation.wait_for_draft(lambda draft: draft["ending"]["kind"] == "consent", "the consent")
    assert "reason" not in draft["ending"], draft["ending"]

    tap.step("what is put off is not said to go ahead")
    consultation.press("How this consultation ends", "Put off")
    consultation.end("The patient travels first.")
    program.find("push button", "Outcome: Put off")
    program.says("No treatment now: it is put off.")
    assert not any(node.name == "Can go ahead." for node in program.tree())
    consultation.press("How this consultation ends", CONSENT)
    program.says("Can go ahead.")

    tap.step("in ink on the printed sheet: it has to be said where that is kept")
    card = method("On the printed sheet")
    program.click("push button", f"The Sheet Is Signed: {card}")
    program.says("Enter where the signed sheet is kept.")
    program.write("Where the signed sheet is kept", KEPT_AT, inside=card)
    program.click("push button", f"The Sheet Is Signed: {card}")
    consultation.signed(card)
    program.says(re.compile(rf"It is kept here: {re.escape(KEPT_AT)}\n\d+ \w+ \d+, \d\d:\d\d \(UTC\)$"))
    program.picture("signed-in-ink")
    draft = consultation.wait_for_draft(lambda draft: draft.get("signatures"), "the signature")
    ink = draft["signatures"][0]
    assert (ink["method"], ink["kept_at"], ink["attested_by"]) == ("ink", KEPT_AT, PRACTITIONER), ink

    tap.step("a signature that is taken back can be brought back")
    program.click("push button", f"Sign Again: {card}")
    program.says("What was signed here was taken back.")
    program.click("push button", "Undo")
    consultation.signed(card)

    tap.step("by a witness, who is named, says why, and signs too")
    program.click("push button", f"Sign Again: {card}")
    method("Cannot sign: by witness")
    program.says("What was signed here was taken back.")
    program.click("push button", f"Sign by Witness: {card}")
    program.says("Enter the witness first")   # at once, though Undo is offered
    program.says("What was signed here was taken back.")
    for name, text in (("Name of the witness", WITNESS), ("Role of the witness", "Nurse"),
                       ("Why the person cannot sign by hand", "A broken wrist")):
        program.write(name, text, inside=card)
    consultation.wait_for_draft(lambda draft: draft.get("witness", {}).get("reason"), "the witness")
    program.click("push button", f"Sign by Witness: {card}")
    consultation.signed(card)
    consultation.sign_typed(WITNESS)
    consultation.sign_typed(PRACTITIONER)
    program.picture("signed-by-witness")
    consultation.wait_for_draft(lambda draft: len(draft["signatures"]) == 3, "three signatures")
    assert signers() == {"patient": "by-witness", "witness": "typed", "practitioner": "typed"}, signers()

    tap.step("who signs again ends what was signed after that: it is asked about, and kept away from")
    program.click("push button", f"Sign Again: {card}")
    program.find("dialog", ENDS)
    program.says(f"The signature of {PRACTITIONER} ends.")
    program.says(f"The signature of {WITNESS} ends.")
    program.picture("sign-again-ends")
    program.click("push button", "Keep as It Was", ENDS)
    program.wait(lambda: not program.has("dialog"), "the question to be answered")
    assert len(signers()) == 3, signers()

    tap.step("an edit that ends the signatures is asked about, and kept away from")
    program.click("list item", re.compile("^Screening"))
    choice = catalog.question("keloid")["ask"]
    program.click("radio button", "Don’t know", choice)
    program.find("dialog", ENDS)
    program.picture("edit-ends-signatures")
    program.click("push button", "Keep as It Was", ENDS)
    program.wait(lambda: not program.has("dialog"), "the question to be answered")
    assert "checked" in program.find("radio button", "No", choice).states
    time.sleep(1.2)   # the draft follows within a second
    assert len(signers()) == 3, signers()

    tap.step("the change ends them, and Undo brings them back")
    program.click("radio button", "Don’t know", choice)
    program.click("push button", "Change", ENDS)
    consultation.wait_for_draft(lambda draft: not draft.get("signatures"), "no signature")
    program.click("push button", "Undo")
    consultation.wait_for_draft(lambda draft: len(draft.get("signatures", [])) == 3, "the signatures again")
    assert "checked" in program.find("radio button", "No", choice).states

    tap.step("the record tells of all of it")
    program.click("list item", re.compile("^Signing"))
    path, record = consultation.sign_off()
    check_record(path, record, kind="consent", outcome="proceed")
    signed = {one["role"]: one for one in record["record"]["signatures"]}
    assert signed["patient"]["reason"] == "A broken wrist" and signed["witness"]["name"] == WITNESS, signed
    assert {"signature-cleared", "voided", "undone"} <= {one["what"] for one in record["record"]["log"]}

    tap.step("another consultation begins without a trace of this one")
    program.find("heading", "The consent is saved")
    program.click("push button", "New Consultation")
    program.find("text", "Full name")
    program.wait(lambda: not any(name in node.name for node in program.tree() for name in (PATIENT, WITNESS, KEPT_AT)),
                 "the other names to be gone")
