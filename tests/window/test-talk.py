#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written down during the talk: words or none of them, what it costs, and whether it was understood."""
import json
import re

from desktop import Desktop
from tap import Tap

WORRIES = "What matters most to you, or worries you?"
NONE = f"{WORRIES}: None stated"


def cards_of(program):
    """The questions that are asked back."""
    return [node for node in program.tree().find_all("grouping") if any(part.name == "In own words" for part in node.walk())]


with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import Consultation
    from program import Program
    from samples import NOT_YET, put_draft

    def in_draft(*members):
        value = consultation.draft()
        for member in members:
            value = (value or {}).get(member)
        return value

    tap.step("a note for staff is not on the page that the patient reads along")
    put_draft(desktop, "acne-scars-pen", without=NOT_YET + ("understanding", "disclosure/matters", "disclosure/costs"))
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.resume()
    program.point_at(program.find("list item", re.compile("^Disclosure: ")))
    consultation.is_on("What you should know")
    risk = next(one for one in catalog.read("risks")["risks"] if one["id"] == "risk-herpes-reactivation")
    assert not program.has("label", risk["staff_note"])
    program.point_at(program.find("push button", f"For staff: {risk['title']}"))
    program.says(risk["staff_note"])
    program.picture("for-staff")
    program.key("Escape")

    tap.step("a question stays where it is when nothing is stated")
    none = program.find("check box", NONE)
    consultation.tick(NONE)
    program.wait(lambda: in_draft("disclosure", "matters") == {"none": True}, "“none” in the draft")
    assert program.has("label", WORRIES) and program.has("text", WORRIES)
    program.picture("none-stated")

    tap.step("who begins to write takes it back, and no tick takes the words away")
    program.write(WORRIES, "Work on Monday.")
    program.wait(lambda: in_draft("disclosure", "matters") == {"text": "Work on Monday."}, "the words in the draft")
    program.wait(lambda: not {"checked", "sensitive"} & none.live_states(), "“none” to be off")

    tap.step("Tab, pressed right after the last word, does not stop at a “none” that goes with the words")
    program.write(WORRIES, "")
    program.wait(lambda: "sensitive" in none.live_states(), "“none” to be possible")
    program.point_at(program.find("text", WORRIES))
    program.type("Work.")
    program.key("Tab")
    program.wait(lambda: in_draft("disclosure", "matters") == {"text": "Work."}, "the words in the draft")
    focus = program.focused()
    assert focus and focus.name not in (WORRIES, NONE) and focus.role != "frame", focus and (focus.role, focus.name)

    tap.step("the price of a session tells the price of the course")
    program.write("One session", "95,50 EUR")
    sessions = in_draft("plan", "sessions")
    program.says(re.compile(rf"^{sessions} sessions as planned: {str(95.5 * sessions).replace('.', ',')}0 EUR"))
    program.picture("costs")

    tap.step("said back after explaining is the second try, and nothing moves for it")
    consultation.next()
    consultation.is_on("In your own words")
    asked = [one["ask"] for one in catalog.read("teach-back")["questions"]][:2]
    cards = [next(node for node in program.tree() if node.name == ask and node.role == "panel") for ask in asked]
    assert all(any(part.name == "Not asked yet." for part in card.walk()) for card in cards)
    before = cards[1].extents()
    consultation.press(asked[0], "After explaining again")
    program.says("Asked 2 times.")
    assert cards[1].extents() == before, (before, cards[1].extents())
    program.picture("asked-twice")

    tap.step("what was not understood is said another way at once")
    consultation.press(asked[1], "Not yet")
    program.says(next(one["explain"] for one in catalog.read("teach-back")["questions"] if one["ask"] == asked[1])[:40])
    consultation.next()
    program.says(re.compile("^Explain it again, another way, and ask once more: "))
    all_of_them = len(cards_of(program))
    program.says(f"1 of {all_of_them} said back")
    program.picture("said-another-way")

    tap.step("with the keyboard one key answers and leads on to the next, which is in view")
    third, fourth, fifth = cards_of(program)[2:5]

    def is_next(card):
        return (node := program.focused()) and any(up.name == card.name for up in node.ancestors()) and program.is_in_view(node)

    program.point_at(next(part for part in third.walk() if part.name == "Not yet"))
    program.key("y")
    program.wait(lambda: is_next(fourth), "the next question to have the focus")
    program.key("space")
    program.wait(lambda: is_next(fifth), "the one after it to have the focus")
    program.says(f"3 of {all_of_them} said back")

    tap.step("the window closes without a word")
    assert program.stop() == 0

    tap.step("ticks of risks that nobody was shown are taken back when the draft is opened, and that is said")
    path = next(desktop.drafts.glob("*.json"))
    draft = json.loads(path.read_text(encoding="utf-8"))
    draft["log"] = [one for one in draft["log"] if one["what"] != "shown"]
    path.write_text(json.dumps(draft), encoding="utf-8")
    program = Program(desktop)
    consultation = Consultation(program)
    program.point_at(program.find("label", "SP"))
    program.find("dialog", "Some Things Have to Be Done Again")
    program.says("was ticked without having been shown")
    program.picture("draft-lost-ticks")
    program.click("push button", "Go On")
    consultation.is_on("What you should know")
    program.says(re.compile("^0 of [0-9]+ risks gone through"))
