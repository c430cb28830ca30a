/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* What the patient was told: the treatment, its benefit, its risks and the other options (record-rules 13). */

/* Only what was gone through counts for an ending that is no consent: a sheet must not say more than was said. */
static gboolean
was_told (const NpSheetWriter *self, const char *member, const char *id)
{
  JsonObject *told = np_sheet_object (np_sheet_object (self->consultation, "disclosure"), member);

  return strcmp (self->kind, "consent") == 0 || np_sheet_object (told, id) != NULL;
}

/* The conditions of the plan, each once; ends with NULL. */
static const char **
conditions (const NpSheetWriter *self)
{
  JsonArray *treat = np_sheet_array (self->consultation, "plan/treat");
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < np_sheet_length (treat); i++)
    {
      const char *id = np_sheet_string (np_sheet_element (treat, i), "indication");

      if (np_sheet_text (self, id, "name") != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}

/* A row of a table whose titles stand at the side */
static void
add_row (NpBlock *table, const char *title, const char *text)
{
  g_autofree char *running = np_sheet_running (text);

  if (title == NULL || running == NULL)
    return;
  np_block_add_cell (table, title);
  np_block_add_cell (table, running);
}

static const double side_title[] = { 17, 83 };

static void
write_conditions (NpSheetWriter *self)
{
  static const struct { const char *label, *field; } rows[] = {
    { "what-it-is", "explain" }, { "how-many-sessions", "sessions" }, { "how-far-apart", "interval" }, { "result-when", "result_when" },
    { "benefit", "benefit" }, { "how-sure", "evidence_text" }, { "without-treatment", "no_treatment" },
  };
  g_autofree const char **ids = conditions (self);

  np_sheet_heading (self, "expect");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NpBlock *table;

      np_sheet_add (self->sheet, NP_BLOCK_SUBHEADING, np_sheet_text (self, ids[i], "name"));
      table = np_sheet_table (self, NULL, side_title, 2);
      table->strong = TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
        add_row (table, np_sheet_label (self, rows[k].label), np_sheet_text (self, ids[i], rows[k].field));
    }
}

/* Every piece of information that does not open a section of its own */
void
np_sheet_write_information (NpSheetWriter *self)
{
  JsonArray *ids = np_sheet_array (self->shown, "information");
  NpBlock *table;

  np_sheet_heading (self, "information");
  table = np_sheet_table (self, NULL, side_title, 2);
  table->strong = TRUE;
  for (guint i = 0; i < np_sheet_length (ids); i++)
    if (was_told (self, "told", np_sheet_word (ids, i)) && np_sheet_section_of (self, np_sheet_word (ids, i)) == NULL)
      add_row (table, np_sheet_text_of (self, "information", np_sheet_word (ids, i), "title"),
               np_sheet_text_of (self, "information", np_sheet_word (ids, i), "text"));
  np_sheet_drop_empty (self);
  write_conditions (self);
}

/* "Because you take a blood thinner, and you smoke" */
static char *
because (const NpSheetWriter *self, JsonObject *risk)
{
  JsonArray *findings = np_sheet_array (risk, "because");
  g_autofree char *all = NULL;

  for (guint i = 0; i < np_sheet_length (findings); i++)
    {
      const char *reason = np_sheet_text (self, np_sheet_word (findings, i), "reason");
      g_autofree char *before = g_steal_pointer (&all);

      if (reason == NULL)
        reason = np_sheet_word (findings, i);
      all = before == NULL ? g_strdup (reason) : np_sheet_fill (self, "and", before, reason, NULL);
    }
  return all != NULL ? np_sheet_fill (self, "because", all, NULL) : NULL;
}

static void
add_risk (NpSheetWriter *self, NpBlock *table, JsonObject *risk)
{
  const char *id = np_sheet_string (risk, "id"), *title = np_sheet_text (self, id, "title"), *what = np_sheet_text (self, id, "what");
  const char *often = np_sheet_text (self, id, "how_often"), *lasts = np_sheet_text (self, id, "how_long");
  const char *help = np_sheet_text (self, id, "what_to_do");
  g_autofree char *reason = because (self, risk);
  g_autofree char *serious = np_sheet_bool (risk, "serious") ? np_sheet_fill (self, "serious", title != NULL ? title : id, NULL) : NULL;
  gboolean changed = id != NULL && np_sheet_is_changed (self, id);
  g_autofree char *first = g_strconcat (serious != NULL ? serious : title != NULL ? title : id, "\n", reason != NULL ? reason : "",
                                        reason != NULL ? " " : "", what != NULL ? what : "", changed ? "\n" : "",
                                        changed ? np_sheet_label (self, "changed-by-clinic") : "", NULL);
  g_autofree char *second = g_strconcat (often != NULL ? often : "", " ", lasts != NULL ? lasts : "", NULL);

  np_block_add_cell (table, first);
  np_block_add_cell (table, second);
  np_block_add_cell (table, help != NULL ? help : "");
}

