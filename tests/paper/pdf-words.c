/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "pdf-words.h"
#include <glib/gstdio.h>
#include <string.h>

char *
tool_on_pdf (const NpPaper *paper, const char *tool, const char *option, const char *last)
{
  g_autofree char *folder = g_dir_make_tmp ("np-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *const argv[] = { tool, option, path, last, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  ck_assert_msg (np_paper_write_pdf (paper, path, &error), "%s", error != NULL ? error->message : "");
  ck_assert (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, NULL));
  ck_assert_int_eq (status, 0);
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

char *
words_of_pdf (const NpPaper *paper)
{
  g_autofree char *text = tool_on_pdf (paper, "pdftotext", "-layout", "-");
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t\f", -1);

  for (guint i = 0, kept = 0; words[i] != NULL; i++)
    {
      char *word = words[i];

      words[i] = NULL;
      if (*word != '\0')
        words[kept++] = word;
      else
        g_free (word);
    }
  return g_strjoinv (" ", words);
}

guint
count_of (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}
