/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-notation.h"
#include "np-screened.h"

/* What findings come from, what is still open, and which change of the plan would help. */

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
  g_autoptr (NpAssessment) assessment = np_screened_assess (causes[_i].facts, "");
  const NpFired *fired = np_assessment_find (assessment, np_screened_finding (causes[_i].finding));
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
      np_screened_assess ("recent-injectables=filler:2026-02-20,skin-booster:2026-03-01,fat:2020", "");
  const NpFired *fired = np_assessment_find (assessment, np_screened_finding ("filler-recent"));

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
  fired = np_assessment_find (assessment, np_screened_finding ("filler-recent"));
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
  g_autoptr (NpAssessment) assessment = np_screened_assess (opens[_i].facts, "");
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
  g_autoptr (NpAssessment) assessment = np_screened_assess ("blank", "");
  guint asked = 0;

  for (guint q = 0; q < catalog->n_questions; q++)
    asked += !np_rule_is_set (&catalog->questions[q].when);
  /* beside the questions: the checks of any device, both lists and the three parts of the plan */
  ck_assert_uint_eq (assessment->n_unanswered, asked + 3 + 2 + 3);
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
    if (assessment->remedies[i].finding == np_screened_finding (id) &&
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
  g_autoptr (NpAssessment) before = np_screened_assess (remedies[_i].facts, "");
  g_autoptr (NpAssessment) after = np_screened_assess (changed, "");
  const NpFired *fired = np_assessment_find (after, np_screened_finding (remedies[_i].finding));

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
  guint16 id = np_screened_finding (label_remedies[_i].label);
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = np_screened_with_label ("pen", &id, &devices);
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
  g_autoptr (NpAssessment) assessment = np_screened_assess (no_remedies[_i].facts, no_remedies[_i].rulings);

  for (guint i = 0; i < assessment->n_remedies; i++)
    ck_abort_msg ("%s: %s", no_remedies[_i].facts, catalog->changes.items[assessment->remedies[i].change].id);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("reasons");
  TCase *tcase = tcase_create ("reasons");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_cause, 0, G_N_ELEMENTS (causes));
  tcase_add_test (tcase, test_each_cause_has_its_date);
  tcase_add_test (tcase, test_many_causes);
  tcase_add_loop_test (tcase, test_open, 0, G_N_ELEMENTS (opens));
  tcase_add_test (tcase, test_blank_is_all_open);
  tcase_add_loop_test (tcase, test_remedy, 0, G_N_ELEMENTS (remedies));
  tcase_add_loop_test (tcase, test_label_remedy, 0, G_N_ELEMENTS (label_remedies));
  tcase_add_loop_test (tcase, test_no_remedy, 0, G_N_ELEMENTS (no_remedies));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
