/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-desk.h"

G_BEGIN_DECLS

/* What a loaded desk has to go on with: its drafts, and the clinic's details. */
#define NP_TYPE_START_LISTS (np_start_lists_get_type ())
G_DECLARE_FINAL_TYPE (NpStartLists, np_start_lists, NP, START_LISTS, GtkBox)
GtkWidget *np_start_lists_new (void);
void np_start_lists_show (NpStartLists *self, NpDesk *desk);

G_END_DECLS
