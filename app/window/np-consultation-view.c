/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-view-private.h"
#include "np-clinic-copy.h"
#include "np-saved-record.h"
#include "np-section.h"
#include "np-stack-access.h"
#include "np-step-fold.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (NpConsultationView, np_consultation_view, ADW_TYPE_BIN)

static void
changed_cb (NpConsultationView *self)
{
  np_consultation_view_say_missing (self, NULL);
  np_consultation_view_show_frame (self);
}

static void
step_chosen_cb (NpConsultationView *self, int step)
{
  NpStep chosen = (NpStep) step;

  if (self->consultation && (chosen < self->step || (chosen > self->step && !np_consultation_view_has_problem (self, chosen))))
    np_consultation_view_try_step (self, chosen);
  np_step_fold_away (self->flap);
  np_consultation_view_show_frame (self);
}

static void
chip_go_to_cb (NpConsultationView *self, const char *pointer)
{
  np_consultation_view_go_to_pointer (self, pointer);
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

static gboolean
is_asking (NpConsultationView *self)
{
  return self->page[self->step] && np_page_is_asking (self->page[self->step]);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);

  if (!self->consultation)
    return;
  /* What is typed counts before it is asked what is missing; and where it ends something nobody goes on before that is answered. */
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (widget)), self->next_button);
  if (is_asking (self) || np_consultation_view_has_problem (self, self->step + 1))
    return;
  g_autoptr (GPtrArray) todo = np_consultation_todo (self->consultation, self->step);
  if (todo->len == 0)
    {
      if (!np_page_next (self->page[self->step]))
        np_consultation_view_try_step (self, np_consultation_view_next_step (self));
      return;
    }
  NpTodo *first = g_ptr_array_index (todo, 0);
  np_page_focus_item (self->page[self->step], first->id);
  np_consultation_view_say_missing (self, first->message);
}

static void
show_progress_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_consultation_view_show_frame (NP_CONSULTATION_VIEW (widget));
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
    np_consultation_view_go_to_step (self, self->step - 1);
}

static void
go_to_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpConsultationView *self = NP_CONSULTATION_VIEW (widget);

  for (NpStep step = 0; step < NP_N_STEPS; step++)
    if (g_str_equal (np_step_words[step], g_variant_get_string (parameter, NULL)))
      np_consultation_view_go_to_step (self, step);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_consultation_view_go_to_pointer (NP_CONSULTATION_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_consultation_view_go_to_step (NP_CONSULTATION_VIEW (widget), NP_STEP_SIGNING);
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
  gtk_widget_class_install_action (widget_class, "consultation.show-progress", NULL, show_progress_action);
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
  np_consultation_view_try_step (self, step);
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
  np_consultation_view_show_frame (self);
  np_consultation_view_focus_page (self);
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
 *   saved that was being saved, which its page says, or what was typed last ends something, which is being asked about
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
  if (is_asking (self))
    return FALSE;
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
