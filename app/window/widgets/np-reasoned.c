/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-reasoned.h"
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpReasoned
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *fields;
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *reason;
  GtkWidget *recorded;
  GtkWidget *words;
  GtkWidget *change;

  /* Owned */
  char *pointer;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpReasoned, np_reasoned, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static NpConsultation *
consultation_of (NpReasoned *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  return page ? np_page_get_consultation (page) : NULL;
}

/* ---- recording ---- */

/* The first thing that is missing is said where it is missing, and has the focus. */
static gboolean
is_whole (NpReasoned *self)
{
  return np_field_entry_require (NP_FIELD_ENTRY (self->name), _ ("Enter who decides.")) &&
         np_field_entry_require (NP_FIELD_ENTRY (self->role), _ ("Enter their role.")) &&
         np_field_entry_require (NP_FIELD_ENTRY (self->reason), _ ("Enter the reason."));
}

static void
put_text (JsonObject *decision, const char *member, GtkWidget *entry)
{
  g_autofree char *text = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (entry));

  json_object_set_string_member (decision, member, text);
}

static JsonNode *
decision_node (NpReasoned *self)
{
  g_autofree char *today = np_day_format (np_clock_today (np_consultation_get_clock (consultation_of (self))));
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  put_text (object, "name", self->name);
  put_text (object, "role", self->role);
  json_object_set_string_member (object, "date", today);
  put_text (object, "reason", self->reason);
  json_node_take_object (node, object);
  return node;
}

static void
record_cb (NpReasoned *self)
{
  if (is_whole (self))
    np_page_set_node (GTK_WIDGET (self), self->pointer, decision_node (self));
}

static void
change_cb (NpReasoned *self)
{
  np_page_set_node (GTK_WIDGET (self), self->pointer, NULL);
}

/* ---- showing ---- */

static char *
date_words (const char *date)
{
  NpDay day = np_day_parse (date);

  return day == NP_DAY_NONE ? g_strdup (date) : np_language_day (np_interface_language (), day);
}

static void
show_recorded (NpReasoned *self, JsonObject *decision)
{
  g_autofree char *date = date_words (json_object_get_string_member (decision, "date"));
  /* Translators: a decision that was recorded: name, role, date; then on its own line the reason */
  g_autofree char *words = g_strdup_printf (_ ("Recorded: %s, %s, %s.\n%s"),
                                            json_object_get_string_member (decision, "name"),
                                            json_object_get_string_member (decision, "role"), date,
                                            json_object_get_string_member (decision, "reason"));

  gtk_label_set_text (GTK_LABEL (self->words), words);
}

/* Most often it is the practitioner of this consultation who decides. */
static void
suggest (NpReasoned *self, GtkWidget *entry, const char *pointer)
{
  g_autofree char *typed = np_field_entry_get_text (NP_FIELD_ENTRY (entry));
  const char *known = np_consultation_get_string (consultation_of (self), pointer);

  if (!*typed && known)
    np_field_entry_set_text (NP_FIELD_ENTRY (entry), known);
}

static void
np_reasoned_refresh (NpBound *bound)
{
  NpReasoned *self = NP_REASONED (bound);
  JsonNode *node = np_bound_get_node (bound);

  if (node)
    show_recorded (self, json_node_get_object (node));
  else if (consultation_of (self))
    {
      suggest (self, self->name, "/practitioner/name");
      suggest (self, self->role, "/practitioner/role");
    }
  gtk_widget_set_visible (self->fields, !node);
  gtk_widget_set_visible (self->recorded, node != NULL);
}

static const char *
np_reasoned_get_pointer (NpBound *bound)
{
  return NP_REASONED (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_reasoned_refresh;
  interface->get_pointer = np_reasoned_get_pointer;
}

static gboolean
np_reasoned_grab_focus (GtkWidget *widget)
{
  NpReasoned *self = NP_REASONED (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->fields) ? self->reason : self->change);
}

static void
np_reasoned_finalize (GObject *object)
{
  g_free (NP_REASONED (object)->pointer);
  G_OBJECT_CLASS (np_reasoned_parent_class)->finalize (object);
}

static void
np_reasoned_class_init (NpReasonedClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_reasoned_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_reasoned_grab_focus;
}

static GtkWidget *
make_fields (NpReasoned *self)
{
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: button: keeps the decision with name, role and reason */
  GtkWidget *record = np_button_new (_ ("Record Decision"));

  self->name = np_field_entry_new (_ ("Who decides"), NULL);
  self->role = np_field_entry_new (_ ("Their role"), NULL);
  self->reason = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Reason"), "lines", 2, NULL);
  gtk_widget_set_halign (record, GTK_ALIGN_START);
  gtk_widget_add_css_class (record, "in-card");
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (record_cb), self);
  gtk_box_append (GTK_BOX (fields), self->reason);
  gtk_box_append (GTK_BOX (fields), self->name);
  gtk_box_append (GTK_BOX (fields), self->role);
  gtk_box_append (GTK_BOX (fields), record);
  return fields;
}

static GtkWidget *
make_recorded (NpReasoned *self)
{
  GtkWidget *recorded = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  /* Translators: button: opens the recorded decision again */
  self->change = np_button_new (_ ("Change Decision"));
  self->words = np_paragraph_new (NULL, NULL);
  gtk_widget_set_halign (self->change, GTK_ALIGN_START);
  gtk_widget_add_css_class (recorded, "pad");
  g_signal_connect_swapped (self->change, "clicked", G_CALLBACK (change_cb), self);
  gtk_box_append (GTK_BOX (recorded), self->words);
  gtk_box_append (GTK_BOX (recorded), self->change);
  return recorded;
}

static void
np_reasoned_init (NpReasoned *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->fields = make_fields (self);
  self->recorded = make_recorded (self);
}

/**
 * np_reasoned_new:
 * @title: what is decided
 * @explanation: why a decision is asked for
 * @pointer: where it stands in the document
 *
 * Returns: (transfer floating): a section with the fields, or with the decision once it is recorded
 */
GtkWidget *
np_reasoned_new (const char *title, const char *explanation, const char *pointer)
{
  NpReasoned *self = g_object_new (NP_TYPE_REASONED, NULL);
  GtkWidget *section = np_section_new (title, explanation);
  GtkWidget *card = np_section_add_card (section);

  self->pointer = g_strdup (pointer);
  gtk_box_append (GTK_BOX (card), self->fields);
  gtk_box_append (GTK_BOX (card), self->recorded);
  gtk_box_append (GTK_BOX (self), section);
  return GTK_WIDGET (self);
}
