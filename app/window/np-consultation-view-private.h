/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation-view.h"
#include "np-drafts.h"
#include "np-outcome-chip.h"
#include "np-page.h"
#include "np-step-list.h"

G_BEGIN_DECLS

/* What the files of the frame share: the frame itself, what its bars show, and how it goes from step to step. */

struct _NpConsultationView
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *who;
  NpOutcomeChip *chip;
  GtkRevealer *notice;
  GtkLabel *notice_text;
  AdwFlap *flap;
  NpStepList *step_list;
  GtkStack *pages;
  GtkWidget *missing;
  GtkLabel *missing_text;
  GtkLabel *sentence;
  GtkLabel *progress;
  GtkWidget *ways; /* the row with both buttons */
  GtkWidget *next_button;
  GtkWidget *back_button;
  GtkWidget *steps_button;
  GtkWidget *menu_button;

  /* Owned references */
  NpConsultation *consultation;
  NpDraftKeeper *keeper;
  NpDesk *desk;

  NpPage *page[NP_N_STEPS]; /* made when first shown; in the stack */
  NpStep step;
  gulong changed_id;
};

/* top and bottom bar, and the list of steps, as the consultation is now */
void np_consultation_view_show_frame (NpConsultationView *self);
/* in the bottom bar until something changes; NULL takes it away */
void np_consultation_view_say_missing (NpConsultationView *self, const char *message);

NpStep np_consultation_view_next_step (NpConsultationView *self);
void np_consultation_view_focus_page (NpConsultationView *self);
void np_consultation_view_go_to_step (NpConsultationView *self, NpStep step);
void np_consultation_view_go_to_pointer (NpConsultationView *self, const char *pointer);
/* goes there, or shows what keeps it blocked */
void np_consultation_view_try_step (NpConsultationView *self, NpStep step);
/* whether something typed on a page before `until` was not understood; then that is shown and said */
gboolean np_consultation_view_has_problem (NpConsultationView *self, NpStep until);

G_END_DECLS
