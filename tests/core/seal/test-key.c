/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: their names, their files, their passphrases, and how long a wrong one has to wait. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "np-base64url.h"
#include "np-json-read.h"
#include "np-key-file.h"
#include "np-practice.h"
#include "np-test.h"
#include "np-tries.h"

static char *folder;

static void
setup (void)
{
  folder = g_dir_make_tmp ("np-key-XXXXXX", NULL);
}

static void
teardown (void)
{
  np_practice_erase (folder);
  g_clear_pointer (&folder, g_free);
}

/* ---- base64url ---- */

static const struct
{
  const char *text;
  gssize length;   /* -1: refused */
} written[] = {
  { "", 0 },       { "AA", 1 },     { "AAA", 2 },    { "AAAA", 3 },   { "-_-_", 3 },   { "_w", 1 },     { "__8", 2 },
  { "A", -1 },     { "AAAAA", -1 }, { "AB", -1 },    { "AAB", -1 },   { "AA==", -1 },  { "AA=", -1 },   { "AAA=", -1 },
  { "+/+/", -1 },  { "AA AA", -1 }, { "AA\nAA", -1 }, { "AAAA\n", -1 }, { " AAAA", -1 }, { "AA.A", -1 },  { "AAÄ", -1 },
  { "_x", -1 },    { "=", -1 },     { "====", -1 },  { "AAAA====", -1 }, { "AA==AA", -1 },
};

START_TEST (base64url_is_strict)
{
  g_autoptr (GBytes) bytes = np_base64url_decode (written[_i].text);

  if (written[_i].length < 0)
    ck_assert_msg (bytes == NULL, "“%s” was taken", written[_i].text);
  else
    ck_assert_msg (bytes != NULL && (gssize) g_bytes_get_size (bytes) == written[_i].length, "“%s”", written[_i].text);
}
END_TEST

/* ---- public keys ---- */

/* RFC 7517, A.1, and RFC 6979, A.2.5 have public keys on this curve; the thumbprints are those that npm's jose computes. */
#define GOOD_X "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"
#define GOOD_Y "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
#define JWK(kty, crv, x, y) "{\"kty\":\"" kty "\",\"crv\":\"" crv "\",\"x\":\"" x "\",\"y\":\"" y "\"}"

static NpKey *
key_of (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = np_json_read_bytes ("jwk", text, strlen (text), NULL);

  ck_assert_ptr_nonnull (node);
  return np_key_from_jwk (json_node_get_object (node), error);
}

START_TEST (a_key_is_named_by_its_thumbprint)
{
  g_autoptr (NpKey) key = key_of (JWK ("EC", "P-256", GOOD_X, GOOD_Y), NULL);
  g_autofree char *fingerprint = NULL;

  ck_assert_ptr_nonnull (key);
  ck_assert_str_eq (np_key_id (key), "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
  fingerprint = np_key_fingerprint (np_key_id (key));
  ck_assert_str_eq (fingerprint, "727F 88FD 634C 0A57 A189 5A79 D62F F456 9384 356D 6EA4 47AB 03CB 046A 6E61 9FEB");
}
END_TEST

static const char *const not_keys[] = {
  "{}",
  JWK ("EC", "P-384", GOOD_X, GOOD_Y),
  JWK ("OKP", "P-256", GOOD_X, GOOD_Y),
  JWK ("ec", "P-256", GOOD_X, GOOD_Y),
  JWK ("EC", "P-256", GOOD_X, GOOD_X),                                            /* not on the curve */
  JWK ("EC", "P-256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
  JWK ("EC", "P-256", "__________________________________________8", GOOD_Y),     /* beyond the field */
  JWK ("EC", "P-256", GOOD_X "=", GOOD_Y),
  JWK ("EC", "P-256", "AKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4A", GOOD_Y),
  JWK ("EC", "P-256", "", GOOD_Y),
  "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" GOOD_X "\"}",
  "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" GOOD_X "\",\"y\":7}",
  "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" GOOD_X "\",\"y\":[\"" GOOD_Y "\"]}",
  "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" GOOD_X "\",\"y\":\"" GOOD_Y "\",\"d\":\"AA\"}",
  "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" GOOD_X "\",\"y\":\"" GOOD_Y "\",\"alg\":\"ES256\"}",
};

START_TEST (what_is_no_key_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKey) key = key_of (not_keys[_i], &error);

  ck_assert_msg (key == NULL, "%s was taken", not_keys[_i]);
  ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM));
}
END_TEST

START_TEST (signs_and_tells_its_own_from_others)
{
  g_autoptr (NpKey) key = np_key_new (NULL), other = np_key_new (NULL);
  g_autofree char *text = np_key_sign (key, "text", NULL);
  g_autoptr (GBytes) signature = np_base64url_decode (text);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (signature, 0, 63);
  g_autoptr (GBytes) zero = g_bytes_new_take (g_malloc0 (64), 64);

  ck_assert_uint_eq (g_bytes_get_size (signature), 64);
  ck_assert (np_key_signed (key, "text", 4, signature));
  ck_assert (!np_key_signed (key, "texts", 5, signature));
  ck_assert (!np_key_signed (key, "text", 3, signature));
  ck_assert (!np_key_signed (other, "text", 4, signature));
  ck_assert (!np_key_signed (key, "text", 4, cut));
  ck_assert (!np_key_signed (key, "text", 4, zero));
}
END_TEST

