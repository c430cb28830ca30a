/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hostile compact JWS, one line each: everything that another tool might take, and that is no seal of ours. */
#include <string.h>

#include "np-base64url.h"
#include "np-json-read.h"
#include "np-jws.h"
#include "np-test.h"

#define TYP "test"

static NpKey *key;

static void
setup (void)
{
  key = np_key_new (NULL);
}

static void
teardown (void)
{
  g_clear_pointer (&key, np_key_free);
}

static char *
encode (const char *text)
{
  return np_base64url_encode ((const guint8 *) text, strlen (text));
}

/* KID, JWK, X and Y in a header stand for the key's own. */
static char *
filled (const char *text)
{
  g_autoptr (JsonObject) jwk = np_key_to_jwk (key);
  const char *x = json_object_get_string_member (jwk, "x"), *y = json_object_get_string_member (jwk, "y");
  g_autofree char *whole = g_strdup_printf ("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}", x, y);
  GString *string = g_string_new (text);

  g_string_replace (string, "KID", np_key_id (key), 0);
  g_string_replace (string, "JWK", whole, 0);
  g_string_replace (string, "$X", x, 0);
  g_string_replace (string, "$Y", y, 0);
  return g_string_free (string, FALSE);
}

/* A JWS that is signed as it should be, whatever it says. */
static char *
sealed (const char *header, const char *payload)
{
  g_autofree char *said = filled (header);
  g_autofree char *first = encode (said), *second = encode (payload);
  g_autofree char *input = g_strconcat (first, ".", second, NULL);
  g_autofree char *signature = np_key_sign (key, input, NULL);

  return g_strconcat (input, ".", signature, NULL);
}

#define GOOD "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}"

START_TEST (a_good_one_is_taken)
{
  static const char *const headers[]
      = { GOOD, "{ \"jwk\" : JWK , \"typ\":\"test\",\n\"kid\":\"KID\",\"alg\":\"\\u0045S256\"}" };
  g_autofree char *compact = sealed (headers[_i], "{\"a\":1}");
  g_autoptr (GError) error = NULL;
  g_autoptr (NpJws) jws = np_jws_open (compact, TYP, &error);

  ck_assert_msg (jws != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (np_key_id (jws->key), np_key_id (key));
}
END_TEST

static const struct
{
  const char *header, *payload;
} said[] = {
  /* algorithms */
  { "{\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"HS256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES384\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"es256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256K\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"RS256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"PS256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":[\"ES256\"],\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  /* members that change what is signed, or where the key comes from */
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"crit\":[\"b64\"],\"b64\":false}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"crit\":[]}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"crit\":[\"exp\"],\"exp\":1}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"b64\":true}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"jku\":\"https://needlepoint.example/\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"x5c\":[\"AA\"]}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"x5u\":\"https://needlepoint.example/\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"zip\":\"DEF\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"cty\":\"json\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":JWK,\"x\":\"y\"}", "{}" },
  /* the key and its name */
  { "{\"alg\":\"ES256\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID=\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"1\",\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":1,\"typ\":\"test\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":\"KID\"}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":[JWK]}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{}}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"$X\"}}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"$X\",\"y\":\"$X\"}}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"$X\",\"y\":\"$Y\",\"kid\":\"KID\"}}",
    "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"$X\",\"y\":\"$Y\",\"d\":\"$X\"}}",
    "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"test\",\"jwk\":{\"kty\":\"oct\",\"k\":\"$X\"}}", "{}" },
  /* the kind of statement */
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"JWT\",\"jwk\":JWK}", "{}" },
  { "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"TEST\",\"jwk\":JWK}", "{}" },
  /* not JSON as it is read here */
  { "[]", "{}" },
  { "", "{}" },
  { GOOD " ", "{}}" },
  { GOOD "{}", "{}" },
  { "\xef\xbb\xbf" GOOD, "{}" },
  { GOOD, "" },
  { GOOD, "[]" },
  { GOOD, "7" },
  { GOOD, "null" },
  { GOOD, "{\"a\":1,\"a\":2}" },
  { GOOD, "{\"a\":1.0}" },
  { GOOD, "{\"a\":null}" },
  { GOOD, "{\"a\":\"\xff\"}" },
};

START_TEST (what_is_said_otherwise_is_refused)
{
  g_autofree char *compact = sealed (said[_i].header, said[_i].payload);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpJws) jws = np_jws_open (compact, TYP, &error);

  ck_assert_msg (jws == NULL, "%s . %s was taken", said[_i].header, said[_i].payload);
  ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM));
}
END_TEST

