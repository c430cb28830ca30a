/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include "np-date.h"
#include <string.h>

static void
read_texts (NpSheetWriter *self)
{
  JsonArray *texts = np_sheet_array (self->record, "texts");

  for (guint i = 0; i < np_sheet_length (texts); i++)
    {
      JsonObject *entry = np_sheet_element (texts, i);
      NpTextKey key = { np_sheet_string (entry, "id"), np_sheet_string (entry, "field"), np_sheet_string (entry, "text") };

      if (key.id == NULL || key.field == NULL || key.text == NULL)
        continue;
      g_hash_table_insert (self->texts, g_strconcat (key.id, "\t", key.field, NULL), (gpointer) key.text);
      g_ptr_array_add (self->keys, g_memdup2 (&key, sizeof key));
    }
}

/**
 * np_sheet_writer_new:
 * @record: the object under "record"; must outlive the writer
 *
 * Returns: (transfer full): a writer with an empty sheet
 */
NpSheetWriter *
np_sheet_writer_new (JsonObject *record)
{
  NpSheetWriter *self = g_new0 (NpSheetWriter, 1);
  const char *tag;

  self->record = record;
  self->consultation = np_sheet_object (record, "consultation");
  self->assessment = np_sheet_object (record, "assessment");
  self->shown = np_sheet_object (record, "shown");
  self->kind = np_sheet_string (record, "ending/kind");
  self->open = self->kind == NULL;
  if (self->open)
    self->kind = "consent";
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  read_texts (self);
  tag = np_sheet_string (self->shown, "language");
  if (tag == NULL)
    tag = np_sheet_string (self->consultation, "language");
  self->language = np_language_new (tag != NULL ? tag : "en", NULL);
  self->sheet = np_sheet_new (np_language_tag (self->language), np_language_is_rtl (self->language));
  return self;
}

/**
 * np_sheet_writer_finish:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): the sheet it has written
 */
NpSheet *
np_sheet_writer_finish (NpSheetWriter *self)
{
  NpSheet *sheet = self->sheet;

  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->keys);
  np_language_unref (self->language);
  g_free (self);
  return sheet;
}

const char *
np_sheet_text (const NpSheetWriter *self, const char *id, const char *field)
{
  g_autofree char *key = id != NULL ? g_strconcat (id, "\t", field, NULL) : NULL;

  return key != NULL ? g_hash_table_lookup (self->texts, key) : NULL;
}

const char *
np_sheet_text_of (const NpSheetWriter *self, const char *prefix, const char *id, const char *field)
{
  g_autofree char *dotted = id != NULL ? g_strconcat (prefix, ".", id, NULL) : NULL;

  return np_sheet_text (self, dotted, field);
}

const char *
np_sheet_label (const NpSheetWriter *self, const char *id)
{
  const char *text = np_sheet_text_of (self, "label", id, "text");

  return text != NULL ? text : id;
}

/**
 * np_sheet_fill:
 * @self: a writer
 * @label: the id of a label
 * @...: what stands for %1, %2 and so on; ends with %NULL
 *
 * Returns: (transfer full): the label with everything put in, each isolated where the language runs from right to left
 */
char *
np_sheet_fill (const NpSheetWriter *self, const char *label, ...)
{
  const char *values[9];
  const char *value;
  guint n = 0;
  va_list list;

  va_start (list, label);
  while (n < G_N_ELEMENTS (values) && (value = va_arg (list, const char *)) != NULL)
    values[n++] = value;
  va_end (list);
  return np_language_fill (self->language, np_sheet_label (self, label), values, n);
}

/* Month names and the order of a date are labels of the record like every other word, so that it prints the same for ever. */
char *
np_sheet_date (const NpSheetWriter *self, const char *date)
{
  NpDate parsed;
  g_autofree char *day = NULL, *year = NULL, *month_id = NULL;

  if (date == NULL)
    return NULL;
  if (!np_date_parse (date, &parsed))
    return g_strdup (date);
  day = g_strdup_printf ("%d", parsed.day);
  year = g_strdup_printf ("%d", parsed.year);
  if (parsed.month == 0)
    return g_steal_pointer (&year);
  month_id = g_strdup_printf ("month-%d", parsed.month);
  if (parsed.day == 0)
    return np_sheet_fill (self, "date-month", np_sheet_label (self, month_id), year, NULL);
  return np_sheet_fill (self, "date-day", day, np_sheet_label (self, month_id), year, NULL);
}

/* "2026-03-10T09:15:02+01:00": date and time as they stood at the place, and the zone (record-rules 1) */
char *
np_sheet_stamp (const NpSheetWriter *self, const char *stamp)
{
  g_autofree char *day = NULL, *date = NULL, *time = NULL;
  const char *zone;

  if (stamp == NULL || strlen (stamp) < 20 || stamp[10] != 'T')
    return g_strdup (stamp);
  day = g_strndup (stamp, 10);
  date = np_sheet_date (self, day);
  time = g_strndup (stamp + 11, 5);
  zone = strpbrk (stamp + 19, "Z+-");
  if (zone == NULL || *zone == 'Z' || strcmp (zone + 1, "00:00") == 0)
    return np_sheet_fill (self, "stamp-utc", date, time, NULL);
  return np_sheet_fill (self, "stamp", date, time, zone, NULL);
}

gboolean
np_sheet_is_changed (const NpSheetWriter *self, const char *id)
{
  return np_sheet_holds (np_sheet_array (self->record, "catalog/clinic_changed"), id);
}

