/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-confirm.h"
#include "np-answer-choices.h"
#include "np-answer-stored.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpAnswerConfirm
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *words;
  GtkWidget *button;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerConfirm, np_answer_confirm, GTK_TYPE_BOX)

static char *
words_of (NpConsultation *consultation, guint question)
{
  NpDay day = np_day_parse (np_answer_stored_day (consultation, question));
  g_autofree char *given = np_language_day (np_interface_language (), day);
  g_autofree char *summary = np_answer_choices_summary (np_answer_stored_states (consultation, question),
                                                        &np_consultation_get_catalog (consultation)->questions[question],
                                                        np_consultation_get_language (consultation));

  /* Translators: an answer of an earlier day: when, and what it was. */
  return g_strdup_printf (_ ("Answered on %s: %s. Still so?"), given, summary);
}

/**
 * np_answer_confirm_show:
 * @self: a confirmation
 * @consultation: a consultation
 * @question: position of a question that is asked anew and was answered on an earlier day
 *
 * Says when it was answered, and what.
 */
void
np_answer_confirm_show (NpAnswerConfirm *self, NpConsultation *consultation, guint question)
{
  g_return_if_fail (NP_IS_ANSWER_CONFIRM (self) && NP_IS_CONSULTATION (consultation));

  g_autofree char *text = words_of (consultation, question);
  gtk_label_set_text (GTK_LABEL (self->words), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
clicked_cb (NpAnswerConfirm *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static gboolean
np_answer_confirm_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_ANSWER_CONFIRM (widget)->button);
}

static void
np_answer_confirm_class_init (NpAnswerConfirmClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_answer_confirm_grab_focus;
  signals[CONFIRMED] =
    g_signal_new ("confirmed", NP_TYPE_ANSWER_CONFIRM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_answer_confirm_init (NpAnswerConfirm *self)
{
  self->words = np_paragraph_new ("", "numeric");
  /* Translators: confirms today what was answered on an earlier day. */
  self->button = np_button_new (C_ ("button", "Still So"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answer-confirm");
  gtk_box_append (GTK_BOX (self), self->words);
  gtk_box_append (GTK_BOX (self), self->button);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/**
 * np_answer_confirm_new:
 *
 * Returns: (transfer floating): a confirmation that says nothing yet
 */
GtkWidget *
np_answer_confirm_new (void)
{
  return g_object_new (NP_TYPE_ANSWER_CONFIRM, NULL);
}
