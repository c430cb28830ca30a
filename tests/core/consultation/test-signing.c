/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walked.h"

/* Order, who signs what, and what is refused. */

/* ---- order of the steps ---- */

static void
check_states (const char *wanted)
{
  static const char letters[] = "doB";   /* done, open, blocked */
  char states[NP_N_STEPS + 1] = { 0 };

  for (NpStep step = 0; step < NP_N_STEPS; step++)
    states[step] = letters[np_consultation_step_state (self, step)];
  ck_assert_str_eq (states, wanted);
}

START_TEST (steps_open_one_after_the_other)
{
  check_states ("oBBBBBBB");
  np_walk_people (self, "1992-05-04");
  check_states ("doBBBBBB");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  check_states ("ddoBBBBB");
  np_walk_answer (self, "blood-thinner", "[{'is':'antiplatelet'}]");
  np_walk_screening (self);
  check_states ("dddoBBBB");
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  check_states ("ddddoBBB");
  np_walk_set (self, "/planned_on", "'2026-04-10'");
  np_walk_disclosure (self);
  check_states ("dddddoBB");
  np_walk_understanding (self);
  check_states ("ddddddoB");
  np_walk_sign_all (self, NP_KIND_CONSENT);
  check_states ("dddddddo");
  np_consultation_log (self, "saved", NULL);
  check_states ("dddddddd");
}
END_TEST

START_TEST (a_blocked_plan_opens_the_way_out)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, "pregnancy", "[{'is':'pregnant'}]");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  check_states ("ddddoBoB");
}
END_TEST

START_TEST (acts_keep_the_order)
{
  g_autoptr (GError) error = NULL;
  const NpAssessment *assessment = np_consultation_get_assessment (self);

  ck_assert_uint_gt (assessment->n_risks, 0);
  ck_assert (!np_consultation_acknowledge (self, assessment->risks[0].risk, TRUE, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
  ck_assert (!np_consultation_tell (self, 0, TRUE, NULL));
  ck_assert (!np_consultation_teach_back (self, 0, "own-words", NULL));
  ck_assert (!np_consultation_confirm_identity (self, NULL));
  for (NpKind kind = 0; kind <= NP_KIND_NOT_SUITABLE; kind++)
    ck_assert (!np_consultation_set_ending (self, kind, "a reason", NULL));
}
END_TEST

START_TEST (stopping_needs_only_names_and_a_reason)
{
  np_walk_people (self, "1992-05-04");
  ck_assert (!np_consultation_set_ending (self, NP_KIND_REFUSAL, "  ", NULL));
  ck_assert (!np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  np_walk_sign_all (self, NP_KIND_REFUSAL);
  ck_assert (np_consultation_is_ready (self, NULL));
}
END_TEST

/* What is said to be missing is read in a line, however long the question is. */
START_TEST (says_in_a_line_what_is_to_do)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  for (NpStep step = 0; step < NP_N_STEPS; step++)
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (self, step);

      for (guint i = 0; i < todo->len; i++)
        {
          const NpTodo *one = g_ptr_array_index (todo, i);

          ck_assert_msg (g_utf8_strlen (one->message, -1) <= 120, "%s", one->message);
        }
    }
}
END_TEST

/* ---- what a signature holds ---- */

static JsonObject *
signature (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_node_dup_object (node);
}

START_TEST (fills_in_what_is_known)
{
  JsonObject *patient;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  patient = np_consultation_get_signature (self, NP_ROLE_PATIENT);
  ck_assert_str_eq (json_object_get_string_member (patient, "name"), "Sample Patient");
  ck_assert_str_eq (json_object_get_string_member (patient, "at"), NP_WALK_NOW);
  ck_assert_str_eq (json_object_get_string_member (patient, "attestation"), "consent-patient");
  ck_assert_str_eq (json_object_get_string_member (patient, "meaning"),
                    np_catalog_attestation (np_walk_catalog (), NP_KIND_CONSENT, NP_ROLE_PATIENT)->meaning.source);
  ck_assert (json_object_has_member (patient, "identified_by"));
  ck_assert (!json_object_has_member (np_consultation_get_signature (self, NP_ROLE_PRACTITIONER), "identified_by"));
}
END_TEST

static const struct
{
  NpRole role;
  const char *json;
  gboolean taken;
} methods[] = {
  { NP_ROLE_PATIENT, "{'method':'typed','typed':'S P'}", TRUE },
  { NP_ROLE_PATIENT, "{'method':'typed'}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'drawn','strokes':[[1,2,0,3,4,8]],'width':3000,'height':1000}", TRUE },
  { NP_ROLE_PATIENT, "{'method':'drawn','strokes':[],'width':3000,'height':1000}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'drawn','strokes':[[1,2,0,3]],'width':3000,'height':1000}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'drawn','strokes':[[1,2,0]]}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'ink','kept_at':'folder 7'}", TRUE },
  { NP_ROLE_PATIENT, "{'method':'ink'}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'by-witness'}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'declined'}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'stamped'}", FALSE },
  { NP_ROLE_PATIENT, "{}", FALSE },
  { NP_ROLE_PATIENT, "{'method':'typed','typed':'S P','extra':1}", FALSE },
  { NP_ROLE_PRACTITIONER, "{'method':'typed','typed':'S P'}", FALSE },
  { NP_ROLE_GUARDIAN, "{'method':'typed','typed':'S G'}", FALSE },
  { NP_ROLE_INTERPRETER, "{'method':'typed','typed':'S I'}", FALSE },
  { NP_ROLE_WITNESS, "{'method':'typed','typed':'S W'}", FALSE },
};

START_TEST (takes_what_the_method_needs)
{
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'typed','typed':'S P'}"), NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  ck_assert_int_eq (np_consultation_sign (self, methods[_i].role, signature (methods[_i].json), &error),
                    methods[_i].taken);
  ck_assert_int_eq (np_consultation_get_signature (self, methods[_i].role) != NULL, methods[_i].taken);
}
END_TEST

