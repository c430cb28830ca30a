/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-sheet.h"
#include "np-typesetter.h"

G_BEGIN_DECLS

/* A sheet cut into strips: the slices between which a page may end. A strip knows what it shows, from the top left of the text area,
 * but not on which page it will stand. */

#define NP_FRAME_PAD 9.0   /* between a frame and what is in it */

/* Up to three nested structure tags, each with a key that tells one element from the next. */
#define NP_TAG_LEVELS 3
typedef struct { const char *tag[NP_TAG_LEVELS]; guint key[NP_TAG_LEVELS]; } NpTagPath;

typedef struct { const NpSetText *text; guint first, count; double x, y; NpTagPath path; } NpPiece;
typedef struct { double x, y, width; } NpWriteLine;                  /* a line to write on */

typedef enum { NP_FRAME_NONE, NP_FRAME_NOTE, NP_FRAME_WARNING, NP_FRAME_SIGNATURE, NP_FRAME_HEADING, NP_FRAME_HEAD_ROW, NP_FRAME_ROW } NpFrame;

typedef struct
{
  guint block;              /* its place in the sheet */
  double gap;               /* white above it, dropped at the top of a page */
  double height;
  double second;            /* of a strip that runs in two columns: how far the second stands from the first; 0 = across */
  gboolean glue;            /* stays with the next strip */
  guint head;               /* 1 + the strip that is repeated above it on a new page; 0 = none */
  NpFrame frame;
  gboolean frame_starts, frame_ends;
  gboolean boxed, starts_box, ends_box;
  GArray *pieces;           /* NpPiece */
  GArray *rules;            /* NpWriteLine; nullable */
  gboolean has_box, ticked;
  double box_x, box_y;
  JsonArray *strokes;       /* owned reference; nullable */
  double ink_x, ink_y, ink_width, ink_height, pad_width, pad_height;
} NpStrip;

/* The strips of `sheet` for a text area; (element-type NpStrip). */
GPtrArray *np_strips_new (NpTypesetter *typesetter, const NpSheet *sheet, double width, double height, double white);

G_END_DECLS
