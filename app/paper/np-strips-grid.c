/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips-private.h"
#include <string.h>

/* Short texts, each under a title of its own, in two columns as in a newspaper: down the first, then down the second. Where a column
 * ends is for the page to say; a text stays whole unless it is long. In a box, and where a text has no neighbour, there is one column. */

#define COLUMNS 2
#define PIECE_GAP 4.5
#define LONG_PIECE 16     /* lines; a longer text may go on in the next column */
#define KEPT_LINES 3      /* of a long text at the end of a column and at the start of the next */

static gboolean
may_part (guint line, guint n_lines)
{
  return n_lines > LONG_PIECE && line + 1 >= KEPT_LINES && n_lines - line - 1 >= KEPT_LINES;
}

static void
emit_title (NpCutter *cutter, const char *title)
{
  NpTagPath path = { { "H3" }, { ++cutter->keys } };
  NpRow row;

  np_row_init (&row);
  np_row_add (&row, np_typesetter_set (cutter->typesetter, NP_STYLE_SUBHEADING, title, cutter->width, FALSE), 0, 2, &path);
  np_row_emit (cutter, &row, PIECE_GAP, 1.5, G_MAXDOUBLE, NP_FRAME_ROW);
  np_cutter_last (cutter)->glue = TRUE;
  np_row_clear (&row);
}

/* whether the text of the pair at `index` has none before or after it without a title across between them */
static gboolean
has_no_neighbour (const NpBlock *block, guint index)
{
  return (index == 0 || np_block_cell (block, index - 1) == NULL) && np_block_cell (block, index + 3) == NULL;
}

static void
emit_piece (NpCutter *cutter, const char *title, const char *words, guint columns, guint list)
{
  double width = (cutter->width - NP_GUTTER * (columns - 1)) / columns;
  g_autofree char *both = g_strconcat (title, "\n", words, NULL);
  const NpSetText *text = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, both, width, TRUE);
  NpPiece piece = { text, 0, 1, np_cutter_place (cutter, 0, width), 0, { { "L", "LI", "Lbl" }, { G_MAXUINT / 2 + list, 0, 0 } } };

  piece.path.key[1] = ++cutter->keys;
  piece.path.key[2] = ++cutter->keys;
  for (guint i = 0; i < text->n_lines; i++)
    {
      NpStrip *strip = np_cutter_add (cutter, i == 0 ? PIECE_GAP * (1 + cutter->white) / 2 : 0, np_set_text_height (text, i, 1));

      strip->glue = i + 1 < text->n_lines && !may_part (i, text->n_lines);
      strip->second = columns == 1 ? 0 : np_cutter_place (cutter, width + NP_GUTTER, width) - piece.x;
      piece.first = i;
      if (pango_layout_line_get_start_index (text->lines[i].line) > (int) strlen (title))
        piece.path.tag[2] = "LBody";
      g_array_append_val (strip->pieces, piece);
    }
}

void
np_cutter_grid (NpCutter *cutter)
{
  guint first = cutter->strips->len, list = ++cutter->keys;

  for (guint i = 0; i + 1 < np_block_cells (cutter->block); i += 2)
    {
      const char *title = np_block_cell (cutter->block, i), *text = np_block_cell (cutter->block, i + 1);

      if (text == NULL)
        emit_title (cutter, title);
      else
        emit_piece (cutter, title, text, cutter->block->boxed || has_no_neighbour (cutter->block, i) ? 1 : COLUMNS, list);
    }
  if (cutter->strips->len > first)
    np_cutter_at (cutter, first)->gap = np_cutter_gap (cutter);
}
