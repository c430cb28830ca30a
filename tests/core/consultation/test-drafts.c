/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-drafts.h"
#include "np-json-write.h"
#include "np-save.h"
#include "np-test.h"
#include "np-walk.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* Drafts: saved, listed, opened again, and kept up with while somebody types. */

static NpClock *clock_;
static char *folder;

static void
set_up (void)
{
  g_autofree char *base = g_dir_make_tmp ("np-drafts-XXXXXX", NULL);

  clock_ = np_clock_new_fixed (NP_WALK_NOW, 11);
  folder = g_build_filename (base, "drafts", NULL);
}

static void
tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *base = g_path_get_dirname (folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_rmdir (base);
  g_free (folder);
  np_clock_free (clock_);
}

static NpConsultation *
reopen (NpConsultation *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, np_consultation_get_id (self));
  NpConsultation *again;

  ck_assert_msg (np_drafts_save (folder, self, &error), "%s", error != NULL ? error->message : "");
  again = np_consultation_open_file (np_walk_catalog (), clock_, path, TRUE, &error);
  ck_assert_msg (again != NULL, "%s", error != NULL ? error->message : "");
  return again;
}

static char *
without_log (NpConsultation *self)
{
  g_autoptr (JsonNode) copy = np_document_copy (np_consultation_get_document (self));

  np_document_put (copy, "/log", NULL);
  return np_json_write_canonical (copy);
}

START_TEST (comes_back_as_it_was)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpConsultation) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  np_walk_to_signing (self);
  np_walk_sign_all (self, NP_KIND_CONSENT);
  again = reopen (self);
  before = without_log (self);
  after = without_log (again);
  ck_assert_str_eq (before, after);
  ck_assert (np_consultation_is_ready (again, NULL));
  ck_assert_uint_eq (np_walk_count_log (again, "resumed"), 1);
}
END_TEST

START_TEST (lists_what_is_there)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (GPtrArray) none = np_drafts_list (folder);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *broken = NULL;
  guint readable = 0;

  ck_assert_uint_eq (none->len, 0);
  np_walk_set (self, "/patient/name", "'Sample Patient'");
  ck_assert (np_drafts_save (folder, self, NULL));
  broken = g_build_filename (folder, "broken.json", NULL);
  ck_assert (g_file_set_contents (broken, "{", -1, NULL));
  drafts = np_drafts_list (folder);
  ck_assert_uint_eq (drafts->len, 2);
  for (guint i = 0; i < drafts->len; i++)
    {
      const NpDraftInfo *info = g_ptr_array_index (drafts, i);

      ck_assert_ptr_nonnull (info->changed_at);
      readable += info->readable ? 1 : 0;
      if (info->readable)
        ck_assert_str_eq (info->initials, "SP");
    }
  ck_assert_uint_eq (readable, 1);
  ck_assert (np_drafts_remove (folder, np_consultation_get_id (self), NULL));
  ck_assert (np_drafts_remove (folder, np_consultation_get_id (self), NULL));
  ck_assert (g_file_test (broken, G_FILE_TEST_EXISTS));
}
END_TEST

/* It would be saved under the id inside, over that one's draft. */
START_TEST (a_draft_under_anothers_name_is_not_opened)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, np_consultation_get_id (self));
  g_autofree char *copy = g_strdup_printf ("%s/00000000-0000-4000-8000-000000000000.json", folder);
  g_autoptr (GPtrArray) drafts = NULL;

  ck_assert (np_drafts_save (folder, self, NULL));
  ck_assert_int_eq (g_rename (path, copy), 0);
  drafts = np_drafts_list (folder);
  ck_assert_uint_eq (drafts->len, 1);
  ck_assert (!((const NpDraftInfo *) g_ptr_array_index (drafts, 0))->readable);
}
END_TEST

START_TEST (is_for_this_user_only)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, np_consultation_get_id (self));
  struct stat status;

  ck_assert (np_drafts_save (folder, self, NULL));
  ck_assert_int_eq (stat (path, &status), 0);
  ck_assert_int_eq (status.st_mode & 0777, 0600);
  ck_assert_int_eq (stat (folder, &status), 0);
  ck_assert_int_eq (status.st_mode & 0777, 0700);
}
END_TEST

