/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-decisions-page.h"
#include "np-finding-card.h"
#include "np-finding-words.h"
#include "np-section.h"

#include <glib/gi18n.h>
#include <string.h>

struct _NpDecisionsPage
{
  NpPage parent_instance;

  /* Children */
  GtkWidget *state; /* what there is to decide, in a sentence */
  GtkWidget *cards; /* of NpFindingCard, gravest first */
  GtkWidget *over;  /* the section of waits that have passed */
  GtkWidget *met;   /* its card */

  NpConsultation *shown; /* whose cards stand there; only compared */
};

G_DEFINE_FINAL_TYPE (NpDecisionsPage, np_decisions_page, NP_TYPE_PAGE)

static NpConsultation *
consultation_of (NpDecisionsPage *self)
{
  return np_page_get_consultation (NP_PAGE (self));
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

static NpFindingCard *
find_card (NpDecisionsPage *self, guint finding)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = gtk_widget_get_next_sibling (card))
    if (np_finding_card_get_finding (NP_FINDING_CARD (card)) == finding)
      return NP_FINDING_CARD (card);
  return NULL;
}

/* Cards of findings that are no more go; what was typed there has no meaning any more. */
static void
remove_gone (NpDecisionsPage *self, const NpAssessment *assessment)
{
  GtkWidget *next;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!np_assessment_find (assessment, np_finding_card_get_finding (NP_FINDING_CARD (card))))
        gtk_box_remove (GTK_BOX (self->cards), card);
    }
}

/* By the class before any decision, so that a card does not jump away from under the hand that decided. */
static void
show_class (NpDecisionsPage *self, const NpAssessment *assessment, NpClass class, GtkWidget **last)
{
  for (guint i = 0; i < assessment->n_findings; i++)
    {
      const NpFired *fired = &assessment->findings[i];
      if (fired->class != class)
        continue;
      GtkWidget *card = (GtkWidget *) find_card (self, fired->finding);
      if (!card)
        {
          card = np_finding_card_new (consultation_of (self), fired->finding);
          gtk_box_insert_child_after (GTK_BOX (self->cards), card, *last);
        }
      else if (gtk_widget_get_prev_sibling (card) != *last)
        gtk_box_reorder_child_after (GTK_BOX (self->cards), card, *last);
      np_finding_card_refresh (NP_FINDING_CARD (card), fired);
      *last = card;
    }
}

static void
show_cards (NpDecisionsPage *self, const NpAssessment *assessment)
{
  GtkWidget *last = NULL;

  remove_gone (self, assessment);
  show_class (self, assessment, NP_CLASS_ABSOLUTE, &last);
  show_class (self, assessment, NP_CLASS_RELATIVE, &last);
  show_class (self, assessment, NP_CLASS_DEFERRAL, &last);
  show_class (self, assessment, NP_CLASS_ADVISORY, &last);
  gtk_widget_set_visible (self->cards, assessment->n_findings > 0);
}

static void
show_state (NpDecisionsPage *self, const NpAssessment *assessment)
{
  g_autoptr (GPtrArray) todo = np_consultation_todo (consultation_of (self), NP_STEP_DECISIONS);
  g_autofree char *text = NULL;

  if (todo->len > 0)
    /* Translators: %u is how many findings wait for a decision */
    text = g_strdup_printf (ngettext ("%u decision is still open.", "%u decisions are still open.", todo->len), todo->len);
  else if (assessment->n_findings == 0)
    text = g_strdup (_ ("Nothing needs a decision: nothing was found that speaks against the plan."));
  else
    text = g_strdup (_ ("Nothing more needs a decision."));
  gtk_label_set_text (GTK_LABEL (self->state), text);
}

static void
show_met (NpDecisionsPage *self, const NpAssessment *assessment)
{
  clear (self->met);
  for (guint i = 0; i < assessment->n_met; i++)
    {
      g_autofree char *text = np_met_words (consultation_of (self), &assessment->met[i]);
      gtk_box_append (GTK_BOX (self->met), np_paragraph_new (text, "pad"));
    }
  gtk_widget_set_visible (self->over, assessment->n_met > 0);
}

static void
np_decisions_page_refresh (NpPage *page)
{
  NpDecisionsPage *self = NP_DECISIONS_PAGE (page);
  const NpAssessment *assessment = np_consultation_get_assessment (consultation_of (self));

  if (self->shown != consultation_of (self))
    clear (self->cards);
  self->shown = consultation_of (self);
  show_cards (self, assessment);
  show_state (self, assessment);
  show_met (self, assessment);
}

static gboolean
np_decisions_page_focus_item (NpPage *page, const char *id)
{
  NpDecisionsPage *self = NP_DECISIONS_PAGE (page);
  const NpCatalog *catalog = np_consultation_get_catalog (consultation_of (self));
  int finding;

  if (!g_str_has_prefix (id, "/decisions/"))
    return FALSE;
  finding = np_catalog_find_finding (catalog, id + strlen ("/decisions/"));
  NpFindingCard *card = finding >= 0 ? find_card (self, (guint) finding) : NULL;
  return card && gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
np_decisions_page_class_init (NpDecisionsPageClass *class)
{
  NP_PAGE_CLASS (class)->refresh = np_decisions_page_refresh;
  NP_PAGE_CLASS (class)->focus_item = np_decisions_page_focus_item;
}

static void
np_decisions_page_init (NpDecisionsPage *self)
{
  GtkBox *column;
  GtkWidget *scroller = np_column_new (&column);

  self->state = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE,
                              NULL);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->over = np_section_new (_ ("Times to wait that are over"), NULL);
  self->met = np_section_add_card (self->over);
  gtk_box_append (column, np_heading_new (_ ("What was found, and what was decided"), "title-1"));
  gtk_box_append (column, self->state);
  gtk_box_append (column, self->cards);
  gtk_box_append (column, self->over);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
