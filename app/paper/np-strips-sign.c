/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips-private.h"

/* A statement with the name under it and the place to sign */

#define SIGN_HEIGHT 58.0

static void
sign_area (NpCutter *cutter, NpStrip *strip, double width)
{
  double x = np_cutter_place (cutter, NP_FRAME_PAD, width);

  np_strip_add_rule (strip, x, SIGN_HEIGHT, width);
  if (cutter->block->strokes == NULL)
    return;
  strip->strokes = json_array_ref (cutter->block->strokes);
  strip->pad_width = cutter->block->stroke_width;
  strip->pad_height = cutter->block->stroke_height;
  strip->ink_x = x + 4;
  strip->ink_y = 6;
  strip->ink_width = width - 8;
  strip->ink_height = SIGN_HEIGHT - 8;
}

/* The place to sign with who, when and how beside it, all in one strip. */
static void
cut_sign_strip (NpCutter *cutter, double gap)
{
  double inner = cutter->width - 2 * NP_FRAME_PAD, area = inner * 0.46, start = NP_FRAME_PAD + area + 16, y = 0;
  NpRow row;

  np_row_init (&row);
  for (guint i = 0; i + 1 < np_block_cells (cutter->block); i += 2)
    {
      np_row_add_pair (cutter, &row, np_block_cell (cutter->block, i), np_block_cell (cutter->block, i + 1), start, inner - area - 16, NP_SIGN_LABEL_WIDTH, y);
      y = row.height + 1.5;
    }
  np_row_emit (cutter, &row, gap, NP_FRAME_PAD, G_MAXDOUBLE, NP_FRAME_SIGNATURE);
  np_row_clear (&row);
  sign_area (cutter, np_cutter_last (cutter), area);
  np_cutter_last (cutter)->height = MAX (np_cutter_last (cutter)->height, SIGN_HEIGHT + NP_FRAME_PAD);
}

void
np_cutter_signature (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  const NpBlock *block = cutter->block;
  NpFlow flow = {
    .first = NP_STYLE_BODY, .rest = NP_STYLE_BODY, .start = NP_FRAME_PAD, .width = cutter->width - 2 * NP_FRAME_PAD,
    .frame = NP_FRAME_SIGNATURE, .whole = TRUE, .path = { { "P" }, { 0 } },
  };
  double gap;

  np_cutter_flow (cutter, &flow, block->text);
  gap = cutter->strips->len > first ? 0 : np_cutter_gap (cutter);
  if (block->strokes != NULL || block->flag)
    cut_sign_strip (cutter, gap);
  else if (np_block_cells (block) > 0)
    {
      if (cutter->strips->len > first)
        np_cutter_last (cutter)->height += 4;
      np_cutter_pairs (cutter, 2, NP_FRAME_PAD, cutter->width - 2 * NP_FRAME_PAD, NP_FRAME_SIGNATURE, gap);
      np_cutter_last (cutter)->height += NP_FRAME_PAD;
    }
  for (guint i = first; i < cutter->strips->len; i++)
    np_cutter_at (cutter, i)->glue = i + 1 < cutter->strips->len;
  if (cutter->strips->len > first)
    {
      np_cutter_at (cutter, first)->frame_starts = TRUE;
      np_cutter_last (cutter)->frame_ends = TRUE;
    }
}

