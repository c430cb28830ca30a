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

static void
scroll_to (GtkWidget *widget, GtkWidget *scroller)
{
  GtkAdjustment *scrolling = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double page = gtk_adjustment_get_page_size (scrolling), value = gtk_adjustment_get_value (scrolling);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;
  double top = bounds.origin.y - MARGIN, bottom = bounds.origin.y + bounds.size.height + MARGIN;
  if (top < 0 || bottom - top > page)
    np_reveal_scroll (GTK_SCROLLED_WINDOW (scroller), value + top);
  else if (bottom > page)
    np_reveal_scroll (GTK_SCROLLED_WINDOW (scroller), value + bottom - page);
}

/* A frame's callbacks come before its layout: what was shown just now has its place in the second frame. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  GtkWidget *scroller = scroller_of (widget);
  guint *frames = data;

  if (++*frames < 2)
    return G_SOURCE_CONTINUE;
  if (scroller)
    scroll_to (widget, scroller);
  return G_SOURCE_REMOVE;
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
  gtk_widget_add_tick_callback (widget, frame_cb, g_new0 (guint, 1), g_free);
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
