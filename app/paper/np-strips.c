/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-strips.h"

#define PARAGRAPH_GAP 3.5
#define FRAME_PAD 9.0
#define COLUMN_GAP 12.0
#define ROW_PAD 2.6
#define LABEL_WIDTH 96.0
#define SIGN_LABEL_WIDTH 60.0
#define WRITE_HEIGHT 21.0
#define WRITE_DROP 5.5    /* how much lower words stand beside a line to write on */
#define SIGN_HEIGHT 62.0
/* A row taller than this part of a page may be split between its lines. */
#define TALL_ROW 0.55

typedef struct
{
  NpTypesetter *typesetter;
  const NpSheet *sheet;
  const NpBlock *block;
  guint index;
  double width, height;
  double white;             /* how much of the usual white stands between things */
  GPtrArray *strips;
  guint keys;
} NpCutter;

typedef struct { double before, after; } NpGaps;
static const NpGaps gaps[] = {
  [NP_BLOCK_TITLE] = { 0, 4 },
  [NP_BLOCK_BANNER] = { 8, 8 },
  [NP_BLOCK_HEADING] = { 11, 4 },
  [NP_BLOCK_SUBHEADING] = { 7, 3 },
  [NP_BLOCK_PARAGRAPH] = { 4, 0 },
  [NP_BLOCK_BULLET] = { 2, 0 },
  [NP_BLOCK_TICK] = { 4, 0 },
  [NP_BLOCK_FACTS] = { 4, 0 },
  [NP_BLOCK_TABLE] = { 5, 3 },
  [NP_BLOCK_SIGNATURE] = { 8, 0 },
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

static NpStrip *
add_strip (NpCutter *cutter, double gap, double height)
{
  NpStrip *strip = g_new0 (NpStrip, 1);

  strip->block = cutter->index;
  strip->gap = gap;
  strip->height = height;
  strip->pieces = g_array_new (FALSE, FALSE, sizeof (NpPiece));
  g_ptr_array_add (cutter->strips, strip);
  return strip;
}

static NpStrip *
last_strip (NpCutter *cutter)
{
  return g_ptr_array_index (cutter->strips, cutter->strips->len - 1);
}

/* x of something `width` wide that begins `start` from where lines begin */
static double
place (const NpCutter *cutter, double start, double width)
{
  return cutter->sheet->rtl ? cutter->width - start - width : start;
}

static double
gap_before (const NpCutter *cutter)
{
  const NpBlock *previous;

  if (cutter->index == 0)
    return 0;
  previous = g_ptr_array_index (cutter->sheet->blocks, cutter->index - 1);
  return MAX (gaps[cutter->block->kind].before, gaps[previous->kind].after) * cutter->white;
}

static void
add_rule (NpStrip *strip, double x, double y, double width)
{
  NpWriteLine rule = { x, y, width };

  if (strip->rules == NULL)
    strip->rules = g_array_new (FALSE, FALSE, sizeof (NpWriteLine));
  g_array_append_val (strip->rules, rule);
}

/* Running text ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  NpStyle first, rest;      /* style of the first paragraph and of the others */
  double start, width;
  NpFrame frame;
  gboolean whole;           /* never split */
  NpTagPath path;           /* the key of the innermost tag is given per paragraph */
  guint level;              /* which one that is */
} NpFlow;

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
  NpPiece piece = { text, 0, 1, place (cutter, flow->start, flow->width), 0, flow->path };

  piece.path.key[flow->level] = ++cutter->keys;
  for (guint i = 0; i < text->n_lines; i++)
    {
      double top = i == 0 ? pad : 0;
      NpStrip *strip = add_strip (cutter, i == 0 ? gap : 0, top + np_set_text_height (text, i, 1));

      strip->frame = flow->frame;
      strip->glue = flow->whole || glued (i, text->n_lines);
      piece.first = i;
      piece.y = top;
      g_array_append_val (strip->pieces, piece);
    }
}

static void
flow_text (NpCutter *cutter, const NpFlow *flow, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);
  gboolean framed = flow->frame == NP_FRAME_NOTE || flow->frame == NP_FRAME_WARNING || flow->frame == NP_FRAME_SIGNATURE;
  gboolean first = TRUE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      {
        double gap = first ? gap_before (cutter) : framed ? 0 : PARAGRAPH_GAP * cutter->white;
        double pad = !framed ? 0 : first ? FRAME_PAD : PARAGRAPH_GAP * cutter->white;

        flow_paragraph (cutter, flow, first ? flow->first : flow->rest, paragraphs[i], gap, pad);
        first = FALSE;
      }
}

