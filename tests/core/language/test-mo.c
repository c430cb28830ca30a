/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-mo.h"
#include "np-test-mo.h"
#include "np-test.h"

#include <sys/stat.h>

static const TestMessage messages[] = {
  MESSAGE ("",
           "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2;\nX: y\n"),
  MESSAGE ("Bleeding", "Blutung"),
  MESSAGE ("Bleeding more", "Mehr Blutung"),
  MESSAGE ("Empty", ""),
  MESSAGE ("a.why\004Bleeding", "Bluten"),
  MESSAGE ("{n} day\0{n} days", "eins\0wenige\0viele"),
  MESSAGE ("{n} week\0{n} weeks", "eine"),
};

static char *folder, *path;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("np-mo-XXXXXX", NULL);
  path = g_build_filename (folder, "x.mo", NULL);
}

static void
remove_folder (void)
{
  np_test_remove (folder);
  g_free (folder);
  g_free (path);
}

static NpMo *
open_bytes (const guint8 *bytes, gsize size, GError **error)
{
  ck_assert (g_file_set_contents (path, (const char *) bytes, (gssize) size, NULL));
  return np_mo_open (path, error);
}

static const char *
find (const NpMo *mo, const char *a, const char *b, const char *c)
{
  const char *const key[] = { a, b, c, NULL };

  return np_mo_find (mo, key);
}

/* Once in each byte order. */
START_TEST (messages_are_found)
{
  g_autoptr (GByteArray) bytes = np_test_mo_build (messages, G_N_ELEMENTS (messages), _i == 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpMo) mo = open_bytes (bytes->data, bytes->len, &error);

  g_assert_no_error (error);
  ck_assert_str_eq (find (mo, "Bleeding", NULL, NULL), "Blutung");
  ck_assert_str_eq (find (mo, "Bleed", "ing", " more"), "Mehr Blutung");
  ck_assert_str_eq (find (mo, "a.why", NP_MO_CONTEXT, "Bleeding"), "Bluten");
  ck_assert_ptr_null (find (mo, "b.why", NP_MO_CONTEXT, "Bleeding"));
  ck_assert_ptr_null (find (mo, "Bleedin", NULL, NULL));
  ck_assert_ptr_null (find (mo, "Bleeding ", NULL, NULL));
  ck_assert_ptr_null (find (mo, "Empty", NULL, NULL));
  ck_assert_ptr_null (find (mo, "\x01", NULL, NULL));
  ck_assert_ptr_null (find (mo, "\xff", NULL, NULL));
}
END_TEST

START_TEST (plural_forms_are_chosen)
{
  g_autoptr (GByteArray) bytes = np_test_mo_build (messages, G_N_ELEMENTS (messages), _i == 1);
  g_autoptr (NpMo) mo = open_bytes (bytes->data, bytes->len, NULL);

  ck_assert_str_eq (np_mo_find_plural (mo, "{n} day", 1), "eins");
  ck_assert_str_eq (np_mo_find_plural (mo, "{n} day", 4), "wenige");
  ck_assert_str_eq (np_mo_find_plural (mo, "{n} day", 5), "viele");
  ck_assert_str_eq (np_mo_find_plural (mo, "{n} week", 1), "eine");
  ck_assert_ptr_null (np_mo_find_plural (mo, "{n} week", 5)); /* the form is not there */
  ck_assert_ptr_null (np_mo_find_plural (mo, "{n} month", 1));
}
END_TEST

START_TEST (without_a_rule_one_is_one)
{
  static const TestMessage bare[] = { MESSAGE ("{n} day\0{n} days", "ein\0mehr") };
  g_autoptr (GByteArray) bytes = np_test_mo_build (bare, 1, FALSE);
  g_autoptr (NpMo) mo = open_bytes (bytes->data, bytes->len, NULL);

  ck_assert_str_eq (np_mo_find_plural (mo, "{n} day", 1), "ein");
  ck_assert_str_eq (np_mo_find_plural (mo, "{n} day", 0), "mehr");
}
END_TEST

START_TEST (an_empty_file_of_messages_is_fine)
{
  g_autoptr (GByteArray) bytes = np_test_mo_build (NULL, 0, FALSE);
  g_autoptr (NpMo) mo = open_bytes (bytes->data, bytes->len, NULL);

  ck_assert_ptr_nonnull (mo);
  ck_assert_ptr_null (find (mo, "Bleeding", NULL, NULL));
}
END_TEST

/* One word of the file set to something that is not so. */
static const struct
{
  gsize offset;
  guint32 word;
} lies[] = {
  { 0, 0x12345678 },           /* magic */
  { 4, 0x00020000 },           /* format */
  { 8, 8 },                    /* one message more than there is room for */
  { 8, 0xffffffff },           /* count */
  { 8, 0x20000000 },           /* count times eight wraps in 32 bits */
  { 12, 0xfffffff0 },          /* table of messages */
  { 16, 0xfffffff0 },          /* table of translations */
  { 28 + 8, 0xffffffff },      /* length of the second message */
  { 28 + 8, 7 },               /* its end is not where its NUL is */
  { 28 + 12, 0xffffffff },     /* its place */
  { 28 + 12, 0xfffffff8 },     /* place and length wrap in 32 bits */
  { 28 + 12, 28 },             /* into the tables: out of order */
  { 28 + 56 + 8, 0x7fffffff }, /* length of the second translation */
  { 28 + 56 + 12, 0x7fffffff },
};

