/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-assessment.h"
#include "np-notation.h"

/* What follows from the findings together: the headline, decisions, what is open, what would help. */

static NpCatalog *catalog;

static void
load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = np_test_data ("catalog");

  catalog = np_catalog_load (folder, NULL, NULL, &error);
  ck_assert_msg (catalog != NULL, "%s", error == NULL ? "" : error->message);
}

static void
unload_catalog (void)
{
  np_catalog_unref (catalog);
}

static guint16
finding (const char *id)
{
  int position = np_catalog_find_finding (catalog, id);

  ck_assert_msg (position >= 0, "there is no finding %s", id);
  return (guint16) position;
}

/* "keloid-family=wait hypertrophic-history=go-ahead" */
static GArray *
read_rulings (const char *row)
{
  GArray *rulings = g_array_new (FALSE, FALSE, sizeof (NpRuling));
  g_auto (GStrv) words = g_strsplit (row, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      NpRuling ruling = { .finding = finding (parts[0]) };

      while (!g_str_equal (np_verdict_words[ruling.verdict], parts[1]))
        ruling.verdict++;
      g_array_append_val (rulings, ruling);
    }
  return rulings;
}

static NpAssessment *
assess (const char *row, const char *rulings_row)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row);
  g_autoptr (GArray) rulings = read_rulings (rulings_row);

  return np_assess (facts, (const NpRuling *) (gpointer) rulings->data, rulings->len);
}

static char *
day_word (NpDay day)
{
  return day == NP_DAY_NONE ? g_strdup ("") : np_day_format (day);
}

/* ---- the headline ---- */

