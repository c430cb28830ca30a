/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-checks.h"
#include "np-bound.h"
#include "np-interface-language.h"
#include "np-page.h"

struct _NpChecks
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *label;
  GtkWidget *buttons;

  /* Owned */
  char *pointer;

  gboolean setting; /* the program ticks, not a person */
};

enum
{
  PROP_LABEL = 1,
  PROP_POINTER,
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpChecks, np_checks, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static const char *
id_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "np-id");
}

static gboolean
holds (JsonNode *ids, const char *id)
{
  JsonArray *array = ids && JSON_NODE_HOLDS_ARRAY (ids) ? json_node_get_array (ids) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_array_get_string_element (array, i), id) == 0)
      return TRUE;
  return FALSE;
}

/* The ids that are ticked, in the order of the buttons; nothing at all when none is. */
static JsonNode *
ticked (NpChecks *self)
{
  JsonArray *array = json_array_new ();

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button; button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      json_array_add_string_element (array, id_of (button));
  if (json_array_get_length (array) > 0)
    return json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return NULL;
}

static void
toggled_cb (NpChecks *self)
{
  if (!self->setting && self->pointer)
    np_page_set_node (GTK_WIDGET (self), self->pointer, ticked (self));
}

static void
np_checks_refresh (NpBound *bound)
{
  NpChecks *self = NP_CHECKS (bound);
  JsonNode *ids = np_bound_get_node (bound);

  self->setting = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button; button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), holds (ids, id_of (button)));
  self->setting = FALSE;
}

static const char *
np_checks_get_pointer (NpBound *bound)
{
  return NP_CHECKS (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_checks_refresh;
  interface->get_pointer = np_checks_get_pointer;
}

static gboolean
np_checks_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (NP_CHECKS (widget)->buttons);

  return first && gtk_widget_grab_focus (first);
}

static void
np_checks_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpChecks *self = NP_CHECKS (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_POINTER:
      g_free (self->pointer);
      self->pointer = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_checks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpChecks *self = NP_CHECKS (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
np_checks_finalize (GObject *object)
{
  g_free (NP_CHECKS (object)->pointer);
  G_OBJECT_CLASS (np_checks_parent_class)->finalize (object);
}

static void
np_checks_class_init (NpChecksClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = np_checks_set_property;
  object_class->get_property = np_checks_get_property;
  object_class->finalize = np_checks_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_checks_grab_focus;
  g_object_class_install_property (object_class, PROP_LABEL, g_param_spec_string ("label", NULL, NULL, "", both));
  g_object_class_install_property (object_class, PROP_POINTER, g_param_spec_string ("pointer", NULL, NULL, NULL, both));
}

static void
np_checks_init (NpChecks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  self->label = gtk_label_new (NULL);
  self->buttons = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "field-label");
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->buttons);
}

/**
 * np_checks_new:
 * @label: what is ticked; stands above the check buttons
 * @pointer: the JSON pointer of an array of ids
 *
 * Returns: (transfer floating): an empty list of check buttons
 */
GtkWidget *
np_checks_new (const char *label, const char *pointer)
{
  return g_object_new (NP_TYPE_CHECKS, "label", label, "pointer", pointer, NULL);
}

/**
 * np_checks_add:
 * @self: check buttons
 * @id: what stands in the document when it is ticked
 * @label: the words beside it
 *
 * Adds a check button at the end.
 */
void
np_checks_add (NpChecks *self, const char *id, const char *label)
{
  g_return_if_fail (NP_IS_CHECKS (self) && id && label);

  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "np-id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/**
 * np_checks_set_items:
 * @self: check buttons
 * @items: items of the catalogue
 * @role: the person whom they are about; items for others are left out
 *
 * Shows one check button for each item, in place of what was there.
 */
void
np_checks_set_items (NpChecks *self, const NpItems *items, NpRole role)
{
  GtkWidget *child;

  g_return_if_fail (NP_IS_CHECKS (self) && items);
  while ((child = gtk_widget_get_first_child (self->buttons)))
    gtk_box_remove (GTK_BOX (self->buttons), child);
  for (guint i = 0; i < items->n_items; i++)
    if (items->items[i].roles == 0 || items->items[i].roles & (1u << role))
      np_checks_add (self, items->items[i].id, np_language_say (np_interface_language (), &items->items[i].text));
}
