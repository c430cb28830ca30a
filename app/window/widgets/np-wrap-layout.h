/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in lines, as words in a paragraph: GtkFlowBox without its own focus and its equal columns. */
#define NP_TYPE_WRAP_LAYOUT (np_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NpWrapLayout, np_wrap_layout, NP, WRAP_LAYOUT, GtkLayoutManager)
GtkLayoutManager *np_wrap_layout_new (int spacing);

G_END_DECLS
