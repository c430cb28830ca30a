/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found of a sealed record, whoever sealed it with whatever keys, in whatever order. */
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-jws.h"
#include "np-practice.h"
#include "np-sealing.h"
#include "np-test.h"
#include "np-verification.h"

static NpPractice *practice;
static char *path, *text;        /* a sealed record, and its bytes */
static gsize length;

static void
setup (void)
{
  practice = np_practice_new ();
  path = np_practice_save (practice, practice->desk, 1);
  ck_assert (g_file_get_contents (path, &text, &length, NULL));
}

static void
teardown (void)
{
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&text, g_free);
  g_clear_pointer (&practice, np_practice_free);
}

static NpVerification *
verify_text (const char *bytes, gsize count, const NpKeyRing *ring)
{
  g_autoptr (JsonNode) file = np_json_read_bytes ("test", bytes, count, NULL);

  return file == NULL ? NULL : np_verification_of_node (file, "test", ring);
}

/* The answer, whose first fault must say this; or must be good, when nothing is said. */
static void
answers (JsonNode *file, const NpKeyRing *ring, NpProof proof, const char *says)
{
  g_autoptr (NpVerification) found = np_verification_of_node (file, "test", ring);
  gboolean said = FALSE;

  ck_assert_int_eq (found->proof, proof);
  ck_assert_int_eq (np_verification_is_good (found), says == NULL);
  for (guint i = 0; i < found->faults->len; i++)
    said |= says != NULL && strstr (g_ptr_array_index (found->faults, i), says) != NULL;
  ck_assert_msg (said || says == NULL, "“%s” was not said, but: %s", says,
                 found->faults->len == 0 ? "nothing" : (char *) g_ptr_array_index (found->faults, 0));
}

static JsonArray *
seals_of (JsonNode *file)
{
  return json_object_get_array_member (json_node_get_object (file), "seal");
}

static JsonObject *
record_of (JsonNode *file)
{
  return json_object_get_object_member (json_node_get_object (file), "record");
}

/* ---- what holds ---- */

START_TEST (a_sealed_record_is_unchanged)
{
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autoptr (NpVerification) without = np_verification_of_file (path, NULL), with = np_verification_of_file (path, ring);
  g_autofree char *fingerprint = np_key_fingerprint (np_key_id (practice->key));
  g_autofree char *plain = np_verification_sentence (without), *named = np_verification_sentence (with);

  ck_assert (np_verification_is_good (without) && np_verification_is_good (with));
  ck_assert (g_str_has_prefix (plain, "unchanged since sealed with key ") && strstr (plain, fingerprint) != NULL);
  ck_assert (strstr (plain, "whose key it is, is not proved") != NULL);
  ck_assert (strstr (named, NP_PRACTICE_NAME) != NULL && strstr (named, "enrolled") != NULL && strstr (named, "not proved") == NULL);
  ck_assert_uint_eq (without->doubts->len, 0);
  ck_assert_uint_eq (without->unproved->len, 4);
  ck_assert_uint_eq (with->unproved->len, 3);
}
END_TEST

START_TEST (what_is_not_sealed_says_so)
{
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);

  answers (file, NULL, NP_PROOF_NOT_SEALED, "not sealed");
}
END_TEST

static JsonNode *
reordered (JsonNode *node)
{
  JsonNode *copy = json_node_new (JSON_NODE_TYPE (node));

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) names = g_list_reverse (json_object_get_members (json_node_get_object (node)));
      JsonObject *object = json_object_new ();

      for (GList *name = names; name != NULL; name = name->next)
        json_object_set_member (object, name->data, reordered (json_object_get_member (json_node_get_object (node), name->data)));
      json_node_take_object (copy, object);
      return copy;
    }
  json_node_unref (copy);
  return json_node_copy (node);
}

