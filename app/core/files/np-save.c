/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "np-save-error.h"
#include "np-save-folder.h"
#include "np-save-temp.h"

typedef int (*Place) (NpSaveTemp *temp, const char *name);

static int
place_one_way (int folder, const char *name, gboolean unnamed, const NpSaveContent *content, Place place)
{
  NpSaveTemp temp;
  int number = np_save_temp_write (&temp, folder, unnamed, content);

  if (number == 0)
    number = place (&temp, name);
  np_save_temp_end (&temp);
  return number;
}

static int
place_content (int folder, const char *name, const NpSaveContent *content, Place place)
{
  int number = place_one_way (folder, name, TRUE, content, place);

  return np_save_temp_is_unsupported (number) ? place_one_way (folder, name, FALSE, content, place) : number;
}

/* In the folder of several desks' accounts the group may read (design 5). */
static int
mode_in (int folder)
{
  struct stat about;

  return fstat (folder, &about) == 0 && (about.st_mode & S_ISGID) != 0 ? 0640 : 0600;
}

/* 0 when the file reads as these bytes, EEXIST when it reads otherwise, else the errno of reading. */
static int
compare (int fd, const NpSaveContent *content)
{
  char chunk[65536];
  gsize at = 0;

  for (;;)
    {
      gssize got = TEMP_FAILURE_RETRY (read (fd, chunk, sizeof chunk));

      if (got < 0)
        return errno;
      if (got == 0)
        return at == content->length ? 0 : EEXIST;
      if ((gsize) got > content->length - at || memcmp (chunk, content->bytes + at, (gsize) got) != 0)
        return EEXIST;
      at += (gsize) got;
    }
}

/* As compare(), of what has the name; and waits until the disk has it, for another program that saved the same bytes
 * may not have waited yet. */
static int
compare_named (int folder, const char *name, const NpSaveContent *content)
{
  struct stat about;
  int number = EEXIST;
  int fd = (int) TEMP_FAILURE_RETRY (openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));

  if (fd < 0)
    return EEXIST;
  if (fstat (fd, &about) == 0 && S_ISREG (about.st_mode))
    number = compare (fd, content);
  if (number == 0 && TEMP_FAILURE_RETRY (fsync (fd)) != 0)
    number = errno;
  g_close (fd, NULL);
  return number;
}

static gboolean
save_new_in (int folder, const char *path, const NpSaveContent *content, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  int placed = place_content (folder, name, content, np_save_temp_appear);
  int held;

  if (placed != 0 && placed != EEXIST)
    return np_save_error_set (error, path, placed);
  held = compare_named (folder, name, content);
  if (held == 0)
    return np_save_folder_sync (folder) == 0 || np_save_error_set_uncertain (error, path);
  if (placed == EEXIST)
    return held == EEXIST ? np_save_error_set_exists (error, path) : np_save_error_set (error, path, held);
  unlinkat (folder, name, 0);
  return np_save_error_set_changed (error, path);
}

static gboolean
save_replace_in (int folder, const char *path, const NpSaveContent *content, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  int number = place_content (folder, name, content, np_save_temp_replace);

  if (number != 0)
    return np_save_error_set (error, path, number);
  return np_save_folder_sync (folder) == 0 || np_save_error_set_uncertain (error, path);
}

static int
open_folder_of (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int number;
  int folder = np_save_folder_open (parent, &number);

  if (folder < 0)
    np_save_error_set (error, path, number);
  return folder;
}

/**
 * np_save_new:
 * @path: (type filename): the file's name, which must be free; its folders are made (see np_save_make_folder())
 * @bytes: (array length=length): the content
 * @length: how many bytes
 * @error: return location for an error
 *
 * Saves a new file, which appears whole or not at all, and is on the disk and read back when this says so (design 4):
 * an unnamed file, fsync, link, fsync of the folder. The file is its owner's alone (0600), or the group may read it
 * (0640) in a set-group-ID folder. When the name is taken by the same bytes, that is success.
 *
 * Returns: %TRUE when it is saved; otherwise %FALSE and a #NpSaveError. After %NP_SAVE_ERROR_UNCERTAIN the file is
 * there, but may be lost in a power cut; after any other, nothing new is there.
 */
gboolean
np_save_new (const char *path, const char *bytes, gsize length, GError **error)
{
  NpSaveContent content = { .bytes = bytes, .length = length };
  g_autofree char *parent = NULL;
  gboolean saved;
  int folder;

  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  if (g_str_has_suffix (path, "/"))
    return np_save_error_set (error, path, EISDIR);
  parent = g_path_get_dirname (path);
  if (!np_save_make_folder (parent, error))
    return FALSE;
  folder = open_folder_of (path, error);
  if (folder < 0)
    return FALSE;
  content.mode = mode_in (folder);
  saved = save_new_in (folder, path, &content, error);
  g_close (folder, NULL);
  return saved;
}

/* Where a symbolic link stands, the file it leads to is replaced, not the link. NULL when there is something that is no
 * file, as a device or a folder. */
static char *
file_to_replace (const char *path)
{
  struct stat about;
  g_autofree char *real = NULL;

  if (lstat (path, &about) != 0)
    return g_str_has_suffix (path, "/") ? NULL : g_strdup (path);
  if (!S_ISLNK (about.st_mode))
    return S_ISREG (about.st_mode) ? g_strdup (path) : NULL;
  real = realpath (path, NULL);
  return real != NULL && g_file_test (real, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&real) : NULL;
}

/**
 * np_save_replace:
 * @path: (type filename): a file, in a folder that is there
 * @bytes: (array length=length): the content
 * @length: how many bytes
 * @mode: the file's permissions, as 0600
 * @error: return location for an error
 *
 * Saves a file whole, in place of what has the name: a reader sees the old content or the new. It is on the disk when
 * this returns. A device or a folder is never replaced.
 *
 * Returns: %TRUE when it is saved; otherwise %FALSE and a #NpSaveError. After %NP_SAVE_ERROR_UNCERTAIN the new content
 * is there, but may be lost in a power cut; after any other, the old one is as it was.
 */
gboolean
np_save_replace (const char *path, const char *bytes, gsize length, int mode, GError **error)
{
  NpSaveContent content = { .bytes = bytes, .length = length, .mode = mode };
  g_autofree char *target = NULL;
  gboolean saved;
  int folder;

  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail ((mode & ~0777) == 0, FALSE);
  target = file_to_replace (path);
  if (target == NULL)
    return np_save_error_set_not_a_file (error, path);
  folder = open_folder_of (target, error);
  if (folder < 0)
    return FALSE;
  saved = save_replace_in (folder, target, &content, error);
  g_close (folder, NULL);
  return saved;
}
