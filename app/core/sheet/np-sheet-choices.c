/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* After the treatment, the choices beside it, the time to think, and how the talk went. */

static void
write_aftercare (NpSheetWriter *self)
{
  static const char *const labels[] = { "when", "care-do", "care-avoid" };
  static const double widths[] = { 18, 41, 41 };
  JsonArray *ids = np_sheet_array (self->shown, "aftercare");
  NpBlock *table;

  np_sheet_heading (self, "aftercare");
  table = np_sheet_table (self, labels, widths, 3);
  table->strong = TRUE;
  for (guint i = 0; i < np_sheet_length (ids); i++)
    {
      const char *id = np_sheet_word (ids, i), *title = np_sheet_text_of (self, "aftercare", id, "title");

      if (title == NULL)
        continue;
      np_block_add_cell (table, title);
      np_block_add_cell (table, np_sheet_text_of (self, "aftercare", id, "do"));
      np_block_add_cell (table, np_sheet_text_of (self, "aftercare", id, "avoid"));
    }
}

static char *
signs_of (const NpSheetWriter *self, const char *flag)
{
  g_autofree char *prefix = g_strconcat ("red-flag.", flag, ".", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "text") == 0 && g_str_has_prefix (key->id, prefix))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", key->text);
    }
  return g_string_free (text, FALSE);
}

/* A number that the clinic has not given is a line to write it on: the advice to call it is useless without. */
static void
write_phones (NpSheetWriter *self)
{
  static const struct { const char *label, *member; } numbers[] = {
    { "phone", "phone" }, { "out-of-hours", "out_of_hours" }, { "urgent-phone", "urgent_phone" },
  };
  JsonObject *clinic = np_sheet_object (self->consultation, "clinic");
  NpBlock *facts = np_sheet_facts (self, 2);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      np_block_add_cell (facts, np_sheet_label (self, numbers[i].label));
      np_block_add_cell (facts, np_sheet_string (clinic, numbers[i].member));
    }
  if (strcmp (self->kind, "consent") == 0)
    np_sheet_fact (self, facts, "emergency-number", np_sheet_label (self, "emergency-number-value"));
}

/* In a box of its own, with the numbers to call: at home this is what is looked for. */
static void
write_red_flags (NpSheetWriter *self)
{
  static const double widths[] = { 42, 58 };
  JsonArray *ids = np_sheet_array (self->shown, "red_flags");
  NpBlock *table;
  guint first;

  np_sheet_drop_empty (self);
  first = self->sheet->blocks->len;
  np_sheet_heading (self, "red-flags");
  write_phones (self);
  table = np_sheet_table (self, NULL, widths, 2);
  table->strong = TRUE;
  for (guint i = 0; i < np_sheet_length (ids); i++)
    {
      const char *id = np_sheet_word (ids, i), *title = np_sheet_text_of (self, "red-flag", id, "title");
      const char *message = np_sheet_text_of (self, "red-flag", id, "message");
      g_autofree char *how_soon = g_strconcat (title != NULL ? title : id, message != NULL ? "\n" : "", message, NULL);
      g_autofree char *signs = signs_of (self, id);

      np_block_add_cell (table, how_soon);
      np_block_add_cell (table, signs);
    }
  for (guint i = first; i < self->sheet->blocks->len; i++)
    np_sheet_boxed (g_ptr_array_index (self->sheet->blocks, i));
}

/* Where there is no treatment there is nothing to look out for, but still somebody to ask. */
static void
write_contacts (NpSheetWriter *self)
{
  g_autofree char *next = g_strconcat ("next-", self->kind, NULL);
  guint first;

  np_sheet_drop_empty (self);
  first = self->sheet->blocks->len;
  np_sheet_heading (self, "contacts");
  np_sheet_paragraph (self, np_sheet_label (self, next));
  write_phones (self);
  for (guint i = first; i < self->sheet->blocks->len; i++)
    np_sheet_boxed (g_ptr_array_index (self->sheet->blocks, i));
}

void
np_sheet_write_afterwards (NpSheetWriter *self)
{
  if (strcmp (self->kind, "consent") != 0)
    {
      write_contacts (self);
      return;
    }
  write_aftercare (self);
  write_red_flags (self);
}

