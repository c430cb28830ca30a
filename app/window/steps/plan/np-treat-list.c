/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-treat-list.h"
#include "np-bound.h"
#include "np-combo.h"
#include "np-element-rows.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"
#include "np-treat-row.h"

#include <glib/gi18n.h>

struct _NpTreatList
{
  GtkBox parent_instance;

  /* Children */
  NpElementRows *rows;
  NpCombo *what;
  NpCombo *where;
  GtkWidget *another; /* button: shows the two choices once more */

  gboolean opened; /* by a person, who adds another pair */

  /* Borrowed */
  const NpCatalog *catalog;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpTreatList, np_treat_list, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static char *
key_of (GtkWidget *list, JsonObject *pair)
{
  return g_strjoin (" ", json_object_get_string_member_with_default (pair, "indication", ""),
                    json_object_get_string_member_with_default (pair, "area", ""), NULL);
}

static GtkWidget *
make_row (GtkWidget *list, JsonObject *pair, guint index)
{
  const NpCatalog *catalog = NP_TREAT_LIST (list)->catalog;
  int indication = np_catalog_find_indication (catalog, json_object_get_string_member (pair, "indication"));
  int area = np_catalog_find_area (catalog, json_object_get_string_member (pair, "area"));

  g_return_val_if_fail (indication >= 0 && area >= 0, NULL);
  return np_treat_row_new (catalog, (guint) indication, (guint) area);
}

static void
show_row (GtkWidget *row, JsonObject *pair)
{
  np_treat_row_show (NP_TREAT_ROW (row), pair);
}

static const NpElementKind pair_kind = { key_of, make_row, show_row };

static void
removed_cb (NpTreatList *self, guint index)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  np_page_set_element (GTK_WIDGET (self), "/plan/treat", index, NULL);
}

/* The choices stand there for the first pair; after it they would look as if something were missing. */
static void
show_choices (NpTreatList *self)
{
  gboolean shown = np_element_rows_get_n (self->rows) == 0 || self->opened;

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
  return gtk_widget_get_last_child (GTK_WIDGET (self->rows));
}

static void
where_chosen_cb (NpTreatList *self)
{
  const char *what = np_combo_get (self->what);
  const char *where = np_combo_get (self->where);

  if (!what || !where)
    return;
  g_autoptr (JsonObject) pair = json_object_new ();
  json_object_set_string_member (pair, "indication", what);
  json_object_set_string_member (pair, "area", where);
  g_autofree char *key = key_of (GTK_WIDGET (self), pair);
  self->opened = FALSE;
  if (!np_element_rows_have (self->rows, key))
    np_page_set_element (GTK_WIDGET (self), "/plan/treat", G_MAXUINT, g_steal_pointer (&pair));
  np_combo_set (self->where, NULL);
  show_choices (self);
  if (last_row (self))
    gtk_widget_grab_focus (last_row (self));
}

static void
np_treat_list_refresh (NpBound *bound)
{
  np_element_rows_refresh (NP_TREAT_LIST (bound)->rows);
  show_choices (NP_TREAT_LIST (bound));
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
np_treat_list_class_init (NpTreatListClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_treat_list_grab_focus;
}

static void
np_treat_list_init (NpTreatList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fields");
  self->rows = NP_ELEMENT_ROWS (np_element_rows_new (GTK_WIDGET (self), "/plan/treat", &pair_kind));
  g_signal_connect_swapped (self->rows, "removed", G_CALLBACK (removed_cb), self);
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
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
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
