/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"
#include "np-record.h"
#include "np-test.h"
#include <glib/gstdio.h>
#include "np-walk.h"

/* A draft gone on with: on another day, under another catalogue, and with ticks that nobody was shown. */

static NpClock *clock_;

static void
set_up (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 11);
}

static void
tear_down (void)
{
  np_clock_free (clock_);
}

static guint
question (const char *id)
{
  return (guint) np_catalog_find_question (np_walk_catalog (), id);
}

/* The day after, opened anew from what a draft holds. */
static NpConsultation *
next_day (NpConsultation *self)
{
  g_autofree char *text = np_json_write_canonical (np_consultation_get_document (self));
  g_autoptr (JsonNode) document = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  NpConsultation *again;

  np_clock_advance (clock_, 24 * 3600);
  again = np_consultation_open (np_walk_catalog (), clock_, document, NULL, TRUE, &error);
  ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
  return again;
}

START_TEST (another_day_asks_again)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_auto (GStrv) voided = NULL;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  again = next_day (self);
  ck_assert_str_eq (np_consultation_get_string (again, "/assessed_on"), "2026-03-11");
  ck_assert (!np_consultation_is_answered (again, question ("cold-sores")));
  ck_assert (np_consultation_is_answered (again, question ("keloid")));
  ck_assert (!np_consultation_get_facts (again)->medicines_known);
  ck_assert_int_eq (np_consultation_get_assessment (again)->outcome, NP_OUTCOME_INCOMPLETE);
  ck_assert_ptr_null (np_consultation_get (again, "/signatures"));
  voided = np_consultation_get_voided (again);
  ck_assert_uint_ge (g_strv_length (voided), 3);
  ck_assert_int_eq (np_consultation_step_state (again, NP_STEP_PEOPLE), NP_STEP_STATE_OPEN);
}
END_TEST

static void
ask_again (NpConsultation *self)
{
  np_walk_set (self, "/medicines", "[]");
  np_walk_set (self, "/allergies", "[]");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
}

static gboolean
set_list (NpConsultation *self, gpointer pointer, GError **error)
{
  g_autoptr (JsonNode) none = json_from_string ("[]", NULL);

  return np_consultation_set (self, pointer, g_steal_pointer (&none), error);
}

/* To say once more what was said the day before ends nothing: consent is judged when all of it is there again. */
START_TEST (asking_again_does_not_end_consent)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_auto (GStrv) voided = NULL, ended = NULL;
  NpKind kind;

  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  again = next_day (self);
  voided = np_consultation_get_voided (again);
  ck_assert_ptr_nonnull (strstr (voided[0], "asked again"));
  ended = np_consultation_consequences (again, set_list, (gpointer) "/medicines");
  ck_assert_ptr_null (ended[0]);
  ask_again (again);
  ck_assert (np_consultation_get_ending (again, &kind));
  ck_assert_int_eq (kind, NP_KIND_CONSENT);
  np_walk_answer (again, "pregnancy", "[{'is':'pregnant'}]");
  ck_assert (!np_consultation_get_ending (again, &kind));
}
END_TEST

/* The same answers as the day before: what was told and understood still stands. */
START_TEST (the_same_answers_keep_what_was_told)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_autofree char *informed = NULL;

  np_walk_to_signing (self);
  informed = g_strdup (np_consultation_get_string (self, "/disclosure/informed_at"));
  again = next_day (self);
  ask_again (again);
  ck_assert_int_eq (np_consultation_step_state (again, NP_STEP_UNDERSTANDING), NP_STEP_STATE_DONE);
  ck_assert_str_eq (np_consultation_get_string (again, "/disclosure/informed_at"), informed);
  np_walk_sign_all (again, NP_KIND_CONSENT);
  ck_assert (np_consultation_is_ready (again, NULL));
}
END_TEST

static void
with_blood_thinner (NpConsultation *self)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, "blood-thinner", "[{'is':'antiplatelet'}]");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_disclosure (self);
}

START_TEST (a_decision_waits_for_its_cause)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  guint finding = (guint) np_catalog_find_finding (np_walk_catalog (), "antiplatelet");

  with_blood_thinner (self);
  again = next_day (self);
  ck_assert_ptr_nonnull (np_consultation_get_decision (again, finding));
  np_walk_answer (again, "blood-thinner", _i == 0 ? "[{'is':'antiplatelet'}]" : "[{'is':'no'}]");
  ask_again (again);
  ck_assert_int_eq (np_consultation_get_decision (again, finding) != NULL, _i == 0);
  /* without the cause a risk has another reason than it was gone through with */
  ck_assert_int_eq (np_consultation_step_state (again, NP_STEP_DISCLOSURE) == NP_STEP_STATE_DONE, _i == 0);
}
END_TEST

