/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-ink.h"
#include "np-paper-private.h"

/* Frames, boxes and lines are painted first and the words after them, so that structure tags hold nothing but words and signatures. */

static const NpColour hairline = { 0.78, 0.82, 0.84 };
static const NpColour line_colour = { 0.45, 0.50, 0.53 };
static const NpColour ink = { 0.06, 0.10, 0.30 };
static const NpColour note_tint = { 0.94, 0.96, 0.97 };
static const NpColour warning_tint = { 0.99, 0.94, 0.90 };
static const NpColour warning_edge = { 0.70, 0.29, 0.08 };
static const NpColour note_edge = { 0.05, 0.30, 0.36 };

static void
set_colour (cairo_t *cr, const NpColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
draw_line (cairo_t *cr, const NpColour *colour, double thick, double x1, double y1, double x2, double y2)
{
  set_colour (cr, colour);
  cairo_set_line_width (cr, thick);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* A tinted field with a strong edge where lines begin; thin lines close it so that it also shows on a black-and-white printer. */
static void
draw_banner (const NpPaper *self, cairo_t *cr, const NpStrip *strip, double y, const NpColour *tint, const NpColour *edge)
{
  double left = self->size.margin, width = self->size.width - 2 * left;

  set_colour (cr, tint);
  cairo_rectangle (cr, left, y, width, strip->height);
  cairo_fill (cr);
  set_colour (cr, edge);
  cairo_rectangle (cr, self->rtl ? left + width - 4 : left, y, 4, strip->height);
  cairo_fill (cr);
  if (strip->frame_starts)
    draw_line (cr, edge, 0.7, left, y, left + width, y);
  if (strip->frame_ends)
    draw_line (cr, edge, 0.7, left, y + strip->height, left + width, y + strip->height);
  draw_line (cr, edge, 0.7, self->rtl ? left : left + width, y, self->rtl ? left : left + width, y + strip->height);
}

static void
draw_box (const NpPaper *self, cairo_t *cr, const NpStrip *strip, double y)
{
  double left = self->size.margin, right = self->size.width - left;

  draw_line (cr, &hairline, 0.7, left, y, left, y + strip->height);
  draw_line (cr, &hairline, 0.7, right, y, right, y + strip->height);
  if (strip->frame_starts)
    draw_line (cr, &hairline, 0.7, left, y, right, y);
  if (strip->frame_ends)
    draw_line (cr, &hairline, 0.7, left, y + strip->height, right, y + strip->height);
}

/* A field with a line all around, which also shows on a black-and-white printer. */
static void
draw_field (const NpPaper *self, cairo_t *cr, const NpStrip *strip, double y)
{
  double left = self->size.margin, right = self->size.width - left, bottom = y + strip->height;

  set_colour (cr, &note_tint);
  cairo_rectangle (cr, left, y, right - left, strip->height);
  cairo_fill (cr);
  draw_line (cr, &note_edge, 1, left, y, left, bottom);
  draw_line (cr, &note_edge, 1, right, y, right, bottom);
  if (strip->starts_box)
    draw_line (cr, &note_edge, 1, left - 0.5, y, right + 0.5, y);
  if (strip->ends_box)
    draw_line (cr, &note_edge, 1, left - 0.5, bottom, right + 0.5, bottom);
}

static void
draw_frame (const NpPaper *self, cairo_t *cr, const NpStrip *strip, double y)
{
  double inset = strip->boxed ? NP_FRAME_PAD : 0;
  double left = self->size.margin + inset, right = self->size.width - left, bottom = y + strip->height - (strip->ends_box ? NP_FRAME_PAD : 0);

  switch (strip->frame)
    {
    case NP_FRAME_NONE:
      break;
    case NP_FRAME_NOTE:
      draw_banner (self, cr, strip, y, &note_tint, &note_edge);
      break;
    case NP_FRAME_WARNING:
      draw_banner (self, cr, strip, y, &warning_tint, &warning_edge);
      break;
    case NP_FRAME_SIGNATURE:
      draw_box (self, cr, strip, y);
      break;
    case NP_FRAME_HEADING:
      draw_line (cr, &note_edge, 0.6, left, bottom, right, bottom);
      break;
    case NP_FRAME_HEAD_ROW:
      draw_line (cr, &line_colour, 0.7, left, bottom, right, bottom);
      break;
    case NP_FRAME_ROW:
      draw_line (cr, &hairline, 0.5, left, bottom, right, bottom);
      break;
    }
}

static void
draw_tick_box (cairo_t *cr, const NpStrip *strip, double left, double y)
{
  double x = left + strip->box_x, side = 8.5;

  y += strip->box_y;
  set_colour (cr, np_style_colour (NP_STYLE_BODY));
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x, y, side, side);
  cairo_stroke (cr);
  if (!strip->ticked)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + side * 0.2, y + side * 0.52);
  cairo_line_to (cr, x + side * 0.43, y + side * 0.76);
  cairo_line_to (cr, x + side * 0.82, y + side * 0.24);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_rules (cairo_t *cr, const NpStrip *strip, double left, double y)
{
  for (guint i = 0; strip->rules != NULL && i < strip->rules->len; i++)
    {
      const NpWriteLine *rule = &g_array_index (strip->rules, NpWriteLine, i);

      draw_line (cr, &line_colour, 0.6, left + rule->x, y + rule->y, left + rule->x + rule->width, y + rule->y);
    }
}

static void
draw_lines (cairo_t *cr, const NpSetText *text, guint first, guint count, double x, double y)
{
  double top = count > 0 ? text->lines[first].top : 0;

  set_colour (cr, np_style_colour (text->style));
  for (guint i = first; i < first + count; i++)
    {
      cairo_move_to (cr, x + text->lines[i].x, y + text->lines[i].baseline - top);
      pango_cairo_show_layout_line (cr, text->lines[i].line);
    }
}

/* Closes the open structure elements that `path` does not share and opens its own. */
static void
change_tags (cairo_t *cr, NpTagPath *open, const NpTagPath *path)
{
  guint same = 0;

  while (same < NP_TAG_LEVELS && open->tag[same] != NULL && open->tag[same] == path->tag[same] && open->key[same] == path->key[same])
    same++;
  for (guint i = NP_TAG_LEVELS; i-- > same;)
    if (open->tag[i] != NULL)
      cairo_tag_end (cr, open->tag[i]);
  for (guint i = same; i < NP_TAG_LEVELS; i++)
    if (path->tag[i] != NULL)
      cairo_tag_begin (cr, path->tag[i], NULL);
  *open = *path;
}

static void
draw_words (cairo_t *cr, const NpStrip *strip, double left, double y, NpTagPath *open)
{
  for (guint i = 0; i < strip->pieces->len; i++)
    {
      const NpPiece *piece = &g_array_index (strip->pieces, NpPiece, i);

      change_tags (cr, open, &piece->path);
      draw_lines (cr, piece->text, piece->first, piece->count, left + piece->x, y + piece->y);
    }
}

static void
draw_ink (cairo_t *cr, const NpStrip *strip, double left, double y, NpTagPath *open)
{
  const NpTagPath figure = { { "Figure" }, { 1 } };

  if (strip->strokes == NULL)
    return;
  change_tags (cr, open, &figure);
  set_colour (cr, &ink);
  np_ink_paint (cr, strip->strokes, strip->pad_width, strip->pad_height, left + strip->ink_x, y + strip->ink_y, strip->ink_width,
                strip->ink_height);
}

/* A single line flush with one side of the text area: the side where lines begin, or the other. */
static void
draw_flush (const NpPaper *self, cairo_t *cr, const NpSetText *text, gboolean at_start, double inset, double y)
{
  double left = self->size.margin + inset, right = self->size.width - self->size.margin - inset;
  double x = at_start != self->rtl ? left : right - text->width;
  double shift = G_MAXDOUBLE;

  for (guint i = 0; i < text->n_lines; i++)
    shift = MIN (shift, text->lines[i].x);
  draw_lines (cr, text, 0, text->n_lines, x - shift, y);
}

static void
draw_head (const NpPaper *self, cairo_t *cr, guint page)
{
  double y = self->size.margin - 20;

  if (self->running != NULL && page > 0)
    draw_flush (self, cr, self->running, TRUE, 0, y + 3);
  if (self->mark == NULL)
    return;
  draw_flush (self, cr, self->mark, FALSE, 7, y + 1);
  set_colour (cr, &warning_edge);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, self->rtl ? self->size.margin : self->size.width - self->size.margin - self->mark->width - 14, y - 1.5,
                   self->mark->width + 14, np_set_text_height (self->mark, 0, self->mark->n_lines) + 5);
  cairo_stroke (cr);
}

