/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walk.h"

#include <string.h>

/* A file may claim what the window would never let happen. What cannot be true is not signed off. */

static NpClock *clock_;
static JsonNode *held[2];   /* a consent and a refusal as they should be; made once, for that takes a while */

static void
set_up (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 17);
}

static void
tear_down (void)
{
  np_clock_free (clock_);
}

/* Told at 9:15, confirmed and signed a minute later each. */
static JsonNode *
hold (NpClock *clock, NpKind kind)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock);
  g_autoptr (GArray) roles = NULL;

  np_walk_to_signing (self);
  np_walk_set (self, "/witness", "{'name':'Sample Witness','reason':'broken hand'}");
  np_clock_advance (clock, 60);
  ck_assert (np_consultation_set_ending (self, kind, kind == NP_KIND_CONSENT ? NULL : "a reason", NULL));
  np_walk_set (self, "/copy/how", "'printed'");
  ck_assert (np_consultation_confirm_identity (self, NULL));
  roles = np_consultation_signers (self, kind);
  for (guint i = 0; i < roles->len; i++)
    {
      np_clock_advance (clock, 60);
      np_walk_sign (self, g_array_index (roles, NpRole, i));
    }
  return np_document_copy (np_consultation_get_document (self));
}

static void
hold_both (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, 17);

      held[i] = hold (clock, i == 0 ? NP_KIND_CONSENT : NP_KIND_REFUSAL);
      np_clock_free (clock);
    }
}

static JsonNode *
signed_document (NpKind kind)
{
  np_clock_advance (clock_, 180);
  return np_document_copy (held[kind == NP_KIND_CONSENT ? 0 : 1]);
}

static JsonNode *
json (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  JsonNode *node = json_from_string (quoted, NULL);

  ck_assert_msg (node != NULL, "%s", text);
  return node;
}

/* Signatures: 0 is the patient's, 9:17; 1 the practitioner's, 9:18. It is 9:18. */
static const struct
{
  NpKind kind;
  const char *pointer, *value;
  const char *says;   /* a part of the reason; NULL = it is believed */
} claims[] = {
  { NP_KIND_CONSENT, "/patient/record_number", "'7'", NULL },
  { NP_KIND_CONSENT, "/signatures/0/name", "'Someone Else'", "printed name" },
  { NP_KIND_CONSENT, "/signatures/1/name", "'Sample Patient'", "printed name" },
  { NP_KIND_CONSENT, "/practitioner/name", "'Someone Else'", "printed name" },
  { NP_KIND_CONSENT, "/signatures/0/meaning", "'I agree to anything.'", "another statement" },
  { NP_KIND_CONSENT, "/signatures/0/attestation", "'refusal-patient'", "does not belong" },
  { NP_KIND_CONSENT, "/signatures/0/role", "'guardian'", "does not belong" },
  { NP_KIND_CONSENT, "/signatures/0/method", "'declined'", "does not belong" },
  { NP_KIND_CONSENT, "/ending", "{'kind':'refusal','reason':'a reason'}", "does not belong" },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-10T09:19:00+01:00'", "has not come yet" },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-10T08:17:00Z'", NULL },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-10T09:17:00Z'", "has not come yet" },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-10T09:14:59+01:00'", "before everything had been told" },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-10T09:15:30+01:00'", "identity was confirmed" },
  { NP_KIND_CONSENT, "/signatures/0/at", "'2026-03-09T09:17:00+01:00'", "another day" },
  { NP_KIND_CONSENT, "/signatures/1/at", "'2026-03-10T09:16:30+01:00'", "signed last" },
  { NP_KIND_CONSENT, "/disclosure/informed_at", "'2026-03-10T09:17:30+01:00'", "before everything had been told" },
  { NP_KIND_CONSENT, "/disclosure/informed_at", "'2026-03-01T09:00:00+01:00'", "Something was told after" },
  { NP_KIND_CONSENT, "/disclosure/informed_at", NULL, "before everything had been told" },
  { NP_KIND_CONSENT, "/patient/confirmed_at", "'2026-03-10T09:17:30+01:00'", "identity was confirmed" },
  { NP_KIND_CONSENT, "/patient/confirmed_at", NULL, "Confirm the patient" },
  { NP_KIND_CONSENT, "/signatures/0", NULL, "Signature is missing" },
  { NP_KIND_CONSENT, "/signatures/1", NULL, "Signature is missing" },
  { NP_KIND_CONSENT, "/signatures", NULL, "Signature is missing" },
  { NP_KIND_CONSENT, "/planned_on", NULL, "time to think" },
  { NP_KIND_CONSENT, "/planned_on", "'2026-03-11'", "time to think" },
  { NP_KIND_CONSENT, "/patient/date_of_birth", "'2009-01-01'", "parent or guardian" },
  { NP_KIND_CONSENT, "/answers/interpreter", "{'states':[{'is':'interpreter-needed','professional':true,'name':'S'}]}",
    "interpreter's name" },
  { NP_KIND_CONSENT, "/interpreter", "{'name':'Sample Interpreter','language':'fr','reference':'A1'}",
    "Signature is missing" },
  { NP_KIND_CONSENT, "/answers/pregnancy", "{'states':[{'is':'pregnant'}]}", "cannot be consented" },
  { NP_KIND_CONSENT, "/answers/keloid", NULL, "Still open" },
  { NP_KIND_CONSENT, "/medicines_on", "'2026-03-09'", "Ask again today" },
  { NP_KIND_CONSENT, "/plan/checks_on/depth", "'2026-03-09'", NULL },
  { NP_KIND_CONSENT, "/catalog/digest", "'00'", "another catalogue" },
  { NP_KIND_CONSENT, "/copy", NULL, "copy" },
  { NP_KIND_REFUSAL, "/signatures/0/method", "'declined'", NULL },
  { NP_KIND_REFUSAL, "/signatures/1/method", "'declined'", "does not belong" },
  { NP_KIND_REFUSAL, "/disclosure/informed_at", "'2026-03-10T09:17:30+01:00'", NULL },
  { NP_KIND_REFUSAL, "/signatures/0/at", "'2026-03-10T09:17:45+01:00'", NULL },
  { NP_KIND_REFUSAL, "/signatures/0/at", "'2026-03-11T09:17:45+01:00'", "has not come yet" },
};

