/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-substance-list.h"
#include "np-bound.h"
#include "np-element-rows.h"
#include "np-field-entry.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-substance-row.h"

#include <glib/gi18n.h>

struct _NpSubstanceList
{
  GtkBox parent_instance;

  /* Children */
  NpElementRows *rows;
  GtkWidget *none;
  GtkWidget *again; /* asked on another day: is it still right? */
  GtkWidget *entry;

  /* Borrowed */
  const NpSubstanceKind *kind;

  gboolean setting; /* the program ticks, not a person */
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpSubstanceList,
                               np_substance_list,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static JsonArray *
entries_of (NpSubstanceList *self)
{
  JsonNode *node = np_bound_get_node (NP_BOUND (self));

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Taking out the last one is no answer: whether there are none at all is asked again. */
static void
removed_cb (NpSubstanceList *self, guint index)
{
  gtk_widget_grab_focus (self->entry);
  if (np_element_rows_get_n (self->rows) > 1)
    np_page_set_element (GTK_WIDGET (self), self->kind->pointer, index, NULL);
  else
    np_page_set_node (GTK_WIDGET (self), self->kind->pointer, NULL);
}

static void
add_clicked_cb (NpSubstanceList *self)
{
  g_autofree char *name = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->entry));
  g_autoptr (JsonObject) entry = json_object_new ();

  gtk_widget_grab_focus (self->entry);
  if (!*name)
    return;
  json_object_set_string_member (entry, self->kind->name, name);
  np_field_entry_set_text (NP_FIELD_ENTRY (self->entry), NULL);
  np_page_set_element (GTK_WIDGET (self), self->kind->pointer, G_MAXUINT, g_steal_pointer (&entry));
  np_reveal (self->entry); /* the new line has pushed it down */
}

static void
none_toggled_cb (NpSubstanceList *self)
{
  if (self->setting)
    return;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->none)))
    np_page_set_node (GTK_WIDGET (self), self->kind->pointer,
                      json_node_init_array (json_node_alloc (), json_array_new ()));
  else
    np_page_set_node (GTK_WIDGET (self), self->kind->pointer, NULL);
}

/* The list as it stands, said once more today. */
static void
again_clicked_cb (NpSubstanceList *self)
{
  gtk_widget_grab_focus (self->entry);
  np_page_set_node (GTK_WIDGET (self), self->kind->pointer, json_node_copy (np_bound_get_node (NP_BOUND (self))));
}

static gboolean
is_stale (NpSubstanceList *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  return entries_of (self) && !self->kind->is_known (np_consultation_get_facts (np_page_get_consultation (page)));
}

static char *
key_of (GtkWidget *list, JsonObject *entry)
{
  return g_strdup (json_object_get_string_member_with_default (entry, NP_SUBSTANCE_LIST (list)->kind->name, ""));
}

static GtkWidget *
make_row (GtkWidget *list, JsonObject *entry, guint index)
{
  const NpCatalog *catalog = np_consultation_get_catalog (np_page_get_consultation (np_page_of (list)));
  g_autofree char *name = key_of (list, entry);

  return np_substance_row_new (NP_SUBSTANCE_LIST (list)->kind, catalog, name, index);
}

static void
show_row (GtkWidget *row, JsonObject *entry)
{
  np_substance_row_show (NP_SUBSTANCE_ROW (row), entry);
}

static const NpElementKind entry_kind = { key_of, make_row, show_row };

static void
np_substance_list_refresh (NpBound *bound)
{
  NpSubstanceList *self = NP_SUBSTANCE_LIST (bound);
  guint n;

  np_element_rows_refresh (self->rows);
  n = np_element_rows_get_n (self->rows);
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), entries_of (self) && n == 0);
  self->setting = FALSE;
  gtk_widget_set_visible (self->none, n == 0);
  gtk_widget_set_visible (self->again, is_stale (self));
}

static const char *
np_substance_list_get_pointer (NpBound *bound)
{
  return NP_SUBSTANCE_LIST (bound)->kind->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_substance_list_refresh;
  interface->get_pointer = np_substance_list_get_pointer;
}

static gboolean
np_substance_list_grab_focus (GtkWidget *widget)
{
  NpSubstanceList *self = NP_SUBSTANCE_LIST (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->again) ? self->again : self->entry);
}

static void
np_substance_list_class_init (NpSubstanceListClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_substance_list_grab_focus;
}

static void
np_substance_list_init (NpSubstanceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fields");
}

static void
add_adder (NpSubstanceList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *add = np_button_new (C_ ("button", "Add"));

  self->entry = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ (self->kind->add), "to-add", TRUE, NULL);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (add, GTK_ALIGN_END);
  gtk_widget_set_margin_end (add, 12);
  gtk_widget_add_css_class (add, "beside-field");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_clicked_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), add);
  gtk_box_append (GTK_BOX (self), line);
}

static void
add_none (NpSubstanceList *self)
{
  GtkWidget *text = np_paragraph_new (_ (self->kind->none), NULL);

  self->none = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->none), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->none), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->none), -1);
  gtk_widget_add_css_class (self->none, "pad");
  g_signal_connect_swapped (self->none, "toggled", G_CALLBACK (none_toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->none);
}

/**
 * np_substance_list_new:
 * @kind: medicines or allergies
 *
 * Returns: (transfer floating): the list, to be put into a page
 */
GtkWidget *
np_substance_list_new (const NpSubstanceKind *kind)
{
  NpSubstanceList *self = g_object_new (NP_TYPE_SUBSTANCE_LIST, NULL);

  self->kind = kind;
  self->rows = NP_ELEMENT_ROWS (np_element_rows_new (GTK_WIDGET (self), kind->pointer, &entry_kind));
  g_signal_connect_swapped (self->rows, "removed", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  add_adder (self);
  add_none (self);
  self->again = np_button_new (C_ ("button", "Asked Again Today: Still Right"));
  gtk_widget_set_halign (self->again, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->again, "below-field");
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (again_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->again);
  return GTK_WIDGET (self);
}
