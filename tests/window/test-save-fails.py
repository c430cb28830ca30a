#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A record or a draft that cannot be written: the person stays on the page, reads why, and nothing that was entered is lost."""
import os
import re
import resource

from desktop import Desktop, bound_by_permissions
from tap import Tap

ROOM = 2_000   # bytes that a file may have: less than a record or a draft, as on a disk that is nearly full
# A write that is too long fails, as it does on a full disk, and does not end the program.
FULL = ["sh", "-c", 'trap "" XFSZ; exec "$@"', "sh"]

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program
    from signed import PRACTITIONER, agree, put_consent, to_signing

    def let_grow(size):
        """How large a file of the program may become."""
        resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def records():
        return list(desktop.archive.glob("*/*/*"))

    put_consent(desktop)
    desktop.archive.mkdir(mode=0o700, exist_ok=True)
    program = Program(desktop, [*FULL, *bound_by_permissions([os.environ["NEEDLEPOINT"]])])
    consultation = Consultation(program)
    to_signing(program, consultation)
    agree(consultation)
    consultation.sign_typed(PATIENT)
    consultation.sign_typed(PRACTITIONER)

    tap.step("a folder that may not be written to: said, with what to do, and everything stays")
    desktop.archive.chmod(0o500)
    program.click("push button", "Sign Off and Save")
    program.says("The record could not be written. Everything you entered is kept.")
    refused = program.says(re.compile("You may not save in")).name
    assert "another folder" not in refused, "the record has one folder only"
    program.picture("save-refused")
    consultation.is_on("Your decision")
    consultation.signed(consultation.card_of(PATIENT))
    assert not records() and len(consultation.draft()["signatures"]) == 2

    tap.step("a disk that is full: the same, and nothing partial is left")
    desktop.archive.chmod(0o700)
    let_grow(ROOM)
    program.click("push button", "Sign Off and Save")
    program.says("The disk is full. Free some space and save again.")
    assert not [one for one in records() if one.is_file()], records()

    tap.step("a draft that cannot be kept is said above the page, with a way to try again")
    consultation.press("How would you like to have your copy?", "By email, sent by the clinic")
    program.says("The draft could not be saved. The disk is full. Free some space and save again. Everything you entered is still here.")
    program.picture("draft-refused")
    let_grow(resource.RLIM_INFINITY)
    program.click("push button", "Try Again")
    consultation.wait_for_draft(lambda draft: draft["copy"]["how"] == "email", "what was chosen meanwhile")
    program.wait(lambda: not program.has("push button", "Try Again"), "the warning to go")

    tap.step("with room again it is saved, and nobody has to sign anew")
    for who in (PATIENT, PRACTITIONER):
        consultation.signed(consultation.card_of(who))
    path, record = consultation.sign_off()
    program.find("heading", "The consent is saved")
    assert record["record"]["consultation"]["copy"]["how"] == "email"
    assert [one for one in records() if one.is_file()] == [path]
    assert not list(desktop.drafts.glob("*.json"))
