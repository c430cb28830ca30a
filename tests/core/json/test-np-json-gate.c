/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strict reader takes and refuses, one line a document; each refused one with the place it must name. */

#include <string.h>

#include "np-json-gate.h"
#include "np-json-read.h"
#include "np-json-write.h"
#include "np-test.h"

#define TEXT(text) (text), sizeof (text) - 1

typedef struct
{
  const char *text;
  gsize length;
  const char *says; /* refused: "line:column: " and how the message begins; taken: its canonical form */
} Row;

static const Row refused[] = {
  /* not one document */
  { TEXT (""), "1:1: the file is empty" },
  { TEXT (" \n\t\r\n "), "1:1: the file is empty" },
  { TEXT ("{\"a\":1} {\"b\":2}"), "1:9: something follows" },
  { TEXT ("{\"a\":1}{}"), "1:8: something follows" },
  { TEXT ("{}\n\n  x"), "3:3: something follows" },
  { TEXT ("{},"), "1:3: something follows" },
  { TEXT ("{}}"), "1:3: something follows" },
  { TEXT ("[1][2]"), "1:1: an object" },
  { TEXT ("[]"), "1:1: an object" },
  { TEXT ("\"text\""), "1:1: an object" },
  { TEXT ("7"), "1:1: an object" },
  { TEXT ("true"), "1:1: an object" },
  { TEXT ("null"), "1:1: an object" },
  { TEXT ("\xef\xbb\xbf{}"), "1:1: a byte order mark" },
  { TEXT ("\xff\xfe{\0}\0"), "1:1: not UTF-8" },
  /* JavaScript, not JSON */
  { TEXT ("var x = {\"a\":1};"), "1:1: an object" },
  { TEXT ("{/* c */\"a\":1}"), "1:2: a name in double quotes" },
  { TEXT ("{\"a\":1 // c\n}"), "1:8: ',' or '}'" },
  { TEXT ("{\"a\":1} # c"), "1:9: something follows" },
  { TEXT ("{'a':1}"), "1:2: a name in double quotes" },
  { TEXT ("{\"a\":'b'}"), "1:6: a value" },
  { TEXT ("{a:1}"), "1:2: a name in double quotes" },
  { TEXT ("{1:1}"), "1:2: a name in double quotes" },
  { TEXT ("{\"a\":undefined}"), "1:6: a value" },
  { TEXT ("{\"a\":NaN}"), "1:6: a value" },
  { TEXT ("{\"a\":Infinity}"), "1:6: a value" },
  { TEXT ("{\"a\":-Infinity}"), "1:7: a digit" },
  { TEXT ("{\"a\":True}"), "1:6: a value" },
  { TEXT ("{\"a\":truely}"), "1:6: a value" },
  { TEXT ("{\"a\":tru}"), "1:6: a value" },
  { TEXT ("{\"a\":null}"), "1:6: null is not allowed" },
  { TEXT ("{\"a\":[1,null]}"), "1:9: null is not allowed" },
  /* commas, colons, brackets */
  { TEXT ("{"), "1:2: the text ends too early: a name" },
  { TEXT ("{\"a\""), "1:5: the text ends too early: ':'" },
  { TEXT ("{\"a\":"), "1:6: the text ends too early: a value" },
  { TEXT ("{\"a\":1"), "1:7: the text ends too early: ',' or '}'" },
  { TEXT ("{\"a\":1,"), "1:8: the text ends too early: a name" },
  { TEXT ("{\"a\":[1"), "1:8: the text ends too early: ',' or ']'" },
  { TEXT ("{\"a\":[1,"), "1:9: the text ends too early: a value" },
  { TEXT ("{\"a\":1,}"), "1:8: a name in double quotes" },
  { TEXT ("{,\"a\":1}"), "1:2: a name in double quotes" },
  { TEXT ("{\"a\":1,,\"b\":2}"), "1:8: a name in double quotes" },
  { TEXT ("{\"a\":[1,]}"), "1:9: a value" },
  { TEXT ("{\"a\":[,1]}"), "1:7: a value" },
  { TEXT ("{\"a\":[1 2]}"), "1:9: ',' or ']'" },
  { TEXT ("{\"a\":[1}"), "1:8: ',' or ']'" },
  { TEXT ("{\"a\":1]"), "1:7: ',' or '}'" },
  { TEXT ("{\"a\" 1}"), "1:6: ':'" },
  { TEXT ("{\"a\"::1}"), "1:6: a value" },
  { TEXT ("{\"a\":1 \"b\":2}"), "1:8: ',' or '}'" },
  { TEXT ("{\"a\"\f:1}"), "1:5: ':'" },
  { TEXT ("{\"a\":\xc2\xa0"
          "1}"),
    "1:6: a value" },
  /* names */
  { TEXT ("{\"a\":1,\"a\":2}"), "1:8: the name \"a\" stands twice" },
  { TEXT ("{\"a\":1,\n \"\\u0061\":2}"), "2:2: the name \"a\" stands twice" },
  { TEXT ("{\"x\":{\"b\":1,\"c\":2,\"b\":1}}"), "1:19: the name \"b\" stands twice" },
  { TEXT ("{\"\":1}"), "1:2: a name is not empty" },
  { TEXT ("{\"a\\nb\":1}"), "1:2: a name holds no line break" },
  { TEXT ("{\"a\\u0000b\":1}"), "1:4: the control character U+0000" },
  /* numbers */
  { TEXT ("{\"a\":010}"), "1:6: a number does not begin with 0" },
  { TEXT ("{\"a\":-01}"), "1:6: a number does not begin with 0" },
  { TEXT ("{\"a\":00}"), "1:6: a number does not begin with 0" },
  { TEXT ("{\"a\":0x1F}"), "1:7: ',' or '}'" },
  { TEXT ("{\"a\":+1}"), "1:6: a value" },
  { TEXT ("{\"a\":-}"), "1:7: a digit" },
  { TEXT ("{\"a\":--1}"), "1:7: a digit" },
  { TEXT ("{\"a\":- 1}"), "1:7: a digit" },
  { TEXT ("{\"a\":.5}"), "1:6: a value" },
  { TEXT ("{\"a\":2.}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":2.e3}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":0.1}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":1.0}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":1e2}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":1E400}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":-0}"), "1:6: -0 is not allowed" },
  { TEXT ("{\"a\":-0.0}"), "1:6: only whole numbers" },
  { TEXT ("{\"a\":9007199254740992}"), "1:6: the number is beyond" },
  { TEXT ("{\"a\":-9007199254740992}"), "1:6: the number is beyond" },
  { TEXT ("{\"a\":9223372036854775808}"), "1:6: the number is beyond" },
  { TEXT ("{\"a\":18446744073709551617}"), "1:6: the number is beyond" },
  { TEXT ("{\"a\":99999999999999999999}"), "1:6: the number is beyond" },
  { TEXT ("{\"a\":1_000}"), "1:7: ',' or '}'" },
  { TEXT ("{\"a\":1a}"), "1:7: ',' or '}'" },
  { TEXT ("{\"a\":\xd9\xa1}"), "1:6: a value" },
  /* strings */
  { TEXT ("{\"a\":\"b"), "1:6: this string is not closed" },
  { TEXT ("{\"a\":\"b\\\"}"), "1:6: this string is not closed" },
  { TEXT ("{\"a\":\"b\\"), "1:8: a backslash" },
  { TEXT ("{\"a\":\"\\x41\"}"), "1:7: a backslash" },
  { TEXT ("{\"a\":\"\\'\"}"), "1:7: a backslash" },
  { TEXT ("{\"a\":\"\\U0041\"}"), "1:7: a backslash" },
  { TEXT ("{\"a\":\"\\\xc3\xa9\"}"), "1:7: a backslash" },
  { TEXT ("{\"a\":\"\\u12\"}"), "1:7: \\u needs four" },
  { TEXT ("{\"a\":\"\\u12G4\"}"), "1:7: \\u needs four" },
  { TEXT ("{\"a\":\"\\u"), "1:7: \\u needs four" },
  { TEXT ("{\"a\":\"one\ntwo\"}"), "1:10: a line break" },
  { TEXT ("{\"a\":\"one\ttwo\"}"), "1:10: a line break" },
  { TEXT ("{\"a\":\"\x1f\"}"), "1:7: a line break" },
  { TEXT ("{\"a\":\"x\0y\"}"), "1:8: a NUL byte" },
  { TEXT ("{\"a\":1}\0"), "1:8: a NUL byte" },
  { TEXT ("{\"a\":\"x\\u0000y\"}"), "1:8: the control character U+0000" },
  { TEXT ("{\"a\":\"\\u001f\"}"), "1:7: the control character U+001F" },
  { TEXT ("{\"a\":\"\\r\\n\"}"), "1:7: the control character U+000D" },
  { TEXT ("{\"a\":\"\\b\"}"), "1:7: the control character U+0008" },
  { TEXT ("{\"a\":\"\\f\"}"), "1:7: the control character U+000C" },
  { TEXT ("{\"a\":\"\x7f\"}"), "1:7: the control character U+007F" },
  { TEXT ("{\"a\":\"\\u007F\"}"), "1:7: the control character U+007F" },
  { TEXT ("{\"a\":\"\xe2\x80\xae\"}"), "1:7: U+202E, which reverses" },
  { TEXT ("{\"a\":\"\\u202A\"}"), "1:7: U+202A, which reverses" },
  { TEXT ("{\"a\":\"\\ud800\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\udc00\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\ud800x\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\ud800\\n\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\ud800\\u0041\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\ud800\\ud800\"}"), "1:7: half of a surrogate pair" },
  { TEXT ("{\"a\":\"\\ud83d\\u"), "1:13: \\u needs four" },
  /* bytes */
  { TEXT ("{\"a\":\"\xff\"}"), "1:7: not UTF-8" },
  { TEXT ("{\"a\":\"\xc3\"}"), "1:7: not UTF-8" },
  { TEXT ("{\"a\":\"\xc0\x80\"}"), "1:7: not UTF-8" },
  { TEXT ("{\"a\":\"\xed\xa0\x80\"}"), "1:7: not UTF-8" },
  { TEXT ("{\"a\":\"\xf5\x80\x80\x80\"}"), "1:7: not UTF-8" },
  { TEXT ("{\"\xc3\xa9\xe6\x84\x8f\":\n\"\xc3\xa9\xe6\x84\x8f\", 5}"), "2:7: a name in double quotes" },
};

