/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose key one is: enrolments, replacements, retirements, in the clinic's folder and as a JWK set. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-key-file.h"
#include "np-practice.h"
#include "np-save.h"
#include "np-test.h"

static NpPractice *practice;

static void
setup (void)
{
  practice = np_practice_new ();
  np_clock_advance (practice->clock, 60);
}

static void
teardown (void)
{
  g_clear_pointer (&practice, np_practice_free);
}

static NpKey *
enrol (const char *name, NpBasis basis, const NpKey *voucher, const char *replaces)
{
  NpKey *key = np_practice_enrol (practice, name, NP_HOLDER_PRACTITIONER, basis, voucher, replaces);

  np_clock_advance (practice->clock, 60);
  return key;
}

static void
retire (const NpKey *key, const NpKey *by)
{
  NpRetirement retirement = { .kid = g_strdup (np_key_id (key)), .at = np_clock_stamp (practice->clock), .reason = g_strdup ("Sample reason") };
  NpRetirement *made = g_memdup2 (&retirement, sizeof retirement);

  ck_assert (np_retirement_seal (made, by, NULL));
  ck_assert (np_key_ring_save_retirement (practice->archive, made, NULL));
  np_retirement_free (made);
  np_clock_advance (practice->clock, 60);
}

/* What the ring says of a key, read from the folder and, the same, from the set that is handed out. */
static void
is (const NpKey *key, NpTrust trust, NpKeyStatus status)
{
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autoptr (JsonNode) set = np_key_ring_to_set (ring);
  g_autofree char *text = np_json_write_pretty (set);
  g_autoptr (JsonNode) back = np_json_read_bytes ("set", text, strlen (text), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) again = np_key_ring_from_set (back, "set", &error);
  const NpRingKey *one = np_key_ring_find (ring, np_key_id (key));
  const NpRingKey *two;

  ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
  two = np_key_ring_find (again, np_key_id (key));
  ck_assert_int_eq (one->trust, trust);
  ck_assert_int_eq (one->status, status);
  ck_assert_int_eq (two->trust, trust);
  ck_assert_int_eq (two->status, status);
}

/* ---- who counts ---- */

