/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-screening-page.h"
#include "np-answer-group.h"
#include "np-section.h"

#include <glib/gi18n.h>

/* Groups that the first frame shows. The others follow one by one, so that the page stands at once. */
#define FIRST_GROUPS 2

struct _NpScreeningPage
{
  NpPage parent_instance;

  /* Children */
  GtkBox *column;
  GtkWidget *groups; /* of NpAnswerGroup */

  NpConsultation *shown; /* whose groups stand there; only compared */
  guint fill_id;
};

G_DEFINE_FINAL_TYPE (NpScreeningPage, np_screening_page, NP_TYPE_PAGE)

static NpConsultation *
consultation_of (NpScreeningPage *self)
{
  return np_page_get_consultation (NP_PAGE (self));
}

static void
focus_row (NpScreeningPage *self, NpAnswerRow *row, gboolean on_note)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  np_answer_row_focus (row, on_note);
  /* The letters go to the question with the focus, so it is to be seen from the start. */
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  np_answer_row_reveal (row);
}

/* ---- groups, filled from the top ---- */

static gboolean
fill_next_cb (gpointer data)
{
  NpScreeningPage *self = data;

  for (GtkWidget *group = gtk_widget_get_first_child (self->groups); group; group = gtk_widget_get_next_sibling (group))
    if (np_answer_group_fill (NP_ANSWER_GROUP (group)))
      return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/* With all above it, so that it does not move away any more. */
static NpAnswerGroup *
fill_to (NpScreeningPage *self, guint position)
{
  GtkWidget *group = gtk_widget_get_first_child (self->groups);

  for (guint i = 0; group; i++, group = gtk_widget_get_next_sibling (group))
    {
      np_answer_group_fill (NP_ANSWER_GROUP (group));
      if (i == position)
        return NP_ANSWER_GROUP (group);
    }
  return NULL;
}

/* ---- on to the next open question ---- */

static NpAnswerRow *
find_row (NpScreeningPage *self, guint question)
{
  NpAnswerGroup *group = fill_to (self, np_consultation_get_catalog (consultation_of (self))->questions[question].group);

  return group ? np_answer_group_find (group, question) : NULL;
}

static int
question_of_pointer (NpScreeningPage *self, const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 4);

  if (g_strv_length (parts) < 3 || !g_str_equal (parts[1], "answers"))
    return -1;
  return np_catalog_find_question (np_consultation_get_catalog (consultation_of (self)), parts[2]);
}

/* The first open question after `after` in the order of the page; from the top when there is none, -1 when all are answered. */
static int
next_open (NpScreeningPage *self, int after)
{
  g_autoptr (GPtrArray) todo = np_consultation_todo (consultation_of (self), NP_STEP_SCREENING);
  int first = -1;
  gboolean passed = FALSE;
  const NpCatalog *catalog = np_consultation_get_catalog (consultation_of (self));

  for (guint i = 0; i < todo->len; i++)
    {
      int question = question_of_pointer (self, ((NpTodo *) todo->pdata[i])->id);
      if (question < 0)
        continue;
      if (first < 0)
        first = question;
      passed = after >= 0 && (catalog->questions[question].group > catalog->questions[after].group ||
                              (catalog->questions[question].group == catalog->questions[after].group && question > after));
      if (passed)
        return question;
    }
  return first;
}

static void
go_on (NpScreeningPage *self, int after)
{
  int question = next_open (self, after);
  NpAnswerRow *row = question >= 0 ? find_row (self, (guint) question) : NULL;

  if (row)
    focus_row (self, row, FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "consultation.focus-next", NULL);
}

static void
settled_cb (NpScreeningPage *self, NpAnswerRow *row)
{
  go_on (self, (int) np_answer_row_get_question (row));
}

/* ---- the page ---- */