static const Row taken[] = {
  { TEXT ("{}"), "{}" },
  { TEXT (" \n{ }\r\n\t"), "{}" },
  { TEXT ("{\"a\":[]}"), "{\"a\":[]}" },
  { TEXT ("{\"a\":[ [ ] , { } ]}"), "{\"a\":[[],{}]}" },
  { TEXT ("{\"a\":true,\"b\":false}"), "{\"a\":true,\"b\":false}" },
  { TEXT ("{\"a\":0}"), "{\"a\":0}" },
  { TEXT ("{\"a\":-1}"), "{\"a\":-1}" },
  { TEXT ("{\"a\":9007199254740991}"), "{\"a\":9007199254740991}" },
  { TEXT ("{\"a\":-9007199254740991}"), "{\"a\":-9007199254740991}" },
  { TEXT ("{\"a\":\"\"}"), "{\"a\":\"\"}" },
  { TEXT ("{\"a\":\"\\\"\\\\\\/\"}"), "{\"a\":\"\\\"\\\\/\"}" },
  { TEXT ("{\"a\":\"one\\ntwo\\tthree\"}"), "{\"a\":\"one\\ntwo\\tthree\"}" },
  { TEXT ("{\"a\":\"\\u00e9\\u00E9\"}"), "{\"a\":\"\xc3\xa9\xc3\xa9\"}" },
  { TEXT ("{\"a\":\"\\u000a\\u0009\"}"), "{\"a\":\"\\n\\t\"}" },
  { TEXT ("{\"a\":\"\\ud83d\\ude00\"}"), "{\"a\":\"\xf0\x9f\x98\x80\"}" },
  { TEXT ("{\"a\":\"\\uDBFF\\uDFFF\"}"), "{\"a\":\"\xf4\x8f\xbf\xbf\"}" },
  { TEXT ("{\"a\":\"\xf0\x9f\x98\x80\"}"), "{\"a\":\"\xf0\x9f\x98\x80\"}" },
  { TEXT ("{\"a\":\"\\uffff\"}"), "{\"a\":\"\xef\xbf\xbf\"}" },
  { TEXT ("{\"a\":\"\\u2028\xe2\x81\xa6\"}"), "{\"a\":\"\xe2\x80\xa8\xe2\x81\xa6\"}" },
  { TEXT ("{\"a\":\"/* not a comment */\"}"), "{\"a\":\"/* not a comment */\"}" },
  { TEXT ("{\"a\":\"\\u0022,\\u005c\"}"), "{\"a\":\"\\\",\\\\\"}" },
  { TEXT ("{\"b\":{\"a\":1},\"a\":1}"), "{\"a\":1,\"b\":{\"a\":1}}" },
  { TEXT ("{\"a\":{\"x\":1},\"b\":{\"x\":1}}"), "{\"a\":{\"x\":1},\"b\":{\"x\":1}}" },
  { TEXT ("{\"true\":true,\"null\":\"null\"}"), "{\"null\":\"null\",\"true\":true}" },
};

