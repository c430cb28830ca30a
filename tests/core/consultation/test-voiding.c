/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"
#include "np-test.h"
#include "np-walk.h"

/* What an edit ends, what it leaves, and taking it back. */

static NpClock *clock_;

static void
set_up (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 5);
}

static void
tear_down (void)
{
  np_clock_free (clock_);
}

static NpConsultation *
signed_consent (void)
{
  NpConsultation *self = np_walk_new (clock_);

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_is_ready (self, NULL));
  return self;
}

static void
count_up (NpConsultation *self G_GNUC_UNUSED, GStrv sentences, gpointer data)
{
  *(guint *) data += g_strv_length (sentences);
}

/* Every edit of the content ends the signatures and the confirmed identity; bookkeeping does not. */
static const struct
{
  const char *pointer, *json;
  gboolean ends;
} edits[] = {
  { "/patient/name", "'Other Patient'", TRUE },
  { "/patient/record_number", "'7'", TRUE },
  { "/practitioner", "{'name':'Other Practitioner','role':'Nurse'}", TRUE },
  { "/plan/treat", "[{'indication':'acne-scar-atrophic','area':'nose'}]", TRUE },
  { "/plan/sessions", "4", TRUE },
  { "/planned_on", "'2026-05-01'", TRUE },
  { "/medicines", "[{'name':'Something'}]", TRUE },
  { "/answers/keloid/note", "'a note'", TRUE },
  { "/disclosure/goals", "{'text':'other goals'}", TRUE },
  { "/disclosure/photographs/teaching", "true", TRUE },
  { "/disclosure/costs/course", "'300'", TRUE },
  { "/copy/how", "'email'", FALSE },
  { "/handed_over", "[{'what':'sheet','language':'en','at':'2026-03-10T10:00:00+01:00'}]", FALSE },
  { "/patient/name", "'Sample Patient'", FALSE },
};

START_TEST (an_edit_ends_signatures)
{
  g_autoptr (NpConsultation) self = signed_consent ();
  guint said = 0;

  g_signal_connect (self, "voided", G_CALLBACK (count_up), &said);
  np_walk_set (self, edits[_i].pointer, edits[_i].json);
  ck_assert_int_eq (np_consultation_get_signature (self, NP_ROLE_PATIENT) == NULL, edits[_i].ends);
  ck_assert_int_eq (np_consultation_get_signature (self, NP_ROLE_PRACTITIONER) == NULL, edits[_i].ends);
  ck_assert_int_eq (np_consultation_get_string (self, "/patient/confirmed_at") == NULL, edits[_i].ends);
  ck_assert_int_eq (said >= 3, edits[_i].ends);
  ck_assert_int_eq (np_walk_count_log (self, "voided") >= 3, edits[_i].ends);
  ck_assert_int_eq (np_consultation_can_undo (self), edits[_i].ends);
}
END_TEST

START_TEST (the_log_ends_nothing)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  np_consultation_log (self, "printed", NULL);
  np_consultation_log (self, "shown", "signing");
  ck_assert (np_consultation_is_ready (self, NULL));
  ck_assert_uint_eq (np_walk_count_log (self, "printed"), 1);
  ck_assert (!np_consultation_can_undo (self));
}
END_TEST

static void
answer_keloid_family (NpConsultation *self)
{
  np_walk_answer (self, "keloid", "[{'is':'family'}]");
}

START_TEST (undo_brings_it_back)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  answer_keloid_family (self);
  ck_assert (!np_consultation_is_ready (self, NULL));
  ck_assert (np_consultation_can_undo (self));
  np_consultation_undo (self);
  ck_assert (np_consultation_is_ready (self, NULL));
  ck_assert (!np_consultation_can_undo (self));
  ck_assert_uint_ge (np_walk_count_log (self, "voided"), 3);
  ck_assert_uint_eq (np_walk_count_log (self, "undone"), 1);
}
END_TEST

START_TEST (the_log_keeps_what_can_be_undone)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  answer_keloid_family (self);
  np_consultation_log (self, "shown", "screening");
  ck_assert (np_consultation_can_undo (self));
  np_walk_set (self, "/copy/how", "'email'");
  ck_assert (!np_consultation_can_undo (self));
}
END_TEST

START_TEST (undo_is_over_after_the_next_edit)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  answer_keloid_family (self);
  np_walk_set (self, "/plan/sessions", "4");
  ck_assert (!np_consultation_can_undo (self));
}
END_TEST

static guint
finding (const char *id)
{
  int position = np_catalog_find_finding (np_walk_catalog (), id);

  ck_assert_int_ge (position, 0);
  return (guint) position;
}

/* a new personal reason: its risk is new, the others stay acknowledged, and what is asked about the personal ones is asked again */
START_TEST (a_reason_ends_what_rests_on_it)
{
  g_autoptr (NpConsultation) self = signed_consent ();
  const NpAssessment *assessment = np_consultation_get_assessment (self);
  guint before = assessment->n_risks;
  guint still = 0;

  np_walk_answer (self, "fainting", "[{'is':'faints'}]");
  assessment = np_consultation_get_assessment (self);
  ck_assert_uint_gt (assessment->n_risks, before);
  for (guint i = 0; i < assessment->n_risks; i++)
    still += np_consultation_is_acknowledged (self, assessment->risks[i].risk) ? 1 : 0;
  ck_assert_uint_eq (still, before);
  ck_assert_ptr_null (np_consultation_get (self, "/understanding/tb-my-risks"));
  ck_assert_ptr_nonnull (np_consultation_get (self, "/understanding/tb-how"));
  ck_assert_ptr_null (np_consultation_get (self, "/disclosure/informed_at"));
  ck_assert_int_eq (np_consultation_step_state (self, NP_STEP_DISCLOSURE), NP_STEP_STATE_OPEN);
  ck_assert_int_eq (np_consultation_step_state (self, NP_STEP_UNDERSTANDING), NP_STEP_STATE_BLOCKED);
}
END_TEST

