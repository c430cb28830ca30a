/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The language of the talk: the catalogue's own, and each it is translated into. (transfer floating) */
GtkWidget *np_talk_language_new (void);

G_END_DECLS
