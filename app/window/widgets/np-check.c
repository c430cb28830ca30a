/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-check.h"

/**
 * np_check_new:
 * @label: the words beside the box
 *
 * Returns: (transfer floating): a check button
 */
GtkWidget *
np_check_new (const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE); /* in the button: the words wrap where the page ends */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return check;
}
