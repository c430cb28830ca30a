/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walk.h"

/* Every sample file can be taken as it stands and signed off, and taken as a draft of another day it cannot. */

static GPtrArray *samples;

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
find_samples (void)
{
  g_autofree char *folder = np_test_data ("samples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  samples = g_ptr_array_new_with_free_func (g_free);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (samples, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (samples, by_name);
}

START_TEST (there_are_samples)
{
  ck_assert_uint_ge (samples->len, 8);
}
END_TEST

START_TEST (a_sample_is_ready)
{
  NpClock *clock = np_clock_new_fixed ("2026-06-01T10:00:00+02:00", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) file
    = np_consultation_open_file (np_walk_catalog (), clock, g_ptr_array_index (samples, (guint) _i), FALSE, &error);
  g_autoptr (NpConsultation) draft = NULL;

  ck_assert_msg (file != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (np_consultation_is_ready (file, &error), "%s", error != NULL ? error->message : "");
  draft = np_consultation_open (np_walk_catalog (), clock, np_consultation_get_document (file), NULL, TRUE, &error);
  ck_assert_msg (draft != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (!np_consultation_is_ready (draft, NULL));
  g_clear_object (&file);
  g_clear_object (&draft);
  np_clock_free (clock);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("samples");
  TCase *tcase = tcase_create ("samples");

  np_walk_catalog ();
  find_samples ();
  tcase_add_test (tcase, there_are_samples);
  tcase_add_loop_test (tcase, a_sample_is_ready, 0, (int) samples->len);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
