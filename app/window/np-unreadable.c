/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-unreadable.h"
#include "np-problems.h"
#include <glib/gi18n.h>

/* The reader names every problem in a line of its own; a few say enough about a file that is damaged. */
#define MAX_LINES 3

static char *
first_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES + 1);

  if (g_strv_length (lines) > MAX_LINES)
    {
      g_free (lines[MAX_LINES]);
      lines[MAX_LINES] = g_strdup ("…");
    }
  return g_strjoinv ("\n", lines);
}

/**
 * np_unreadable_words:
 * @error: what the strict reader said of a file
 *
 * The reader speaks to those who write such files. At the desk it is enough that the file is damaged, that nothing was done to it, and
 * whom to ask; what the reader found is for them.
 *
 * Returns: (transfer full): sentences to show
 */
char *
np_unreadable_words (const GError *error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (!g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX) &&
      !g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_CONTENT))
    return g_strdup (error->message);
  found = first_lines (error->message);
  /* Translators: %s is what is wrong in the file, in English and in technical words */
  return g_strdup_printf (_ ("The file was damaged, or changed outside Needlepoint. It is kept as it is. Ask whoever looks after this "
                             "computer, and show them this:\n%s"),
                          found);
}