START_TEST (order_and_white_space_do_not_matter)
{
  g_autoptr (JsonNode) file = np_practice_read (path);
  g_autoptr (JsonNode) other = reordered (file);
  g_autofree char *turned = np_json_write_pretty (other), *squeezed = np_json_write_canonical (file);
  g_autofree char *tabs = NULL;
  GString *wide = g_string_new (text);
  const char *const ways[] = { turned, squeezed, NULL };
  g_autoptr (NpVerification) found = NULL;

  ck_assert_str_ne (turned, text);
  for (guint i = 0; ways[i] != NULL; i++)
    {
      g_autoptr (NpVerification) one = verify_text (ways[i], strlen (ways[i]), NULL);

      ck_assert (one != NULL && np_verification_is_good (one));
    }
  g_string_replace (wide, "\n", "\r\n\t \t", 0);
  tabs = g_string_free (wide, FALSE);
  found = verify_text (tabs, strlen (tabs), NULL);
  ck_assert (found != NULL && np_verification_is_good (found));
}
END_TEST

START_TEST (a_second_practitioner_can_countersign)
{
  g_autoptr (NpKey) second
      = np_practice_enrol (practice, NP_PRACTICE_SECOND, NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (!np_sealing_countersign (file, second, NP_PRACTICE_SECOND, "I agree.", practice->clock, NULL));
  ck_assert (np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL));
  ck_assert (!np_sealing_countersign (file, practice->key, NP_PRACTICE_NAME, "I agree.", practice->clock, NULL));
  ck_assert (np_sealing_countersign (file, second, NP_PRACTICE_SECOND, "I agree.", practice->clock, NULL));
  saved = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, &error);
  ck_assert_msg (saved != NULL, "%s", error != NULL ? error->message : "");
  answers (file, ring, NP_PROOF_UNCHANGED, NULL);
  json_array_remove_element (seals_of (file), 1);
  answers (file, ring, NP_PROOF_CHANGED, "other seals");
}
END_TEST

START_TEST (only_who_signed_can_seal)
{
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (GError) error = NULL;

  ck_assert (!np_sealing_sign (file, practice->key, "Somebody else", practice->clock, &error));
  ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE));
  ck_assert_uint_eq (json_array_get_length (seals_of (file)), 0);
  ck_assert (np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL));
  ck_assert (!np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL));
}
END_TEST

/* ---- seals that were moved ---- */

START_TEST (seals_do_not_move_between_records)
{
  g_autofree char *second = np_practice_save (practice, practice->desk, 2);
  g_autoptr (JsonNode) one = np_practice_read (path), two = np_practice_read (second);
  guint position = (guint) _i;
  g_autofree char *moved = g_strdup (json_array_get_string_element (seals_of (two), position));
  JsonArray *mixed = json_array_new ();

  for (guint i = 0; i < 2; i++)
    json_array_add_string_element (mixed, i == position ? moved : json_array_get_string_element (seals_of (one), i));
  json_object_set_array_member (json_node_get_object (one), "seal", mixed);
  answers (one, NULL, NP_PROOF_CHANGED, "another record");
}
END_TEST

/* Which of the two seals stand in the file, in which order. */
static const struct
{
  const char *which, *says;
} arrangements[] = {
  { "0", "the desk's seal is missing" },
  { "1", "the practitioner's seal is missing" },
  { "10", "the practitioner's seal stands first" },
  { "011", "the desk's seal stands last, and once" },
  { "001", "the practitioner's seal stands first, and once" },
  { "0101", "once" },
  { "01", NULL },
};

START_TEST (seals_are_not_rearranged)
{
  g_autoptr (JsonNode) file = np_practice_read (path);
  JsonArray *arranged = json_array_new ();

  for (const char *which = arrangements[_i].which; *which != '\0'; which++)
    json_array_add_string_element (arranged, json_array_get_string_element (seals_of (file), (guint) (*which - '0')));
  json_object_set_array_member (json_node_get_object (file), "seal", arranged);
  answers (file, NULL, arrangements[_i].says == NULL ? NP_PROOF_UNCHANGED : NP_PROOF_CHANGED, arrangements[_i].says);
}
END_TEST

