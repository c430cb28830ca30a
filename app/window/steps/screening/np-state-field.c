/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-state-field.h"
#include "np-check.h"
#include "np-choice.h"
#include "np-date-entry.h"
#include "np-field-entry.h"
#include "np-number-entry.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpStateField
{
  AdwBin parent_instance;

  /* Borrowed from the catalogue */
  const NpField *field;
  const NpCatalog *catalog;

  /* Owned */
  NpLanguage *language;
  JsonObject *entry; /* the state it edits; nullable */

  GtkWidget *input; /* what takes the answer; its type follows from the field's */
  gboolean setting; /* the program shows something */
};

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpStateField, np_state_field, ADW_TYPE_BIN)

static JsonNode *
member_of (NpStateField *self)
{
  if (!self->entry || !json_object_has_member (self->entry, self->field->id))
    return NULL;
  return json_object_get_member (self->entry, self->field->id);
}

static const char *
string_of (NpStateField *self)
{
  JsonNode *node = member_of (self);

  return node ? json_node_get_string (node) : NULL;
}

/* value: (transfer full) (nullable) */
static void
put (NpStateField *self, JsonNode *value, gboolean settled)
{
  if (!self->entry || self->setting)
    {
      g_clear_pointer (&value, json_node_unref);
      return;
    }
  if (value)
    json_object_set_member (self->entry, self->field->id, value);
  else
    json_object_remove_member (self->entry, self->field->id);
  g_signal_emit (self, signals[CHANGED], 0, settled);
}

static JsonNode *
string_node (const char *text)
{
  return text && *text ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/* "Which one (needed)" */
static char *
label_of (NpStateField *self)
{
  const char *label = np_language_say (self->language, &self->field->label);

  if (!self->field->needed)
    return g_strdup (label);
  /* Translators: the name of a field that has to be filled in. */
  return g_strdup_printf (_ ("%s (needed)"), label);
}

static void
activated_cb (NpStateField *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* ---- date ---- */

static void
date_chosen_cb (NpStateField *self)
{
  NpDate date = np_date_entry_get_date (NP_DATE_ENTRY (self->input));
  g_autofree char *text = np_date_is_known (date) ? np_date_format (date) : NULL;

  put (self, string_node (text), TRUE);
}

static GtkWidget *
make_date (NpStateField *self, const char *label)
{
  GtkWidget *entry = np_date_entry_new (label, NULL);

  g_object_set (entry, "full-day", self->field->full, "future", self->field->future, NULL);
  g_signal_connect_swapped (entry, "date-chosen", G_CALLBACK (date_chosen_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  return entry;
}

static void
show_date (NpStateField *self)
{
  const char *text = string_of (self);
  NpDate date = { 0 };

  if (text)
    np_date_parse (text, &date);
  if (!np_date_equal (date, np_date_entry_get_date (NP_DATE_ENTRY (self->input))))
    np_date_entry_set_date (NP_DATE_ENTRY (self->input), date);
}

/* ---- text ---- */

static void
text_edited_cb (NpStateField *self)
{
  g_autofree char *text = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->input));

  put (self, string_node (text), FALSE);
}

static GtkWidget *
make_entry (NpStateField *self, const char *label, GCallback edited)
{
  GtkWidget *entry = np_field_entry_new (label, NULL);

  g_signal_connect_swapped (entry, "edited", edited, self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  return entry;
}

static void
show_text (NpStateField *self)
{
  g_autofree char *typed = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->input));
  const char *text = string_of (self);

  if (g_strcmp0 (typed, text ? text : "") != 0)
    np_field_entry_set_text (NP_FIELD_ENTRY (self->input), text);
}

/* ---- number ---- */

static void
number_edited_cb (NpStateField *self)
{
  put (self, np_number_entry_read (NP_FIELD_ENTRY (self->input), self->field), FALSE);
}

static GtkWidget *
make_number (NpStateField *self, const char *label)
{
  GtkWidget *entry = make_entry (self, label, G_CALLBACK (number_edited_cb));

  np_number_entry_set_up (NP_FIELD_ENTRY (entry), self->field);
  return entry;
}

/* ---- yes or no ---- */

static void
yes_toggled_cb (NpStateField *self)
{
  gboolean yes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input));

  put (self, yes ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL, TRUE);
}

static GtkWidget *
make_yes (NpStateField *self, const char *label)
{
  GtkWidget *check = np_check_new (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (yes_toggled_cb), self);
  return check;
}

/* ---- one or some of a few ---- */

typedef void (*OptionFunc) (NpStateField *self, const char *id, const char *label);

static void
foreach_option (NpStateField *self, OptionFunc func)
{
  const NpField *field = self->field;

  for (guint i = 0; field->from_topicals && i < self->catalog->n_topicals; i++)
    func (self, self->catalog->topicals[i].id, np_language_say (self->language, &self->catalog->topicals[i].name));
  for (guint i = 0; !field->from_topicals && i < field->options.n_items; i++)
    func (self, field->options.items[i].id, np_language_say (self->language, &field->options.items[i].text));
}

static void
one_chosen_cb (NpStateField *self)
{
  put (self, string_node (np_choice_get (NP_CHOICE (self->input))), TRUE);
}

static void
add_to_choice (NpStateField *self, const char *id, const char *label)
{
  np_choice_add (NP_CHOICE (self->input), id, label, 0);
}