static void
cut_flow (NpCutter *cutter, NpStyle first, NpStyle rest, double indent, const char *tag)
{
  NpFlow flow = { .first = first, .rest = rest, .start = indent, .width = cutter->width - indent, .path = { { tag }, { 0 } } };

  flow_text (cutter, &flow, cutter->block->text);
}

static void
cut_heading (NpCutter *cutter)
{
  guint first = cutter->strips->len;

  cut_flow (cutter, NP_STYLE_HEADING, NP_STYLE_HEADING, 0, "H2");
  if (cutter->strips->len == first)
    return;
  last_strip (cutter)->height += 3;
  last_strip (cutter)->frame = NP_FRAME_HEADING;
}

static void
cut_bullet (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  NpFlow flow = { .first = NP_STYLE_BODY, .rest = NP_STYLE_BODY, .start = 13, .width = cutter->width - 13, .level = 2 };
  const NpSetText *dot = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, "•", 9, FALSE);
  NpPiece piece = { dot, 0, 1, place (cutter, 4, 9), 0, { { "L", "LI", "Lbl" }, { 0 } } };

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
  flow_text (cutter, &flow, cutter->block->text);
  if (cutter->strips->len > first)
    g_array_prepend_val (((NpStrip *) g_ptr_array_index (cutter->strips, first))->pieces, piece);
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
  strip->box_x = place (cutter, 1, 8.5);
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

  flow_text (cutter, &flow, cutter->block->text);
  if (cutter->strips->len == first)
    return;
  ((NpStrip *) g_ptr_array_index (cutter->strips, first))->frame_starts = TRUE;
  last_strip (cutter)->frame_ends = TRUE;
  last_strip (cutter)->height += FRAME_PAD;
}

static void
cut_write_lines (NpCutter *cutter)
{
  for (guint i = 0; i < cutter->block->columns; i++)
    {
      NpStrip *strip = add_strip (cutter, i == 0 ? gap_before (cutter) : 0, WRITE_HEIGHT);

      add_rule (strip, 0, WRITE_HEIGHT - 3, cutter->width);
      strip->glue = glued (i, cutter->block->columns);
    }
}

/* Rows --------------------------------------------------------------------------------------------------------------------------- */

/* Pieces side by side, still whole; `height` without padding */
typedef struct { GArray *pieces, *rules; double height; } NpRow;

static void
row_init (NpRow *row)
{
  row->pieces = g_array_new (FALSE, FALSE, sizeof (NpPiece));
  row->rules = g_array_new (FALSE, FALSE, sizeof (NpWriteLine));
  row->height = 0;
}

static void
row_clear (NpRow *row)
{
  g_array_unref (row->pieces);
  g_array_unref (row->rules);
}

static void
row_add (NpRow *row, const NpSetText *text, double x, double y, const NpTagPath *path)
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

/* A row as one strip; one that is taller than `tallest` as several, split between lines. */
static void
emit_row (NpCutter *cutter, NpRow *row, double gap, double pad, double tallest, NpFrame frame)
{
  gboolean more;

  do
    {
      double room = MAX (MIN (row->height, tallest), 30);
      NpStrip *strip = add_strip (cutter, gap, 0);

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

          add_rule (strip, rule->x, rule->y + pad, rule->width);
          strip->height = MAX (strip->height, rule->y + 4);
        }
      g_array_set_size (row->rules, 0);
      strip->height += 2 * pad;
      strip->frame = frame;
      gap = 0;
    }
  while (more);
}

