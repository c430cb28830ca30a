/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-save-sandbox.h"

#include <glib/gstdio.h>
#include <string.h>

#include "np-test.h"

char *np_save_sandbox_folder;

void
np_save_sandbox_make (void)
{
  np_save_sandbox_folder = g_dir_make_tmp ("np-save-XXXXXX", NULL);
  ck_assert_ptr_nonnull (np_save_sandbox_folder);
}

/* Empties a folder, whatever is in it. */
void
np_save_sandbox_erase (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir == NULL ? NULL : g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
        np_save_sandbox_erase (path);
      ck_assert_int_eq (g_remove (path), 0);
    }
}

void
np_save_sandbox_remove (void)
{
  np_save_sandbox_erase (np_save_sandbox_folder);
  ck_assert_int_eq (g_rmdir (np_save_sandbox_folder), 0);
  g_clear_pointer (&np_save_sandbox_folder, g_free);
}

char *
np_save_sandbox_path (const char *name)
{
  return g_build_filename (np_save_sandbox_folder, name, NULL);
}

void
np_save_sandbox_write (const char *path, const char *text)
{
  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

void
np_save_sandbox_holds (const char *path, const char *bytes, gsize length)
{
  g_autofree char *held = NULL;
  gsize size = 0;

  ck_assert_msg (g_file_get_contents (path, &held, &size, NULL), "%s is not there", path);
  ck_assert_uint_eq (size, length);
  ck_assert (memcmp (held, bytes, length) == 0);
}

/* How many names a folder holds, hidden ones too. */
guint
np_save_sandbox_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  ck_assert_ptr_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

guint
np_save_sandbox_mode (const char *path)
{
  GStatBuf about;

  ck_assert_int_eq (g_lstat (path, &about), 0);
  return about.st_mode & 07777;
}