static const struct
{
  const char *facts, *rulings, *outcome, *date;
} outcomes[] = {
  { "", "", "proceed", "" },
  { "keloid=family", "", "proceed", "" },
  { "keloid=?", "", "incomplete", "" },
  { "blank", "", "incomplete", "" },
  { "born=?", "", "incomplete", "" },
  { "medicines=?", "", "incomplete", "" },
  { "allergies=?", "", "incomplete", "" },
  { "device=", "", "incomplete", "" },
  { "anaesthetic=", "", "incomplete", "" },
  { "check:needle-new-sterile=?", "", "incomplete", "" },
  { "keloid=within-wound", "", "refer", "" },
  { "keloid=within-wound sun=?", "", "refer", "" },
  { "keloid=dont-know", "", "refer", "" },
  { "keloid=within-wound isotretinoin=stopped:2025-12-10", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=?", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=tan:2026-03-01", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=tan", "", "defer", "" },
  { "isotretinoin=stopped:2025-12-10 cold-sores=now", "", "defer", "" },
  { "isotretinoin=stopped:2025-12-10 keloid=beyond-wound", "", "do-not-proceed", "" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-10", "", "proceed", "" },
  { "voluntary=pressure keloid=?", "", "do-not-proceed", "" },
  { "interpreter=interpreter-needed", "", "defer", "" },

  /* decisions */
  { "keloid=within-wound", "hypertrophic-history=go-ahead", "proceed", "" },
  { "keloid=within-wound sun=?", "hypertrophic-history=go-ahead", "incomplete", "" },
  { "keloid=within-wound", "hypertrophic-history=wait", "defer", "" },
  { "keloid=within-wound", "hypertrophic-history=do-not-treat", "do-not-proceed", "" },
  { "keloid=within-wound", "hypertrophic-history=wait hypertrophic-history=go-ahead", "proceed", "" },
  { "keloid=within-wound", "hypertrophic-history=go-ahead hypertrophic-history=wait", "defer", "" },
  { "keloid=within-wound melasma=in-area", "hypertrophic-history=go-ahead", "refer", "" },
  { "keloid=within-wound melasma=in-area", "hypertrophic-history=go-ahead melasma-present=go-ahead", "proceed", "" },
  { "blood-thinner=anticoagulant medicines=apixaban", "anticoagulant=go-ahead", "proceed", "" },
  { "keloid=dont-know", "unknown:keloid=go-ahead", "proceed", "" },
  { "keloid=beyond-wound", "keloid-history=go-ahead", "do-not-proceed", "" },
  { "keloid=beyond-wound", "keloid-history=wait", "do-not-proceed", "" },
  { "keloid=family", "keloid-family=wait", "defer", "" },
  { "keloid=family", "keloid-family=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10 sun=tan:2026-03-01", "isotretinoin-recent=go-ahead", "defer", "2026-03-15" },
  { "isotretinoin=stopped:2025-12-10 device=rf", "isotretinoin-recent=go-ahead", "defer", "2026-06-10" },
  { "isotretinoin=stopped", "isotretinoin-recent=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent=wait", "defer", "" },
  { "sun=tan:2026-03-01", "sun-recent=go-ahead", "defer", "2026-03-15" },
  { "sun=tan:2026-03-01", "sun-recent=do-not-treat", "do-not-proceed", "" },
  { "suspicious-lesion=cancer-in-area-past", "skin-cancer-area=go-ahead", "proceed", "" },
  { "suspicious-lesion=cancer-in-area-past device=rf", "skin-cancer-area=go-ahead", "do-not-proceed", "" },
  { "", "hypertrophic-history=do-not-treat", "proceed", "" },
};

START_TEST (test_outcome)
{
  g_autoptr (NpAssessment) assessment = assess (outcomes[_i].facts, outcomes[_i].rulings);
  g_autofree char *date = day_word (assessment->clear_date);

  ck_assert_msg (g_str_equal (np_outcome_words[assessment->outcome], outcomes[_i].outcome), "%s (%s): %s",
                 outcomes[_i].facts, outcomes[_i].rulings, np_outcome_words[assessment->outcome]);
  ck_assert_msg (g_str_equal (date, outcomes[_i].date), "%s (%s): “%s”", outcomes[_i].facts, outcomes[_i].rulings,
                 date);
  ck_assert_int_eq (assessment->for_signature, g_str_equal (outcomes[_i].outcome, "proceed"));
}
END_TEST

/* A go-ahead takes a finding out of the outcome, not out of the findings. */
START_TEST (test_go_ahead_stays)
{
  g_autoptr (NpAssessment) assessment = assess ("keloid=within-wound", "hypertrophic-history=go-ahead");
  const NpFired *fired = np_assessment_find (assessment, finding ("hypertrophic-history"));

  ck_assert_ptr_nonnull (fired);
  ck_assert_int_eq (fired->class, NP_CLASS_RELATIVE);
  ck_assert_int_eq (fired->effective, NP_CLASS_ADVISORY);
  ck_assert (!fired->counts);
  ck_assert (fired->ruling_allowed);
  ck_assert_int_eq (fired->ruling, 0);
}
END_TEST

START_TEST (test_go_ahead_not_allowed)
{
  g_autoptr (NpAssessment) assessment = assess ("keloid=beyond-wound", "keloid-history=go-ahead");
  const NpFired *fired = np_assessment_find (assessment, finding ("keloid-history"));

  ck_assert (fired->counts);
  ck_assert (!fired->ruling_allowed);
  ck_assert_int_eq (fired->ruling, -1);
}
END_TEST

/* ---- a decision ends when what it stands on changes ---- */

static const struct
{
  const char *finding, *then, *now;
  gboolean same;
} bases[] = {
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound,family", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound device=rf melasma=in-area", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound planned=2026-04-01", TRUE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped:2025-12-11", FALSE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped:2025-12", FALSE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped", FALSE },
  { "body-image-concern", "expectations-wellbeing=avoidance", "expectations-wellbeing=avoidance,hours-of-worry",
    FALSE },
  { "body-image-concern", "expectations-wellbeing=avoidance,hours-of-worry",
    "expectations-wellbeing=hours-of-worry,avoidance", TRUE },
  { "body-image-concern", "expectations-wellbeing=avoidance", "expectations-wellbeing=dont-know", FALSE },
  { "unknown:keloid", "keloid=dont-know", "keloid=prefer-not-to-say", FALSE },
  { "anticoagulant", "medicines=apixaban", "medicines=apixaban blood-thinner=anticoagulant", FALSE },
  { "anticoagulant", "medicines=apixaban", "medicines=apixaban,vitamin_d", TRUE },
  { "anticoagulant", "medicines=apixaban", "medicines=warfarin", FALSE },
  { "anticoagulant", "medicines=apixaban,heparin", "medicines=heparin,apixaban", TRUE },
  { "anticoagulant", "medicines=apixaban,heparin", "medicines=apixaban", FALSE },
  { "anticoagulant", "blood-thinner=anticoagulant{name=apixaban}", "blood-thinner=anticoagulant{name=apixaban}", TRUE },
  { "anticoagulant", "blood-thinner=anticoagulant{name=apixaban}", "blood-thinner=anticoagulant{name=warfarin}",
    FALSE },
  { "nickel-allergy", "allergies=nickel", "allergies=nickel_rash", FALSE },
  { "herpes-history", "cold-sores=ever", "cold-sores=ever treat=striae@thigh", FALSE },
  { "melasma-present", "treat=melasma@cheek device=rf", "treat=melasma@cheek,pih@cheek device=rf", TRUE },
  { "plan-depth-over-label", "treat=acne-scar-atrophic@cheek/1600", "treat=acne-scar-atrophic@cheek/2500", FALSE },
  { "heart-liver", "anaesthetic=lidocaine heart-liver=heart", "anaesthetic=prilocaine heart-liver=heart", FALSE },
  { "diabetes-uncontrolled", "diabetes=diabetes{hba1c=75;on=2026-01-01}", "diabetes=diabetes{hba1c=90;on=2026-01-01}",
    FALSE },
  { "age-under-18-scar", "born=2008-03-11", "born=2010-03-11", FALSE },
  { "answers-contradict", "isotretinoin=current", "isotretinoin=current immune=medicine", FALSE },
  { "answers-contradict", "skin-tone=type-i,type-ii", "skin-tone=type-ii,type-i", TRUE },
  { "answers-contradict", "skin-tone=type-i,type-ii", "skin-tone=type-i,type-iii", FALSE },
  { "plan-device-not-authorised", "check:device-authorised=fail", "check:device-authorised=dont-know", FALSE },
};

START_TEST (test_basis)
{
  g_autoptr (NpFacts) then = np_facts_from_notation (catalog, bases[_i].then);
  g_autoptr (NpFacts) now = np_facts_from_notation (catalog, bases[_i].now);
  g_autoptr (NpAssessment) before = np_assess (then, NULL, 0);
  const NpFired *fired = np_assessment_find (before, finding (bases[_i].finding));
  g_autofree char *basis = NULL;
  NpRuling ruling = { finding (bases[_i].finding), NP_VERDICT_DO_NOT_TREAT, NULL };
  g_autoptr (NpAssessment) after = NULL;

  ck_assert_msg (fired != NULL, "%s does not fire", bases[_i].finding);
  basis = np_assessment_basis (then, fired);
  ruling.basis = basis;
  after = np_assess (now, &ruling, 1);
  fired = np_assessment_find (after, ruling.finding);
  ck_assert_msg (fired != NULL && (fired->ruling == 0) == bases[_i].same, "%s -> %s: the decision %s (%s)",
                 bases[_i].then, bases[_i].now, bases[_i].same ? "ended" : "stands", basis);
}
END_TEST

START_TEST (test_basis_line)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (
      catalog, "cold-sores=healed:2026-03,ever medicines=aciclovir isotretinoin=stopped:2025-12-10");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *dated =
      np_assessment_basis (facts, np_assessment_find (assessment, finding ("isotretinoin-recent")));
  g_autofree char *several = np_assessment_basis (facts, np_assessment_find (assessment, finding ("herpes-history")));

  ck_assert_str_eq (dated, "deferral isotretinoin:stopped[on=2025-12-10]");
  ck_assert (
      g_str_has_prefix (several, "relative cold-sores:ever cold-sores:healed[on=2026-03] medicines:herpes-antiviral["));
}
END_TEST

