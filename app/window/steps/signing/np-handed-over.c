/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-handed-over.h"
#include "np-bound.h"
#include "np-config.h"
#include "np-field-entry.h"
#include "np-page.h"
#include "np-section.h"
#include "np-sheet.h"

#include <glib/gi18n.h>

#define MADE_BY "needlepoint " NP_VERSION

struct _NpHandedOver
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *list;
  GtkWidget *sheet;
  GtkWidget *title;
  GtkWidget *version;

  /* Owned */
  JsonNode *shown; /* what the list was made from; nullable */
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpHandedOver, np_handed_over, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

/* ---- noting ---- */

typedef struct
{
  char *what;
  char *version;
} Handing;

static void
handing_free (gpointer data)
{
  Handing *self = data;

  g_free (self->what);
  g_free (self->version);
  g_free (self);
}

static gboolean
hand_over (NpConsultation *consultation, gpointer data, GError **error)
{
  const Handing *edit = data;

  return np_consultation_hand_over (consultation, edit->what, edit->version, error);
}

static void
note (NpHandedOver *self, const char *what, const char *version)
{
  Handing *edit = g_new (Handing, 1);

  *edit = (Handing){ g_strdup (what), g_strdup (version) };
  np_page_edit (GTK_WIDGET (self), hand_over, edit, handing_free);
}

/* The sheet is named as it names itself, in the patient's language; its texts are those of the catalogue. */
static void
sheet_cb (NpHandedOver *self)
{
  NpConsultation *consultation = np_page_get_consultation (np_page_of (GTK_WIDGET (self)));
  g_autoptr (NpSheet) sheet = np_sheet_of_consultation (consultation, MADE_BY);

  note (self, sheet->title, np_consultation_get_catalog (consultation)->version);
}

static void
leaflet_cb (NpHandedOver *self)
{
  if (!np_field_entry_require (NP_FIELD_ENTRY (self->title), _ ("Enter the title of the leaflet.")))
    return;
  g_autofree char *title = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->title));
  g_autofree char *version = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->version));
  gtk_widget_grab_focus (self->title);
  note (self, title, version);
  np_field_entry_set_text (NP_FIELD_ENTRY (self->title), "");
  np_field_entry_set_text (NP_FIELD_ENTRY (self->version), "");
}

static gboolean
take_back (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_take_back_handed (consultation, GPOINTER_TO_UINT (data), error);
}

static void
remove_cb (NpHandedOver *self, GtkWidget *button)
{
  np_page_edit (GTK_WIDGET (self), take_back, g_object_get_data (G_OBJECT (button), "np-position"), NULL);
  gtk_widget_grab_focus (self->sheet);
}

/* ---- showing ---- */

static char *
entry_words (JsonObject *entry)
{
  const char *what = json_object_get_string_member (entry, "what");
  const char *version = json_object_get_string_member_with_default (entry, "version", NULL);
  const char *language = json_object_get_string_member (entry, "language");
  const char *stamp = json_object_get_string_member (entry, "at");
  g_autoptr (GDateTime) at = np_stamp_parse (stamp);
  g_autofree char *time = at ? g_date_time_format (at, "%H:%M") : g_strdup (stamp);

  if (!version)
    /* Translators: something the patient was given: its title, its language as a code, the time */
    return g_strdup_printf (_ ("✓ %s, %s, at %s"), what, language, time);
  /* Translators: something the patient was given: its title, its version, its language as a code, the time */
  return g_strdup_printf (_ ("✓ %s, version %s, %s, at %s"), what, version, language, time);
}

static GtkWidget *
row_new (NpHandedOver *self, JsonObject *entry, guint position)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = entry_words (entry);
  GtkWidget *label = np_paragraph_new (words, "numeric");
  /* Translators: a button beside something the patient was given; %s is its title */
  g_autofree char *name = g_strdup_printf (_ ("Was not handed over: %s"), json_object_get_string_member (entry, "what"));
  GtkWidget *remove = np_icon_button_new ("user-trash-symbolic", name);

  g_object_set_data (G_OBJECT (remove), "np-position", GUINT_TO_POINTER (position));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "pad");
  return row;
}

static void
show_list (NpHandedOver *self, JsonNode *node)
{
  JsonArray *entries = node ? json_node_get_array (node) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; entries && i < json_array_get_length (entries); i++)
    gtk_box_append (GTK_BOX (self->list), row_new (self, json_array_get_object_element (entries, i), i));
  g_clear_pointer (&self->shown, json_node_unref);
  self->shown = node ? json_node_ref (node) : NULL;
}

static void
np_handed_over_refresh (NpBound *bound)
{
  NpHandedOver *self = NP_HANDED_OVER (bound);
  JsonNode *node = np_bound_get_node (bound);

  if (self->shown && node ? !json_node_equal (self->shown, node) : self->shown != node)
    show_list (self, node);
}

static const char *
np_handed_over_get_pointer (NpBound *bound)
{
  return "/handed_over";
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_handed_over_refresh;
  interface->get_pointer = np_handed_over_get_pointer;
}

static gboolean
np_handed_over_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_HANDED_OVER (widget)->sheet);
}

static void
np_handed_over_finalize (GObject *object)
{
  g_clear_pointer (&NP_HANDED_OVER (object)->shown, json_node_unref);
  G_OBJECT_CLASS (np_handed_over_parent_class)->finalize (object);
}

static void
np_handed_over_class_init (NpHandedOverClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_handed_over_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_handed_over_grab_focus;
}

static GtkWidget *
add_button (NpHandedOver *self, const char *label, GCallback clicked)
{
  GtkWidget *button = np_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "in-card");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static GtkWidget *
to_add_new (const char *label)
{
  return g_object_new (NP_TYPE_FIELD_ENTRY, "label", label, "to-add", TRUE, NULL);
}

static void
np_handed_over_init (NpHandedOver *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->list);
  self->sheet = add_button (self, _ ("This Sheet Was Handed Over"), G_CALLBACK (sheet_cb));
  self->title = to_add_new (_ ("Title of a leaflet that was handed over"));
  self->version = to_add_new (_ ("Version or date of the leaflet"));
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->version);
  /* Translators: a button: puts the leaflet just named on the list of what was handed over. */
  add_button (self, _ ("Add Leaflet"), G_CALLBACK (leaflet_cb));
}

/**
 * np_handed_over_new:
 *
 * Returns: (transfer floating): the list, with ways to add to it
 */
GtkWidget *
np_handed_over_new (void)
{
  return g_object_new (NP_TYPE_HANDED_OVER, NULL);
}
