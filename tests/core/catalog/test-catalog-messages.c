/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-small-catalog.h"
#include "np-test.h"

#include <gio/gio.h>
#include <string.h>

static void
count_text (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  ck_assert_ptr_nonnull (text->source);
  ck_assert_ptr_nonnull (purpose);
  (void) for_patient;
  (*(guint *) data)++;
}

static guint
count_of (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* Runs a gettext tool over the text; what it says, or NULL when it refuses. */
static char *
run_tool (const char *tool, const char *option, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, tool,
      option, "-o", g_str_equal (tool, "msgfmt") ? "/dev/null" : "-", "-", NULL);
  char *out = NULL;

  ck_assert_msg (process != NULL, "%s: %s", tool, error == NULL ? "" : error->message);
  ck_assert (g_subprocess_communicate_utf8 (process, text, NULL, &out, NULL, NULL));
  if (g_subprocess_get_successful (process))
    return out;
  g_free (out);
  return NULL;
}

START_TEST (the_template_is_valid_and_whole)
{
  g_autoptr (NpCatalog) catalog = np_catalog_load (NULL, NULL, NULL, NULL);
  g_autofree char *pot = NULL;
  g_autofree char *checked = NULL;
  guint texts = 0;

  ck_assert_ptr_nonnull (catalog);
  pot = np_catalog_messages (catalog);
  checked = run_tool ("msgfmt", "-c", pot);
  ck_assert_ptr_nonnull (checked);
  np_catalog_foreach_text (catalog, count_text, &texts);
  ck_assert_uint_gt (texts, 1900);
  ck_assert_uint_eq (count_of (pot, "\nmsgctxt \""), texts);
  ck_assert_uint_eq (count_of (pot, "\nmsgstr \"\""), texts + 1);
  ck_assert_ptr_nonnull (strstr (pot, "Content-Type: text/plain; charset=UTF-8"));
}
END_TEST

START_TEST (a_text_stands_under_its_context)
{
  g_autofree char *folder = np_small_fixture ("catalog-small");
  g_autoptr (NpCatalog) catalog = np_catalog_load (folder, NULL, NULL, NULL);
  g_autofree char *pot = np_catalog_messages (catalog);

  ck_assert_ptr_nonnull (
      strstr (pot, "\n#. question: why it is asked\n"
                   "#. Read by or to patients: plain words, short sentences, no more certainty than the English.\n"
                   "msgctxt \"skin.why\"\nmsgid \"It has to be calm.\"\nmsgstr \"\"\n"));
  ck_assert_ptr_nonnull (strstr (pot, "#. Read by staff.\nmsgctxt \"skin.staff\"\nmsgid \"Look at it.\"\n"));
  ck_assert_ptr_nonnull (strstr (pot, "msgctxt \"skin.quiet.disease.eczema.label\"\n"));
}
END_TEST

static const struct
{
  const char *json;    /* the text in the catalogue */
  const char *message; /* as it stands in the template */
} quotings[] = {
  { "\"Plain.\"", "msgid \"Plain.\"\n" },
  { "\"One \\\"word\\\".\"", "msgid \"One \\\"word\\\".\"\n" },
  { "\"Back\\\\slash.\"", "msgid \"Back\\\\slash.\"\n" },
  { "\"Two\\nlines.\"", "msgid \"\"\n\"Two\\n\"\n\"lines.\"\n" },
  { "\"A\\ttab.\"", "msgid \"A\\ttab.\"\n" },
  { "\"“Quoted” – dashed.\"", "msgid \"“Quoted” – dashed.\"\n" },
  { "\"50%% or 5% off.\"", "msgid \"50%% or 5% off.\"\n" },
};

START_TEST (a_text_is_quoted_as_gettext_reads_it)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_autoptr (NpCatalog) catalog = NULL;
  g_autofree char *pot = NULL;
  g_autofree char *again = NULL;

  np_small_change (small, "catalog", "/title", quotings[_i].json);
  catalog = np_catalog_load (small->folder, NULL, NULL, NULL);
  pot = np_catalog_messages (catalog);
  ck_assert_ptr_nonnull (strstr (pot, quotings[_i].message));
  again = run_tool ("msgcat", "--no-wrap", pot);
  ck_assert_ptr_nonnull (again);
  ck_assert_ptr_nonnull (strstr (again, quotings[_i].message));
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("catalog-messages");
  TCase *tests = tcase_create ("messages");

  tcase_add_test (tests, the_template_is_valid_and_whole);
  tcase_add_test (tests, a_text_stands_under_its_context);
  tcase_add_loop_test (tests, a_text_is_quoted_as_gettext_reads_it, 0, G_N_ELEMENTS (quotings));
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  return np_test_run (suite ());
}