/* ---- causes ---- */

static const struct
{
  const char *facts, *finding, *causes;
} causes[] = {
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent", "isotretinoin" },
  { "medicines=apixaban", "anticoagulant", "medicines" },
  { "medicines=apixaban blood-thinner=anticoagulant", "anticoagulant", "blood-thinner medicines" },
  { "allergies=nickel", "nickel-allergy", "allergies" },
  { "born=2008-03-11", "age-under-18-scar", "age plan" },
  { "born=2004-03-11", "age-18-21", "age" },
  { "treat=melasma@cheek", "melasma-present", "plan" },
  { "check:needle-new-sterile=fail", "plan-reuse", "check:needle-new-sterile" },
  { "device=roller check:depth=fail", "plan-depth-over-label", "check:depth" },
  { "allergies=hyaluronic topicals=ha", "allergy-topical", "allergies" },
  { "diabetes=diabetes", "diabetes-uncontrolled", "diabetes" },
  { "keloid=dont-know", "unknown:keloid", "keloid" },
  { "isotretinoin=current", "answers-contradict", "medicines isotretinoin" },
  { "isotretinoin=current immune=medicine", "answers-contradict", "medicines isotretinoin immune" },
  { "blood-thinner=no medicines=apixaban", "answers-contradict", "blood-thinner medicines" },
  { "recent-resurfacing=peel-light:2027-01-01,peel-deep:2027-01-02", "answers-contradict",
    "recent-resurfacing recent-resurfacing" },
  { "skin-tone=type-i,type-ii", "answers-contradict", "skin-tone" },
  { "metal-allergy=nickel allergy-other=latex", "answers-contradict", "allergies metal-allergy allergy-other" },
  { "recent-injectables=filler:2026-03-01,skin-booster:2020", "filler-recent", "recent-injectables" },
};