START_TEST (a_lying_file_is_refused)
{
  g_autoptr (GByteArray) bytes = np_test_mo_build (messages, G_N_ELEMENTS (messages), FALSE);
  guint32 word = GUINT32_TO_LE (lies[_i].word);
  g_autoptr (GError) error = NULL;

  memcpy (bytes->data + lies[_i].offset, &word, sizeof word);
  ck_assert_ptr_null (open_bytes (bytes->data, bytes->len, &error));
  g_assert_error (error, NP_MO_ERROR, NP_MO_ERROR_DAMAGED);
  ck_assert_ptr_nonnull (strstr (error->message, path));
}
END_TEST

START_TEST (a_file_cut_short_is_refused)
{
  g_autoptr (GByteArray) bytes = np_test_mo_build (messages, G_N_ELEMENTS (messages), FALSE);

  for (gsize size = 0; size < bytes->len; size++)
    ck_assert_ptr_null (open_bytes (bytes->data, size, NULL));
}
END_TEST

START_TEST (unsorted_or_double_messages_are_refused)
{
  static const TestMessage unsorted[] = { MESSAGE ("b", "x"), MESSAGE ("a", "y") };
  static const TestMessage twice[] = { MESSAGE ("a", "x"), MESSAGE ("a", "y") };
  g_autoptr (GByteArray) bytes = np_test_mo_build (_i == 0 ? unsorted : twice, 2, FALSE);

  ck_assert_ptr_null (open_bytes (bytes->data, bytes->len, NULL));
}
END_TEST

START_TEST (text_that_is_not_utf8_is_refused)
{
  static const TestMessage latin[] = { MESSAGE ("a", "Bl\xe4schen") };
  static const TestMessage second_form[] = { MESSAGE ("a", "gut\0Bl\xe4schen") };
  g_autoptr (GByteArray) bytes = np_test_mo_build (_i == 0 ? latin : second_form, 1, FALSE);

  ck_assert_ptr_null (open_bytes (bytes->data, bytes->len, NULL));
}
END_TEST

START_TEST (what_is_no_file_is_an_error)
{
  g_autoptr (GError) missing = NULL, directory = NULL, pipe = NULL;

  ck_assert_ptr_null (np_mo_open (path, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  ck_assert_ptr_null (np_mo_open (folder, &directory));
  g_assert_error (directory, NP_MO_ERROR, NP_MO_ERROR_DAMAGED);
  ck_assert_int_eq (mkfifo (path, 0600), 0);
  ck_assert_ptr_null (np_mo_open (path, &pipe));
  g_assert_error (pipe, NP_MO_ERROR, NP_MO_ERROR_DAMAGED);
}
END_TEST

/* Changed bytes either make a file that is refused or one that answers; sanitizers watch the rest. */
START_TEST (changed_bytes_do_no_harm)
{
  g_autoptr (GByteArray) good = np_test_mo_build (messages, G_N_ELEMENTS (messages), _i == 1);
  g_autoptr (GRand) chance = g_rand_new_with_seed (28);

  for (int round = 0; round < 1000; round++)
    {
      g_autofree guint8 *bytes = g_memdup2 (good->data, good->len);
      g_autoptr (NpMo) mo = NULL;

      for (int i = g_rand_int_range (chance, 1, 4); i > 0; i--)
        bytes[g_rand_int_range (chance, 0, (gint32) good->len)] = (guint8) g_rand_int_range (chance, 0, 256);
      mo = open_bytes (bytes, good->len, NULL);
      for (gsize i = 0; mo != NULL && i < G_N_ELEMENTS (messages); i++)
        {
          find (mo, messages[i].key, NULL, NULL);
          np_mo_find_plural (mo, messages[i].key, (gulong) round);
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("mo");
  TCase *found = tcase_create ("found"), *hostile = tcase_create ("hostile");

  tcase_add_checked_fixture (found, make_folder, remove_folder);
  tcase_add_loop_test (found, messages_are_found, 0, 2);
  tcase_add_loop_test (found, plural_forms_are_chosen, 0, 2);
  tcase_add_test (found, without_a_rule_one_is_one);
  tcase_add_test (found, an_empty_file_of_messages_is_fine);
  suite_add_tcase (suite, found);
  tcase_add_checked_fixture (hostile, make_folder, remove_folder);
  tcase_set_timeout (hostile, 60);
  tcase_add_loop_test (hostile, a_lying_file_is_refused, 0, G_N_ELEMENTS (lies));
  tcase_add_test (hostile, a_file_cut_short_is_refused);
  tcase_add_loop_test (hostile, unsorted_or_double_messages_are_refused, 0, 2);
  tcase_add_loop_test (hostile, text_that_is_not_utf8_is_refused, 0, 2);
  tcase_add_test (hostile, what_is_no_file_is_an_error);
  tcase_add_loop_test (hostile, changed_bytes_do_no_harm, 0, 2);
  suite_add_tcase (suite, hostile);
  return np_test_run (suite);
}
