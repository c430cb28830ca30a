/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "np-json-read.h"
#include "np-json-view.h"
#include "np-test.h"

static const char document[] = "{"
                               "\"text\":\"word\",\"empty\":\"\",\"number\":7,\"yes\":true,"
                               "\"object\":{\"inner\":[1,\"two\",{\"deep\":false}]},"
                               "\"list\":[\"a\",\"b\"],"
                               "\"a/b\":{\"m~n\":{\"~1\":1}}"
                               "}";

static JsonNode *node;
static NpProblems *problems;

static void
read_document (void)
{
  node = np_json_read_bytes ("doc", document, sizeof document - 1, NULL);
  ck_assert_ptr_nonnull (node);
  problems = np_problems_new ();
}

static void
free_document (void)
{
  g_clear_pointer (&problems, np_problems_free);
  g_clear_pointer (&node, json_node_unref);
}

static NpJsonView
root_view (void)
{
  return np_json_view_root (node, "doc", problems);
}

static void
assert_only_problem (const char *line)
{
  ck_assert_uint_eq (np_problems_count (problems), 1);
  ck_assert_str_eq (np_problems_line (problems, 0), line);
}

START_TEST (right_types)
{
  NpJsonView root = root_view ();
  static const char *const words[] = { "other", "word", NULL };
  NpJsonView object = np_json_view_need_object (&root, "object");
  NpJsonView inner = np_json_view_need_array (&object, "inner");
  NpJsonView element = np_json_view_element (&inner, 1);
  NpJsonView last = np_json_view_element (&inner, 2);

  ck_assert_str_eq (np_json_view_need_string (&root, "text"), "word");
  ck_assert_str_eq (np_json_view_opt_string (&root, "text", "x"), "word");
  ck_assert_str_eq (np_json_view_need_string (&root, "empty"), "");
  ck_assert_int_eq (np_json_view_need_int (&root, "number", 7, 7), 7);
  ck_assert_int_eq (np_json_view_opt_int (&root, "number", 0, 10, 3), 7);
  ck_assert (np_json_view_need_bool (&root, "yes"));
  ck_assert (np_json_view_opt_bool (&root, "yes", FALSE));
  ck_assert_int_eq (np_json_view_need_word (&root, "text", words), 1);
  ck_assert_int_eq (np_json_view_opt_word (&root, "text", words, 0), 1);
  ck_assert_uint_eq (np_json_view_length (&inner), 3);
  ck_assert_str_eq (np_json_view_string (&element), "two");
  ck_assert (!np_json_view_need_bool (&last, "deep"));
  ck_assert (np_problems_none (problems, NULL));
}
END_TEST

START_TEST (absent_is_fine)
{
  NpJsonView root = root_view ();
  static const char *const words[] = { "word", NULL };
  NpJsonView object = np_json_view_opt_object (&root, "none");
  NpJsonView array = np_json_view_opt_array (&root, "none");

  ck_assert_ptr_null (np_json_view_opt_string (&root, "none", NULL));
  ck_assert_str_eq (np_json_view_opt_string (&root, "none", "x"), "x");
  ck_assert_int_eq (np_json_view_opt_int (&root, "none", 0, 10, -1), -1);
  ck_assert (np_json_view_opt_bool (&root, "none", TRUE));
  ck_assert_int_eq (np_json_view_opt_word (&root, "none", words, 5), 5);
  ck_assert (!np_json_view_exists (&object));
  ck_assert (!np_json_view_exists (&array));
  ck_assert_uint_eq (np_json_view_length (&array), 0);
  ck_assert (np_json_view_has (&root, "text"));
  ck_assert (!np_json_view_has (&root, "none"));
  ck_assert (np_problems_none (problems, NULL));
}
END_TEST

typedef struct
{
  const char *name;
  char getter; /* s string, i integer from 1 to 5, b boolean, w word, o object, a array; upper case: optional */
  const char *line;
} Wrong;