char *
np_sheet_join_with (const NpSheetWriter *self, GPtrArray *list, const char *label)
{
  g_autoptr (GPtrArray) parts = list;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append_printf (text, "%s ", label != NULL ? np_sheet_label (self, label) : "");
      g_string_append (text, g_ptr_array_index (parts, i));
    }
  return g_string_free (text, FALSE);
}

char *
np_sheet_join (const NpSheetWriter *self, GPtrArray *list)
{
  return np_sheet_join_with (self, list, "comma");
}

const char *
np_sheet_information (const NpSheetWriter *self, const char *id)
{
  const char *brief = np_sheet_text_of (self, "information", id, "brief");

  return brief != NULL ? brief : np_sheet_text_of (self, "information", id, "text");
}

char *
np_sheet_running (const char *text)
{
  return text != NULL ? g_strdelimit (g_strdup (text), "\n", ' ') : NULL;
}

/* Only a consent has every section; on another sheet the information stands together, as far as it was told. What is kept in the record
 * only ("record") stands on no sheet. */
const char *
np_sheet_section_of (const NpSheetWriter *self, const char *information)
{
  JsonArray *leads = np_sheet_array (self->shown, "leads");
  gboolean consent = strcmp (self->kind, "consent") == 0;

  for (guint i = 0; i < np_sheet_length (leads); i++)
    {
      const char *section = np_sheet_string (np_sheet_element (leads, i), "section");

      if (g_strcmp0 (np_sheet_string (np_sheet_element (leads, i), "id"), information) == 0
          && (consent || g_strcmp0 (section, "record") == 0))
        return section;
    }
  return NULL;
}

static void
write_leads (NpSheetWriter *self, const char *section)
{
  JsonArray *ids = np_sheet_array (self->shown, "information");

  for (guint i = 0; i < np_sheet_length (ids); i++)
    {
      const char *id = np_sheet_word (ids, i);
      g_autofree char *text = NULL;

      if (g_strcmp0 (np_sheet_section_of (self, id), section) != 0)
        continue;
      text = np_sheet_running (np_sheet_information (self, id));
      np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, text)->keep_with_next = TRUE;
    }
}

void
np_sheet_heading (NpSheetWriter *self, const char *label)
{
  np_sheet_drop_empty (self);
  np_sheet_add (self->sheet, NP_BLOCK_HEADING, np_sheet_label (self, label));
  write_leads (self, label);
}

void
np_sheet_paragraph (NpSheetWriter *self, const char *text)
{
  if (text != NULL && *text != '\0')
    np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, text);
}

NpBlock *
np_sheet_facts (NpSheetWriter *self, guint per_row)
{
  GPtrArray *blocks = self->sheet->blocks;
  const NpBlock *last = blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;
  NpBlock *facts;

  if (last != NULL && last->kind == NP_BLOCK_FACTS && last->cells == NULL)
    g_ptr_array_remove_index (blocks, blocks->len - 1);
  facts = np_sheet_add (self->sheet, NP_BLOCK_FACTS, NULL);
  facts->columns = per_row;
  return facts;
}

NpBlock *
np_sheet_boxed (NpBlock *block)
{
  block->boxed = TRUE;
  return block;
}

void
np_sheet_fact (NpSheetWriter *self, NpBlock *facts, const char *label, const char *value)
{
  if ((value == NULL || *value == '\0') && !self->blank)
    return;
  np_block_add_cell (facts, np_sheet_label (self, label));
  np_block_add_cell (facts, value != NULL && *value != '\0' ? value : NULL);
}

NpBlock *
np_sheet_table (NpSheetWriter *self, const char *const *labels, const double *widths, guint columns)
{
  NpBlock *table = np_sheet_add (self->sheet, NP_BLOCK_TABLE, NULL);

  np_block_set_widths (table, widths, columns);
  for (guint i = 0; i < columns; i++)
    np_block_add_cell (table, labels != NULL ? np_sheet_label (self, labels[i]) : NULL);
  return table;
}

void
np_sheet_piece (NpBlock *grid, const char *title, const char *text)
{
  g_autofree char *running = np_sheet_running (text);

  if (title == NULL || running == NULL)
    return;
  np_block_add_cell (grid, title);
  np_block_add_cell (grid, running);
}

void
np_sheet_pieces_title (NpBlock *grid, const char *title)
{
  np_block_add_cell (grid, title);
  np_block_add_cell (grid, NULL);
}

void
np_sheet_write_lines (NpSheetWriter *self, guint lines)
{
  np_sheet_add (self->sheet, NP_BLOCK_WRITE_LINES, NULL)->columns = lines;
}

static gboolean
is_empty (const NpBlock *block)
{
  switch (block->kind)
    {
    case NP_BLOCK_HEADING:
    case NP_BLOCK_SUBHEADING:
      return TRUE;
    case NP_BLOCK_FACTS:
    case NP_BLOCK_GRID:
      return block->cells == NULL || block->cells->len == 0;
    case NP_BLOCK_TABLE:
      return block->cells == NULL || block->cells->len <= block->columns;
    case NP_BLOCK_TITLE:
    case NP_BLOCK_BANNER:
    case NP_BLOCK_PARAGRAPH:
    case NP_BLOCK_BULLET:
    case NP_BLOCK_TICK:
    case NP_BLOCK_SIGNATURE:
    case NP_BLOCK_WRITE_LINES:
      return FALSE;
    }
  return FALSE;
}

void
np_sheet_drop_empty (NpSheetWriter *self)
{
  GPtrArray *blocks = self->sheet->blocks;

  while (blocks->len > 0 && is_empty (g_ptr_array_index (blocks, blocks->len - 1)))
    g_ptr_array_remove_index (blocks, blocks->len - 1);
}
