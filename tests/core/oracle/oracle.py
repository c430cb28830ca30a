# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from a consultation, worked out a second time and from the clinical brief alone.

Nothing here is taken from the catalogue or from the program: the rules of D4, the discloses of D4 and E8 and the readings of
0.4 are written down again as Python, so that a slip in the data or in the engine and a slip here have to be the same slip to
stay unseen."""

import calendar
import copy
import datetime
import re

# ---- 0.4: dates ----


def day(text):
    return datetime.date.fromisoformat(text)


def add_months(date, months):
    month = date.year * 12 + date.month - 1 + months
    year, month = divmod(month, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def add(date, interval):
    """interval: "14 d", "12 w", "6 m"."""
    count, unit = interval.split()
    if unit == "m":
        return add_months(date, int(count))
    return date + datetime.timedelta(days=int(count) * (7 if unit == "w" else 1))


def span(text):
    """The first and the last day that a full, month or year date can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts), datetime.date(*parts)
    if len(parts) == 2:
        return datetime.date(*parts, 1), datetime.date(*parts, calendar.monthrange(*parts)[1])
    return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)


def full_years(born, on):
    """29 February comes of age on 1 March of a year without it, which comparing month and day gives."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


# ---- A4, D3: what the ids are ----

FACE = {"forehead-temple", "nose", "periorbital", "perioral-lip", "cheek", "chin-jaw"}
NEAR_EYE = {"nose", "periorbital"}
SCAR = {"acne-scar-atrophic", "scar-other"}
PIGMENT = {"melasma", "pih", "pigment-other"}
TYPES = ["type-i", "type-ii", "type-iii", "type-iv", "type-v", "type-vi"]
MECHANICAL_USES = {("acne-scar-atrophic", "face"), ("rejuvenation", "face"), ("scar-other", "abdomen")}
DEVICES = {  # B, B3, E5: what the shipped device records say
    "roller": {"authorised_uses": MECHANICAL_USES},
    "stamp": {"authorised_uses": MECHANICAL_USES},
    "pen": {"authorised_uses": MECHANICAL_USES, "evaluated_depth_um": 1500},
    "rf": {"authorised_uses": set()},
}

MEDICINE_GROUPS = {
    "anticoagulant": "warfarin, acenocoumarol, phenprocoumon, fluindione, apixaban, rivaroxaban, edoxaban, dabigatran, heparin, "
                     "enoxaparin, dalteparin, tinzaparin, nadroparin, fondaparinux, coumadin, eliquis, xarelto, lixiana, savaysa, "
                     "pradaxa, clexane, lovenox, fragmin",
    "antiplatelet": "clopidogrel, prasugrel, ticagrelor, ticlopidine, dipyridamole, cilostazol, aspirin, acetylsalicylic, plavix, "
                    "brilique, brilinta",
    "herpes-antiviral": "aciclovir, acyclovir, valaciclovir, valacyclovir, famciclovir, penciclovir, zovirax, valtrex",
    "isotretinoin": "isotretinoin, roaccutane, accutane, absorica, claravis",
    "immunosuppressant": "prednisolone, prednisone, methylprednisolone, dexamethasone, hydrocortisone, methotrexate, azathioprine, "
                         "mercaptopurine, mycophenolate, ciclosporin, cyclosporine, tacrolimus, sirolimus, everolimus, leflunomide, "
                         "cyclophosphamide, adalimumab, etanercept, infliximab, rituximab, tocilizumab, ustekinumab, tofacitinib, "
                         "baricitinib, upadacitinib",
    "photosensitiser": "doxycycline, tetracycline, minocycline, lymecycline, ciprofloxacin, amiodarone, bendroflumethiazide, "
                       "hydrochlorothiazide, indapamide, chlortalidone, furosemide, chlorpromazine, voriconazole",
    "methaemoglobin-inducer": "dapsone, sulfamethoxazole, co-trimoxazole, sulfadiazine, sulfasalazine, nitrofurantoin, chloroquine, "
                              "hydroxychloroquine, primaquine, quinine, phenytoin, phenobarbital, phenobarbitone, nitroglycerin, "
                              "glyceryl trinitrate, isosorbide",
    "antiarrhythmic": "amiodarone, dronedarone, sotalol, dofetilide",
    "combined-hormonal": "ethinylestradiol, estradiol, oestradiol, estrogen, estrogens, oestrogen, combined pill, contraceptive patch, "
                         "contraceptive ring, hrt",
}
ALSO_SKIN = {"herpes-antiviral", "photosensitiser", "combined-hormonal"}
ALLERGY_GROUPS = {
    "amide-anaesthetic": "lidocaine, lignocaine, prilocaine, bupivacaine, mepivacaine, articaine, ropivacaine, emla",
    "steel": "stainless steel, surgical steel, steel",
    "nickel": "nickel",
    "antiseptic-dressing": "chlorhexidine, iodine, povidone, latex, adhesive, plaster, plasters",
    "skincare": "fragrance, parfum, perfume, preservative, isothiazolinone, methylisothiazolinone, cosmetics, skincare",
    "topical:tretinoin": "tretinoin",
    "topical:vitamin-c": "vitamin c, ascorbic acid",
    "topical:txa": "tranexamic",
    "topical:ha": "hyaluronic",
    "severe": "",
}

# D1 and D3: asked when, and what is asked anew on the day
SCOPED = {
    "methaemoglobin": lambda c: c.prilocaine,
    "heart-liver": lambda c: c.anaesthetic or c.rf,
    "allergy-topical": lambda c: c.any_topical,
    "prp-blood": lambda c: "prp" in c.topicals,
    "clot-txa": lambda c: "txa" in c.topicals,
}
QUESTIONS = """capacity-support interpreter voluntary expectations-wellbeing impaired-today skin-infection acne-active cold-sores
skin-unstable broken-skin suspicious-lesion keloid sun skin-tone melasma raised-tattoo isotretinoin blood-thinner otc-bleed immune
photosensitiser actives allergy-anaesthetic methaemoglobin heart-liver metal-allergy allergy-topical allergy-other pregnancy
breastfeeding bleeding-disorder diabetes connective-tissue cancer-treatment healing-smoking electronic-implant metal-filler-area
prp-blood clot-txa fainting recent-resurfacing recent-injectables recent-surgery-illness previous-needling""".split()
ON_THE_DAY = set("""interpreter impaired-today skin-infection acne-active cold-sores skin-unstable broken-skin suspicious-lesion sun
isotretinoin blood-thinner otc-bleed immune photosensitiser actives methaemoglobin heart-liver pregnancy breastfeeding clot-txa
recent-resurfacing recent-injectables recent-surgery-illness previous-needling""".split())
FIRST_DAY = {("diabetes", "diabetes"), ("sun", "trip")}
CHECKS = {
    "orbital-rim": lambda c: c.near_eye,
    "depth": lambda c: c.evaluated is None,
    "device-authorised": lambda c: c.authorised is None,
    "needle-new-sterile": lambda c: True,
    "topical-sterile": lambda c: c.any_topical,
    "anaesthetic-limit": lambda c: c.anaesthetic,
}


def tokens(text):
    """The words of a text without regard to case and to what stands between them."""
    return " " + " ".join(re.findall(r"[^\W_]+", text.casefold())) + " "


def tokened(table):
    return {group: [tokens(word) for word in words.split(", ") if word] for group, words in table.items()}


MEDICINE_WORDS, ALLERGY_WORDS = tokened(MEDICINE_GROUPS), tokened(ALLERGY_GROUPS)


def groups_of(name, table, skin=False):
    """The groups that have a word of a name, as whole words."""
    name = tokens(name)
    return {group for group, words in table.items()
            if (not skin or group in ALSO_SKIN) and any(word in name for word in words)}


class Case:
    """The facts of a consultation document, with the terms of D4's notation as methods."""

    def __init__(self, document, devices=DEVICES):
        plan = document.get("plan", {})
        self.document = document
        self.assessed = day(document["assessed_on"])
        self.planned = day(document.get("planned_on", document["assessed_on"]))
        self.pairs = plan.get("treat", [])
        self.device = plan.get("device")
        record = devices.get(self.device, {})
        self.evaluated = record.get("evaluated_depth_um")
        self.authorised = record.get("authorised")
        self.authorised_uses = record.get("authorised_uses", set())
        self.label = record.get("label_contraindications", [])
        self.rf = self.device == "rf"
        self.topicals = set(plan.get("topicals", []))
        self.any_topical = bool(self.topicals)
        self.anaesthetic = plan.get("anaesthetic") not in (None, "none")
        self.prilocaine = plan.get("anaesthetic") == "prilocaine"
        self.has_anaesthetic_choice = "anaesthetic" in plan
        self.amounts = [plan.get("anaesthetic_" + word, -1) for word in ("grams", "area_cm2", "minutes")]
        self.steel_needles = plan.get("needle_material", "stainless-steel") == "stainless-steel"
        self.face = any(pair["area"] in FACE for pair in self.pairs)
        self.near_eye = any(pair["area"] in NEAR_EYE or pair.get("near_eye", False) for pair in self.pairs)
        born = document.get("patient", {}).get("date_of_birth")
        self.age = None
        if born is not None:
            self.age = full_years(min(span(born)[1], self.assessed), self.assessed)
        self.checks = {check: result for check, result in plan.get("checks", {}).items()
                       if check != "needle-new-sterile"
                       or plan.get("checks_on", {}).get(check, document["assessed_on"]) == document["assessed_on"]}
        self.read_lists(document)
        self.answers = {}
        for slug in QUESTIONS:
            self.read_answer(slug, document.get("answers", {}).get(slug, {}))

    def read_lists(self, document):
        today = document["assessed_on"]
        self.medicines = document.get("medicines") if document.get("medicines_on", today) == today else None
        self.allergies = document.get("allergies") if document.get("allergies_on", today) == today else None
        self.medicine_groups, self.allergy_groups = set(), set()
        for entry in self.medicines or []:
            groups = groups_of(entry["name"], MEDICINE_WORDS, entry.get("route", "systemic") == "skin")
            self.medicine_groups |= (groups | set(entry.get("groups_added", []))) - set(entry.get("groups_removed", []))
        for entry in self.allergies or []:
            groups = groups_of(entry["substance"], ALLERGY_WORDS) | ({"severe"} if entry.get("severe", False) else set())
            self.allergy_groups |= (groups | set(entry.get("groups_added", []))) - set(entry.get("groups_removed", []))

    def read_answer(self, slug, answer):
        states = answer.get("states", [])
        ids = {state["is"] for state in states}
        if slug in SCOPED and not SCOPED[slug](self):
            return
        if slug in ON_THE_DAY and answer.get("on", self.document["assessed_on"]) != self.document["assessed_on"]:
            return
        if slug == "skin-tone" and not ids & (set(TYPES) | {"dont-know", "prefer-not-to-say"}):
            return
        if states:
            self.answers[slug] = states

    def entries(self, slug, *states):
        return [entry for entry in self.answers.get(slug, []) if entry["is"] in states]

    def q(self, slug, *states):
        return bool(self.entries(slug, *states))

    def unsure(self, slug):
        return self.q(slug, "dont-know", "prefer-not-to-say")

    def med(self, group):
        return group in self.medicine_groups

    def allergy(self, group):
        return group in self.allergy_groups

    def some(self, *indications):
        return any(pair["indication"] in indications for pair in self.pairs)

    def every(self, *indications):
        return bool(self.pairs) and all(pair["indication"] in indications for pair in self.pairs)

    def check(self, check):
        return self.checks.get(check) in ("fail", "dont-know")

    def under(self, years):
        return self.age is not None and self.age < years

    def on(self, slug, entry):
        """A partial date counts as its last day (the first where that is cautious), never later than the assessment."""
        if "on" not in entry:
            return None
        first, last = span(entry["on"])
        if first == last:
            return first
        if (slug, entry["is"]) == ("sun", "trip"):
            return first
        return min(first if (slug, entry["is"]) in FIRST_DAY else last, self.assessed)

    @property
    def has_type(self):
        return self.q("skin-tone", *TYPES)

    @property
    def tone_iv_vi(self):
        return (self.q("skin-tone", "type-iv", "type-v", "type-vi") or (self.unsure("skin-tone") and not self.has_type)
                or (self.q("skin-tone", "tans-only") and self.q("skin-tone", "type-i", "type-ii")))

    @property
    def tone_vi(self):
        return self.q("skin-tone", "type-vi") or (self.unsure("skin-tone") and not self.has_type)

    @property
    def dark_marks(self):
        return self.q("skin-tone", "dark-marks") or (self.unsure("skin-tone") and self.has_type)

    def authorised_pair(self, pair):
        uses = self.authorised_uses
        return (pair["indication"], pair["area"]) in uses or (pair["area"] in FACE and (pair["indication"], "face") in uses)

    def quiet(self):
        """The quiet long-term skin diseases: whether each has a date, and has been quiet for long enough."""
        for entry in self.entries("skin-unstable", "quiet"):
            on = self.on("skin-unstable", entry)
            yield on, on is not None and self.planned >= add(on, "12 m" if entry["disease"] == "vitiligo" else "3 m")

    def allergic_to_planned(self):
        for entry in self.entries("allergy-topical", "product"):
            if not entry.get("which") or set(entry["which"]) & self.topicals:
                return True
        return any(self.allergy("topical:" + topical) for topical in self.topicals)

    def controlled(self):
        for entry in self.entries("diabetes", "diabetes"):
            on = self.on("diabetes", entry)
            if (on is not None and entry.get("hba1c", 999) <= 69 and self.planned <= add(on, "6 m")
                    and not entry.get("poorly-controlled", False)):
                return True
        return False


