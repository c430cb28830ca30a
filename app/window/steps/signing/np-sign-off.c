/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sign-off.h"
#include "np-clinic.h"
#include "np-config.h"
#include "np-page.h"
#include "np-record.h"
#include "np-reveal.h"
#include "np-saved-record.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpSignOff
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *button;
  GtkWidget *problem;

  /* Owned */
  JsonNode *file; /* the record as first tried: trying again writes the same bytes; nullable */

  gboolean saving;
};

G_DEFINE_FINAL_TYPE (NpSignOff, np_sign_off, GTK_TYPE_BOX)

/* What the thread works on; nothing in it is shared with the window. */
typedef struct
{
  NpConsultation *consultation; /* owned; not touched by the thread */
  JsonNode *file;
  char *archive;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->consultation);
  json_node_unref (self->file);
  g_free (self->archive);
  g_free (self);
}

static void
show_problem (NpSignOff *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->problem), message ? message : "");
  gtk_widget_set_visible (self->problem, message != NULL);
  if (message)
    np_reveal (GTK_WIDGET (self));
}

static void
set_saving (NpSignOff *self, NpConsultation *consultation, gboolean saving)
{
  self->saving = saving;
  np_saved_record_set_saving (consultation, saving);
  gtk_widget_set_sensitive (self->button, !saving);
}

static void
show_saved (NpSignOff *self, NpConsultation *consultation)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "consultation.forget-draft", NULL);
  np_consultation_log (consultation, "saved", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "consultation.go-to-step", "s", np_step_words[NP_STEP_SAVED]);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  NpSignOff *self = NP_SIGN_OFF (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  set_saving (self, saving->consultation, FALSE);
  if (!path)
    {
      /* Translators: %s is what happened and what to do, as "The disk is full. Free some space and save again." */
      g_autofree char *message = g_strdup_printf (_ ("The record could not be written. Everything you entered is kept.\n%s"),
                                                  error->message);
      show_problem (self, message);
      return;
    }
  np_saved_record_set (saving->consultation, saving->file, path);
  g_clear_pointer (&self->file, json_node_unref);
  show_saved (self, saving->consultation);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  char *path = np_record_save (saving->file, saving->archive, &error);

  if (path)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
save (NpSignOff *self, NpConsultation *consultation)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_object_ref (consultation), np_document_copy (self->file), np_clinic_default_archive () };
  g_task_set_task_data (task, saving, saving_free);
  show_problem (self, NULL);
  set_saving (self, consultation, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}

/* Pressed too early, it leads to the first thing that is missing. */
static void
go_to_open_item (NpSignOff *self, NpConsultation *consultation, const char *reasons)
{
  NpKind kind = NP_KIND_CONSENT;
  NpStep step;

  np_consultation_get_ending (consultation, &kind);
  show_problem (self, reasons);
  for (step = kind == NP_KIND_CONSENT ? NP_STEP_PEOPLE : NP_STEP_SIGNING; step <= NP_STEP_SIGNING; step++)
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (consultation, step);
      const NpTodo *first = todo->len > 0 ? g_ptr_array_index (todo, 0) : NULL;
      NpPage *page = np_page_of (GTK_WIDGET (self));

      if (!first)
        continue;
      np_page_toast (GTK_WIDGET (self), first->message);
      if (np_page_get_step (page) != step || !np_page_focus_item (page, first->id))
        gtk_widget_activate_action (GTK_WIDGET (self), "consultation.go-to", "s", first->id);
      return;
    }
}

static void
clicked_cb (NpSignOff *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));
  NpConsultation *consultation = page ? np_page_get_consultation (page) : NULL;
  g_autoptr (GError) error = NULL;

  if (!consultation || self->saving || np_saved_record_get_file (consultation))
    return;
  if (!self->file)
    self->file = np_record_sign_off (consultation, "needlepoint " NP_VERSION, &error);
  if (self->file)
    save (self, consultation);
  else
    go_to_open_item (self, consultation, error->message);
}

static void
np_sign_off_finalize (GObject *object)
{
  g_clear_pointer (&NP_SIGN_OFF (object)->file, json_node_unref);
  G_OBJECT_CLASS (np_sign_off_parent_class)->finalize (object);
}

static gboolean
np_sign_off_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_SIGN_OFF (widget)->button);
}

static void
np_sign_off_class_init (NpSignOffClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_sign_off_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_sign_off_grab_focus;
}

static void
np_sign_off_init (NpSignOff *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->problem, "stop-note");
  self->button = np_button_new (_ ("Sign Off and Save"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->problem);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_widget_set_visible (self->problem, FALSE);
}

/**
 * np_sign_off_new:
 *
 * Returns: (transfer floating): the button, with room for what went wrong above it
 */
GtkWidget *
np_sign_off_new (void)
{
  return g_object_new (NP_TYPE_SIGN_OFF, NULL);
}

/**
 * np_sign_off_refresh:
 * @self: the button
 * @consultation: its consultation
 *
 * The document changed: a record made before is of the past, and so is what was wrong with it.
 */
void
np_sign_off_refresh (NpSignOff *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_SIGN_OFF (self) && NP_IS_CONSULTATION (consultation));

  if (self->saving)
    return;
  g_clear_pointer (&self->file, json_node_unref);
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->button, !np_saved_record_get_file (consultation));
}