START_TEST (nobody_signs_with_the_name_of_another)
{
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'typed','typed':' sample PRACTITIONER '}"), &error));
  ck_assert_ptr_nonnull (strstr (error->message, "somebody else"));
  ck_assert (np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'typed','typed':'sample patient'}"), NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_PRACTITIONER, signature ("{'method':'typed','typed':'Sample Patient'}"), NULL));
  ck_assert (np_consultation_sign (self, NP_ROLE_PRACTITIONER, signature ("{'method':'typed','typed':'Dr Practitioner'}"), NULL));
}
END_TEST

START_TEST (a_witness_signs_for_who_cannot)
{
  np_walk_to_signing (self);
  np_walk_set (self, "/witness", "{'name':'Sample Witness','reason':'broken hand'}");
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_WITNESS, signature ("{'method':'typed','typed':'S W'}"), NULL));
  ck_assert (np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'by-witness'}"), NULL));
  ck_assert_str_eq (json_object_get_string_member (np_consultation_get_signature (self, NP_ROLE_PATIENT), "reason"),
                    "broken hand");
  ck_assert (!np_consultation_sign (self, NP_ROLE_PRACTITIONER, signature ("{'method':'typed','typed':'S'}"), NULL));
  np_walk_sign (self, NP_ROLE_WITNESS);
  np_walk_sign (self, NP_ROLE_PRACTITIONER);
  np_walk_set (self, "/copy/how", "'printed'");
  ck_assert (np_consultation_is_ready (self, NULL));
  np_walk_sign (self, NP_ROLE_PATIENT);
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_WITNESS));
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_PRACTITIONER));
}
END_TEST

/* The name of a witness comes before the reason: consent stays what can be signed meanwhile. */
START_TEST (a_witness_half_named_blocks_nothing)
{
  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  np_walk_set (self, "/witness", "{'name':'Sample Witness'}");
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'by-witness'}"), NULL));
}
END_TEST

