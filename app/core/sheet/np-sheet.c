/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet.h"

static void
block_free (gpointer data)
{
  NpBlock *self = data;

  g_free (self->text);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self->widths);
  g_clear_pointer (&self->strokes, json_array_unref);
  g_free (self);
}

/**
 * np_sheet_new:
 * @language: BCP 47 tag of the sheet
 * @rtl: whether the language is written from right to left
 *
 * Returns: (transfer full): a sheet without blocks
 */
NpSheet *
np_sheet_new (const char *language, gboolean rtl)
{
  NpSheet *self = g_new0 (NpSheet, 1);

  self->language = g_strdup (language);
  self->rtl = rtl;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

/**
 * np_sheet_free:
 * @self: (transfer full) (nullable): a sheet
 *
 * Frees a sheet with its blocks.
 */
void
np_sheet_free (NpSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->title);
  g_free (self->made_at);
  g_ptr_array_unref (self->blocks);
  g_free (self->footer);
  g_free (self->page_of);
  g_free (self->mark);
  g_free (self);
}

/**
 * np_sheet_add:
 * @self: a sheet
 * @kind: what the block is
 * @text: (nullable): its text
 *
 * Appends a block. Headings stay with what follows them.
 *
 * Returns: (transfer none): the block, to be filled in
 */
NpBlock *
np_sheet_add (NpSheet *self, NpBlockKind kind, const char *text)
{
  NpBlock *block;

  g_return_val_if_fail (self != NULL, NULL);
  block = g_new0 (NpBlock, 1);
  block->kind = kind;
  block->text = g_strdup (text);
  block->keep_with_next = kind == NP_BLOCK_HEADING || kind == NP_BLOCK_SUBHEADING;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * np_block_add_cell:
 * @self: a block with cells
 * @text: (nullable): the cell; what NULL means depends on the kind
 */
void
np_block_add_cell (NpBlock *self, const char *text)
{
  g_return_if_fail (self != NULL);
  if (self->cells == NULL)
    self->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->cells, g_strdup (text));
}

/**
 * np_block_set_widths:
 * @self: a table
 * @widths: (array length=columns): relative widths
 * @columns: how many columns the table has
 */
void
np_block_set_widths (NpBlock *self, const double *widths, guint columns)
{
  g_return_if_fail (self != NULL && columns > 0);
  g_free (self->widths);
  self->widths = g_memdup2 (widths, sizeof *widths * columns);
  self->columns = columns;
}

static void
append_cells (GString *text, const NpBlock *block)
{
  guint per_row = block->kind == NP_BLOCK_TABLE ? MAX (block->columns, 1) : 2;

  for (guint i = 0; block->cells != NULL && i < block->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (block->cells, i);

      if (cell != NULL)
        g_string_append (text, cell);
      g_string_append_c (text, (i + 1) % per_row == 0 ? '\n' : '\t');
    }
}

/**
 * np_sheet_to_text:
 * @self: a sheet
 *
 * Returns: (transfer full): the words of all blocks, a paragraph or a row on each line, cells parted by tabs
 */
char *
np_sheet_to_text (const NpSheet *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const NpBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == NP_BLOCK_TICK)
        g_string_append (text, block->flag ? "[x] " : "[ ] ");
      if (block->text != NULL)
        g_string_append_printf (text, "%s\n", block->text);
      append_cells (text, block);
    }
  return g_string_free (text, FALSE);
}