static void
assert_refused (const char *text, gsize length, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *start = g_strdup_printf ("hostile.json:%s", says);
  g_autofree char *exact = g_memdup2 (text, length);

  root = np_json_read_bytes ("hostile.json", exact, length, &error);
  ck_assert_msg (root == NULL, "taken: %s", text);
  ck_assert (g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX));
  ck_assert_msg (g_str_has_prefix (error->message, start), "%s: %s, not %s", text, error->message, start);
}

START_TEST (is_refused) { assert_refused (refused[_i].text, refused[_i].length, refused[_i].says); }
END_TEST

START_TEST (is_taken)
{
  const Row *row = &taken[_i];
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (row->text, row->length);
  g_autoptr (JsonNode) root = np_json_read_bytes ("good.json", exact, row->length, &error);
  g_autofree char *canonical = NULL;

  ck_assert_msg (root != NULL, "%s: %s", row->text, error == NULL ? "" : error->message);
  canonical = np_json_write_canonical (root);
  ck_assert_str_eq (canonical, row->says);
}
END_TEST

/* A document cut at any byte is refused, and nothing beyond the cut is read. */
START_TEST (cut_anywhere)
{
  const char whole[] = "{\"a\":[1,{\"b\":\"\\ud83d\\ude00\\n\xc3\xa9\"},true],\"c\":-12}";

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *exact = g_memdup2 (whole, length);

      ck_assert_msg (!np_json_gate_check ("cut", exact, length, NULL), "cut at %zu", length);
    }
  ck_assert (np_json_gate_check ("whole", whole, sizeof whole - 1, NULL));
}
END_TEST

