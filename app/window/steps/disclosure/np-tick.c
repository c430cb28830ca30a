/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-tick.h"

struct _NpTick
{
  AdwBin parent_instance;

  /* Children */
  GtkWidget *check;

  gboolean setting; /* the program changes the check, not a person */
  gboolean by_key;  /* a key is about to press the check */
};

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpTick, np_tick, ADW_TYPE_BIN)

static gboolean
key_pressed_cb (NpTick *self, guint keyval)
{
  self->by_key = np_tick_is_key (keyval);
  return GDK_EVENT_PROPAGATE;
}

static void
toggled_cb (NpTick *self)
{
  gboolean by_key = self->by_key;

  if (self->setting)
    return;
  self->by_key = FALSE;
  g_signal_emit (self, signals[TICKED], 0, np_tick_get (self), by_key);
}

static gboolean
np_tick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_TICK (widget)->check);
}

static void
np_tick_class_init (NpTickClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_tick_grab_focus;
  signals[TICKED] = g_signal_new ("ticked", NP_TYPE_TICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
}

static void
np_tick_init (NpTick *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * np_tick_new:
 * @label: the words beside the box
 * @name: what it is for, for a screen reader
 *
 * Returns: (transfer floating): a check that is not ticked
 */
GtkWidget *
np_tick_new (const char *label, const char *name)
{
  NpTick *self = g_object_new (NP_TYPE_TICK, NULL);

  self->check = gtk_check_button_new_with_label (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->check);
  return GTK_WIDGET (self);
}

/**
 * np_tick_set:
 * @self: a check
 * @active: whether it is ticked
 *
 * Shows it without "ticked" being emitted.
 */
void
np_tick_set (NpTick *self, gboolean active)
{
  g_return_if_fail (NP_IS_TICK (self));

  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), active);
  self->setting = FALSE;
}

/**
 * np_tick_get:
 * @self: a check
 *
 * Returns: whether it is ticked
 */
gboolean
np_tick_get (NpTick *self)
{
  g_return_val_if_fail (NP_IS_TICK (self), FALSE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/**
 * np_tick_is_key:
 * @keyval: a key
 *
 * Returns: whether it ticks the check that has the focus
 */
gboolean
np_tick_is_key (guint keyval)
{
  return keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}