static void
make_groups (NpScreeningPage *self)
{
  NpConsultation *consultation = consultation_of (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)))
    gtk_box_remove (GTK_BOX (self->groups), child);
  for (guint i = 0; i < np_consultation_get_catalog (consultation)->n_question_groups; i++)
    {
      GtkWidget *group = np_answer_group_new (consultation, i);
      g_signal_connect_swapped (group, "settled", G_CALLBACK (settled_cb), self);
      gtk_box_append (GTK_BOX (self->groups), group);
    }
  self->shown = consultation;
  fill_to (self, FIRST_GROUPS - 1);
  if (!self->fill_id)
    self->fill_id = g_idle_add (fill_next_cb, self);
}

static void
np_screening_page_refresh (NpPage *page)
{
  NpScreeningPage *self = NP_SCREENING_PAGE (page);

  if (self->shown != consultation_of (self))
    make_groups (self);
  for (GtkWidget *group = gtk_widget_get_first_child (self->groups); group; group = gtk_widget_get_next_sibling (group))
    np_answer_group_refresh (NP_ANSWER_GROUP (group));
}

static gboolean
np_screening_page_focus_item (NpPage *page, const char *id)
{
  NpScreeningPage *self = NP_SCREENING_PAGE (page);
  int question = question_of_pointer (self, id);
  NpAnswerRow *row = question >= 0 ? find_row (self, (guint) question) : NULL;

  if (row)
    focus_row (self, row, g_str_has_suffix (id, "/note"));
  return row != NULL;
}

/* The first question to which an answer was begun that waits for its details; -1 = there is none */
static int
pending_question (NpScreeningPage *self)
{
  for (GtkWidget *group = gtk_widget_get_first_child (self->groups); group; group = gtk_widget_get_next_sibling (group))
    {
      NpAnswerRow *row = np_answer_group_find_pending (NP_ANSWER_GROUP (group));
      if (row)
        return (int) np_answer_row_get_question (row);
    }
  return -1;
}

/* What it is about, or where it stands. */
static const char *
name_of (NpScreeningPage *self, guint question)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation_of (self));
  const NpText *topic = &catalog->questions[question].topic;

  return np_language_say (np_consultation_get_language (consultation_of (self)),
                          topic->source ? topic : &catalog->question_groups[catalog->questions[question].group].title);
}

static char *
np_screening_page_progress (NpPage *page)
{
  NpScreeningPage *self = NP_SCREENING_PAGE (page);
  int pending = pending_question (self);
  guint answered, asked;

  np_consultation_count_answers (consultation_of (self), &answered, &asked);
  if (pending >= 0)
    /* Translators: progress of the screening while details of an answer are missing; %s is what its question is about. */
    return g_strdup_printf (_ ("%u of %u answered, details open: %s"), answered, asked, name_of (self, (guint) pending));
  /* Translators: progress of the screening, as "31 of 38 answered". */
  return g_strdup_printf (_ ("%u of %u answered"), answered, asked);
}

static void
np_screening_page_dispose (GObject *object)
{
  NpScreeningPage *self = NP_SCREENING_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  G_OBJECT_CLASS (np_screening_page_parent_class)->dispose (object);
}

static void
np_screening_page_class_init (NpScreeningPageClass *class)
{
  NpPageClass *page_class = NP_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = np_screening_page_dispose;
  page_class->refresh = np_screening_page_refresh;
  page_class->focus_item = np_screening_page_focus_item;
  page_class->progress = np_screening_page_progress;
}

static void
np_screening_page_init (NpScreeningPage *self)
{
  GtkWidget *scroller = np_column_new (&self->column);

  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (self->column, np_heading_new (_ ("Questions about you and your skin"), "title-1"));
  gtk_box_append (self->column,
                  /* Translators: the letters are those of the answers' keys. */
                  np_paragraph_new (_ ("One key answers an open question: N no, Y yes, D don’t know, P rather not "
                                       "say, digits where there are several. A offers no to a whole group. Enter goes "
                                       "on, and the buttons change an answer."),
                                    "dim-label"));
  gtk_box_append (self->column, self->groups);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
