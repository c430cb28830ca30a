#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-oracle.py ASSESS-STREAM CATALOG [SEEDS [DOCUMENTS]]: compares the program's assessments with the oracle's, as TAP, one
line for each seed. Every third seed works with devices whose records say more than the shipped ones."""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import documents
import oracle

# What a clinic might have entered for its own devices.
CLINIC_DEVICES = {
    "roller": {"authorised": True, "evaluated_depth_um": 1000, "label_contraindications":
               ["age-18-21", "smoker", "sun-recent", "isotretinoin-recent", "herpes-history", "unknown:sun", "answers-contradict"]},
    "stamp": {"authorised": False, "authorised_uses": {("melasma", "cheek"), ("striae", "abdomen"), ("laxity", "face")}},
    "pen": {"authorised": True, "label_contraindications":
            ["breastfeeding", "bleeding-disorder", "anticoagulant", "broken-skin-active", "allergy-anaesthetic", "nickel-allergy",
             "skin-tone-iv-vi", "stainless-steel-allergy", "pregnancy-possible", "plan-topical-nonsterile"]},
    "rf": {"evaluated_depth_um": 2000, "authorised_uses": {("rejuvenation", "face"), ("laxity", "neck")},
           "label_contraindications": ["raised-tattoo-site", "melasma-present", "heart-liver"]},
}
DEVICES = {device: {**oracle.DEVICES[device], **said} for device, said in CLINIC_DEVICES.items()}


def clinic_catalogue(catalog, folder):
    """A copy of the catalogue with the clinic's devices in it."""
    copy = shutil.copytree(catalog, os.path.join(folder, "catalog"))
    path = os.path.join(copy, "devices.json")
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    for device in data["devices"]:
        said = dict(CLINIC_DEVICES[device["id"]])
        if "authorised_uses" in said:
            said["authorised_uses"] = [{"indication": indication, "area": area} for indication, area in sorted(said["authorised_uses"])]
        device.update(said)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file)
    return copy


def assessed(program, catalog, cases):
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    answer = subprocess.run([program, catalog], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def in_the_same_shape(answer):
    """The program's assessment as the oracle writes its own."""
    if "refused" in answer:
        return answer
    assessment = answer["assessment"]
    return {"outcome": assessment["outcome"], "clear_date": assessment.get("clear_date"),
            "findings": {found["id"]: (found["class"], found.get("clear_date")) for found in assessment["findings"]},
            "met": {met["id"]: met["clear_date"] for met in assessment["met"]},
            "risks": {risk["id"]: set(risk["because"]) for risk in assessment["risks"]},
            "unanswered": set(assessment["unanswered"]),
            "for_signature": assessment["for_signature"]}


def differences(ours, theirs):
    for part in theirs:
        a, b = ours.get(part), theirs[part]
        if a == b:
            continue
        if isinstance(a, dict) and isinstance(b, dict):
            for one in sorted(set(a) | set(b)):
                if a.get(one) != b.get(one):
                    yield "%s %s: oracle %s, program %s" % (part, one, a.get(one), b.get(one))
        else:
            yield "%s: oracle %s, program %s" % (part, a, b)


def wrong_remedies(case, ours, answer, devices):
    """A remedy has to lift its finding, and one is told wherever D4 names one that does."""
    told = {}
    for remedy in answer["assessment"]["remedies"]:
        told.setdefault(remedy["finding"], []).append(remedy["change"])
        if remedy["change"] not in oracle.LIFTED_BY.get(remedy["finding"], []):
            yield "remedy %(finding)s %(change)s is none of the brief's" % remedy
        elif not oracle.lifts(case, remedy["finding"], remedy["change"], devices):
            yield "remedy %(finding)s %(change)s does not lift it" % remedy
    for finding in sorted(ours["liftable"] & set(oracle.LIFTED_BY) - set(told)):
        if any(oracle.lifts(case, finding, change, devices) for change in oracle.LIFTED_BY[finding]):
            yield "remedy of %s is not told" % finding


def without_decisions(case):
    return {member: value for member, value in case.items() if member != "decisions"}


def varied(generator, case):
    """The document with one question answered otherwise, and which."""
    slug = generator.random.choice(list(documents.STATES))
    generator.today, generator.planned = oracle.Case(case).assessed, oracle.Case(case).planned
    return slug, {**case, "answers": {**case["answers"], slug: {"states": generator.troubled(slug)}}}


def wrong_bases(case, bases, slug, other, other_bases, devices):
    """What a decision stands on changes with the class and the date of its finding, and not with what has nothing to do with it."""
    before, after = (oracle.assess(without_decisions(one), devices)["findings"] for one in (case, other))
    for finding in sorted(set(bases) & set(other_bases)):
        same = bases[finding] == other_bases[finding]
        if before[finding] != after[finding] and same:
            yield "basis of %s stays the same over a change of class or date (%s)" % (finding, slug)
        if not same and slug not in oracle.questions_read(case, finding, devices) | oracle.questions_read(other, finding, devices):
            yield "basis of %s changes with the answer to %s" % (finding, slug)


class Block:
    """The documents of one seed."""

    def __init__(self, program, catalog, devices, seed, count):
        self.devices = devices
        generator = documents.Generator(seed)
        self.cases = [generator.document() for _ in range(count)]
        variants = [varied(generator, case) for case in self.cases]
        self.slugs = [slug for slug, _ in variants]
        self.others = [other for _, other in variants]
        self.answers = assessed(program, catalog, self.cases)
        self.other_answers = assessed(program, catalog, [without_decisions(other) for other in self.others])

    def complaints(self, number):
        case, answer, other_answer = self.cases[number], self.answers[number], self.other_answers[number]
        ours = oracle.assess(case, self.devices)
        yield from differences(ours, in_the_same_shape(answer))
        if "refused" not in answer:
            yield from wrong_remedies(case, ours, answer, self.devices)
        if "refused" not in answer and "refused" not in other_answer:
            yield from wrong_bases(case, answer["bases"], self.slugs[number], self.others[number], other_answer["bases"], self.devices)

    def run(self, name):
        found = [(number, complaint) for number in range(len(self.cases)) for complaint in self.complaints(number)]
        agreed = len(self.cases) - len({number for number, _ in found})
        print("%s %s: %d documents agree" % ("not ok" if found else "ok", name, agreed), flush=True)
        for number, complaint in found[:40]:
            print("# document %d: %s" % (number, complaint))
        for number in sorted({number for number, _ in found})[:3]:
            print("# document %d is %s" % (number, json.dumps(self.cases[number])))
        return not found


def main():
    program, catalog = sys.argv[1:3]
    seeds, count = [int(word) for word in sys.argv[3:] + ["10", "300"][len(sys.argv) - 3:]]
    well = True
    print("1..%d" % seeds, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        clinic = clinic_catalogue(catalog, folder)
        for seed in range(seeds):
            ours = seed % 3 == 2
            block = Block(program, clinic if ours else catalog, DEVICES if ours else oracle.DEVICES, seed, count)
            well &= block.run("%d - seed %d%s" % (seed + 1, seed, " with a clinic's devices" if ours else ""))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
