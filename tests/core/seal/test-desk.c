/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk's chain: numbers without gaps whatever happens in between, and an archive in which everything that was taken out, put twice,
 * exchanged or turned round is named. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "np-archive-verification.h"
#include "np-practice.h"
#include "np-sealing.h"
#include "np-test.h"

#define N_RECORDS 5

static NpPractice *practice;
static char *paths[N_RECORDS];

static void
setup (void)
{
  practice = np_practice_new ();
  for (guint i = 0; i < N_RECORDS; i++)
    paths[i] = np_practice_save (practice, practice->desk, i + 1);
}

static void
teardown (void)
{
  for (guint i = 0; i < N_RECORDS; i++)
    g_clear_pointer (&paths[i], g_free);
  g_clear_pointer (&practice, np_practice_free);
}

static NpManifest *
desk_manifest (const char *path)
{
  g_autoptr (NpVerification) found = np_verification_of_file (path, NULL);
  NpSealCheck *last = g_ptr_array_index (found->seals, found->seals->len - 1);

  ck_assert (np_verification_is_good (found));
  return g_steal_pointer (&last->manifest);
}

/* What verifying the archive says: every line of it, on lines. */
static char *
said_with (GPtrArray *heads, gboolean *good)
{
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autoptr (NpArchiveVerification) found = np_archive_verification_run (practice->archive, ring, heads, NULL, NULL);
  GString *lines = g_string_new (NULL);

  *good = np_archive_verification_is_good (found);
  for (guint i = 0; i < found->faults->len; i++)
    g_string_append_printf (lines, "%s\n", (char *) g_ptr_array_index (found->faults, i));
  for (guint i = 0; i < found->doubts->len; i++)
    g_string_append_printf (lines, "doubt: %s\n", (char *) g_ptr_array_index (found->doubts, i));
  return g_string_free (lines, FALSE);
}

static void
is_good (void)
{
  g_autoptr (GPtrArray) heads = np_seal_desk_heads (practice->desk);
  gboolean good;
  g_autofree char *said = said_with (heads, &good);

  ck_assert_msg (good, "%s", said);
  ck_assert_str_eq (said, "");
}

/* Exactly one line, which says this. */
static void
says (GPtrArray *heads, const char *what)
{
  gboolean good;
  g_autofree char *said = said_with (heads, &good);

  ck_assert (!good);
  ck_assert_msg (strstr (said, what) != NULL, "%s", said);
  ck_assert_msg (strchr (said, '\n') == said + strlen (said) - 1, "more than one line: %s", said);
}

static void
forget_left_heads (void)
{
  g_autofree char *folder = g_build_filename (practice->archive, "keys", "heads", NULL);

  np_practice_erase (folder);
}

/* ---- sealing ---- */

START_TEST (numbers_follow_each_other)
{
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (NpManifest) manifest = desk_manifest (paths[i]);

      ck_assert_int_eq (manifest->sequence, i + 1);
      ck_assert_int_eq (manifest->previous == NULL, i == 0);
    }
  is_good ();
}
END_TEST

START_TEST (a_desk_that_is_opened_again_goes_on)
{
  g_autofree char *folder = g_build_filename (practice->folder, "desks", "Sample Desk", NULL);
  g_autoptr (NpSealDesk) again = np_seal_desk_open (folder, NULL);
  g_autofree char *path = np_practice_save (practice, again, 6);
  g_autofree char *other = np_practice_save (practice, practice->desk, 7);
  g_autoptr (NpManifest) six = desk_manifest (path), seven = desk_manifest (other);

  ck_assert_int_eq (six->sequence, 6);
  ck_assert_int_eq (seven->sequence, 7);
  is_good ();
}
END_TEST

START_TEST (a_desks_files_are_its_users_own)
{
  static const char *const names[] = { "desk.pem", "state.json", "lock" };
  g_autofree char *path = g_build_filename (practice->folder, "desks", "Sample Desk", names[_i], NULL);
  struct stat about;

  ck_assert_int_eq (g_stat (path, &about), 0);
  ck_assert_int_eq (about.st_mode & 07777, 0600);
}
END_TEST

