/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips-private.h"

/* Sheet blocks of running text, and the frame around boxed ones */

#define PARAGRAPH_GAP 3.0

typedef struct { double before, after; } NpGaps;
static const NpGaps gaps[] = {
  [NP_BLOCK_TITLE] = { 0, 4 },
  [NP_BLOCK_BANNER] = { 6, 7 },
  [NP_BLOCK_HEADING] = { 10, 3 },
  [NP_BLOCK_SUBHEADING] = { 6, 2 },
  [NP_BLOCK_PARAGRAPH] = { 3, 0 },
  [NP_BLOCK_BULLET] = { 2, 0 },
  [NP_BLOCK_TICK] = { 4, 0 },
  [NP_BLOCK_FACTS] = { 4, 0 },
  [NP_BLOCK_TABLE] = { 4, 2 },
  [NP_BLOCK_GRID] = { 3, 2 },
  [NP_BLOCK_SIGNATURE] = { 7, 0 },
  [NP_BLOCK_WRITE_LINES] = { 0, 2 },
};

static void
strip_free (gpointer data)
{
  NpStrip *self = data;

  g_array_unref (self->pieces);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->strokes, json_array_unref);
  g_free (self);
}

NpStrip *
np_cutter_add (NpCutter *cutter, double gap, double height)
{
  NpStrip *strip = g_new0 (NpStrip, 1);

  strip->block = cutter->index;
  strip->gap = gap;
  strip->height = height;
  strip->pieces = g_array_new (FALSE, FALSE, sizeof (NpPiece));
  g_ptr_array_add (cutter->strips, strip);
  return strip;
}

NpStrip *
np_cutter_at (const NpCutter *cutter, guint index)
{
  return g_ptr_array_index (cutter->strips, index);
}

NpStrip *
np_cutter_last (const NpCutter *cutter)
{
  return np_cutter_at (cutter, cutter->strips->len - 1);
}

/* x of something `width` wide that begins `start` from where lines begin */
double
np_cutter_place (const NpCutter *cutter, double start, double width)
{
  return cutter->sheet->rtl ? cutter->width - start - width : start;
}

double
np_cutter_gap (const NpCutter *cutter)
{
  const NpBlock *previous;

  if (cutter->index == 0)
    return 0;
  previous = g_ptr_array_index (cutter->sheet->blocks, cutter->index - 1);
  return MAX (gaps[cutter->block->kind].before, gaps[previous->kind].after) * cutter->white;
}

void
np_strip_add_rule (NpStrip *strip, double x, double y, double width)
{
  NpWriteLine rule = { x, y, width };

  if (strip->rules == NULL)
    strip->rules = g_array_new (FALSE, FALSE, sizeof (NpWriteLine));
  g_array_append_val (strip->rules, rule);
}

/* At least two lines of a paragraph stay together at the end of a page and at the start of the next. */
static gboolean
glued (guint line, guint n_lines)
{
  return line + 1 < n_lines && (n_lines <= 3 || line == 0 || line + 2 == n_lines);
}

static void
flow_paragraph (NpCutter *cutter, const NpFlow *flow, NpStyle style, const char *paragraph, double gap, double pad)
{
  const NpSetText *text = np_typesetter_set (cutter->typesetter, style, paragraph, flow->width, FALSE);
  NpPiece piece = { text, 0, 1, np_cutter_place (cutter, flow->start, flow->width), 0, flow->path };

  piece.path.key[flow->level] = ++cutter->keys;
  for (guint i = 0; i < text->n_lines; i++)
    {
      double top = i == 0 ? pad : 0;
      NpStrip *strip = np_cutter_add (cutter, i == 0 ? gap : 0, top + np_set_text_height (text, i, 1));

      strip->frame = flow->frame;
      strip->glue = flow->whole || glued (i, text->n_lines);
      piece.first = i;
      piece.y = top;
      g_array_append_val (strip->pieces, piece);
    }
}

void
np_cutter_flow (NpCutter *cutter, const NpFlow *flow, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);
  gboolean framed = flow->frame == NP_FRAME_NOTE || flow->frame == NP_FRAME_WARNING || flow->frame == NP_FRAME_SIGNATURE;
  gboolean first = TRUE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      {
        double gap = first ? np_cutter_gap (cutter) : framed ? 0 : PARAGRAPH_GAP * cutter->white;
        double pad = !framed ? 0 : first ? NP_FRAME_PAD : PARAGRAPH_GAP * cutter->white;

        flow_paragraph (cutter, flow, first ? flow->first : flow->rest, paragraphs[i], gap, pad);
        first = FALSE;
      }
}

