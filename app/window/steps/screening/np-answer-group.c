/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-group.h"
#include "np-answer-aloud.h"
#include "np-answer-states.h"
#include "np-answer-stored.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpAnswerGroup
{
  GtkBox parent_instance;

  /* Owned references */
  NpConsultation *consultation;

  guint position;
  gboolean filled; /* the rows are made; until then the group is out of sight */

  /* Children */
  GtkWidget *count;
  GtkWidget *offer; /* "All of these are no" */
  GtkWidget *aloud; /* the sentence to read out; nullable until it is first needed */
  GtkWidget *card;  /* of NpAnswerRow */
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpAnswerGroup, np_answer_group, GTK_TYPE_BOX)

static const NpCatalog *
catalog_of (NpAnswerGroup *self)
{
  return np_consultation_get_catalog (self->consultation);
}

static gboolean
is_asked (NpAnswerGroup *self, guint question)
{
  const NpQuestion *entry = &catalog_of (self)->questions[question];

  return entry->group == self->position && !entry->is_birth_date &&
         np_facts_asks_question (np_consultation_get_facts (self->consultation), question);
}

/* ---- all of these are no ---- */

static gboolean
do_answer_no (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_answer_group_no (consultation, GPOINTER_TO_UINT (data), error);
}

/**
 * np_answer_group_find_pending:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the first row on which something was answered that is not whole yet
 */
NpAnswerRow *
np_answer_group_find_pending (NpAnswerGroup *self)
{
  g_return_val_if_fail (NP_IS_ANSWER_GROUP (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->card); row; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row) && np_answer_row_is_pending (NP_ANSWER_ROW (row)))
      return NP_ANSWER_ROW (row);
  return NULL;
}

/* A Yes that was begun is no No: the group waits for it. */
static gboolean
waits_for_row (NpAnswerGroup *self)
{
  NpAnswerRow *row = np_answer_group_find_pending (self);

  if (!row)
    return FALSE;
  np_page_toast (GTK_WIDGET (self), _ ("One question of this group has a Yes to be completed first."));
  np_answer_row_focus (row, FALSE);
  return TRUE;
}

/* Questions of the group that are open still. */
static guint
count_open (NpAnswerGroup *self)
{
  guint n_open = 0;

  for (guint i = 0; i < catalog_of (self)->n_questions; i++)
    n_open += is_asked (self, i) && !np_consultation_is_answered (self->consultation, i);
  return n_open;
}

/* One press answered many questions: it is said how many, and taken back as easily. */
static void
say_answered (NpAnswerGroup *self, guint n_answered)
{
  guint n_open = count_open (self);
  /* Translators: %u is how many questions were answered with one sentence. */
  g_autofree char *answered = g_strdup_printf (ngettext ("%u question answered with No.", "%u questions answered with No.", n_answered), n_answered);
  /* Translators: how many questions were answered with one sentence, and that some are still open. */
  g_autofree char *more = g_strdup_printf (_ ("%s What is open here is asked by itself."), answered);

  np_page_offer_undo (GTK_WIDGET (self), n_open > 0 ? more : answered);
}

static NpAnswerRow *
first_open (NpAnswerGroup *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->card); row; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row) &&
        !np_consultation_is_answered (self->consultation, np_answer_row_get_question (NP_ANSWER_ROW (row))))
      return NP_ANSWER_ROW (row);
  return NULL;
}

/* From the sentence back to the questions, here or behind this group: whoever types on answers one, not a button. */
static void
go_on (NpAnswerGroup *self)
{
  NpAnswerRow *row = first_open (self);

  if (!row)
    {
      g_signal_emit (self, signals[SETTLED], 0, gtk_widget_get_last_child (self->card));
      return;
    }
  np_answer_row_focus (row, FALSE);
  np_answer_row_reveal (row);
}

static void
confirmed_cb (NpAnswerGroup *self)
{
  guint n_open = count_open (self);

  if (waits_for_row (self))
    return;
  np_page_edit (GTK_WIDGET (self), do_answer_no, GUINT_TO_POINTER (self->position), NULL);
  if (count_open (self) < n_open)
    say_answered (self, n_open - count_open (self));
  go_on (self);
}

static void
make_aloud (NpAnswerGroup *self)
{
  self->aloud = np_answer_aloud_new (self->consultation, self->position);
  g_signal_connect_swapped (self->aloud, "confirmed", G_CALLBACK (confirmed_cb), self);
  g_signal_connect_swapped (self->aloud, "cancelled", G_CALLBACK (go_on), self);
  gtk_box_insert_child_after (GTK_BOX (self), self->aloud, gtk_widget_get_prev_sibling (self->card));
}

/**
 * np_answer_group_offer_no:
 * @self: a group
 *
 * Opens the sentence that answers the open questions of the group.
 */
void
np_answer_group_offer_no (NpAnswerGroup *self)
{
  g_return_if_fail (NP_IS_ANSWER_GROUP (self));

  if (!gtk_widget_get_visible (self->offer))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (waits_for_row (self))
    return;
  if (!self->aloud)
    make_aloud (self);
  np_answer_aloud_open (NP_ANSWER_ALOUD (self->aloud));
}

/* The sentence speaks of the whole group, so it is not true any more once one of its questions has another answer. */
static gboolean
is_otherwise (NpAnswerGroup *self, guint question)
{
  JsonArray *states = np_answer_stored_states (self->consultation, question);

  return states && !np_answer_states_find (states, "no") && !np_answer_states_find (states, "not-applicable");
}

