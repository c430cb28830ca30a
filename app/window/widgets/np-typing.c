/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typing.h"

static gboolean
rested_cb (gpointer data)
{
  NpTyping *self = data;

  self->timeout_id = 0;
  self->commit (self->owner);
  return G_SOURCE_REMOVE;
}

/**
 * np_typing_watch:
 * @self: a typing, its owner and function set
 * @input: a child of the owner, which goes with it
 *
 * From now on what is typed counts when the focus leaves @input.
 */
void
np_typing_watch (NpTyping *self, GtkWidget *input)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (self && self->owner && self->commit && GTK_IS_WIDGET (input));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (np_typing_end), self);
  gtk_widget_add_controller (input, focus);
}

/**
 * np_typing_begin:
 * @self: a typing
 *
 * The text was changed by a person: it counts when no other key follows for a while.
 */
void
np_typing_begin (NpTyping *self)
{
  g_return_if_fail (self && self->commit);
  np_typing_forget (self);
  self->timeout_id = g_timeout_add (self->rest_ms, rested_cb, self);
}

/**
 * np_typing_end:
 * @self: a typing
 *
 * What is typed counts now; nothing happens when nothing is.
 */
void
np_typing_end (NpTyping *self)
{
  if (!np_typing_is_on (self))
    return;
  np_typing_forget (self);
  self->commit (self->owner);
}

/**
 * np_typing_forget:
 * @self: a typing
 *
 * What is typed does not count by itself any more; to be called when the owner is disposed of.
 */
void
np_typing_forget (NpTyping *self)
{
  g_return_if_fail (self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
}

/**
 * np_typing_is_on:
 * @self: a typing
 *
 * Returns: whether something is typed that did not count yet
 */
gboolean
np_typing_is_on (const NpTyping *self)
{
  g_return_val_if_fail (self, FALSE);
  return self->timeout_id != 0;
}

/**
 * np_typing_go_on:
 * @self: a typing
 *
 * Enter in an entry means "done here": the focus goes on.
 */
void
np_typing_go_on (NpTyping *self)
{
  GtkRoot *root;

  g_return_if_fail (self && self->owner);
  root = gtk_widget_get_root (self->owner);
  if (root)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}
