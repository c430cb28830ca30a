/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-understanding-page.h"
#include "np-bound.h"
#include "np-field-entry.h"
#include "np-reasoned.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-teach-back-card.h"
#include "np-time-to-think.h"

#include <glib/gi18n.h>

#define DECISION "/understanding_decision"

struct _NpUnderstandingPage
{
  NpPage parent_instance;

  /* Children */
  GtkWidget *intro;
  GtkWidget *cards;
  GtkWidget *decision;
  GtkWidget *time;

  /* Owned */
  char *shown; /* what the cards were made from */
};

G_DEFINE_FINAL_TYPE (NpUnderstandingPage, np_understanding_page, NP_TYPE_PAGE)

static char *
describe_shown (NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GString *words = g_string_new (np_language_tag (np_consultation_get_language (consultation)));

  for (guint i = 0; i < catalog->n_teach_back; i++)
    g_string_append_c (words, np_consultation_applies_teach_back (consultation, i) ? '+' : '-');
  return g_string_free (words, FALSE);
}

static void
fill (NpUnderstandingPage *self, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)))
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; i < catalog->n_teach_back; i++)
    if (np_consultation_applies_teach_back (consultation, i))
      gtk_box_append (GTK_BOX (self->cards), np_teach_back_card_new (consultation, i));
  np_paragraphs_set (self->intro, np_language_say (np_consultation_get_language (consultation), &catalog->teach_back_intro));
}

static gboolean
decision_is_due (NpConsultation *consultation)
{
  g_autoptr (GPtrArray) todo = np_consultation_todo (consultation, NP_STEP_UNDERSTANDING);

  for (guint i = 0; i < todo->len; i++)
    if (g_str_equal (((const NpTodo *) g_ptr_array_index (todo, i))->id, DECISION))
      return TRUE;
  return np_consultation_get (consultation, DECISION) != NULL;
}

static void
np_understanding_page_refresh (NpPage *page)
{
  NpUnderstandingPage *self = NP_UNDERSTANDING_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);
  g_autofree char *shown = describe_shown (consultation);

  if (g_strcmp0 (shown, self->shown) != 0)
    {
      fill (self, consultation);
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
    }
  gtk_widget_set_visible (self->decision, decision_is_due (consultation));
  np_time_to_think_refresh (NP_TIME_TO_THINK (self->time), consultation);
  np_fields_refresh (GTK_WIDGET (self));
}

static gboolean
np_understanding_page_focus_item (NpPage *page, const char *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (!np_fields_focus (GTK_WIDGET (page), id))
    return FALSE;
  np_reveal (gtk_widget_get_ancestor (gtk_root_get_focus (root), NP_TYPE_BOUND));
  return TRUE;
}

/* What was asked and not understood is not said back. */
static gboolean
is_said_back (NpConsultation *consultation, const char *id)
{
  g_autofree char *pointer = g_strdup_printf ("/understanding/%s/result", id);
  const char *result = np_consultation_get_string (consultation, pointer);

  return result && !g_str_equal (result, "not-yet");
}

static char *
np_understanding_page_progress (NpPage *page)
{
  NpConsultation *consultation = np_page_get_consultation (page);
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  guint done = 0, all = 0;

  for (guint i = 0; i < catalog->n_teach_back; i++)
    {
      if (!np_consultation_applies_teach_back (consultation, i))
        continue;
      all++;
      if (is_said_back (consultation, catalog->teach_back[i].id))
        done++;
    }
  /* Translators: how many questions of the talk the patient has said back, in the bottom bar */
  return g_strdup_printf (_ ("%u of %u said back"), done, all);
}

static void
np_understanding_page_finalize (GObject *object)
{
  g_free (NP_UNDERSTANDING_PAGE (object)->shown);
  G_OBJECT_CLASS (np_understanding_page_parent_class)->finalize (object);
}

static void
np_understanding_page_class_init (NpUnderstandingPageClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_understanding_page_finalize;
  NP_PAGE_CLASS (class)->refresh = np_understanding_page_refresh;
  NP_PAGE_CLASS (class)->focus_item = np_understanding_page_focus_item;
  NP_PAGE_CLASS (class)->reveals_focus = TRUE;
  NP_PAGE_CLASS (class)->progress = np_understanding_page_progress;
}

static void
np_understanding_page_init (NpUnderstandingPage *self)
{
  GtkBox *column;
  GtkWidget *scroller = np_column_new (&column);

  self->intro = np_paragraphs_new (NULL);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->decision = np_reasoned_new (_ ("Not understood after two tries"),
                                    _ ("The practitioner speaks with the patient, then records whether and how to go on."), DECISION);
  self->time = np_time_to_think_new ();
  gtk_box_append (column, np_heading_new (_ ("In your own words"), "title-1"));
  gtk_box_append (column, self->intro);
  gtk_box_append (column, self->cards);
  gtk_box_append (column, self->decision);
  gtk_box_append (column, self->time);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
