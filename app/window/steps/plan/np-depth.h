/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

G_BEGIN_DECLS

/* Needle depths: people write millimetres, the document holds micrometres. */

/* "1.5", "1,5 mm"; 0 for empty, -1 for what is no depth */
int np_depth_read (const char *typed);
/* "1.5", in the locale's way of writing; "" for 0; (transfer full) */
char *np_depth_write (int depth_um);
/* "Usual here without radiofrequency: 0.5 to 1 mm, scars up to 1.5 mm" for staff; NULL where there is no figure; (transfer full) */
char *np_depth_reference (const NpCatalog *catalog, const NpArea *area);

G_END_DECLS
