/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A check button whose words wrap, named by them for a screen reader. */
GtkWidget *np_check_new (const char *label);

G_END_DECLS