START_TEST (test_cause)
{
  g_autoptr (NpAssessment) assessment = assess (causes[_i].facts, "");
  const NpFired *fired = np_assessment_find (assessment, finding (causes[_i].finding));
  g_autoptr (GString) ids = g_string_new (NULL);

  ck_assert_msg (fired != NULL, "%s does not fire", causes[_i].finding);
  for (guint i = 0; i < fired->n_causes; i++)
    {
      g_autofree char *id = np_cause_id (catalog, &fired->causes[i]);

      g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", id);
    }
  ck_assert_str_eq (ids->str, causes[_i].causes);
}
END_TEST

/* Every state keeps its own date. */
START_TEST (test_each_cause_has_its_date)
{
  g_autoptr (NpAssessment) assessment =
      assess ("recent-injectables=filler:2026-02-20,skin-booster:2026-03-01,fat:2020", "");
  const NpFired *fired = np_assessment_find (assessment, finding ("filler-recent"));

  ck_assert_uint_eq (fired->n_causes, 2);
  ck_assert_int_eq (fired->causes[0].clear_date, np_day_parse ("2026-03-20"));
  ck_assert_int_eq (fired->causes[1].clear_date, np_day_parse ("2026-03-29"));
}
END_TEST

/* More causes than any finding usually has, more than one block of memory holds. */
START_TEST (test_many_causes)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "recent-injectables=?");
  guint question = (guint) np_catalog_find_question (catalog, "recent-injectables");
  g_autoptr (NpAssessment) assessment = NULL;
  const NpFired *fired;

  for (int i = 0; i < 2000; i++)
    np_entry_set_date (np_facts_add_state (facts, question, 0), 0, np_date_of_day (facts->assessed_on - i % 20));
  assessment = np_assess (facts, NULL, 0);
  fired = np_assessment_find (assessment, finding ("filler-recent"));
  ck_assert_uint_eq (fired->n_causes, 2000);
  ck_assert_int_eq (fired->clear_date, facts->assessed_on + 28);
}
END_TEST

