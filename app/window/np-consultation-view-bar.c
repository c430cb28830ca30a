/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-view-private.h"
#include "np-patient-line.h"
#include "np-steps.h"

#include <glib/gi18n.h>

/* What the frame shows around the page: who and what at the top, the outcome and the way on at the bottom. */

static void
show_next_label (NpConsultationView *self, NpStep next)
{
  const char *own = self->page[self->step] ? np_page_next_label (self->page[self->step]) : NULL;
  g_autofree char *label = own                  ? g_strdup (own)
                           : next == self->step ? g_strdup (C_ ("button", "Next"))
                                                /* Translators: %s is the title of the next step of the consultation */
                                                : g_strdup_printf (C_ ("button", "Next: %s"), np_step_title (next));

  gtk_button_set_label (GTK_BUTTON (self->next_button), label);
}

/* Before the first question what comes next is of more use than how many answers are open. */
static char *
sentence_of (NpConsultationView *self)
{
  NpOutcome outcome = np_consultation_get_assessment (self->consultation)->outcome;

  if (self->step == NP_STEP_SAVED)
    /* Translators: the sentence in the bar on the last page. */
    return g_strdup (_ ("The record is saved and does not change any more."));
  if (outcome == NP_OUTCOME_INCOMPLETE && self->step < NP_STEP_SCREENING && !np_consultation_get_ending (self->consultation, NULL))
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (self->consultation, self->step);
      if (todo->len > 0)
        return g_strdup (((NpTodo *) g_ptr_array_index (todo, 0))->message);
      /* Translators: the sentence in the bar when a page before the questions is filled in. */
      return g_strdup (_ ("Everything needed here is entered."));
    }
  return np_outcome_sentence (self->consultation);
}

static void
show_bottom (NpConsultationView *self)
{
  g_autofree char *sentence = sentence_of (self);
  g_autofree char *progress = self->page[self->step] ? np_page_progress (self->page[self->step]) : NULL;

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->progress, progress ? progress : "");
  /* It keeps its place, but what says nothing is not read out. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_STATE_HIDDEN, !progress, -1);
  gtk_widget_set_visible (self->ways, self->step + 1 < NP_N_STEPS);
  gtk_widget_set_visible (self->back_button, self->step > 0);
  if (self->step + 1 < NP_N_STEPS)
    show_next_label (self, np_consultation_view_next_step (self));
}

/* What is missing stands in the bar until something changes, in place of a sentence that says the same. */
void
np_consultation_view_say_missing (NpConsultationView *self, const char *message)
{
  gtk_label_set_text (self->missing_text, message ? message : "");
  gtk_widget_set_visible (self->missing, message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), g_strcmp0 (message, gtk_label_get_text (self->sentence)) != 0);
}

/* Age and date of birth come before the plan: they stay where the window is narrow. */
static void
show_who (NpConsultationView *self)
{
  g_autofree char *line = np_patient_line (self->consultation);
  g_autofree char *plan = np_plan_line (self->consultation);
  g_autofree char *both = g_strjoin (*line && *plan ? " · " : "", line, plan, NULL);

  adw_window_title_set_title (self->who, np_patient_name (self->consultation));
  adw_window_title_set_subtitle (self->who, both);
  /* On a narrow window the plan is cut short. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->who), *both ? both : NULL);
}

void
np_consultation_view_show_frame (NpConsultationView *self)
{
  if (!self->consultation)
    return;
  show_who (self);
  np_outcome_chip_show (self->chip, self->consultation);
  np_step_list_show (self->step_list, self->consultation, self->step);
  show_bottom (self);
}
