/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-choice.h"
#include "np-page.h"
#include "np-section.h"
#include "np-wrap-layout.h"

struct _NpChoice
{
  NpBoundField parent_instance;

  gboolean setting; /* the program changes the buttons, not a person */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpChoice, np_choice, NP_TYPE_BOUND_FIELD)

static const char *
id_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "np-id");
}

static GtkWidget *
find_button (NpChoice *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (id_of (child), id) == 0)
      return child;
  return NULL;
}

/* Pressed look, tick and state for a screen reader go together: the choice is never told by colour alone. */
static void
mark (GtkWidget *button, gboolean chosen)
{
  GtkWidget *tick = g_object_get_data (G_OBJECT (button), "np-tick");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen);
  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
mark_only (NpChoice *self, GtkWidget *chosen)
{
  self->setting = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    mark (child, child == chosen);
  self->setting = FALSE;
}

static void
choose (NpChoice *self, GtkWidget *button)
{
  const char *pointer = np_bound_field_get_pointer (NP_BOUND_FIELD (self));

  mark_only (self, button);
  if (pointer)
    np_page_set_string (GTK_WIDGET (self), pointer, id_of (button));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
button_toggled_cb (GtkToggleButton *button, NpChoice *self)
{
  if (!self->setting)
    choose (self, GTK_WIDGET (button));
}

static gboolean
key_pressed_cb (NpChoice *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  char key = (char) gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  if (key == 0)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "np-key")) == key)
      {
        choose (self, child);
        return TRUE;
      }
  return FALSE;
}

static gboolean
move_focus (NpChoice *self, gboolean forward)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *next = !focus ? NULL
                    : forward ? gtk_widget_get_next_sibling (focus)
                              : gtk_widget_get_prev_sibling (focus);

  return next && gtk_widget_grab_focus (next);
}

static gboolean
focus_first (NpChoice *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_grab_focus (child);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  return first && gtk_widget_grab_focus (first);
}

/* One Tab stop: Tab comes to the chosen button, or the first, and leaves from any; arrows move inside. */
static gboolean
np_choice_focus (GtkWidget *widget, GtkDirectionType direction)
{
  NpChoice *self = NP_CHOICE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (!gtk_widget_get_focus_child (widget))
    return focus_first (self);
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return move_focus (self, rtl);
    case GTK_DIR_RIGHT:
      return move_focus (self, !rtl);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
np_choice_grab_focus (GtkWidget *widget)
{
  return focus_first (NP_CHOICE (widget));
}

static void
np_choice_refresh (NpBoundField *field)
{
  np_choice_set (NP_CHOICE (field), np_bound_get_string (NP_BOUND (field)));
}

static void
np_choice_labelled (NpBoundField *field, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
np_choice_class_init (NpChoiceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->focus = np_choice_focus;
  widget_class->grab_focus = np_choice_grab_focus;
  NP_BOUND_FIELD_CLASS (class)->refresh = np_choice_refresh;
  NP_BOUND_FIELD_CLASS (class)->labelled = np_choice_labelled;
  signals[CHOSEN] = g_signal_new ("chosen", NP_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, NP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_css_name (widget_class, "choice");
}

static void
np_choice_init (NpChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * np_choice_new:
 * @label: what is chosen, for a screen reader
 *
 * Returns: (transfer floating): a choice without buttons
 */
GtkWidget *
np_choice_new (const char *label)
{
  return g_object_new (NP_TYPE_CHOICE, "label", label, NULL);
}

static GtkWidget *
button_content (const char *label, GtkWidget **tick)
{
  GtkWidget *box = np_line_new (4);
  GtkWidget *text = gtk_label_new (label);

  *tick = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "opacity", 0.0,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0.5);
  gtk_widget_set_margin_end (text, 16); /* as much as the tick takes before it */
  gtk_box_append (GTK_BOX (box), *tick);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_hexpand (box, FALSE); /* in the box only */
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

/**
 * np_choice_add:
 * @self: a choice
 * @id: what np_choice_get () gives when it is chosen
 * @label: the words on the button
 * @key: the letter that chooses it while the choice has the focus; 0 for none
 *
 * Adds a button at the end.
 */
void
np_choice_add (NpChoice *self, const char *id, const char *label, char key)
{
  GtkWidget *button, *tick;

  g_return_if_fail (NP_IS_CHOICE (self) && id && label);

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  gtk_button_set_child (GTK_BUTTON (button), button_content (label, &tick));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_set_data_full (G_OBJECT (button), "np-id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "np-key", GINT_TO_POINTER (key));
  g_object_set_data (G_OBJECT (button), "np-tick", tick);
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
  np_bound_field_add (NP_BOUND_FIELD (self), button);
}

/**
 * np_choice_clear:
 * @self: a choice
 *
 * Removes every button.
 */
void
np_choice_clear (NpChoice *self)
{
  GtkWidget *child;

  g_return_if_fail (NP_IS_CHOICE (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

/**
 * np_choice_get:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the id of the chosen button
 */
const char *
np_choice_get (NpChoice *self)
{
  g_return_val_if_fail (NP_IS_CHOICE (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return id_of (child);
  return NULL;
}

/**
 * np_choice_set:
 * @self: a choice
 * @id: (nullable): which button is chosen; NULL for none
 *
 * Shows a choice without "chosen" being emitted.
 */
void
np_choice_set (NpChoice *self, const char *id)
{
  g_return_if_fail (NP_IS_CHOICE (self));
  mark_only (self, id ? find_button (self, id) : NULL);
}
