/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-strips.h"

G_BEGIN_DECLS

#define NP_COLUMN_GAP 12.0    /* between the cells of a row */
#define NP_GUTTER 20.0        /* between columns of running text */
#define NP_TALL_ROW 0.55     /* a row taller than this part of a page may be split between its lines */
#define NP_WRITE_HEIGHT 21.0
#define NP_SIGN_LABEL_WIDTH 70.0

/* Cuts one block after the other. */
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

/* Running text: what it looks like and where it stands */
typedef struct
{
  NpStyle first, rest;      /* style of the first paragraph and of the others */
  double start, width;
  NpFrame frame;
  gboolean whole;           /* never split */
  NpTagPath path;           /* the key of the innermost tag is given per paragraph */
  guint level;              /* which one that is */
} NpFlow;

/* Pieces side by side, still whole; `height` without padding */
typedef struct { GArray *pieces, *rules; double height; } NpRow;

NpStrip *np_cutter_add (NpCutter *self, double gap, double height);
NpStrip *np_cutter_last (const NpCutter *self);
NpStrip *np_cutter_at (const NpCutter *self, guint index);
/* x of something `width` wide that begins `start` from where lines begin */
double np_cutter_place (const NpCutter *self, double start, double width);
/* the white above the block */
double np_cutter_gap (const NpCutter *self);
void np_cutter_flow (NpCutter *self, const NpFlow *flow, const char *text);
void np_strip_add_rule (NpStrip *strip, double x, double y, double width);

const char *np_block_cell (const NpBlock *block, guint index);
guint np_block_cells (const NpBlock *block);

void np_row_init (NpRow *row);
void np_row_clear (NpRow *row);
void np_row_add (NpRow *row, const NpSetText *text, double x, double y, const NpTagPath *path);
/* a label and its value, or a line to write on, from `start` on */
void np_row_add_pair (NpCutter *cutter, NpRow *row, const char *label, const char *value, double start, double width, double label_width,
                      double y);
/* a row as one strip; one that is taller than `tallest` as several, split between lines */
void np_row_emit (NpCutter *cutter, NpRow *row, double gap, double pad, double tallest, NpFrame frame);

/* pairs of the block, `per_row` beside each other; `frame` stands around them when they close a signature */
void np_cutter_pairs (NpCutter *cutter, guint per_row, double start, double width, NpFrame frame, double gap);
void np_cutter_facts (NpCutter *cutter);
void np_cutter_table (NpCutter *cutter);
void np_cutter_grid (NpCutter *cutter);
void np_cutter_signature (NpCutter *cutter);

G_END_DECLS
