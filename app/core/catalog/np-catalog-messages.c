/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog.h"

#include <string.h>

/* A C string as gettext reads it; a paragraph ends a line, so that translators see where they are. */
static void
append_quoted (GString *pot, const char *text)
{
  gboolean lines = strchr (text, '\n') != NULL;

  g_string_append (pot, lines ? "\"\"\n\"" : "\"");
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (pot, text[1] == '\0' ? "\\n" : "\\n\"\n\"");
    else if (*text == '\t')
      g_string_append (pot, "\\t");
    else
      {
        if (*text == '"' || *text == '\\')
          g_string_append_c (pot, '\\');
        g_string_append_c (pot, *text);
      }
  g_string_append (pot, "\"\n");
}

static void
append_text (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  GString *pot = data;
  g_autofree char *context = g_strconcat (text->id, ".", text->field, NULL);

  g_string_append_printf (
      pot, "\n#. %s\n#. %s\n", purpose,
      for_patient ? "Read by or to patients: plain words, short sentences, no more certainty than the English."
                  : "Read by staff.");
  g_string_append (pot, "msgctxt ");
  append_quoted (pot, context);
  g_string_append (pot, "msgid ");
  append_quoted (pot, text->source);
  g_string_append (pot, "msgstr \"\"\n");
}

/**
 * np_catalog_messages:
 * @self: a catalogue
 *
 * Writes the template that translators start from: every text once, with its context (id and field), what it is for and
 * who reads it. It holds no date, so that the same catalogue gives the same bytes.
 *
 * Returns: (transfer full): the text of a .pot file
 */
char *
np_catalog_messages (const NpCatalog *self)
{
  GString *pot;

  g_return_val_if_fail (self != NULL, NULL);

  pot = g_string_new ("# Clinical texts of Needlepoint. A clinician reviews every translation before patients see it.\n"
                      "msgid \"\"\nmsgstr \"\"\n");
  g_string_append_printf (pot, "\"Project-Id-Version: %s %s\\n\"\n", self->id, self->version);
  g_string_append (pot, "\"Report-Msgid-Bugs-To: \\n\"\n"
                        "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
                        "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
                        "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
                        "\"Language: \\n\"\n"
                        "\"MIME-Version: 1.0\\n\"\n"
                        "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                        "\"Content-Transfer-Encoding: 8bit\\n\"\n");
  np_catalog_foreach_text (self, append_text, pot);
  return g_string_free (pot, FALSE);
}
