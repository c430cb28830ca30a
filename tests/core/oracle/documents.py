# SPDX-License-Identifier: GPL-3.0-or-later
"""Consultation documents by chance from a seed: every state and field, partial dates, days around every interval, lists with
the words of the groups, every element of a plan, checks, decisions, and what is not answered at all."""

import datetime
import random

import oracle

TODAYS = ["2026-03-10", "2024-02-29", "2023-08-31", "2026-01-31", "2025-12-31", "2027-03-01", "2026-05-15"]
INTERVALS = ["2 d", "3 d", "7 d", "14 d", "21 d", "28 d", "42 d", "12 w", "3 m", "6 m", "12 m"]
INDICATIONS = ["acne-scar-atrophic", "scar-other", "striae", "melasma", "pih", "pigment-other", "laxity", "rejuvenation"]
AREAS = """forehead-temple nose periorbital perioral-lip cheek chin-jaw neck decollete abdomen flank thigh buttock hands back
shoulder-upper-arm breast knee-calf scalp""".split()
DEVICES = ["roller", "stamp", "pen", "rf"]
TOPICALS = ["tretinoin", "vitamin-c", "txa", "prp", "ha", "growth-factor-exosome"]
MATERIALS = ["stainless-steel", "titanium-coated", "gold-coated", "other"]
DISEASES = ["eczema", "psoriasis", "rosacea", "lichen-planus", "vitiligo", "reactive-skin", "other"]

