/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pages of a stack that are not shown are hidden from screen readers too; GTK 4.8 leaves them in the tree. */
void np_stack_hide_others (GtkStack *stack);

G_END_DECLS