# ---- D4: the rule table ----

ABSOLUTE, DEFERRAL, RELATIVE, ADVISORY = "absolute", "deferral", "relative", "advisory"
RULES = {}


def rule(finding, cls, trigger=None, dated=None, decision="none", discloses=()):
    """dated: [(question, states, interval or None or function of case and entry)], for a deferral."""
    RULES[finding] = {"class": cls if callable(cls) else lambda c: cls, "trigger": trigger, "dated": dated, "decision": decision,
                      "discloses": [risk if isinstance(risk, tuple) else (risk, lambda c: True) for risk in discloses]}


def if_rf(risk):
    return risk, lambda c: c.rf


# consent, age and communication
rule("age-under-18-cosmetic", ABSOLUTE, lambda c: c.under(18) and (c.rf or (c.pairs and not c.every(*SCAR))),
     discloses=["risk-outside-approved-use"])
rule("age-under-18-scar", RELATIVE, lambda c: c.under(18) and not c.rf and c.every(*SCAR), decision="internal",
     discloses=["risk-outside-approved-use"])
rule("age-18-21", ADVISORY, lambda c: c.under(22) and not c.under(18), discloses=["risk-outside-approved-use"])
rule("capacity-doubt", RELATIVE, lambda c: c.q("capacity-support", "doubt") or c.unsure("capacity-support"), decision="internal")
rule("interpreter-missing", DEFERRAL, lambda c: c.q("interpreter", "interpreter-needed")
     and not any(entry.get("professional", False) and entry.get("name") for entry in c.entries("interpreter", "interpreter-needed")))