/* ---- how it is written ---- */

typedef char *(*Spoil) (char **parts);

static char *
with_padding (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", parts[2], "==", NULL);
}

static char *
with_padded_payload (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], "=.", parts[2], NULL);
}

static char *
with_space (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", parts[2], "\n", NULL);
}

static char *
without_signature (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", NULL);
}

static char *
without_payload (char **parts)
{
  return g_strconcat (parts[0], "..", parts[2], NULL);
}

static char *
two_parts (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], NULL);
}

static char *
four_parts (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", parts[2], ".", parts[2], NULL);
}

static char *
five_parts (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", parts[2], ".AA.AA", NULL);
}

/* The last letter of 64 bytes carries four bits that mean nothing; each is set in turn. */
static char *
with_spare_bits (char **parts)
{
  char *last = parts[2] + strlen (parts[2]) - 1;

  *last = *last == 'A' ? 'B' : *last == 'Q' ? 'R' : *last == 'g' ? 'h' : 'x';
  return g_strjoinv (".", parts);
}

static char *
as_der (char **parts)
{
  g_autofree char *der = g_strconcat ("MEUCIQ", parts[2], NULL);

  return g_strconcat (parts[0], ".", parts[1], ".", der, NULL);
}

static char *
cut_short (char **parts)
{
  parts[2][strlen (parts[2]) - 4] = '\0';
  return g_strjoinv (".", parts);
}

static char *
doubled (char **parts)
{
  return g_strconcat (parts[0], ".", parts[1], ".", parts[2], "AA", NULL);
}

static char *
all_zero (char **parts)
{
  memset (parts[2], 'A', strlen (parts[2]));
  return g_strjoinv (".", parts);
}

static char *
empty (char **parts G_GNUC_UNUSED)
{
  return g_strdup ("");
}

static char *
dots (char **parts G_GNUC_UNUSED)
{
  return g_strdup ("..");
}

static const Spoil ways[] = { with_padding, with_padded_payload, with_space, without_signature, without_payload, two_parts,
                              four_parts,   five_parts,          with_spare_bits, as_der, cut_short, doubled, all_zero,
                              empty,        dots };

START_TEST (what_is_written_otherwise_is_refused)
{
  g_autofree char *compact = sealed (GOOD, "{\"a\":1}");
  g_auto (GStrv) parts = g_strsplit (compact, ".", 3);
  g_autofree char *spoilt = ways[_i](parts);

  ck_assert_ptr_null (np_jws_open (spoilt, TYP, NULL));
}
END_TEST

/* The other half of an ECDSA signature can be made without the key: it verifies, and its digest stays. */
START_TEST (the_digest_is_of_what_was_signed)
{
  g_autofree char *one = sealed (GOOD, "{\"a\":1}"), *two = sealed (GOOD, "{\"a\":1}"), *other = sealed (GOOD, "{\"a\":2}");
  g_autofree char *first = np_jws_digest (one), *second = np_jws_digest (two), *third = np_jws_digest (other);

  ck_assert_str_ne (one, two);
  ck_assert_str_eq (first, second);
  ck_assert_str_ne (first, third);
}
END_TEST

START_TEST (every_changed_letter_is_noticed)
{
  g_autofree char *compact = sealed (GOOD, "{\"a\":1}");

  for (gsize i = 0; compact[i] != '\0'; i++)
    for (guint bit = 0; bit < 7; bit++)
      {
        char before = compact[i];

        compact[i] ^= (char) (1 << bit);
        ck_assert_ptr_null (np_jws_open (compact, TYP, NULL));
        compact[i] = before;
      }
}
END_TEST

static Suite *
jws_suite (void)
{
  Suite *suite = suite_create ("jws");
  TCase *tcase = tcase_create ("jws");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, a_good_one_is_taken, 0, 2);
  tcase_add_loop_test (tcase, what_is_said_otherwise_is_refused, 0, G_N_ELEMENTS (said));
  tcase_add_loop_test (tcase, what_is_written_otherwise_is_refused, 0, G_N_ELEMENTS (ways));
  tcase_add_test (tcase, the_digest_is_of_what_was_signed);
  tcase_add_test (tcase, every_changed_letter_is_noticed);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return np_test_run (jws_suite ());
}