static GString *
nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new ("{\"a\":");

  for (guint i = 1; i < depth; i++)
    g_string_append (text, open);
  g_string_append_c (text, '1');
  for (guint i = 1; i < depth; i++)
    g_string_append (text, close);
  g_string_append_c (text, '}');
  return text;
}

START_TEST (depth)
{
  g_autoptr (GString) arrays = nested (NP_JSON_MAX_DEPTH, "[", "]");
  g_autoptr (GString) objects = nested (NP_JSON_MAX_DEPTH, "{\"b\":", "}");
  g_autoptr (GString) deeper = nested (NP_JSON_MAX_DEPTH + 1, "[", "]");
  g_autoptr (GString) deepest = nested (200000, "{\"b\":", "}");

  ck_assert (np_json_gate_check ("arrays", arrays->str, arrays->len, NULL));
  ck_assert (np_json_gate_check ("objects", objects->str, objects->len, NULL));
  assert_refused (deeper->str, deeper->len, "1:69: nested deeper than 64 levels");
  assert_refused (deepest->str, deepest->len, "1:321: nested deeper than 64 levels");
}
END_TEST

/* Siblings are not depth. */
START_TEST (many_siblings)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":[");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "[{}],");
  g_string_append (text, "1]}");
  ck_assert (np_json_gate_check ("siblings", text->str, text->len, NULL));
}
END_TEST

static GString *
members (guint count)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s\"m%u\":1", i == 0 ? "" : ",", i);
  g_string_append_c (text, '}');
  return text;
}