/* ---- files ---- */

static NpSecret *
secret (const char *text)
{
  return np_secret_new (text, strlen (text));
}

static char *
saved (const NpKey *key, const char *passphrase)
{
  g_autoptr (NpSecret) kept = passphrase == NULL ? NULL : secret (passphrase);
  char *path = g_build_filename (folder, "keys", "key.pem", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (np_key_file_save (path, key, kept, &error), "%s", error != NULL ? error->message : "");
  return path;
}

START_TEST (a_key_comes_back_with_its_passphrase_only)
{
  g_autoptr (NpKey) key = np_key_new (NULL);
  g_autofree char *path = saved (key, "sample passphrase – ü");
  g_autoptr (NpSecret) right = secret ("sample passphrase – ü"), wrong = secret ("sample passphrase – u");
  g_autoptr (GError) error = NULL, plain = NULL;
  g_autoptr (NpKey) back = np_key_file_open (path, right, NULL), none = np_key_file_open (path, wrong, &error);
  g_autoptr (NpKey) bare = np_key_file_open (path, NULL, &plain);

  ck_assert_ptr_nonnull (back);
  ck_assert_str_eq (np_key_id (back), np_key_id (key));
  ck_assert_ptr_null (none);
  ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_PASSPHRASE));
  ck_assert_ptr_null (bare);
  ck_assert (g_error_matches (plain, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM));
}
END_TEST

/* Looked at by libcrypto's own tool, where it is there: nobody's word is taken for how the file is encrypted. */
START_TEST (a_file_is_encrypted_with_scrypt)
{
  g_autoptr (NpKey) key = np_key_new (NULL);
  g_autofree char *path = saved (key, "sample passphrase");
  g_autofree char *tool = g_find_program_in_path ("openssl");
  g_autofree char *text = NULL, *parsed = NULL;
  struct stat about;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert (g_str_has_prefix (text, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
  ck_assert_int_eq (g_stat (path, &about), 0);
  ck_assert_int_eq (about.st_mode & 07777, 0600);
  if (tool == NULL)
    return;
  ck_assert (g_spawn_sync (NULL, (char *[]) { tool, (char *) "asn1parse", (char *) "-in", path, NULL }, NULL,
                           G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &parsed, NULL, NULL, NULL));
  ck_assert_msg (strstr (parsed, ":PBES2") != NULL && strstr (parsed, ":scrypt") != NULL
                     && strstr (parsed, "INTEGER           :4000") != NULL && strstr (parsed, ":aes-256-cbc") != NULL,
                 "%s", parsed);
}
END_TEST

START_TEST (a_desk_key_needs_no_passphrase)
{
  g_autoptr (NpKey) key = np_key_new (NULL);
  g_autofree char *path = saved (key, NULL);
  g_autoptr (NpKey) back = np_key_file_open (path, NULL, NULL);

  ck_assert_ptr_nonnull (back);
  ck_assert_str_eq (np_key_id (back), np_key_id (key));
}
END_TEST

START_TEST (a_key_is_never_replaced)
{
  g_autoptr (NpKey) key = np_key_new (NULL), other = np_key_new (NULL);
  g_autofree char *path = saved (key, NULL);

  ck_assert (!np_key_file_save (path, other, NULL, NULL));
}
END_TEST

START_TEST (a_file_open_to_all_is_refused)
{
  g_autoptr (NpKey) key = np_key_new (NULL);
  g_autofree char *path = saved (key, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_chmod (path, 0644), 0);
  ck_assert_ptr_null (np_key_file_open (path, NULL, &error));
  ck_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED));
}
END_TEST

/* Made by libcrypto's tool: another curve, and the ways to encrypt that this program does not use. */
static const struct
{
  const char *make;
  gboolean encrypted;
} foreign[] = {
  { "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out \"$0\"", FALSE },
  { "openssl genpkey -algorithm ED25519 -out \"$0\"", FALSE },
  { "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | openssl pkcs8 -topk8 -passout pass:sample -out \"$0\"", TRUE },
  { "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | openssl pkcs8 -topk8 -scrypt -scrypt_N 1024 -passout "
    "pass:sample -out \"$0\"",
    TRUE },
  { "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | openssl pkcs8 -topk8 -scrypt -v2 aes-128-cbc -passout "
    "pass:sample -out \"$0\"",
    TRUE },
  { "printf '%s\\n' '-----BEGIN ENCRYPTED PRIVATE KEY-----' MAA= '-----END ENCRYPTED PRIVATE KEY-----' >\"$0\"", TRUE },
  { "printf '%s\\n' '-----BEGIN PRIVATE KEY-----' MAA= '-----END PRIVATE KEY-----' >\"$0\"", FALSE },
  { ": >\"$0\"", FALSE },
  { "head -c 100000 /dev/zero >\"$0\"", TRUE },
};

