/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-paper.h"
#include "np-strips.h"

G_BEGIN_DECLS

typedef struct { guint strip; double y; /* from the top of the page */ } NpPlaced;
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

G_END_DECLS