/* record-rules 22: three decisions of their own, each with a box for yes and for no */
static void
write_photographs (NpSheetWriter *self)
{
  static const char *const uses[] = { "record", "teaching", "marketing" }, *const labels[] = { "photograph-ask", "yes", "no" };
  static const double widths[] = { 89, 6, 5 };
  JsonObject *choices = np_sheet_object (self->consultation, "disclosure/photographs");
  NpBlock *table;

  np_sheet_heading (self, "photographs");
  table = np_sheet_table (self, labels, widths, 3);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      const char *ask = np_sheet_text_of (self, "photograph", uses[i], "ask");
      gboolean given = np_sheet_node (choices, uses[i]) != NULL, yes = np_sheet_bool (choices, uses[i]);

      if (ask == NULL || (!given && strcmp (self->kind, "consent") != 0))
        continue;
      np_block_add_cell (table, ask);
      np_block_add_cell (table, given && yes ? NP_SHEET_TICKED : NP_SHEET_BOX);
      np_block_add_cell (table, given && !yes ? NP_SHEET_TICKED : NP_SHEET_BOX);
    }
}

static char *
reasoned (const NpSheetWriter *self, JsonObject *from)
{
  const char *name = np_sheet_string (from, "name"), *role = np_sheet_string (from, "role"), *reason = np_sheet_string (from, "reason");
  g_autofree char *date = np_sheet_date (self, np_sheet_string (from, "date"));

  if (from == NULL)
    return NULL;
  return np_sheet_fill (self, "reasoned", reason != NULL ? reason : "", name != NULL ? name : "", role != NULL ? role : "",
                        date != NULL ? date : "", NULL);
}

static char *
cooling_reason (const NpSheetWriter *self)
{
  const char *id = np_sheet_string (self->record, "cooling_off/id"), *reason = np_sheet_text_of (self, "cooling-off", id, "reason");

  if (reason != NULL && np_sheet_is_changed (self, id))
    return np_sheet_fill (self, "with-mark", reason, np_sheet_label (self, "changed-by-clinic"), NULL);
  return g_strdup (reason);
}

/* 48 hours are told in hours, longer ones in days where they are whole days */
static char *
hours_in_words (const NpSheetWriter *self, gint64 hours)
{
  gboolean days = hours > 72 && hours % 24 == 0;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, days ? hours / 24 : hours);

  return hours > 0 ? np_sheet_fill (self, days ? "days" : "hours", number, NULL) : NULL;
}

/* record-rules 17 */
static void
add_time_to_think (NpSheetWriter *self, NpBlock *facts)
{
  g_autofree char *informed = np_sheet_stamp (self, np_sheet_string (self->consultation, "disclosure/informed_at"));
  g_autofree char *earliest = np_sheet_stamp (self, np_sheet_string (self->record, "cooling_off/earliest"));
  g_autofree char *hours = hours_in_words (self, np_sheet_int (self->record, "cooling_off/hours", 0));
  g_autofree char *reason = cooling_reason (self), *early = reasoned (self, np_sheet_object (self->consultation, "early"));

  np_sheet_fact (self, facts, "informed-at", informed);
  np_sheet_fact (self, facts, "time-given", hours);
  np_sheet_fact (self, facts, "earliest", earliest);
  if (!self->blank)
    {
      np_sheet_fact (self, facts, "why-this-long", reason);
      np_sheet_fact (self, facts, "why-early", early);
    }
}

/* record-rules 16 */
static void
write_questions (NpSheetWriter *self)
{
  JsonArray *questions = np_sheet_array (self->consultation, "disclosure/questions");

  np_sheet_heading (self, "your-questions");
  if (self->blank)
    np_sheet_write_lines (self, 3);
  else if (questions == NULL && strcmp (self->kind, "consent") == 0)
    np_sheet_paragraph (self, np_sheet_label (self, "not-asked"));
  else if (questions != NULL && np_sheet_length (questions) == 0)
    np_sheet_paragraph (self, np_sheet_label (self, "questions-none"));
  for (guint i = 0; i < np_sheet_length (questions); i++)
    {
      JsonObject *question = np_sheet_element (questions, i);
      const char *asked = np_sheet_string (question, "asked"), *answered = np_sheet_string (question, "answered");
      g_autofree char *text = g_strconcat (asked != NULL ? asked : "", "\n", answered, NULL);

      np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, text)->strong = TRUE;
    }
}

/* The questions of asking back that went the same way, in one cell; NULL when there are none */
static char *
points_of (const NpSheetWriter *self, const char *word, gint64 tries)
{
  JsonArray *ids = np_sheet_array (self->shown, "teach_back");
  JsonObject *results = np_sheet_object (self->consultation, "understanding");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < np_sheet_length (ids); i++)
    {
      const char *id = np_sheet_word (ids, i), *ask = np_sheet_text (self, id, "ask");
      JsonObject *result = np_sheet_object (results, id);

      if (g_strcmp0 (np_sheet_string (result, "result"), word) == 0 && np_sheet_int (result, "tries", 0) == tries)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ask != NULL ? ask : id);
    }
  return g_string_free (text, text->len == 0);
}

