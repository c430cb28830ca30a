/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "np-save-sandbox.h"
#include "np-save.h"
#include "np-test.h"

#define RECORD "{\n  \"record\": {}\n}\n"

static void
assert_saved (gboolean saved, GError **error)
{
  ck_assert_msg (saved, "%s", *error == NULL ? "no error set" : (*error)->message);
  ck_assert_ptr_null (*error);
}

static void
assert_fails (gboolean saved, GError **error, NpSaveError code)
{
  ck_assert (!saved);
  ck_assert_msg (g_error_matches (*error, NP_SAVE_ERROR, (int) code), "%s",
                 *error == NULL ? "no error set" : (*error)->message);
}

START_TEST (a_new_file)
{
  g_autofree char *path = np_save_sandbox_path ("2026/03/record.json");
  g_autofree char *year = np_save_sandbox_path ("2026");
  g_autofree char *month = np_save_sandbox_path ("2026/03");
  g_autoptr (GError) error = NULL;

  umask (0);
  assert_saved (np_save_new (path, RECORD, strlen (RECORD), &error), &error);
  np_save_sandbox_holds (path, RECORD, strlen (RECORD));
  ck_assert_uint_eq (np_save_sandbox_mode (path), 0600);
  ck_assert_uint_eq (np_save_sandbox_mode (month), 0700);
  ck_assert_uint_eq (np_save_sandbox_mode (year), 0700);
  ck_assert_uint_eq (np_save_sandbox_entries (month), 1);
}
END_TEST

START_TEST (below_a_shared_folder)
{
  g_autofree char *path = np_save_sandbox_path ("2026/03/record.json");
  g_autofree char *year = np_save_sandbox_path ("2026");
  g_autofree char *month = np_save_sandbox_path ("2026/03");
  g_autoptr (GError) error = NULL;

  umask (0077);
  ck_assert_int_eq (g_chmod (np_save_sandbox_folder, 02770), 0);
  assert_saved (np_save_new (path, RECORD, strlen (RECORD), &error), &error);
  ck_assert_uint_eq (np_save_sandbox_mode (path), 0640);
  ck_assert_uint_eq (np_save_sandbox_mode (month), 02770);
  ck_assert_uint_eq (np_save_sandbox_mode (year), 02770);
}
END_TEST

static const gsize lengths[] = { 0, 1, 65535, 65536, 65537, 3 * 1024 * 1024 };

START_TEST (any_length)
{
  g_autofree char *path = np_save_sandbox_path ("file");
  g_autofree char *bytes = g_strnfill (lengths[_i], 'x');
  g_autoptr (GError) error = NULL;

  assert_saved (np_save_new (path, bytes, lengths[_i], &error), &error);
  np_save_sandbox_holds (path, bytes, lengths[_i]);
  assert_saved (np_save_new (path, bytes, lengths[_i], &error), &error);
}
END_TEST

START_TEST (in_the_current_folder)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_chdir (np_save_sandbox_folder), 0);
  assert_saved (np_save_new ("record.json", RECORD, strlen (RECORD), &error), &error);
  assert_saved (np_save_new ("./below/record.json", RECORD, strlen (RECORD), &error), &error);
  np_save_sandbox_holds (path, RECORD, strlen (RECORD));
  ck_assert_int_eq (g_chdir ("/"), 0);
}
END_TEST

START_TEST (the_same_again)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autoptr (GError) error = NULL;

  assert_saved (np_save_new (path, RECORD, strlen (RECORD), &error), &error);
  assert_saved (np_save_new (path, RECORD, strlen (RECORD), &error), &error);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
}
END_TEST

static const char *const others[] = { "", "x", "{\n  \"record\": {}\n}", RECORD "\n", "{\n  \"record\": [}\n}\n" };

START_TEST (other_content)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autoptr (GError) error = NULL;

  np_save_sandbox_write (path, others[_i]);
  assert_fails (np_save_new (path, RECORD, strlen (RECORD), &error), &error, NP_SAVE_ERROR_EXISTS);
  np_save_sandbox_holds (path, others[_i], strlen (others[_i]));
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
}
END_TEST

START_TEST (the_name_is_a_link_or_folder)
{
  g_autofree char *same = np_save_sandbox_path ("same.json");
  g_autofree char *link = np_save_sandbox_path ("link.json");
  g_autofree char *dangling = np_save_sandbox_path ("dangling.json");
  g_autofree char *folder = np_save_sandbox_path ("folder.json");
  g_autofree char *fifo = np_save_sandbox_path ("fifo.json");
  const char *const taken[] = { link, dangling, folder, fifo };

  np_save_sandbox_write (same, RECORD);
  ck_assert_int_eq (symlink (same, link), 0);
  ck_assert_int_eq (symlink ("nowhere", dangling), 0);
  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_fails (np_save_new (taken[i], RECORD, strlen (RECORD), &error), &error, NP_SAVE_ERROR_EXISTS);
    }
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 5);
}
END_TEST

