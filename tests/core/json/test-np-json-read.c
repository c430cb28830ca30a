/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "np-json-read.h"
#include "np-test.h"

static char *folder;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("np-json-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      ck_assert_int_eq (g_remove (path), 0);
    }
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_clear_pointer (&folder, g_free);
}

static char *
write_file (const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, length, NULL));
  return path;
}

static void
assert_fails (const char *path, NpJsonError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = np_json_read_file (path, &error);
  g_autofree char *whole = g_strdup_printf ("%s:%s", path, says);

  ck_assert_ptr_null (root);
  ck_assert_msg (g_error_matches (error, NP_JSON_ERROR, (int) code), "%d %s", error->code, error->message);
  ck_assert_msg (g_str_has_prefix (error->message, whole), "%s, not %s", error->message, whole);
}

START_TEST (a_file)
{
  g_autofree char *path = write_file ("good.json", "{\"a\": 7}\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = np_json_read_file (path, &error);

  ck_assert_msg (root != NULL, "%s", error == NULL ? "" : error->message);
  ck_assert_int_eq (json_object_get_int_member (json_node_get_object (root), "a"), 7);
}
END_TEST

START_TEST (a_link_to_a_file)
{
  g_autofree char *path = write_file ("good.json", "{}", -1);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autoptr (JsonNode) root = NULL;

  ck_assert_int_eq (symlink (path, link), 0);
  root = np_json_read_file (link, NULL);
  ck_assert_ptr_nonnull (root);
}
END_TEST

START_TEST (syntax)
{
  g_autofree char *path = write_file ("bad.json", "{\n  \"a\": 010\n}", -1);

  assert_fails (path, NP_JSON_ERROR_SYNTAX, "2:8: a number does not begin with 0");
}
END_TEST

START_TEST (an_empty_file)
{
  g_autofree char *path = write_file ("empty.json", "", 0);

  assert_fails (path, NP_JSON_ERROR_SYNTAX, "1:1: the file is empty");
}
END_TEST

START_TEST (missing)
{
  g_autofree char *path = g_build_filename (folder, "none.json", NULL);
  g_autofree char *below = g_build_filename (folder, "none", "none.json", NULL);
  g_autofree char *file = write_file ("file", "{}", -1);
  g_autofree char *under = g_build_filename (file, "none.json", NULL);

  assert_fails (path, NP_JSON_ERROR_MISSING, " there is no such file");
  assert_fails (below, NP_JSON_ERROR_MISSING, " there is no such file");
  assert_fails (under, NP_JSON_ERROR_MISSING, " there is no such file");
}
END_TEST

START_TEST (a_folder) { assert_fails (folder, NP_JSON_ERROR_IO, " this is a folder"); }
END_TEST

START_TEST (a_fifo_does_not_wait)
{
  g_autofree char *path = g_build_filename (folder, "fifo", NULL);

  ck_assert_int_eq (mkfifo (path, 0600), 0);
  assert_fails (path, NP_JSON_ERROR_IO, " this is not an ordinary file");
}
END_TEST

START_TEST (a_device) { assert_fails ("/dev/zero", NP_JSON_ERROR_IO, " this is not an ordinary file"); }
END_TEST

/* The root account may read everything, so the case is tried as another one where that is possible. */
START_TEST (not_permitted)
{
  g_autofree char *path = write_file ("closed.json", "{}", -1);

  ck_assert_int_eq (g_chmod (folder, 0755), 0);
  ck_assert_int_eq (g_chmod (path, 0), 0);
  if (geteuid () == 0)
    ck_assert_int_eq (seteuid (65534), 0);
  assert_fails (path, NP_JSON_ERROR_IO, " this file may not be read by you");
  if (getuid () == 0)
    ck_assert_int_eq (seteuid (0), 0);
}
END_TEST

START_TEST (too_large)
{
  g_autofree char *path = write_file ("large.json", "{}", -1);

  ck_assert_int_eq (truncate (path, (goffset) NP_JSON_MAX_BYTES + 1), 0);
  assert_fails (path, NP_JSON_ERROR_SYNTAX, " the file is larger than 8 MiB");
}
END_TEST

START_TEST (as_large_as_allowed)
{
  g_autofree char *text = g_strnfill (NP_JSON_MAX_BYTES, ' ');
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) root = NULL;

  memcpy (text, "{}", 2);
  path = write_file ("large.json", text, NP_JSON_MAX_BYTES);
  root = np_json_read_file (path, NULL);
  ck_assert_ptr_nonnull (root);
}
END_TEST

START_TEST (too_many_bytes)
{
  g_autofree char *text = g_strnfill (NP_JSON_MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (np_json_read_bytes ("long", text, NP_JSON_MAX_BYTES + 1, &error));
  ck_assert (g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX));
}
END_TEST

static void
become_input (int fd)
{
  ck_assert_int_eq (dup2 (fd, STDIN_FILENO), STDIN_FILENO);
  close (fd);
}

START_TEST (standard_input)
{
  int ends[2];
  g_autoptr (JsonNode) root = NULL;

  ck_assert_int_eq (pipe (ends), 0);
  ck_assert_int_eq (write (ends[1], "{\"a\":1}", 7), 7);
  close (ends[1]);
  become_input (ends[0]);
  root = np_json_read_file ("-", NULL);
  ck_assert_ptr_nonnull (root);
}
END_TEST

START_TEST (standard_input_without_end)
{
  become_input (g_open ("/dev/zero", O_RDONLY, 0));
  assert_fails ("-", NP_JSON_ERROR_SYNTAX, " the file is larger than 8 MiB");
}
END_TEST

START_TEST (standard_input_is_a_folder)
{
  become_input (g_open (folder, O_RDONLY | O_DIRECTORY, 0));
  assert_fails ("-", NP_JSON_ERROR_IO, " this is a folder");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json-read");
  TCase *cases = tcase_create ("files");

  tcase_add_checked_fixture (cases, make_folder, remove_folder);
  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, a_file);
  tcase_add_test (cases, a_link_to_a_file);
  tcase_add_test (cases, syntax);
  tcase_add_test (cases, an_empty_file);
  tcase_add_test (cases, missing);
  tcase_add_test (cases, a_folder);
  tcase_add_test (cases, a_fifo_does_not_wait);
  tcase_add_test (cases, a_device);
  tcase_add_test (cases, not_permitted);
  tcase_add_test (cases, too_large);
  tcase_add_test (cases, as_large_as_allowed);
  tcase_add_test (cases, too_many_bytes);
  tcase_add_test (cases, standard_input);
  tcase_add_test (cases, standard_input_without_end);
  tcase_add_test (cases, standard_input_is_a_folder);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
