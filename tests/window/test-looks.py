#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page as it looks, kept as a picture and swept: light, dark, in high contrast, with text twice as large on a screen of
900x640, and mirrored as for a language that is written from right to left.

Usage: test-looks.py LOOK [TOUR...]
"""
import json
import re
import sys

import sweep
from desktop import Desktop
from tap import Tap

LOOKS = {
    "light": {},
    "dark": {"environment": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}},
    "contrast": {"environment": {"ADW_DEBUG_HIGH_CONTRAST": "1"}},
    "large": {"screen": (900, 640), "text_scale": 2},
    # GTK mirrors a program only where it is translated into such a language, or when it is asked like this.
    "mirrored": {"environment": {"GTK_DEBUG": "invert-text-dir"}},
}
MOST = 12  # screenfuls of one page that are looked at
STEPS = ("People", "Plan", "Screening", "Decisions", "Disclosure", "Understanding", "Signing")


class Tour:
    """One consultation shown page by page. Everything that is wrong is collected first: a defect seldom comes alone."""

    def __init__(self, look, desktop, sample):
        from consultation import Consultation
        from program import Program
        from samples import NOT_YET, put_draft

        self.look, self.sample, self.wrong = look, sample, []
        self.draft = put_draft(desktop, sample, (*NOT_YET, "answers", "decisions") if TOURS[sample] is unanswered else NOT_YET)
        self.program = Program(desktop)
        self.consultation = Consultation(self.program)
        self.initials = "".join(word[0] for word in self.draft["patient"]["name"].split())
        self.program.find("label", self.initials)

    def again(self, role, name):
        """The program as it starts on what lies on the disk now."""
        from program import Program

        self.program.stop()
        self.program = Program(self.program.desktop)
        self.program.find(role, name)

    def resume(self):
        self.consultation.resume(self.initials)

    def see(self, page):
        tree = self.program.tree()
        self.wrong += sweep.check(self.program, tree, f"{self.look}-{page}")
        return tree

    def see_all(self, page, most=MOST):
        """The page from its top to its end, a screenful at a time."""
        tree = self.see(page)
        pane = max(tree.find_all("scroll pane"), key=lambda one: one.extents()[2] * one.extents()[3])
        for number in range(1, most):
            if not self.program.page_down(pane):
                return
            self.wrong += sweep.check_words(self.program, tree, f"{self.look}-{page}-{number}")

    def go(self, step):
        p = self.program
        if not p.has("list item", re.compile(f"^{step}: ")):
            p.click("push button", "Show the Steps")
        p.point_at(p.find("list item", re.compile(f"^{step}: ")))
        p.find("panel", step)
        p.set_pointer_aside()

    def over(self, open_it, role, page, name=None, is_own=True):
        """Something that lies over the page: looked at, and closed again with Escape. Of what is not the program's own a picture is enough."""
        p = self.program
        before = len(p.tree().windows)
        open_it()
        p.wait(lambda: len(p.tree().windows) > before or sweep.popovers(p.tree()), f"{page} to be open")
        p.find(role, name)
        self.see(page) if is_own else p.picture(f"{self.look}-{page}")
        p.key("Escape")
        p.wait(lambda: len(p.tree().windows) == before and not sweep.popovers(p.tree()), f"{page} to be closed")

    # Tours

    def start(self):
        p = self.program
        is_mirrored = p.find("push button", "Main Menu").extents()[0] < p.find("heading").extents()[0]
        assert is_mirrored == (self.look == "mirrored"), "the menu is on the wrong side"
        self.see_all("start")
        self.over(lambda: p.key("F10"), "menu item", "start-menu", "Keyboard Shortcuts")
        self.over(lambda: p.key("ctrl+question"), "label", "shortcuts", "Next step")
        p.point_at(p.find("list", "This Clinic").children[0])
        p.find("text", "Name of the clinic")
        self.see_all("clinic")
        p.click("push button", "Cancel")
        p.find("label", self.initials)

    def steps(self, *steps, most=MOST):
        for number, step in enumerate(STEPS, 1):
            if step in steps:
                self.go(step)
                self.see_all(f"{self.sample}-{number}-{step.lower()}", most)

    def missing(self, page):
        """Next, pressed too early."""
        p = self.program
        self.consultation.next()
        p.wait(lambda: p.tree().find("alert"), "what is missing to be said")
        p.wait(lambda: (focus := p.focused()) and focus.role != "push button" and sweep.is_in_view(focus), "what is missing to be in view")
        self.see(page)

    def change(self):
        """An edit that ends what followed from it, which is asked about first."""
        p = self.program
        self.go("Plan")
        box = p.find("check box", re.compile("^Close to the eye"))
        self.over(lambda: p.point_at(box), "push button", "change", "Keep as It Was")

    def outcome(self):
        p = self.program
        self.over(lambda: p.click("push button", re.compile("^Outcome: ")), "heading", f"{self.sample}-outcome")

    def ending(self, kind):
        """How the consultation ends, up to the record."""
        c, p = self.consultation, self.program
        self.go("Signing")
        c.press("How this consultation ends", kind)
        if kind == "The patient agrees":
            p.find("heading", "Signatures")
        else:
            c.end("Spoken through with the patient.")
        c.confirm()
        self.see_all(f"{self.sample}-8-signatures")
        self.over(lambda: p.click("push button", "Look at the Sheet"), "image", f"{self.sample}-sheet", re.compile("^Page 1 of"))
        c.sign_typed(self.draft["patient"]["name"])
        c.sign_typed("Sample Practitioner")
        self.see(f"{self.sample}-9-signed")
        c.sign_off()
        p.find("heading", re.compile("saved|^Saved"))
        self.see_all(f"{self.sample}-10-saved", most=3)  # further down it is the sheet, which has pictures of its own


