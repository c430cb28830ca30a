/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-test.h"

static const struct
{
  const char *typed;
  const char *clean;
  gboolean dropped;
} rows[] = {
  { "", "", FALSE },
  { "plain", "plain", FALSE },
  { "one\r\ntwo", "one\ntwo", FALSE },
  { "one\rtwo\r", "one\ntwo\n", FALSE },
  { "\r\r\n\n", "\n\n\n", FALSE },
  { "tab\tstays", "tab\tstays", FALSE },
  { "e\xcc\x81", "\xc3\xa9", FALSE },
  { "\xe2\x84\xab", "\xc3\x85", FALSE },
  { "\xef\xac\x81", "\xef\xac\x81", FALSE },
  { "a\x01"
    "b\x1f"
    "c\x7f",
    "abc", TRUE },
  { "a\f\v\bb", "ab", TRUE },
  { "\xe2\x80\xaa\xe2\x80\xabx\xe2\x80\xac\xe2\x80\xad\xe2\x80\xae", "x", TRUE },
  { "\xe2\x81\xa6isolate\xe2\x81\xa9", "\xe2\x81\xa6isolate\xe2\x81\xa9", FALSE },
  { "e\x01\xcc\x81", "\xc3\xa9", TRUE },
  { "bad \xff byte", "bad \xef\xbf\xbd byte", TRUE },
  { "cut \xe2\x80", "cut \xef\xbf\xbd\xef\xbf\xbd", TRUE },
  { "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", FALSE },
};

START_TEST (cleaned)
{
  gboolean dropped = !rows[_i].dropped;
  gboolean again = TRUE;
  g_autofree char *clean = np_json_clean_text (rows[_i].typed, &dropped);
  g_autofree char *twice = np_json_clean_text (clean, &again);

  ck_assert_str_eq (clean, rows[_i].clean);
  ck_assert_int_eq (dropped, rows[_i].dropped);
  ck_assert_str_eq (twice, clean);
  ck_assert (!again);
}
END_TEST

/* Whatever character is typed, the file that holds it can be read again. */
START_TEST (every_character_can_be_saved)
{
  for (gunichar character = 1; character <= 0x10ffff; character += character < 0x3000 ? 1 : 97)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
      g_autoptr (JsonNode) back = NULL;
      char typed[7] = { 0 };
      g_autofree char *clean = NULL;
      g_autofree char *text = NULL;

      g_unichar_to_utf8 (character, typed);
      clean = np_json_clean_text (typed, NULL);
      json_object_set_string_member (object, "a", clean);
      text = np_json_write_pretty (node);
      back = np_json_read_bytes ("back", text, strlen (text), NULL);
      ck_assert_msg (back != NULL, "U+%04X", character);
      ck_assert_str_eq (json_object_get_string_member (json_node_get_object (back), "a"), clean);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json-clean");
  TCase *cases = tcase_create ("text");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, cleaned, 0, G_N_ELEMENTS (rows));
  tcase_add_test (cases, every_character_can_be_saved);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
