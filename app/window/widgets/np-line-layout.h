/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side: each as wide as it wants to be, and the first that expands takes what the others leave, so that its words wrap.
 * A horizontal GtkBox does the same, but where a label wraps in it GTK 4.8 tries a dozen widths of each label to share the room among
 * them: on a page of many rows that takes longer than everything else. */
#define NP_TYPE_LINE_LAYOUT (np_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (NpLineLayout, np_line_layout, NP, LINE_LAYOUT, GtkLayoutManager)
GtkLayoutManager *np_line_layout_new (int spacing);

G_END_DECLS