rule("not-voluntary", ABSOLUTE, lambda c: c.q("voluntary", "pressure", "not-own-wish"))
rule("unrealistic-expectation", RELATIVE, lambda c: c.q("expectations-wellbeing", "wants-removal", "wants-perfect", "result-by-date"),
     decision="internal", discloses=["risk-no-benefit"])
rule("body-image-concern", RELATIVE,
     lambda c: c.q("expectations-wellbeing", "hours-of-worry", "avoidance", "others-do-not-see-it", "unhappy-before", "positive-screen")
     or c.unsure("expectations-wellbeing"), decision="external")
rule("impaired-today", DEFERRAL, dated=[("impaired-today", ["alcohol", "drugs", "sedative"], "2 d")])

# skin today
rule("skin-infection-active", ABSOLUTE, lambda c: c.q("skin-infection", "now"), discloses=["risk-infection"])
rule("skin-infection-recent", DEFERRAL, dated=[("skin-infection", ["cleared"], "14 d")], discloses=["risk-infection"])
rule("acne-active", ABSOLUTE, lambda c: c.q("acne-active", "now"), discloses=["risk-scarring"])
rule("acne-recent", DEFERRAL, dated=[("acne-active", ["settled"], "28 d")], discloses=["risk-spots-milia"])
rule("herpes-active", DEFERRAL, lambda c: c.face and c.q("cold-sores", "now"), discloses=["risk-herpes-reactivation"])
rule("herpes-recent", DEFERRAL, lambda c: c.face, dated=[("cold-sores", ["healed"], "14 d")],
     discloses=["risk-herpes-reactivation", "risk-herpes-raised"])
rule("herpes-history", lambda c: RELATIVE if c.face or (c.rf and c.q("cold-sores", "ever-in-area")) else ADVISORY,
     lambda c: c.q("cold-sores", "now", "healed", "ever", "ever-in-area") or c.med("herpes-antiviral"), decision="internal",
     discloses=["risk-herpes-reactivation", "risk-herpes-raised"])
rule("skin-unstable-flare", ABSOLUTE, lambda c: c.q("skin-unstable", "flaring", "in-area")
     or any(on is not None and not long_enough for on, long_enough in c.quiet()), discloses=["risk-koebner"])
rule("skin-disease-stable", RELATIVE, lambda c: c.q("skin-unstable", "never-in-area")
     or any(on is None or long_enough for on, long_enough in c.quiet()), decision="internal",
     discloses=["risk-koebner", "risk-skin-irritation"])
rule("broken-skin-active", DEFERRAL, lambda c: c.q("broken-skin", "now"), discloses=["risk-infection"])
rule("broken-skin-recent", DEFERRAL, dated=[("broken-skin", ["healed"], "14 d")])
rule("lesion-suspicious", ABSOLUTE, lambda c: c.q("suspicious-lesion", "suspicious"))
rule("skin-cancer-area", lambda c: ABSOLUTE if c.q("suspicious-lesion", "cancer-in-area") or c.rf else RELATIVE,
     lambda c: c.q("suspicious-lesion", "cancer-in-area", "cancer-in-area-past"), decision="external")
