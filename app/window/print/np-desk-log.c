/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-desk-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  /* Translators: %s is a file path, %s the system's reason */
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), _ ("The desk's log %s could not be written: %s."),
               path, g_strerror (code));
  return FALSE;
}

/* One write () of one line: two programs at a desk do not mix their lines. */
static gboolean
append (const char *path, const char *line, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (path, errno, error);
  gboolean whole = write (fd, line, strlen (line)) == (gssize) strlen (line);
  int code = errno;
  close (fd);
  return whole || fail (path, code, error);
}

/**
 * np_desk_log_add:
 * @clock: the time
 * @what: what was done, one word
 * @record_id: the record
 * @error: return location for a #GFileError
 *
 * Notes what happened to a record after it was signed off, which is no longer part of it (issue 2, section 5). Nothing about a person
 * is written.
 *
 * Returns: whether the line is in the log
 */
gboolean
np_desk_log_add (const NpClock *clock, const char *what, const char *record_id, GError **error)
{
  g_return_val_if_fail (clock && what && record_id, FALSE);

  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "needlepoint", NULL);
  g_autofree char *path = g_build_filename (folder, "desk.log", NULL);
  g_autofree char *stamp = np_clock_stamp (clock);
  g_autofree char *line = g_strdup_printf ("%s %s %s\n", stamp, what, record_id);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (folder, errno, error);
  return append (path, line, error);
}
