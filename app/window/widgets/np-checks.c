/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-checks.h"
#include "np-check.h"
#include "np-interface-language.h"
#include "np-page.h"

struct _NpChecks
{
  NpBoundField parent_instance;

  /* Children */
  GtkWidget *buttons;

  gboolean setting; /* the program ticks, not a person */
};

G_DEFINE_FINAL_TYPE (NpChecks, np_checks, NP_TYPE_BOUND_FIELD)

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
  const char *pointer = np_bound_field_get_pointer (NP_BOUND_FIELD (self));

  if (!self->setting && pointer)
    np_page_set_node (GTK_WIDGET (self), pointer, ticked (self));
}

static void
np_checks_refresh (NpBoundField *field)
{
  NpChecks *self = NP_CHECKS (field);
  JsonNode *ids = np_bound_get_node (NP_BOUND (field));

  self->setting = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button; button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), holds (ids, id_of (button)));
  self->setting = FALSE;
}

static gboolean
np_checks_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (NP_CHECKS (widget)->buttons);

  return first && gtk_widget_grab_focus (first);
}

static void
np_checks_labelled (NpBoundField *field, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (NP_CHECKS (field)->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
np_checks_class_init (NpChecksClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_checks_grab_focus;
  NP_BOUND_FIELD_CLASS (class)->refresh = np_checks_refresh;
  NP_BOUND_FIELD_CLASS (class)->labelled = np_checks_labelled;
}

static void
np_checks_init (NpChecks *self)
{
  np_bound_field_add_label (NP_BOUND_FIELD (self));
  self->buttons = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  np_bound_field_add (NP_BOUND_FIELD (self), self->buttons);
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

  GtkWidget *button = np_check_new (label);
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
