/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-aloud.h"
#include "np-answer-lists.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpAnswerAloud
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *sentence;
  GtkWidget *listed; /* what the lists say about the same things */

  /* Owned references */
  NpConsultation *consultation;

  guint group;
};

enum
{
  CONFIRMED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerAloud, np_answer_aloud, GTK_TYPE_BOX)

static void
finish (NpAnswerAloud *self, guint signal)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[signal], 0);
}

static void
confirm_clicked_cb (NpAnswerAloud *self)
{
  finish (self, CONFIRMED);
}

static void
cancel_clicked_cb (NpAnswerAloud *self)
{
  finish (self, CANCELLED);
}

/* Escape is Cancel, and the letters of the answers answer nothing here: that is to be heard. */
static gboolean
key_pressed_cb (NpAnswerAloud *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      finish (self, CANCELLED);
      return TRUE;
    }
  if (g_unichar_isalnum (gdk_keyval_to_unicode (keyval)) && !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

static void
np_answer_aloud_finalize (GObject *object)
{
  g_clear_object (&NP_ANSWER_ALOUD (object)->consultation);
  G_OBJECT_CLASS (np_answer_aloud_parent_class)->finalize (object);
}

static void
np_answer_aloud_class_init (NpAnswerAloudClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_answer_aloud_finalize;
  signals[CONFIRMED] = g_signal_new ("confirmed", NP_TYPE_ANSWER_ALOUD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", NP_TYPE_ANSWER_ALOUD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_answer_aloud_init (NpAnswerAloud *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "answer-aloud");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_buttons (NpAnswerAloud *self, const char *sentence)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: confirms that none of what was read aloud applies. */
  GtkWidget *confirm = np_button_new (C_ ("button", "Right: All of These Are No"));
  GtkWidget *cancel = np_button_new (C_ ("button", "Cancel"));

  gtk_widget_add_css_class (confirm, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (confirm), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  g_signal_connect_swapped (confirm, "clicked", G_CALLBACK (confirm_clicked_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), confirm);
  gtk_box_append (GTK_BOX (buttons), cancel);
  return buttons;
}

/**
 * np_answer_aloud_new:
 * @consultation: whose lists it names, and whose language it speaks
 * @group: position of the group
 *
 * Returns: (transfer floating): the sentence of the group, with its buttons
 */
GtkWidget *
np_answer_aloud_new (NpConsultation *consultation, guint group)
{
  NpAnswerAloud *self = g_object_new (NP_TYPE_ANSWER_ALOUD, NULL);
  const char *sentence = np_language_say (np_consultation_get_language (consultation),
                                          &np_consultation_get_catalog (consultation)->question_groups[group].all_no);

  self->consultation = g_object_ref (consultation);
  self->group = group;
  self->sentence = np_paragraph_new (sentence, NULL);
  self->listed = np_paragraph_new ("", "answer-listed");
  gtk_widget_set_focusable (self->sentence, TRUE);
  /* Translators: before a sentence that staff read to the patient */
  gtk_box_append (GTK_BOX (self), np_paragraph_new (_ ("Read aloud:"), "caption"));
  gtk_box_append (GTK_BOX (self), self->sentence);
  gtk_box_append (GTK_BOX (self), self->listed);
  gtk_box_append (GTK_BOX (self), make_buttons (self, sentence));
  return GTK_WIDGET (self);
}

static void
show_listed (NpAnswerAloud *self)
{
  g_autofree char *words = np_answer_lists_words (self->consultation, self->group);

  gtk_label_set_text (GTK_LABEL (self->listed), words ? words : "");
  gtk_widget_set_visible (self->listed, words != NULL);
}

/**
 * np_answer_aloud_open:
 * @self: a sentence that is in the window
 *
 * Shows it, with what the lists say now and the focus on its words: nothing is answered before somebody has gone on to its
 * confirmation.
 */
void
np_answer_aloud_open (NpAnswerAloud *self)
{
  g_return_if_fail (NP_IS_ANSWER_ALOUD (self));

  show_listed (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), self->sentence); /* a label takes it in no other way */
  np_reveal (GTK_WIDGET (self));
}