static void
add_group (NpBlock *table, const char *title)
{
  np_block_add_cell (table, title);
  np_block_add_cell (table, NULL);
  np_block_add_cell (table, NULL);
}

/* The risks of one group; with `group` NULL those that are there because of something about this person. */
static void
add_risks (NpSheetWriter *self, NpBlock *table, const char *group, const char *title)
{
  JsonArray *risks = np_sheet_array (self->shown, "risks");
  gboolean first = TRUE;

  for (guint i = 0; i < np_sheet_length (risks); i++)
    {
      JsonObject *risk = np_sheet_element (risks, i);
      gboolean personal = np_sheet_length (np_sheet_array (risk, "because")) > 0;
      const char *id = np_sheet_string (risk, "id");

      if (personal != (group == NULL) || (group != NULL && g_strcmp0 (np_sheet_string (risk, "group"), group) != 0))
        continue;
      if (id == NULL || !was_told (self, "acknowledged", id))
        continue;
      if (first)
        add_group (table, title);
      first = FALSE;
      add_risk (self, table, risk);
    }
}

/* The other options of each condition, doing nothing first */
static char *
alternatives_of (const NpSheetWriter *self, const char *condition)
{
  g_autofree char *prefix = g_strconcat (condition, ".", NULL);
  GString *text = g_string_new (np_sheet_label (self, "no-treatment"));

  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "text") == 0 && g_str_has_prefix (key->id, prefix))
        g_string_append_printf (text, " %s", key->text);
    }
  return g_string_free (text, FALSE);
}

static void
write_alternatives (NpSheetWriter *self)
{
  g_autofree const char **ids = conditions (self);
  NpBlock *table;

  np_sheet_heading (self, "alternatives");
  if (self->blank)
    {
      np_sheet_paragraph (self, np_sheet_label (self, "no-treatment"));
      np_sheet_write_lines (self, 2);
    }
  table = np_sheet_table (self, NULL, side_title, 2);
  table->strong = TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = alternatives_of (self, ids[i]);

      add_row (table, np_sheet_text (self, ids[i], "name"), text);
    }
}

static void
write_costs (NpSheetWriter *self)
{
  JsonObject *costs = np_sheet_object (self->consultation, "disclosure/costs");
  NpBlock *facts;

  np_sheet_heading (self, "costs");
  facts = np_sheet_facts (self, 2);
  np_sheet_fact (self, facts, "cost-session", np_sheet_string (costs, "session"));
  np_sheet_fact (self, facts, "cost-course", np_sheet_string (costs, "course"));
  facts = np_sheet_facts (self, 1);
  np_sheet_fact (self, facts, "cost-note", np_sheet_string (costs, "note"));
  np_sheet_drop_empty (self);
}

void
np_sheet_write_risks (NpSheetWriter *self)
{
  static const char *const labels[] = { "risk", "how-often", "what-to-do" };
  static const double widths[] = { 35, 36, 29 };
  gboolean consent = strcmp (self->kind, "consent") == 0;
  NpBlock *table;

  np_sheet_heading (self, "risks");
  if (consent)
    np_sheet_paragraph (self, np_sheet_text (self, "information", "opening"));
  table = np_sheet_table (self, labels, widths, 3);
  table->strong = TRUE;
  add_risks (self, table, NULL, np_sheet_label (self, "risks-for-you"));
  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "title") == 0 && g_str_has_prefix (key->id, "risk-group."))
        add_risks (self, table, key->id + strlen ("risk-group."), key->text);
    }
  if (self->blank)
    {
      np_sheet_paragraph (self, np_sheet_label (self, "more-risks"));
      np_sheet_write_lines (self, 3);
    }
  np_sheet_drop_empty (self);
  write_alternatives (self);
  write_costs (self);
}