static void
cut_flow (NpCutter *cutter, NpStyle first, NpStyle rest, double indent, const char *tag)
{
  NpFlow flow = { .first = first, .rest = rest, .start = indent, .width = cutter->width - indent, .path = { { tag }, { 0 } } };

  np_cutter_flow (cutter, &flow, cutter->block->text);
}

static void
cut_heading (NpCutter *cutter)
{
  guint first = cutter->strips->len;

  cut_flow (cutter, NP_STYLE_HEADING, NP_STYLE_HEADING, 0, "H2");
  if (cutter->strips->len == first)
    return;
  np_cutter_last (cutter)->height += 2;
  np_cutter_last (cutter)->frame = NP_FRAME_HEADING;
}

static void
cut_bullet (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  NpFlow flow = { .first = NP_STYLE_BODY, .rest = NP_STYLE_BODY, .start = 13, .width = cutter->width - 13, .level = 2 };
  const NpSetText *dot = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, "•", 9, FALSE);
  NpPiece piece = { dot, 0, 1, np_cutter_place (cutter, 4, 9), 0, { { "L", "LI", "Lbl" }, { 0 } } };

  /* the list's key is its first bullet's, so that bullets in a row make one list */
  guint list = cutter->index;
  while (list > 0 && ((NpBlock *) g_ptr_array_index (cutter->sheet->blocks, list - 1))->kind == NP_BLOCK_BULLET)
    list--;
  piece.path.key[0] = flow.path.key[0] = G_MAXUINT - list;
  piece.path.key[1] = flow.path.key[1] = ++cutter->keys;
  piece.path.key[2] = ++cutter->keys;
  flow.path.tag[0] = "L";
  flow.path.tag[1] = "LI";
  flow.path.tag[2] = "LBody";
  np_cutter_flow (cutter, &flow, cutter->block->text);
  if (cutter->strips->len > first)
    g_array_prepend_val (np_cutter_at (cutter, first)->pieces, piece);
}

static void
cut_tick (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  NpStrip *strip;

  cut_flow (cutter, NP_STYLE_BODY, NP_STYLE_BODY, 17, "P");
  if (cutter->strips->len == first)
    return;
  strip = g_ptr_array_index (cutter->strips, first);
  strip->has_box = TRUE;
  strip->ticked = cutter->block->flag;
  strip->box_x = np_cutter_place (cutter, 1, 8.5);
  strip->box_y = 2.4;
}

static void
cut_banner (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  NpFlow flow = {
    .first = NP_STYLE_BANNER_HEAD, .rest = NP_STYLE_BANNER, .start = 13, .width = cutter->width - 25,
    .frame = cutter->block->strong ? NP_FRAME_WARNING : NP_FRAME_NOTE, .path = { { "P" }, { 0 } },
  };

  np_cutter_flow (cutter, &flow, cutter->block->text);
  if (cutter->strips->len == first)
    return;
  np_cutter_at (cutter, first)->frame_starts = TRUE;
  np_cutter_last (cutter)->frame_ends = TRUE;
  np_cutter_last (cutter)->height += NP_FRAME_PAD;
}

static void
cut_write_lines (NpCutter *cutter)
{
  for (guint i = 0; i < cutter->block->columns; i++)
    {
      NpStrip *strip = np_cutter_add (cutter, i == 0 ? np_cutter_gap (cutter) : 0, NP_WRITE_HEIGHT);

      np_strip_add_rule (strip, 0, NP_WRITE_HEIGHT - 3, cutter->width);
      strip->glue = glued (i, cutter->block->columns);
    }
}

