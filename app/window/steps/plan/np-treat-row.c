/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-treat-row.h"
#include "np-depth.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpTreatRow
{
  GtkBox parent_instance;

  /* Children */
  NpFieldEntry *depth;
  GtkWidget *near_eye;

  /* Owned */
  JsonObject *pair;

  gboolean setting; /* the program ticks, not a person */
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpTreatRow, np_treat_row, GTK_TYPE_BOX)

static JsonObject *
pair_with (NpTreatRow *self, const char *member, JsonNode *value)
{
  JsonObject *changed = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (self->pair);

  for (GList *l = members; l; l = l->next)
    if (!g_str_equal (l->data, member))
      json_object_set_member (changed, l->data, json_node_copy (json_object_get_member (self->pair, l->data)));
  if (value)
    json_object_set_member (changed, member, value);
  return changed;
}

static void
emit_changed (NpTreatRow *self, const char *member, JsonNode *value)
{
  g_autoptr (JsonObject) changed = pair_with (self, member, value);

  g_signal_emit (self, signals[CHANGED], 0, changed);
}

static int
depth_of (JsonObject *pair)
{
  return (int) json_object_get_int_member_with_default (pair, "depth_um", 0);
}

static int
typed_depth (NpTreatRow *self)
{
  g_autofree char *typed = np_field_entry_get_text (self->depth);

  return np_depth_read (typed);
}

static void
depth_committed_cb (NpTreatRow *self)
{
  int depth = typed_depth (self);

  np_field_entry_set_error (self->depth, depth < 0 ? _ ("Please give a depth in millimetres, as 1.5.") : NULL);
  if (depth >= 0 && depth != depth_of (self->pair))
    emit_changed (self, "depth_um", depth > 0 ? json_node_init_int (json_node_alloc (), depth) : NULL);
}

static void
near_eye_toggled_cb (NpTreatRow *self)
{
  gboolean near_eye = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->near_eye));

  if (!self->setting)
    emit_changed (self, "near_eye", near_eye ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL);
}

static void
remove_clicked_cb (NpTreatRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
np_treat_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_TREAT_ROW (widget)->depth));
}

static void
np_treat_row_finalize (GObject *object)
{
  g_clear_pointer (&NP_TREAT_ROW (object)->pair, json_object_unref);
  G_OBJECT_CLASS (np_treat_row_parent_class)->finalize (object);
}

static void
np_treat_row_class_init (NpTreatRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_treat_row_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_treat_row_grab_focus;
  signals[CHANGED] =
    g_signal_new ("changed", NP_TYPE_TREAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, JSON_TYPE_OBJECT);
  signals[REMOVED] = g_signal_new ("removed", NP_TYPE_TREAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_treat_row_init (NpTreatRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_widget_add_css_class (GTK_WIDGET (self), "list-entry");
}

static void
add_depth (NpTreatRow *self, const NpCatalog *catalog, const NpArea *area, const char *words)
{
  /* Translators: name of an entry for a screen reader: what is treated, and where. */
  g_autofree char *name = g_strdup_printf (_ ("Needle depth in mm (optional), %s"), words);
  g_autofree char *reference = np_depth_reference (catalog, area);
  GtkWidget *depth = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Needle depth in mm (optional)"), "spoken", name, "hint", reference, NULL);

  self->depth = NP_FIELD_ENTRY (depth);
  if (area->depth_row >= 0 && catalog->depth_rows[area->depth_row].note.source)
    gtk_widget_set_tooltip_text (
      depth, np_language_say (np_interface_language (), &catalog->depth_rows[area->depth_row].note));
  g_signal_connect_swapped (depth, "committed", G_CALLBACK (depth_committed_cb), self);
  gtk_box_append (GTK_BOX (self), depth);
}

static GtkWidget *
make_remove (NpTreatRow *self, const char *words)
{
  /* Translators: name of the button that takes what is treated at one place out of the plan. */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), words);
  GtkWidget *remove = np_icon_button_new ("user-trash-symbolic", name);

  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_hexpand (remove, TRUE);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return remove;
}

/* An area that is always near the eye needs no mark. Removing comes last: the depth is what is wanted first. */
static void
add_last_line (NpTreatRow *self, const NpArea *area, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->near_eye = gtk_check_button_new_with_label (_ ("Close to the eye"));
  gtk_widget_set_visible (self->near_eye, area->face && !area->near_eye);
  g_signal_connect_swapped (self->near_eye, "toggled", G_CALLBACK (near_eye_toggled_cb), self);
  gtk_box_append (GTK_BOX (line), self->near_eye);
  gtk_box_append (GTK_BOX (line), make_remove (self, words));
  gtk_box_append (GTK_BOX (self), line);
}

/**
 * np_treat_row_new:
 * @catalog: the catalogue; outlives the row
 * @indication: what is treated: position in the catalogue
 * @area: where: position in the catalogue
 *
 * Returns: (transfer floating): a row; np_treat_row_show () fills it
 */
GtkWidget *
np_treat_row_new (const NpCatalog *catalog, guint indication, guint area)
{
  NpTreatRow *self = g_object_new (NP_TYPE_TREAT_ROW, NULL);
  const NpLanguage *language = np_interface_language ();
  const char *what = np_language_say (language, &catalog->indications[indication].name);
  const char *where = np_language_say (language, &catalog->areas[area].name);
  /* Translators: what is treated and where: "Sunken acne scars: Cheeks". */
  g_autofree char *words = g_strdup_printf (C_ ("plan", "%s: %s"), what, where);

  gtk_box_append (GTK_BOX (self), np_paragraph_new (words, "heading"));
  add_depth (self, catalog, &catalog->areas[area], words);
  add_last_line (self, &catalog->areas[area], words);
  return GTK_WIDGET (self);
}

/**
 * np_treat_row_show:
 * @self: a row
 * @pair: the pair as it is now
 *
 * Shows the pair without anything being emitted.
 */
void
np_treat_row_show (NpTreatRow *self, JsonObject *pair)
{
  g_return_if_fail (NP_IS_TREAT_ROW (self) && pair);

  json_object_ref (pair);
  g_clear_pointer (&self->pair, json_object_unref);
  self->pair = pair;
  if (!np_field_entry_is_typing (self->depth) && typed_depth (self) != depth_of (pair))
    {
      g_autofree char *depth = np_depth_write (depth_of (pair));
      np_field_entry_set_text (self->depth, depth);
    }
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->near_eye),
                               json_object_get_boolean_member_with_default (pair, "near_eye", FALSE));
  self->setting = FALSE;
}
