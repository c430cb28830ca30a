# SPDX-License-Identifier: GPL-3.0-or-later
"""A consultation held through the window: each method does what people do on one page."""
import datetime
import json
import re

import catalog

CLINIC = {"Name of the clinic": "Sample Skin Clinic", "Address": "1 Sample Street, Sampletown", "Phone": "01632 960 000",
          "Phone for urgent questions after treatment": "01632 960 001", "Out of hours": "01632 960 002",
          "Name of the practitioner": "Sample Practitioner", re.compile("^Role, for example"): "Dermatologist",
          "Registration number (optional)": "SAMPLE-0001"}
PATIENT = "Sample Patient"


def day(offset=0):
    return datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=offset)


def born(age):
    """A birthday half a year ago, so that the age does not change at midnight."""
    return day(-round(365.25 * age) - 180)


class Consultation:
    """One on the screen of a running program."""

    def __init__(self, program):
        self.program = program
        self.seen = None

    # The start

    def begin(self):
        """From the start page to the first step; the clinic is asked for once."""
        self.program.click("push button", "New Consultation")
        self.program.wait(lambda: self.program.has("text", "Name of the clinic") or self.program.has("text", "Full name"),
                          "the clinic's details or the first step")
        if self.program.has("text", "Name of the clinic"):
            self.fill_clinic()
        self.program.find("text", "Full name")

    def fill_clinic(self):
        for name, text in CLINIC.items():
            self.program.write(name, text)
        self.look("clinic")
        self.program.click("push button", "Save")

    def next(self):
        self.program.click("push button", re.compile("^Next"))

    def is_on(self, title):
        return self.program.find("heading", title)

    def look(self, page):
        """Something to do on each page that the walk comes to."""
        if self.seen:
            self.seen(page)

    # People

    def people(self, name=PATIENT, age=34, medicines=(), allergies=()):
        p = self.program
        p.write("Full name", name)
        self.date("Date of birth", born(age))
        p.write("Record number", "SAMPLE-00001")
        self.tick(catalog.words("identified_by", "photo-id"), inside="How we know who this is")
        self.substances("Another medicine or supplement", medicines, re.compile("^Takes none"))
        self.substances("Another allergy: to what?", allergies, re.compile("^None known"))
        self.look("people")

    def substances(self, entry, names, none):
        if not names:
            self.tick(none)
        for name in names:
            node = self.program.write(entry, name)
            add = next(near for up in node.ancestors() for near in up.walk() if near.role == "push button")
            add.act()
            self.program.says(name)

    def date(self, name, date, inside=None):
        """Types a date and leaves the entry, which shows how it was understood."""
        p = self.program
        p.write(name, date.isoformat(), inside)
        p.wait(lambda: re.search(rf"\b{date.year}\b", " ".join(p.labels())), f"the date {date} in words")

    def tick(self, name, inside=None):
        p = self.program
        node = p.find("check box", name, inside)
        if "checked" not in node.states:
            p.point_at(node)
        p.wait(lambda: "checked" in node.live_states(), f"{node} to be ticked")

    def choose(self, combo, words, until=None):
        """Opens a list and goes to the words with the arrows: where a list hangs on the screen, GTK 4.8 does not tell."""
        p = self.program
        node = p.find("combo box", combo)
        if words in shown(node):
            return
        p.point_at(node)
        options = p.wait(lambda: options_of(p.find("combo box", combo)), f"the list of {combo!r}")
        place = next((i for i, option in enumerate(options) if words in option), None)
        if place is None:
            raise AssertionError(f"{combo!r} offers {options}, not {words!r}")
        p.key("Home", *["Down"] * place, "Return")
        p.wait(until or (lambda: words in shown(p.find("combo box", combo))), f"{combo!r} to show {words!r}")

    def press(self, group, words):
        """Presses a button of a choice, which is named after what is chosen."""
        p = self.program
        node = p.click("radio button", words, group)
        p.wait(lambda: "checked" in node.live_states(), f"{words!r} to be chosen")

    # Plan

    def plan(self, treat=(("acne-scar-atrophic", "cheek", 1.5),), device="pen", material="stainless-steel", topicals=(),
             anaesthetic="none", planned=14):
        p = self.program
        self.is_on("What Is Planned")
        for indication, area, depth in treat:
            pair = f"{catalog.indication(indication)}: {catalog.area(area)}"
            self.choose("What is treated", catalog.indication(indication))
            # The place is free for another one at once.
            self.choose("Where", catalog.area(area), until=lambda: p.has("text", f"Needle depth in mm, {pair}"))
            p.write(f"Needle depth in mm, {pair}", str(depth))
        self.choose("Device", catalog.device(device))
        self.choose("Needles are made of", catalog.material(material))
        for topical in topicals:
            self.tick(catalog.topical(topical))
        self.press("Numbing cream", catalog.anaesthetic(anaesthetic))
        self.date("First session on", day(planned))
        self.checks()
        self.look("plan")

    def checks(self):
        p = self.program
        asked = {one["ask"] for one in catalog.read("devices")["plan_checks"]}
        for group in [node.name for node in p.tree() if node.name in asked and node.role in GROUPS]:
            self.press(group, "Yes, confirmed")

    # On disk

    def draft(self):
        """The draft as it is on disk; it follows within a second."""
        paths = list(self.program.desktop.drafts.glob("*.json"))
        return json.loads(paths[0].read_text(encoding="utf-8")) if paths else None

    def wait_for_draft(self, condition, what):
        return self.program.wait(lambda: (draft := self.draft()) and condition(draft) and draft, f"the draft to hold {what}")


GROUPS = ("panel", "grouping", "radio group", "filler")


def rows_of(combo):
    return [row for row in combo.walk() if row.role == "list item"]


def words_of(node):
    return " ".join(part.name for part in node.walk() if part.role == "label")


def shown(combo):
    """What stands on a closed list: its first row."""
    return next((words_of(row) for row in rows_of(combo)), "")


def options_of(combo):
    """What an open list offers: all rows but the one on the closed list."""
    return [words_of(row) for row in rows_of(combo)[1:]]