/* ---- what is open ---- */

static const struct
{
  const char *facts, *open;
} opens[] = {
  { "", "" },
  { "born=?", "age" },
  { "keloid=? isotretinoin=?", "keloid isotretinoin" },
  { "skin-tone=burns-only", "skin-tone" },
  { "skin-tone=dark-marks", "skin-tone" },
  { "skin-tone=burns-only,type-i", "" },
  { "skin-tone=dont-know", "" },
  { "skin-tone=prefer-not-to-say,tans-only", "" },
  { "prp-blood=?", "" },
  { "prp-blood=? topicals=prp", "prp-blood" },
  { "methaemoglobin=? heart-liver=? anaesthetic=lidocaine", "heart-liver" },
  { "methaemoglobin=? heart-liver=? anaesthetic=prilocaine", "heart-liver methaemoglobin" },
  { "heart-liver=? device=rf", "heart-liver" },
  { "allergy-topical=? clot-txa=? topicals=txa", "allergy-topical clot-txa" },
  { "pregnancy=not-applicable breastfeeding=not-applicable", "" },
  { "pregnancy=last-period", "" },
  { "check:orbital-rim=?", "" },
  { "check:orbital-rim=? treat=rejuvenation@nose", "orbital-rim" },
  { "check:depth=?", "" },
  { "check:depth=? device=rf", "depth" },
  { "check:device-authorised=?", "device-authorised" },
  { "check:needle-new-sterile=? check:topical-sterile=? check:anaesthetic-limit=?", "needle-new-sterile" },
  { "check:topical-sterile=? topicals=ha", "topical-sterile" },
  { "check:anaesthetic-limit=? anaesthetic=lidocaine", "anaesthetic-limit" },
  { "medicines=?", "medicines" },
  { "allergies=?", "allergies" },
  { "medicines=vitamin_d allergies=pollen", "" },
  { "anaesthetic=", "anaesthetic" },
  { "material=", "" },
};

START_TEST (test_open)
{
  g_autoptr (NpAssessment) assessment = assess (opens[_i].facts, "");
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < assessment->n_unanswered; i++)
    {
      g_autofree char *id = np_open_id (catalog, &assessment->unanswered[i]);

      g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", id);
    }
  ck_assert_str_eq (ids->str, opens[_i].open);
}
END_TEST

START_TEST (test_blank_is_all_open)
{
  g_autoptr (NpAssessment) assessment = assess ("blank", "");
  guint asked = 0;

  for (guint q = 0; q < catalog->n_questions; q++)
    asked += !np_rule_is_set (&catalog->questions[q].when);
  /* beside the questions: the checks of any device, both lists and the three parts of the plan */
  ck_assert_uint_eq (assessment->n_unanswered, asked + 3 + 2 + 3);
}
END_TEST

/* ---- the device's label ---- */

/* The catalogue with `device` contraindicating `id` on its label. */
static NpCatalog
with_label (const char *device, const guint16 *id, NpDevice **devices)
{
  NpCatalog copy = *catalog;
  guint position = (guint) np_catalog_find_device (catalog, device);

  *devices = g_memdup2 (catalog->devices, sizeof **devices * catalog->n_devices);
  (*devices)[position].label_contraindications = id;
  (*devices)[position].n_label_contraindications = 1;
  copy.devices = *devices;
  return copy;
}

static const struct
{
  const char *label, *facts, *outcome;
  gboolean by_label;
} labels[] = {
  { "breastfeeding", "breastfeeding=breastfeeding", "do-not-proceed", TRUE },
  { "breastfeeding", "breastfeeding=breastfeeding device=roller", "refer", FALSE },
  { "bleeding-disorder", "bleeding-disorder=disorder", "do-not-proceed", TRUE },
  { "keloid-family", "keloid=family", "do-not-proceed", TRUE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "do-not-proceed", TRUE },
  { "pregnant", "pregnancy=pregnant", "do-not-proceed", FALSE },
};

