/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"
#include "np-test.h"
#include "np-walk.h"

/* Whatever staff do, in whatever order: a plan that must not be carried out holds no consent signature, and the document can always
 * be saved and read again. */

#define N_RUNS 10
#define N_EDITS 150

static guint
pick (GRand *chance, guint count)
{
  return (guint) g_rand_int_range (chance, 0, (gint32) count);
}

static void
answer_anything (NpConsultation *self, GRand *chance)
{
  static const char *const common[] = { "no", "no", "no", "dont-know", "prefer-not-to-say" };
  const NpCatalog *catalog = np_walk_catalog ();
  guint question = pick (chance, catalog->n_questions);
  guint n_states = catalog->questions[question].n_states;

  if (n_states > 0 && pick (chance, 3) == 0)
    np_consultation_answer_word (self, question, catalog->questions[question].states[pick (chance, n_states)].id, NULL);
  else
    np_consultation_answer_word (self, question, common[pick (chance, G_N_ELEMENTS (common))], NULL);
}

static void
plan_anything (NpConsultation *self, GRand *chance)
{
  static const char *const edits[][2] = {
    { "/plan/device", "'rf'" },           { "/plan/device", "'pen'" },
    { "/plan/topicals", "['txa']" },      { "/plan/topicals", "[]" },
    { "/plan/checks/depth", "'fail'" },   { "/plan/checks/depth", "'pass'" },
    { "/plan/anaesthetic", "'none'" },    { "/plan/anaesthetic", "'lidocaine'" },
    { "/planned_on", "'2026-05-01'" },    { "/patient/date_of_birth", "'1992-05-04'" },
    { "/allergies", "[]" },               { "/patient/date_of_birth", "'2012-05-04'" },
    { "/medicines", "[]" },               { "/medicines", "[{'name':'Isotretinoin'}]" },
  };
  guint edit = pick (chance, G_N_ELEMENTS (edits));

  np_walk_set (self, edits[edit][0], edits[edit][1]);
}

static void
decide_anything (NpConsultation *self, GRand *chance)
{
  guint finding = pick (chance, np_walk_catalog ()->n_findings);
  const NpAssessment *assessment = np_consultation_get_assessment (self);

  if (assessment->n_findings > 0 && pick (chance, 2) == 0)
    finding = assessment->findings[pick (chance, assessment->n_findings)].finding;
  np_consultation_decide (self, finding, pick (chance, 3), "Sample Practitioner", "Nurse", "a reason", NULL, NULL);
}

static void
tell_what_is_open (NpConsultation *self)
{
  const NpCatalog *catalog = np_walk_catalog ();

  for (guint i = 0; i < catalog->n_risks; i++)
    if (!np_consultation_is_acknowledged (self, i))
      {
        np_consultation_show_risk (self, i);
        np_consultation_acknowledge (self, i, TRUE, NULL);
      }
  for (guint i = 0; i < catalog->n_information; i++)
    if (!np_consultation_is_told (self, i))
      np_consultation_tell (self, i, TRUE, NULL);
  for (guint i = 0; i < catalog->n_teach_back; i++)
    np_consultation_teach_back (self, i, "own-words", NULL);
}

static void
sign_anything (NpConsultation *self, GRand *chance)
{
  JsonObject *signature = json_object_new ();

  json_object_set_string_member (signature, "method", "typed");
  json_object_set_string_member (signature, "typed", "S");
  np_consultation_confirm_identity (self, NULL);
  np_consultation_sign (self, pick (chance, NP_N_ROLES), signature, NULL);
}

static void
do_anything (NpConsultation *self, GRand *chance)
{
  switch (pick (chance, 16))
    {
    case 0:
    case 1:
      answer_anything (self, chance);
      break;
    case 2:
      plan_anything (self, chance);
      break;
    case 3:
      np_walk_screening (self);
      break;
    case 4:
    case 5:
      decide_anything (self, chance);
      break;
    case 6:
      tell_what_is_open (self);
      break;
    case 7:
      if (np_consultation_can_undo (self))
        np_consultation_undo (self);
      break;
    case 8:
      np_consultation_set_ending (self, pick (chance, 4), "a reason", NULL);
      break;
    case 9:
    case 10:
    case 11:
      np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL);
      break;
    default:
      sign_anything (self, chance);
    }
}