def blank(tour):
    """A new consultation whose first pages are left half filled."""
    c, p = tour.consultation, tour.program
    c.begin()
    tour.see_all("new-1-people")
    p.write("Date of birth", "31.2.2001")
    p.says("Not understood. For example 5")
    tour.missing("new-1-people-missing")
    c.people(medicines=["Isotretinoin"], allergies=["Lidocaine"])
    tour.see_all("new-1-people-filled")
    c.next()
    p.find("panel", "Plan")
    tour.see_all("new-2-plan")
    tour.missing("new-2-plan-missing")


def unanswered(tour):
    """The questions before one of them is answered."""
    tour.resume()
    tour.steps("Screening")
    tour.missing("new-3-screening-missing")


def desk(tour):
    """The first page as it stands on other days: on the first, with many drafts, and with files that cannot be used."""
    p = tour.program
    tour.over(lambda: p.menu("Main Menu", "About Needlepoint"), "label", "about", "Needlepoint", is_own=False)
    drafts, clinic = tour.program.desktop.drafts, tour.program.desktop.archive / "clinic.json"
    for number in range(1, 9):
        (drafts / f"{number:08d}-0000-4000-8000-000000000000.json").write_text("{}" if number == 1 else json.dumps(
            {**tour.draft, "id": f"{number:08d}-0000-4000-8000-000000000000"}), encoding="utf-8")
    tour.again("label", "This draft cannot be read. It is kept as it is.")
    tour.see_all("start-many")
    clinic.write_text('{"format": "needlepoint-clinic/1", "name": 3}', encoding="utf-8")
    tour.again("label", re.compile("clinic.json"))
    tour.see_all("start-problem")
    tour.program.point_at(tour.program.find("list", "This Clinic").children[0])
    tour.program.find("alert")
    tour.see_all("clinic-problem")
    for path in (clinic, *drafts.iterdir()):
        path.unlink()
    tour.again("label", "Tell the program about your clinic")
    tour.see_all("start-first")
    tour.program.click("push button", "New Consultation")
    tour.program.find("text", "Name of the clinic")
    tour.see("clinic-first")
    tour.program.click("push button", "Save")
    tour.program.says("The clinic's name stands on every sheet")
    tour.see("clinic-first-missing")


def talk(tour):
    """The whole talk, to a consent."""
    tour.start()
    tour.resume()
    tour.steps(*STEPS)
    tour.change()
    tour.outcome()
    tour.over(lambda: tour.program.key("F10"), "menu item", "menu", "Keyboard Shortcuts")
    tour.ending("The patient agrees")


def wait(tour):
    """A finding that puts the treatment off, in its list, on its question, and at the end."""
    tour.resume()
    tour.steps("Screening", "Disclosure", most=1)
    tour.steps("Decisions", "Signing")
    tour.outcome()
    tour.ending("Put off")


def others(tour):
    """People besides the patient, and what they bring with them."""
    tour.resume()
    tour.steps("People", "Plan", "Decisions", "Understanding", "Signing")


def refusal(tour):
    tour.resume()
    tour.ending("The patient says no")


def unsuitable(tour):
    tour.resume()
    tour.steps("Decisions")
    tour.outcome()
    tour.ending("Not suitable")


TOURS = {
    "melasma-roller-tranexamic": blank,
    "loose-skin-radiofrequency": unanswered,
    "blood-thinner-waits-for-prescriber": desk,
    "acne-scars-pen": talk,
    "isotretinoin-wait": wait,
    "minor-chickenpox-scar-stamp": others,
    "interpreter-stretch-marks": others,
    "refusal-fine-lines": refusal,
    "pacemaker-radiofrequency": unsuitable,
}

look, wanted = sys.argv[1], sys.argv[2:] or list(TOURS)
with Tap() as tap:
    for sample in wanted:
        tap.step(f"{look}: {sample}")
        with Desktop(**LOOKS[look]) as desktop:
            tour = Tour(look, desktop, sample)
            try:
                TOURS[sample](tour)
            finally:
                tap.note("\n".join(tour.wrong))
            assert not tour.wrong, f"{len(tour.wrong)} things are wrong"