rule("actinic-keratosis", RELATIVE, lambda c: c.q("suspicious-lesion", "rough-patches"), decision="internal", discloses=["risk-scarring"])
rule("keloid-history", ABSOLUTE, lambda c: c.q("keloid", "beyond-wound"), discloses=["risk-keloid-raised"])
rule("hypertrophic-history", RELATIVE, lambda c: c.q("keloid", "within-wound"), decision="internal",
     discloses=["risk-keloid-raised", "risk-scarring"])
rule("keloid-family", ADVISORY, lambda c: c.q("keloid", "family") and not c.q("keloid", "beyond-wound"), discloses=["risk-keloid-raised"])
rule("sun-recent", DEFERRAL, dated=[("sun", ["tan", "sunburn", "sunbed"],
                                     lambda c, entry: "28 d" if c.some(*PIGMENT) or c.tone_iv_vi or c.rf else "14 d")],
     discloses=["risk-pigment-raised"])
rule("self-tan-recent", DEFERRAL, dated=[("sun", ["self-tan"], "2 d")])
rule("sun-planned", ADVISORY, lambda c: any(c.on("sun", trip) is None or c.on("sun", trip) <= add(c.planned, "14 d")
                                            for trip in c.entries("sun", "trip")), discloses=["risk-pigment-raised"])
rule("skin-tone-iv-vi", lambda c: RELATIVE if (c.rf and c.tone_vi) or c.some("melasma", "pih") or c.dark_marks else ADVISORY,
     lambda c: c.tone_iv_vi, decision="internal", discloses=["risk-pigment-raised"])
rule("pih-history", lambda c: RELATIVE if c.tone_iv_vi else ADVISORY, lambda c: c.dark_marks, decision="internal",
     discloses=["risk-pigment-raised"])
rule("melasma-present", lambda c: ADVISORY if c.every("melasma") and not c.rf else RELATIVE,
     lambda c: c.q("melasma", "in-area") or c.some("melasma") or c.unsure("melasma"), decision="internal", discloses=["risk-pigment-rebound"])
rule("raised-tattoo-site", lambda c: RELATIVE if c.rf and (c.q("raised-tattoo", "unavoidable") or c.unsure("raised-tattoo")) else ADVISORY,
     lambda c: c.q("raised-tattoo", "avoidable", "unavoidable") or c.unsure("raised-tattoo"), decision="internal")

# medicines and allergies
rule("isotretinoin-current", ABSOLUTE, lambda c: c.q("isotretinoin", "current") or c.med("isotretinoin"), discloses=["risk-isotretinoin"])
rule("isotretinoin-recent", DEFERRAL, dated=[("isotretinoin", ["stopped"], "6 m")], decision="override", discloses=["risk-isotretinoin"])
rule("anticoagulant", RELATIVE, lambda c: c.q("blood-thinner", "anticoagulant") or c.med("anticoagulant") or c.unsure("blood-thinner"),
     decision="external", discloses=["risk-bleeding-raised", "risk-bruising"])
rule("antiplatelet", RELATIVE, lambda c: c.q("blood-thinner", "antiplatelet") or c.med("antiplatelet"), decision="internal",
     discloses=["risk-bleeding-raised", "risk-bruising"])
rule("otc-bleed", ADVISORY, lambda c: c.q("otc-bleed", "last-week") or c.unsure("otc-bleed"), discloses=["risk-bruising"])
rule("immune-suppressed", RELATIVE, lambda c: c.q("immune", "disease", "medicine", "long-term-steroid") or c.med("immunosuppressant")
     or c.unsure("immune"), decision="external", discloses=["risk-slow-healing-raised"])
rule("photosensitising-med", ADVISORY,
     lambda c: c.q("photosensitiser", "medicine") or c.med("photosensitiser") or c.unsure("photosensitiser"),
     discloses=["risk-sun-sensitive", "risk-pigment-raised"])
rule("actives-recent", DEFERRAL, dated=[("actives", ["retinoid", "exfoliating-acid", "benzoyl-peroxide", "hydroquinone", "scrub"], "3 d")],
     discloses=["risk-skin-irritation"])
rule("hair-removal-recent", DEFERRAL, dated=[("actives", ["wax", "threading", "depilatory"], "3 d")], discloses=["risk-skin-irritation"])
rule("allergy-anaesthetic",
     lambda c: ABSOLUTE if c.anaesthetic and (c.q("allergy-anaesthetic", "amide") or c.allergy("amide-anaesthetic")) else ADVISORY,
     lambda c: c.q("allergy-anaesthetic", "amide", "ester") or c.allergy("amide-anaesthetic")
     or (c.unsure("allergy-anaesthetic") and not c.anaesthetic), discloses=["risk-anaesthetic-allergy"])
rule("methaemoglobinaemia-history", ABSOLUTE, lambda c: c.prilocaine and c.q("methaemoglobin", "methaemoglobinaemia"),
     discloses=["risk-methaemoglobinaemia"])
rule("methaemoglobin-risk", RELATIVE,
     lambda c: c.prilocaine and (c.q("methaemoglobin", "family", "g6pd-deficiency", "medicine") or c.med("methaemoglobin-inducer")),
     decision="internal", discloses=["risk-methaemoglobinaemia"])
rule("heart-liver", RELATIVE, lambda c: (c.anaesthetic or c.rf)
     and (c.q("heart-liver", "rhythm", "heart", "liver", "kidney", "epilepsy", "high-blood-pressure", "antiarrhythmic")
          or c.med("antiarrhythmic") or c.unsure("heart-liver")),
     decision="external", discloses=[("risk-lidocaine-toxicity", lambda c: c.anaesthetic)])
rule("stainless-steel-allergy", lambda c: ABSOLUTE if c.steel_needles else ADVISORY,
     lambda c: c.q("metal-allergy", "steel") or c.allergy("steel"), discloses=["risk-metal-allergy"])
