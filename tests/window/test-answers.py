#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers beside the plain ones: of an earlier day, in another unit, with a note, not said, why it is asked, taken back, begun and not yet
whole, "no" to a group of which the lists know better, and a decision that settles something."""
import json
import re

from desktop import Desktop
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import Consultation
    from days import day
    from program import Program
    from samples import NOT_YET, TALK, put_draft

    STILL_RIGHT = "Asked Again Today: Still Right"
    ALLERGIES = ("allergy-anaesthetic", "metal-allergy", "allergy-other")

    def answered(slug):
        return ((consultation.draft() or {}).get("answers", {}).get(slug, {})).get("states")

    def wait_for_answer(slug, states):
        program.wait(lambda: answered(slug) == states, f"{slug} to be {states} in the draft")

    def asks(slug):
        return catalog.question(slug)["ask"]

    def focus_in(slug):
        return lambda: (node := program.focused()) and any(up.name == asks(slug) for up in node.ancestors())

    def put_yesterday(draft):
        """As if all of it had been answered the day before."""
        yesterday = day(-1).isoformat()
        for one in draft["answers"].values():
            one["on"] = yesterday
        draft["assessed_on"] = yesterday
        (desktop.drafts / f"{draft['id']}.json").write_text(json.dumps(draft), encoding="utf-8")

    without = NOT_YET + TALK + tuple(f"answers/{slug}" for slug in ALLERGIES + ("keloid", "diabetes", "cold-sores"))
    put_yesterday(put_draft(desktop, "acne-scars-pen", without=without))
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.resume()
    program.says("A new day has begun: medicines, allergies and some questions are asked again.")
    program.click("push button", "Go On")
    while program.has("push button", STILL_RIGHT):
        again = program.click("push button", STILL_RIGHT)
        program.wait(lambda one=again: not any(node.path == one.path for node in program.tree()), f"{again} to be gone")
    consultation.next()
    consultation.is_on("What is planned")
    program.says("Please check and answer it again today.")
    program.picture("checks-again")
    consultation.checks()
    program.wait(lambda: not any("answer it again today" in words for words in program.labels()), "the checks to be of today")
    consultation.next()
    consultation.is_on("Questions about you and your skin")

    tap.step("what was answered yesterday is shown, and confirmed with one press")
    program.says("No. Still so?")
    assert "checked" not in program.find("radio button", "No", asks("skin-infection")).states
    program.click("push button", "Still So", asks("skin-infection"))
    program.wait(lambda: consultation.draft()["answers"]["skin-infection"]["on"] == day().isoformat(), "today's answer")
    program.wait(lambda: "checked" in program.find("radio button", "No", asks("skin-infection")).states, "No to be pressed")
    wait_for_answer("skin-infection", [{"is": "no"}])

    tap.step("why it is asked unfolds, and folds again")
    why = program.click("push button", "Why this is asked", asks("keloid"))
    program.says(catalog.question("keloid")["why"])
    assert "expanded" in why.live_states()
    why.act()
    program.wait(lambda: "expanded" not in why.live_states(), "it to be folded")

    tap.step("who would rather not say has answered")
    consultation.press(asks("keloid"), "Rather not say")
    wait_for_answer("keloid", [{"is": "prefer-not-to-say"}])
    consultation.press(asks("keloid"), "No")

    tap.step("a note belongs to its question, and outlives another answer")
    program.click("push button", "Note on this answer", asks("keloid"))
    program.write("Note", "One raised scar, unsure.", inside=asks("keloid"))
    program.wait(lambda: consultation.draft()["answers"]["keloid"].get("note") == "One raised scar, unsure.", "the note")
    consultation.press(asks("keloid"), "Don’t know")
    wait_for_answer("keloid", [{"is": "dont-know"}])
    assert consultation.draft()["answers"]["keloid"]["note"] == "One raised scar, unsure."

    tap.step("HbA1c in percent is converted, and said")
    consultation.press(asks("diabetes"), "Yes")
    program.wait(focus_in("diabetes"), "the details to have the focus")
    program.write("Last HbA1c", "7.2 %", inside=asks("diabetes"))
    program.says("That is 56 mmol/mol.")
    wait_for_answer("diabetes", [{"is": "diabetes", "hba1c": 56}])
    program.write("Last HbA1c", "seven", inside=asks("diabetes"))
    program.says("Please give a whole number.")

    tap.step("a Yes that waits for its details is said beside the count, and the whole of it is in view")
    consultation.press(asks("cold-sores"), "Yes")
    program.says(f"details open: {catalog.question('cold-sores')['topic']}")
    row = next(node for node in program.tree().find_all("panel", asks("cold-sores")))
    program.wait(lambda: program.is_in_view(row), "the question with its details to be in view")
    program.picture("answers-pending")
    consultation.tick(catalog.state("cold-sores", "ever")["label"], inside=asks("cold-sores"))
    wait_for_answer("cold-sores", [{"is": "ever"}])
    program.wait(lambda: not any("details open" in words for words in program.labels()), "the count to be plain again")

    tap.step("before a group is answered with No, the sentence has the focus and the lists are told")
    group = next(one for one in catalog.read("questions")["groups"] if one["id"] == "allergies")
    consultation.offer_of(group).act()
    program.says("On the list of allergies: Penicillin.")
    program.wait(lambda: (node := program.focused()) and node.name == group["all_no"], "the sentence to have the focus")
    program.picture("answers-aloud")
    program.key("Return", "n")
    assert not any(answered(slug) for slug in ALLERGIES)

    tap.step("Escape leaves it, and the letters belong to a question again")
    program.key("Escape")
    program.wait(focus_in("allergy-anaesthetic"), "the first question to have the focus")
    assert not program.has("push button", "Right: All of These Are No")
    program.key("n")
    wait_for_answer("allergy-anaesthetic", [{"is": "no"}])

    tap.step("a No to the group leaves open what the lists know of, and Undo takes it back")
    consultation.all_no(group)
    wait_for_answer("metal-allergy", [{"is": "no"}])
    program.wait(focus_in("allergy-other"), "the question about other allergies to have the focus")
    assert answered("allergy-other") is None
    program.click("push button", "Undo")
    program.wait(lambda: answered("metal-allergy") is None, "the answer to be taken back")
    assert answered("allergy-anaesthetic") == [{"is": "no"}]

    tap.step("the next answer ends the offer of Undo, which would take that one back")
    consultation.all_no(group)
    program.wait(focus_in("allergy-other"), "the question about other allergies to have the focus")
    program.find("push button", "Undo")
    program.key("n")
    wait_for_answer("allergy-other", [{"is": "no"}])
    program.wait(lambda: not program.has("push button", "Undo"), "the offer to go")
    assert answered("metal-allergy") == [{"is": "no"}]

    tap.step("a decision settles what the finding asks, and leads on from the button that was pressed")
    assert program.stop() == 0
    for path in desktop.drafts.glob("*.json"):
        path.unlink()
    draft = put_draft(desktop, "acne-scars-pen", without=NOT_YET + TALK)
    draft["answers"]["cold-sores"]["states"] = [{"is": "ever"}]
    (desktop.drafts / f"{draft['id']}.json").write_text(json.dumps(draft), encoding="utf-8")
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.resume()
    program.click("list item", re.compile("^Decisions"))
    consultation.is_on("What was found, and what was decided")
    title = catalog.finding("herpes-history")["title"]
    settles = catalog.finding("herpes-history")["settles"]
    consultation.decide("herpes-history", "Go ahead", "It came once, years ago.")
    program.says("Choose what is settled with it.")
    program.picture("answers-settles")
    consultation.press_in(title, settles["ask"], settles["answers"][1]["label"])
    program.click("push button", "Record the Decision", title)
    reason = f"{settles['ask']}: {settles['answers'][1]['label']}. It came once, years ago."
    program.wait(lambda: any(one.get("reason") == reason for one in consultation.draft().get("decisions") or ()), "the decision")
    program.wait(lambda: (node := program.focused()) and node.name != "Take Back", "the focus to go on")

    tap.step("a decision that was taken back comes again with Undo")
    program.click("push button", "Take Back", title)
    program.wait(lambda: not consultation.draft().get("decisions"), "no decision")
    program.click("push button", "Undo")
    program.wait(lambda: consultation.draft().get("decisions"), "the decision again")

    tap.step("the window closes without a word")
    assert program.stop() == 0
