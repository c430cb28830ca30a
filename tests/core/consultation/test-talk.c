/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walked.h"

/* What is shown and asked back, and the time to think it over. */

/* ---- the time to think ---- */

static const struct
{
  const char *device, *planned;
  int hours;
  gboolean early;
} times[] = {
  { "pen", "'2026-03-10'", 48, TRUE },   { "pen", "'2026-03-11'", 48, TRUE },   { "pen", "'2026-03-12'", 48, FALSE },
  { "rf", "'2026-03-16'", 168, TRUE },   { "rf", "'2026-03-17'", 168, FALSE },
};

START_TEST (time_to_think)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", times[_i].device);
  np_walk_screening (self);
  np_walk_set (self, "/planned_on", times[_i].planned);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  ck_assert (!np_consultation_is_early (self));
  np_walk_disclosure (self);
  np_walk_understanding (self);
  ck_assert_int_eq (np_consultation_cooling_off_hours (self), times[_i].hours);
  ck_assert_int_eq (np_consultation_is_early (self), times[_i].early);
  ck_assert_int_eq (np_consultation_may_end (self, NP_KIND_CONSENT, NULL), !times[_i].early);
  np_walk_set (self, "/early", "{'name':'a','role':'b','date':'2026-03-10','reason':'the patient asked for it'}");
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
}
END_TEST

START_TEST (a_reason_for_an_early_day_is_for_that_day)
{
  np_walk_to_signing (self);
  np_walk_set (self, "/planned_on", "'2026-03-11'");
  np_walk_set (self, "/early", "{'name':'a','role':'b','date':'2026-03-10','reason':'the patient asked for it'}");
  np_walk_set (self, "/patient/record_number", "'7'");
  ck_assert_ptr_nonnull (np_consultation_get (self, "/early"));
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  np_walk_set (self, "/planned_on", "'2026-03-10'");
  ck_assert_ptr_null (np_consultation_get (self, "/early"));
  ck_assert (!np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  np_consultation_undo (self);
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
}
END_TEST

START_TEST (acknowledging_twice_changes_nothing)
{
  guint risk;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  risk = np_consultation_get_assessment (self)->risks[0].risk;
  np_clock_advance (clock_, 60);
  ck_assert (np_consultation_acknowledge (self, risk, TRUE, NULL));
  ck_assert (np_consultation_is_ready (self, NULL));
}
END_TEST

START_TEST (nothing_is_acknowledged_unseen)
{
  g_autoptr (GError) error = NULL;
  guint risk;

  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
  risk = np_consultation_get_assessment (self)->risks[0].risk;
  ck_assert (!np_consultation_acknowledge (self, risk, TRUE, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
  ck_assert_uint_eq (np_walk_count_log (self, "acknowledged"), 0);
  np_consultation_show_risk (self, risk);
  np_consultation_show_risk (self, risk);
  ck_assert_uint_eq (np_walk_count_log (self, "shown"), 1);
  ck_assert (np_consultation_acknowledge (self, risk, TRUE, NULL));
}
END_TEST

/* Another answer gives the risk another reason: what was shown before does not count for it. */
START_TEST (other_words_have_to_be_shown_anew)
{
  guint risk = (guint) np_catalog_find_risk (np_walk_catalog (), "risk-bleeding-raised");

  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, "blood-thinner", "[{'is':'anticoagulant'}]");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_consultation_show_risk (self, risk);
  np_walk_answer (self, "blood-thinner", "[{'is':'antiplatelet'}]");
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  ck_assert (!np_consultation_acknowledge (self, risk, TRUE, NULL));
  np_consultation_show_risk (self, risk);
  ck_assert (np_consultation_acknowledge (self, risk, TRUE, NULL));
}
END_TEST

/* ---- understanding ---- */

/* How often the patient was asked until it was understood, whatever was pressed by mistake (record rule 18). */
static const struct
{
  const char *results[4];
  int tries;
} talks[] = {
  { { "own-words" }, 1 },
  { { "after-explaining" }, 2 },
  { { "not-yet" }, 1 },
  { { "not-yet", "own-words" }, 2 },
  { { "not-yet", "after-explaining" }, 2 },
  { { "not-yet", "not-yet", "after-explaining" }, 3 },
  { { "own-words", "own-words" }, 1 },
  { { "own-words", "after-explaining" }, 2 },
  { { "own-words", "not-yet" }, 1 },
  { { "after-explaining", "after-explaining" }, 2 },
};

START_TEST (counts_how_often_was_asked)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_disclosure (self);
  for (guint i = 0; talks[_i].results[i] != NULL; i++)
    ck_assert (np_consultation_teach_back (self, 0, talks[_i].results[i], NULL));
  ck_assert_int_eq (np_consultation_get_int (self, "/understanding/tb-how/tries", 0), talks[_i].tries);
}
END_TEST

START_TEST (not_yet_twice_needs_the_practitioner)
{
  np_walk_to_signing (self);
  ck_assert (np_consultation_teach_back (self, 0, "not-yet", NULL));
  ck_assert (!np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  ck_assert (np_consultation_teach_back (self, 0, "after-explaining", NULL));
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  ck_assert (np_consultation_teach_back (self, 0, "not-yet", NULL));
  ck_assert_int_eq (np_consultation_get_int (self, "/understanding/tb-how/tries", 0), 2);
  ck_assert (!np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  np_walk_set (self, "/understanding_decision", "{'name':'a','role':'b','date':'2026-03-10','reason':'talked again'}");
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  ck_assert (np_consultation_teach_back (self, 1, "not-yet", NULL));
  ck_assert_ptr_null (np_consultation_get (self, "/understanding_decision"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("talk");
  TCase *tcase = tcase_create ("talk");

  tcase_add_checked_fixture (tcase, np_walked_set_up, np_walked_tear_down);
  tcase_add_loop_test (tcase, time_to_think, 0, G_N_ELEMENTS (times));
  tcase_add_test (tcase, a_reason_for_an_early_day_is_for_that_day);
  tcase_add_test (tcase, acknowledging_twice_changes_nothing);
  tcase_add_test (tcase, nothing_is_acknowledged_unseen);
  tcase_add_test (tcase, other_words_have_to_be_shown_anew);
  tcase_add_loop_test (tcase, counts_how_often_was_asked, 0, G_N_ELEMENTS (talks));
  tcase_add_test (tcase, not_yet_twice_needs_the_practitioner);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