static void
show_offer (NpAnswerGroup *self)
{
  gboolean otherwise = FALSE;

  for (guint i = 0; i < catalog_of (self)->n_questions; i++)
    otherwise = otherwise || (is_asked (self, i) && catalog_of (self)->questions[i].takes_no && is_otherwise (self, i));
  gboolean offered = !otherwise && np_consultation_group_takes_no (self->consultation, self->position);
  gtk_widget_set_visible (self->offer, offered);
  if (self->aloud && !offered)
    gtk_widget_set_visible (self->aloud, FALSE);
}

/* ---- rows ---- */

static void
row_settled_cb (NpAnswerGroup *self, NpAnswerRow *row)
{
  g_signal_emit (self, signals[SETTLED], 0, row);
}

/* After the last row whose question comes before it. */
static NpAnswerRow *
add_row (NpAnswerGroup *self, guint question)
{
  GtkWidget *row = np_answer_row_new (self->consultation, question);
  GtkWidget *before = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->card); child; child = gtk_widget_get_next_sibling (child))
    if (np_answer_row_get_question (NP_ANSWER_ROW (child)) < question)
      before = child;
  gtk_box_insert_child_after (GTK_BOX (self->card), row, before);
  g_signal_connect_swapped (row, "settled", G_CALLBACK (row_settled_cb), self);
  g_signal_connect_swapped (row, "all-no", G_CALLBACK (np_answer_group_offer_no), self);
  return NP_ANSWER_ROW (row);
}

static NpAnswerRow *
find_row (NpAnswerGroup *self, guint question)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->card); child; child = gtk_widget_get_next_sibling (child))
    if (np_answer_row_get_question (NP_ANSWER_ROW (child)) == question)
      return NP_ANSWER_ROW (child);
  return NULL;
}

static void
show_row (NpAnswerGroup *self, guint question, gboolean asked)
{
  NpAnswerRow *row = find_row (self, question);

  if (!row && asked)
    row = add_row (self, question);
  if (!row)
    return;
  gtk_widget_set_visible (GTK_WIDGET (row), asked);
  if (asked)
    np_answer_row_refresh (row);
}

static void
show_count (NpAnswerGroup *self, guint n_answered, guint n_asked)
{
  /* Translators: how many questions of a group are answered. */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n_answered, n_asked);
  /* Translators: the same for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("%u of %u answered"), n_answered, n_asked);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * np_answer_group_refresh:
 * @self: a group
 *
 * Shows the document as it is now; a group of which nothing is asked is out of sight.
 */
void
np_answer_group_refresh (NpAnswerGroup *self)
{
  guint n_asked = 0, n_answered = 0;

  g_return_if_fail (NP_IS_ANSWER_GROUP (self));
  for (guint i = 0; i < catalog_of (self)->n_questions; i++)
    {
      if (catalog_of (self)->questions[i].group != self->position)
        continue;
      gboolean asked = is_asked (self, i);
      if (self->filled)
        show_row (self, i, asked);
      n_asked += asked;
      n_answered += asked && np_consultation_is_answered (self->consultation, i);
    }
  show_count (self, n_answered, n_asked);
  show_offer (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->filled && n_asked > 0);
}

/**
 * np_answer_group_fill:
 * @self: a group
 *
 * Makes its rows, which takes a while, and shows it; nothing happens when that is done.
 *
 * Returns: whether there was something to make
 */
gboolean
np_answer_group_fill (NpAnswerGroup *self)
{
  g_return_val_if_fail (NP_IS_ANSWER_GROUP (self), FALSE);

  if (self->filled)
    return FALSE;
  self->filled = TRUE;
  np_answer_group_refresh (self);
  return TRUE;
}

/**
 * np_answer_group_find:
 * @self: a group
 * @question: position of a question
 *
 * Returns: (transfer none) (nullable): its row, when it is asked here
 */
NpAnswerRow *
np_answer_group_find (NpAnswerGroup *self, guint question)
{
  g_return_val_if_fail (NP_IS_ANSWER_GROUP (self), NULL);

  NpAnswerRow *row = find_row (self, question);
  return row && gtk_widget_get_visible (GTK_WIDGET (row)) ? row : NULL;
}

static void
np_answer_group_finalize (GObject *object)
{
  g_clear_object (&NP_ANSWER_GROUP (object)->consultation);
  G_OBJECT_CLASS (np_answer_group_parent_class)->finalize (object);
}

static void
np_answer_group_class_init (NpAnswerGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_answer_group_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SETTLED] = g_signal_new ("settled", NP_TYPE_ANSWER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, NP_TYPE_ANSWER_ROW);
}

static void
np_answer_group_init (NpAnswerGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkWidget *
make_heading (NpAnswerGroup *self, const char *title)
{
  GtkWidget *line = np_line_new (12);
  GtkWidget *heading = np_heading_new (title, "heading");

  self->count = np_paragraph_new ("", "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  /* Translators: offers to answer every open question of a group with No, after a sentence is read aloud. */
  self->offer = np_button_new (C_ ("button", "Answer All with No"));
  gtk_widget_add_css_class (self->offer, "flat");
  gtk_widget_set_valign (self->offer, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->offer);
  gtk_box_append (GTK_BOX (line), self->count);
  g_signal_connect_swapped (self->offer, "clicked", G_CALLBACK (np_answer_group_offer_no), self);
  return line;
}

/**
 * np_answer_group_new:
 * @consultation: whose answers it shows and edits
 * @group: position of the group
 *
 * Returns: (transfer floating): a group, out of sight until it is filled
 */
GtkWidget *
np_answer_group_new (NpConsultation *consultation, guint group)
{
  NpAnswerGroup *self = g_object_new (NP_TYPE_ANSWER_GROUP, NULL);

  self->consultation = g_object_ref (consultation);
  self->position = group;
  const char *title = np_language_say (np_consultation_get_language (consultation), &catalog_of (self)->question_groups[group].title);
  gtk_box_append (GTK_BOX (self), make_heading (self, title));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
