/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-row.h"
#include "np-answer-confirm.h"
#include "np-answer-details.h"
#include "np-answer-draft.h"
#include "np-answer-findings.h"
#include "np-answer-head.h"
#include "np-answer-keys.h"
#include "np-answer-stored.h"
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

/* Typing rests this long before the document takes it, as in the other entries. */
#define SEND_MS 400
/* What stays in sight above and below a question: the next one is to be read already. */
#define ROOM_ABOVE 24
#define ROOM_BELOW 240

struct _NpAnswerRow
{
  GtkBox parent_instance;

  /* Owned references */
  NpConsultation *consultation;

  const NpQuestion *question; /* borrowed from the catalogue */
  guint position;
  NpAnswerDraft answer;
  guint send_id;
  NpAnswerKeys keys;

  /* Children, in this order; those that are rarely needed are made when they are */
  GtkWidget *head;
  GtkWidget *confirm; /* nullable */
  GtkWidget *choice;
  GtkWidget *details; /* nullable */
  GtkWidget *missing; /* nullable */
  GtkWidget *findings;
  GtkWidget *note; /* nullable */
};

enum
{
  SETTLED,
  ALL_NO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerRow, np_answer_row, GTK_TYPE_BOX)

/* ---- the document ---- */

static void
send (NpAnswerRow *self)
{
  JsonArray *whole = np_answer_draft_whole (&self->answer);

  g_clear_handle_id (&self->send_id, g_source_remove);
  if (np_answer_states_equal (whole, np_answer_stored_today (self->consultation, self->position)))
    {
      np_answer_row_refresh (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "consultation.show-progress", NULL);
      return;
    }
  np_answer_stored_set (GTK_WIDGET (self), self->position, whole);
}

static gboolean
send_later_cb (gpointer data)
{
  NpAnswerRow *self = data;

  self->send_id = 0;
  send (self);
  return G_SOURCE_REMOVE;
}

static void
send_now (NpAnswerRow *self)
{
  if (self->send_id)
    send (self);
}

/* ---- what belongs to a "Yes" ---- */

static gboolean
is_answered (NpAnswerRow *self)
{
  return np_consultation_is_answered (self->consultation, self->position);
}

static void
details_changed_cb (NpAnswerRow *self, gboolean settled)
{
  np_answer_draft_edited (&self->answer);
  if (settled)
    {
      send (self);
      np_answer_row_reveal (self); /* what the tick opened is to be seen */
      return;
    }
  g_clear_handle_id (&self->send_id, g_source_remove);
  self->send_id = g_timeout_add (SEND_MS, send_later_cb, self);
}

