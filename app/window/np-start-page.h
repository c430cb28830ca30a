/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-desk.h"

G_BEGIN_DECLS

/* Where every consultation begins: a new one, drafts to go on with, the clinic's details. */
#define NP_TYPE_START_PAGE (np_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NpStartPage, np_start_page, NP, START_PAGE, AdwBin)
/* as the desk is now; it may still be loading */
void np_start_page_show (NpStartPage *self, NpDesk *desk);
void np_start_page_focus (NpStartPage *self);

G_END_DECLS
