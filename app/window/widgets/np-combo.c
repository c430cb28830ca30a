/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-combo.h"
#include "np-combo-words.h"
#include "np-interface-language.h"
#include "np-page.h"

#include <glib/gi18n.h>

struct _NpCombo
{
  NpBoundField parent_instance;

  /* Children */
  AdwComboRow *row;

  /* Owned */
  GtkStringList *words;
  GPtrArray *ids; /* one less than words: the first word is "not chosen" */

  gboolean setting; /* the program chooses, not a person */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpCombo, np_combo, NP_TYPE_BOUND_FIELD)

static void
selected_cb (NpCombo *self)
{
  const char *pointer = np_bound_field_get_pointer (NP_BOUND_FIELD (self));

  if (self->setting)
    return;
  if (pointer)
    np_page_set_string (GTK_WIDGET (self), pointer, np_combo_get (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
np_combo_refresh (NpBoundField *field)
{
  np_combo_set (NP_COMBO (field), np_bound_get_string (NP_BOUND (field)));
}

static void
np_combo_labelled (NpBoundField *field, const char *label)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (NP_COMBO (field)->row), label);
}

static gboolean
np_combo_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_COMBO (widget)->row));
}

static void
np_combo_finalize (GObject *object)
{
  NpCombo *self = NP_COMBO (object);

  g_object_unref (self->words);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (np_combo_parent_class)->finalize (object);
}

static void
np_combo_class_init (NpComboClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_combo_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_combo_grab_focus;
  NP_BOUND_FIELD_CLASS (class)->refresh = np_combo_refresh;
  NP_BOUND_FIELD_CLASS (class)->labelled = np_combo_labelled;
  signals[CHOSEN] = g_signal_new ("chosen", NP_TYPE_COMBO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_combo_init (NpCombo *self)
{
  /* Translators: stands in a menu while nothing is chosen. */
  const char *const first[] = { C_ ("choice", "Choose…"), NULL };
  GtkWidget *list = gtk_list_box_new ();

  self->words = gtk_string_list_new (first);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->row), 0);
  np_combo_show_whole_words (self->row);
  adw_combo_row_set_model (self->row, G_LIST_MODEL (self->words));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "combo-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->row));
  np_bound_field_add (NP_BOUND_FIELD (self), list);
  g_signal_connect_swapped (self->row, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * np_combo_new:
 * @label: what is chosen
 * @pointer: (nullable): the JSON pointer of a string that holds the id of what is chosen
 *
 * Returns: (transfer floating): a row with nothing to choose yet
 */
GtkWidget *
np_combo_new (const char *label, const char *pointer)
{
  return g_object_new (NP_TYPE_COMBO, "label", label, "pointer", pointer, NULL);
}

/**
 * np_combo_set_none:
 * @self: a combo
 * @none: the word that stands there while nothing is chosen
 */
void
np_combo_set_none (NpCombo *self, const char *none)
{
  g_return_if_fail (NP_IS_COMBO (self) && none);
  self->setting = TRUE;
  gtk_string_list_splice (self->words, 0, 1, (const char *const[]){ none, NULL });
  adw_combo_row_set_selected (self->row, 0);
  self->setting = FALSE;
}

/**
 * np_combo_add:
 * @self: a combo
 * @id: what np_combo_get () gives when it is chosen
 * @label: the word in the menu
 *
 * Adds an entry at the end.
 */
void
np_combo_add (NpCombo *self, const char *id, const char *label)
{
  g_return_if_fail (NP_IS_COMBO (self) && id && label);
  gtk_string_list_append (self->words, label);
  g_ptr_array_add (self->ids, g_strdup (id));
}

/**
 * np_combo_set_items:
 * @self: a combo
 * @items: items of the catalogue
 *
 * Shows the items, in the interface's language, in place of what was there.
 */
void
np_combo_set_items (NpCombo *self, const NpItems *items)
{
  g_return_if_fail (items);
  np_combo_clear (self);
  for (guint i = 0; i < items->n_items; i++)
    np_combo_add (self, items->items[i].id, np_language_say (np_interface_language (), &items->items[i].text));
}

/**
 * np_combo_clear:
 * @self: a combo
 *
 * Removes every entry but "not chosen".
 */
void
np_combo_clear (NpCombo *self)
{
  g_return_if_fail (NP_IS_COMBO (self));
  self->setting = TRUE;
  gtk_string_list_splice (self->words, 1, self->ids->len, NULL);
  g_ptr_array_set_size (self->ids, 0);
  adw_combo_row_set_selected (self->row, 0);
  self->setting = FALSE;
}

/**
 * np_combo_get:
 * @self: a combo
 *
 * Returns: (transfer none) (nullable): the id of what is chosen
 */
const char *
np_combo_get (NpCombo *self)
{
  guint selected;

  g_return_val_if_fail (NP_IS_COMBO (self), NULL);
  selected = adw_combo_row_get_selected (self->row);
  return selected == 0 || selected > self->ids->len ? NULL : g_ptr_array_index (self->ids, selected - 1);
}

/**
 * np_combo_set:
 * @self: a combo
 * @id: (nullable): what is chosen; NULL for nothing
 *
 * Shows a choice without "chosen" being emitted.
 */
void
np_combo_set (NpCombo *self, const char *id)
{
  guint position = 0;

  g_return_if_fail (NP_IS_COMBO (self));
  for (guint i = 0; id && i < self->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      position = i + 1;
  self->setting = TRUE;
  adw_combo_row_set_selected (self->row, position);
  self->setting = FALSE;
}