START_TEST (test_label)
{
  guint16 id = finding (labels[_i].label);
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, labels[_i].facts);
  NpRuling ruling = { id, NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpAssessment) overridden = np_assess (facts, &ruling, 1);

  ck_assert_str_eq (np_outcome_words[assessment->outcome], labels[_i].outcome);
  ck_assert_int_eq (np_assessment_find (assessment, id)->by_label, labels[_i].by_label);
  if (labels[_i].by_label)
    ck_assert_int_eq (overridden->outcome, NP_OUTCOME_DO_NOT_PROCEED);
}
END_TEST

START_TEST (test_met_by_label)
{
  guint16 id = finding ("isotretinoin-recent");
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, "isotretinoin=stopped:2025-01-01");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_PROCEED);
  ck_assert_uint_eq (assessment->n_met, 1);
}
END_TEST

/* What the label rules out stays as it is, whatever a clinician says: no milder, and with its date. */
START_TEST (test_ruling_on_label)
{
  guint16 id = finding ("isotretinoin-recent");
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, "isotretinoin=stopped:2025-12-10");
  NpRuling ruling = { id, (NpVerdict) _i, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, &ruling, 1);
  const NpFired *fired = np_assessment_find (assessment, id);

  ck_assert_int_eq (fired->effective, NP_CLASS_ABSOLUTE);
  ck_assert_int_eq (fired->clear_date, np_day_parse ("2026-06-10"));
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_DO_NOT_PROCEED);
}
END_TEST

/* ---- remedies ---- */

/* `changed` is the plan after the change; what the remedy promised has to be true of it. */
static const struct
{
  const char *facts, *finding, *change, *changed;
  const char *becomes; /* the class after it, "no" when it is gone */
} remedies[] = {
  { "device=rf electronic-implant=implant", "electronic-implant", "device-without-energy", "device=pen", "advisory" },
  { "device=rf metal-filler-area=metal", "metal-filler-area", "device-without-energy", "device=pen", "relative" },
  { "device=rf suspicious-lesion=cancer-in-area-past", "skin-cancer-area", "device-without-energy", "device=pen",
    "relative" },
  { "anaesthetic=lidocaine allergy-anaesthetic=amide", "allergy-anaesthetic", "no-anaesthetic", "anaesthetic=none",
    "advisory" },
  { "anaesthetic=prilocaine methaemoglobin=methaemoglobinaemia", "methaemoglobinaemia-history", "no-prilocaine",
    "anaesthetic=lidocaine", "no" },
  { "anaesthetic=prilocaine methaemoglobin=family", "methaemoglobin-risk", "no-prilocaine", "anaesthetic=none", "no" },
  { "anaesthetic=lidocaine heart-liver=heart", "heart-liver", "no-anaesthetic-and-no-energy",
    "anaesthetic=none device=pen", "no" },
  { "device=rf heart-liver=heart", "heart-liver", "no-anaesthetic-and-no-energy", "anaesthetic=none device=pen", "no" },
  { "metal-allergy=steel material=stainless-steel", "stainless-steel-allergy", "other-needle-material",
    "material=gold-coated", "advisory" },
  { "topicals=ha,txa allergy-topical=product", "allergy-topical", "no-topicals", "allergy-topical=product", "no" },
  { "topicals=ha,txa allergy-topical=product{which=ha}", "allergy-topical", "without-that-topical", "topicals=txa",
    "no" },
  { "topicals=ha allergies=perfume", "contact-dermatitis-history", "no-topicals", "allergies=perfume", "no" },
  { "topicals=tretinoin pregnancy=trying", "pregnancy-trying", "no-tretinoin", "topicals=ha", "advisory" },
  { "topicals=prp prp-blood=platelets", "prp-platelet", "no-prp", "topicals=ha", "no" },
  { "topicals=prp prp-blood=anaemia", "prp-platelet", "no-prp", "topicals=ha", "no" },
  { "topicals=txa clot-txa=clot", "clot-txa", "no-txa", "topicals=ha", "no" },
  { "treat=rejuvenation@periorbital check:orbital-rim=fail", "plan-orbital-rim", "leave-site-out",
    "treat=rejuvenation@cheek", "no" },
  { "treat=acne-scar-atrophic@cheek/1600", "plan-depth-over-label", "less-depth", "treat=acne-scar-atrophic@cheek/1500",
    "no" },
  { "check:device-authorised=fail", "plan-device-not-authorised", "another-device", "check:device-authorised=pass",
    "no" },
  { "check:needle-new-sterile=fail", "plan-reuse", "new-sterile-part", "check:needle-new-sterile=pass", "no" },
  { "topicals=growth-factor-exosome", "plan-topical-nonsterile", "without-that-topical", "topicals=ha", "no" },
  { "anaesthetic=prilocaine grams=80", "plan-large-anaesthetic-area", "less-anaesthetic", "grams=50", "no" },
  { "anaesthetic=prilocaine grams=80", "plan-large-anaesthetic-area", "no-anaesthetic", "anaesthetic=none", "no" },
};