START_TEST (a_change_is_named)
{
  g_autoptr (JsonNode) file = np_practice_read (path);

  json_object_set_string_member (record_of (file), "made_by", "somebody else");
  answers (file, NULL, NP_PROOF_CHANGED, "the record was changed after it was sealed");
}
END_TEST

/* ---- keys ---- */

/* Whoever has no key makes new ones, and the file holds together by itself: only the clinic's keys tell. */
START_TEST (a_forged_record_needs_the_clinics_keys_to_be_found)
{
  g_autoptr (NpPractice) forger = np_practice_new ();
  g_autofree char *forged = np_practice_save (forger, forger->desk, 1);
  g_autoptr (JsonNode) file = np_practice_read (forged);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);

  answers (file, NULL, NP_PROOF_UNCHANGED, NULL);
  answers (file, ring, NP_PROOF_UNCHANGED, "the clinic's keys do not have the key");
}
END_TEST

START_TEST (a_key_seals_in_its_holders_name_only)
{
  g_autoptr (NpKey) second
      = np_practice_enrol (practice, NP_PRACTICE_SECOND, NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autofree char *saved = NULL;

  ck_assert (np_sealing_sign (file, second, NP_PRACTICE_NAME, practice->clock, NULL));
  saved = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);
  answers (file, NULL, NP_PROOF_UNCHANGED, NULL);
  answers (file, ring, NP_PROOF_UNCHANGED, "belongs to somebody else");
}
END_TEST

START_TEST (a_desks_key_is_no_practitioners)
{
  g_autoptr (NpKey) key = np_practice_enrol (practice, NP_PRACTICE_NAME, NP_HOLDER_DESK, NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autofree char *saved = NULL;

  ck_assert (np_sealing_sign (file, key, NP_PRACTICE_NAME, practice->clock, NULL));
  saved = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);
  answers (file, ring, NP_PROOF_UNCHANGED, "a desk's key is not a practitioner's");
}
END_TEST

START_TEST (who_enrolled_alone_is_said_so)
{
  g_autoptr (NpKey) key = np_practice_enrol (practice, NP_PRACTICE_NAME, NP_HOLDER_PRACTITIONER, NP_BASIS_SELF, NULL, NULL);
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autofree char *saved = NULL;
  g_autoptr (NpVerification) found = NULL;

  ck_assert (np_sealing_sign (file, key, NP_PRACTICE_NAME, practice->clock, NULL));
  saved = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);
  found = np_verification_of_file (saved, ring);
  ck_assert (np_verification_is_good (found));
  ck_assert_msg (strstr (g_ptr_array_index (found->unproved, 0), "nobody vouched") != NULL, "%s",
                 (char *) g_ptr_array_index (found->unproved, 0));
}
END_TEST

START_TEST (a_replaced_key_counts_for_what_it_sealed_before)
{
  g_autoptr (NpKey) anew
      = np_practice_enrol (practice, NP_PRACTICE_NAME, NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, practice->key, np_key_id (practice->key));
  g_autofree char *late = NULL;
  g_autoptr (JsonNode) before = np_practice_read (path), after = NULL;
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);

  ck_assert_str_ne (np_key_id (anew), np_key_id (practice->key));
  np_clock_advance (practice->clock, 60);
  late = np_practice_save (practice, practice->desk, 2);
  after = np_practice_read (late);
  answers (before, ring, NP_PROOF_UNCHANGED, NULL);
  answers (after, ring, NP_PROOF_UNCHANGED, "replaced or retired before");
}
END_TEST

/* ---- the clock ---- */

START_TEST (a_clock_that_went_back_is_shown)
{
  g_autoptr (JsonNode) file = np_practice_record (practice, 2);
  g_autoptr (NpVerification) found = NULL;
  g_autofree char *saved = NULL;

  ck_assert (np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL));
  np_clock_advance (practice->clock, -3600);
  saved = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);
  found = np_verification_of_file (saved, NULL);
  ck_assert (np_verification_is_good (found));
  ck_assert_uint_eq (found->doubts->len, 1);
  ck_assert (strstr (g_ptr_array_index (found->doubts, 0), "the clock went backwards") != NULL);
}
END_TEST

