/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-paper.h"

G_BEGIN_DECLS

/* Sheets made by hand for the tests of paper; every text in them is different, so that each can be looked for. */
NpSheet *sample_sheet (const char *language, gboolean rtl);
/* headings, paragraphs, tables and signatures so that page ends fall everywhere; `shift` lines stand before them */
NpSheet *sample_shifting_sheet (guint shift);

G_END_DECLS