static gboolean
has_remedy (const NpAssessment *assessment, const char *id, const char *change)
{
  for (guint i = 0; i < assessment->n_remedies; i++)
    if (assessment->remedies[i].finding == finding (id) &&
        g_str_equal (catalog->changes.items[assessment->remedies[i].change].id, change))
      return TRUE;
  return FALSE;
}

/* Drops the topicals of the first notation where the change is to have none. */
static char *
apply_change (guint row)
{
  g_autoptr (GString) facts = g_string_new (remedies[row].facts);

  if (g_str_equal (remedies[row].change, "no-topicals"))
    return g_strdup (remedies[row].changed);
  g_string_append_printf (facts, " %s", remedies[row].changed);
  return g_strdup (facts->str);
}

START_TEST (test_remedy)
{
  g_autofree char *changed = apply_change ((guint) _i);
  g_autoptr (NpAssessment) before = assess (remedies[_i].facts, "");
  g_autoptr (NpAssessment) after = assess (changed, "");
  const NpFired *fired = np_assessment_find (after, finding (remedies[_i].finding));

  ck_assert_msg (has_remedy (before, remedies[_i].finding, remedies[_i].change), "%s: no remedy", remedies[_i].facts);
  ck_assert_msg (!has_remedy (after, remedies[_i].finding, remedies[_i].change), "%s: still a remedy", changed);
  ck_assert_msg (g_str_equal (fired == NULL ? "no" : np_class_words[fired->class], remedies[_i].becomes), "%s: %s",
                 changed, fired == NULL ? "no" : np_class_words[fired->class]);
}
END_TEST

/* A change that would only make the class milder does not lift what the label rules out. */
static const struct
{
  const char *label, *facts;
  guint n_remedies;
} label_remedies[] = {
  { "allergy-anaesthetic", "anaesthetic=lidocaine allergy-anaesthetic=amide", 0 },
  { "stainless-steel-allergy", "metal-allergy=steel material=stainless-steel", 0 },
  { "stainless-steel-allergy", "metal-allergy=steel material=stainless-steel device=roller", 1 },
  { "heart-liver", "anaesthetic=lidocaine heart-liver=heart", 1 },
};

START_TEST (test_label_remedy)
{
  guint16 id = finding (label_remedies[_i].label);
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, label_remedies[_i].facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_uint_eq (assessment->n_remedies, label_remedies[_i].n_remedies);
}
END_TEST

