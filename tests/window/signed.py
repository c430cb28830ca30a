# SPDX-License-Identifier: GPL-3.0-or-later
"""A consultation on the signing page, ready to be signed, and from there to the saved page: for tests of what comes then."""
import re

from consultation import PATIENT
from samples import put_draft

PRACTITIONER = "Sample Practitioner"
CONSENT = "The patient agrees"


def to_signing(program, consultation, initials="SP"):
    """From the start page, where a draft lies, to the page that ends it."""
    consultation.resume(initials)
    program.click("list item", re.compile("^Signing"))
    consultation.is_on("Your decision")


def agree(consultation):
    """The patient agrees, is who they say, and wants a copy: what comes before the signatures."""
    consultation.press("How this consultation ends", CONSENT)
    consultation.confirm()


def save_consent(program, consultation):
    """From the signing page to the record."""
    agree(consultation)
    consultation.sign_typed(PATIENT)
    consultation.sign_typed(PRACTITIONER)
    path, record = consultation.sign_off()
    program.find("heading", "The consent is saved")
    return path, record


def put_consent(desktop):
    """Puts one among the drafts that needs its signatures only."""
    return put_draft(desktop, "acne-scars-pen")


def desk_log(desktop):
    """What the desk noted after records were signed off, as lists of words."""
    path = desktop.folder / "home/.local/state/needlepoint/desk.log"
    return [line.split() for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
