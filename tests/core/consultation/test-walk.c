/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walk.h"

/* Every way from the first step to an ending. */

static const struct
{
  const char *name, *born, *indication, *device;
  const char *question, *states;         /* an answer that differs from the healthy one; nullable */
  NpVerdict verdict;
  NpOutcome outcome;
  NpKind kind;
} ways[] = {
  { "healthy adult consents", "1992-05-04", "acne-scar-atrophic", "pen", NULL, NULL, NP_VERDICT_GO_AHEAD,
    NP_OUTCOME_PROCEED, NP_KIND_CONSENT },
  { "roller, too", "1992-05-04", "acne-scar-atrophic", "roller", NULL, NULL, NP_VERDICT_GO_AHEAD, NP_OUTCOME_PROCEED,
    NP_KIND_CONSENT },
  { "with a decision", "1992-05-04", "acne-scar-atrophic", "pen", "blood-thinner", "[{'is':'anticoagulant'}]",
    NP_VERDICT_GO_AHEAD, NP_OUTCOME_PROCEED, NP_KIND_CONSENT },
  { "the decision is to wait", "1992-05-04", "acne-scar-atrophic", "pen", "blood-thinner", "[{'is':'anticoagulant'}]",
    NP_VERDICT_WAIT, NP_OUTCOME_DEFER, NP_KIND_POSTPONEMENT },
  { "the decision is not to treat", "1992-05-04", "acne-scar-atrophic", "pen", "blood-thinner",
    "[{'is':'anticoagulant'}]", NP_VERDICT_DO_NOT_TREAT, NP_OUTCOME_DO_NOT_PROCEED, NP_KIND_NOT_SUITABLE },
  { "stopped too recently", "1992-05-04", "acne-scar-atrophic", "pen", "isotretinoin",
    "[{'is':'stopped','on':'2026-01-10'}]", NP_VERDICT_GO_AHEAD, NP_OUTCOME_DEFER, NP_KIND_POSTPONEMENT },
  { "pregnant", "1992-05-04", "acne-scar-atrophic", "pen", "pregnancy", "[{'is':'pregnant'}]", NP_VERDICT_GO_AHEAD,
    NP_OUTCOME_DO_NOT_PROCEED, NP_KIND_NOT_SUITABLE },
  { "a minor with a scar", "2010-05-04", "acne-scar-atrophic", "pen", NULL, NULL, NP_VERDICT_GO_AHEAD,
    NP_OUTCOME_PROCEED, NP_KIND_CONSENT },
  { "a minor without one", "2010-05-04", "rejuvenation", "pen", NULL, NULL, NP_VERDICT_GO_AHEAD,
    NP_OUTCOME_DO_NOT_PROCEED, NP_KIND_NOT_SUITABLE },
  { "the patient says no", "1992-05-04", "acne-scar-atrophic", "pen", NULL, NULL, NP_VERDICT_GO_AHEAD,
    NP_OUTCOME_PROCEED, NP_KIND_REFUSAL },
};

START_TEST (walks_to_an_ending)
{
  g_autoptr (NpConsultation) self = NULL;
  NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, 1);
  g_autoptr (GError) error = NULL;
  gboolean open;

  self = np_walk_new (clock);
  np_walk_people (self, ways[_i].born);
  np_walk_plan (self, ways[_i].indication, ways[_i].device);
  if (ways[_i].question != NULL)
    np_walk_answer (self, ways[_i].question, ways[_i].states);
  np_walk_screening (self);
  np_walk_set (self, "/planned_on", "'2026-03-28'");
  np_walk_decisions (self, ways[_i].verdict);
  ck_assert_int_eq (np_consultation_get_assessment (self)->outcome, ways[_i].outcome);
  np_walk_disclosure (self);
  np_walk_understanding (self);
  open = ways[_i].outcome == NP_OUTCOME_PROCEED;
  ck_assert_int_eq (np_consultation_may_end (self, NP_KIND_CONSENT, NULL), open);
  ck_assert_int_eq (np_consultation_step_state (self, NP_STEP_SIGNING), NP_STEP_STATE_OPEN);
  ck_assert (!np_consultation_is_ready (self, NULL));
  np_walk_sign_all (self, ways[_i].kind);
  ck_assert_msg (np_consultation_is_ready (self, &error), "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (np_consultation_step_state (self, NP_STEP_SIGNING), NP_STEP_STATE_DONE);
  ck_assert_int_eq (np_consultation_step_state (self, NP_STEP_SAVED), NP_STEP_STATE_OPEN);
  g_clear_object (&self);
  np_clock_free (clock);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("walk");
  TCase *tcase = tcase_create ("walk");

  np_walk_catalog ();
  tcase_add_loop_test (tcase, walks_to_an_ending, 0, G_N_ELEMENTS (ways));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