START_TEST (an_ending_can_be_open_again)
{
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  ck_assert (!np_consultation_clear_ending (self, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_clear_ending (self, NULL));
  ck_assert (!np_consultation_get_ending (self, NULL));
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_PATIENT));
  ck_assert (!np_consultation_is_ready (self, NULL));
}
END_TEST

static gboolean
clear_the_patients (NpConsultation *consultation, gpointer data G_GNUC_UNUSED, GError **error)
{
  return np_consultation_clear_signature (consultation, NP_ROLE_PATIENT, error);
}

/* Said before it happens, logged, and taken back (record rule 28). */
START_TEST (clearing_ends_the_practitioners)
{
  g_auto (GStrv) ends = NULL;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ends = np_consultation_consequences (self, clear_the_patients, NULL);
  ck_assert_uint_eq (g_strv_length (ends), 1);
  ck_assert_str_eq (ends[0], "The signature of Sample Practitioner ends.");
  ck_assert (clear_the_patients (self, NULL, NULL));
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_PRACTITIONER));
  ck_assert (!clear_the_patients (self, NULL, NULL));
  ck_assert_uint_eq (np_walk_count_log (self, "signature-cleared"), 1);
  ck_assert_uint_eq (np_walk_count_log (self, "voided"), 1);
  np_consultation_undo (self);
  ck_assert_ptr_nonnull (np_consultation_get_signature (self, NP_ROLE_PATIENT));
  ck_assert (np_consultation_is_ready (self, NULL));
}
END_TEST

/* Nothing else ends with it, and it comes back as it was. */
START_TEST (the_last_signature_is_cleared_alone)
{
  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_clear_signature (self, NP_ROLE_PRACTITIONER, NULL));
  ck_assert_ptr_nonnull (np_consultation_get_signature (self, NP_ROLE_PATIENT));
  ck_assert_uint_eq (np_walk_count_log (self, "voided"), 0);
  ck_assert (np_consultation_can_undo (self));
  np_consultation_undo (self);
  ck_assert (np_consultation_is_ready (self, NULL));
}
END_TEST