START_TEST (member_limit)
{
  g_autoptr (GString) most = members (NP_JSON_GATE_MAX_MEMBERS);
  g_autoptr (GString) more = members (NP_JSON_GATE_MAX_MEMBERS + 1);
  g_autoptr (GError) error = NULL;

  ck_assert (np_json_gate_check ("most", most->str, most->len, NULL));
  ck_assert (!np_json_gate_check ("more", more->str, more->len, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "more than 2048 members"));
}
END_TEST

static GString *
values (guint count)
{
  GString *text = g_string_new ("{\"a\":[1");

  /* the object, the array and its first number are three */
  for (guint i = 3; i < count; i++)
    g_string_append (text, ",1");
  g_string_append (text, "]}");
  return text;
}

START_TEST (value_limit)
{
  g_autoptr (GString) most = values (NP_JSON_GATE_MAX_VALUES);
  g_autoptr (GString) more = values (NP_JSON_GATE_MAX_VALUES + 1);
  g_autoptr (GError) error = NULL;

  ck_assert (np_json_gate_check ("most", most->str, most->len, NULL));
  ck_assert (!np_json_gate_check ("more", more->str, more->len, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "more than 250000 values"));
}
END_TEST

START_TEST (name_limit)
{
  g_autofree char *name = g_strnfill (NP_JSON_GATE_MAX_NAME, 'n');
  g_autofree char *most = g_strdup_printf ("{\"%s\":1}", name);
  g_autofree char *more = g_strdup_printf ("{\"%sn\":1}", name);

  ck_assert (np_json_gate_check ("most", most, strlen (most), NULL));
  assert_refused (more, strlen (more), "1:2: a name is longer than 256 bytes");
}
END_TEST

/* All names of an object have the same g_str_hash(): "Ab" and "BA" do, and so does what is made of them. */
static void
append_colliding_member (GString *text, guint number)
{
  g_string_append_c (text, '"');
  for (guint bit = 0; bit < 12; bit++)
    g_string_append (text, (number >> bit) & 1 ? "Ab" : "BA");
  g_string_append (text, "\":1,");
}

static GString *
colliding (guint count)
{
  GString *text = g_string_new ("{");

  for (guint member = 0; member < count; member++)
    append_colliding_member (text, member);
  g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '}');
  return text;
}

START_TEST (names_that_collide)
{
  g_autoptr (GString) most = colliding (NP_JSON_GATE_MAX_COLLISIONS + 1);
  g_autoptr (GString) more = colliding (NP_JSON_GATE_MAX_COLLISIONS + 2);
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (g_str_hash ("Ab"), g_str_hash ("BA"));
  ck_assert (np_json_gate_check ("most", most->str, most->len, NULL));
  ck_assert (!np_json_gate_check ("more", more->str, more->len, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "chosen to slow the reader down"));
}
END_TEST

/* Neither a huge number nor a huge string costs more than a moment. */
START_TEST (nothing_is_quadratic)
{
  g_autofree char *digits = g_strnfill (NP_JSON_MAX_BYTES - 100, '9');
  g_autofree char *number = g_strdup_printf ("{\"a\":%s}", digits);
  g_autofree char *text = g_strdup_printf ("{\"a\":\"%s\"}", digits);

  assert_refused (number, strlen (number), "1:6: the number is beyond");
  ck_assert (np_json_gate_check ("string", text, strlen (text), NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json-gate");
  TCase *cases = tcase_create ("documents");
  TCase *limits = tcase_create ("limits");

  tcase_add_loop_test (cases, is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (cases, is_taken, 0, G_N_ELEMENTS (taken));
  tcase_add_test (cases, cut_anywhere);
  suite_add_tcase (suite, cases);
  tcase_set_timeout (limits, 20); /* what is quadratic takes minutes; CK_TIMEOUT_MULTIPLIER stretches it */
  tcase_add_test (limits, depth);
  tcase_add_test (limits, many_siblings);
  tcase_add_test (limits, member_limit);
  tcase_add_test (limits, value_limit);
  tcase_add_test (limits, name_limit);
  tcase_add_test (limits, names_that_collide);
  tcase_add_test (limits, nothing_is_quadratic);
  suite_add_tcase (suite, limits);
  return np_test_run (suite);
}