/* "All of these are no" does not sweep away what was said the day before. */
START_TEST (a_group_leaves_yesterdays_yes_open)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;

  with_blood_thinner (self);
  again = next_day (self);
  np_walk_screening (again);
  ck_assert (!np_consultation_is_answered (again, question ("blood-thinner")));
  ck_assert (np_consultation_is_answered (again, question ("isotretinoin")));
}
END_TEST

START_TEST (a_planned_day_passes)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;

  np_walk_set (self, "/planned_on", "'2026-03-10'");
  again = next_day (self);
  ck_assert_ptr_null (np_consultation_get (again, "/planned_on"));
}
END_TEST

static void
change (JsonNode *document, const char *pointer, const char *json)
{
  np_document_put (document, pointer, json_from_string (json, NULL));
}

START_TEST (another_catalogue_sets_aside_what_it_does_not_know)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  document = np_document_copy (np_consultation_get_document (self));
  change (document, "/catalog/digest", "\"of another catalogue\"");
  change (document, "/answers/old-question", "{\"states\":[{\"is\":\"no\"}]}");
  change (document, "/answers/keloid/states/0/is", "\"old-state\"");
  change (document, "/plan/device", "\"old-device\"");
  change (document, "/plan/treat/-", "{\"indication\":\"old\",\"area\":\"cheek\"}");
  change (document, "/disclosure/told/old-entry", "{\"at\":\"2026-03-10T09:15:00+01:00\"}");
  change (document, "/disclosure/told/how/digest", "\"of another text\"");
  change (document, "/patient/identified_by/-", "\"old-way\"");
  ck_assert_ptr_null (np_consultation_open (np_walk_catalog (), clock_, document, NULL, FALSE, &error));
  again = np_consultation_open (np_walk_catalog (), clock_, document, NULL, TRUE, NULL);
  ck_assert_ptr_nonnull (again);
  ck_assert_uint_eq (json_array_get_length (json_node_get_array (np_consultation_get (again, "/unknown"))), 6);
  ck_assert (!np_consultation_is_answered (again, question ("keloid")));
  ck_assert_ptr_null (np_consultation_get (again, "/plan/device"));
  ck_assert_uint_eq (np_consultation_get_facts (again)->n_pairs, 1);
  ck_assert_ptr_null (np_consultation_get (again, "/disclosure/told/how"));
  ck_assert_ptr_nonnull (np_consultation_get (again, "/disclosure/told/what"));
  ck_assert_str_eq (np_consultation_get_string (again, "/catalog/digest"),
                    np_catalog_effective_digest (np_walk_catalog ()));
}
END_TEST

#define APPROVED "\"approved\": { \"name\": \"Sample Approver\", \"role\": \"dermatologist\", \"date\": \"2026-01-31\" }"

/* What is told of a condition, a device or a product is told with a piece of information, which has to be told again in other words. */
static const struct { const char *entry, *told; } reworded[] = {
  { "\"file\": \"indications\", \"id\": \"acne-scar-atrophic\", \"set\": { \"benefit\": \"It may help a bit.\" }", "expect" },
  { "\"file\": \"indications\", \"id\": \"acne-scar-atrophic\", \"set\": { \"no_treatment\": \"They stay.\" }", "alternatives" },
};

START_TEST (a_condition_in_other_words_is_told_again)
{
  g_autofree char *folder = np_test_data ("catalog"), *path = NULL;
  g_autofree char *overlay = g_strdup_printf ("{ \"format\": \"needlepoint-overlay/1\", \"id\": \"clinic\", \"version\": \"1\", "
                                              "\"entries\": [ { %s, " APPROVED " } ] }", reworded[_i].entry);
  g_autofree char *told = g_strconcat ("/disclosure/told/", reworded[_i].told, NULL);
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_autoptr (NpCatalog) catalog = NULL;
  int file = g_file_open_tmp ("np-overlay-XXXXXX.json", &path, NULL);

  np_walk_to_signing (self);
  ck_assert (file >= 0 && g_close (file, NULL) && g_file_set_contents (path, overlay, -1, NULL));
  catalog = np_catalog_load (folder, path, NULL, NULL);
  g_unlink (path);
  ck_assert_ptr_nonnull (catalog);
  again = np_consultation_open (catalog, clock_, np_consultation_get_document (self), NULL, TRUE, NULL);
  ck_assert_ptr_nonnull (np_consultation_get (self, told));
  ck_assert_ptr_null (np_consultation_get (again, told));
  ck_assert_ptr_nonnull (np_consultation_get (again, "/disclosure/told/how"));
}
END_TEST

