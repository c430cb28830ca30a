#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed in the middle, as by a power cut: what is older than a second is there again, and the talk goes on where it was."""
import time

from desktop import Desktop
from tap import Tap

with Tap() as tap, Desktop() as desktop:
    import catalog
    from consultation import PATIENT, Consultation
    from program import Program

    tap.step("a consultation comes as far as its questions")
    program = Program(desktop)
    consultation = Consultation(program)
    consultation.begin()
    consultation.people(medicines=["Cetirizine"])
    consultation.next()
    consultation.plan()
    consultation.next()
    consultation.answer("voluntary", {"own-idea": {}})
    consultation.answer("keloid", {"no": {}})
    said = time.monotonic()

    tap.step("every answer is on disk within a second")
    consultation.wait_for_draft(lambda draft: "keloid" in draft.get("answers", {}), "the last answer")
    took = time.monotonic() - said
    tap.note(f"on disk after {took:.2f} s, as seen from outside")
    assert took < 5, took  # a second of the program's, and however long a loaded machine takes to look
    before = consultation.draft()
    program.kill()

    tap.step("the start page offers it by initials and time, without a name")
    program = Program(desktop)
    consultation = Consultation(program)
    program.find("label", "SP")
    assert not any(PATIENT in node.name for node in program.tree())
    program.picture("start-draft")

    tap.step("it goes on at the questions with nothing lost")
    consultation.resume()
    consultation.is_on("Questions about you and your skin")
    for slug, words in (("voluntary", catalog.state("voluntary", "own-idea")["label"]), ("keloid", "No")):
        node = program.find("radio button", words, catalog.question(slug)["ask"])
        assert "checked" in node.states, slug
    consultation.answer("isotretinoin", {"no": {}})
    after = consultation.wait_for_draft(lambda draft: "isotretinoin" in draft["answers"], "the next answer")
    assert after["answers"].pop("isotretinoin")["states"] == [{"is": "no"}]
    for member in ("id", "patient", "medicines", "allergies", "plan", "answers", "planned_on"):
        assert after[member] == before[member], member
    assert any(one["what"] == "resumed" for one in after["log"])
    assert after["log"][:len(before["log"])] == before["log"], "the log was rewritten"
