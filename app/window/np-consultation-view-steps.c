/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-view-private.h"
#include "np-explain.h"
#include "np-interface-language.h"
#include "np-step-fold.h"
#include "np-steps.h"

/* From step to step: each page is made when it is first shown. */

/* The next step that has its turn: a plan that may not be signed for goes on where the consultation can end. */
NpStep
np_consultation_view_next_step (NpConsultationView *self)
{
  for (NpStep step = self->step + 1; step < NP_N_STEPS; step++)
    if (np_consultation_step_state (self->consultation, step) != NP_STEP_STATE_BLOCKED &&
        !np_step_is_left_out (self->consultation, step))
      return step;
  return self->step + 1 < NP_N_STEPS ? self->step + 1 : self->step;
}

static NpPage *
page_of (NpConsultationView *self, NpStep step)
{
  if (self->page[step])
    return self->page[step];
  self->page[step] = np_step_make_page (step);
  if (!self->page[step])
    return NULL;
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->page[step]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page[step]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  np_step_title (step), -1);
  np_page_set_consultation (self->page[step], self->consultation);
  return self->page[step];
}

/* The first thing to do has the focus, or else the first thing there is: never the button that leads away again. */
void
np_consultation_view_focus_page (NpConsultationView *self)
{
  if (np_page_focus_start (self->page[self->step]))
    return;
  if (!np_page_focus_first_open (self->page[self->step]))
    gtk_widget_child_focus (GTK_WIDGET (self->page[self->step]), GTK_DIR_TAB_FORWARD);
}

static gboolean
show_step (NpConsultationView *self, NpStep step)
{
  NpPage *page = page_of (self, step);

  if (!page)
    return FALSE;
  self->step = step;
  np_consultation_view_say_missing (self, NULL);
  np_page_refresh (page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  np_step_fold_away (self->flap);
  np_consultation_view_show_frame (self);
  np_page_shown (page);
  return TRUE;
}

void
np_consultation_view_go_to_step (NpConsultationView *self, NpStep step)
{
  if (show_step (self, step))
    np_consultation_view_focus_page (self);
}

void
np_consultation_view_go_to_pointer (NpConsultationView *self, const char *pointer)
{
  if (show_step (self, np_step_of_pointer (pointer)) && !np_page_focus_item (self->page[self->step], pointer))
    np_consultation_view_focus_page (self);
}

/* The earliest thing that keeps `step` blocked: it is said, and shown. */
static void
explain_blocked (NpConsultationView *self, NpStep step)
{
  for (NpStep before = 0; before <= step; before++)
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (self->consultation, before);
      if (todo->len == 0)
        continue;
      NpTodo *first = g_ptr_array_index (todo, 0);
      if (show_step (self, first->step))
        np_page_focus_item (self->page[self->step], first->id);
      np_consultation_view_say_missing (self, first->message);
      return;
    }
  g_autofree char *sentence = np_explain_outcome (np_consultation_get_facts (self->consultation),
                                                  np_consultation_get_assessment (self->consultation),
                                                  np_interface_language ());
  np_consultation_view_say_missing (self, sentence);
}

/* The last step is what signing leads to, and there is nothing on it before: what is pressed there is shown. */
static void
show_sign_off (NpConsultationView *self)
{
  np_consultation_view_go_to_step (self, NP_STEP_SIGNING);
  gtk_widget_grab_focus (self->next_button);
}

void
np_consultation_view_try_step (NpConsultationView *self, NpStep step)
{
  if (step == NP_STEP_SAVED && np_consultation_step_state (self->consultation, step) == NP_STEP_STATE_OPEN)
    show_sign_off (self);
  else if (step > self->step && np_consultation_step_state (self->consultation, step) == NP_STEP_STATE_BLOCKED)
    explain_blocked (self, step);
  else
    np_consultation_view_go_to_step (self, step);
}

/* Nobody goes on over what was typed and not understood, here or on a page before: somebody may have gone back from it. */
gboolean
np_consultation_view_has_problem (NpConsultationView *self, NpStep until)
{
  for (NpStep step = 0; step < until; step++)
    {
      if (!self->page[step] || !np_page_has_problem (self->page[step]))
        continue;
      if (step != self->step)
        show_step (self, step);
      const char *problem = np_page_focus_problem (self->page[step]);
      if (!problem)
        continue;
      np_consultation_view_say_missing (self, problem);
      return TRUE;
    }
  return FALSE;
}