static void
draw_foot (const NpPaper *self, cairo_t *cr, const NpPaperPage *page)
{
  double y = self->size.height - self->size.margin + 7;

  draw_line (cr, &hairline, 0.5, self->size.margin, y, self->size.width - self->size.margin, y);
  if (self->footer != NULL)
    draw_flush (self, cr, self->footer, TRUE, 0, y + 4);
  draw_flush (self, cr, page->number, FALSE, 0, y + 4);
}

static void
draw_page (const NpPaper *self, cairo_t *cr, guint index)
{
  const NpPaperPage *page = g_ptr_array_index (self->pages, index);
  double left = self->size.margin;
  NpTagPath open = { { NULL }, { 0 } };
  const NpTagPath none = { { NULL }, { 0 } };

  for (guint i = 0; i < page->placed->len; i++)
    {
      const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);
      const NpStrip *strip = g_ptr_array_index (self->strips, placed->strip);

      if (strip->boxed)
        draw_field (self, cr, strip, placed->y);
      draw_frame (self, cr, strip, placed->y);
      draw_rules (cr, strip, left + placed->x, placed->y);
      if (strip->has_box)
        draw_tick_box (cr, strip, left, placed->y);
    }
  draw_head (self, cr, index);
  draw_foot (self, cr, page);
  for (guint i = 0; i < page->placed->len; i++)
    {
      const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);
      const NpStrip *strip = g_ptr_array_index (self->strips, placed->strip);

      draw_words (cr, strip, left + placed->x, placed->y, &open);
      draw_ink (cr, strip, left, placed->y, &open);
    }
  change_tags (cr, &open, &none);
}

/**
 * np_paper_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: any target; one unit is one point and the page's corner is at the origin
 */
void
np_paper_draw (const NpPaper *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && page < self->pages->len && cr != NULL);
  cairo_save (cr);
  draw_page (self, cr, page);
  cairo_restore (cr);
}