rule("nickel-allergy", RELATIVE, lambda c: c.q("metal-allergy", "nickel") or c.allergy("nickel"), decision="internal",
     discloses=["risk-metal-allergy"])
rule("allergy-topical", ABSOLUTE, lambda c: c.any_topical and c.allergic_to_planned(), discloses=["risk-topical-reaction", "risk-granuloma"])
rule("contact-dermatitis-history", RELATIVE, lambda c: c.any_topical and (c.q("allergy-topical", "skincare") or c.allergy("skincare")),
     decision="internal", discloses=["risk-topical-reaction"])
rule("antiseptic-allergy", RELATIVE,
     lambda c: c.q("allergy-other", "antiseptic", "latex", "adhesive") or c.allergy("antiseptic-dressing"), decision="internal",
     discloses=["risk-topical-reaction"])
rule("severe-allergy-history", RELATIVE, lambda c: c.q("allergy-other", "severe") or c.allergy("severe") or c.unsure("allergy-other"),
     decision="internal", discloses=["risk-topical-reaction"])

# medical history
rule("pregnant", ABSOLUTE, lambda c: c.q("pregnancy", "pregnant"), discloses=["risk-pregnancy-unknown"])
rule("pregnancy-possible", DEFERRAL, lambda c: (c.q("pregnancy", "possible", "period-late") or c.unsure("pregnancy"))
     and not any(entry.get("on") is not None and day(entry["on"]) == c.planned for entry in c.entries("pregnancy", "test-negative")))
rule("pregnancy-trying", lambda c: ABSOLUTE if "tretinoin" in c.topicals else ADVISORY, lambda c: c.q("pregnancy", "trying"),
     discloses=["risk-pregnancy-unknown"])
rule("breastfeeding", RELATIVE, lambda c: c.q("breastfeeding", "breastfeeding") or c.unsure("breastfeeding"), decision="internal",
     discloses=["risk-breastfeeding"])
rule("bleeding-disorder", RELATIVE, lambda c: c.q("bleeding-disorder", "disorder", "bruises-easily") or c.unsure("bleeding-disorder"),
     decision="external", discloses=["risk-bleeding-raised"])
rule("diabetes-controlled", ADVISORY, lambda c: c.controlled(), discloses=["risk-slow-healing-raised"])
rule("diabetes-uncontrolled", RELATIVE, lambda c: c.unsure("diabetes") or (c.q("diabetes", "diabetes") and not c.controlled()),
     decision="external", discloses=["risk-slow-healing-raised"])
rule("connective-tissue", RELATIVE, lambda c: c.q("connective-tissue", "not-active-in-skin"), decision="external",
     discloses=["risk-slow-healing-raised", "risk-scarring"])
rule("connective-tissue-active", ABSOLUTE, lambda c: c.q("connective-tissue", "active-in-skin", "scleroderma"),
     discloses=["risk-slow-healing-raised", "risk-scarring"])
rule("cancer-treatment", RELATIVE,
     lambda c: c.q("cancer-treatment", "chemotherapy-now", "radiotherapy-now", "radiotherapy-area") or c.unsure("cancer-treatment")
     or (c.rf and (c.q("cancer-treatment", "past") or c.q("suspicious-lesion", "cancer-elsewhere"))),
     decision="external", discloses=["risk-slow-healing-raised"])
rule("poor-healing", RELATIVE, lambda c: c.q("healing-smoking", "slow-healing", "ulcers") or c.unsure("healing-smoking"),
     decision="internal", discloses=["risk-slow-healing-raised"])
rule("smoker", ADVISORY, lambda c: c.q("healing-smoking", "smokes", "vapes"), discloses=["risk-slow-healing-raised"])
rule("electronic-implant", lambda c: ABSOLUTE if c.rf else ADVISORY,
     lambda c: c.q("electronic-implant", "implant") or (c.unsure("electronic-implant") and not c.rf), discloses=[if_rf("risk-rf-implant")])
rule("metal-filler-area", lambda c: ABSOLUTE if c.rf else RELATIVE,
     lambda c: c.q("metal-filler-area", "metal", "gold-or-permanent-threads", "silicone", "permanent-filler")
     or (c.unsure("metal-filler-area") and not c.rf), decision="internal", discloses=["risk-granuloma", if_rf("risk-rf-burn")])
rule("prp-platelet", lambda c: ABSOLUTE if c.q("prp-blood", "platelets", "sepsis", "blood-cancer") else RELATIVE,
     lambda c: "prp" in c.topicals and c.q("prp-blood", "platelets", "sepsis", "blood-cancer", "anaemia"), decision="internal")
rule("prp-blood-virus", RELATIVE, lambda c: "prp" in c.topicals and c.q("prp-blood", "blood-borne-virus"), decision="internal",
     discloses=["risk-prp"])
rule("clot-txa", RELATIVE, lambda c: "txa" in c.topicals
     and (c.q("clot-txa", "clot", "stroke", "family", "clotting-tendency", "heart-disease") or c.unsure("clot-txa")),
     decision="internal", discloses=["risk-txa"])
rule("txa-hormonal", ADVISORY, lambda c: "txa" in c.topicals and (c.q("clot-txa", "combined-hormonal") or c.med("combined-hormonal")),
     discloses=["risk-txa"])
rule("fainting", ADVISORY, lambda c: c.q("fainting", "faints", "phobia") or c.unsure("fainting"), discloses=["risk-fainting"])

# recent treatments
rule("peel-recent-light", DEFERRAL, dated=[("recent-resurfacing", ["peel-light", "other"], "28 d")], discloses=["risk-skin-irritation"])
rule("peel-recent-deep", DEFERRAL, dated=[("recent-resurfacing", ["peel-deep"], "3 m")], discloses=["risk-scarring"])
rule("laser-recent-nonablative", DEFERRAL, dated=[("recent-resurfacing", ["laser-nonablative"], "21 d")])
rule("laser-recent-ablative", DEFERRAL, dated=[("recent-resurfacing", ["laser-ablative"], "12 w")], discloses=["risk-scarring"])
rule("filler-recent", DEFERRAL, dated=[("recent-injectables", ["filler", "skin-booster", "fat"],
                                        lambda c, entry: "6 m" if c.rf else "28 d")])
