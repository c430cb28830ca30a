/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-paper.h"
#include "np-strips.h"

G_BEGIN_DECLS

/* White between the text area and what stands in the page's head and foot */
#define NP_HEAD_ROOM 6.0
#define NP_FOOT_ROOM 2.0

typedef struct { guint strip; double x /* from the text area */, y /* from the top of the page */; } NpPlaced;
typedef struct
{
  GArray *placed;                          /* NpPlaced */
  const NpSetText *number;
} NpPaperPage;

struct _NpPaper
{
  NpPageSize size;
  char *title, *made_at;
  gboolean rtl;
  NpTypesetter *typesetter;
  GPtrArray *strips;
  GPtrArray *pages;                        /* NpPaperPage */
  const NpSetText *mark, *running, *footer;   /* nullable */
};

static inline double
np_paper_text_height (const NpPageSize *size)
{
  return size->height - 2 * size->margin - NP_HEAD_ROOM - NP_FOOT_ROOM;
}

/* the strips on pages (element-type NpPaperPage), at least one */
GPtrArray *np_pages_new (const GPtrArray *strips, const NpPageSize *size);

G_END_DECLS
