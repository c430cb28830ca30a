/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-stack-access.h"

static void
update (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != visible, -1);
}

/**
 * np_stack_hide_others:
 * @stack: a stack
 *
 * From now on only the page in front stands in the accessible tree.
 */
void
np_stack_hide_others (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (update), NULL);
  update (stack);
}