START_TEST (the_first_key_is_enrolled)
{
  is (practice->key, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
  is (np_seal_desk_key (practice->desk), NP_TRUST_ENROLLED, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_line_of_vouching_is_followed)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (NpKey) third = enrol ("Third", NP_BASIS_VOUCHED, second, NULL);

  is (second, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
  is (third, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
}
END_TEST

START_TEST (who_enrols_alone_stays_so)
{
  g_autoptr (NpKey) stranger = enrol ("Stranger", NP_BASIS_SELF, NULL, NULL);
  g_autoptr (NpKey) friend = enrol ("Friend", NP_BASIS_VOUCHED, stranger, NULL);

  is (stranger, NP_TRUST_SELF, NP_KEY_CURRENT);
  is (friend, NP_TRUST_SELF, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_circle_holds_nobody_up)
{
  g_autoptr (NpKey) one = np_key_new (NULL), two = np_key_new (NULL);

  np_practice_enrol_key (practice, one, "One", NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, two, NULL);
  np_practice_enrol_key (practice, two, "Two", NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, one, NULL);
  is (one, NP_TRUST_SELF, NP_KEY_CURRENT);
  is (two, NP_TRUST_SELF, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_desk_vouches_for_nobody)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_VOUCHED, np_seal_desk_key (practice->desk), NULL);

  is (second, NP_TRUST_SELF, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_replaced_key_stays_for_verifying)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (NpKey) anew = enrol (NP_PRACTICE_NAME, NP_BASIS_VOUCHED, second, np_key_id (practice->key));

  is (practice->key, NP_TRUST_ENROLLED, NP_KEY_REPLACED);
  is (anew, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
  is (second, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_stranger_replaces_nobody)
{
  g_autoptr (NpKey) stranger = enrol ("Stranger", NP_BASIS_SELF, NULL, np_key_id (practice->key));

  is (practice->key, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
  retire (practice->key, stranger);
  is (practice->key, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
}
END_TEST

START_TEST (a_retired_key_vouches_no_more)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (NpKey) before = enrol ("Before", NP_BASIS_VOUCHED, second, NULL), after = NULL;

  retire (second, practice->key);
  after = enrol ("After", NP_BASIS_VOUCHED, second, NULL);
  is (second, NP_TRUST_ENROLLED, NP_KEY_RETIRED);
  is (before, NP_TRUST_ENROLLED, NP_KEY_CURRENT);
  is (after, NP_TRUST_SELF, NP_KEY_CURRENT);
}
END_TEST

/* ---- the folder ---- */

START_TEST (there_is_one_first_key)
{
  g_autoptr (NpKey) key = np_key_new (NULL);
  NpEnrolment enrolment = { .basis = NP_BASIS_FIRST,
                            .id = (char *) "5f0c1a52-6f0e-4f43-9d6b-0c7f7c0a1b2d",
                            .name = (char *) "Second first",
                            .at = (char *) NP_PRACTICE_NOW,
                            .key = key };
  g_autoptr (GError) error = NULL;

  ck_assert (np_enrolment_seal (&enrolment, NULL, NULL));
  ck_assert (!np_key_ring_save_enrolment (practice->archive, &enrolment, &error));
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS));
  g_strfreev (enrolment.seals);
}
END_TEST

START_TEST (current_is_the_newest_that_counts)
{
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  const NpRingKey *first = np_key_ring_first (ring);

  ck_assert_str_eq (np_key_id (first->key), np_key_id (practice->key));
  ck_assert_ptr_eq (np_key_ring_current (ring, first->enrolment->id), first);
  ck_assert_ptr_null (np_key_ring_current (ring, "nobody"));
}
END_TEST

static char *
path_in_keys (const char *name)
{
  return g_build_filename (practice->archive, "keys", name, NULL);
}

static void
is_refused (const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) ring = np_key_ring_load (practice->archive, &error);

  ck_assert_ptr_null (ring);
  ck_assert_msg (strstr (error->message, says) != NULL, "%s", error->message);
}

START_TEST (a_file_under_another_name_is_refused)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_SELF, NULL, NULL);
  g_autofree char *file = g_strconcat (np_key_id (second), ".json", NULL);
  g_autofree char *from = path_in_keys (file), *to = path_in_keys ("first.json");

  ck_assert_int_eq (g_rename (from, to), 0);
  is_refused ("should be called");
}
END_TEST

START_TEST (foreign_files_are_refused)
{
  static const char *const texts[] = { "", "{}", "{\"format\":\"needlepoint-enrolment/1\",\"seals\":[]}",
                                       "{\"format\":\"needlepoint-enrolment/1\",\"seals\":[\"a.b.c\"]}",
                                       "{\"format\":\"needlepoint-enrolment/2\",\"seals\":[\"a.b.c\"]}",
                                       "{\"format\":\"needlepoint-enrolment/1\",\"seals\":[\"a.b.c\"],\"more\":1}" };
  g_autofree char *path = path_in_keys ("x.json");

  ck_assert (g_file_set_contents (path, texts[_i], -1, NULL));
  is_refused ("x.json");
}
END_TEST

START_TEST (a_missing_folder_is_an_empty_ring)
{
  g_autoptr (NpKeyRing) ring = np_key_ring_load ("/nonexistent/archive", NULL);

  ck_assert_uint_eq (ring->keys->len, 0);
}
END_TEST

START_TEST (keys_of_practitioners_are_encrypted_beside)
{
  g_autoptr (NpSecret) passphrase = np_secret_new ("sample", 6);
  g_autofree char *path = np_key_ring_secret_path (practice->archive, np_key_id (practice->key));
  g_autoptr (NpKeyRing) ring = NULL;
  struct stat about;

  ck_assert (np_key_file_save (path, practice->key, passphrase, NULL));
  ck_assert_int_eq (g_stat (path, &about), 0);
  ck_assert_int_eq (about.st_mode & 07777, 0600);
  ring = np_practice_ring (practice);
  ck_assert_uint_eq (ring->keys->len, 2);
}
END_TEST

/* ---- statements that were tampered with ---- */

static char **
seals_of (const NpKey *key)
{
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);

  return g_strdupv (np_key_ring_find (ring, np_key_id (key))->enrolment->seals);
}