static void
details_activated_cb (NpAnswerRow *self)
{
  send_now (self);
  if (is_answered (self))
    g_signal_emit (self, signals[SETTLED], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* What is ticked beside the buttons is something else than what stands on them. */
static void
add_beside (NpAnswerRow *self)
{
  const char *words = np_language_say (np_consultation_get_language (self->consultation), &self->question->beside);

  gtk_box_insert_child_after (GTK_BOX (self), np_paragraph_new (words, "caption-heading"), self->choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
make_details (NpAnswerRow *self)
{
  self->details = np_answer_details_new (self->question, np_answer_choices_details (self->question),
                                         np_answer_shape (self->question) == NP_ANSWER_NO_YES,
                                         np_consultation_get_catalog (self->consultation),
                                         np_consultation_get_language (self->consultation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: name of a group of check buttons for a screen reader. */
                                  _ ("What applies"), -1);
  g_signal_connect_swapped (self->details, "changed", G_CALLBACK (details_changed_cb), self);
  g_signal_connect_swapped (self->details, "activate", G_CALLBACK (details_activated_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self), self->details, self->choice);
  if (self->question->beside.source)
    add_beside (self);
}

static void
show_details (NpAnswerRow *self)
{
  gboolean shown = np_answer_draft_shows_details (&self->answer);

  if (shown && !self->details)
    make_details (self);
  if (!self->details)
    return;
  np_answer_details_show (NP_ANSWER_DETAILS (self->details), self->answer.states);
  gtk_widget_set_visible (self->details, shown);
}

/* A "Yes" that is not whole yet says so: the question stays open. */
static void
show_missing (NpAnswerRow *self)
{
  gboolean shown = np_answer_row_is_pending (self);

  if (shown && !self->missing)
    {
      self->missing = np_paragraph_new ("", "dim-label");
      gtk_box_insert_child_after (GTK_BOX (self), self->missing, self->details ? self->details : self->choice);
    }
  if (!self->missing)
    return;
  gtk_widget_set_visible (self->missing, shown);
  gtk_label_set_text (GTK_LABEL (self->missing), json_array_get_length (self->answer.states) == 0
                                                   ? _ ("Choose what applies. The question is open until then.")
                                                   : _ ("What is marked as needed is still missing."));
}

/* ---- the buttons ---- */

static void
press (NpAnswerRow *self, const char *id)
{
  np_answer_draft_press (&self->answer, id);
  send (self);
  if (self->details && gtk_widget_get_visible (self->details) && gtk_widget_grab_focus (self->details))
    {
      np_answer_row_reveal (self); /* what the answer opened is to be seen */
      return;
    }
  if (is_answered (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
chosen_cb (NpAnswerRow *self)
{
  press (self, np_choice_get (NP_CHOICE (self->choice)));
}

static gboolean
answer_by_key (NpAnswerRow *self, guint keyval, gboolean on_answers)
{
  const char *id;
  gboolean is_open = np_choice_get (NP_CHOICE (self->choice)) == NULL;
  NpAnswerKey key =
    np_answer_keys_read (&self->keys, self->question, keyval, g_get_monotonic_time (), on_answers, is_open, &id);

  if (key == NP_ANSWER_KEY_REFUSED)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (key == NP_ANSWER_KEY_ANSWER)
    press (self, id);
  else if (key == NP_ANSWER_KEY_ALL_NO)
    g_signal_emit (self, signals[ALL_NO], 0);
  return key != NP_ANSWER_KEY_OTHER;
}

/* Enter goes on. It presses no button: one Enter too many would be an answer that nobody gave. */
static gboolean
go_on_by_key (NpAnswerRow *self)
{
  if (is_answered (self))
    g_signal_emit (self, signals[SETTLED], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Keys belong to the question while the focus is on its answers; checks below them have their own, and entries have all. */
static gboolean
key_pressed_cb (NpAnswerRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *inside = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (np_answer_keys_is_enter (keyval))
    return inside == self->choice && go_on_by_key (self);
  return answer_by_key (self, keyval, inside == self->choice || inside == self->confirm);
}

/* ---- asked anew ---- */

static void
confirmed_cb (NpAnswerRow *self)
{
  JsonArray *stored = np_answer_stored_states (self->consultation, self->position);

  if (!stored)
    return;
  np_answer_draft_take_over (&self->answer, stored);
  send (self);
  if (is_answered (self))
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
make_confirm (NpAnswerRow *self)
{
  self->confirm = np_answer_confirm_new ();
  g_signal_connect_swapped (self->confirm, "confirmed", G_CALLBACK (confirmed_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self), self->confirm, self->head);
}

static void
show_confirm (NpAnswerRow *self)
{
  gboolean shown = np_answer_stored_is_to_confirm (self->consultation, self->position);

  if (shown && !self->confirm)
    make_confirm (self);
  if (!self->confirm)
    return;
  gtk_widget_set_visible (self->confirm, shown);
  if (shown)
    np_answer_confirm_show (NP_ANSWER_CONFIRM (self->confirm), self->consultation, self->position);
}

/* ---- the note ---- */

static void
make_note (NpAnswerRow *self)
{
  g_autofree char *pointer = g_strdup_printf ("/answers/%s/note", self->question->id);

  self->note = np_field_entry_new (_ ("Note"), pointer);
  gtk_box_append (GTK_BOX (self), self->note);
}

/* The button of the head shows the note and puts it away. */
static void
note_wanted_cb (NpAnswerRow *self)
{
  if (!self->note)
    make_note (self);
  else
    gtk_widget_set_visible (self->note, !gtk_widget_get_visible (self->note));
  np_answer_head_say_note (NP_ANSWER_HEAD (self->head), gtk_widget_get_visible (self->note));
  if (gtk_widget_get_visible (self->note))
    gtk_widget_grab_focus (self->note);
}

static void
show_note (NpAnswerRow *self)
{
  g_autofree char *pointer = g_strdup_printf ("/answers/%s/note", self->question->id);

  if (!self->note && np_consultation_get_string (self->consultation, pointer))
    make_note (self);
  if (self->note)
    np_bound_refresh (NP_BOUND (self->note));
}

/* ---- the row ---- */

static void
np_answer_row_unmap (GtkWidget *widget)
{
  send_now (NP_ANSWER_ROW (widget));
  GTK_WIDGET_CLASS (np_answer_row_parent_class)->unmap (widget);
}

static void
np_answer_row_dispose (GObject *object)
{
  g_clear_handle_id (&NP_ANSWER_ROW (object)->send_id, g_source_remove);
  G_OBJECT_CLASS (np_answer_row_parent_class)->dispose (object);
}

static void
np_answer_row_finalize (GObject *object)
{
  NpAnswerRow *self = NP_ANSWER_ROW (object);

  g_clear_object (&self->consultation);
  np_answer_draft_clear (&self->answer);
  G_OBJECT_CLASS (np_answer_row_parent_class)->finalize (object);
}

static void
np_answer_row_class_init (NpAnswerRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = np_answer_row_dispose;
  object_class->finalize = np_answer_row_finalize;
  widget_class->unmap = np_answer_row_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SETTLED] = g_signal_new ("settled", NP_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ALL_NO] = g_signal_new ("all-no", NP_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_answer_row_init (NpAnswerRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answer-row");
  /* Before the buttons, which would take Enter for themselves. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * np_answer_row_new:
 * @consultation: whose answer it shows and edits
 * @question: position of the question
 *
 * Returns: (transfer floating): a row, empty until it is refreshed
 */
GtkWidget *
np_answer_row_new (NpConsultation *consultation, guint question)
{
  NpAnswerRow *self = g_object_new (NP_TYPE_ANSWER_ROW, NULL);
  const NpLanguage *language = np_consultation_get_language (consultation);

  self->consultation = g_object_ref (consultation);
  self->position = question;
  self->question = &np_consultation_get_catalog (consultation)->questions[question];
  np_answer_draft_init (&self->answer, self->question);
  const char *ask = np_language_say (language, &self->question->ask);
  self->head = np_answer_head_new (self->question, language);
  self->choice = np_choice_new (ask);
  self->findings = np_answer_findings_new ();
  np_answer_choices_fill (NP_CHOICE (self->choice), self->question, language);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), self->choice);
  gtk_box_append (GTK_BOX (self), self->findings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ask, -1);
  g_signal_connect_swapped (self->head, "note-wanted", G_CALLBACK (note_wanted_cb), self);
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  return GTK_WIDGET (self);
}

/**
 * np_answer_row_get_question:
 * @self: a row
 *
 * Returns: the position of its question
 */
guint
np_answer_row_get_question (NpAnswerRow *self)
{
  g_return_val_if_fail (NP_IS_ANSWER_ROW (self), 0);
  return self->position;
}

/**
 * np_answer_row_is_pending:
 * @self: a row
 *
 * Returns: whether something was answered here that the document cannot hold yet
 */
gboolean
np_answer_row_is_pending (NpAnswerRow *self)
{
  g_return_val_if_fail (NP_IS_ANSWER_ROW (self), FALSE);
  return np_answer_draft_is_pending (&self->answer);
}

/**
 * np_answer_row_refresh:
 * @self: a row
 *
 * Shows the document as it is now. A "Yes" that is not whole yet stays as long as the document holds no answer, and so does text that is
 * being typed.
 */
void
np_answer_row_refresh (NpAnswerRow *self)
{
  g_return_if_fail (NP_IS_ANSWER_ROW (self));

  JsonArray *stored = np_answer_stored_today (self->consultation, self->position);
  if (!self->send_id && !np_answer_states_equal (np_answer_draft_whole (&self->answer), stored))
    np_answer_draft_take_over (&self->answer, stored);
  np_choice_set (NP_CHOICE (self->choice), np_answer_draft_pressed (&self->answer));
  show_confirm (self);
  show_details (self);
  show_missing (self);
  np_answer_findings_show (NP_ANSWER_FINDINGS (self->findings), self->consultation, self->position);
  show_note (self);
}

/**
 * np_answer_row_focus:
 * @self: a row
 * @on_note: whether the note is meant
 *
 * Gives the focus to what is to be done in the row.
 */
void
np_answer_row_focus (NpAnswerRow *self, gboolean on_note)
{
  g_return_if_fail (NP_IS_ANSWER_ROW (self));

  if (on_note && self->note)
    gtk_widget_grab_focus (self->note);
  else if (self->confirm && gtk_widget_get_visible (self->confirm))
    gtk_widget_grab_focus (self->confirm);
  else if (self->missing && gtk_widget_get_visible (self->missing) && self->details)
    gtk_widget_grab_focus (self->details);
  else
    gtk_widget_grab_focus (self->choice);
}

/**
 * np_answer_row_reveal:
 * @self: a row
 *
 * Brings all of it into view, with some of what stands around it.
 */
void
np_answer_row_reveal (NpAnswerRow *self)
{
  g_return_if_fail (NP_IS_ANSWER_ROW (self));
  np_reveal_with_room (GTK_WIDGET (self), ROOM_ABOVE, ROOM_BELOW);
}
