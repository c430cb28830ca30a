#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clinic made less than the catalogue has it says so where the patient is told about it."""
import json
import re

from desktop import Desktop
from tap import Tap

APPROVED = {"name": "Sample Approver", "role": "dermatologist", "date": "2026-01-31"}
ENTRIES = [{"file": "risks", "id": "risk-infection", "approved": APPROVED, "set": {"serious": False}},
           {"file": "risks", "id": "risk-bruising", "approved": APPROVED, "remove": True},
           {"file": "information", "list": "cooling_off", "id": "cool-first-course", "approved": APPROVED, "set": {"hours": 24}}]
CHANGED = "Changed by the clinic."

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import GONE_THROUGH, Consultation, place_of
    from program import Program
    from samples import NOT_YET, TALK, put_draft

    titles = {risk["id"]: risk["title"] for risk in catalog.read("risks")["risks"]}

    tap.step("a risk that the clinic made milder carries the mark, and no other does")
    overlay = desktop.archive / "overlay.json"
    overlay.parent.mkdir(parents=True, exist_ok=True)
    overlay.write_text(json.dumps({"format": "needlepoint-overlay/1", "id": "sample-clinic", "version": "1", "entries": ENTRIES}))
    put_draft(desktop, "acne-scars-pen", without=NOT_YET + TALK)
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.resume()
    consultation.is_on("What you should know")
    marked = [check.name for check in program.tree().find_all("check box", GONE_THROUGH)
              if any(part.name == CHANGED for part in place_of(check).walk())]
    assert marked == [f"Gone through: {titles['risk-infection']}"], marked

    tap.step("one that the clinic took out is named")
    program.says(re.compile(f"^Left out, changed by the clinic: {titles['risk-bruising']}\\.$"))
    program.picture("clinic-changes")

    tap.step("a time to think that the clinic made shorter carries the mark where it is told")
    assert program.stop() == 0
    put_draft(desktop, "acne-scars-pen", without=NOT_YET)
    program = Program(desktop)
    Consultation(program).resume()
    program.click("list item", re.compile("^Understanding"))
    reason = program.says(next(one["reason"] for one in catalog.read("information")["cooling_off"] if one["id"] == "cool-first-course"))
    assert [node.name for node in program.tree() if "hanged by the clinic" in node.name] == [CHANGED]
    program.scroll_to(reason)
    program.picture("clinic-changes-time")
