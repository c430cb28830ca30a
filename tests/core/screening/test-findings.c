/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-assessment.h"
#include "np-notation.h"
#include "np-screened.h"
#include "np-rule-rows.h"

static const NpRuleRows *const tables[] = { &np_rows_person, &np_rows_skin, &np_rows_medicines, &np_rows_plan,
                                            &np_rows_dates };

static const NpMet *
find_met (const NpAssessment *assessment, guint finding)
{
  for (guint i = 0; i < assessment->n_met; i++)
    if (assessment->met[i].finding == finding)
      return &assessment->met[i];
  return NULL;
}

static void
check_row (const NpRuleRow *row)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row->facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  int finding = np_catalog_find_finding (catalog, row->finding);
  const NpFired *fired;
  const NpMet *met;
  const char *actual = "no";
  NpDay day = NP_DAY_NONE;
  g_autofree char *date = NULL;

  ck_assert_msg (finding >= 0, "there is no finding %s", row->finding);
  fired = np_assessment_find (assessment, (guint) finding);
  met = find_met (assessment, (guint) finding);
  ck_assert_msg (fired == NULL || met == NULL, "%s: fires and is met", row->facts);
  if (fired != NULL)
    {
      actual = np_class_words[fired->class];
      day = fired->clear_date;
    }
  else if (met != NULL)
    {
      actual = "met";
      day = met->clear_date;
    }
  date = day == NP_DAY_NONE ? g_strdup ("") : np_day_format (day);
  ck_assert_msg (g_str_equal (actual, row->expected), "%s: %s is %s, not %s", row->facts, row->finding, actual,
                 row->expected);
  ck_assert_msg (g_str_equal (date, row->date), "%s: %s ends on “%s”, not “%s”", row->facts, row->finding, date,
                 row->date);
}

static guint
count_rows (void)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    count += tables[i]->n_rows;
  return count;
}

static const NpRuleRow *
nth_row (guint n)
{
  guint table = 0;

  for (; n >= tables[table]->n_rows; table++)
    n -= tables[table]->n_rows;
  return &tables[table]->rows[n];
}

START_TEST (test_rule) { check_row (nth_row ((guint) _i)); }
END_TEST

static gboolean
is_fired_by_a_row (const char *finding)
{
  for (guint i = 0; i < count_rows (); i++)
    if (g_str_equal (nth_row (i)->finding, finding) && !g_str_equal (nth_row (i)->expected, "no"))
      return TRUE;
  return FALSE;
}

/* The tables fire every finding of the catalogue. */
START_TEST (test_tables_are_complete)
{
  for (guint f = 0; f < catalog->n_findings; f++)
    ck_assert_msg (is_fired_by_a_row (catalog->findings[f].id), "no row fires %s", catalog->findings[f].id);
}
END_TEST

START_TEST (test_healthy_fires_nothing)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  for (guint i = 0; i < assessment->n_findings; i++)
    ck_abort_msg ("%s fires", catalog->findings[assessment->findings[i].finding].id);
  ck_assert_uint_eq (assessment->n_met, 0);
  ck_assert_uint_eq (assessment->n_unanswered, 0);
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_PROCEED);
  ck_assert (assessment->for_signature);
}
END_TEST

START_TEST (test_blank_fires_nothing)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "blank");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_uint_eq (assessment->n_findings, 0);
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_INCOMPLETE);
}
END_TEST

/* Unanswered, a question fires nothing; not known and not said fire the same, and something. */
START_TEST (test_unsure)
{
  static const char plan[] = "device=rf topicals=txa,prp anaesthetic=prilocaine treat=rejuvenation@periorbital";
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, plan);
  g_autoptr (NpAssessment) before = np_assess (facts, NULL, 0);

  for (guint q = 0; q < catalog->n_questions; q++)
    {
      g_autoptr (NpAssessment) unanswered = NULL;
      g_autoptr (NpAssessment) not_known = NULL;
      g_autoptr (NpAssessment) not_said = NULL;
      g_autoptr (NpFacts) changed = np_facts_copy (facts);
      const char *id = catalog->questions[q].id;

      if (catalog->questions[q].is_birth_date)
        continue;
      np_facts_clear_answer (changed, q);
      unanswered = np_assess (changed, NULL, 0);
      np_facts_add_common (changed, q, NP_STATE_DONT_KNOW);
      not_known = np_assess (changed, NULL, 0);
      np_facts_clear_answer (changed, q);
      np_facts_add_common (changed, q, NP_STATE_PREFER_NOT_TO_SAY);
      not_said = np_assess (changed, NULL, 0);

      ck_assert_msg (unanswered->n_findings == before->n_findings, "%s fires something unanswered", id);
      ck_assert_msg (not_known->n_findings > before->n_findings, "%s fires nothing when not known", id);
      ck_assert_msg (not_known->n_findings == not_said->n_findings, "%s: not known and not said differ", id);
      for (guint i = 0; i < not_known->n_findings; i++)
        ck_assert_int_eq (not_known->findings[i].finding, not_said->findings[i].finding);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("findings");
  TCase *tcase = tcase_create ("rules");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, test_rule, 0, (int) count_rows ());
  tcase_add_test (tcase, test_tables_are_complete);
  tcase_add_test (tcase, test_healthy_fires_nothing);
  tcase_add_test (tcase, test_blank_fires_nothing);
  tcase_add_test (tcase, test_unsure);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
