/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-view.h"
#include "np-clinic-copy.h"
#include "np-drafts.h"
#include "np-explain.h"
#include "np-interface-language.h"
#include "np-outcome-chip.h"
#include "np-page.h"
#include "np-patient-line.h"
#include "np-saved-record.h"
#include "np-section.h"
#include "np-stack-access.h"
#include "np-step-fold.h"
#include "np-step-list.h"
#include "np-steps.h"

#include <glib/gi18n.h>

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

G_DEFINE_FINAL_TYPE (NpConsultationView, np_consultation_view, ADW_TYPE_BIN)

/* What is shown */

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

/* The next step that has its turn: a plan that may not be signed for goes on where the consultation can end. */
static NpStep
next_step (NpConsultationView *self)
{
  for (NpStep step = self->step + 1; step < NP_N_STEPS; step++)
    if (np_consultation_step_state (self->consultation, step) != NP_STEP_STATE_BLOCKED &&
        !np_step_is_left_out (self->consultation, step))
      return step;
  return self->step + 1 < NP_N_STEPS ? self->step + 1 : self->step;
}

/* Before the first question what comes next is of more use than how many answers are open. */
static char *
sentence_of (NpConsultationView *self)
{
  const NpAssessment *assessment = np_consultation_get_assessment (self->consultation);
  NpKind kind;

  if (self->step == NP_STEP_SAVED)
    /* Translators: the sentence in the bar on the last page. */
    return g_strdup (_ ("The record is saved and does not change any more."));
  if (np_consultation_get_ending (self->consultation, &kind) && kind == NP_KIND_REFUSAL)
    return g_strdup (_ ("No treatment: the patient says no."));
  if (assessment->outcome == NP_OUTCOME_INCOMPLETE && self->step < NP_STEP_SCREENING)
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (self->consultation, self->step);
      if (todo->len > 0)
        return g_strdup (((NpTodo *) g_ptr_array_index (todo, 0))->message);
      /* Translators: the sentence in the bar when a page before the questions is filled in. */
      return g_strdup (_ ("Everything needed here is entered."));
    }
  return np_explain_outcome (np_consultation_get_facts (self->consultation), assessment, np_interface_language ());
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
    show_next_label (self, next_step (self));
}

/* What is missing stands in the bar until something changes, in place of a sentence that says the same. */
static void
say_missing (NpConsultationView *self, const char *message)
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

static void
refresh (NpConsultationView *self)
{
  if (!self->consultation)
    return;
  show_who (self);
  np_outcome_chip_show (self->chip, self->consultation);
  np_step_list_show (self->step_list, self->consultation, self->step);
  show_bottom (self);
}

static void
changed_cb (NpConsultationView *self)
{
  say_missing (self, NULL);
  refresh (self);
}

/* Steps */

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
static void
focus_page (NpConsultationView *self)
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
  say_missing (self, NULL);
  np_page_refresh (page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  np_step_fold_away (self->flap);
  refresh (self);
  np_page_shown (page);
  return TRUE;
}

static void
go_to_step (NpConsultationView *self, NpStep step)
{
  if (show_step (self, step))
    focus_page (self);
}

static void
go_to_pointer (NpConsultationView *self, const char *pointer)
{
  if (show_step (self, np_step_of_pointer (pointer)) && !np_page_focus_item (self->page[self->step], pointer))
    focus_page (self);
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
      say_missing (self, first->message);
      return;
    }
  g_autofree char *sentence = np_explain_outcome (np_consultation_get_facts (self->consultation),
                                                  np_consultation_get_assessment (self->consultation),
                                                  np_interface_language ());
  say_missing (self, sentence);
}

/* The last step is what signing leads to, and there is nothing on it before: what is pressed there is shown. */
static void
show_sign_off (NpConsultationView *self)
{
  go_to_step (self, NP_STEP_SIGNING);
  gtk_widget_grab_focus (self->next_button);
}

static void
try_step (NpConsultationView *self, NpStep step)
{
  if (step == NP_STEP_SAVED && np_consultation_step_state (self->consultation, step) == NP_STEP_STATE_OPEN)
    show_sign_off (self);
  else if (step > self->step && np_consultation_step_state (self->consultation, step) == NP_STEP_STATE_BLOCKED)
    explain_blocked (self, step);
  else
    go_to_step (self, step);
}

/* Nobody goes on over what was typed and not understood. */
static gboolean
has_problem (NpConsultationView *self)
{
  const char *problem = np_page_focus_problem (self->page[self->step]);

  if (problem)
    say_missing (self, problem);
  return problem != NULL;
}

static void
step_chosen_cb (NpConsultationView *self, int step)
{
  if (self->consultation && ((NpStep) step < self->step || ((NpStep) step > self->step && !has_problem (self))))
    try_step (self, (NpStep) step);
  np_step_fold_away (self->flap);
  refresh (self);
}