/* ---- manifests that say something else, sealed by a good key ---- */

static const struct
{
  const char *name, *value;   /* as JSON; NULL: the member is left out */
} statements[] = {
  { "format", "\"needlepoint-seal/2\"" },
  { "format", NULL },
  { "record", "\"another\"" },
  { "digest", "\"\"" },
  { "digest", "7" },
  { "role", "\"patient\"" },
  { "role", "\"desk\"" },
  { "name", "\"\"" },
  { "meaning", NULL },
  { "at", "\"2026-03-10\"" },
  { "at", "\"2026-03-10T09:42:00\"" },
  { "sequence", "1" },
  { "previous", "\"00\"" },
  { "others", "[]" },
  { "heads", "[]" },
  { "surprise", "true" },
};

static JsonNode *
spoilt_payload (const char *seal, const char *name, const char *value)
{
  g_autoptr (NpJws) jws = np_jws_open (seal, NP_MANIFEST_TYP, NULL);
  JsonNode *payload = json_node_copy (jws->payload);
  g_autofree char *document = g_strdup_printf ("{\"value\":%s}", value != NULL ? value : "0");
  g_autoptr (JsonNode) node = np_json_read_bytes ("value", document, strlen (document), NULL);

  if (value == NULL)
    json_object_remove_member (json_node_get_object (payload), name);
  else
    json_object_set_member (json_node_get_object (payload), name,
                            json_node_copy (json_object_get_member (json_node_get_object (node), "value")));
  return payload;
}

START_TEST (a_manifest_is_read_strictly)
{
  g_autoptr (JsonNode) file = np_practice_read (path);
  g_autoptr (JsonNode) payload
      = spoilt_payload (json_array_get_string_element (seals_of (file), 0), statements[_i].name, statements[_i].value);
  g_autofree char *seal = np_jws_sign (practice->key, NP_MANIFEST_TYP, payload, NULL);
  JsonArray *seals = json_array_new ();

  json_array_add_string_element (seals, seal);
  json_array_add_string_element (seals, json_array_get_string_element (seals_of (file), 1));
  json_object_set_array_member (json_node_get_object (file), "seal", seals);
  answers (file, NULL, NP_PROOF_CHANGED, "a seal that cannot be read: manifest: /");
}
END_TEST

static Suite *
verification_suite (void)
{
  Suite *suite = suite_create ("verification");
  TCase *tcase = tcase_create ("verification");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 240);
  tcase_add_test (tcase, a_sealed_record_is_unchanged);
  tcase_add_test (tcase, what_is_not_sealed_says_so);
  tcase_add_test (tcase, order_and_white_space_do_not_matter);
  tcase_add_test (tcase, a_second_practitioner_can_countersign);
  tcase_add_test (tcase, only_who_signed_can_seal);
  tcase_add_loop_test (tcase, seals_do_not_move_between_records, 0, 2);
  tcase_add_loop_test (tcase, seals_are_not_rearranged, 0, G_N_ELEMENTS (arrangements));
  tcase_add_test (tcase, a_change_is_named);
  tcase_add_test (tcase, a_forged_record_needs_the_clinics_keys_to_be_found);
  tcase_add_test (tcase, a_key_seals_in_its_holders_name_only);
  tcase_add_test (tcase, a_desks_key_is_no_practitioners);
  tcase_add_test (tcase, who_enrolled_alone_is_said_so);
  tcase_add_test (tcase, a_replaced_key_counts_for_what_it_sealed_before);
  tcase_add_test (tcase, a_clock_that_went_back_is_shown);
  tcase_add_loop_test (tcase, a_manifest_is_read_strictly, 0, G_N_ELEMENTS (statements));
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return np_test_run (verification_suite ());
}
