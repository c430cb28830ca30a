/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-save-temp.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIES 16

static void
choose_name (NpSaveTemp *self)
{
  g_snprintf (self->name, sizeof self->name, ".np-%08x%08x.tmp", g_random_int (), g_random_int ());
}

static int
open_unnamed (NpSaveTemp *self)
{
  self->fd = (int) TEMP_FAILURE_RETRY (openat (self->folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
  return self->fd < 0 ? errno : 0;
}

static int
open_named (NpSaveTemp *self)
{
  for (guint try = 0; try < TRIES; try++)
    {
      choose_name (self);
      self->fd = (int) TEMP_FAILURE_RETRY (
          openat (self->folder, self->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
      if (self->fd >= 0)
        return 0;
      self->name[0] = '\0';
      if (errno != EEXIST)
        break;
    }
  return errno;
}

static int
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = TEMP_FAILURE_RETRY (write (fd, bytes, length));

      if (written <= 0)
        return written < 0 ? errno : EIO;
      bytes += written;
      length -= (gsize) written;
    }
  return 0;
}

/* Writes the content into a new file and waits until the disk has it. After a failed fsync the same file is never tried
 * again, for the second fsync would not tell that the first one lost something. */
int
np_save_temp_write (NpSaveTemp *self, int folder, gboolean unnamed, const NpSaveContent *content)
{
  int number;

  *self = (NpSaveTemp){ .folder = folder, .fd = -1 };
  number = unnamed ? open_unnamed (self) : open_named (self);
  if (number != 0)
    return number;
  /* where the file system knows no modes, the narrower one it was opened with is all there is */
  if (fchmod (self->fd, (mode_t) content->mode) != 0 && errno != EPERM && errno != EOPNOTSUPP)
    return errno;
  number = write_all (self->fd, content->bytes, content->length);
  if (number != 0)
    return number;
  return TEMP_FAILURE_RETRY (fsync (self->fd)) == 0 ? 0 : errno;
}

/* The first way needs a privilege, the second a mounted /proc. */
static int
link_unnamed (NpSaveTemp *self, const char *name)
{
  char path[40];

  if (TEMP_FAILURE_RETRY (linkat (self->fd, "", self->folder, name, AT_EMPTY_PATH)) == 0)
    return 0;
  if (errno == EEXIST)
    return EEXIST;
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", self->fd);
  if (TEMP_FAILURE_RETRY (linkat (AT_FDCWD, path, self->folder, name, AT_SYMLINK_FOLLOW)) == 0)
    return 0;
  return errno;
}

/* The last resort, as on exFAT: an empty file claims the name, then the whole one takes its place. */
static int
claim_and_rename (NpSaveTemp *self, const char *name)
{
  int claim = (int) TEMP_FAILURE_RETRY (
      openat (self->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  int number;

  if (claim < 0)
    return errno;
  g_close (claim, NULL);
  number = np_save_temp_replace (self, name);
  if (number != 0)
    unlinkat (self->folder, name, 0);
  return number;
}

static int
link_named (NpSaveTemp *self, const char *name)
{
  if (TEMP_FAILURE_RETRY (linkat (self->folder, self->name, self->folder, name, 0)) == 0)
    return 0;
  if (!np_save_temp_is_unsupported (errno))
    return errno;
  if (renameat2 (self->folder, self->name, self->folder, name, RENAME_NOREPLACE) == 0)
    {
      self->name[0] = '\0';
      return 0;
    }
  return np_save_temp_is_unsupported (errno) ? claim_and_rename (self, name) : errno;
}

/* Gives the file its name, which must be free: EEXIST when it is not. */
int
np_save_temp_appear (NpSaveTemp *self, const char *name)
{
  return self->name[0] == '\0' ? link_unnamed (self, name) : link_named (self, name);
}

static int
give_hidden_name (NpSaveTemp *self)
{
  int number = EEXIST;

  for (guint try = 0; try < TRIES && number == EEXIST; try++)
    {
      choose_name (self);
      number = link_unnamed (self, self->name);
    }
  if (number != 0)
    self->name[0] = '\0';
  return number;
}

/* Gives the file its name; what had it before is gone in the same instant. */
int
np_save_temp_replace (NpSaveTemp *self, const char *name)
{
  int number = self->name[0] == '\0' ? give_hidden_name (self) : 0;

  if (number != 0)
    return number;
  if (renameat (self->folder, self->name, self->folder, name) != 0)
    return errno;
  self->name[0] = '\0';
  return 0;
}

/* Closes the file and removes the hidden name, if it still has one. */
void
np_save_temp_end (NpSaveTemp *self)
{
  if (self->name[0] != '\0')
    unlinkat (self->folder, self->name, 0);
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  self->fd = -1;
}

/* Whether an errno may mean that the file system cannot do this at all, so that the next, plainer way is tried. */
gboolean
np_save_temp_is_unsupported (int number)
{
  return number == EOPNOTSUPP || number == ENOSYS || number == EINVAL || number == EPERM || number == EISDIR ||
         number == ENOENT || number == EXDEV || number == EMLINK;
}