static void
chip_go_to_cb (NpConsultationView *self, const char *pointer)
{
  go_to_pointer (self, pointer);
}

/* Drafts */

static void
show_notice (NpConsultationView *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notice), shown);
  gtk_revealer_set_reveal_child (self->notice, shown);
  /* GTK 4.8 leaves what is in an invisible revealer in the accessible tree. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->notice), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
save_failed_cb (NpConsultationView *self, GError *error)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is what happened and what to do, as "The disk is full. Free some space and save again." */
    _ ("The draft could not be saved. %s Everything you entered is still here. Do not close the window yet."),
    error->message);

  gtk_label_set_text (self->notice_text, text);
  show_notice (self, TRUE);
}

static void
save_again_cb (NpConsultationView *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->keeper)
    return;
  if (np_draft_keeper_flush (self->keeper, &error))
    show_notice (self, FALSE);
  else
    save_failed_cb (self, error);
}

/* Actions */

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);

  if (!self->consultation)
    return;
  /* What is typed counts before it is asked what is missing. */
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (widget)), self->next_button);
  if (has_problem (self))
    return;
  g_autoptr (GPtrArray) todo = np_consultation_todo (self->consultation, self->step);
  if (todo->len == 0)
    {
      if (!np_page_next (self->page[self->step]))
        try_step (self, next_step (self));
      return;
    }
  NpTodo *first = g_ptr_array_index (todo, 0);
  np_page_focus_item (self->page[self->step], first->id);
  say_missing (self, first->message);
}

static void
focus_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (NP_CONSULTATION_VIEW (widget)->next_button);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);

  if (self->consultation && self->step > 0)
    go_to_step (self, self->step - 1);
}

static void
go_to_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);

  for (NpStep step = 0; step < NP_N_STEPS; step++)
    if (g_str_equal (np_step_words[step], g_variant_get_string (parameter, NULL)))
      go_to_step (self, step);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_pointer (NP_CONSULTATION_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_step (NP_CONSULTATION_VIEW (widget), NP_STEP_SIGNING);
}

static void
forget_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (!self->keeper)
    return;
  np_draft_keeper_stop (self->keeper);
  g_clear_object (&self->keeper);
  if (!np_drafts_remove (np_desk_get_drafts (self->desk), np_consultation_get_id (self->consultation), &error))
    np_page_toast (GTK_WIDGET (self->flap), error->message);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.start", NULL);
}

/* Life */

static void
drop (NpConsultationView *self)
{
  if (self->consultation)
    g_clear_signal_handler (&self->changed_id, self->consultation);
  for (NpStep step = 0; step < NP_N_STEPS; step++)
    if (self->page[step])
      gtk_stack_remove (self->pages, GTK_WIDGET (self->page[step]));
  memset (self->page, 0, sizeof self->page);
  g_clear_object (&self->keeper);
  g_clear_object (&self->consultation);
  g_clear_object (&self->desk);
}

static void
np_consultation_view_dispose (GObject *object)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (object);

  g_clear_object (&self->keeper);
  if (self->consultation)
    g_clear_signal_handler (&self->changed_id, self->consultation);
  g_clear_object (&self->consultation);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (np_consultation_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class, "/org/needlepoint/Needlepoint/np-consultation-view.ui");
  gtk_widget_class_bind_template_child (class, NpConsultationView, who);
  gtk_widget_class_bind_template_child (class, NpConsultationView, chip);
  gtk_widget_class_bind_template_child (class, NpConsultationView, notice);
  gtk_widget_class_bind_template_child (class, NpConsultationView, notice_text);
  gtk_widget_class_bind_template_child (class, NpConsultationView, flap);
  gtk_widget_class_bind_template_child (class, NpConsultationView, step_list);
  gtk_widget_class_bind_template_child (class, NpConsultationView, pages);
  gtk_widget_class_bind_template_child (class, NpConsultationView, missing);
  gtk_widget_class_bind_template_child (class, NpConsultationView, missing_text);
  gtk_widget_class_bind_template_child (class, NpConsultationView, sentence);
  gtk_widget_class_bind_template_child (class, NpConsultationView, progress);
  gtk_widget_class_bind_template_child (class, NpConsultationView, ways);
  gtk_widget_class_bind_template_child (class, NpConsultationView, next_button);
  gtk_widget_class_bind_template_child (class, NpConsultationView, back_button);
  gtk_widget_class_bind_template_child (class, NpConsultationView, steps_button);
  gtk_widget_class_bind_template_child (class, NpConsultationView, menu_button);
  gtk_widget_class_bind_template_callback (class, chip_go_to_cb);
  gtk_widget_class_bind_template_callback (class, save_again_cb);
  gtk_widget_class_bind_template_callback (class, step_chosen_cb);
}