START_TEST (an_enrolment_needs_both_seals)
{
  g_autoptr (NpKey) second = enrol ("Second", NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (NpKey) third = enrol ("Third", NP_BASIS_VOUCHED, practice->key, NULL);
  g_auto (GStrv) two = seals_of (second);
  g_auto (GStrv) three = seals_of (third);
  const char *const tries[][4] = { { two[0] }, { two[1] }, { two[1], two[0] }, { two[0], two[0] }, { two[0], three[1] },
                                   { two[0], two[1], two[1] }, { three[0], two[1] } };
  g_autoptr (NpEnrolment) good = np_enrolment_read ((const char *const *) two, NULL);

  ck_assert_ptr_nonnull (good);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    ck_assert_ptr_null (np_enrolment_read (tries[i], NULL));
}
END_TEST

START_TEST (one_kind_of_statement_is_not_another)
{
  g_auto (GStrv) seals = seals_of (practice->key);
  g_autofree char *path = np_practice_save (practice, practice->desk, 1);
  g_autoptr (JsonNode) file = np_practice_read (path);
  const char *record_seal = json_array_get_string_element (
      json_object_get_array_member (json_node_get_object (file), "seal"), 0);

  ck_assert_ptr_null (np_retirement_read (seals[0], NULL));
  ck_assert_ptr_null (np_retirement_read (record_seal, NULL));
  ck_assert_ptr_null (np_enrolment_read ((const char *const[]) { record_seal, NULL }, NULL));
}
END_TEST

/* ---- JWK sets of others ---- */

static NpKeyRing *
ring_of (const char *text, GError **error)
{
  g_autoptr (JsonObject) jwk = np_key_to_jwk (practice->key);
  GString *string = g_string_new (text);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *full = NULL;

  g_string_replace (string, "'", "\"", 0);
  g_string_replace (string, "$X", json_object_get_string_member (jwk, "x"), 0);
  g_string_replace (string, "$Y", json_object_get_string_member (jwk, "y"), 0);
  g_string_replace (string, "KID", np_key_id (practice->key), 0);
  full = g_string_free (string, FALSE);
  node = np_json_read_bytes ("set", full, strlen (full), NULL);
  ck_assert_ptr_nonnull (node);
  return np_key_ring_from_set (node, "set", error);
}

#define EC "'kty':'EC','crv':'P-256','x':'$X','y':'$Y'"
#define NAMED "'name':'Sample','holder':'practitioner'"

static const char *const good_sets[] = {
  "{'keys':[]}",
  "{'keys':[{" EC "," NAMED "}]}",
  "{'keys':[{" EC "," NAMED ",'kid':'KID','use':'sig','alg':'ES256','status':'current'}]}",
};

static const char *const bad_sets[] = {
  "{}",
  "{'keys':{}}",
  "{'keys':[{}]}",
  "{'keys':[],'more':1}",
  "{'keys':[{" EC "}]}",
  "{'keys':[{" EC ",'name':'Sample'}]}",
  "{'keys':[{" EC ",'name':'','holder':'desk'}]}",
  "{'keys':[{" EC "," NAMED ",'d':'$X'}]}",
  "{'keys':[{" EC "," NAMED ",'kid':'$X'}]}",
  "{'keys':[{" EC "," NAMED ",'kid':'1'}]}",
  "{'keys':[{" EC "," NAMED ",'use':'enc'}]}",
  "{'keys':[{" EC "," NAMED ",'alg':'none'}]}",
  "{'keys':[{" EC "," NAMED ",'status':'retired'}]}",
  "{'keys':[{" EC "," NAMED ",'key_ops':['verify']}]}",
  "{'keys':[{" EC "," NAMED ",'enrolment':[]}]}",
  "{'keys':[{" EC "," NAMED ",'enrolment':['a.b.c']}]}",
  "{'keys':[{" EC "," NAMED ",'retirement':'a.b.c'}]}",
  "{'keys':[{" EC "," NAMED "},{" EC "," NAMED "}]}",
  "{'keys':[{'kty':'EC','crv':'P-256','x':'$X','y':'$X'," NAMED "}]}",
  "{'keys':[{'kty':'EC','crv':'P-384','x':'$X','y':'$Y'," NAMED "}]}",
  "{'keys':[{'kty':'oct','k':'$X'," NAMED "}]}",
};

START_TEST (a_set_by_hand_names_only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) ring = ring_of (good_sets[_i], &error);

  ck_assert_msg (ring != NULL, "%s", error != NULL ? error->message : "");
  if (ring->keys->len > 0)
    ck_assert_int_eq (np_key_ring_find (ring, np_key_id (practice->key))->trust, NP_TRUST_NAMED);
}
END_TEST