START_TEST (a_second_desk_is_not_made_over_the_first)
{
  g_autofree char *folder = g_build_filename (practice->folder, "desks", "Sample Desk", NULL);

  ck_assert_ptr_null (np_seal_desk_new (folder, "Another", practice->clock, NULL));
}
END_TEST

START_TEST (only_a_record_that_was_sealed_by_a_person)
{
  g_autoptr (JsonNode) file = np_practice_record (practice, 6);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, &error));
  ck_assert (g_error_matches (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE));
  is_good ();
}
END_TEST

START_TEST (saving_again_is_success)
{
  g_autoptr (JsonNode) file = np_practice_read (paths[N_RECORDS - 1]);
  g_autofree char *path = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);

  ck_assert_str_eq (path, paths[N_RECORDS - 1]);
  is_good ();
}
END_TEST

/* The folder cannot be written to for a while; what is saved afterwards has the number that was meant for it. */
START_TEST (a_failure_uses_no_number_up)
{
  g_autoptr (JsonNode) file = np_practice_record (practice, 6);
  g_autofree char *archive = g_build_filename (practice->folder, "file", NULL);
  g_autofree char *path = NULL, *next = NULL;
  g_autoptr (NpManifest) manifest = NULL, following = NULL;

  ck_assert (np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL));
  ck_assert (g_file_set_contents (archive, "in the way", -1, NULL));
  ck_assert_ptr_null (np_seal_desk_save (practice->desk, file, archive, practice->clock, NULL));
  if (_i == 1)   /* another record comes in between */
    {
      next = np_practice_save (practice, practice->desk, 7);
      following = desk_manifest (next);
      ck_assert_int_eq (following->sequence, 6);
    }
  path = np_seal_desk_save (practice->desk, file, practice->archive, practice->clock, NULL);
  manifest = desk_manifest (path);
  ck_assert_int_eq (manifest->sequence, 6 + _i);
  is_good ();
}
END_TEST

/* As a program that is killed: between using the number and saving the record, or right after saving it. */
START_TEST (a_kill_in_between_leaves_no_gap)
{
  g_autofree char *folder = g_build_filename (practice->folder, "desks", "Sample Desk", NULL);
  g_autofree char *state = g_build_filename (folder, "state.json", NULL);
  g_autofree char *before = NULL, *sixth = NULL, *path = NULL;
  g_autoptr (NpManifest) last = NULL;
  g_autofree char *pending = NULL;
  g_autoptr (NpVerification) found = NULL;
  const NpSealCheck *seal;
  char *brace;

  ck_assert (g_file_get_contents (state, &before, NULL, NULL));
  sixth = np_practice_save (practice, practice->desk, 6);
  found = np_verification_of_file (sixth, NULL);
  seal = g_ptr_array_index (found->seals, 1);
  brace = strrchr (before, '}');
  *brace = '\0';
  pending = g_strdup_printf ("%s, \"pending\": {\"path\": \"%s\", \"head\": {\"kid\": \"%s\", \"sequence\": 6, \"digest\": \"%s\"}}}\n",
                             before, sixth + strlen (practice->archive) + 1, seal->kid, seal->digest);
  ck_assert (g_file_set_contents (state, pending, -1, NULL));
  if (_i == 0)
    ck_assert_int_eq (g_remove (sixth), 0);
  path = np_practice_save (practice, practice->desk, 7);
  last = desk_manifest (path);
  ck_assert_int_eq (last->sequence, _i == 0 ? 6 : 7);
  is_good ();
}
END_TEST

/* Several programs of one desk at once. */
START_TEST (programs_take_turns)
{
  enum { PROGRAMS = 4, EACH = 6 };
  g_autofree char *folder = g_build_filename (practice->folder, "desks", "Sample Desk", NULL);
  g_autoptr (NpManifest) manifest = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < PROGRAMS; i++)
    if (fork () == 0)
      {
        g_autoptr (NpSealDesk) desk = np_seal_desk_open (folder, NULL);

        for (guint j = 0; j < EACH; j++)
          g_free (np_practice_save (practice, desk, 100 + i * EACH + j));
        _exit (0);
      }
  for (guint i = 0; i < PROGRAMS; i++)
    {
      int status = -1;

      ck_assert_int_gt (wait (&status), 0);
      ck_assert_int_eq (status, 0);
    }
  np_clock_advance (practice->clock, 3600);
  last = np_practice_save (practice, practice->desk, 99);
  manifest = desk_manifest (last);
  ck_assert_int_eq (manifest->sequence, N_RECORDS + PROGRAMS * EACH + 1);
}
END_TEST