static void
np_consultation_view_class_init (NpConsultationViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (NP_TYPE_OUTCOME_CHIP);
  g_type_ensure (NP_TYPE_STEP_LIST);
  G_OBJECT_CLASS (class)->dispose = np_consultation_view_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "consultation.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "consultation.focus-next", NULL, focus_next_action);
  gtk_widget_class_install_action (widget_class, "consultation.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "consultation.go-to-step", "s", go_to_step_action);
  gtk_widget_class_install_action (widget_class, "consultation.go-to", "s", go_to_action);
  gtk_widget_class_install_action (widget_class, "consultation.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "consultation.forget-draft", NULL, forget_draft_action);
  gtk_widget_class_install_action (widget_class, "consultation.close", NULL, close_action);
  /* An accelerator of the application would look for the action at the window, which has none of these. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "consultation.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "consultation.back", NULL);
}

static void
np_consultation_view_init (NpConsultationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  np_stack_hide_others (self->pages);
  np_step_fold (self->flap, GTK_WIDGET (self), self->steps_button);
  np_menu_button_name (GTK_MENU_BUTTON (self->menu_button), _ ("Menu of the Consultation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the Steps"), -1);
}

/**
 * np_consultation_view_open:
 * @self: a view that has no consultation, or whose consultation was closed
 * @consultation: the consultation to show
 * @desk: clinic and folders
 * @step: the step to begin with
 *
 * Shows a consultation and keeps its draft from now on.
 */
void
np_consultation_view_open (NpConsultationView *self, NpConsultation *consultation, NpDesk *desk, NpStep step)
{
  g_return_if_fail (NP_IS_CONSULTATION_VIEW (self) && NP_IS_CONSULTATION (consultation) && NP_IS_DESK (desk));

  drop (self);
  self->consultation = g_object_ref (consultation);
  self->desk = g_object_ref (desk);
  show_notice (self, FALSE);
  self->keeper = np_draft_keeper_new (consultation, np_desk_get_drafts (desk));
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  np_clinic_copy (consultation, np_desk_get_clinic (desk));
  self->changed_id = g_signal_connect_swapped (consultation, "changed", G_CALLBACK (changed_cb), self);
  try_step (self, step);
}

/**
 * np_consultation_view_is_open:
 * @self: a view
 *
 * Returns: whether it shows a consultation
 */
gboolean
np_consultation_view_is_open (NpConsultationView *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION_VIEW (self), FALSE);
  return self->consultation != NULL;
}

/**
 * np_consultation_view_refresh:
 * @self: a view with a consultation
 *
 * Comes back from the clinic's details: takes over what changed in them, and has the focus again.
 */
void
np_consultation_view_refresh (NpConsultationView *self)
{
  g_return_if_fail (np_consultation_view_is_open (self));

  np_clinic_copy (self->consultation, np_desk_get_clinic (self->desk));
  if (self->page[self->step])
    np_page_refresh (self->page[self->step]);
  refresh (self);
  focus_page (self);
}

/* A record that is on its way to disk is waited for, so that the program neither ends in between nor keeps a draft of what is
 * saved. The window goes on working meanwhile. */
static gboolean
wait_for_record (NpConsultationView *self)
{
  g_autoptr (NpConsultation) consultation = self->consultation ? g_object_ref (self->consultation) : NULL;

  if (!consultation || !np_saved_record_is_saving (consultation))
    return TRUE;
  while (np_saved_record_is_saving (consultation))
    g_main_context_iteration (NULL, TRUE);
  return np_saved_record_get_file (consultation) != NULL;
}

/**
 * np_consultation_view_close:
 * @self: a view
 * @error: why the draft could not be kept
 *
 * Keeps the draft and lets go of the consultation; nothing happens when there is none.
 *
 * Returns: FALSE when the consultation stays open: with @error the draft could not be kept; without it the record could not be
 *   saved that was being saved, which its page says
 */
gboolean
np_consultation_view_close (NpConsultationView *self, GError **error)
{
  g_return_val_if_fail (NP_IS_CONSULTATION_VIEW (self), TRUE);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!wait_for_record (self))
    return FALSE;
  if (self->consultation && root)
    gtk_window_set_focus (GTK_WINDOW (root), NULL); /* what is being typed counts */
  if (self->keeper && !np_draft_keeper_flush (self->keeper, error))
    return FALSE;
  drop (self);
  return TRUE;
}

/**
 * np_consultation_view_first_open_step:
 * @consultation: a resumed consultation
 *
 * Returns: the first step that is not done
 */
NpStep
np_consultation_view_first_open_step (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NP_STEP_PEOPLE);

  for (NpStep step = 0; step < NP_N_STEPS; step++)
    if (np_consultation_step_state (consultation, step) == NP_STEP_STATE_OPEN)
      return step;
  return NP_STEP_PEOPLE;
}
