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

/* a text's brief where it has one */
static const char *
brief_of (const NpSheetWriter *self, const char *id, const char *brief, const char *field)
{
  const char *text = brief != NULL ? np_sheet_text (self, id, brief) : NULL;

  return text != NULL ? text : np_sheet_text (self, id, field);
}

static void
add_condition (NpSheetWriter *self, NpBlock *grid, const char *id)
{
  static const struct { const char *label, *brief, *field, *more; } pieces[] = {
    { "benefit", NULL, "benefit", NULL }, { "how-many-sessions", NULL, "sessions", "interval" },
    { "result-when", NULL, "result_when", NULL }, { "how-sure", "evidence_brief", "evidence_text", NULL },
    { "without-treatment", NULL, "no_treatment", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const char *text = brief_of (self, id, pieces[i].brief, pieces[i].field);
      const char *more = pieces[i].more != NULL ? np_sheet_text (self, id, pieces[i].more) : NULL;
      g_autofree char *all = g_strconcat (text != NULL ? text : "", more != NULL ? " " : "", more, NULL);

      np_sheet_piece (grid, np_sheet_label (self, pieces[i].label), text != NULL ? all : NULL);
    }
}

static void
write_conditions (NpSheetWriter *self)
{
  g_autofree const char **ids = conditions (self);
  NpBlock *grid;

  np_sheet_heading (self, "expect");
  grid = np_sheet_add (self->sheet, NP_BLOCK_GRID, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      np_sheet_pieces_title (grid, np_sheet_text (self, ids[i], "name"));
      add_condition (self, grid, ids[i]);
    }
}

/* What was chosen, and what it is or is for */
static void
add_thing (NpSheetWriter *self, NpBlock *grid, const char *id, const char *field)
{
  const char *more = np_sheet_text (self, id, field), *single = np_sheet_text (self, id, "single_use");
  g_autofree char *text = g_strconcat (more != NULL ? more : "", single != NULL ? " " : "", single, NULL);

  np_sheet_piece (grid, np_sheet_text (self, id, "name"), more != NULL ? text : NULL);
}

static void
add_things (NpSheetWriter *self, NpBlock *grid)
{
  JsonObject *plan = np_sheet_object (self->consultation, "plan");
  JsonArray *topicals = np_sheet_array (plan, "topicals");

  add_thing (self, grid, np_sheet_string (plan, "device"), "what");
  for (guint i = 0; i < np_sheet_length (topicals); i++)
    add_thing (self, grid, np_sheet_word (topicals, i), "why");
  add_thing (self, grid, np_sheet_string (plan, "anaesthetic"), "why");
}

static NpBlock *
information_grid (NpSheetWriter *self)
{
  JsonArray *ids = np_sheet_array (self->shown, "information");
  NpBlock *grid = np_sheet_add (self->sheet, NP_BLOCK_GRID, NULL);

  for (guint i = 0; i < np_sheet_length (ids); i++)
    if (was_told (self, "told", np_sheet_word (ids, i)) && np_sheet_section_of (self, np_sheet_word (ids, i)) == NULL)
      np_sheet_piece (grid, np_sheet_text_of (self, "information", np_sheet_word (ids, i), "title"),
                      np_sheet_information (self, np_sheet_word (ids, i)));
  if (strcmp (self->kind, "consent") == 0)
    add_things (self, grid);
  return grid;
}

/* Every piece of information that does not open a section of its own, and what is known of the things chosen */
void
np_sheet_write_information (NpSheetWriter *self)
{
  GPtrArray *blocks = self->sheet->blocks;

  np_sheet_heading (self, "information");
  np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, np_sheet_label (self, "in-short"))->keep_with_next = TRUE;
  if (information_grid (self)->cells == NULL)
    g_ptr_array_set_size (blocks, (int) blocks->len - 2);
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
append_sentence (GString *text, const char *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* Why it is here, what it is, how often, how long, what to do */
static void
add_risk (NpSheetWriter *self, NpBlock *grid, JsonObject *risk)
{
  const char *id = np_sheet_string (risk, "id"), *title = np_sheet_text (self, id, "title");
  g_autofree char *reason = because (self, risk);
  g_autofree char *serious = np_sheet_bool (risk, "serious") ? np_sheet_fill (self, "serious", title != NULL ? title : id, NULL) : NULL;
  GString *text = g_string_new (np_sheet_is_changed (self, id) ? np_sheet_label (self, "changed-risk") : NULL);

  append_sentence (text, reason);
  append_sentence (text, np_sheet_text (self, id, "what"));
  append_sentence (text, brief_of (self, id, "often_brief", "how_often"));
  append_sentence (text, np_sheet_text (self, id, "how_long"));
  append_sentence (text, np_sheet_text (self, id, "what_to_do"));
  np_sheet_piece (grid, serious != NULL ? serious : title != NULL ? title : id, text->str);
  g_string_free (text, TRUE);
}

/* The risks of one group that are there because of something about this person, or those that are not */
static void
add_risks (NpSheetWriter *self, NpBlock *grid, const char *group, gboolean personal)
{
  JsonArray *risks = np_sheet_array (self->shown, "risks");

  for (guint i = 0; i < np_sheet_length (risks); i++)
    {
      JsonObject *risk = np_sheet_element (risks, i);
      const char *id = np_sheet_string (risk, "id");
      gboolean reasoned = np_sheet_length (np_sheet_array (risk, "because")) > 0;

      if (id != NULL && reasoned == personal && g_strcmp0 (np_sheet_string (risk, "group"), group) == 0 && was_told (self, "acknowledged", id))
        add_risk (self, grid, risk);
    }
}

/* in the groups' order */
static void
add_groups (NpSheetWriter *self, NpBlock *grid, const char *title, gboolean personal)
{
  guint before;

  np_sheet_pieces_title (grid, title);
  before = grid->cells->len;
  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "title") == 0 && g_str_has_prefix (key->id, "risk-group."))
        add_risks (self, grid, key->id + strlen ("risk-group."), personal);
    }
  if (grid->cells->len == before)
    g_ptr_array_set_size (grid->cells, (int) before - 2);
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

  np_sheet_heading (self, "alternatives");
  if (self->blank)
    {
      np_sheet_paragraph (self, np_sheet_label (self, "no-treatment"));
      np_sheet_write_lines (self, 2);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = alternatives_of (self, ids[i]);
      g_autofree char *line = np_sheet_fill (self, "detail", np_sheet_text (self, ids[i], "name"), text, NULL);

      np_sheet_paragraph (self, line);
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
  facts->keep_with_next = facts->cells != NULL && np_sheet_string (costs, "note") != NULL;
  facts = np_sheet_facts (self, 1);
  np_sheet_fact (self, facts, "cost-note", np_sheet_string (costs, "note"));
  np_sheet_drop_empty (self);
}

void
np_sheet_write_risks (NpSheetWriter *self)
{
  NpBlock *grid;

  np_sheet_heading (self, "risks");
  grid = np_sheet_add (self->sheet, NP_BLOCK_GRID, NULL);
  add_groups (self, grid, np_sheet_label (self, "risks-for-you"), TRUE);
  add_groups (self, grid, np_sheet_label (self, "risks-of-treatment"), FALSE);
  if (self->blank)
    {
      np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, np_sheet_label (self, "more-risks"))->keep_with_next = TRUE;
      np_sheet_write_lines (self, 2);
    }
  np_sheet_drop_empty (self);
  write_alternatives (self);
  write_costs (self);
}
