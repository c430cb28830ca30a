/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips-private.h"

/* Short texts, each under a title of its own, in two columns. They are gathered into bands: a band's texts fill first its left half and
 * then its right one, in their order, and a page may end between bands. Bands and halves are chosen so that the whole is as short as
 * it can be. */

#define HALVES 2
#define BAND_HEIGHT 170.0     /* higher ones would leave gaps at the ends of pages */
#define PIECE_GAP 4.0

typedef struct { const NpSetText *text; double height; } NpGridPiece;
typedef struct { double cost; guint from, split; } NpBand;

/* height of `from` to `to` - 1 below each other */
static double
stack_height (const GArray *pieces, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += g_array_index (pieces, NpGridPiece, i).height + (i > from ? PIECE_GAP : 0);
  return height;
}

/* The height of a band with these pieces, and in `split` where its right half begins */
static double
band_height (const GArray *pieces, guint from, guint to, guint *split)
{
  double best = G_MAXDOUBLE;

  for (guint at = from + 1; at <= to; at++)
    {
      double height = MAX (stack_height (pieces, from, at), stack_height (pieces, at, to));

      if (height < best)
        *split = at;
      best = MIN (best, height);
    }
  return best;
}

/* best[n] is how the first n pieces stand in bands; a band that is too high holds no more than a piece in each half. */
static NpBand *
choose_bands (const GArray *pieces, double pad)
{
  NpBand *best = g_new0 (NpBand, pieces->len + 1);

  for (guint to = 1; to <= pieces->len; to++)
    {
      best[to].cost = G_MAXDOUBLE;
      for (guint from = to; from-- > 0;)
        {
          guint split = to;
          double height = band_height (pieces, from, to, &split), cost = best[from].cost + height + 2 * pad;

          if (height > BAND_HEIGHT && to - from > HALVES)
            break;
          if (cost < best[to].cost)
            best[to] = (NpBand) { cost, from, split };
        }
    }
  return best;
}

static double
half_width (const NpCutter *cutter)
{
  return (cutter->width - NP_COLUMN_GAP) / HALVES;
}

static void
add_stack (NpCutter *cutter, NpRow *row, const GArray *pieces, guint from, guint to, guint half, guint table)
{
  double width = half_width (cutter), x = np_cutter_place (cutter, half * (width + NP_COLUMN_GAP), width), y = 0;

  for (guint i = from; i < to; i++)
    {
      const NpGridPiece *piece = &g_array_index (pieces, NpGridPiece, i);
      NpTagPath path = { { "L", "LI", "LBody" }, { G_MAXUINT / 2 + table, ++cutter->keys, 0 } };

      path.key[2] = ++cutter->keys;
      np_row_add (row, piece->text, x, y, &path);
      y += piece->height + PIECE_GAP;
    }
}

static void
emit_bands (NpCutter *cutter, const GArray *pieces, const NpBand *best, guint to, double pad, guint table)
{
  const NpBand *band = &best[to];
  NpRow row;

  if (to == 0)
    return;
  emit_bands (cutter, pieces, best, band->from, pad, table);
  np_row_init (&row);
  add_stack (cutter, &row, pieces, band->from, band->split, 0, table);
  add_stack (cutter, &row, pieces, band->split, to, 1, table);
  np_row_emit (cutter, &row, 0, pad, cutter->height * NP_TALL_ROW, NP_FRAME_ROW);
  np_row_clear (&row);
}

static void
emit_title (NpCutter *cutter, const char *title)
{
  NpTagPath path = { { "H3" }, { ++cutter->keys } };
  NpRow row;

  np_row_init (&row);
  np_row_add (&row, np_typesetter_set (cutter->typesetter, NP_STYLE_SUBHEADING, title, cutter->width, FALSE), 0, 2, &path);
  np_row_emit (cutter, &row, 0, 1.5, G_MAXDOUBLE, NP_FRAME_ROW);
  np_cutter_last (cutter)->glue = TRUE;
  np_row_clear (&row);
}

static void
flush_pieces (NpCutter *cutter, GArray *pieces, double pad, guint table)
{
  g_autofree NpBand *best = choose_bands (pieces, pad);

  emit_bands (cutter, pieces, best, pieces->len, pad, table);
  g_array_set_size (pieces, 0);
}

void
np_cutter_grid (NpCutter *cutter)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (NpGridPiece));
  guint first = cutter->strips->len, table = ++cutter->keys;
  double pad = 2.4 * (1 + cutter->white) / 2;

  for (guint i = 0; i + 1 < np_block_cells (cutter->block); i += 2)
    {
      const char *title = np_block_cell (cutter->block, i), *text = np_block_cell (cutter->block, i + 1);
      g_autofree char *both = text != NULL ? g_strconcat (title, "\n", text, NULL) : NULL;
      NpGridPiece piece = { 0 };

      if (both == NULL)
        {
          flush_pieces (cutter, pieces, pad, table);
          emit_title (cutter, title);
          continue;
        }
      piece.text = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, both, half_width (cutter), TRUE);
      piece.height = np_set_text_height (piece.text, 0, piece.text->n_lines);
      g_array_append_val (pieces, piece);
    }
  flush_pieces (cutter, pieces, pad, table);
  if (cutter->strips->len > first)
    np_cutter_at (cutter, first)->gap = np_cutter_gap (cutter);
}