START_TEST (a_name_that_is_a_folder)
{
  g_autofree char *path = np_save_sandbox_path ("below/");
  g_autoptr (GError) error = NULL;

  assert_fails (np_save_new (path, RECORD, strlen (RECORD), &error), &error, NP_SAVE_ERROR_DENIED);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 0);
}
END_TEST

START_TEST (a_file_in_the_way)
{
  g_autofree char *file = np_save_sandbox_path ("file");
  g_autofree char *path = np_save_sandbox_path ("file/2026/record.json");
  g_autoptr (GError) error = NULL;

  np_save_sandbox_write (file, "kept");
  assert_fails (np_save_new (path, RECORD, strlen (RECORD), &error), &error, NP_SAVE_ERROR_DENIED);
  np_save_sandbox_holds (file, "kept", 4);
}
END_TEST

/* The root account may write everywhere, so the case is tried as another one where that is possible. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    ck_assert_int_eq (seteuid (65534), 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    ck_assert_int_eq (seteuid (0), 0);
}

START_TEST (a_read_only_folder)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autofree char *below = np_save_sandbox_path ("2026/record.json");
  g_autoptr (GError) direct = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) replaced = NULL;

  ck_assert_int_eq (g_chmod (np_save_sandbox_folder, 0555), 0);
  become_nobody ();
  assert_fails (np_save_new (path, RECORD, strlen (RECORD), &direct), &direct, NP_SAVE_ERROR_DENIED);
  assert_fails (np_save_new (below, RECORD, strlen (RECORD), &folder), &folder, NP_SAVE_ERROR_DENIED);
  assert_fails (np_save_replace (path, "x", 1, 0600, &replaced), &replaced, NP_SAVE_ERROR_DENIED);
  become_oneself ();
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 0);
  ck_assert_int_eq (g_chmod (np_save_sandbox_folder, 0755), 0);
}
END_TEST

static void
assert_full (void)
{
  g_autofree char *kept = np_save_sandbox_path ("kept.pdf");
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autofree char *bytes = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) replaced = NULL;

  np_save_sandbox_write (kept, "old");
  assert_fails (np_save_new (path, bytes, 1024 * 1024, &error), &error, NP_SAVE_ERROR_FULL);
  ck_assert_str_eq (error->message, "The disk is full. Free some space and save again.");
  assert_fails (np_save_replace (kept, bytes, 1024 * 1024, 0600, &replaced), &replaced, NP_SAVE_ERROR_FULL);
  np_save_sandbox_holds (kept, "old", 3);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
}

START_TEST (a_file_size_limit)
{
  const struct rlimit limit = { 65536, RLIM_INFINITY };

  ck_assert (signal (SIGXFSZ, SIG_IGN) != SIG_ERR);
  ck_assert_int_eq (setrlimit (RLIMIT_FSIZE, &limit), 0);
  assert_full ();
}
END_TEST

/* A small disk of the test's own, where the system lets us have one; elsewhere the limit above stands for it. */
START_TEST (a_full_disk)
{
  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", np_save_sandbox_folder, "tmpfs", 0, "size=256k,mode=700") != 0)
    return;
  assert_full ();
  ck_assert_int_eq (umount (np_save_sandbox_folder), 0);
}
END_TEST

START_TEST (replace)
{
  g_autofree char *path = np_save_sandbox_path ("draft.json");
  g_autofree char *bytes = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  umask (0077);
  assert_saved (np_save_replace (path, bytes, 100000, 0640, &error), &error);
  np_save_sandbox_holds (path, bytes, 100000);
  ck_assert_uint_eq (np_save_sandbox_mode (path), 0640);
  assert_saved (np_save_replace (path, "short", 5, 0600, &error), &error);
  np_save_sandbox_holds (path, "short", 5);
  ck_assert_uint_eq (np_save_sandbox_mode (path), 0600);
  assert_saved (np_save_replace (path, NULL, 0, 0600, &error), &error);
  np_save_sandbox_holds (path, "", 0);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
}
END_TEST

START_TEST (replace_behind_a_link)
{
  g_autofree char *folder = np_save_sandbox_path ("folder");
  g_autofree char *file = np_save_sandbox_path ("folder/file");
  g_autofree char *link = np_save_sandbox_path ("link");
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  np_save_sandbox_write (file, "old");
  ck_assert_int_eq (symlink (file, link), 0);
  assert_saved (np_save_replace (link, "new", 3, 0600, &error), &error);
  np_save_sandbox_holds (file, "new", 3);
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}
END_TEST