/* ---- an archive that was tampered with ---- */

START_TEST (a_removed_record_is_named)
{
  g_autofree char *what = g_strdup_printf ("number %d is missing", _i + 1);

  ck_assert_int_eq (g_remove (paths[_i]), 0);
  says (NULL, what);
}
END_TEST

START_TEST (several_removed_are_one_line)
{
  ck_assert_int_eq (g_remove (paths[1]), 0);
  ck_assert_int_eq (g_remove (paths[2]), 0);
  ck_assert_int_eq (g_remove (paths[3]), 0);
  says (NULL, "numbers 2 to 4 are missing");
}
END_TEST

/* Nothing in the archive tells any more; the desk does. */
START_TEST (the_newest_is_missed_by_the_desk)
{
  g_autoptr (GPtrArray) heads = np_seal_desk_heads (practice->desk);
  gboolean good;
  g_autofree char *said = NULL;

  ck_assert_int_eq (g_remove (paths[N_RECORDS - 1]), 0);
  forget_left_heads ();
  said = said_with (NULL, &good);
  ck_assert_msg (good, "%s", said);
  says (heads, "number 5 is missing");
}
END_TEST

START_TEST (all_removed_is_missed_by_the_desk)
{
  g_autoptr (GPtrArray) heads = np_seal_desk_heads (practice->desk);
  gboolean good;
  g_autofree char *said = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    ck_assert_int_eq (g_remove (paths[i]), 0);
  forget_left_heads ();
  said = said_with (heads, &good);
  ck_assert (!good && strstr (said, "numbers 1 to 5 are missing") != NULL && strstr (said, "no records") != NULL);
}
END_TEST

/* Another desk saw it, and says so in what it sealed afterwards. */
START_TEST (the_newest_is_missed_by_another_desk)
{
  g_autoptr (NpSealDesk) other = np_practice_add_desk (practice, "Other Sample Desk");
  g_autofree char *seen = np_practice_save (practice, other, 6);
  g_autoptr (NpManifest) manifest = desk_manifest (seen);

  ck_assert_uint_eq (manifest->heads->len, 1);
  is_good ();
  ck_assert_int_eq (g_remove (paths[N_RECORDS - 1]), 0);
  forget_left_heads ();
  says (NULL, "number 5 is missing");
}
END_TEST

START_TEST (a_copy_is_named)
{
  g_autofree char *text = NULL;
  g_autofree char *folder = g_path_get_dirname (paths[1]);
  g_autofree char *copy = g_build_filename (folder, "2026-03-10-5f0c1a52-6f0e-4f43-9d6b-0c7f7c0a1b2d.json", NULL);

  ck_assert (g_file_get_contents (paths[1], &text, NULL, NULL));
  ck_assert (g_file_set_contents (copy, text, -1, NULL));
  says (NULL, "number 2 stands twice");
}
END_TEST

/* First keeps what the desk remembers, and then gives it back, as from a copy of its folder. */
static void
set_back (char **kept)
{
  g_autofree char *state = g_build_filename (practice->folder, "desks", "Sample Desk", "state.json", NULL);

  if (*kept == NULL)
    ck_assert (g_file_get_contents (state, kept, NULL, NULL));
  else
    ck_assert (g_file_set_contents (state, *kept, -1, NULL));
}