START_TEST (foreign_keys_are_refused)
{
  g_autofree char *path = g_build_filename (folder, "foreign.pem", NULL);
  g_autofree char *tool = g_find_program_in_path ("openssl");
  g_autoptr (NpSecret) passphrase = secret ("sample");
  g_autoptr (GError) error = NULL;

  if (tool == NULL)
    return;
  ck_assert (g_spawn_sync (NULL, (char *[]) { (char *) "sh", (char *) "-c", (char *) foreign[_i].make, path, NULL }, NULL,
                           G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL));
  ck_assert_int_eq (g_chmod (path, 0600), 0);
  ck_assert_ptr_null (np_key_file_open (path, foreign[_i].encrypted ? passphrase : NULL, &error));
  ck_assert_msg (error->domain == NP_SEAL_ERROR ? error->code == NP_SEAL_ERROR_FORM : error->domain == G_IO_ERROR, "%s",
                 error->message);
}
END_TEST

/* ---- passphrases ---- */

START_TEST (a_passphrase_is_the_first_line)
{
  static const char *const lines[][2] = { { "sample", "sample" }, { "sample\n", "sample" }, { "sample\r\n", "sample" },
                                          { "two words \nmore", "two words " }, { "", "" }, { "\nmore", "" } };
  int ends[2];
  g_autoptr (NpSecret) line = NULL;

  ck_assert_int_eq (pipe (ends), 0);
  ck_assert_int_eq (write (ends[1], lines[_i][0], strlen (lines[_i][0])), (gssize) strlen (lines[_i][0]));
  close (ends[1]);
  line = np_secret_read_line (ends[0], NULL);
  ck_assert_str_eq (np_secret_bytes (line), lines[_i][1]);
  ck_assert_uint_eq (np_secret_length (line), strlen (lines[_i][1]));
  close (ends[0]);
}
END_TEST

START_TEST (wrong_passphrases_have_to_wait)
{
  g_autoptr (NpClock) clock = np_clock_new_fixed (NP_PRACTICE_NOW, 1);
  g_autoptr (NpKey) key = np_key_new (NULL), back = NULL;
  g_autofree char *path = saved (key, "right");
  g_autoptr (NpSecret) right = secret ("right"), wrong = secret ("wrong");
  static const guint waits[] = { 0, 0, 5, 10, 20, 40, 80, 160, 300, 300 };
  NpTries tries = { 0 };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (np_tries_open (&tries, clock, path, wrong, &error));
      ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_PASSPHRASE));
      ck_assert_uint_eq (np_tries_wait (&tries, clock), waits[i]);
      np_clock_advance (clock, waits[i]);
    }
  for (guint i = 4; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (GDateTime) now = clock->now (clock->data);

      tries = (NpTries) { .wrong = i + 1, .last = g_date_time_to_unix (now) };
      ck_assert_uint_eq (np_tries_wait (&tries, clock), waits[i]);
    }
  {
    g_autoptr (GError) error = NULL;

    ck_assert_ptr_null (np_tries_open (&tries, clock, path, right, &error));
    ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_TOO_SOON));
  }
  np_clock_advance (clock, -100000);
  ck_assert_uint_eq (np_tries_wait (&tries, clock), 300);
  np_clock_advance (clock, 100300);
  back = np_tries_open (&tries, clock, path, right, NULL);
  ck_assert_ptr_nonnull (back);
  ck_assert_uint_eq (tries.wrong, 0);
}
END_TEST

static Suite *
key_suite (void)
{
  Suite *suite = suite_create ("key");
  TCase *keys = tcase_create ("keys");
  TCase *files = tcase_create ("files");

  tcase_add_loop_test (keys, base64url_is_strict, 0, G_N_ELEMENTS (written));
  tcase_add_test (keys, a_key_is_named_by_its_thumbprint);
  tcase_add_loop_test (keys, what_is_no_key_is_refused, 0, G_N_ELEMENTS (not_keys));
  tcase_add_test (keys, signs_and_tells_its_own_from_others);
  tcase_add_loop_test (keys, a_passphrase_is_the_first_line, 0, 6);
  suite_add_tcase (suite, keys);
  tcase_add_checked_fixture (files, setup, teardown);
  tcase_set_timeout (files, 60);
  tcase_add_test (files, a_key_comes_back_with_its_passphrase_only);
  tcase_add_test (files, a_file_is_encrypted_with_scrypt);
  tcase_add_test (files, a_desk_key_needs_no_passphrase);
  tcase_add_test (files, a_key_is_never_replaced);
  tcase_add_test (files, a_file_open_to_all_is_refused);
  tcase_add_loop_test (files, foreign_keys_are_refused, 0, G_N_ELEMENTS (foreign));
  tcase_add_test (files, wrong_passphrases_have_to_wait);
  suite_add_tcase (suite, files);
  return suite;
}

int
main (void)
{
  return np_test_run (key_suite ());
}