START_TEST (who_is_only_offered_may_decline)
{
  np_walk_people (self, "1992-05-04");
  ck_assert (np_consultation_set_ending (self, NP_KIND_POSTPONEMENT, "later", NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  np_walk_set (self, "/copy/how", "'declined'");
  ck_assert (np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'declined'}"), NULL));
  ck_assert (!np_consultation_sign (self, NP_ROLE_PRACTITIONER, signature ("{'method':'declined'}"), NULL));
  np_walk_sign (self, NP_ROLE_PRACTITIONER);
  ck_assert (np_consultation_is_ready (self, NULL));
}
END_TEST

/* ---- a minor, an interpreter ---- */

static void
walk_minor (const char *planned)
{
  np_walk_people (self, "2010-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_set (self, "/planned_on", planned);
  np_walk_disclosure (self);
  np_walk_understanding (self);
}

START_TEST (a_minor_and_the_guardian_sign)
{
  g_autoptr (GArray) roles = NULL;

  walk_minor ("'2026-03-24'");
  roles = np_consultation_signers (self, NP_KIND_CONSENT);
  ck_assert_uint_eq (roles->len, 3);
  ck_assert_int_eq (g_array_index (roles, NpRole, 0), NP_ROLE_GUARDIAN);
  ck_assert_int_eq (g_array_index (roles, NpRole, 1), NP_ROLE_MINOR);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_is_ready (self, NULL));
  ck_assert_str_eq (json_object_get_string_member (np_consultation_get_signature (self, NP_ROLE_GUARDIAN),
                                                   "relationship"), "mother");
}
END_TEST

START_TEST (too_early_is_refused_under_18)
{
  g_autoptr (GError) error = NULL;

  walk_minor ("'2026-03-23'");
  ck_assert (np_consultation_is_early (self));
  np_walk_set (self, "/early", "{'name':'a','role':'b','date':'2026-03-10','reason':'in a hurry'}");
  ck_assert (!np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, &error));
}
END_TEST

START_TEST (an_interpreter_signs_too)
{
  np_walk_people (self, "1992-05-04");
  np_walk_set (self, "/interpreter", "{'name':'Sample Interpreter','language':'fr','reference':'A1'}");
  np_walk_answer (self, "interpreter", "[{'is':'interpreter-needed','professional':true,'name':'Sample Interpreter'}]");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_set (self, "/planned_on", "'2026-04-10'");
  np_walk_disclosure (self);
  np_walk_understanding (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_is_ready (self, NULL));
  ck_assert_ptr_nonnull (np_consultation_get_signature (self, NP_ROLE_INTERPRETER));
}
END_TEST

/* ---- decisions ---- */

static const struct
{
  const char *question, *states, *finding;
  NpVerdict verdict;
  gboolean with_outside, taken;
} decisions[] = {
  { "blood-thinner", "[{'is':'antiplatelet'}]", "antiplatelet", NP_VERDICT_GO_AHEAD, FALSE, TRUE },
  { "blood-thinner", "[{'is':'anticoagulant'}]", "anticoagulant", NP_VERDICT_GO_AHEAD, FALSE, FALSE },
  { "blood-thinner", "[{'is':'anticoagulant'}]", "anticoagulant", NP_VERDICT_GO_AHEAD, TRUE, TRUE },
  { "blood-thinner", "[{'is':'anticoagulant'}]", "anticoagulant", NP_VERDICT_WAIT, FALSE, TRUE },
  { "pregnancy", "[{'is':'pregnant'}]", "pregnant", NP_VERDICT_GO_AHEAD, TRUE, FALSE },
  { "pregnancy", "[{'is':'pregnant'}]", "pregnant", NP_VERDICT_WAIT, TRUE, FALSE },
  { "keloid", "[{'is':'family'}]", "keloid-family", NP_VERDICT_GO_AHEAD, FALSE, FALSE },
  { "keloid", "[{'is':'no'}]", "keloid-family", NP_VERDICT_GO_AHEAD, FALSE, FALSE },
  { "broken-skin", "[{'is':'now'}]", "broken-skin-active", NP_VERDICT_GO_AHEAD, FALSE, FALSE },
  { "broken-skin", "[{'is':'now'}]", "broken-skin-active", NP_VERDICT_DO_NOT_TREAT, FALSE, TRUE },
};

START_TEST (takes_decisions_where_there_is_one_to_take)
{
  guint finding = (guint) np_catalog_find_finding (np_walk_catalog (), decisions[_i].finding);
  JsonObject *outside = decisions[_i].with_outside
                          ? signature ("{'who':'Sample Prescriber','answer':'yes','date':'2026-03-09'}")
                          : NULL;

  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, decisions[_i].question, decisions[_i].states);
  ck_assert_int_eq (np_consultation_decide (self, finding, decisions[_i].verdict, "Sample Practitioner", "Dermatologist",
                                            "a reason", outside, NULL), decisions[_i].taken);
  ck_assert_int_eq (np_consultation_get_decision (self, finding) != NULL, decisions[_i].taken);
  ck_assert (!np_consultation_decide (self, finding, decisions[_i].verdict, "", "Dermatologist", "a reason", NULL, NULL));
  ck_assert_int_eq (np_consultation_undecide (self, finding, NULL), decisions[_i].taken);
}
END_TEST

START_TEST (a_witness_found_while_signing_keeps_the_identity)
{
  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  ck_assert (np_consultation_confirm_identity (self, NULL));
  np_walk_set (self, "/witness", "{'name':'Sample Witness','reason':'broken hand'}");
  ck_assert_ptr_nonnull (np_consultation_get_string (self, "/patient/confirmed_at"));
  ck_assert (np_consultation_sign (self, NP_ROLE_PATIENT, signature ("{'method':'by-witness'}"), NULL));
  np_walk_set (self, "/witness/name", "'Other Witness'");
  ck_assert_ptr_null (np_consultation_get_signature (self, NP_ROLE_PATIENT));
  ck_assert_ptr_nonnull (np_consultation_get_string (self, "/patient/confirmed_at"));
}
END_TEST