rule("threads-recent", DEFERRAL, dated=[("recent-injectables", ["threads"], "6 m")])
rule("botulinum-recent", DEFERRAL, dated=[("recent-injectables", ["botulinum"], "14 d")])
rule("surgery-recent", DEFERRAL, dated=[("recent-surgery-illness", ["surgery", "injury"],
                                         lambda c, entry: "12 m" if c.rf and c.face else "6 m")], discloses=["risk-scarring"])
rule("unwell-today", DEFERRAL, dated=[("recent-surgery-illness", ["unwell"], None), ("recent-surgery-illness", ["recovered"], "7 d")])
rule("needling-recent", DEFERRAL, dated=[("previous-needling", ["session"],
                                          lambda c, entry: "42 d" if c.rf or entry.get("rf", False) else "28 d")])
rule("needling-bad-reaction", RELATIVE, lambda c: c.q("previous-needling", "bad-reaction"), decision="internal",
     discloses=["risk-scarring", "risk-pigment-raised"])

# staff plan checks
rule("plan-orbital-rim", ABSOLUTE, lambda c: c.near_eye and c.check("orbital-rim"))
rule("plan-depth-over-label", RELATIVE,
     lambda c: (c.evaluated is not None and any(pair.get("depth_um", 0) > c.evaluated for pair in c.pairs))
     or (c.evaluated is None and c.check("depth")), decision="internal", discloses=["risk-outside-approved-use"])
rule("plan-device-not-authorised", RELATIVE, lambda c: c.authorised is False or (c.authorised is None and c.check("device-authorised")),
     decision="internal", discloses=["risk-outside-approved-use"])
rule("plan-reuse", ABSOLUTE, lambda c: c.check("needle-new-sterile"))
rule("plan-topical-nonsterile", RELATIVE, lambda c: (c.any_topical and c.check("topical-sterile")) or "growth-factor-exosome" in c.topicals,
     decision="internal", discloses=["risk-granuloma"])
rule("plan-large-anaesthetic-area", ABSOLUTE, lambda c: (c.anaesthetic and c.check("anaesthetic-limit"))
     or (c.prilocaine and (c.amounts[0] > 60 or c.amounts[1] > 600 or c.amounts[2] > 300)))

# unknown answers
UNKNOWN = {
    "interpreter": [], "voluntary": [], "impaired-today": [], "recent-injectables": [],
    "skin-infection": ["risk-infection"], "broken-skin": ["risk-infection"],
    "acne-active": ["risk-scarring", "risk-spots-milia"],
    "cold-sores": ["risk-herpes-reactivation", "risk-herpes-raised"],
    "skin-unstable": ["risk-koebner", "risk-skin-irritation"],
    "suspicious-lesion": ["risk-scarring", if_rf("risk-slow-healing-raised")],
    "keloid": ["risk-keloid-raised", "risk-scarring"],
    "sun": ["risk-pigment-raised"],
    "isotretinoin": ["risk-isotretinoin"],
    "actives": ["risk-skin-irritation"],
    "allergy-anaesthetic": ["risk-anaesthetic-allergy"],
    "methaemoglobin": ["risk-methaemoglobinaemia"],
    "metal-allergy": ["risk-metal-allergy"],
    "allergy-topical": ["risk-topical-reaction", "risk-granuloma"],
    "pregnancy": ["risk-pregnancy-unknown"],
    "connective-tissue": ["risk-slow-healing-raised", "risk-scarring"],
    "electronic-implant": ["risk-rf-implant"],
    "metal-filler-area": ["risk-rf-burn", "risk-granuloma"],
    "prp-blood": ["risk-prp"],
    "recent-resurfacing": ["risk-skin-irritation", "risk-scarring"],
    "recent-surgery-illness": ["risk-scarring"],
    "previous-needling": ["risk-scarring", "risk-pigment-raised"],
}
UNKNOWN_WHEN = {
    "allergy-anaesthetic": lambda c: c.anaesthetic,
    "methaemoglobin": lambda c: c.prilocaine,
    "allergy-topical": lambda c: c.any_topical,
    "electronic-implant": lambda c: c.rf,
    "metal-filler-area": lambda c: c.rf,
    "prp-blood": lambda c: "prp" in c.topicals,
}


def is_unknown(c, slug):
    if slug == "skin-unstable" and any(on is None for on, _ in c.quiet()):
        return True
    return UNKNOWN_WHEN.get(slug, lambda c: True)(c) and c.unsure(slug)


for _slug, _risks in UNKNOWN.items():
    rule("unknown:" + _slug, RELATIVE, lambda c, slug=_slug: is_unknown(c, slug), decision="internal", discloses=_risks)


# contradictions
def future_date(c):
    for slug, states in c.answers.items():
        for entry in states:
            if "on" in entry and (slug, entry["is"]) != ("sun", "trip") and span(entry["on"])[0] > c.assessed:
                return True
    return False


def contradict(c):
    no_medicines, no_allergies = c.medicines == [], c.allergies == []
    if no_medicines and (c.q("isotretinoin", "current") or c.q("blood-thinner", "anticoagulant", "antiplatelet")
                         or c.q("immune", "medicine", "long-term-steroid") or c.q("photosensitiser", "medicine")
                         or c.q("methaemoglobin", "medicine") or c.q("heart-liver", "antiarrhythmic")
                         or c.q("clot-txa", "combined-hormonal")):
        return True
    if c.q("blood-thinner", "no") and (c.med("anticoagulant") or c.med("antiplatelet")):
        return True
    if c.q("cold-sores", "no") and c.med("herpes-antiviral"):
        return True
    if (c.q("isotretinoin", "no", "stopped") and c.med("isotretinoin")) or (c.q("isotretinoin", "current") and c.q("isotretinoin", "stopped")):
        return True
    if future_date(c):
        return True
    if c.q("pregnancy", "pregnant") and c.q("pregnancy", "test-negative"):
        return True
    if len({entry["is"] for entry in c.entries("skin-tone", *TYPES)}) > 1:
        return True
    if c.q("skin-tone", "burns-only") and c.q("skin-tone", "type-iv", "type-v", "type-vi"):
        return True
    if c.q("skin-tone", "tans-only") and c.q("skin-tone", "type-i", "type-ii"):
        return True
    if no_allergies and (c.q("allergy-anaesthetic", "amide", "ester") or c.q("metal-allergy", "steel", "nickel")
                         or c.q("allergy-topical", "product", "skincare")
                         or c.q("allergy-other", "antiseptic", "latex", "adhesive", "antibiotic", "severe")):
        return True
    if c.q("allergy-anaesthetic", "no") and c.allergy("amide-anaesthetic"):
        return True
    return c.q("metal-allergy", "no") and (c.allergy("steel") or c.allergy("nickel"))