START_TEST (a_replaced_record_is_named)
{
  g_autofree char *kept = NULL, *sixth = NULL, *after = NULL, *path = NULL, *said = NULL;
  gboolean good;

  set_back (&kept);
  sixth = np_practice_save (practice, practice->desk, 6);
  after = np_practice_save (practice, practice->desk, 7);
  ck_assert_int_eq (g_remove (sixth), 0);
  set_back (&kept);
  path = np_practice_save (practice, practice->desk, 8);
  forget_left_heads ();
  said = said_with (NULL, &good);
  ck_assert (!good);
  ck_assert_msg (strstr (said, "was not sealed after") != NULL, "%s", said);
}
END_TEST

START_TEST (a_number_used_twice_is_named)
{
  g_autofree char *kept = NULL, *one = NULL, *two = NULL;

  set_back (&kept);
  one = np_practice_save (practice, practice->desk, 6);
  set_back (&kept);
  two = np_practice_save (practice, practice->desk, 7);
  forget_left_heads ();
  says (NULL, "number 6 stands twice");
}
END_TEST

START_TEST (a_clock_that_went_back_is_a_doubt)
{
  g_autofree char *path = NULL;
  gboolean good;
  g_autofree char *said = NULL;

  np_clock_advance (practice->clock, -86400);
  path = np_practice_save (practice, practice->desk, 6);
  said = said_with (NULL, &good);
  ck_assert (good);
  ck_assert_msg (strstr (said, "doubt: ") != NULL && strstr (said, "the clock went backwards") != NULL, "%s", said);
}
END_TEST

START_TEST (a_record_that_is_not_one_makes_the_archive_bad)
{
  g_autofree char *folder = g_path_get_dirname (paths[0]);
  g_autofree char *path = g_build_filename (folder, _i == 0 ? "foreign.json" : ".hidden.json", NULL);
  gboolean good;
  g_autofree char *said = NULL;

  ck_assert (g_file_set_contents (path, "{}", -1, NULL));
  said = said_with (NULL, &good);
  ck_assert_int_eq (good, _i == 1);
}
END_TEST

START_TEST (an_empty_archive_proves_nothing)
{
  g_autofree char *folder = g_build_filename (practice->folder, "empty", NULL);
  g_autoptr (NpArchiveVerification) found = NULL, none = NULL;

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  found = np_archive_verification_run (folder, NULL, NULL, NULL, NULL);
  none = np_archive_verification_run ("/nonexistent", NULL, NULL, NULL, NULL);
  ck_assert (!np_archive_verification_is_good (found));
  ck_assert (!np_archive_verification_is_good (none));
}
END_TEST

static Suite *
desk_suite (void)
{
  Suite *suite = suite_create ("desk");
  TCase *tcase = tcase_create ("desk");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, numbers_follow_each_other);
  tcase_add_test (tcase, a_desk_that_is_opened_again_goes_on);
  tcase_add_loop_test (tcase, a_desks_files_are_its_users_own, 0, 3);
  tcase_add_test (tcase, a_second_desk_is_not_made_over_the_first);
  tcase_add_test (tcase, only_a_record_that_was_sealed_by_a_person);
  tcase_add_test (tcase, saving_again_is_success);
  tcase_add_loop_test (tcase, a_failure_uses_no_number_up, 0, 2);
  tcase_add_loop_test (tcase, a_kill_in_between_leaves_no_gap, 0, 2);
  tcase_add_test (tcase, programs_take_turns);
  tcase_add_loop_test (tcase, a_removed_record_is_named, 0, N_RECORDS);
  tcase_add_test (tcase, several_removed_are_one_line);
  tcase_add_test (tcase, the_newest_is_missed_by_the_desk);
  tcase_add_test (tcase, all_removed_is_missed_by_the_desk);
  tcase_add_test (tcase, the_newest_is_missed_by_another_desk);
  tcase_add_test (tcase, a_copy_is_named);
  tcase_add_test (tcase, a_replaced_record_is_named);
  tcase_add_test (tcase, a_number_used_twice_is_named);
  tcase_add_test (tcase, a_clock_that_went_back_is_a_doubt);
  tcase_add_loop_test (tcase, a_record_that_is_not_one_makes_the_archive_bad, 0, 2);
  tcase_add_test (tcase, an_empty_archive_proves_nothing);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return np_test_run (desk_suite ());
}