# D3: the states of each question and the fields of each state
STATES = {
    "capacity-support": {"support-given": ["what"], "doubt": ["why"]},
    "interpreter": {"interpreter-needed": ["professional", "name"], "other-help": ["what"]},
    "voluntary": {"pressure": [], "not-own-wish": []},
    "expectations-wellbeing": {"wants-removal": [], "wants-perfect": [], "result-by-date": ["by"], "hours-of-worry": [],
                               "avoidance": [], "others-do-not-see-it": [], "unhappy-before": [], "positive-screen": ["tool"]},
    "impaired-today": {"alcohol": ["on"], "drugs": ["on"], "sedative": ["on"]},
    "skin-infection": {"now": ["kind"], "cleared": ["on"]},
    "acne-active": {"now": [], "settled": ["on"]},
    "cold-sores": {"now": [], "healed": ["on"], "ever": [], "ever-in-area": []},
    "skin-unstable": {"flaring": ["disease!"], "in-area": ["disease!"], "quiet": ["disease!", "on"], "never-in-area": ["disease!"]},
    "broken-skin": {"now": ["kind"], "healed": ["on"]},
    "suspicious-lesion": {"suspicious": ["where"], "cancer-in-area": [], "cancer-in-area-past": ["on"], "cancer-elsewhere": ["on"],
                          "rough-patches": []},
    "keloid": {"beyond-wound": [], "within-wound": [], "family": []},
    "sun": {"tan": ["on"], "sunburn": ["on"], "sunbed": ["on"], "self-tan": ["on"], "trip": ["ahead"]},
    "skin-tone": {state: [] for state in oracle.TYPES + ["burns-only", "burns-then-tans", "tans-only", "dark-marks"]},
    "melasma": {"in-area": [], "elsewhere": []},
    "raised-tattoo": {"avoidable": ["what"], "unavoidable": ["what"]},
    "isotretinoin": {"current": [], "stopped": ["on"]},
    "blood-thinner": {"anticoagulant": ["name"], "antiplatelet": ["name"]},
    "otc-bleed": {"last-week": ["which-otc"]},
    "immune": {"disease": ["name"], "medicine": ["name"], "long-term-steroid": ["name"]},
    "photosensitiser": {"medicine": ["name"]},
    "actives": {state: ["on"] for state in
                "retinoid exfoliating-acid benzoyl-peroxide hydroquinone scrub wax threading depilatory".split()},
    "allergy-anaesthetic": {"amide": ["which-amide", "reaction"], "ester": ["reaction"]},
    "methaemoglobin": {"methaemoglobinaemia": [], "family": [], "g6pd-deficiency": [], "medicine": ["name"]},
    "heart-liver": {"rhythm": [], "heart": [], "liver": [], "kidney": [], "epilepsy": [], "high-blood-pressure": [],
                    "antiarrhythmic": ["name"]},
    "metal-allergy": {"steel": [], "nickel": []},
    "allergy-topical": {"product": ["which-topical"], "skincare": []},
    "allergy-other": {"antiseptic": [], "latex": [], "adhesive": [], "antibiotic": [], "severe": ["cause"]},
    "pregnancy": {"pregnant": ["weeks", "due"], "possible": [], "period-late": [], "trying": [], "test-negative": ["on-day"],
                  "last-period": ["on"]},
    "breastfeeding": {"breastfeeding": []},
    "bleeding-disorder": {"disorder": ["name"], "bruises-easily": []},
    "diabetes": {"diabetes": ["hba1c", "on", "poorly-controlled"]},
    "connective-tissue": {"not-active-in-skin": ["name"], "active-in-skin": ["name"], "scleroderma": []},
    "cancer-treatment": {"chemotherapy-now": [], "radiotherapy-now": [], "radiotherapy-area": ["on"], "past": ["on"]},
    "healing-smoking": {"slow-healing": [], "ulcers": [], "smokes": [], "vapes": []},
    "electronic-implant": {"implant": ["kind-of-implant"]},
    "metal-filler-area": {"metal": [], "gold-or-permanent-threads": [], "silicone": [], "permanent-filler": []},
    "prp-blood": {"platelets": [], "sepsis": [], "blood-cancer": [], "anaemia": [], "blood-borne-virus": []},
    "clot-txa": {"clot": [], "stroke": [], "family": [], "clotting-tendency": [], "heart-disease": [], "combined-hormonal": ["name"]},
    "fainting": {"faints": [], "phobia": []},
    "recent-resurfacing": {"peel-light": ["on"], "peel-deep": ["on"], "laser-nonablative": ["on"], "laser-ablative": ["on"],
                           "other": ["on", "what"]},
    "recent-injectables": {"filler": ["on"], "skin-booster": ["on"], "fat": ["on"], "threads": ["on"], "botulinum": ["on"]},
    "recent-surgery-illness": {"surgery": ["on"], "injury": ["on"], "unwell": [], "recovered": ["on"]},
    "previous-needling": {"session": ["on", "rf"], "bad-reaction": ["what"]},
}
OTHER_MEDICINES = ["Cetirizine 10 mg", "Paracetamol", "Apixabanol", "Aspirinade", "Folic acid", "Hrtx", "tretinoin cream", "", "x"]
OTHER_ALLERGIES = ["Penicillin", "Peanuts", "Steelworks dust", "nickelodeon", "isotretinoin", "Wasp sting", "vitamin-c", "vitamin cc"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, items):
        return self.random.choice(items)

    def some(self, items, most=3):
        return self.random.sample(items, self.random.randint(1, min(most, len(items))))

    def near(self, date):
        return date + datetime.timedelta(days=self.pick([-2, -1, -1, 0, 0, 0, 1, 1, 2]))

    def past_day(self):
        """A day for which `planned` lies just before, on or just after the end of some interval."""
        if self.chance(70):
            interval = self.pick(INTERVALS)
            if interval.endswith("m"):
                return self.near(oracle.add_months(self.planned, -int(interval.split()[0])))
            return self.near(self.planned - (oracle.add(self.planned, interval) - self.planned))
        return self.today - datetime.timedelta(days=self.random.randint(0, 800))

    def date(self, ahead=False):
        date = self.near(self.planned + datetime.timedelta(days=14)) if ahead and self.chance(60) else self.past_day()
        if date > self.today and not ahead and not self.chance(10):
            date = self.today
        if self.chance(3):
            date = self.today + datetime.timedelta(days=self.random.randint(1, 70))
        return date.isoformat()[:self.pick([10] * 8 + [7, 7, 4])]

    def words(self, table):
        word = self.pick([word for words in table.values() for word in words.split(", ") if word])
        word = self.pick([word, word.upper(), word.title()])
        return self.pick(["%s", "%s 5 mg", "Brand (%s)", "mix of %s/zinc", "%s, daily", "-%s-", "x%s", "%sine", "a.%s.b"]) % word

    def put_field(self, entry, field):
        which = {"which-otc": ["nsaid", "aspirin", "fish-oil", "ginkgo", "garlic", "vitamin-e", "ginseng"],
                 "which-amide": ["lidocaine", "prilocaine", "other"], "which-topical": TOPICALS,
                 "kind-of-implant": ["pacemaker", "icd", "neurostimulator", "pump", "cochlear", "glucose-sensor", "other"]}
        if field == "disease!":
            entry["disease"] = self.pick(DISEASES + ["vitiligo"] * 3)
        elif self.chance(15):
            return
        elif field in which:
            entry["kind" if field == "kind-of-implant" else "which"] = self.some(which[field])
        elif field in ("on", "ahead"):
            entry["on"] = self.date(field == "ahead")
        elif field == "on-day":
            entry["on"] = self.pick([self.planned, self.planned, self.today, self.near(self.planned)]).isoformat()
        elif field in ("due", "by"):
            entry[field] = (self.today + datetime.timedelta(days=self.random.randint(1, 250))).isoformat()
        elif field in ("professional", "rf", "poorly-controlled"):
            entry[field] = self.chance(50)
        elif field == "weeks":
            entry[field] = self.random.randint(1, 40)
        elif field == "hba1c":
            entry[field] = self.pick([20, 48, 68, 69, 69, 70, 90])
        elif field == "tool":
            entry[field] = self.pick(["bddq", "dcq", "cops", "other"])
        else:
            entry[field] = self.pick(["said", "Sample words"])

    def state(self, slug, name):
        entry = {"is": name}
        for field in STATES[slug][name]:
            self.put_field(entry, field)
        return entry

    def untroubled(self, slug):
        if slug == "voluntary":
            return [{"is": "own-idea"}]
        if slug == "skin-tone":
            return [{"is": self.pick(oracle.TYPES[:3])}]
        if slug in ("pregnancy", "breastfeeding") and self.chance(30):
            return [{"is": "not-applicable"}]
        return [{"is": "no"}]

    def troubled(self, slug):
        states = [self.state(slug, name) for name in self.some(list(STATES[slug]))]
        if self.chance(20):
            states.append(self.state(slug, self.pick(list(STATES[slug]))))
        if slug == "skin-tone" and self.chance(60):
            states.append({"is": self.pick(oracle.TYPES)})
        if self.chance(12):
            states = states if self.chance(40) else []
            states.append({"is": self.pick(["dont-know", "dont-know", "prefer-not-to-say"])})
        self.random.shuffle(states)
        return states

    def answer(self, slug):
        if self.chance(self.silent):
            return self.pick([None, {"states": []}, {}])
        answer = {"states": self.troubled(slug) if self.chance(self.trouble) else self.untroubled(slug)}
        if self.chance(5):
            answer["note"] = "said in passing"
        if self.chance(3):
            answer["on"] = self.pick([self.today, self.today - datetime.timedelta(days=1)]).isoformat()
        return answer

    def entry(self, member, table, others, groups):
        entry = {member: (self.words(table) if self.chance(75) else self.pick(others)) or "unnamed"}
        if self.chance(8):
            entry["groups_added"] = self.some(groups, 2)
        if self.chance(8):
            entry["groups_removed"] = self.some([group for group in groups if group not in entry.get("groups_added", [])], 3)
        return entry

    def lists(self, document):
        for name, member, table, others in (("medicines", "name", oracle.MEDICINE_GROUPS, OTHER_MEDICINES),
                                            ("allergies", "substance", oracle.ALLERGY_GROUPS, OTHER_ALLERGIES)):
            if self.chance(self.silent):
                continue
            document[name] = []
            while self.chance(self.trouble + 10) and len(document[name]) < 4:
                entry = self.entry(member, table, others, list(table))
                if name == "medicines" and self.chance(40):
                    entry["route"] = self.pick(["systemic", "skin"])
                if name == "allergies" and self.chance(25):
                    entry["severe"] = self.chance(70)
                document[name].append(entry)
            if self.chance(2):
                document[name + "_on"] = self.pick([self.today, self.today - datetime.timedelta(days=1)]).isoformat()

    def pair(self, indications):
        pair = {"indication": self.pick(indications), "area": self.pick(AREAS)}
        if self.chance(50):
            pair["depth_um"] = self.pick([250, 500, 1499, 1500, 1501, 2000])
        if self.chance(5):
            pair["near_eye"] = self.chance(70)
        return pair

    def plan(self):
        indications = self.pick([INDICATIONS, INDICATIONS, ["acne-scar-atrophic", "scar-other"], ["melasma"], ["laxity", "rejuvenation"]])
        plan = {"treat": [self.pair(indications) for _ in range(self.pick([1, 1, 1, 2, 3]))],
                "device": self.pick(DEVICES), "anaesthetic": self.pick(["none", "none", "lidocaine", "prilocaine"]),
                "topicals": [] if self.chance(50) else self.some(TOPICALS)}
        if self.chance(60):
            plan["needle_material"] = self.pick(MATERIALS)
        for amount, edge in (("anaesthetic_grams", 60), ("anaesthetic_area_cm2", 600), ("anaesthetic_minutes", 300)):
            if self.chance(30):
                plan[amount] = self.pick([0, edge - 1, edge, edge, edge + 1]) if self.chance(40) else 10
        plan["checks"] = {check: self.pick(["fail", "dont-know"]) if self.chance(self.trouble / 3) else "pass"
                          for check in oracle.CHECKS if not self.chance(self.silent)}
        if self.chance(3):
            plan["checks_on"] = {check: (self.today - datetime.timedelta(days=self.pick([0, 1]))).isoformat() for check in oracle.CHECKS}
        for member in ("treat", "device", "anaesthetic", "topicals"):
            if self.chance(self.silent / 2):
                del plan[member]
        return plan

    def born(self):
        years = self.pick([17, 18, 21, 22, 22, 30, 30, 40])
        date = self.near(oracle.add_months(self.today, -12 * years)) if years < 30 else datetime.date(self.today.year - years, 6, 1)
        if self.chance(5):
            date = datetime.date(self.pick([2004, 2008]), 2, 29)
        return date.isoformat()[:self.pick([10] * 6 + [7, 4])]

    def decisions(self, document):
        fired = list(oracle.assess(document)["findings"])
        picked = [finding for finding in fired if self.chance(self.decided)]
        if self.chance(10):
            picked.append(self.pick(list(oracle.RULES)))
        document["decisions"] = [
            {"finding": finding, "decision": self.pick(["go-ahead"] * 5 + ["wait", "do-not-treat"]), "name": "Sample Practitioner",
             "role": "dermatologist", "date": document["assessed_on"], "reason": "Weighed with the patient",
             "outside": {"who": "Sample Prescriber", "answer": "agrees", "date": document["assessed_on"]}}
            for finding in dict.fromkeys(picked)]

    def document(self):
        self.today = oracle.day(self.pick(TODAYS)) + datetime.timedelta(days=self.pick([0, 0, 0, self.random.randint(0, 400)]))
        self.planned = self.today + datetime.timedelta(days=self.pick([0, 0, 0, 1, 13, 14, 15, 30, self.random.randint(0, 300)]))
        self.trouble = self.pick([0, 2, 4, 8, 15, 40])
        self.silent = self.pick([0, 0, 0, 0, 1, 5, 50])
        self.decided = self.pick([0, 0, 60, 100])
        document = {"format": "needlepoint-consultation/1", "assessed_on": self.today.isoformat(), "language": "en",
                    "patient": {"name": "Sample Patient"}, "answers": {}}
        if self.planned != self.today or self.chance(50):
            document["planned_on"] = self.planned.isoformat()
        if not self.chance(self.silent):
            document["patient"]["date_of_birth"] = self.born()
        self.lists(document)
        if not self.chance(self.silent / 3):
            document["plan"] = self.plan()
        for slug in STATES:
            answer = self.answer(slug)
            if answer is not None:
                document["answers"][slug] = answer
        if self.decided:
            self.decisions(document)
        return document
