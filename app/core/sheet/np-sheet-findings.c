/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* What the answers led to, and what was decided (record-rules 20). */

static char *
cause_in_words (const NpSheetWriter *self, const char *cause)
{
  g_autofree char *answer = np_sheet_answer (self, cause, "short"), *label = g_strconcat ("cause-", cause, NULL);

  if (answer != NULL)
    return g_steal_pointer (&answer);
  if (g_str_has_prefix (cause, "check:"))
    {
      const char *ask = np_sheet_text_of (self, "check", cause + strlen ("check:"), "ask");

      return np_sheet_fill (self, "cause-check", ask != NULL ? ask : cause, NULL);
    }
  if (np_sheet_text (self, cause, "title") != NULL)
    return g_strdup (np_sheet_text (self, cause, "title"));
  return g_strdup (np_sheet_label (self, label));
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* The states that caused it, as the record says them; FALSE where it says none and the whole answer has to do. */
static gboolean
append_states (const NpSheetWriter *self, GString *text, const char *finding, const char *cause)
{
  JsonArray *findings = np_sheet_array (self->shown, "findings");
  gboolean any = FALSE;

  for (guint i = 0; i < np_sheet_length (findings); i++)
    {
      JsonObject *shown = np_sheet_element (findings, i);
      JsonArray *because = np_sheet_array (shown, "because");

      for (guint k = 0; g_strcmp0 (np_sheet_string (shown, "id"), finding) == 0 && k < np_sheet_length (because); k++)
        if (g_strcmp0 (np_sheet_string (np_sheet_element (because, k), "cause"), cause) == 0)
          {
            append_line (text, np_sheet_string (np_sheet_element (because, k), "text"));
            any = TRUE;
          }
    }
  return any;
}

static char *
causes_in_words (const NpSheetWriter *self, JsonObject *finding)
{
  JsonArray *causes = np_sheet_array (finding, "cause");
  const char *id = np_sheet_string (finding, "id");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < np_sheet_length (causes); i++)
    {
      g_autofree char *cause = NULL;

      if (append_states (self, text, id, np_sheet_word (causes, i)))
        continue;
      cause = cause_in_words (self, np_sheet_word (causes, i));
      append_line (text, cause);
    }
  return g_string_free (text, FALSE);
}

static char *
headline (const NpSheetWriter *self, JsonObject *finding)
{
  const char *id = np_sheet_string (finding, "id"), *title = np_sheet_text (self, id, "title"), *class = np_sheet_string (finding, "class");
  g_autofree char *label = g_strconcat ("class-", class, NULL);
  gboolean changed = id != NULL && np_sheet_is_changed (self, id);

  return g_strconcat (title != NULL ? title : id, "\n", np_sheet_label (self, label), changed ? "\n" : "",
                      changed ? np_sheet_label (self, "changed-by-clinic") : "", NULL);
}

/* "Go ahead. Dr ..., dermatologist, 10 March 2026. Reason: ..." and what someone outside the clinic answered */
static void
append_decision (const NpSheetWriter *self, GString *text, JsonObject *decision)
{
  const char *word = np_sheet_string (decision, "decision"), *name = np_sheet_string (decision, "name");
  const char *role = np_sheet_string (decision, "role"), *reason = np_sheet_string (decision, "reason");
  const char *who = np_sheet_string (decision, "outside/who"), *answer = np_sheet_string (decision, "outside/answer");
  g_autofree char *label = g_strconcat ("decision-", word, NULL), *date = np_sheet_date (self, np_sheet_string (decision, "date"));
  g_autofree char *asked_on = np_sheet_date (self, np_sheet_string (decision, "outside/date"));
  g_autofree char *line = np_sheet_fill (self, "decided", np_sheet_label (self, label), name != NULL ? name : "", role != NULL ? role : "",
                                         date != NULL ? date : "", NULL);
  g_autofree char *why = np_sheet_fill (self, "reason", reason != NULL ? reason : "", NULL);
  g_autofree char *outside = who == NULL ? NULL : np_sheet_fill (self, "outside", who, answer != NULL ? answer : "",
                                                                 asked_on != NULL ? asked_on : "", NULL);

  append_line (text, line);
  append_line (text, why);
  append_line (text, outside);
}

static char *
consequence (const NpSheetWriter *self, JsonObject *finding)
{
  const char *id = np_sheet_string (finding, "id"), *waiting = np_sheet_text (self, id, "waiting_for");
  JsonObject *decision = np_sheet_object (finding, "decision");
  g_autofree char *day = np_sheet_date (self, np_sheet_string (finding, "clear_date"));
  g_autofree char *until = day == NULL && waiting == NULL ? NULL : np_sheet_fill (self, "wait-until", day != NULL ? day : waiting, NULL);
  GString *text = g_string_new (np_sheet_text (self, id, "patient"));

  if (g_strcmp0 (np_sheet_string (finding, "class"), "advisory") != 0)
    append_line (text, until);
  if (decision != NULL)
    append_decision (self, text, decision);
  else if (g_strcmp0 (np_sheet_string (finding, "class"), "relative") == 0)
    append_line (text, np_sheet_label (self, "decision-open"));
  return g_string_free (text, FALSE);
}

static void
write_met (NpSheetWriter *self)
{
  JsonArray *met = np_sheet_array (self->assessment, "met");

  for (guint i = 0; i < np_sheet_length (met); i++)
    {
      JsonObject *finding = np_sheet_element (met, i);
      const char *id = np_sheet_string (finding, "id"), *title = np_sheet_text (self, id, "title");
      g_autofree char *causes = causes_in_words (self, finding), *day = np_sheet_date (self, np_sheet_string (finding, "clear_date"));
      g_autofree char *line = np_sheet_fill (self, "met", title != NULL ? title : id, causes, day != NULL ? day : "", NULL);

      np_sheet_add (self->sheet, NP_BLOCK_BULLET, line);
    }
}

void
np_sheet_write_findings (NpSheetWriter *self)
{
  static const char *const labels[] = { "finding", "because-of", "what-follows" };
  static const double widths[] = { 28, 26, 46 };
  JsonArray *findings = np_sheet_array (self->assessment, "findings");
  NpBlock *table;

  if (self->blank)
    return;
  np_sheet_heading (self, "findings");
  if (np_sheet_length (findings) == 0)
    np_sheet_paragraph (self, np_sheet_label (self, "findings-none"));
  else
    {
      table = np_sheet_table (self, labels, widths, 3);
      table->strong = TRUE;
      for (guint i = 0; i < np_sheet_length (findings); i++)
        {
          JsonObject *finding = np_sheet_element (findings, i);
          g_autofree char *title = headline (self, finding), *cause = causes_in_words (self, finding);
          g_autofree char *follows = consequence (self, finding);

          np_block_add_cell (table, title);
          np_block_add_cell (table, cause);
          np_block_add_cell (table, follows);
        }
    }
  write_met (self);
}
