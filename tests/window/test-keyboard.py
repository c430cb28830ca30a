#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a pointer: from the start page to a saved consent by keys alone, and a healthy adult's screening takes at most sixty of them."""
import re

from desktop import Desktop
from records import check_record
from tap import Tap

MOST_PRESSES = 60
NEXT = "alt+Page_Down"

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import ALWAYS, CLINIC, GONE_THROUGH, PATIENT, TOLD, Consultation
    from days import born, day
    from keyboard import Keyboard
    from program import Program

    program = Program(desktop)
    consultation = Consultation(program)
    keys = Keyboard(program)

    def focus_leaves(inside, what):
        """Waits until the focus is elsewhere, and gives where."""
        return program.wait(lambda: (node := program.focused()) and not any(up.name == inside for up in node.ancestors()) and node, what)

    tap.step("the clinic, once")
    keys.press("push button", "New Consultation")
    program.find("text", "Name of the clinic")
    for name, text in CLINIC.items():
        keys.write(name, text)
    keys.go_to("push button", "Save")
    program.key("Return")

    tap.step("the people")
    program.find("text", "Full name")
    keys.write("Full name", PATIENT)
    keys.write("Date of birth", born(34).isoformat())
    keys.tick(catalog.words("identified_by", "photo-id"))
    keys.tick(re.compile("^Takes none"))
    keys.tick(re.compile("^None known"))
    program.key(NEXT)

    tap.step("the plan: lists open with Space and are chosen from with arrows")
    consultation.is_on("What is planned")
    indication, area = catalog.indication("acne-scar-atrophic"), catalog.area("cheek")
    depth = f"Needle depth in mm (optional), {indication}: {area}"
    keys.pick("What is treated", indication, lambda: consultation.options("What is treated"))
    keys.pick("Where", area, lambda: consultation.options("Where"))
    program.find("text", depth)
    keys.go_to("text", depth, key="shift+Tab")
    program.type("1.5")
    keys.pick("Device", catalog.device("pen"), lambda: consultation.options("Device"))
    keys.pick("Needles are made of (optional)", catalog.material("stainless-steel"),
              lambda: consultation.options("Needles are made of (optional)"))
    keys.go_to("radio button", None, "Numbing cream")
    keys.go_to("radio button", catalog.anaesthetic("none"), key="Right")
    program.key("space")
    keys.write("First session on (optional)", day(14).isoformat())
    for check in catalog.read("devices")["plan_checks"]:
        if program.has("grouping", check["ask"]):
            keys.choose(check["ask"], "y", "Yes, confirmed")
    program.key(NEXT)

    tap.step(f"a healthy adult is screened with at most {MOST_PRESSES} keys, and behind the last answer is the way on")
    consultation.is_on("Questions about you and your skin")
    questions = {one["ask"]: one for one in catalog.questions()}
    program.presses = 0
    for _ in range(MOST_PRESSES):
        node = program.wait(program.focused, "the focus")
        asked = next((up.name for up in node.ancestors() if up.name in questions), None)
        if asked is None:
            break
        question = questions[asked]
        state = next(iter(ALWAYS.get(question["id"], {})), None)
        place = [one["id"] for one in question["states"]].index(state) + 1 if state else None
        program.key(str(place) if state else "n")
        node = program.wait(lambda: (now := program.focused()) and now.path != node.path and now, "what comes next")
        if any(up.name == asked for up in node.ancestors()):
            program.key("Return")   # it asks for more, and nothing of that applies
            focus_leaves(asked, "the next question")
    tap.note(f"{program.presses} keys for the screening")
    assert program.presses <= MOST_PRESSES, program.presses
    program.says("Outcome: Can go ahead")
    program.picture("keyboard-screened")
    assert node.role == "push button" and node.name.startswith("Next"), node
    program.key("Return")

    tap.step("the decisions: none")
    consultation.is_on("What was found, and what was decided")
    program.key(NEXT)

    tap.step("everything is gone through with Space")
    heading = consultation.is_on("What you should know")
    program.wait(lambda: "focused" in heading.live_states(), "the page to begin at its heading")
    keys.move()
    consultation.go_through(program.tree().find_all("check box", GONE_THROUGH))
    consultation.go_through(program.tree().find_all("check box", TOLD))
    keys.write("What do you hope for?", "Smoother cheeks.")
    keys.tick("What matters most to you, or worries you?: None stated")
    keys.tick("No questions were asked")
    keys.write("One session", "180")
    for photograph in catalog.read("information")["photographs"]:
        keys.choose(photograph["ask"], "n", "No")
    program.key(NEXT)

    tap.step("everything is said back: Next leads to what is open")
    consultation.is_on("In your own words")
    asked = [node.name for node in program.tree().find_all("grouping") if any(part.name == "In own words" for part in node.walk())]
    for name in asked:
        keys.choose(name, "y", "In own words")
    program.key(NEXT)

    tap.step("both sign by typing their names")
    consultation.is_on("Your decision")
    keys.choose("How this consultation ends", "a", "The patient agrees")
    keys.press("push button", "Name and Date of Birth Are Right")
    keys.go_to("radio button", None, "How would you like to have your copy?")
    program.key("space")
    for who in (PATIENT, "Sample Practitioner"):
        card = consultation.card_of(who)
        keys.choose(f"How to sign: {card}", "t", "Type the name")
        keys.write("Type your full name to sign", who, inside=card)
        keys.press("push button", f"Sign: {card}")
        consultation.signed(card)
    keys.press("push button", re.compile("^Sign Off and Save"))

    tap.step("the consent is on disk")
    path, record = consultation.saved()
    program.find("heading", "The consent is saved")
    check_record(path, record, kind="consent", outcome="proceed")
    answers = record["record"]["consultation"]["answers"]
    assert answers["keloid"]["states"] == [{"is": "no"}] and "together" not in answers["keloid"], answers["keloid"]
    program.picture("keyboard-saved")
    assert program.stop() == 0