/* A label and its value, or a line to write on, from `start` on. */
static void
row_add_pair (NpCutter *cutter, NpRow *row, const char *label, const char *value, double start, double width, double label_width,
              double y)
{
  NpTagPath path = { { "P" }, { ++cutter->keys } };
  double value_width = width - label_width - 8;
  const NpSetText *name = np_typesetter_set (cutter->typesetter, NP_STYLE_LABEL, label != NULL ? label : "", label_width, FALSE);
  const NpSetText *text = np_typesetter_set (cutter->typesetter, NP_STYLE_BODY, value != NULL ? value : "", value_width, FALSE);
  double drop = (value != NULL ? 0 : WRITE_DROP) + text->lines[0].baseline - name->lines[0].baseline;

  row_add (row, name, place (cutter, start, label_width), y + drop, &path);
  if (value != NULL)
    row_add (row, text, place (cutter, start + label_width + 8, value_width), y, &path);
  else
    {
      NpWriteLine rule = { place (cutter, start + label_width + 8, value_width), y + WRITE_HEIGHT - 4, value_width };

      g_array_append_val (row->rules, rule);
      row->height = MAX (row->height, y + WRITE_HEIGHT);
    }
}

static const char *
cell (const NpBlock *block, guint index)
{
  return block->cells != NULL && index < block->cells->len ? g_ptr_array_index (block->cells, index) : NULL;
}

static guint
n_cells (const NpBlock *block)
{
  return block->cells != NULL ? block->cells->len : 0;
}

static gboolean
has_empty_value (const NpBlock *block, guint first, guint pairs)
{
  for (guint i = first + 1; i < first + 2 * pairs && i < n_cells (block); i += 2)
    if (cell (block, i) == NULL)
      return TRUE;
  return FALSE;
}

/* The pairs of a block, `per_row` beside each other; `frame` stands around them when they close a signature. */
static void
cut_pairs (NpCutter *cutter, guint per_row, double start, double width, NpFrame frame, double gap)
{
  double share = (width - COLUMN_GAP * (per_row - 1)) / per_row;

  for (guint i = 0; i < n_cells (cutter->block); i += 2 * per_row)
    {
      gboolean write = has_empty_value (cutter->block, i, per_row);
      NpRow row;

      row_init (&row);
      for (guint k = 0; k < per_row && i + 2 * k < n_cells (cutter->block); k++)
        {
          const char *value = cell (cutter->block, i + 2 * k + 1);

          row_add_pair (cutter, &row, cell (cutter->block, i + 2 * k), value, start + k * (share + COLUMN_GAP), share,
                        frame == NP_FRAME_SIGNATURE ? SIGN_LABEL_WIDTH : MIN (LABEL_WIDTH, share * 0.42), write && value != NULL ? WRITE_DROP : 0);
        }
      emit_row (cutter, &row, i == 0 ? gap : 0, 1.4, cutter->height * TALL_ROW, frame);
      row_clear (&row);
    }
}

static void
cut_facts (NpCutter *cutter)
{
  cut_pairs (cutter, cutter->block->columns == 0 ? 2 : cutter->block->columns, 0, cutter->width, NP_FRAME_NONE, gap_before (cutter));
}

/* Tables ------------------------------------------------------------------------------------------------------------------------- */

static double
column_width (const NpCutter *cutter, guint column)
{
  const NpBlock *block = cutter->block;
  double sum = 0;

  for (guint i = 0; i < block->columns; i++)
    sum += block->widths != NULL ? block->widths[i] : 1;
  return (cutter->width - COLUMN_GAP * (block->columns - 1)) * (block->widths != NULL ? block->widths[column] : 1) / sum;
}

static gboolean
goes_across (const NpBlock *block, guint first)
{
  for (guint i = 1; i < block->columns; i++)
    if (cell (block, first + i) != NULL)
      return FALSE;
  return cell (block, first) != NULL;
}

static void
table_row (NpCutter *cutter, guint first, guint table)
{
  const NpBlock *block = cutter->block;
  gboolean across = block->columns > 1 && goes_across (block, first), head = first == 0;
  NpTagPath path = { { "Table", "TR", head ? "TH" : "TD" }, { table, ++cutter->keys, 0 } };
  double start = 0;
  NpRow row;

  row_init (&row);
  for (guint i = 0; i < (across ? 1 : block->columns); i++)
    {
      double width = across ? cutter->width : column_width (cutter, i);
      const char *text = cell (block, first + i);
      gboolean lead = across || (block->strong && i == 0);

      path.key[2] = ++cutter->keys;
      row_add (&row, np_typesetter_set (cutter->typesetter, head ? NP_STYLE_CELL_HEAD : NP_STYLE_CELL, text != NULL ? text : "", width, lead),
               place (cutter, start, width), across ? 2.5 : 0, &path);
      start += width + COLUMN_GAP;
    }
  emit_row (cutter, &row, head ? gap_before (cutter) : 0, ROW_PAD * (1 + cutter->white) / 2, cutter->height * TALL_ROW, head ? NP_FRAME_HEAD_ROW : NP_FRAME_ROW);
  last_strip (cutter)->glue = across || head;
  row_clear (&row);
}