static void
cut_block (NpCutter *cutter)
{
  gboolean strong = cutter->block->strong;

  switch (cutter->block->kind)
    {
    case NP_BLOCK_TITLE:
      cut_flow (cutter, NP_STYLE_TITLE, NP_STYLE_TITLE, 0, "H1");
      break;
    case NP_BLOCK_BANNER:
      cut_banner (cutter);
      break;
    case NP_BLOCK_HEADING:
      cut_heading (cutter);
      break;
    case NP_BLOCK_SUBHEADING:
      cut_flow (cutter, NP_STYLE_SUBHEADING, NP_STYLE_SUBHEADING, 0, "H3");
      break;
    case NP_BLOCK_PARAGRAPH:
      cut_flow (cutter, strong ? NP_STYLE_STRONG : NP_STYLE_BODY, NP_STYLE_BODY, 0, "P");
      break;
    case NP_BLOCK_BULLET:
      cut_bullet (cutter);
      break;
    case NP_BLOCK_TICK:
      cut_tick (cutter);
      break;
    case NP_BLOCK_FACTS:
      np_cutter_facts (cutter);
      break;
    case NP_BLOCK_TABLE:
      np_cutter_table (cutter);
      break;
    case NP_BLOCK_GRID:
      np_cutter_grid (cutter);
      break;
    case NP_BLOCK_SIGNATURE:
      np_cutter_signature (cutter);
      break;
    case NP_BLOCK_WRITE_LINES:
      cut_write_lines (cutter);
      break;
    }
}

static gboolean
is_boxed (const NpCutter *cutter, int index)
{
  return index >= 0 && index < (int) cutter->sheet->blocks->len
         && ((const NpBlock *) g_ptr_array_index (cutter->sheet->blocks, (guint) index))->boxed;
}

/* Everything of a strip moves: to the inside of its box, and below the white that belongs to the box. */
static void
move_strip (NpStrip *strip, double x, double y)
{
  for (guint i = 0; i < strip->pieces->len; i++)
    {
      g_array_index (strip->pieces, NpPiece, i).x += x;
      g_array_index (strip->pieces, NpPiece, i).y += y;
    }
  for (guint i = 0; strip->rules != NULL && i < strip->rules->len; i++)
    {
      g_array_index (strip->rules, NpWriteLine, i).x += x;
      g_array_index (strip->rules, NpWriteLine, i).y += y;
    }
  strip->box_x += x;
  strip->box_y += y;
  strip->height += y;
}

/* Boxed blocks in a row stand in one frame and hang together: what is in it is looked for as one thing. */
static void
box_strips (NpCutter *cutter, guint first)
{
  for (guint i = first; i < cutter->strips->len; i++)
    {
      NpStrip *strip = np_cutter_at (cutter, i);

      strip->boxed = TRUE;
      strip->starts_box = i == first && !is_boxed (cutter, (int) cutter->index - 1);
      strip->ends_box = i + 1 == cutter->strips->len && !is_boxed (cutter, (int) cutter->index + 1);
      move_strip (strip, NP_FRAME_PAD, strip->starts_box ? NP_FRAME_PAD - 2 : strip->gap);
      strip->gap = strip->starts_box ? strip->gap : 0;
      strip->height += strip->ends_box ? NP_FRAME_PAD - 3 : 0;
      strip->glue = !strip->ends_box;
    }
}

/**
 * np_strips_new:
 * @typesetter: sets the text; must outlive the strips
 * @sheet: the blocks; not needed afterwards
 * @width: of the text area, in points
 * @height: of the text area of a page
 * @white: 1 for the usual white between things, less for less
 *
 * Returns: (transfer full) (element-type NpStrip): the strips in order
 */
GPtrArray *
np_strips_new (NpTypesetter *typesetter, const NpSheet *sheet, double width, double height, double white)
{
  NpCutter cutter = { .typesetter = typesetter, .sheet = sheet, .width = width, .height = height, .white = white };

  cutter.strips = g_ptr_array_new_with_free_func (strip_free);
  for (cutter.index = 0; cutter.index < sheet->blocks->len; cutter.index++)
    {
      guint first = cutter.strips->len;

      cutter.block = g_ptr_array_index (sheet->blocks, cutter.index);
      cutter.width = width - (cutter.block->boxed ? 2 * NP_FRAME_PAD : 0);
      cut_block (&cutter);
      if (cutter.block->boxed)
        box_strips (&cutter, first);
      if (cutter.block->keep_with_next && cutter.strips->len > first)
        np_cutter_last (&cutter)->glue = TRUE;
    }
  if (cutter.strips->len > 0)
    np_cutter_last (&cutter)->glue = FALSE;
  return cutter.strips;
}
