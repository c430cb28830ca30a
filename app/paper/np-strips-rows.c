/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips-private.h"

/* Labels with their values, and tables */

#define ROW_PAD 2.2
#define LABEL_WIDTH 92.0
#define WRITE_DROP 5.5    /* how much lower words stand beside a line to write on */

void
np_row_init (NpRow *row)
{
  row->pieces = g_array_new (FALSE, FALSE, sizeof (NpPiece));
  row->rules = g_array_new (FALSE, FALSE, sizeof (NpWriteLine));
  row->height = 0;
}

void
np_row_clear (NpRow *row)
{
  g_array_unref (row->pieces);
  g_array_unref (row->rules);
}

void
np_row_add (NpRow *row, const NpSetText *text, double x, double y, const NpTagPath *path)
{
  NpPiece piece = { text, 0, text->n_lines, x, y, *path };

  g_array_append_val (row->pieces, piece);
  row->height = MAX (row->height, y + np_set_text_height (text, 0, text->n_lines));
}

/* The lines of `from` that fit into `room` below `y`; what is left stays in `from`. */
static NpPiece
take_lines (NpPiece *from, double room)
{
  NpPiece part = *from;

  part.count = 0;
  while (part.count < from->count && part.y + np_set_text_height (from->text, from->first, part.count + 1) <= room)
    part.count++;
  from->first += part.count;
  from->count -= part.count;
  return part;
}

void
np_row_emit (NpCutter *cutter, NpRow *row, double gap, double pad, double tallest, NpFrame frame)
{
  gboolean more;

  do
    {
      double room = MAX (MIN (row->height, tallest), 30);
      NpStrip *strip = np_cutter_add (cutter, gap, 0);

      more = FALSE;
      for (guint i = 0; i < row->pieces->len; i++)
        {
          NpPiece *whole = &g_array_index (row->pieces, NpPiece, i);
          NpPiece part = take_lines (whole, room + 0.01);

          strip->height = MAX (strip->height, part.y + np_set_text_height (part.text, part.first, part.count));
          part.y += pad;
          whole->y = 0;
          more |= whole->count > 0;
          if (part.count > 0)
            g_array_append_val (strip->pieces, part);
        }
      for (guint i = 0; i < row->rules->len; i++)
        {
          NpWriteLine *rule = &g_array_index (row->rules, NpWriteLine, i);

          np_strip_add_rule (strip, rule->x, rule->y + pad, rule->width);
          strip->height = MAX (strip->height, rule->y + 4);
        }
      g_array_set_size (row->rules, 0);
      strip->height += 2 * pad;
      strip->frame = frame;
      gap = 0;
    }
  while (more);
}

void
np_row_add_pair (NpCutter *cutter, NpRow *row, const char *label, const char *value, double start, double width, double label_width,
              double y)
{
  NpTagPath path = { { "L", "LI", "Lbl" }, { G_MAXUINT / 4 + cutter->index, 0, 0 } };
  double value_width = width - label_width - 8;
  const NpSetText *name = np_typesetter_set (cutter->typesetter, NP_STYLE_LABEL, label != NULL ? label : "", label_width, FALSE);
  const NpSetText *text = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, value != NULL ? value : "", value_width, FALSE);
  double drop = (value != NULL ? 0 : WRITE_DROP) + text->lines[0].baseline - name->lines[0].baseline;

  path.key[1] = ++cutter->keys;
  path.key[2] = ++cutter->keys;
  np_row_add (row, name, np_cutter_place (cutter, start, label_width), y + drop, &path);
  path.tag[2] = "LBody";
  path.key[2] = ++cutter->keys;
  if (value != NULL)
    np_row_add (row, text, np_cutter_place (cutter, start + label_width + 8, value_width), y, &path);
  else
    {
      NpWriteLine rule = { np_cutter_place (cutter, start + label_width + 8, value_width), y + NP_WRITE_HEIGHT - 4, value_width };

      g_array_append_val (row->rules, rule);
      row->height = MAX (row->height, y + NP_WRITE_HEIGHT);
    }
}

const char *
np_block_cell (const NpBlock *block, guint index)
{
  return block->cells != NULL && index < block->cells->len ? g_ptr_array_index (block->cells, index) : NULL;
}

guint
np_block_cells (const NpBlock *block)
{
  return block->cells != NULL ? block->cells->len : 0;
}

static gboolean
has_empty_value (const NpBlock *block, guint first, guint pairs)
{
  for (guint i = first + 1; i < first + 2 * pairs && i < np_block_cells (block); i += 2)
    if (np_block_cell (block, i) == NULL)
      return TRUE;
  return FALSE;
}

