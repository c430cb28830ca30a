/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-facts.h"
#include "np-notation.h"
#include "np-screened.h"

static char *
group_ids (const NpWordGroup *groups, guint n_groups, guint64 bits)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n_groups; i++)
    if ((bits & NP_STATE_BIT (i)) != 0)
      g_string_append_printf (ids, "%s%s", ids->len == 0 ? "" : " ", groups[i].id);
  return g_strdup (ids->str);
}

static const struct
{
  const char *name;
  gboolean on_skin;
  const char *groups;
} medicines[] = {
  { "apixaban", FALSE, "anticoagulant" },
  { "Apixaban 5 mg", FALSE, "anticoagulant" },
  { "WARFARIN", FALSE, "anticoagulant" },
  { "(Eliquis)", FALSE, "anticoagulant" },
  { "apixabane", FALSE, "" },
  { "no-apixabanx", FALSE, "" },
  { "heparin", FALSE, "anticoagulant" },
  { "heparin gel", TRUE, "" },
  { "low-dose aspirin, daily", FALSE, "antiplatelet" },
  { "aspirin/dipyridamole", FALSE, "antiplatelet" },
  { "warfarin + clopidogrel", FALSE, "anticoagulant antiplatelet" },
  { "aciclovir", FALSE, "herpes-antiviral" },
  { "aciclovir cream", TRUE, "herpes-antiviral" },
  { "hydrocortisone", FALSE, "immunosuppressant" },
  { "hydrocortisone", TRUE, "" },
  { "doxycycline", TRUE, "photosensitiser" },
  { "amiodarone", FALSE, "photosensitiser antiarrhythmic" },
  { "amiodarone", TRUE, "photosensitiser" },
  { "co-trimoxazole", FALSE, "methaemoglobin-inducer" },
  { "Co trimoxazole 960mg", FALSE, "methaemoglobin-inducer" },
  { "trimoxazole", FALSE, "" },
  { "glyceryl trinitrate", FALSE, "methaemoglobin-inducer" },
  { "Glyceryl  Trinitrate spray", FALSE, "methaemoglobin-inducer" },
  { "glyceryl", FALSE, "" },
  { "trinitrate glyceryl", FALSE, "" },
  { "the combined pill", FALSE, "combined-hormonal" },
  { "HRT", FALSE, "combined-hormonal" },
  { "HRT patch", TRUE, "combined-hormonal" },
  { "vitamin D", FALSE, "" },
  { "", FALSE, "" },
  { "  ", FALSE, "" },
  { "ÉTHINYLESTRADIOL", FALSE, "" },
  { "\xff\xfe warfarin", FALSE, "anticoagulant" },
};

START_TEST (test_medicine)
{
  guint64 bits = np_facts_medicine_groups (catalog, medicines[_i].name, medicines[_i].on_skin);
  g_autofree char *ids = group_ids (catalog->medicine_groups, catalog->n_medicine_groups, bits);

  ck_assert_str_eq (ids, medicines[_i].groups);
}
END_TEST

static const struct
{
  const char *substance;
  gboolean severe;
  const char *groups;
} allergies[] = {
  { "lidocaine", FALSE, "amide-anaesthetic" },
  { "Lignocaine gel", FALSE, "amide-anaesthetic" },
  { "EMLA", FALSE, "amide-anaesthetic" },
  { "Stainless Steel", FALSE, "steel" },
  { "stainless-steel", FALSE, "steel" },
  { "steel", FALSE, "steel" },
  { "nickel", FALSE, "nickel" },
  { "plaster", FALSE, "antiseptic-dressing" },
  { "povidone-iodine", FALSE, "antiseptic-dressing" },
  { "parfum", FALSE, "skincare" },
  { "vitamin C serum", FALSE, "topical:vitamin-c" },
  { "vitamin", FALSE, "" },
  { "ascorbic acid", FALSE, "topical:vitamin-c" },
  { "tranexamic acid", FALSE, "topical:txa" },
  { "hyaluronic acid", FALSE, "topical:ha" },
  { "tretinoin", FALSE, "topical:tretinoin" },
  { "isotretinoin", FALSE, "" },
  { "wasp sting", TRUE, "severe" },
  { "wasp sting", FALSE, "" },
  { "latex", TRUE, "antiseptic-dressing severe" },
};

START_TEST (test_allergy)
{
  guint64 bits = np_facts_allergy_groups (catalog, allergies[_i].substance, allergies[_i].severe);
  g_autofree char *ids = group_ids (catalog->allergy_groups, catalog->n_allergy_groups, bits);

  ck_assert_str_eq (ids, allergies[_i].groups);
}
END_TEST

static const struct
{
  const char *facts, *question;
  gboolean asked;
} scopes[] = {
  { "blank", "keloid", TRUE },
  { "blank", "prp-blood", FALSE },
  { "", "heart-liver", FALSE },
  { "device=rf", "heart-liver", TRUE },
  { "anaesthetic=lidocaine", "heart-liver", TRUE },
  { "anaesthetic=lidocaine", "methaemoglobin", FALSE },
  { "anaesthetic=prilocaine", "methaemoglobin", TRUE },
  { "topicals=ha", "allergy-topical", TRUE },
  { "topicals=ha", "clot-txa", FALSE },
  { "topicals=txa", "clot-txa", TRUE },
  { "topicals=ha,prp", "prp-blood", TRUE },
};