static const Wrong wrong[] = {
  { "none", 's', "doc: /none: this member is missing" },
  { "none", 'i', "doc: /none: this member is missing" },
  { "none", 'b', "doc: /none: this member is missing" },
  { "none", 'w', "doc: /none: this member is missing" },
  { "none", 'o', "doc: /none: this member is missing" },
  { "none", 'a', "doc: /none: this member is missing" },
  { "number", 's', "doc: /number: a string is expected here" },
  { "number", 'S', "doc: /number: a string is expected here" },
  { "yes", 's', "doc: /yes: a string is expected here" },
  { "list", 's', "doc: /list: a string is expected here" },
  { "text", 'i', "doc: /text: a whole number is expected here" },
  { "yes", 'I', "doc: /yes: a whole number is expected here" },
  { "number", 'i', "doc: /number: a whole number from 1 to 5 is expected here" },
  { "number", 'I', "doc: /number: a whole number from 1 to 5 is expected here" },
  { "text", 'b', "doc: /text: true or false is expected here" },
  { "number", 'B', "doc: /number: true or false is expected here" },
  { "text", 'w', "doc: /text: one of these words is expected here: one, two" },
  { "text", 'W', "doc: /text: one of these words is expected here: one, two" },
  { "number", 'W', "doc: /number: one of these words is expected here: one, two" },
  { "list", 'o', "doc: /list: an object is expected here" },
  { "text", 'O', "doc: /text: an object is expected here" },
  { "object", 'a', "doc: /object: an array is expected here" },
  { "text", 'A', "doc: /text: an array is expected here" },
};

static void
ask (const NpJsonView *root, const Wrong *row)
{
  static const char *const words[] = { "one", "two", NULL };
  NpJsonView part;

  switch (row->getter)
    {
    case 's':
      ck_assert_str_eq (np_json_view_need_string (root, row->name), "");
      return;
    case 'S':
      ck_assert_str_eq (np_json_view_opt_string (root, row->name, "x"), "x");
      return;
    case 'i':
      ck_assert_int_eq (np_json_view_need_int (root, row->name, 1, 5), 1);
      return;
    case 'I':
      ck_assert_int_eq (np_json_view_opt_int (root, row->name, 1, 5, 9), 9);
      return;
    case 'b':
      ck_assert (!np_json_view_need_bool (root, row->name));
      return;
    case 'B':
      ck_assert (np_json_view_opt_bool (root, row->name, TRUE));
      return;
    case 'w':
      ck_assert_int_eq (np_json_view_need_word (root, row->name, words), -1);
      return;
    case 'W':
      ck_assert_int_eq (np_json_view_opt_word (root, row->name, words, 0), -1);
      return;
    case 'o':
      part = np_json_view_need_object (root, row->name);
      break;
    case 'O':
      part = np_json_view_opt_object (root, row->name);
      break;
    case 'a':
      part = np_json_view_need_array (root, row->name);
      break;
    default:
      part = np_json_view_opt_array (root, row->name);
    }
  ck_assert (!np_json_view_exists (&part));
  ck_assert_uint_eq (np_json_view_length (&part), 0);
}

START_TEST (wrong_types)
{
  NpJsonView root = root_view ();

  ask (&root, &wrong[_i]);
  assert_only_problem (wrong[_i].line);
}
END_TEST

/* One missing object is one problem, however much is asked of it. */
START_TEST (no_avalanche)
{
  NpJsonView root = root_view ();
  NpJsonView none = np_json_view_need_object (&root, "none");
  NpJsonView below = np_json_view_need_object (&none, "below");
  NpJsonView list = np_json_view_need_array (&below, "list");
  NpJsonView first = np_json_view_element (&list, 0);

  ck_assert_str_eq (np_json_view_need_string (&below, "text"), "");
  ck_assert_str_eq (np_json_view_string (&first), "");
  np_json_view_only (&none, "a", NULL);
  assert_only_problem ("doc: /none: this member is missing");
}
END_TEST

START_TEST (an_element_that_is_no_object)
{
  NpJsonView root = root_view ();
  NpJsonView list = np_json_view_need_array (&root, "list");
  NpJsonView element = np_json_view_element (&list, 1);

  np_json_view_only (&element, "id", NULL);
  ck_assert_str_eq (np_json_view_need_string (&element, "id"), "");
  ck_assert_int_eq (np_json_view_need_int (&element, "count", 0, 1), 0);
  assert_only_problem ("doc: /list/1: an object is expected here");
}
END_TEST

