/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Text in the sheet's few styles. Measured without hinting and at 72 dots per inch, so that the same lines come out on every target
 * and one unit is one point. */
typedef enum {
  NP_STYLE_TITLE,
  NP_STYLE_HEADING,
  NP_STYLE_SUBHEADING,
  NP_STYLE_BODY,
  NP_STYLE_STRONG,
  NP_STYLE_BANNER_HEAD,
  NP_STYLE_BANNER,
  NP_STYLE_CELL_HEAD,
  NP_STYLE_LABEL,
  NP_STYLE_FINE,
  NP_STYLE_SMALL,
  NP_STYLE_MARK,
  NP_N_STYLES
} NpStyle;

typedef struct { double red, green, blue; } NpColour;

/* x from the left of the text's box, the rest from its top */
typedef struct { PangoLayoutLine *line; double x, top, baseline, bottom; } NpSetLine;
typedef struct
{
  PangoLayout *layout;
  NpStyle style;
  NpSetLine *lines;
  guint n_lines;
  double width;             /* of the widest line */
} NpSetText;

typedef struct _NpTypesetter NpTypesetter;

NpTypesetter *np_typesetter_new (const char *language, gboolean rtl);
void np_typesetter_free (NpTypesetter *self);
const NpSetText *np_typesetter_set (NpTypesetter *self, NpStyle style, const char *text, double width, gboolean lead);
guint np_typesetter_missing_glyphs (const NpTypesetter *self);
const NpColour *np_style_colour (NpStyle style);
/* height of lines `first` to `first + count - 1` */
double np_set_text_height (const NpSetText *self, guint first, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpTypesetter, np_typesetter_free)

G_END_DECLS