void
np_cutter_pairs (NpCutter *cutter, guint per_row, double start, double width, NpFrame frame, double gap)
{
  double share = (width - NP_COLUMN_GAP * (per_row - 1)) / per_row;

  for (guint i = 0; i < np_block_cells (cutter->block); i += 2 * per_row)
    {
      gboolean write = has_empty_value (cutter->block, i, per_row);
      NpRow row;

      if (i > 0 && i + 2 * per_row >= np_block_cells (cutter->block))
        np_cutter_last (cutter)->glue = TRUE;      /* no row alone on the next page */
      np_row_init (&row);
      for (guint k = 0; k < per_row && i + 2 * k < np_block_cells (cutter->block); k++)
        {
          const char *value = np_block_cell (cutter->block, i + 2 * k + 1);

          np_row_add_pair (cutter, &row, np_block_cell (cutter->block, i + 2 * k), value, start + k * (share + NP_COLUMN_GAP), share,
                        frame == NP_FRAME_SIGNATURE ? NP_SIGN_LABEL_WIDTH : MIN (LABEL_WIDTH, share * 0.42), write && value != NULL ? WRITE_DROP : 0);
        }
      np_row_emit (cutter, &row, i == 0 ? gap : 0, 1.4, cutter->height * NP_TALL_ROW, frame);
      np_row_clear (&row);
    }
}

void
np_cutter_facts (NpCutter *cutter)
{
  np_cutter_pairs (cutter, cutter->block->columns == 0 ? 2 : cutter->block->columns, 0, cutter->width, NP_FRAME_NONE, np_cutter_gap (cutter));
}

static double
column_width (const NpCutter *cutter, guint column)
{
  const NpBlock *block = cutter->block;
  double sum = 0;

  for (guint i = 0; i < block->columns; i++)
    sum += block->widths != NULL ? block->widths[i] : 1;
  return (cutter->width - NP_COLUMN_GAP * (block->columns - 1)) * (block->widths != NULL ? block->widths[column] : 1) / sum;
}

static gboolean
goes_across (const NpBlock *block, guint first)
{
  for (guint i = 1; i < block->columns; i++)
    if (np_block_cell (block, first + i) != NULL)
      return FALSE;
  return np_block_cell (block, first) != NULL;
}

static NpStyle
cell_style (const NpBlock *block, gboolean head)
{
  return head ? NP_STYLE_CELL_HEAD : block->flag ? NP_STYLE_FINE : NP_STYLE_BODY;
}

static void
table_row (NpCutter *cutter, guint first, guint table)
{
  const NpBlock *block = cutter->block;
  gboolean across = block->columns > 1 && goes_across (block, first), head = first == 0;
  NpTagPath path = { { "Table", "TR", head ? "TH" : "TD" }, { table, ++cutter->keys, 0 } };
  double start = 0;
  NpRow row;

  np_row_init (&row);
  for (guint i = 0; i < (across ? 1 : block->columns); i++)
    {
      double width = across ? cutter->width : column_width (cutter, i);
      const char *text = np_block_cell (block, first + i);
      gboolean lead = across || (block->strong && i == 0);

      path.key[2] = ++cutter->keys;
      np_row_add (&row, np_typesetter_set (cutter->typesetter, cell_style (block, head), text != NULL ? text : "", width, lead),
               np_cutter_place (cutter, start, width), across ? 2.5 : 0, &path);
      start += width + NP_COLUMN_GAP;
    }
  np_row_emit (cutter, &row, head ? np_cutter_gap (cutter) : 0, ROW_PAD * (1 + cutter->white) / 2, cutter->height * NP_TALL_ROW, head ? NP_FRAME_HEAD_ROW : NP_FRAME_ROW);
  np_cutter_last (cutter)->glue = across || head;
  np_row_clear (&row);
}

void
np_cutter_table (NpCutter *cutter)
{
  const NpBlock *block = cutter->block;
  guint first = cutter->strips->len, table = ++cutter->keys;
  gboolean headless = np_block_cell (block, 0) == NULL;

  g_return_if_fail (block->columns > 0);
  for (guint i = headless ? block->columns : 0; i + block->columns <= np_block_cells (block); i += block->columns)
    {
      gboolean is_last = i + 2 * block->columns > np_block_cells (block);

      if (is_last && cutter->strips->len > first)
        np_cutter_last (cutter)->glue = TRUE;      /* no row alone on the next page */
      table_row (cutter, i, table);
    }
  if (headless && cutter->strips->len > first)
    np_cutter_at (cutter, first)->gap = np_cutter_gap (cutter);
  for (guint i = first + 1; !headless && i < cutter->strips->len; i++)
    np_cutter_at (cutter, i)->head = first + 1;
}

