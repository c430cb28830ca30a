/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include "np-sheet.h"

G_BEGIN_DECLS

/* A sheet on pages of one size; every target (preview, PDF, printer) paints the same pages. All lengths in points, 1/72 inch. */
typedef struct { double width, height, margin; } NpPageSize;
extern const NpPageSize np_page_a4, np_page_letter;
/* by name "a4", "letter"; by locale's custom where name is NULL */
const NpPageSize *np_page_size_find (const char *name);

typedef struct _NpPaper NpPaper;
NpPaper *np_paper_new (const NpSheet *sheet, const NpPageSize *size);
void np_paper_free (NpPaper *self);
guint np_paper_pages (const NpPaper *self);
const NpPageSize *np_paper_get_size (const NpPaper *self);
/* the pages on which a block of the sheet begins and ends */
gboolean np_paper_find_block (const NpPaper *self, guint block, guint *first, guint *last);
/* Paints page `page` (from 0) at the origin of `cr`, one unit = one point. */
void np_paper_draw (const NpPaper *self, guint page, cairo_t *cr);
/* Glyphs no installed font has: 0 when the sheet can be printed as it should */
guint np_paper_missing_glyphs (const NpPaper *self);

typedef enum { NP_PAPER_ERROR_PDF } NpPaperError;
#define NP_PAPER_ERROR (np_paper_error_quark ())
GQuark np_paper_error_quark (void);
/* The whole sheet as PDF bytes (title, language, tags) */
GBytes *np_paper_to_pdf (const NpPaper *self, GError **error);
gboolean np_paper_write_pdf (const NpPaper *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPaper, np_paper_free)

G_END_DECLS