static const struct
{
  const char *facts, *rulings;
} no_remedies[] = {
  { "", "" },
  { "electronic-implant=implant", "" },
  { "device=rf suspicious-lesion=cancer-in-area", "" },
  { "anaesthetic=lidocaine heart-liver=heart", "heart-liver=go-ahead" },
  { "allergy-anaesthetic=ester anaesthetic=lidocaine", "" },
};

START_TEST (test_no_remedy)
{
  g_autoptr (NpAssessment) assessment = assess (no_remedies[_i].facts, no_remedies[_i].rulings);

  for (guint i = 0; i < assessment->n_remedies; i++)
    ck_abort_msg ("%s: %s", no_remedies[_i].facts, catalog->changes.items[assessment->remedies[i].change].id);
}
END_TEST

/* ---- rules beside the assessment ---- */

START_TEST (test_rules_beside)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "keloid=within-wound device=rf");
  NpRuling ruling = { finding ("hypertrophic-history"), NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpAssessment) decided = np_assess (facts, &ruling, 1);
  NpTerm fires = { .kind = NP_TERM_FINDING, .index = ruling.finding };
  NpTerm go_ahead = { .kind = NP_TERM_GO_AHEAD };
  NpTerm rf = { .kind = NP_TERM_DEVICE, .index = (guint16) np_catalog_find_device (catalog, "pen") };

  ck_assert (np_assessment_holds (assessment, facts, &(NpRule){ .n_terms = 0 }));
  ck_assert (np_assessment_holds (assessment, facts, &(NpRule){ .terms = &fires, .n_terms = 1 }));
  ck_assert (!np_assessment_holds (assessment, facts, &(NpRule){ .terms = &go_ahead, .n_terms = 1 }));
  ck_assert (np_assessment_holds (decided, facts, &(NpRule){ .terms = &go_ahead, .n_terms = 1 }));
  ck_assert (!np_assessment_holds (assessment, facts, &(NpRule){ .terms = &rf, .n_terms = 1 }));
}
END_TEST

static void
add_headline (Suite *suite)
{
  TCase *tcase = tcase_create ("headline");

  tcase_add_unchecked_fixture (tcase, load_catalog, unload_catalog);
  tcase_add_loop_test (tcase, test_outcome, 0, G_N_ELEMENTS (outcomes));
  tcase_add_test (tcase, test_go_ahead_stays);
  tcase_add_test (tcase, test_go_ahead_not_allowed);
  tcase_add_loop_test (tcase, test_basis, 0, G_N_ELEMENTS (bases));
  tcase_add_test (tcase, test_basis_line);
  tcase_add_loop_test (tcase, test_label, 0, G_N_ELEMENTS (labels));
  tcase_add_test (tcase, test_met_by_label);
  tcase_add_loop_test (tcase, test_ruling_on_label, NP_VERDICT_GO_AHEAD, NP_VERDICT_DO_NOT_TREAT + 1);
  suite_add_tcase (suite, tcase);
}

static void
add_reasons (Suite *suite)
{
  TCase *tcase = tcase_create ("reasons");

  tcase_add_unchecked_fixture (tcase, load_catalog, unload_catalog);
  tcase_add_loop_test (tcase, test_cause, 0, G_N_ELEMENTS (causes));
  tcase_add_test (tcase, test_each_cause_has_its_date);
  tcase_add_test (tcase, test_many_causes);
  tcase_add_loop_test (tcase, test_open, 0, G_N_ELEMENTS (opens));
  tcase_add_test (tcase, test_blank_is_all_open);
  tcase_add_loop_test (tcase, test_remedy, 0, G_N_ELEMENTS (remedies));
  tcase_add_loop_test (tcase, test_label_remedy, 0, G_N_ELEMENTS (label_remedies));
  tcase_add_loop_test (tcase, test_no_remedy, 0, G_N_ELEMENTS (no_remedies));
  tcase_add_test (tcase, test_rules_beside);
  suite_add_tcase (suite, tcase);
}

int
main (void)
{
  Suite *suite = suite_create ("outcome");

  add_headline (suite);
  add_reasons (suite);
  return np_test_run (suite);
}