static void
cut_table (NpCutter *cutter)
{
  const NpBlock *block = cutter->block;
  guint first = cutter->strips->len, table = ++cutter->keys;
  gboolean headless = cell (block, 0) == NULL;

  g_return_if_fail (block->columns > 0);
  for (guint i = headless ? block->columns : 0; i + block->columns <= n_cells (block); i += block->columns)
    table_row (cutter, i, table);
  if (headless && cutter->strips->len > first)
    ((NpStrip *) g_ptr_array_index (cutter->strips, first))->gap = gap_before (cutter);
  for (guint i = first + 1; !headless && i < cutter->strips->len; i++)
    ((NpStrip *) g_ptr_array_index (cutter->strips, i))->head = first + 1;
}

/* Signatures --------------------------------------------------------------------------------------------------------------------- */

static void
sign_area (NpCutter *cutter, NpStrip *strip, double width)
{
  double x = place (cutter, FRAME_PAD, width);

  add_rule (strip, x, SIGN_HEIGHT, width);
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
  double inner = cutter->width - 2 * FRAME_PAD, area = inner * 0.46, start = FRAME_PAD + area + 16, y = 0;
  NpRow row;

  row_init (&row);
  for (guint i = 0; i + 1 < n_cells (cutter->block); i += 2)
    {
      row_add_pair (cutter, &row, cell (cutter->block, i), cell (cutter->block, i + 1), start, inner - area - 16, 72, y);
      y = row.height + 1.5;
    }
  emit_row (cutter, &row, gap, FRAME_PAD, G_MAXDOUBLE, NP_FRAME_SIGNATURE);
  row_clear (&row);
  sign_area (cutter, last_strip (cutter), area);
  last_strip (cutter)->height = MAX (last_strip (cutter)->height, SIGN_HEIGHT + FRAME_PAD);
}

static void
cut_signature (NpCutter *cutter)
{
  guint first = cutter->strips->len;
  const NpBlock *block = cutter->block;
  NpFlow flow = {
    .first = NP_STYLE_BODY, .rest = NP_STYLE_BODY, .start = FRAME_PAD, .width = cutter->width - 2 * FRAME_PAD,
    .frame = NP_FRAME_SIGNATURE, .whole = TRUE, .path = { { "P" }, { 0 } },
  };
  double gap;

  flow_text (cutter, &flow, block->text);
  gap = cutter->strips->len > first ? 0 : gap_before (cutter);
  if (block->strokes != NULL || block->flag)
    cut_sign_strip (cutter, gap);
  else if (n_cells (block) > 0)
    {
      if (cutter->strips->len > first)
        last_strip (cutter)->height += 4;
      cut_pairs (cutter, 2, FRAME_PAD, cutter->width - 2 * FRAME_PAD, NP_FRAME_SIGNATURE, gap);
      last_strip (cutter)->height += FRAME_PAD;
    }
  for (guint i = first; i < cutter->strips->len; i++)
    ((NpStrip *) g_ptr_array_index (cutter->strips, i))->glue = i + 1 < cutter->strips->len;
  if (cutter->strips->len > first)
    {
      ((NpStrip *) g_ptr_array_index (cutter->strips, first))->frame_starts = TRUE;
      last_strip (cutter)->frame_ends = TRUE;
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
      cut_facts (cutter);
      break;
    case NP_BLOCK_TABLE:
      cut_table (cutter);
      break;
    case NP_BLOCK_SIGNATURE:
      cut_signature (cutter);
      break;
    case NP_BLOCK_WRITE_LINES:
      cut_write_lines (cutter);
      break;
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
      cut_block (&cutter);
      if (cutter.block->keep_with_next && cutter.strips->len > first)
        last_strip (&cutter)->glue = TRUE;
    }
  if (cutter.strips->len > 0)
    last_strip (&cutter)->glue = FALSE;
  return cutter.strips;
}
