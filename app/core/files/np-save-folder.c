/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-save-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "np-save-error.h"

/* Opens a folder; -1 and `number` when that fails. */
int
np_save_folder_open (const char *path, int *number)
{
  int folder = (int) TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  *number = folder < 0 ? errno : 0;
  return folder;
}

/* A new name is on the disk only when its folder is. Returns 0 or an errno. */
int
np_save_folder_sync (int folder)
{
  return TEMP_FAILURE_RETRY (fsync (folder)) == 0 ? 0 : errno;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* From the deepest up to the first that is there. */
static GPtrArray *
missing_folders (const char *path)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_strdup (path);

  while (!is_folder (folder))
    {
      char *parent = g_path_get_dirname (folder);

      g_ptr_array_add (missing, g_steal_pointer (&folder));
      folder = parent;
      if (g_str_equal (parent, ".") || g_str_equal (parent, "/"))
        break;
    }
  return missing;
}

/* Several desks' accounts share what lies below a set-group-ID folder (design 5); a new folder inherits that bit. */
static int
open_to_group (const char *path)
{
  struct stat about;
  int number;
  int folder = np_save_folder_open (path, &number);

  if (folder < 0)
    return number;
  if (fstat (folder, &about) != 0 || ((about.st_mode & S_ISGID) != 0 && fchmod (folder, 02770) != 0))
    number = errno;
  g_close (folder, NULL);
  return number;
}

static int
sync_parent (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int number;
  int folder = np_save_folder_open (parent, &number);

  if (folder < 0)
    return number;
  number = np_save_folder_sync (folder);
  g_close (folder, NULL);
  return number;
}

/* Another program may make it at the same time; then it is there all the same, but not certainly on the disk yet. */
static int
make_one (const char *path, GPtrArray *made)
{
  int number;

  if (g_mkdir (path, 0700) != 0)
    {
      number = errno;
      if (number != EEXIST)
        return number;
      return is_folder (path) ? sync_parent (path) : ENOTDIR;
    }
  g_ptr_array_add (made, g_strdup (path));
  number = open_to_group (path);
  return number != 0 ? number : sync_parent (path);
}

static int
make_all (GPtrArray *missing)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  int number = 0;

  for (guint i = missing->len; i > 0 && number == 0; i--)
    number = make_one (missing->pdata[i - 1], made);
  if (number != 0)
    for (guint i = made->len; i > 0; i--)
      g_rmdir (made->pdata[i - 1]);
  return number;
}

/**
 * np_save_make_folder:
 * @path: a folder
 * @error: return location for an error
 *
 * Makes a folder and those it lies in, as far as they are missing: for its owner alone (0700), or for the group (2770)
 * below a set-group-ID folder. They are on the disk when this returns; on failure none of them is left.
 *
 * Returns: %TRUE when the folder is there; otherwise %FALSE and a #NpSaveError
 */
gboolean
np_save_make_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  int number;

  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  missing = missing_folders (path);
  number = make_all (missing);
  return number == 0 || np_save_error_set (error, path, number);
}
