#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start: the clinic is asked for once, a consultation is kept from its first answer, and nothing tells who it is about."""
import json
import re

from desktop import Desktop, run
from tap import Tap

MEDICINE = "Add a medicine or supplement"

with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program

    tap.step("the window comes, with the focus on a new consultation")
    program = Program(desktop)
    program.wait(lambda: (node := program.focused()) and node.name == "New Consultation", "the focus")

    tap.step("the clinic is asked for before the first consultation")
    consultation = Consultation(program)
    consultation.begin()
    clinic = json.loads((desktop.archive / "clinic.json").read_text(encoding="utf-8"))
    assert clinic["name"] == "Sample Skin Clinic" and clinic["practitioners"][0]["name"] == "Sample Practitioner", clinic

    tap.step("Next, pressed too early while the wheel still turns, takes to what is missing")
    name = program.find("text", "Full name")
    while program.page_down(next(up for up in name.ancestors() if up.role == "scroll pane")):
        pass
    consultation.next()
    program.says("Enter the patient's name.")
    program.wait(lambda: "focused" in name.live_states() and program.is_in_view(name), "the name to be in view, with the focus")

    tap.step("people and lists come into the draft within a second of the last word")
    consultation.people(medicines=["Cetirizine"], allergies=[])
    draft = consultation.wait_for_draft(lambda d: "allergies" in d and d["patient"].get("date_of_birth"), "the lists")
    assert draft["patient"]["name"] == PATIENT and draft["allergies"] == [], draft
    assert [one["name"] for one in draft["medicines"]] == ["Cetirizine"], draft["medicines"]

    tap.step("the header names the patient, the window's title does not")
    program.find("label", PATIENT)
    program.says("34 years")
    titles = [run("xprop", "-id", xid, "WM_NAME", "_NET_WM_NAME") for xid in program.window_ids()]
    assert titles and not any("Patient" in title for title in titles), titles

    tap.step("the draft is for its owner only")
    paths = [desktop.drafts, *desktop.drafts.iterdir()]
    assert all(path.stat().st_mode & 0o077 == 0 for path in paths), [oct(path.stat().st_mode) for path in paths]
    assert not any("Patient" in path.name for path in paths)

    tap.step("a date that is not understood holds Next up, and is said")
    program.write("Date of birth", "12. of something 1990")
    program.click("push button", "Next: Plan")
    program.wait(lambda: (node := program.focused()) and node.name == "Date of birth", "the focus in the date")
    program.says(re.compile("^Not understood"))
    program.write("Date of birth", "12 March 1990")
    program.click("push button", "Next: Plan")
    consultation.is_on("What is planned")

    tap.step("it does so too where somebody went back from the page that it stands on")
    sessions = "Number of sessions (optional)"
    program.write(sessions, "a few")
    program.says("Please give a whole number.")
    program.click("push button", "Back")
    consultation.is_on("Who is here today")
    program.click("list item", re.compile("^Screening"))
    program.wait(lambda: (node := program.focused()) and node.name == sessions, "the focus in the number")
    program.says("Please give a whole number.")
    consultation.is_on("What is planned")

    tap.step("the second consultation does not ask for the clinic again")
    program.menu("Menu of the Consultation", "Leave and Keep as a Draft")
    consultation.begin()
    assert not program.has("text", "Name of the clinic")

    tap.step("what is added to a page is in view, with the focus")
    program.click("push button", "Someone Else Explains the Treatment")
    program.wait(lambda: (node := program.focused()) and node.name == "Name of whoever explains the treatment" and program.is_in_view(node),
                 "who explains to be asked for")
    for medicine in ("Ibuprofen", "Cetirizine", "Metformin", "Iron"):
        program.write(MEDICINE, medicine)
        program.point_at(program.find("text", MEDICINE))
        program.key("Return")
        program.find("push button", f"Remove {medicine}")
    program.wait(lambda: (node := program.focused()) and node.name == MEDICINE and program.is_in_view(node), "the next medicine")

    tap.step("a practitioner who left is taken off the list, not out of the file, and can be taken back before")
    program.menu("Menu of the Consultation", "Clinic Details")
    program.click("push button", "Remove This Practitioner")
    program.says("Sample Practitioner will not be offered any more once you save.")
    program.click("push button", "Undo")
    assert program.find("text", "Name of the practitioner").text() == "Sample Practitioner"
    program.click("push button", "Remove This Practitioner")
    program.click("push button", "Save")
    said = program.says("The name stands on every sheet: please enter it.")   # someone has to treat
    pane = next(up for up in said.ancestors() if up.role == "scroll pane")
    program.wait(lambda: said.extents()[1] + said.extents()[3] <= pane.extents()[1] + pane.extents()[3], "it to be in view")
    program.write("Name of the practitioner", "Sample Nurse")
    program.write(re.compile("^Role, for example"), "Nurse")
    program.click("push button", "Save")
    program.find("text", "Full name")
    clinic = json.loads((desktop.archive / "clinic.json").read_text(encoding="utf-8"))
    assert [(one["name"], one.get("retired", False)) for one in clinic["practitioners"]] == [
        ("Sample Practitioner", True), ("Sample Nurse", False)], clinic

    tap.step("the window closes without a word, and nothing was written to standard error")
    assert program.stop() == 0