static gboolean
holds_consent_signature (NpConsultation *self)
{
  for (NpRole role = 0; role < NP_N_ROLES; role++)
    {
      JsonObject *signature = np_consultation_get_signature (self, role);

      if (signature != NULL && g_str_has_prefix (json_object_get_string_member (signature, "attestation"), "consent-"))
        return TRUE;
    }
  return FALSE;
}

static void
check (NpConsultation *self, guint *signed_consents)
{
  const NpAssessment *assessment = np_consultation_get_assessment (self);
  NpKind kind;

  if (!holds_consent_signature (self))
    return;
  *signed_consents += 1;
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_PROCEED);
  ck_assert (np_consultation_get_ending (self, &kind) && kind == NP_KIND_CONSENT);
  ck_assert (np_consultation_may_end (self, NP_KIND_CONSENT, NULL));
}

static void
check_reading (NpConsultation *self, NpClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) again
    = np_consultation_open (np_walk_catalog (), clock, np_consultation_get_document (self), NULL, TRUE, &error);
  const NpAssessment *before = np_consultation_get_assessment (self);

  ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (np_consultation_get_assessment (again)->outcome, before->outcome);
  ck_assert_uint_eq (np_consultation_get_assessment (again)->n_findings, before->n_findings);
}

START_TEST (no_consent_while_blocked)
{
  NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, (guint32) _i);
  GRand *chance = g_rand_new_with_seed ((guint32) _i + 1);
  g_autoptr (NpConsultation) self = np_walk_new (clock);
  guint signed_consents = 0;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  check (self, &signed_consents);
  for (guint i = 0; i < N_EDITS; i++)
    {
      do_anything (self, chance);
      check (self, &signed_consents);
      if (i % 25 == 0)
        check_reading (self, clock);
    }
  ck_assert_uint_gt (signed_consents, 0);
  g_clear_object (&self);
  g_rand_free (chance);
  np_clock_free (clock);
}
END_TEST

/* A file can hold what the window would never let in; it is not ready then. */
START_TEST (a_file_cannot_smuggle_it_in)
{
  NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, 1);
  g_autoptr (NpConsultation) self = np_walk_new (clock);
  g_autoptr (NpConsultation) file = NULL;
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  document = np_document_copy (np_consultation_get_document (self));
  file = np_consultation_open (np_walk_catalog (), clock, document, NULL, FALSE, NULL);
  ck_assert (np_consultation_is_ready (file, NULL));
  g_clear_object (&file);
  np_document_put (document, "/answers/pregnancy",
                   json_from_string ("{\"states\":[{\"is\":\"pregnant\"}]}", NULL));
  file = np_consultation_open (np_walk_catalog (), clock, document, NULL, FALSE, NULL);
  ck_assert_ptr_nonnull (file);
  ck_assert (!np_consultation_is_ready (file, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
  g_clear_object (&file);
  g_clear_object (&self);
  np_clock_free (clock);
}
END_TEST

/* A file need not say since when the patient is informed; then it is since now, and the time to think begins. */
START_TEST (a_file_that_does_not_say_when_was_told_now)
{
  NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, 1);
  g_autoptr (NpConsultation) self = np_walk_new (clock);
  g_autoptr (NpConsultation) file = NULL;
  g_autoptr (JsonNode) document = NULL;

  np_walk_to_signing (self);
  document = np_document_copy (np_consultation_get_document (self));
  np_document_put (document, "/disclosure/informed_at", NULL);
  np_document_put (document, "/planned_on", NULL);
  file = np_consultation_open (np_walk_catalog (), clock, document, NULL, FALSE, NULL);
  ck_assert_str_eq (np_consultation_get_string (file, "/disclosure/informed_at"), NP_WALK_NOW);
  ck_assert (np_consultation_is_early (file));
  g_clear_object (&file);
  g_clear_object (&self);
  np_clock_free (clock);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("anything");
  TCase *tcase = tcase_create ("anything");

  np_walk_catalog ();
  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, no_consent_while_blocked, 0, N_RUNS);
  tcase_add_test (tcase, a_file_cannot_smuggle_it_in);
  tcase_add_test (tcase, a_file_that_does_not_say_when_was_told_now);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