START_TEST (pointers_are_escaped)
{
  NpJsonView root = root_view ();
  NpJsonView slash = np_json_view_need_object (&root, "a/b");
  NpJsonView tilde = np_json_view_need_object (&slash, "m~n");
  NpJsonView both = np_json_view_member (&tilde, "~1");
  g_autofree char *pointer = np_json_view_pointer (&both);
  g_autofree char *whole = np_json_view_pointer (&root);

  ck_assert_str_eq (pointer, "/a~1b/m~0n/~01");
  ck_assert_str_eq (whole, "");
  ck_assert_str_eq (np_json_view_need_string (&tilde, "~1"), "");
  assert_only_problem ("doc: /a~1b/m~0n/~01: a string is expected here");
}
END_TEST

START_TEST (deep_pointer)
{
  NpJsonView root = root_view ();
  NpJsonView object = np_json_view_need_object (&root, "object");
  NpJsonView inner = np_json_view_need_array (&object, "inner");
  NpJsonView last = np_json_view_element (&inner, 2);

  np_json_view_need_int (&last, "deep", 0, 1);
  assert_only_problem ("doc: /object/inner/2/deep: a whole number is expected here");
}
END_TEST

START_TEST (beyond_the_end)
{
  NpJsonView root = root_view ();
  NpJsonView list = np_json_view_need_array (&root, "list");
  NpJsonView element = np_json_view_element (&list, 2);

  ck_assert (!np_json_view_exists (&element));
  ck_assert (np_problems_none (problems, NULL));
}
END_TEST

START_TEST (only)
{
  NpJsonView root = root_view ();

  np_json_view_only (&root, "text", "empty", "number", "yes", "object", NULL);
  ck_assert_uint_eq (np_problems_count (problems), 2);
  ck_assert_str_eq (np_problems_line (problems, 0), "doc: /list: this member is not known here");
  ck_assert_str_eq (np_problems_line (problems, 1), "doc: /a~1b: this member is not known here");
}
END_TEST

START_TEST (names_in_order)
{
  NpJsonView root = root_view ();
  g_autoptr (GList) names = np_json_view_names (&root);

  ck_assert_uint_eq (g_list_length (names), 7);
  ck_assert_str_eq (g_list_nth_data (names, 0), "text");
  ck_assert_str_eq (g_list_nth_data (names, 6), "a/b");
}
END_TEST

START_TEST (problems_in_order_and_once)
{
  g_autoptr (GError) error = NULL;

  ck_assert (np_problems_none (problems, &error));
  ck_assert_ptr_null (error);
  np_problems_add (problems, "f", "/b", "is %d", 1);
  np_problems_add (problems, "f", "", "whole");
  np_problems_add (problems, "f", "/b", "is 1");
  np_problems_add (problems, NULL, "/a", "100%%");
  ck_assert_uint_eq (np_problems_count (problems), 3);
  ck_assert_str_eq (np_problems_line (problems, 0), "f: /b: is 1");
  ck_assert_str_eq (np_problems_line (problems, 1), "f: whole");
  ck_assert_str_eq (np_problems_line (problems, 2), "/a: 100%");
  ck_assert (!np_problems_none (problems, &error));
  ck_assert (g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_CONTENT));
  ck_assert_str_eq (error->message, "f: /b: is 1");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json-view");
  TCase *cases = tcase_create ("views");

  tcase_add_checked_fixture (cases, read_document, free_document);
  tcase_add_test (cases, right_types);
  tcase_add_test (cases, absent_is_fine);
  tcase_add_loop_test (cases, wrong_types, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (cases, no_avalanche);
  tcase_add_test (cases, an_element_that_is_no_object);
  tcase_add_test (cases, pointers_are_escaped);
  tcase_add_test (cases, deep_pointer);
  tcase_add_test (cases, beyond_the_end);
  tcase_add_test (cases, only);
  tcase_add_test (cases, names_in_order);
  tcase_add_test (cases, problems_in_order_and_once);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
