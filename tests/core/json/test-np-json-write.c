/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-test.h"

static const struct
{
  const char *text;
  const char *canonical;
} forms[] = {
  { "{ }", "{}" },
  { "{\"b\": 1, \"a\": [ ], \"B\": { } }", "{\"B\":{},\"a\":[],\"b\":1}" },
  { "{\"a\":1,\"ab\":2,\"a-\":3,\"aa\":4}", "{\"a\":1,\"a-\":3,\"aa\":4,\"ab\":2}" },
  { "{\"10\":1,\"9\":2}", "{\"10\":1,\"9\":2}" },
  { "{\"z\":[3, 2, 1, {\"y\":true, \"x\":false}]}", "{\"z\":[3,2,1,{\"x\":false,\"y\":true}]}" },
  { "{\"a\":\"\\/ \\\" \\\\ \\n \\t\"}", "{\"a\":\"/ \\\" \\\\ \\n \\t\"}" },
  { "{\"a\":\"\\u20ac \\u00f6\"}", "{\"a\":\"\xe2\x82\xac \xc3\xb6\"}" },
  { "{\"a\":\"\\u2028</script>\"}", "{\"a\":\"\xe2\x80\xa8</script>\"}" },
  { "{\"a\":9007199254740991,\"b\":-9007199254740991}", "{\"a\":9007199254740991,\"b\":-9007199254740991}" },
  /* RFC 8785, 3.2.3: the order is that of UTF-16 */
  { "{\"\\u20ac\":1,\"\\ufb33\":2,\"1\":3,\"\\ud83d\\ude00\":4,\"\\u0080\":5,\"\\u00f6\":6}",
    "{\"1\":3,\"\xc2\x80\":5,\"\xc3\xb6\":6,\"\xe2\x82\xac\":1,\"\xf0\x9f\x98\x80\":4,\"\xef\xac\xb3\":2}" },
  { "{\"\\ud800\\udc01\":1,\"\\ud800\\udc00\":2,\"\\ue000\":3,\"\\ud7ff\":4}",
    "{\"\xed\x9f\xbf\":4,\"\xf0\x90\x80\x80\":2,\"\xf0\x90\x80\x81\":1,\"\xee\x80\x80\":3}" },
};

static JsonNode *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = np_json_read_bytes ("text", text, strlen (text), &error);

  ck_assert_msg (node != NULL, "%s", error == NULL ? "" : error->message);
  return node;
}

START_TEST (canonical)
{
  g_autoptr (JsonNode) node = read_text (forms[_i].text);
  g_autofree char *text = np_json_write_canonical (node);

  ck_assert_str_eq (text, forms[_i].canonical);
}
END_TEST

/* What is written for people reads back as the same document. */
START_TEST (pretty_and_back)
{
  g_autoptr (JsonNode) node = read_text (forms[_i].text);
  g_autofree char *pretty = np_json_write_pretty (node);
  g_autoptr (JsonNode) back = read_text (pretty);
  g_autofree char *text = np_json_write_canonical (back);

  ck_assert_str_eq (text, forms[_i].canonical);
}
END_TEST

START_TEST (pretty)
{
  g_autoptr (JsonNode) node = read_text ("{\"b\":[],\"a\":{},\"o\":{\"s\":\"x\\ny\",\"n\":[1,-2,3],\"m\":[1,\"x\"],"
                                         "\"strokes\":[[1,2],[3]]},\"t\":true}");
  g_autofree char *text = np_json_write_pretty (node);

  ck_assert_str_eq (text, "{\n"
                          "  \"b\": [],\n"
                          "  \"a\": {},\n"
                          "  \"o\": {\n"
                          "    \"s\": \"x\\ny\",\n"
                          "    \"n\": [1, -2, 3],\n"
                          "    \"m\": [\n"
                          "      1,\n"
                          "      \"x\"\n"
                          "    ],\n"
                          "    \"strokes\": [\n"
                          "      [1, 2],\n"
                          "      [3]\n"
                          "    ]\n"
                          "  },\n"
                          "  \"t\": true\n"
                          "}\n");
}
END_TEST

/* sha256sum of the canonical form, computed elsewhere */
START_TEST (digest)
{
  g_autoptr (JsonNode) empty = read_text ("{}");
  g_autoptr (JsonNode) node = read_text ("{\"b\": 2, \"a\": \"\\u00e9\"}");
  g_autofree char *of_empty = np_json_digest (empty);
  g_autofree char *of_node = np_json_digest (node);

  ck_assert_str_eq (of_empty, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  ck_assert_str_eq (of_node, "06c264c46ad5ada9493abd3aa2383fb205ae99d7d0bad40b03a43bfec8a1b8de");
}
END_TEST

START_TEST (control_characters)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;

  json_node_init_string (node, "\x01\b\f\r\x1f\x7f");
  text = np_json_write_canonical (node);
  ck_assert_str_eq (text, "\"\\u0001\\b\\f\\r\\u001f\x7f\"");
}
END_TEST

static void
write_what_no_record_holds (JsonNode *node)
{
  g_autofree char *text = np_json_write_canonical (node);

  ck_abort_msg ("written: %s", text);
}

START_TEST (a_fraction_is_a_mistake) { write_what_no_record_holds (json_node_init_double (json_node_alloc (), 0.5)); }
END_TEST

START_TEST (null_is_a_mistake) { write_what_no_record_holds (json_node_init_null (json_node_alloc ())); }
END_TEST

START_TEST (a_huge_integer_is_a_mistake)
{
  write_what_no_record_holds (json_node_init_int (json_node_alloc (), G_GINT64_CONSTANT (9007199254740992)));
}
END_TEST

START_TEST (bad_utf8_is_a_mistake) { write_what_no_record_holds (json_node_init_string (json_node_alloc (), "\xff")); }
END_TEST

START_TEST (put)
{
  static const char *const some[] = { "x", "y", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  JsonObject *full = json_object_new ();
  g_autofree char *text = NULL;

  np_json_put_int (full, "n", 0);
  np_json_put_bool (full, "b", FALSE);
  np_json_put_string (object, "text", "value");
  np_json_put_string (object, "empty", "");
  np_json_put_string (object, "null", NULL);
  np_json_put_object (object, "full", full);
  np_json_put_object (object, "empty-object", json_object_new ());
  np_json_put_object (object, "null-object", NULL);
  np_json_put_array (object, "empty-array", json_array_new ());
  np_json_put_array (object, "null-array", NULL);
  np_json_put_strings (object, "some", some);
  np_json_put_strings (object, "none", none);
  np_json_put_strings (object, "null-strings", NULL);
  text = np_json_write_canonical (node);
  ck_assert_str_eq (text,
                    "{\"empty-array\":[],\"full\":{\"b\":false,\"n\":0},\"some\":[\"x\",\"y\"],\"text\":\"value\"}");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json-write");
  TCase *cases = tcase_create ("forms");

  tcase_add_loop_test (cases, canonical, 0, G_N_ELEMENTS (forms));
  tcase_add_loop_test (cases, pretty_and_back, 0, G_N_ELEMENTS (forms));
  tcase_add_test (cases, pretty);
  tcase_add_test (cases, digest);
  tcase_add_test (cases, control_characters);
  tcase_add_test_raise_signal (cases, a_fraction_is_a_mistake, SIGTRAP);
  tcase_add_test_raise_signal (cases, null_is_a_mistake, SIGTRAP);
  tcase_add_test_raise_signal (cases, a_huge_integer_is_a_mistake, SIGTRAP);
  tcase_add_test_raise_signal (cases, bad_utf8_is_a_mistake, SIGTRAP);
  tcase_add_test (cases, put);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
