/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-statement.h"
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-page.h"

struct _NpStatement
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *entry;
  GtkWidget *none;

  /* Owned */
  char *pointer;

  gboolean setting; /* the program changes the check, not a person */
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpStatement, np_statement, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static gboolean
is_none (NpStatement *self)
{
  JsonNode *node = np_bound_get_node (NP_BOUND (self));

  return node && json_object_has_member (json_node_get_object (node), "none");
}

static JsonNode *
none_node (void)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_boolean_member (object, "none", TRUE);
  json_node_take_object (node, object);
  return node;
}

static void
toggled_cb (NpStatement *self)
{
  if (self->setting)
    return;
  np_page_set_node (GTK_WIDGET (self), self->pointer,
                    gtk_check_button_get_active (GTK_CHECK_BUTTON (self->none)) ? none_node () : NULL);
}

/* Words and "none" exclude each other: while there are words there is no "none" to tick, so that no tick takes them away. It follows each
 * key: a check that went only with the document would go under the focus that Tab has just put there. */
static void
show_whether_none_is_possible (NpStatement *self)
{
  g_autofree char *text = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->entry));

  gtk_widget_set_sensitive (self->none, is_none (self) || !*text);
}

/* Who begins to write takes the "none" back. */
static void
edited_cb (NpStatement *self)
{
  if (is_none (self))
    np_page_set_node (GTK_WIDGET (self), self->pointer, NULL);
  show_whether_none_is_possible (self);
}

/* The question stays with words and with "none". */
static void
np_statement_refresh (NpBound *bound)
{
  NpStatement *self = NP_STATEMENT (bound);
  gboolean none = is_none (self);

  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), none);
  self->setting = FALSE;
  np_bound_refresh (NP_BOUND (self->entry));
  show_whether_none_is_possible (self);
}

static const char *
np_statement_get_pointer (NpBound *bound)
{
  return NP_STATEMENT (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_statement_refresh;
  interface->get_pointer = np_statement_get_pointer;
}

static gboolean
np_statement_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_STATEMENT (widget)->entry);
}

static void
np_statement_finalize (GObject *object)
{
  g_free (NP_STATEMENT (object)->pointer);
  G_OBJECT_CLASS (np_statement_parent_class)->finalize (object);
}

static void
np_statement_class_init (NpStatementClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_statement_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_statement_grab_focus;
}

static void
np_statement_init (NpStatement *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * np_statement_new:
 * @label: what is asked for
 * @none_label: the words for "there is none"
 * @pointer: where the statement stands in the document
 *
 * Returns: (transfer floating): a field for words, with a check for "none" below it
 */
GtkWidget *
np_statement_new (const char *label, const char *none_label, const char *pointer)
{
  NpStatement *self = g_object_new (NP_TYPE_STATEMENT, NULL);
  g_autofree char *text_pointer = g_strconcat (pointer, "/text", NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, none_label);

  self->pointer = g_strdup (pointer);
  self->entry = g_object_new (NP_TYPE_FIELD_ENTRY, "label", label, "pointer", text_pointer, "lines", 2, NULL);
  self->none = gtk_check_button_new_with_label (none_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->none), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (self->none, "pad");
  g_signal_connect_swapped (self->entry, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->none, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->none);
  return GTK_WIDGET (self);
}