rule("answers-contradict", RELATIVE, contradict, decision="internal")

# ---- E8: what of the plan alone shows a risk ----

ALWAYS = """risk-skin-irritation risk-redness-swelling risk-discomfort risk-flaking-dryness risk-bleeding risk-bruising
risk-pigment-change risk-infection risk-spots-milia risk-scarring risk-nerve-vessel risk-bloodborne risk-no-benefit""".split()
PLAN_RISKS = {
    "risk-herpes-reactivation": lambda c: c.face,
    "risk-eye-injury": lambda c: c.near_eye,
    "risk-tramtrack": lambda c: c.device == "roller",
    "risk-uneven-stamp": lambda c: c.device == "stamp",
    "risk-pen-crosscontam": lambda c: c.device == "pen",
    "risk-rf-burn": lambda c: c.rf,
    "risk-rf-fat-loss": lambda c: c.rf,
    "risk-rf-nerve": lambda c: c.rf,
    "risk-rf-scar": lambda c: c.rf,
    "risk-rf-marks": lambda c: c.rf,
    "risk-topical-reaction": lambda c: c.any_topical,
    "risk-granuloma": lambda c: c.any_topical,
    "risk-tretinoin": lambda c: "tretinoin" in c.topicals,
    "risk-vitamin-c": lambda c: "vitamin-c" in c.topicals,
    "risk-txa": lambda c: "txa" in c.topicals,
    "risk-prp": lambda c: "prp" in c.topicals,
    "risk-ha": lambda c: "ha" in c.topicals,
    "risk-lidocaine-toxicity": lambda c: c.anaesthetic,
    "risk-anaesthetic-allergy": lambda c: c.anaesthetic,
    "risk-methaemoglobinaemia": lambda c: c.prilocaine,
    "risk-pigment-rebound": lambda c: c.some(*PIGMENT),
    "risk-limited-effect": lambda c: c.some("laxity"),
    "risk-outside-approved-use": lambda c: (c.device is not None and any(not c.authorised_pair(pair) for pair in c.pairs))
    or c.under(22) or c.any_topical,
    "risk-sun-sensitive": lambda c: "tretinoin" in c.topicals,
}

# ---- D4, "lifted by": the changes of the plan, made on a document ----


def set_plan(**members):
    def change(plan):
        plan.update(members)
    return change


def without_topicals(*topicals):
    def change(plan):
        plan["topicals"] = [topical for topical in plan.get("topicals", []) if topicals and topical not in topicals]
    return change


def without_anaesthetic_and_energy(plan):
    plan.update(anaesthetic="none", device="stamp")


def less_anaesthetic(plan):
    for amount, limit in (("anaesthetic_grams", 60), ("anaesthetic_area_cm2", 600), ("anaesthetic_minutes", 300)):
        plan[amount] = min(plan.get(amount, 0), limit)
    plan["checks"] = {**plan.get("checks", {}), "anaesthetic-limit": "pass"}


def less_depth(plan):
    for pair in plan.get("treat", []):
        pair["depth_um"] = 250
    plan["checks"] = {**plan.get("checks", {}), "depth": "pass"}


def leave_site_out(plan):
    plan["treat"] = [pair for pair in plan["treat"] if pair["area"] not in NEAR_EYE and not pair.get("near_eye", False)]


def authorised_device(plan):
    plan.update(device="pen", checks={**plan.get("checks", {}), "device-authorised": "pass"})


def new_sterile_part(plan):
    plan["checks"] = {**plan.get("checks", {}), "needle-new-sterile": "pass"}


CHANGES = {
    "device-without-energy": set_plan(device="stamp"),
    "another-device": authorised_device,
    "other-needle-material": set_plan(needle_material="titanium-coated"),
    "no-anaesthetic": set_plan(anaesthetic="none"),
    "no-prilocaine": set_plan(anaesthetic="lidocaine"),
    "less-anaesthetic": less_anaesthetic,
    "no-anaesthetic-and-no-energy": without_anaesthetic_and_energy,
    "no-topicals": without_topicals(),
    "no-tretinoin": without_topicals("tretinoin"),
    "no-prp": without_topicals("prp"),
    "no-txa": without_topicals("txa"),
    "leave-site-out": leave_site_out,
    "less-depth": less_depth,
    "new-sterile-part": new_sterile_part,
}
LIFTED_BY = {
    "skin-cancer-area": ["device-without-energy"],
    "allergy-anaesthetic": ["no-anaesthetic"],
    "methaemoglobinaemia-history": ["no-prilocaine"],
    "methaemoglobin-risk": ["no-prilocaine"],
    "heart-liver": ["no-anaesthetic-and-no-energy"],
    "stainless-steel-allergy": ["other-needle-material"],
    "allergy-topical": ["without-that-topical", "no-topicals"],
    "contact-dermatitis-history": ["no-topicals"],
    "pregnancy-trying": ["no-tretinoin"],
    "electronic-implant": ["device-without-energy"],
    "metal-filler-area": ["device-without-energy"],
    "prp-platelet": ["no-prp"],
    "clot-txa": ["no-txa"],
    "plan-orbital-rim": ["leave-site-out"],
    "plan-depth-over-label": ["less-depth"],
    "plan-device-not-authorised": ["another-device"],
    "plan-reuse": ["new-sterile-part"],
    "plan-topical-nonsterile": ["without-that-topical"],
    "plan-large-anaesthetic-area": ["less-anaesthetic", "no-anaesthetic"],
}


