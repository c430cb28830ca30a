/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-unfolding.h"

#define AT_A_TIME 2 /* cards of a few lines each: less than a frame of work on a slow machine */

struct _NpUnfolding
{
  GQueue held_back; /* owned references */
  guint idle_id;
};

static void
show_next (NpUnfolding *self)
{
  g_autoptr (GtkWidget) widget = g_queue_pop_head (&self->held_back);

  gtk_widget_show (widget);
}

static gboolean
show_some_cb (gpointer data)
{
  NpUnfolding *self = data;

  for (guint i = 0; i < AT_A_TIME && !g_queue_is_empty (&self->held_back); i++)
    show_next (self);
  if (!g_queue_is_empty (&self->held_back))
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * np_unfolding_new:
 *
 * Returns: (transfer full): nothing held back yet
 */
NpUnfolding *
np_unfolding_new (void)
{
  return g_new0 (NpUnfolding, 1);
}

/**
 * np_unfolding_free:
 * @self: (transfer full): an unfolding
 *
 * What is still held back stays hidden.
 */
void
np_unfolding_free (NpUnfolding *self)
{
  g_return_if_fail (self);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_queue_clear_full (&self->held_back, g_object_unref);
  g_free (self);
}

/**
 * np_unfolding_hold_back:
 * @self: an unfolding
 * @widget: a widget below the fold
 *
 * Hides it until its turn comes.
 */
void
np_unfolding_hold_back (NpUnfolding *self, GtkWidget *widget)
{
  g_return_if_fail (self && GTK_IS_WIDGET (widget));

  gtk_widget_hide (widget);
  g_queue_push_tail (&self->held_back, g_object_ref (widget));
}

/**
 * np_unfolding_hold_back_children:
 * @self: an unfolding
 * @parent: a box
 *
 * Holds back each widget in the box by itself.
 */
void
np_unfolding_hold_back_children (NpUnfolding *self, GtkWidget *parent)
{
  g_return_if_fail (self && GTK_IS_WIDGET (parent));

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child; child = gtk_widget_get_next_sibling (child))
    np_unfolding_hold_back (self, child);
}

/**
 * np_unfolding_start:
 * @self: an unfolding
 *
 * Begins to show what is held back, in its order, below the priority of painting and of input.
 */
void
np_unfolding_start (NpUnfolding *self)
{
  g_return_if_fail (self);

  if (self->idle_id == 0 && !g_queue_is_empty (&self->held_back))
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, show_some_cb, self, NULL);
}

/**
 * np_unfolding_finish:
 * @self: an unfolding
 *
 * Shows all that is left at once: somebody wants to go there.
 */
void
np_unfolding_finish (NpUnfolding *self)
{
  g_return_if_fail (self);

  while (!g_queue_is_empty (&self->held_back))
    show_next (self);
}