static gint64
most_tries (const NpSheetWriter *self)
{
  JsonArray *ids = np_sheet_array (self->shown, "teach_back");
  gint64 most = 0;

  for (guint i = 0; i < np_sheet_length (ids); i++)
    most = MAX (most, np_sheet_int (np_sheet_object (np_sheet_object (self->consultation, "understanding"), np_sheet_word (ids, i)), "tries", 0));
  return most;
}

static void
write_points (NpSheetWriter *self, const char *word, gint64 tries)
{
  g_autofree char *points = points_of (self, word, tries), *number = g_strdup_printf ("%" G_GINT64_FORMAT, tries);
  g_autofree char *label = g_strconcat ("result-", word, NULL), *went = NULL, *text = NULL;

  if (points == NULL)
    return;
  went = word != NULL ? np_sheet_fill (self, "went", np_sheet_label (self, label), number, NULL) : g_strdup (np_sheet_label (self, "not-asked"));
  text = np_sheet_fill (self, "detail", went, points, NULL);
  np_sheet_paragraph (self, text);
}

/* by hand: a row for each */
static void
write_points_to_ask (NpSheetWriter *self)
{
  static const char *const labels[] = { "point", "how-it-went", "tries" };
  static const double widths[] = { 62, 28, 10 };
  JsonArray *ids = np_sheet_array (self->shown, "teach_back");
  NpBlock *table = np_sheet_table (self, labels, widths, 3);

  for (guint i = 0; i < np_sheet_length (ids); i++)
    {
      np_block_add_cell (table, np_sheet_text (self, np_sheet_word (ids, i), "ask"));
      np_block_add_cell (table, "");
      np_block_add_cell (table, "");
    }
}

/* record-rules 18: no score, but how each point went and in how many tries; what went the same way stands together */
static void
write_understanding (NpSheetWriter *self)
{
  static const char *const words[] = { "not-yet", "after-explaining", "own-words" };
  g_autofree char *decided = reasoned (self, np_sheet_object (self->consultation, "understanding_decision"));
  g_autofree char *spoken = decided != NULL ? np_sheet_fill (self, "understanding-decided", decided, NULL) : NULL;

  np_sheet_add (self->sheet, NP_BLOCK_SUBHEADING, np_sheet_label (self, "understanding"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (gint64 tries = 1; tries <= most_tries (self); tries++)
      write_points (self, words[i], tries);
  if (self->blank)
    write_points_to_ask (self);
  else if (strcmp (self->kind, "consent") == 0)
    write_points (self, NULL, 0);
  np_sheet_drop_empty (self);
  np_sheet_paragraph (self, spoken);
}

/* record-rules 21 and 32 */
static void
add_copies (NpSheetWriter *self, NpBlock *facts)
{
  JsonArray *handed = np_sheet_array (self->consultation, "handed_over");
  const char *how = np_sheet_text_of (self, "copy", np_sheet_string (self->consultation, "copy/how"), "label");

  np_sheet_fact (self, facts, "your-copy", how != NULL ? how : np_sheet_string (self->consultation, "copy/how"));
  for (guint i = 0; i < np_sheet_length (handed); i++)
    {
      JsonObject *leaflet = np_sheet_element (handed, i);
      const char *what = np_sheet_string (leaflet, "what"), *version = np_sheet_string (leaflet, "version");
      const char *language = np_sheet_string (leaflet, "language");
      g_autofree char *at = np_sheet_stamp (self, np_sheet_string (leaflet, "at"));
      g_autofree char *line = np_sheet_fill (self, "leaflet", what != NULL ? what : "", version != NULL ? version : "–",
                                             language != NULL ? language : "", at != NULL ? at : "", NULL);

      np_sheet_fact (self, facts, "handed-over", line);
    }
}

static void
write_take_home (NpSheetWriter *self)
{
  gboolean consent = strcmp (self->kind, "consent") == 0;
  NpBlock *facts;

  np_sheet_heading (self, consent ? "time-to-think" : "copies");
  facts = np_sheet_facts (self, 1);
  if (consent)
    add_time_to_think (self, facts);
  add_copies (self, facts);
}

void
np_sheet_write_choices (NpSheetWriter *self)
{
  write_photographs (self);
  write_questions (self);
  write_understanding (self);
  write_take_home (self);
}
