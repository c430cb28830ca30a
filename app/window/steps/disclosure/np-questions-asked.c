/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-questions-asked.h"
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

#define POINTER "/disclosure/questions"

struct _NpQuestionsAsked
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *list;
  GtkWidget *asked;
  GtkWidget *answered;
  GtkWidget *none;

  /* Owned */
  JsonNode *shown; /* what the list was made from; nullable */

  gboolean setting; /* the program changes the check, not a person */
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpQuestionsAsked,
                               np_questions_asked,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static guint
count (NpQuestionsAsked *self)
{
  JsonNode *node = np_bound_get_node (NP_BOUND (self));

  return node ? json_array_get_length (json_node_get_array (node)) : 0;
}

/* ---- editing ---- */

static JsonNode *
question_node (const char *asked, const char *answered)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "asked", asked);
  json_object_set_string_member (object, "answered", answered);
  json_node_take_object (node, object);
  return node;
}

static void
add_cb (NpQuestionsAsked *self)
{
  if (!np_field_entry_require (NP_FIELD_ENTRY (self->asked), _ ("Write what the patient asked.")) ||
      !np_field_entry_require (NP_FIELD_ENTRY (self->answered), _ ("Write what you answered.")))
    return;
  g_autofree char *asked = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->asked));
  g_autofree char *answered = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->answered));
  np_page_set_node (GTK_WIDGET (self), POINTER "/-", question_node (asked, answered));
  np_field_entry_set_text (NP_FIELD_ENTRY (self->asked), "");
  np_field_entry_set_text (NP_FIELD_ENTRY (self->answered), "");
  gtk_widget_grab_focus (self->asked);
  np_reveal (self->asked); /* the new line has pushed it down */
}

static void
remove_cb (NpQuestionsAsked *self, GtkWidget *button)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "np-position"));
  g_autofree char *pointer = g_strdup_printf (POINTER "/%u", position);

  /* The last one gone means "not asked yet", not "nothing was asked": that is said with the check. */
  np_page_set_node (GTK_WIDGET (self), count (self) == 1 ? POINTER : pointer, NULL);
}

static void
none_toggled_cb (NpQuestionsAsked *self)
{
  JsonNode *empty;

  if (self->setting)
    return;
  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->none)))
    {
      np_page_set_node (GTK_WIDGET (self), POINTER, NULL);
      return;
    }
  empty = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (empty, json_array_new ());
  np_page_set_node (GTK_WIDGET (self), POINTER, empty);
}

/* ---- showing ---- */

static GtkWidget *
row_new (NpQuestionsAsked *self, JsonObject *question, guint position)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *asked = json_object_get_string_member (question, "asked");
  /* Translators: a button beside a question that the patient asked; %s is the question */
  g_autofree char *name = g_strdup_printf (_ ("Remove the question: %s"), asked);
  GtkWidget *remove = np_icon_button_new ("user-trash-symbolic", name);

  g_object_set_data (G_OBJECT (remove), "np-position", GUINT_TO_POINTER (position));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (texts), np_paragraph_new (asked, "heading"));
  gtk_box_append (GTK_BOX (texts), np_paragraph_new (json_object_get_string_member (question, "answered"), NULL));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "pad");
  return row;
}

static void
show_list (NpQuestionsAsked *self, JsonNode *node)
{
  GtkWidget *child;
  JsonArray *questions = node ? json_node_get_array (node) : NULL;

  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; questions && i < json_array_get_length (questions); i++)
    gtk_box_append (GTK_BOX (self->list), row_new (self, json_array_get_object_element (questions, i), i));
  g_clear_pointer (&self->shown, json_node_unref);
  self->shown = node ? json_node_ref (node) : NULL;
}

static gboolean
is_shown (NpQuestionsAsked *self, JsonNode *node)
{
  return self->shown && node ? json_node_equal (self->shown, node) : self->shown == node;
}

static void
np_questions_asked_refresh (NpBound *bound)
{
  NpQuestionsAsked *self = NP_QUESTIONS_ASKED (bound);
  JsonNode *node = np_bound_get_node (bound);

  if (!is_shown (self, node))
    show_list (self, node);
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), node && count (self) == 0);
  self->setting = FALSE;
  gtk_widget_set_visible (self->none, count (self) == 0);
}

static const char *
np_questions_asked_get_pointer (NpBound *bound)
{
  return POINTER;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_questions_asked_refresh;
  interface->get_pointer = np_questions_asked_get_pointer;
}

static gboolean
np_questions_asked_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_QUESTIONS_ASKED (widget)->asked);
}

static void
np_questions_asked_finalize (GObject *object)
{
  g_clear_pointer (&NP_QUESTIONS_ASKED (object)->shown, json_node_unref);
  G_OBJECT_CLASS (np_questions_asked_parent_class)->finalize (object);
}

static void
np_questions_asked_class_init (NpQuestionsAskedClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_questions_asked_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_questions_asked_grab_focus;
}

static void
np_questions_asked_init (NpQuestionsAsked *self)
{
  /* Translators: button: adds a question of the patient to the list */
  GtkWidget *add = np_button_new (_ ("Add Question"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->asked = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("The patient asked"), "to-add", TRUE, NULL);
  /* Translators: label of an entry: what staff answered */
  self->answered = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("We answered"), "lines", 2, "to-add", TRUE, NULL);
  self->none = gtk_check_button_new_with_label (_ ("No questions were asked"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_margin_start (add, 12);
  gtk_widget_set_margin_bottom (add, 6);
  gtk_widget_add_css_class (self->none, "pad");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->none, "toggled", G_CALLBACK (none_toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->asked);
  gtk_box_append (GTK_BOX (self), self->answered);
  gtk_box_append (GTK_BOX (self), add);
  gtk_box_append (GTK_BOX (self), self->none);
}

/**
 * np_questions_asked_new:
 *
 * Returns: (transfer floating): the list of questions and answers, with fields for one more
 */
GtkWidget *
np_questions_asked_new (void)
{
  return g_object_new (NP_TYPE_QUESTIONS_ASKED, NULL);
}