/* The command line shows nothing on a screen, whatever a file's log says (design 6); a draft keeps its own log. */
START_TEST (a_file_claims_nothing_shown)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) file = NULL;
  g_autoptr (NpConsultation) draft = NULL;

  np_walk_set (self, "/patient/name", "'Sample Patient'");
  np_consultation_log (self, "shown", "people");
  np_consultation_log (self, "shown", "plan");
  file = np_consultation_open (np_walk_catalog (), clock_, np_consultation_get_document (self), NULL, FALSE, NULL);
  draft = np_consultation_open (np_walk_catalog (), clock_, np_consultation_get_document (self), NULL, TRUE, NULL);
  ck_assert_uint_eq (np_walk_count_log (file, "shown"), 0);
  ck_assert_uint_eq (np_walk_count_log (file, "changed"), 1);
  ck_assert_uint_eq (np_walk_count_log (draft, "shown"), 2);
}
END_TEST

/* A draft as the first program kept it: ticked, and nowhere a word that it was in view. */
static NpConsultation *
reopen_unseen (NpConsultation *self, guint *n_unseen)
{
  g_autoptr (JsonNode) document = np_document_copy (np_consultation_get_document (self));
  JsonArray *log = json_node_get_array (np_document_lookup (document, "/log"));
  NpConsultation *again;

  *n_unseen = 0;
  for (guint i = json_array_get_length (log); i > 0; i--)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (log, i - 1), "what"), "shown"))
      {
        json_array_remove_element (log, i - 1);
        ++*n_unseen;
      }
  again = np_consultation_open (np_walk_catalog (), clock_, document, "draft", TRUE, NULL);
  ck_assert_ptr_nonnull (again);
  return again;
}

START_TEST (what_was_never_shown_is_not_acknowledged)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_auto (GStrv) voided = NULL;
  guint n_unseen;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  again = reopen_unseen (self, &n_unseen);
  voided = np_consultation_get_voided (again);
  ck_assert_uint_gt (n_unseen, 5);
  ck_assert_uint_ge (g_strv_length (voided), n_unseen);
  ck_assert_ptr_nonnull (strstr (voided[0], "was ticked without having been shown"));
  ck_assert_uint_ge (np_walk_count_log (again, "voided"), n_unseen);
  ck_assert_uint_eq (json_object_get_size (json_node_get_object (np_consultation_get (again, "/disclosure/acknowledged"))), 0);
  ck_assert_ptr_null (np_consultation_get (again, "/signatures"));
  ck_assert_ptr_null (np_consultation_get (again, "/disclosure/informed_at"));
  ck_assert_int_eq (np_consultation_step_state (again, NP_STEP_DISCLOSURE), NP_STEP_STATE_OPEN);
}
END_TEST

/* What was shown keeps its tick, and what is gone through anew makes a record that is not refused. */
START_TEST (what_is_gone_through_anew_can_be_signed)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_autoptr (JsonNode) file = NULL;
  g_autoptr (NpProblems) problems = np_problems_new ();
  guint n_unseen;

  np_walk_to_signing (self);
  again = reopen_unseen (self, &n_unseen);
  np_walk_disclosure (again);
  np_walk_understanding (again);
  np_walk_sign_all (again, NP_KIND_CONSENT);
  file = np_record_sign_off (again, "needlepoint 1.0.0", NULL);
  ck_assert_ptr_nonnull (file);
  ck_assert_msg (np_record_check (file, "r.json", problems), "%s", np_problems_line (problems, 0));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("resumed");
  TCase *tcase = tcase_create ("resumed");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, another_day_asks_again);
  tcase_add_test (tcase, asking_again_does_not_end_consent);
  tcase_add_test (tcase, the_same_answers_keep_what_was_told);
  tcase_add_loop_test (tcase, a_decision_waits_for_its_cause, 0, 2);
  tcase_add_test (tcase, a_group_leaves_yesterdays_yes_open);
  tcase_add_test (tcase, a_planned_day_passes);
  tcase_add_test (tcase, another_catalogue_sets_aside_what_it_does_not_know);
  tcase_add_loop_test (tcase, a_condition_in_other_words_is_told_again, 0, G_N_ELEMENTS (reworded));
  tcase_add_test (tcase, a_file_claims_nothing_shown);
  tcase_add_test (tcase, what_was_never_shown_is_not_acknowledged);
  tcase_add_test (tcase, what_is_gone_through_anew_can_be_signed);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