static gboolean
holds_option (NpStateField *self, const char *id)
{
  JsonNode *node = member_of (self);
  JsonArray *ids = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; ids && i < json_array_get_length (ids); i++)
    if (g_str_equal (json_array_get_string_element (ids, i), id))
      return TRUE;
  return FALSE;
}

static void
some_toggled_cb (NpStateField *self)
{
  g_autoptr (JsonArray) ids = json_array_new ();

  for (GtkWidget *check = gtk_widget_get_first_child (self->input); check; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      json_array_add_string_element (ids, gtk_widget_get_name (check));
  put (self, json_array_get_length (ids) > 0 ? json_node_init_array (json_node_alloc (), ids) : NULL, TRUE);
}

static void
add_check (NpStateField *self, const char *id, const char *label)
{
  GtkWidget *check = np_check_new (label);

  gtk_widget_set_name (check, id);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (some_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->input), check);
}

static void
show_some (NpStateField *self)
{
  for (GtkWidget *check = gtk_widget_get_first_child (self->input); check; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), holds_option (self, gtk_widget_get_name (check)));
}

/* The words above a choice or above check buttons. */
static GtkWidget *
below_label (const char *label, GtkWidget *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (box, "field");
  gtk_widget_add_css_class (words, "field-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), input);
  return box;
}

static GtkWidget *
make_one (NpStateField *self, const char *label)
{
  self->input = np_choice_new (label);
  foreach_option (self, add_to_choice);
  g_signal_connect_swapped (self->input, "chosen", G_CALLBACK (one_chosen_cb), self);
  return below_label (label, self->input);
}

static GtkWidget *
make_some (NpStateField *self, const char *label)
{
  self->input = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_layout_manager (self->input, np_wrap_layout_new (12));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  foreach_option (self, add_check);
  return below_label (label, self->input);
}

/* ---- all of them ---- */

static GtkWidget *
make_input (NpStateField *self)
{
  g_autofree char *label = label_of (self);

  switch (self->field->type)
    {
    case NP_FIELD_DATE:
      return self->input = make_date (self, label);
    case NP_FIELD_TEXT:
      return self->input = make_entry (self, label, G_CALLBACK (text_edited_cb));
    case NP_FIELD_INTEGER:
      return self->input = make_number (self, label);
    case NP_FIELD_YES_NO:
      return self->input = make_yes (self, label);
    case NP_FIELD_ONE_OF:
      return make_one (self, label);
    case NP_FIELD_SOME_OF:
      return make_some (self, label);
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_state_field_show:
 * @self: a field
 * @entry: (nullable): the state to show and edit from now on
 */
void
np_state_field_show (NpStateField *self, JsonObject *entry)
{
  g_return_if_fail (NP_IS_STATE_FIELD (self));

  JsonObject *before = self->entry;
  self->entry = entry ? json_object_ref (entry) : NULL;
  g_clear_pointer (&before, json_object_unref);
  self->setting = TRUE;
  switch (self->field->type)
    {
    case NP_FIELD_DATE:
      show_date (self);
      break;
    case NP_FIELD_TEXT:
      show_text (self);
      break;
    case NP_FIELD_INTEGER:
      np_number_entry_show (NP_FIELD_ENTRY (self->input), self->field, member_of (self));
      break;
    case NP_FIELD_YES_NO:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input),
                                   member_of (self) && json_node_get_boolean (member_of (self)));
      break;
    case NP_FIELD_ONE_OF:
      np_choice_set (NP_CHOICE (self->input), string_of (self));
      break;
    case NP_FIELD_SOME_OF:
      show_some (self);
      break;
    }
  self->setting = FALSE;
}

/**
 * np_state_field_is_missing:
 * @self: a field
 *
 * Returns: whether it is needed and empty
 */
gboolean
np_state_field_is_missing (NpStateField *self)
{
  g_return_val_if_fail (NP_IS_STATE_FIELD (self), FALSE);
  return self->field->needed && !member_of (self);
}

static gboolean
np_state_field_grab_focus (GtkWidget *widget)
{
  NpStateField *self = NP_STATE_FIELD (widget);

  if (self->field->type == NP_FIELD_SOME_OF)
    return gtk_widget_child_focus (self->input, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->input);
}

static void
np_state_field_finalize (GObject *object)
{
  NpStateField *self = NP_STATE_FIELD (object);

  g_clear_pointer (&self->language, np_language_unref);
  g_clear_pointer (&self->entry, json_object_unref);
  G_OBJECT_CLASS (np_state_field_parent_class)->finalize (object);
}

static void
np_state_field_class_init (NpStateFieldClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_state_field_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_state_field_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", NP_TYPE_STATE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_BOOLEAN);
  signals[ACTIVATE] =
    g_signal_new ("activate", NP_TYPE_STATE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_state_field_init (NpStateField *self)
{
}

/**
 * np_state_field_new:
 * @field: the catalogue's field
 * @catalog: the catalogue it belongs to, which outlives the widget
 * @language: the patient's language
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
np_state_field_new (const NpField *field, const NpCatalog *catalog, const NpLanguage *language)
{
  NpStateField *self = g_object_new (NP_TYPE_STATE_FIELD, NULL);

  g_return_val_if_fail (field && catalog && language, GTK_WIDGET (self));
  self->field = field;
  self->catalog = catalog;
  self->language = np_language_ref ((NpLanguage *) language);
  adw_bin_set_child (ADW_BIN (self), make_input (self));
  return GTK_WIDGET (self);
}
