/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Paints a hand signature as smooth lines, scaled into a box and standing on its bottom line. `strokes` are those of a record:
 * arrays of x, y, milliseconds in turn. `pad_width` and `pad_height` are the pad's on which it was drawn, in the same units. */
void np_ink_paint (cairo_t *cr, JsonArray *strokes, double pad_width, double pad_height, double x, double y, double width, double height);

G_END_DECLS
