/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-shortcuts-window.h"

struct _NpShortcutsWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (NpShortcutsWindow, np_shortcuts_window, ADW_TYPE_WINDOW)

static void
np_shortcuts_window_class_init (NpShortcutsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-shortcuts-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* GTK 4.8 shows "Page_Down", as programs call the key, on what is to look like it. */
static void
tidy_keys (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    tidy_keys (child);
  if (!GTK_IS_LABEL (widget) || !gtk_widget_has_css_class (widget, "keycap"))
    return;
  g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))), "_", ' ');
  gtk_label_set_text (GTK_LABEL (widget), name);
}

static void
np_shortcuts_window_init (NpShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tidy_keys (GTK_WIDGET (self));
}

/**
 * np_shortcuts_window_new:
 * @parent: the window it belongs to
 *
 * Returns: (transfer floating): a list of the keys, not yet on screen
 */
GtkWidget *
np_shortcuts_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  return g_object_new (NP_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
