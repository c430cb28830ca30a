/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-window.h"
#include "np-sheet-preview.h"

#include <glib/gi18n.h>

#define WIDTH 760
#define HEIGHT 820
#define MARGIN 18

static GtkWidget *
content_new (const NpSheet *sheet)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *preview = g_object_new (NP_TYPE_SHEET_PREVIEW, NULL);

  gtk_widget_set_margin_top (preview, MARGIN);
  gtk_widget_set_margin_bottom (preview, MARGIN);
  gtk_widget_set_margin_start (preview, MARGIN);
  gtk_widget_set_margin_end (preview, MARGIN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), preview);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  np_sheet_preview_show (NP_SHEET_PREVIEW (preview), np_paper_new (sheet, np_page_size_find (NULL)));
  return scroller;
}

static gboolean
close_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/**
 * np_sheet_window_open:
 * @parent: (nullable): the window it belongs to
 * @sheet: what to show; not kept
 *
 * Shows the sheet as it will print. Escape closes it. Its title holds no name.
 */
void
np_sheet_window_open (GtkWindow *parent, const NpSheet *sheet)
{
  g_return_if_fail (sheet);

  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = content_new (sheet);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("The Sheet as It Prints"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  close_on_escape (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (scroller);
}