START_TEST (what_is_handed_over_is_listed)
{
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  ck_assert (np_consultation_hand_over (self, "  Sample sheet ", "2026.1", NULL));
  ck_assert (np_consultation_hand_over (self, "Sample leaflet", " ", NULL));
  ck_assert_str_eq (np_consultation_get_string (self, "/handed_over/0/what"), "Sample sheet");
  ck_assert_str_eq (np_consultation_get_string (self, "/handed_over/0/version"), "2026.1");
  ck_assert_str_eq (np_consultation_get_string (self, "/handed_over/0/language"), "en");
  ck_assert_str_eq (np_consultation_get_string (self, "/handed_over/0/at"), NP_WALK_NOW);
  ck_assert_ptr_null (np_consultation_get (self, "/handed_over/1/version"));
  ck_assert_uint_eq (np_walk_count_log (self, "handed-over"), 2);
  ck_assert_msg (np_consultation_is_ready (self, NULL), "handing a sheet over ends no signature");
  ck_assert (!np_consultation_hand_over (self, " ", NULL, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_INVALID));
}
END_TEST

START_TEST (what_was_not_handed_over_is_taken_out)
{
  np_walk_to_signing (self);
  ck_assert (np_consultation_hand_over (self, "Sample sheet", NULL, NULL));
  ck_assert (np_consultation_hand_over (self, "Sample leaflet", NULL, NULL));
  ck_assert (!np_consultation_take_back_handed (self, 2, NULL));
  ck_assert (np_consultation_take_back_handed (self, 0, NULL));
  ck_assert_str_eq (np_consultation_get_string (self, "/handed_over/0/what"), "Sample leaflet");
  ck_assert (np_consultation_take_back_handed (self, 0, NULL));
  ck_assert_ptr_null (np_consultation_get (self, "/handed_over"));
  ck_assert_uint_eq (np_walk_count_log (self, "handed-over"), 4);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("signing");
  TCase *tcase = tcase_create ("signing");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, np_walked_set_up, np_walked_tear_down);
  tcase_add_test (tcase, steps_open_one_after_the_other);
  tcase_add_test (tcase, a_blocked_plan_opens_the_way_out);
  tcase_add_test (tcase, acts_keep_the_order);
  tcase_add_test (tcase, stopping_needs_only_names_and_a_reason);
  tcase_add_test (tcase, fills_in_what_is_known);
  tcase_add_loop_test (tcase, takes_what_the_method_needs, 0, G_N_ELEMENTS (methods));
  tcase_add_test (tcase, nobody_signs_with_the_name_of_another);
  tcase_add_test (tcase, a_witness_signs_for_who_cannot);
  tcase_add_test (tcase, a_witness_half_named_blocks_nothing);
  tcase_add_test (tcase, an_ending_can_be_open_again);
  tcase_add_test (tcase, clearing_ends_the_practitioners);
  tcase_add_test (tcase, the_last_signature_is_cleared_alone);
  tcase_add_test (tcase, who_is_only_offered_may_decline);
  tcase_add_test (tcase, a_minor_and_the_guardian_sign);
  tcase_add_test (tcase, too_early_is_refused_under_18);
  tcase_add_test (tcase, an_interpreter_signs_too);
  tcase_add_test (tcase, says_in_a_line_what_is_to_do);
  tcase_add_loop_test (tcase, takes_decisions_where_there_is_one_to_take, 0, G_N_ELEMENTS (decisions));
  tcase_add_test (tcase, a_witness_found_while_signing_keeps_the_identity);
  tcase_add_test (tcase, what_is_handed_over_is_listed);
  tcase_add_test (tcase, what_was_not_handed_over_is_taken_out);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
