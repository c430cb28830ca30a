/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-paper.h"

G_BEGIN_DECLS

/* The pages of a paper one below the other, as they will print; pages are painted when they come into view. */
#define NP_TYPE_SHEET_PREVIEW (np_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (NpSheetPreview, np_sheet_preview, NP, SHEET_PREVIEW, AdwBin)
void np_sheet_preview_show (NpSheetPreview *self, NpPaper *paper /* (transfer full) */);

G_END_DECLS
