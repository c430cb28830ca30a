/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-ink.h"

typedef struct { double x, y; } NpPoint;

static NpPoint
point_at (JsonArray *stroke, guint index)
{
  return (NpPoint) { (double) json_array_get_int_element (stroke, 3 * index), (double) json_array_get_int_element (stroke, 3 * index + 1) };
}

/* A curve through every point (Catmull-Rom): the tangent at a point is parallel to the line between its neighbours. */
static void
stroke_path (cairo_t *cr, JsonArray *stroke)
{
  guint n = json_array_get_length (stroke) / 3;
  NpPoint at;

  if (n == 0)
    return;
  at = point_at (stroke, 0);
  cairo_move_to (cr, at.x, at.y);
  if (n == 1)
    cairo_line_to (cr, at.x, at.y);
  for (guint i = 0; i + 1 < n; i++)
    {
      NpPoint before = point_at (stroke, i == 0 ? 0 : i - 1), from = point_at (stroke, i);
      NpPoint to = point_at (stroke, i + 1), after = point_at (stroke, MIN (i + 2, n - 1));

      cairo_curve_to (cr, from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6,
                      to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6, to.x, to.y);
    }
}

/**
 * np_ink_paint:
 * @cr: where to paint; its source colour is the ink
 * @strokes: strokes as a signature of the record holds them
 * @pad_width: width of the box they were drawn in, in the strokes' unit
 * @pad_height: its height
 * @x: left edge of the place to paint in
 * @y: its upper edge
 * @width: its width
 * @height: its height
 *
 * Paints a signature as large as the place allows, in its own proportions, centred and on the ground.
 */
void
np_ink_paint (cairo_t *cr, JsonArray *strokes, double pad_width, double pad_height, double x, double y, double width, double height)
{
  double scale;

  if (pad_width <= 0 || pad_height <= 0)
    return;
  scale = MIN (width / pad_width, height / pad_height);
  cairo_save (cr);
  cairo_save (cr);
  cairo_translate (cr, x + (width - pad_width * scale) / 2, y + height - pad_height * scale);
  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < json_array_get_length (strokes); i++)
    stroke_path (cr, json_array_get_array_element (strokes, i));
  cairo_restore (cr);
  cairo_set_line_width (cr, 1.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}
