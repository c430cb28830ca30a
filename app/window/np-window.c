/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-window.h"
#include "np-clinic-page.h"
#include "np-consultation-view.h"
#include "np-message.h"
#include "np-resumed.h"
#include "np-shortcuts-window.h"
#include "np-stack-access.h"
#include "np-start-page.h"
#include "np-unreadable.h"

#include <glib/gi18n.h>

struct _NpWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  NpStartPage *start_page;

  /* Made when first needed, so that the window stands at once; in the stack */
  NpClinicPage *clinic_page;
  NpConsultationView *view;

  /* Owned references */
  NpDesk *desk;

  gboolean wants_new; /* "new consultation" was pressed before the catalogue was there, or the clinic known */
  gboolean closing;   /* the person chose to close although the draft could not be kept */
};

G_DEFINE_FINAL_TYPE (NpWindow, np_window, ADW_TYPE_APPLICATION_WINDOW)

static void
toast (NpWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self))),
                               adw_toast_new (escaped));
}

static void
show_start (NpWindow *self)
{
  np_start_page_show (self->start_page, self->desk);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->start_page));
  np_start_page_focus (self->start_page);
}

static void clinic_done_cb (NpWindow *self);

static NpClinicPage *
clinic_page_of (NpWindow *self)
{
  if (self->clinic_page)
    return self->clinic_page;
  self->clinic_page = g_object_new (NP_TYPE_CLINIC_PAGE, NULL);
  g_signal_connect_object (self->clinic_page, "done", G_CALLBACK (clinic_done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->clinic_page));
  return self->clinic_page;
}

static NpConsultationView *
view_of (NpWindow *self)
{
  if (self->view)
    return self->view;
  self->view = g_object_new (NP_TYPE_CONSULTATION_VIEW, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
  return self->view;
}

static void
show_clinic (NpWindow *self)
{
  np_clinic_page_show (clinic_page_of (self), self->desk);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->clinic_page));
  np_clinic_page_focus (self->clinic_page);
}

static void
show_consultation (NpWindow *self, NpConsultation *consultation, NpStep step)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (view_of (self)));
  np_consultation_view_open (self->view, consultation, self->desk, step);
}

static gboolean
close_consultation (NpWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->view || np_consultation_view_close (self->view, &error))
    return TRUE;
  if (error)
    toast (self, error->message);
  return FALSE;
}

static void
start_new (NpWindow *self)
{
  g_autoptr (NpConsultation) consultation = NULL;

  self->wants_new = FALSE;
  if (!close_consultation (self))
    return;
  consultation = np_consultation_new (np_desk_get_catalog (self->desk), np_desk_get_clock (self->desk), "en");
  show_consultation (self, consultation, NP_STEP_PEOPLE);
}

/* The clinic is asked for once, before the first consultation. */
static void
new_consultation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpWindow *self = NP_WINDOW (widget);

  self->wants_new = TRUE;
  if (!np_desk_get_catalog (self->desk))
    return;
  if (np_clinic_is_complete (np_desk_get_clinic (self->desk)) || np_desk_get_clinic_problem (self->desk))
    start_new (self);
  else
    show_clinic (self);
}

static void
say_unreadable (NpWindow *self, const GError *error)
{
  g_autofree char *body = np_unreadable_words (error);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The Draft Cannot Be Opened"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("button", "Close"));
  np_message_present (dialog);
}

static void
resume (NpWindow *self, const char *path, gboolean to_end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) consultation = NULL;

  if (!np_desk_get_catalog (self->desk) || !close_consultation (self))
    return;
  consultation = np_consultation_open_file (np_desk_get_catalog (self->desk), np_desk_get_clock (self->desk), path, TRUE,
                                            &error);
  if (!consultation)
    {
      say_unreadable (self, error);
      return;
    }
  /* Taken now: the next edit has consequences of its own. */
  g_auto (GStrv) voided = np_consultation_get_voided (consultation);
  show_consultation (self, consultation, to_end ? NP_STEP_SIGNING : np_consultation_view_first_open_step (consultation));
  np_resumed_say (GTK_WINDOW (self), voided);
}

static void
resume_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  resume (NP_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
end_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  resume (NP_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
open_clinic (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (np_desk_is_loaded (NP_WINDOW (widget)->desk))
    show_clinic (NP_WINDOW (widget));
}

static void
open_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpWindow *self = NP_WINDOW (widget);

  if (close_consultation (self))
    show_start (self);
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (np_shortcuts_window_new (GTK_WINDOW (widget))));
}

/* Back from the clinic's details: to the consultation that was open, or that was asked for, else to the start. */
static void
clinic_done_cb (NpWindow *self)
{
  if (self->view && np_consultation_view_is_open (self->view))
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
      np_consultation_view_refresh (self->view);
    }
  else if (self->wants_new && np_clinic_is_complete (np_desk_get_clinic (self->desk)))
    start_new (self);
  else
    show_start (self);
  self->wants_new = FALSE;
}

static void
desk_loaded_cb (NpWindow *self)
{
  np_start_page_show (self->start_page, self->desk);
  if (self->wants_new)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-consultation", NULL);
}

static void
close_anyway_cb (NpWindow *self, const char *response)
{
  if (!g_str_equal (response, "close"))
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_close (NpWindow *self, const char *why)
{
  /* Translators: %s is why the draft could not be saved */
  g_autofree char *body = g_strdup_printf (_ ("%s\n\nWhat changed since the last save is lost when the window closes."), why);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The Draft Could Not Be Kept"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", C_ ("button", "Stay"), "close",
                                    C_ ("button", "Close Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), self, G_CONNECT_SWAPPED);
  np_message_present (dialog);
}

static gboolean
np_window_close_request (GtkWindow *window)
{
  NpWindow *self = NP_WINDOW (window);
  g_autoptr (GError) error = NULL;

  if (!self->closing && self->view && !np_consultation_view_close (self->view, &error))
    {
      if (error)
        ask_to_close (self, error->message);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (np_window_parent_class)->close_request (window);
}

static void
np_window_dispose (GObject *object)
{
  g_clear_object (&NP_WINDOW (object)->desk);
  G_OBJECT_CLASS (np_window_parent_class)->dispose (object);
}

static void
np_window_class_init (NpWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (NP_TYPE_START_PAGE);
  G_OBJECT_CLASS (class)->dispose = np_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = np_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/needlepoint/Needlepoint/np-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, start_page);
  gtk_widget_class_install_action (widget_class, "win.new-consultation", NULL, new_consultation);
  gtk_widget_class_install_action (widget_class, "win.resume", "s", resume_draft);
  gtk_widget_class_install_action (widget_class, "win.end-draft", "s", end_draft);
  gtk_widget_class_install_action (widget_class, "win.clinic", NULL, open_clinic);
  gtk_widget_class_install_action (widget_class, "win.start", NULL, open_start);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, show_shortcuts);
}

static void
np_window_init (NpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  np_stack_hide_others (self->stack);
}

/**
 * np_window_new:
 * @application: the program
 * @desk: what the desk works with; it may still be loading
 *
 * Returns: (transfer floating): the window, showing the start page
 */
GtkWidget *
np_window_new (GtkApplication *application, NpDesk *desk)
{
  NpWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application) && NP_IS_DESK (desk), NULL);
  self = g_object_new (NP_TYPE_WINDOW, "application", application, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "loaded", G_CALLBACK (desk_loaded_cb), self, G_CONNECT_SWAPPED);
  np_start_page_show (self->start_page, desk);
  np_start_page_focus (self->start_page);
  return GTK_WIDGET (self);
}