/* What another method needs is not what typing left. */
static void
drop_typed (JsonNode *document, const char *pointer)
{
  g_autofree char *typed = g_strndup (pointer, strlen (pointer) - strlen ("method"));
  g_autofree char *place = g_strconcat (typed, "typed", NULL);

  np_document_put (document, place, NULL);
}

START_TEST (only_what_can_be_true_is_signed_off)
{
  g_autoptr (JsonNode) document = signed_document (claims[_i].kind);
  g_autoptr (NpConsultation) file = NULL;
  g_autoptr (GError) error = NULL;

  np_document_put (document, claims[_i].pointer, claims[_i].value != NULL ? json (claims[_i].value) : NULL);
  if (g_str_has_suffix (claims[_i].pointer, "/method"))
    drop_typed (document, claims[_i].pointer);
  file = np_consultation_open (np_walk_catalog (), clock_, document, "file", FALSE, &error);
  ck_assert_msg (file != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (np_consultation_is_ready (file, &error), claims[_i].says == NULL);
  if (claims[_i].says != NULL)
    ck_assert_msg (strstr (error->message, claims[_i].says) != NULL, "%s", error->message);
}
END_TEST

/* Signing by witness needs the witness among the people, and the witness's own signature. */
START_TEST (a_witness_has_to_be_there)
{
  g_autoptr (JsonNode) document = signed_document (NP_KIND_CONSENT);
  g_autoptr (NpConsultation) file = NULL;
  g_autoptr (GError) error = NULL;

  np_document_put (document, "/signatures/0/method", json ("'by-witness'"));
  drop_typed (document, "/signatures/0/method");
  np_document_put (document, "/signatures/0/reason", json ("'broken hand'"));
  np_document_put (document, "/witness", NULL);
  file = np_consultation_open (np_walk_catalog (), clock_, document, "file", FALSE, NULL);
  ck_assert (!np_consultation_is_ready (file, &error));
  ck_assert_msg (strstr (error->message, "needs a witness") != NULL, "%s", error->message);
  ck_assert_msg (strstr (error->message, "Signature is missing") != NULL, "%s", error->message);
}
END_TEST

/* Over midnight the questions of the day are of yesterday. */
START_TEST (nobody_consents_on_another_day)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  JsonObject *signature = json_object_new ();
  g_autoptr (GError) error = NULL;

  np_walk_to_signing (self);
  ck_assert (np_consultation_set_ending (self, NP_KIND_CONSENT, NULL, NULL));
  np_clock_advance (clock_, 24 * 3600);
  ck_assert (np_consultation_confirm_identity (self, NULL));
  json_object_set_string_member (signature, "method", "typed");
  json_object_set_string_member (signature, "typed", "Sample Patient");
  ck_assert (!np_consultation_sign (self, NP_ROLE_PATIENT, signature, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forged");
  TCase *tcase = tcase_create ("forged");

  tcase_add_unchecked_fixture (tcase, hold_both, NULL);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, only_what_can_be_true_is_signed_off, 0, G_N_ELEMENTS (claims));
  tcase_add_test (tcase, a_witness_has_to_be_there);
  tcase_add_test (tcase, nobody_consents_on_another_day);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