START_TEST (replace_no_device_and_no_folder)
{
  g_autofree char *folder = np_save_sandbox_path ("folder");
  g_autofree char *slash = np_save_sandbox_path ("none/");
  g_autofree char *fifo = np_save_sandbox_path ("fifo");
  g_autofree char *dangling = np_save_sandbox_path ("dangling");
  g_autofree char *device = np_save_sandbox_path ("device");
  const char *const refused[] = { folder, slash, fifo, dangling, device };

  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  ck_assert_int_eq (symlink ("nowhere", dangling), 0);
  ck_assert_int_eq (symlink ("/dev/null", device), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_fails (np_save_replace (refused[i], "x", 1, 0600, &error), &error, NP_SAVE_ERROR_DENIED);
    }
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 4);
}
END_TEST

START_TEST (replace_in_a_folder_that_is_not_there)
{
  g_autofree char *path = np_save_sandbox_path ("none/sheet.pdf");
  g_autoptr (GError) error = NULL;

  assert_fails (np_save_replace (path, "x", 1, 0600, &error), &error, NP_SAVE_ERROR_DENIED);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 0);
}
END_TEST

START_TEST (make_folder)
{
  g_autofree char *deep = np_save_sandbox_path ("a/b/c/");
  g_autofree char *file = np_save_sandbox_path ("file");
  g_autoptr (GError) error = NULL;

  assert_saved (np_save_make_folder (deep, &error), &error);
  assert_saved (np_save_make_folder (deep, &error), &error);
  ck_assert (g_file_test (deep, G_FILE_TEST_IS_DIR));
  np_save_sandbox_write (file, "");
  assert_fails (np_save_make_folder (file, &error), &error, NP_SAVE_ERROR_DENIED);
}
END_TEST

/* Each writer saves the same names with its own content, all starting at once. Returns how many it saved as its exit
 * status. */
static pid_t
start_writer (int gate, int number, int files)
{
  pid_t pid = fork ();
  char start;
  int saved = 0;

  ck_assert_int_ge (pid, 0);
  if (pid > 0)
    return pid;
  ck_assert_int_eq (read (gate, &start, 1), 1);
  for (int i = 0; i < files; i++)
    {
      g_autofree char *name = g_strdup_printf ("2026/%02d/record-%d.json", i % 12 + 1, i);
      g_autofree char *path = np_save_sandbox_path (name);
      g_autofree char *text = g_strdup_printf ("writer %d, file %d", number, i);
      g_autoptr (GError) error = NULL;

      if (np_save_new (path, text, strlen (text), &error))
        saved++;
      else if (!g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS))
        _exit (255);
    }
  _exit (saved);
}

START_TEST (several_programs_at_once)
{
  enum
  {
    WRITERS = 3,
    FILES = 60
  };
  pid_t writers[WRITERS];
  int gate[2];
  int total = 0;

  ck_assert_int_eq (pipe (gate), 0);
  for (int i = 0; i < WRITERS; i++)
    writers[i] = start_writer (gate[0], i, FILES);
  ck_assert_int_eq (write (gate[1], "go!", WRITERS), WRITERS);
  for (int i = 0; i < WRITERS; i++)
    {
      int status;

      ck_assert_int_eq (waitpid (writers[i], &status, 0), writers[i]);
      ck_assert (WIFEXITED (status));
      ck_assert_int_le (WEXITSTATUS (status), FILES);
      total += WEXITSTATUS (status);
    }
  ck_assert_int_eq (total, FILES);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("save");
  TCase *cases = tcase_create ("saving");

  tcase_add_checked_fixture (cases, np_save_sandbox_make, np_save_sandbox_remove);
  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, a_new_file);
  tcase_add_test (cases, below_a_shared_folder);
  tcase_add_loop_test (cases, any_length, 0, G_N_ELEMENTS (lengths));
  tcase_add_test (cases, in_the_current_folder);
  tcase_add_test (cases, the_same_again);
  tcase_add_loop_test (cases, other_content, 0, G_N_ELEMENTS (others));
  tcase_add_test (cases, the_name_is_a_link_or_folder);
  tcase_add_test (cases, a_name_that_is_a_folder);
  tcase_add_test (cases, a_file_in_the_way);
  tcase_add_test (cases, a_read_only_folder);
  tcase_add_test (cases, a_file_size_limit);
  tcase_add_test (cases, a_full_disk);
  tcase_add_test (cases, replace);
  tcase_add_test (cases, replace_behind_a_link);
  tcase_add_test (cases, replace_no_device_and_no_folder);
  tcase_add_test (cases, replace_in_a_folder_that_is_not_there);
  tcase_add_test (cases, make_folder);
  tcase_add_test (cases, several_programs_at_once);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
