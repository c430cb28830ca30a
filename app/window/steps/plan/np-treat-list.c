/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-treat-list.h"
#include "np-bound.h"
#include "np-combo.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"
#include "np-treat-row.h"

#include <glib/gi18n.h>

struct _NpTreatList
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *rows;
  NpCombo *what;
  NpCombo *where;
  GtkWidget *another; /* button: shows the two choices once more */

  gboolean opened; /* by a person, who adds another pair */

  /* Borrowed */
  const NpCatalog *catalog;

  /* Owned: for which pairs the rows were made, as "indication area" */
  GPtrArray *keys;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpTreatList, np_treat_list, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static JsonArray *
pairs_of (NpTreatList *self)
{
  JsonNode *node = np_bound_get_node (NP_BOUND (self));

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char *
key_of (JsonObject *pair)
{
  return g_strjoin (" ", json_object_get_string_member_with_default (pair, "indication", ""),
                    json_object_get_string_member_with_default (pair, "area", ""), NULL);
}

static guint
index_of (NpTreatList *self, GtkWidget *row)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->rows); child && child != row;
       child = gtk_widget_get_next_sibling (child))
    index++;
  return index;
}

static void
row_changed_cb (NpTreatRow *row, JsonObject *pair, NpTreatList *self)
{
  np_page_set_element (GTK_WIDGET (self), "/plan/treat", index_of (self, GTK_WIDGET (row)), json_object_ref (pair));
}

static void
row_removed_cb (NpTreatRow *row, NpTreatList *self)
{
  guint index = index_of (self, GTK_WIDGET (row));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  np_page_set_element (GTK_WIDGET (self), "/plan/treat", index, NULL);
}

static gboolean
holds (NpTreatList *self, const char *what, const char *where)
{
  g_autofree char *key = g_strjoin (" ", what, where, NULL);

  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, NULL);
}

/* The choices stand there for the first pair; after it they would look as if something were missing. */
static void
show_choices (NpTreatList *self)
{
  gboolean shown = self->keys->len == 0 || self->opened;

  gtk_widget_set_visible (GTK_WIDGET (self->what), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->where), shown);
  gtk_widget_set_visible (self->another, !shown);
}

/* What is treated stays chosen: the next one is often the same thing at another place. */
static void
another_clicked_cb (NpTreatList *self)
{
  self->opened = TRUE;
  show_choices (self);
  gtk_widget_grab_focus (GTK_WIDGET (np_combo_get (self->what) ? self->where : self->what));
}

static GtkWidget *
last_row (NpTreatList *self)
{
  return gtk_widget_get_last_child (self->rows);
}

static void
where_chosen_cb (NpTreatList *self)
{
  const char *what = np_combo_get (self->what);
  const char *where = np_combo_get (self->where);

  if (!what || !where)
    return;
  self->opened = FALSE;
  if (!holds (self, what, where))
    {
      JsonObject *pair = json_object_new ();
      json_object_set_string_member (pair, "indication", what);
      json_object_set_string_member (pair, "area", where);
      np_page_set_element (GTK_WIDGET (self), "/plan/treat", G_MAXUINT, pair);
    }
  np_combo_set (self->where, NULL);
  show_choices (self);
  if (last_row (self))
    gtk_widget_grab_focus (last_row (self));
}

static gboolean
rows_fit (NpTreatList *self, JsonArray *pairs)
{
  guint length = pairs ? json_array_get_length (pairs) : 0;

  if (length != self->keys->len)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *key = key_of (json_array_get_object_element (pairs, i));
      if (!g_str_equal (key, g_ptr_array_index (self->keys, i)))
        return FALSE;
    }
  return TRUE;
}

static void
add_row (NpTreatList *self, JsonObject *pair)
{
  int indication = np_catalog_find_indication (self->catalog, json_object_get_string_member (pair, "indication"));
  int area = np_catalog_find_area (self->catalog, json_object_get_string_member (pair, "area"));
  GtkWidget *row;

  g_return_if_fail (indication >= 0 && area >= 0);
  row = np_treat_row_new (self->catalog, (guint) indication, (guint) area);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  g_signal_connect (row, "removed", G_CALLBACK (row_removed_cb), self);
  gtk_box_append (GTK_BOX (self->rows), row);
  g_ptr_array_add (self->keys, key_of (pair));
}

static void
make_rows (NpTreatList *self, JsonArray *pairs)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)))
    gtk_box_remove (GTK_BOX (self->rows), child);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; pairs && i < json_array_get_length (pairs); i++)
    add_row (self, json_array_get_object_element (pairs, i));
}

static void
np_treat_list_refresh (NpBound *bound)
{
  NpTreatList *self = NP_TREAT_LIST (bound);
  JsonArray *pairs = pairs_of (self);
  guint i = 0;

  if (!rows_fit (self, pairs))
    make_rows (self, pairs);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row; row = gtk_widget_get_next_sibling (row), i++)
    np_treat_row_show (NP_TREAT_ROW (row), json_array_get_object_element (pairs, i));
  show_choices (self);
}

static const char *
np_treat_list_get_pointer (NpBound *bound)
{
  return "/plan/treat";
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_treat_list_refresh;
  interface->get_pointer = np_treat_list_get_pointer;
}

static gboolean
np_treat_list_grab_focus (GtkWidget *widget)
{
  NpTreatList *self = NP_TREAT_LIST (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->another) ? self->another : GTK_WIDGET (self->what));
}

static void
np_treat_list_finalize (GObject *object)
{
  g_ptr_array_unref (NP_TREAT_LIST (object)->keys);
  G_OBJECT_CLASS (np_treat_list_parent_class)->finalize (object);
}

static void
np_treat_list_class_init (NpTreatListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_treat_list_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_treat_list_grab_focus;
}

static void
np_treat_list_init (NpTreatList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fields");
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->what = NP_COMBO (np_combo_new (_ ("What is treated"), NULL));
  /* Translators: label of a choice: the part of the body */
  self->where = NP_COMBO (np_combo_new (_ ("Where"), NULL));
  self->another = np_button_new (C_ ("button", "Add Another Area"));
  gtk_widget_set_halign (self->another, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->another, "in-card");
  gtk_widget_set_visible (self->another, FALSE);
  g_signal_connect_swapped (self->another, "clicked", G_CALLBACK (another_clicked_cb), self);
  g_signal_connect_swapped (self->what, "chosen", G_CALLBACK (where_chosen_cb), self);
  g_signal_connect_swapped (self->where, "chosen", G_CALLBACK (where_chosen_cb), self);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->where));
  gtk_box_append (GTK_BOX (self), self->another);
}

/**
 * np_treat_list_new:
 *
 * Returns: (transfer floating): the list, to be put into a page
 */
GtkWidget *
np_treat_list_new (void)
{
  return g_object_new (NP_TYPE_TREAT_LIST, NULL);
}

/**
 * np_treat_list_set_catalog:
 * @self: the list
 * @catalog: what can be treated, and where; outlives the list
 */
void
np_treat_list_set_catalog (NpTreatList *self, const NpCatalog *catalog)
{
  const NpLanguage *language = np_interface_language ();

  g_return_if_fail (NP_IS_TREAT_LIST (self) && catalog);
  self->catalog = catalog;
  np_combo_clear (self->what);
  np_combo_clear (self->where);
  for (guint i = 0; i < catalog->n_indications; i++)
    np_combo_add (self->what, catalog->indications[i].id, np_language_say (language, &catalog->indications[i].name));
  for (guint i = 0; i < catalog->n_areas; i++)
    np_combo_add (self->where, catalog->areas[i].id, np_language_say (language, &catalog->areas[i].name));
}