def changed(document, finding, change):
    """The document with the change made; "that topical" is whichever of the plan's has to go."""
    document = copy.deepcopy(document)
    plan = document.setdefault("plan", {})
    if change != "without-that-topical":
        CHANGES[change](plan)
    elif finding == "plan-topical-nonsterile":
        plan["checks"] = {**plan.get("checks", {}), "topical-sterile": "pass"}
        without_topicals("growth-factor-exosome")(plan)
    else:
        plan["topicals"] = [one for one in plan["topicals"]
                            if finding not in assess({**document, "plan": {**plan, "topicals": [one]}})["findings"]]
    return document


def lifts(document, finding, change, devices=DEVICES):
    """Whether a finding does not fire after the change, or fires as something milder."""
    order = [None, ADVISORY, RELATIVE, DEFERRAL, ABSOLUTE]
    before = assess(document, devices)["findings"][finding][0]
    after = assess(changed(document, finding, change), devices)["findings"].get(finding, (None, None))[0]
    return order.index(after) < order.index(before)


# ---- the assessment ----


def dates_of(c, found):
    """The clear date of each state a dated deferral names; None = fires without a date."""
    for slug, states, interval in found["dated"]:
        for entry in c.entries(slug, *states):
            on = c.on(slug, entry)
            length = interval(c, entry) if callable(interval) else interval
            yield None if on is None or length is None else add(on, length)


def fire(c, finding):
    """(fires, clear date, met date)"""
    found = RULES[finding]
    if found["dated"] is None:
        return bool(found["trigger"](c)), None, None
    if found["trigger"] is not None and not found["trigger"](c):
        return False, None, None
    dates = list(dates_of(c, found))
    waiting = [date for date in dates if date is None or c.planned < date]
    met = [date for date in dates if date is not None and c.planned >= date]
    clear = max(waiting) if waiting and None not in waiting else None
    return bool(waiting), clear, max(met) if met and not waiting else None


class Watched(Case):
    """Facts that note which questions are looked at; blank, so that each way to a finding is gone, or as they are."""

    def entries(self, slug, *states):
        self.looked_at.add(slug)
        return [] if self.blank else super().entries(slug, *states)


def questions_read(document, finding, devices=DEVICES):
    """The questions that can matter to a finding; all of them to a contradiction."""
    if finding == "answers-contradict":
        return set(QUESTIONS)
    c = Watched.__new__(Watched)
    c.looked_at, c.blank = set(), False
    c.__init__(document, devices)
    for c.blank in (True, False):
        fire(c, finding)
        RULES[finding]["class"](c)
    return c.looked_at


def allowed(c, finding, cls):
    """Whether a decision of the clinician changes this finding."""
    decision = RULES[finding]["decision"]
    if decision == "override":
        return cls == DEFERRAL and not c.rf
    return decision in ("internal", "external") and cls == RELATIVE


def unanswered(c):
    open_ids = {slug for slug in QUESTIONS if slug not in c.answers and (slug not in SCOPED or SCOPED[slug](c))}
    open_ids |= {check for check, when in CHECKS.items() if when(c) and check not in c.checks}
    open_ids |= {"medicines"} if c.medicines is None else set()
    open_ids |= {"allergies"} if c.allergies is None else set()
    open_ids |= {"age"} if c.age is None else set()
    open_ids |= {"treat"} if not c.pairs else set()
    open_ids |= {"device"} if c.device is None else set()
    open_ids |= {"anaesthetic"} if not c.has_anaesthetic_choice else set()
    return open_ids


def rule_on(c, finding, cls, clear, verdicts):
    """(class that counts, clear date, whether it counts, whether a go-ahead is in force). A clinician may be stricter with any
    finding, and milder only where the decision column says so."""
    verdict = verdicts.get(finding)
    if verdict is None or cls == ABSOLUTE:
        return cls, clear, True, False
    if verdict == "go-ahead":
        ahead = allowed(c, finding, cls)
        return cls, clear, not ahead, ahead
    return (DEFERRAL if verdict == "wait" else ABSOLUTE), None, True, False


def headline(c, counting):
    classes = {cls for cls, _ in counting}
    for cls, outcome in ((ABSOLUTE, "do-not-proceed"), (DEFERRAL, "defer"), (RELATIVE, "refer")):
        if cls in classes:
            return outcome
    return "incomplete" if unanswered(c) else "proceed"


def risks_of(c, fired, gone_ahead):
    risks = {risk: set() for risk in ALWAYS}
    for risk, when in PLAN_RISKS.items():
        if when(c):
            risks[risk] = set()
    for finding in fired:
        for risk, when in RULES[finding]["discloses"]:
            if when(c):
                risks.setdefault(risk, set()).add(finding)
    if gone_ahead:
        risks["risk-override"] = set()
    return risks


def assess(document, devices=DEVICES):
    c = Case(document, devices)
    verdicts = {decision["finding"]: decision["decision"] for decision in document.get("decisions", [])}
    fired, met, counting, gone_ahead, standing = {}, {}, [], [], {}
    for finding, found in RULES.items():
        fires, clear, met_date = fire(c, finding)
        if met_date is not None:
            met[finding] = met_date.isoformat()
        if not fires:
            continue
        cls = ABSOLUTE if finding in c.label else found["class"](c)
        effective, effective_clear, counts, ahead = rule_on(c, finding, cls, clear, verdicts)
        fired[finding] = (cls, effective_clear.isoformat() if effective_clear else None)
        standing[finding] = effective if counts else ADVISORY
        if counts:
            counting.append((effective, effective_clear))
        if ahead:
            gone_ahead.append(finding)
    outcome = headline(c, counting)
    dates = [clear for cls, clear in counting if cls == DEFERRAL]
    clear = max(dates) if outcome == "defer" and None not in dates else None
    return {"outcome": outcome, "clear_date": clear.isoformat() if clear else None, "findings": fired, "met": met,
            "liftable": {finding for finding, cls in standing.items() if cls != ADVISORY and finding not in c.label},
            "risks": risks_of(c, fired, gone_ahead), "unanswered": unanswered(c),
            "for_signature": outcome == "proceed"}