START_TEST (test_scope)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, scopes[_i].facts);
  guint question = (guint) np_catalog_find_question (catalog, scopes[_i].question);

  ck_assert_int_eq (np_facts_asks_question (facts, question), scopes[_i].asked);
}
END_TEST

static const struct
{
  const char *facts, *check;
  gboolean asked;
} check_scopes[] = {
  { "", "orbital-rim", FALSE },
  { "treat=rejuvenation@periorbital", "orbital-rim", TRUE },
  { "treat=rejuvenation@cheek~", "orbital-rim", TRUE },
  { "", "depth", FALSE },
  { "device=stamp", "depth", TRUE },
  { "", "needle-new-sterile", TRUE },
  { "", "topical-sterile", FALSE },
  { "topicals=ha", "topical-sterile", TRUE },
  { "", "anaesthetic-limit", FALSE },
  { "anaesthetic=lidocaine", "anaesthetic-limit", TRUE },
};

START_TEST (test_check_scope)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, check_scopes[_i].facts);
  guint check = (guint) np_catalog_find_plan_check (catalog, check_scopes[_i].check);

  ck_assert_int_eq (np_facts_asks_check (facts, check), check_scopes[_i].asked);
}
END_TEST

START_TEST (test_answered)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "blank");
  guint keloid = (guint) np_catalog_find_question (catalog, "keloid");
  guint tone = (guint) np_catalog_find_question (catalog, "skin-tone");
  guint age = (guint) np_catalog_find_question (catalog, "age");

  ck_assert (!np_facts_question_answered (facts, keloid));
  np_facts_add_state (facts, keloid, 0);
  ck_assert (np_facts_question_answered (facts, keloid));
  np_facts_clear_answer (facts, keloid);
  ck_assert (!np_facts_question_answered (facts, keloid));

  np_facts_add_state (facts, tone, (guint) np_catalog_find_state (&catalog->questions[tone], "burns-only"));
  ck_assert (!np_facts_question_answered (facts, tone));
  np_facts_add_common (facts, tone, NP_STATE_PREFER_NOT_TO_SAY);
  ck_assert (np_facts_question_answered (facts, tone));

  ck_assert (!np_facts_question_answered (facts, age));
  facts->born = np_day_parse ("1990-01-01");
  ck_assert (np_facts_question_answered (facts, age));
}
END_TEST

START_TEST (test_copy_is_its_own)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "sun=tan:2026-03-01 check:depth=fail");
  g_autoptr (NpFacts) copy = np_facts_copy (facts);
  guint sun = (guint) np_catalog_find_question (catalog, "sun");

  ck_assert_uint_eq (copy->answers[sun].n_entries, 1);
  np_facts_clear_answer (facts, sun);
  facts->checks[0] = NP_CHECK_FAIL;
  ck_assert_uint_eq (copy->answers[sun].n_entries, 1);
  ck_assert_int_eq (copy->answers[sun].entries[0].value[0].date.day, 1);
  ck_assert_int_eq (copy->checks[0], NP_CHECK_PASS);
}
END_TEST

START_TEST (test_planned_and_age)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "blank on=2026-03-10");

  ck_assert_int_eq (np_facts_planned (facts), np_day_parse ("2026-03-10"));
  ck_assert_int_eq (np_facts_age (facts), -1);
  facts->planned_on = np_day_parse ("2026-04-01");
  facts->born = np_day_parse ("2000-03-11");
  ck_assert_int_eq (np_facts_planned (facts), np_day_parse ("2026-04-01"));
  ck_assert_int_eq (np_facts_age (facts), 25);
}
END_TEST

/* A field without a value is a missing one. */
START_TEST (test_missing_fields)
{
  NpEntry entry = { 0 };

  np_entry_set_date (&entry, 0, (NpDate){ 0 });
  np_entry_set_options (&entry, 1, 0);
  ck_assert_uint_eq (entry.present, 0);
  np_entry_set_number (&entry, 1, 0);
  np_entry_set_yes (&entry, 2, FALSE);
  np_entry_set_text (&entry, 3, "");
  ck_assert_uint_eq (entry.present, 0xe);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("facts");
  TCase *tcase = tcase_create ("facts");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_medicine, 0, G_N_ELEMENTS (medicines));
  tcase_add_loop_test (tcase, test_allergy, 0, G_N_ELEMENTS (allergies));
  tcase_add_loop_test (tcase, test_scope, 0, G_N_ELEMENTS (scopes));
  tcase_add_loop_test (tcase, test_check_scope, 0, G_N_ELEMENTS (check_scopes));
  tcase_add_test (tcase, test_answered);
  tcase_add_test (tcase, test_copy_is_its_own);
  tcase_add_test (tcase, test_planned_and_age);
  tcase_add_test (tcase, test_missing_fields);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