/* ---- the keeper ---- */

static gboolean
stop_loop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
wait_a_second (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (1000, stop_loop, loop);
  g_main_loop_run (loop);
}

START_TEST (keeps_within_a_second)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpDraftKeeper) keeper G_GNUC_UNUSED = np_draft_keeper_new (self, folder);
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, np_consultation_get_id (self));

  np_walk_set (self, "/patient/name", "'Sample Patient'");
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  wait_a_second ();
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (flushes_and_stops)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpDraftKeeper) keeper = np_draft_keeper_new (self, folder);
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, np_consultation_get_id (self));

  np_walk_set (self, "/patient/name", "'Sample Patient'");
  ck_assert (np_draft_keeper_flush (keeper, NULL));
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
  np_draft_keeper_stop (keeper);
  g_remove (path);
  np_walk_set (self, "/patient/name", "'Other Patient'");
  g_clear_object (&keeper);
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

static void
note_failure (NpDraftKeeper *keeper G_GNUC_UNUSED, GError *error, gpointer data)
{
  *(gboolean *) data = error != NULL;
}

START_TEST (says_when_it_cannot_save)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (NpDraftKeeper) keeper = np_draft_keeper_new (self, "/proc/no-such-place");
  gboolean failed = FALSE;

  g_signal_connect (keeper, "failed", G_CALLBACK (note_failure), &failed);
  np_walk_set (self, "/patient/name", "'Sample Patient'");
  wait_a_second ();
  ck_assert (failed);
  ck_assert (!np_draft_keeper_flush (keeper, NULL));
  np_draft_keeper_stop (keeper);
  ck_assert (np_draft_keeper_flush (keeper, NULL));
}
END_TEST

/* Two windows on one draft: who comes second is told, and wipes out nothing. */
START_TEST (does_not_save_over_another_window)
{
  g_autoptr (NpConsultation) one = np_walk_new (clock_);
  g_autoptr (NpConsultation) other = reopen (one);
  g_autoptr (NpDraftKeeper) first = np_draft_keeper_new (one, folder);
  g_autoptr (NpDraftKeeper) second = np_draft_keeper_new (other, folder);
  g_autofree char *path = np_drafts_path (folder, np_consultation_get_id (one));
  g_autoptr (NpConsultation) kept = NULL;
  g_autoptr (GError) error = NULL;

  np_walk_set (one, "/patient/name", "'Sample Patient'");
  ck_assert (np_draft_keeper_flush (first, NULL));
  np_walk_set (one, "/patient/record_number", "'7'");
  ck_assert (np_draft_keeper_flush (first, NULL));
  np_walk_set (other, "/patient/name", "'Other Patient'");
  ck_assert (!np_draft_keeper_flush (second, &error));
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS));
  kept = np_consultation_open_file (np_walk_catalog (), clock_, path, TRUE, NULL);
  ck_assert_str_eq (np_consultation_get_string (kept, "/patient/name"), "Sample Patient");
  np_draft_keeper_stop (second);
}
END_TEST

START_TEST (a_saved_consultation_takes_no_edit)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (GError) error = NULL;

  np_walk_people (self, "1992-05-04");
  np_walk_sign_all (self, NP_KIND_REFUSAL);
  np_consultation_log (self, "saved", NULL);
  ck_assert (!np_consultation_set_string (self, "/patient/name", "Other Patient", &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_ALLOWED));
  ck_assert_str_eq (np_consultation_get_string (self, "/patient/name"), "Sample Patient");
  ck_assert (!np_consultation_clear_signature (self, NP_ROLE_PATIENT, NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("drafts");
  TCase *tcase = tcase_create ("drafts");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, comes_back_as_it_was);
  tcase_add_test (tcase, lists_what_is_there);
  tcase_add_test (tcase, a_draft_under_anothers_name_is_not_opened);
  tcase_add_test (tcase, is_for_this_user_only);
  tcase_add_test (tcase, keeps_within_a_second);
  tcase_add_test (tcase, flushes_and_stops);
  tcase_add_test (tcase, says_when_it_cannot_save);
  tcase_add_test (tcase, does_not_save_over_another_window);
  tcase_add_test (tcase, a_saved_consultation_takes_no_edit);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
