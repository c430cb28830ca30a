/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-head.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpAnswerHead
{
  GtkBox parent_instance;

  const NpQuestion *question; /* borrowed from the catalogue */
  NpLanguage *language;       /* owned */

  /* Children */
  GtkWidget *note_button;
  GtkWidget *why; /* nullable until it is first wanted */
};

enum
{
  NOTE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerHead, np_answer_head, GTK_TYPE_BOX)

static void
make_why (NpAnswerHead *self)
{
  self->why = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->why, "answer-why");
  gtk_box_append (GTK_BOX (self->why), np_paragraph_new (np_language_say (self->language, &self->question->why), NULL));
  if (self->question->staff.source)
    {
      const char *hint = np_language_say (np_interface_language (), &self->question->staff);
      /* Translators: a hint for staff beside a question. */
      g_autofree char *text = g_strdup_printf (_ ("For staff: %s"), hint);
      gtk_box_append (GTK_BOX (self->why), np_paragraph_new (text, "dim-label"));
    }
  gtk_box_append (GTK_BOX (self), self->why);
}

static void
say_expanded (GtkWidget *button, gboolean expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
why_clicked_cb (NpAnswerHead *self, GtkWidget *button)
{
  if (!self->why)
    make_why (self);
  else
    gtk_widget_set_visible (self->why, !gtk_widget_get_visible (self->why));
  say_expanded (button, gtk_widget_get_visible (self->why));
}

static void
note_clicked_cb (NpAnswerHead *self)
{
  g_signal_emit (self, signals[NOTE_WANTED], 0);
}

static void
add_mark (GtkWidget *words, const char *icon, const char *text)
{
  GtkWidget *mark = np_line_new (6);
  GtkWidget *says = np_paragraph_new (text, "caption");

  gtk_widget_set_hexpand (says, TRUE);
  gtk_box_append (GTK_BOX (mark), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 12, NULL));
  gtk_box_append (GTK_BOX (mark), says);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_append (GTK_BOX (words), mark);
}

static GtkWidget *
make_words (NpAnswerHead *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), np_paragraph_new (np_language_say (self->language, &self->question->ask), NULL));
  if (self->question->in_private)
    add_mark (words, "system-lock-screen-symbolic", _ ("Ask in private, without companions."));
  if (self->question->confidential)
    /* Translators: mark of a question that is not asked in front of others */
    add_mark (words, "system-lock-screen-symbolic", _ ("Confidential."));
  if (!self->question->by_patient)
    add_mark (words, "user-info-symbolic", _ ("For staff to judge."));
  return words;
}

static GtkWidget *
add_button (NpAnswerHead *self, GtkWidget *line, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = np_icon_button_new (icon, name);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  say_expanded (button, FALSE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static void
np_answer_head_finalize (GObject *object)
{
  g_clear_pointer (&NP_ANSWER_HEAD (object)->language, np_language_unref);
  G_OBJECT_CLASS (np_answer_head_parent_class)->finalize (object);
}

static void
np_answer_head_class_init (NpAnswerHeadClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_answer_head_finalize;
  signals[NOTE_WANTED] =
    g_signal_new ("note-wanted", NP_TYPE_ANSWER_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_answer_head_init (NpAnswerHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

/**
 * np_answer_head_new:
 * @question: a question of the catalogue, which outlives the widget
 * @language: the patient's language
 *
 * Returns: (transfer floating): the words of the question with its buttons
 */
GtkWidget *
np_answer_head_new (const NpQuestion *question, const NpLanguage *language)
{
  NpAnswerHead *self = g_object_new (NP_TYPE_ANSWER_HEAD, NULL);
  GtkWidget *line = np_line_new (6);

  self->question = question;
  self->language = np_language_ref ((NpLanguage *) language);
  gtk_box_append (GTK_BOX (line), make_words (self));
  add_button (self, line, "help-about-symbolic", _ ("Why this is asked"), G_CALLBACK (why_clicked_cb));
  self->note_button =
    add_button (self, line, "document-edit-symbolic", _ ("Note on this answer"), G_CALLBACK (note_clicked_cb));
  gtk_box_append (GTK_BOX (self), line);
  return GTK_WIDGET (self);
}

/**
 * np_answer_head_say_note:
 * @self: a head
 * @shown: whether the note is to be seen now
 */
void
np_answer_head_say_note (NpAnswerHead *self, gboolean shown)
{
  g_return_if_fail (NP_IS_ANSWER_HEAD (self));
  say_expanded (self->note_button, shown);
}
