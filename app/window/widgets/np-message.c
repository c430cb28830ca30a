/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-message.h"

/* A button made with a mnemonic has its words as its label and is labelled by them too: GTK 4.8 reads out both. */
static void
name_once (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_once (child);
}

/**
 * np_message_present:
 * @dialog: an AdwMessageDialog with all of its responses
 *
 * Shows it, with buttons that a screen reader names once.
 */
void
np_message_present (GtkWidget *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  name_once (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