START_TEST (another_condition_has_other_alternatives)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  np_walk_set (self, "/plan/treat", "[{'indication':'rejuvenation','area':'cheek'}]");
  ck_assert_ptr_null (np_consultation_get (self, "/disclosure/told/alternatives"));
  ck_assert_ptr_null (np_consultation_get (self, "/understanding/tb-alternatives"));
  ck_assert_ptr_nonnull (np_consultation_get (self, "/disclosure/told/how"));
}
END_TEST

START_TEST (what_is_open_to_adults_only_is_told_to_adults)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  np_walk_set (self, "/patient/date_of_birth", "'2010-05-04'");
  ck_assert_ptr_null (np_consultation_get (self, "/disclosure/told/alternatives"));
  ck_assert_ptr_nonnull (np_consultation_get (self, "/disclosure/told/how"));
}
END_TEST

/* A blood thinner beside "takes no medicines" is a contradiction: two findings, two decisions on one cause. */
static NpConsultation *
with_decision (void)
{
  NpConsultation *self = np_walk_new (clock_);

  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, "blood-thinner", "[{'is':'antiplatelet','name':'a'}]");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  ck_assert_ptr_nonnull (np_consultation_get_decision (self, finding ("antiplatelet")));
  return self;
}

static const struct
{
  const char *question, *states;
  gboolean ends;
} causes[] = {
  { "blood-thinner", "[{'is':'no'}]", TRUE },
  { "blood-thinner", "[{'is':'anticoagulant'}]", TRUE },
  { "blood-thinner", "[]", TRUE },
  { "keloid", "[{'is':'family'}]", FALSE },
  { "fainting", "[{'is':'faints'}]", FALSE },
};

START_TEST (a_decision_ends_with_its_cause)
{
  g_autoptr (NpConsultation) self = with_decision ();

  np_walk_answer (self, causes[_i].question, causes[_i].states);
  ck_assert_int_eq (np_consultation_get_decision (self, finding ("antiplatelet")) == NULL, causes[_i].ends);
  ck_assert_uint_eq (np_walk_count_log (self, "decision-ended"), causes[_i].ends ? 2 : 0);
  ck_assert_int_eq (np_consultation_can_undo (self), causes[_i].ends);
}
END_TEST

static gboolean
edit_answer (NpConsultation *self, gpointer data, GError **error)
{
  return np_walk_try_answer (self, data, "[{'is':'no'}]", error);
}

START_TEST (consequences_are_told_beforehand)
{
  g_autoptr (NpConsultation) self = with_decision ();
  g_autofree char *before = np_json_write_canonical (np_consultation_get_document (self));
  g_auto (GStrv) some = np_consultation_consequences (self, edit_answer, (gpointer) "blood-thinner");
  g_auto (GStrv) none = np_consultation_consequences (self, edit_answer, (gpointer) "keloid");
  g_autofree char *after = np_json_write_canonical (np_consultation_get_document (self));

  ck_assert_uint_eq (g_strv_length (some), 2);
  ck_assert_uint_eq (g_strv_length (none), 0);
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (blocking_ends_the_ending)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  np_walk_answer (self, "pregnancy", "[{'is':'pregnant'}]");
  ck_assert (!np_consultation_get_ending (self, NULL));
  ck_assert_ptr_null (np_consultation_get (self, "/signatures"));
}
END_TEST

START_TEST (another_ending_ends_signatures_only)
{
  g_autoptr (NpConsultation) self = signed_consent ();

  ck_assert (np_consultation_set_ending (self, NP_KIND_REFUSAL, "changed their mind", NULL));
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_PATIENT));
  ck_assert_ptr_nonnull (np_consultation_get_string (self, "/patient/confirmed_at"));
  ck_assert (np_consultation_can_undo (self));
}
END_TEST

START_TEST (taken_back_acknowledgement_starts_the_time_anew)
{
  g_autoptr (NpConsultation) self = signed_consent ();
  guint first = np_consultation_get_assessment (self)->risks[0].risk;
  g_autofree char *before = g_strdup (np_consultation_get_string (self, "/disclosure/informed_at"));

  ck_assert (np_consultation_acknowledge (self, first, FALSE, NULL));
  ck_assert_ptr_null (np_consultation_get (self, "/disclosure/informed_at"));
  np_clock_advance (clock_, 60);
  ck_assert (np_consultation_acknowledge (self, first, TRUE, NULL));
  ck_assert_str_ne (np_consultation_get_string (self, "/disclosure/informed_at"), before);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("voiding");
  TCase *tcase = tcase_create ("voiding");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, an_edit_ends_signatures, 0, G_N_ELEMENTS (edits));
  tcase_add_test (tcase, the_log_ends_nothing);
  tcase_add_test (tcase, undo_brings_it_back);
  tcase_add_test (tcase, the_log_keeps_what_can_be_undone);
  tcase_add_test (tcase, undo_is_over_after_the_next_edit);
  tcase_add_test (tcase, a_reason_ends_what_rests_on_it);
  tcase_add_test (tcase, another_condition_has_other_alternatives);
  tcase_add_test (tcase, what_is_open_to_adults_only_is_told_to_adults);
  tcase_add_loop_test (tcase, a_decision_ends_with_its_cause, 0, G_N_ELEMENTS (causes));
  tcase_add_test (tcase, consequences_are_told_beforehand);
  tcase_add_test (tcase, blocking_ends_the_ending);
  tcase_add_test (tcase, another_ending_ends_signatures_only);
  tcase_add_test (tcase, taken_back_acknowledgement_starts_the_time_anew);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
