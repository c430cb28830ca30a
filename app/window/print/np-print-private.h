/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says that a copy of the sheet was not made, why, and what to do. It stays until it was read, as a toast does not. */
void np_print_say_failed (GtkWindow *parent, const char *heading, const GError *error);

/* Where copies are written to unless another folder is chosen: where people keep what they want to find again. */
const char *np_print_folder (void);

G_END_DECLS
