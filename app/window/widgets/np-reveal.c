/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-reveal.h"

#define MARGIN 12

static GtkWidget *
scroller_of (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
}

/**
 * np_reveal_scroll:
 * @scroller: a scrolled page
 * @value: where its upper edge is to be
 *
 * Scrolls there. A turn of the wheel goes on moving the page for a while, and would take it back: it ends here.
 */
void
np_reveal_scroll (GtkScrolledWindow *scroller, double value)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  gtk_scrolled_window_set_kinetic_scrolling (scroller, FALSE);
  gtk_scrolled_window_set_kinetic_scrolling (scroller, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), value);
}

typedef struct
{
  int above, below;
  guint frames; /* since it was asked for */
} Room;

/* `value` is where the page stood when it was laid out. Where not all of it fits its beginning is shown. */
static void
scroll_to (GtkWidget *widget, GtkWidget *scroller, double value, const Room *room)
{
  GtkAdjustment *scrolling = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double now = gtk_adjustment_get_value (scrolling), page = gtk_adjustment_get_page_size (scrolling);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;
  double top = value + bounds.origin.y - room->above, bottom = value + bounds.origin.y + bounds.size.height + room->below;
  double target = MIN (MAX (now, bottom - page), top);
  if (target < now || target > now)
    np_reveal_scroll (GTK_SCROLLED_WINDOW (scroller), target);
}

/* What is taller than the view must not take the focus out of it. */
static void
reveal (GtkWidget *widget, GtkWidget *scroller, const Room *room)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const Room little = { MARGIN, MARGIN, 0 };

  scroll_to (widget, scroller, value, room);
  if (focus && gtk_widget_is_ancestor (focus, widget))
    scroll_to (focus, scroller, value, &little);
}

/* A frame's callbacks come before its layout: what was shown just now has its place in the second frame. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  GtkWidget *scroller = scroller_of (widget);
  Room *room = data;

  if (++room->frames < 2)
    return G_SOURCE_CONTINUE;
  if (scroller)
    reveal (widget, scroller, room);
  return G_SOURCE_REMOVE;
}

/**
 * np_reveal_with_room:
 * @widget: a widget in a scrolled page
 * @above: pixels to be seen above it
 * @below: pixels to be seen below it, where there is room for them
 *
 * Scrolls it into view as soon as the page is laid out.
 */
void
np_reveal_with_room (GtkWidget *widget, int above, int below)
{
  Room *room;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  room = g_new0 (Room, 1);
  room->above = above;
  room->below = below;
  gtk_widget_add_tick_callback (widget, frame_cb, room, g_free);
}

/**
 * np_reveal:
 * @widget: a widget in a scrolled page
 *
 * Scrolls it into view as soon as the page is laid out.
 */
void
np_reveal (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  np_reveal_with_room (widget, MARGIN, MARGIN);
}

/**
 * np_seen_of:
 * @widget: a widget
 *
 * Returns: which ends of it are in view now
 */
NpSeen
np_seen_of (GtkWidget *widget)
{
  GtkWidget *scroller;
  graphene_rect_t bounds;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  scroller = scroller_of (widget);
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return 0;
  if (!scroller)
    return NP_SEEN_ALL;
  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return 0;
  double top = bounds.origin.y, bottom = top + bounds.size.height, height = gtk_widget_get_height (scroller);
  return (top >= -MARGIN && top < height ? NP_SEEN_TOP : 0) | (bottom > 0 && bottom <= height + MARGIN ? NP_SEEN_BOTTOM : 0);
}
