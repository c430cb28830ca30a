/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person at the desk reads when saving failed: what happened, and what to do. Records, drafts and the clinic's details have one
 * folder, so nothing here speaks of another: who lets people choose one says that. All return FALSE. */

#include "np-save-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (np-save-error-quark, np_save_error)

static gboolean
set_denied (GError **error, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_DENIED,
               /* Translators: %s is the path of a folder */
               _ ("You may not save in “%s”. Whoever looks after this computer can allow it."), shown);
  return FALSE;
}

/* The format holds one %s, the path. */
static gboolean
set_with_path (GError **error, NpSaveError code, const char *format, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (shown, parts);

  g_set_error_literal (error, NP_SAVE_ERROR, (int) code, message);
  return FALSE;
}

/* The name itself cannot be: saving again would not help. */
static gboolean
is_about_the_name (int number)
{
  return number == ENOENT || number == ENOTDIR || number == EISDIR || number == ENAMETOOLONG || number == ELOOP;
}

gboolean
np_save_error_set (GError **error, const char *path, int number)
{
  g_autofree char *shown = NULL;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    {
      g_set_error_literal (error, NP_SAVE_ERROR, NP_SAVE_ERROR_FULL,
                           _ ("The disk is full. Free some space and save again."));
      return FALSE;
    }
  if (number == EACCES || number == EPERM || number == EROFS)
    return set_denied (error, path);
  shown = g_filename_display_name (path);
  if (is_about_the_name (number))
    {
      /* Translators: the first %s is a file's path, the second what the system says is wrong */
      g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_DENIED, _ ("“%s” cannot be saved there: %s. Whoever looks after this computer can help."),
                   shown, g_strerror (number));
      return FALSE;
    }
  /* Translators: the first %s is a file's path, the second what the system says is wrong */
  g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_IO, _ ("“%s” could not be saved: %s. Nothing was lost; save again."),
               shown, g_strerror (number));
  return FALSE;
}

gboolean
np_save_error_set_exists (GError **error, const char *path)
{
  return set_with_path (error, NP_SAVE_ERROR_EXISTS,
                        /* Translators: %s is the path of a file */
                        _ ("The name “%s” is already taken by something else, which was left as it is."), path);
}

gboolean
np_save_error_set_uncertain (GError **error, const char *path)
{
  return set_with_path (error, NP_SAVE_ERROR_UNCERTAIN,
                        /* Translators: %s is the path of a file */
                        _ ("“%s” is written, but the disk did not confirm that it keeps it. Save again."), path);
}

gboolean
np_save_error_set_changed (GError **error, const char *path)
{
  return set_with_path (error, NP_SAVE_ERROR_IO,
                        /* Translators: %s is the path of a file */
                        _ ("“%s” could not be read back as it was written. Save again."), path);
}

gboolean
np_save_error_set_not_a_file (GError **error, const char *path)
{
  return set_with_path (error, NP_SAVE_ERROR_DENIED,
                        /* Translators: %s is a path */
                        _ ("“%s” is not an ordinary file, so it is not replaced. Move it away and save again."), path);
}