START_TEST (a_set_is_read_strictly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) ring = ring_of (bad_sets[_i], &error);

  ck_assert_msg (ring == NULL, "%s was taken", bad_sets[_i]);
  ck_assert_int_eq (error->domain, NP_SEAL_ERROR);
}
END_TEST

/* The words beside an enrolment are for people and other tools; they may not say anything else. */
START_TEST (a_set_says_what_its_enrolments_say)
{
  static const char *const others[][2] = { { "name", "Somebody else" }, { "holder", "desk" }, { "status", "replaced" } };
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autoptr (JsonNode) set = np_key_ring_to_set (ring);
  JsonArray *keys = json_object_get_array_member (json_node_get_object (set), "keys");

  for (guint i = 0; i < json_array_get_length (keys); i++)
    {
      JsonObject *key = json_array_get_object_element (keys, i);

      if (g_str_equal (json_object_get_string_member (key, "name"), NP_PRACTICE_NAME))
        json_object_set_string_member (key, others[_i][0], others[_i][1]);
    }
  ck_assert_ptr_null (np_key_ring_from_set (set, "set", NULL));
}
END_TEST

static Suite *
ring_suite (void)
{
  Suite *suite = suite_create ("key-ring");
  TCase *tcase = tcase_create ("key-ring");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_first_key_is_enrolled);
  tcase_add_test (tcase, a_line_of_vouching_is_followed);
  tcase_add_test (tcase, who_enrols_alone_stays_so);
  tcase_add_test (tcase, a_circle_holds_nobody_up);
  tcase_add_test (tcase, a_desk_vouches_for_nobody);
  tcase_add_test (tcase, a_replaced_key_stays_for_verifying);
  tcase_add_test (tcase, a_stranger_replaces_nobody);
  tcase_add_test (tcase, a_retired_key_vouches_no_more);
  tcase_add_test (tcase, there_is_one_first_key);
  tcase_add_test (tcase, current_is_the_newest_that_counts);
  tcase_add_test (tcase, a_file_under_another_name_is_refused);
  tcase_add_loop_test (tcase, foreign_files_are_refused, 0, 6);
  tcase_add_test (tcase, a_missing_folder_is_an_empty_ring);
  tcase_add_test (tcase, keys_of_practitioners_are_encrypted_beside);
  tcase_add_test (tcase, an_enrolment_needs_both_seals);
  tcase_add_test (tcase, one_kind_of_statement_is_not_another);
  tcase_add_loop_test (tcase, a_set_by_hand_names_only, 0, G_N_ELEMENTS (good_sets));
  tcase_add_loop_test (tcase, a_set_is_read_strictly, 0, G_N_ELEMENTS (bad_sets));
  tcase_add_loop_test (tcase, a_set_says_what_its_enrolments_say, 0, 3);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return np_test_run (ring_suite ());
}
