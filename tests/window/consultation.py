# SPDX-License-Identifier: GPL-3.0-or-later
"""A consultation held through the window: each method does what people do on one page."""
import json
import re

import catalog
from days import born, day

CLINIC = {"Name of the clinic": "Sample Skin Clinic", "Address (optional)": "1 Sample Street, Sampletown", "Phone": "01632 960 000",
          "Phone for urgent questions after treatment (optional)": "01632 960 001", "Out of hours (optional)": "01632 960 002",
          "Name of the practitioner": "Sample Practitioner", re.compile("^Role, for example"): "Dermatologist",
          "Registration number (optional)": "SAMPLE-0001"}
PATIENT = "Sample Patient"
GONE_THROUGH, TOLD = re.compile("^Gone through: "), re.compile("^Told: ")


class Consultation:
    """One on the screen of a running program."""

    def __init__(self, program):
        self.program = program

    # The start

    def begin(self):
        """From the start page to the first step; the clinic is asked for once."""
        self.program.click("push button", "New Consultation")
        self.program.wait(lambda: self.program.has("text", "Name of the clinic") or self.program.has("text", "Full name"),
                          "the clinic's details or the first step")
        if self.program.has("text", "Name of the clinic"):
            self.fill_clinic()
        self.program.find("text", "Full name")

    def resume(self, initials="SP"):
        """Goes on with a draft of the start page."""
        self.program.point_at(self.program.find("label", initials))
        self.program.find("push button", re.compile("^(Next|Sign Off)"))

    def leave(self):
        """Back to the start; the draft is kept."""
        self.program.menu("Menu of the Consultation", "Leave and Keep as a Draft")
        self.program.find("push button", "New Consultation")

    def fill_clinic(self):
        for name, text in CLINIC.items():
            self.program.write(name, text)
        self.program.click("push button", "Save")

    def next(self):
        self.program.click("push button", re.compile("^Next"))

    def is_on(self, title):
        return self.program.find("heading", title)

    # People

    def people(self, name=PATIENT, age=34, medicines=(), allergies=()):
        p = self.program
        p.write("Full name", name)
        self.date("Date of birth", born(age))
        if age < 18:
            # What is below moves down while the guardian's part opens: a pointer aimed before that would miss.
            p.find("text", "Name of the parent or guardian")
        p.write("Record number (optional)", "SAMPLE-00001")
        self.tick(catalog.words("identified_by", "photo-id"), inside="How we know who this is")
        self.substances("Add a medicine or supplement", medicines, re.compile("^Takes none"))
        self.substances("Add what the patient is allergic to", allergies, re.compile("^None known"))

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
        p.take_row(lambda: self.options(combo), words)
        p.wait(until or (lambda: words in shown(p.find("combo box", combo))), f"{combo!r} to show {words!r}")

    def options(self, combo):
        return options_of(self.program.find("combo box", combo))

    def press(self, group, words):
        """Presses a button of a choice, which is named after what is chosen."""
        p = self.program
        node = p.click("radio button", words, group)
        p.wait(lambda: "checked" in node.live_states(), f"{words!r} to be chosen")

    # Plan

    def plan(self, treat=(("acne-scar-atrophic", "cheek", 1.5),), device="pen", material="stainless-steel", topicals=(),
             anaesthetic="none", planned=14):
        p = self.program
        self.is_on("What is planned")
        for indication, area, depth in treat:
            pair = f"{catalog.indication(indication)}: {catalog.area(area)}"
            if p.has("push button", "Add Another Area"):
                p.click("push button", "Add Another Area")
            self.choose("What is treated", catalog.indication(indication))
            # The two lists go away once the place stands in the plan.
            self.choose("Where", catalog.area(area), until=lambda: p.has("text", f"Needle depth in mm (optional), {pair}"))
            p.write(f"Needle depth in mm (optional), {pair}", str(depth))
        self.choose("Device", catalog.device(device))
        self.choose("Needles are made of (optional)", catalog.material(material))
        for topical in topicals:
            self.tick(catalog.topical(topical))
        self.press("Numbing cream", catalog.anaesthetic(anaesthetic))
        self.date("First session on (optional)", day(planned))
        self.checks()

    def checks(self):
        p = self.program
        asked = {one["ask"] for one in catalog.read("devices")["plan_checks"]}
        for group in [node.name for node in p.tree() if node.name in asked and node.role in GROUPS]:
            self.press(group, "Yes, confirmed")

    # Screening

    def screening(self, answers=None):
        """`answers` are (question, state or answer, fields); what is not in it is answered "no", a whole group at once."""
        p = self.program
        self.is_on("Questions about you and your skin")
        answers = {**ALWAYS, **(answers or {})}
        for group in catalog.read("questions")["groups"]:
            for slug, states in answers.items():
                if catalog.question(slug)["group"] == group["id"]:
                    self.answer(slug, states)
            if self.offer_of(group):
                self.all_no(group)
            self.no_to_the_rest(group)

    def offer_of(self, group):
        return next((node for node in self.program.tree().find_all("push button", "Answer All with No")
                     if node.is_in("panel", group["title"])), None)

    def all_no(self, group):
        """The sentence is read aloud first; only then are they all no."""
        p = self.program
        self.offer_of(group).act()
        p.says(group["all_no"])
        p.click("push button", "Right: All of These Are No", group["title"])
        p.wait(lambda: not self.offer_of(group), f"{group['title']!r} to be answered")

    def no_to_the_rest(self, group):
        """Where something applies, the others of the group are asked one by one."""
        for choice in self.program.tree().find_all("grouping"):
            question = next((one for one in catalog.questions() if one["ask"] == choice.name), None)
            if question is None or question["group"] != group["id"]:
                continue
            if not any("checked" in button.states for button in choice.walk()):
                self.answer(question["id"], {"no": {}})

    def answer(self, slug, states):
        question = catalog.question(slug)
        choice = question["ask"]
        for state, fields in states.items():
            buttons = self.buttons_of(choice)
            if state in COMMON or state == "no":
                self.press(choice, question.get("no_label", "No") if state == "no" else COMMON[state])
                continue
            label = catalog.state(slug, state)["label"]
            if label in buttons:
                self.press(choice, label)
            else:
                self.press(choice, "Yes")
                self.tick_state(choice, question, label)
            for field, value in fields.items():
                self.fill_field(choice, catalog.state(slug, state), field, value)

    def buttons_of(self, choice):
        group = self.program.find("grouping", choice)
        return [node.name for node in group.walk() if node.role == "radio button"]

    def tick_state(self, choice, question, label):
        # A question with one state has nothing to choose once it was answered yes.
        if len(question["states"]) > 1:
            self.tick(label, inside=choice)

    def fill_field(self, choice, state, wanted, value):
        field = next(one for one in state["fields"] if one["id"] == wanted)
        if field["type"] == "date":
            self.date(field["label"], value, inside=choice)
        elif field["type"] == "yes-no":
            self.press(field["label"], "Yes" if value else "No")
        else:
            self.program.write(field["label"], str(value), inside=choice)

    # Decisions

    def decide(self, finding, verdict, reason="Spoken through with the patient.", outside=None):
        """Decides on one finding: `verdict` is "Go ahead", "Wait" or "Do not treat"."""
        p = self.program
        title = catalog.finding(finding)["title"]
        if outside:
            p.write("Who was asked", outside, inside=title)
            p.write("What the answer was", "No objection to the treatment.", inside=title)
            self.date("Day of the answer", day(), inside=title)
        self.press_in(title, "The decision", verdict)
        p.write("Who decides", "Sample Practitioner", inside=title)
        p.write("Role", "Dermatologist", inside=title)
        p.write("Reason", reason, inside=title)
        p.click("push button", "Record the Decision", title)

    def press_in(self, outer, group, words):
        p = self.program
        node = p.wait(lambda: next((one for one in p.tree().find_all("radio button", words) if one.is_in("grouping", group) and
                                    any(up.name == outer for up in one.ancestors())), None), f"{words!r} in {outer!r}")
        node.act()
        p.wait(lambda: "checked" in node.live_states(), f"{words!r} to be chosen")

    # Disclosure

    def disclosure(self):
        """With the keyboard: a key for each risk and for each thing to tell, as the page leads from one to the next."""
        p = self.program
        heading = self.is_on("What you should know")
        p.wait(lambda: "focused" in heading.live_states(), "the page to begin at its heading")
        p.key("Tab")
        p.wait(lambda: (node := p.focused()) and GONE_THROUGH.search(node.name), "the first risk to have the focus")
        self.go_through(p.tree().find_all("check box", GONE_THROUGH))
        self.go_through(p.tree().find_all("check box", TOLD))
        p.wait(lambda: (node := p.focused()) and node.role == "heading" and p.is_in_view(node),
               "the text below the last to come next, and no field out of view")
        p.write("What do you hope for?", "Smoother cheeks.")
        self.tick("What matters most to you, or worries you?: None stated")
        self.tick("No questions were asked")
        p.write("One session", "180")
        for photograph in catalog.read("information")["photographs"]:
            self.press(photograph["ask"], "No")

    def go_through(self, checks):
        """Ticks what is open of them with Space, each once it has the focus and stands whole in view; gives their names."""
        p, gone = self.program, []
        assert checks, "there is nothing to go through"
        left = [check for check in checks if "checked" not in check.live_states()]
        for check in left:
            p.wait(lambda one=check: "focused" in one.live_states() and p.is_in_view(place_of(one)), f"{check} to be next")
            p.key("space")
            p.wait(lambda one=check: "checked" in one.live_states(), f"{check} to be ticked")
            gone.append(check.name)
        return gone

    # Understanding

    def understanding(self):
        p = self.program
        self.is_on("In your own words")
        groups = [node for node in p.tree().find_all("grouping")
                  if any(child.name == "In own words" for child in node.walk())]
        assert groups, "there is nothing to be said back"
        for group in groups:
            self.press(group.name, "In own words")

    # Signing

    def confirm(self, copy="On paper, now"):
        """Name and date of birth are right, and a copy is wanted like this: what comes before the signatures."""
        self.program.click("push button", "Name and Date of Birth Are Right")
        self.press("How would you like to have your copy?", copy)

    def card_of(self, who):
        """The card of a signer, who is named with the role behind the name."""
        return self.program.find("panel", re.compile(rf"^{re.escape(who)}(, |$)")).name

    def sign_typed(self, who):
        p, card = self.program, self.card_of(who)
        self.press(f"How to sign: {card}", "Type the name")
        p.write("Type your full name to sign", who, inside=card)
        p.click("push button", f"Sign: {card}", card)
        self.signed(card)

    def sign_drawn(self, who):
        p, card = self.program, self.card_of(who)
        self.press(f"How to sign: {card}", "Draw here")
        p.drag(p.find("image", f"Signature of {card}"), SIGNATURE)
        p.click("push button", f"Sign: {card}", card)
        self.signed(card)

    def decline(self, who):
        p, card = self.program, self.card_of(who)
        self.press(f"How to sign: {card}", "Does not want to sign")
        p.click("push button", re.compile("^Record That They Do Not Sign"), card)
        p.find("push button", f"Sign After All: {card}")

    def signed(self, card):
        self.program.find("push button", re.compile(rf"^Sign Again: {re.escape(card)}"))

    def end(self, reason):
        self.program.write("Reason", reason)

    def sign_off(self):
        self.program.click("push button", "Sign Off and Save")
        return self.saved()

    def saved(self):
        """The record as it is on disk, with its path."""
        path = self.program.wait(lambda: next(iter(self.program.desktop.archive.glob("*/*/*.json")), None), "the record")
        return path, json.loads(path.read_text(encoding="utf-8"))

    # On disk

    def drafts(self):
        return [json.loads(path.read_text(encoding="utf-8")) for path in self.program.desktop.drafts.glob("*.json")]

    def draft(self):
        """The draft as it is on disk; it follows within a second."""
        return next(iter(self.drafts()), None)

    def wait_for_draft(self, condition, what):
        return self.program.wait(lambda: (draft := self.draft()) and condition(draft) and draft, f"the draft to hold {what}")


# What has no "no", and no harm in it.
ALWAYS = {"voluntary": {"own-idea": {}}, "skin-tone": {"type-iii": {}}}
COMMON = {"dont-know": "Don’t know", "prefer-not-to-say": "Rather not say", "not-applicable": "Not relevant"}
# Up and down across the line, as a name is written.
SIGNATURE = [(.1, .7), (.16, .3), (.2, .7), (.26, .35), (.32, .7), (.4, .4), (.47, .65), (.55, .4), (.62, .65), (.7, .45), (.85, .6)]
GROUPS = ("panel", "grouping", "radio group", "filler")


def place_of(check):
    """All that is read before a check is ticked: the risk, or the piece of information, around it."""
    return next(up for up in check.ancestors() if any(child.role == "heading" for child in up.walk()))


def rows_of(combo):
    return [row for row in combo.walk() if row.role == "list item"]


def shown(combo):
    """What stands on a closed list: its first row."""
    return next((row.words for row in rows_of(combo)), "")


def options_of(combo):
    """What an open list offers: all rows but the one on the closed list."""
    return [row.words for row in rows_of(combo)[1:]]
