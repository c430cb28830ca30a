/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls the page so that the whole of `widget` is in view, or its beginning where it is taller than the view. Waits for the layout. */
void np_reveal (GtkWidget *widget);
/* The same, with as much of what stands above and below it as there is room for. */
void np_reveal_with_room (GtkWidget *widget, int above, int below);
/* Scrolls to `value`, also where the wheel was turned a moment ago. */
void np_reveal_scroll (GtkScrolledWindow *scroller, double value);
/* What of `widget` can be seen in the scrolled window around it; everything where there is none. */
typedef enum { NP_SEEN_TOP = 1, NP_SEEN_BOTTOM = 2, NP_SEEN_ALL = 3 } NpSeen;
NpSeen np_seen_of (GtkWidget *widget);

G_END_DECLS
