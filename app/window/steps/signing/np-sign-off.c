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

static void
np_sign_off_finalize (GObject *object)
{
  g_clear_pointer (&NP_SIGN_OFF (object)->file, json_node_unref);
  G_OBJECT_CLASS (np_sign_off_parent_class)->finalize (object);
}

static void
np_sign_off_class_init (NpSignOffClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_sign_off_finalize;
}

static void
np_sign_off_init (NpSignOff *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->problem, "stop-note");
  gtk_box_append (GTK_BOX (self), self->problem);
  gtk_widget_set_visible (self->problem, FALSE);
}

/**
 * np_sign_off_new:
 *
 * Returns: (transfer floating): what saves the record, and says what went wrong
 */
GtkWidget *
np_sign_off_new (void)
{
  return g_object_new (NP_TYPE_SIGN_OFF, NULL);
}

/**
 * np_sign_off_refresh:
 * @self: it
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
}

/**
 * np_sign_off_run:
 * @self: it
 * @consultation: its consultation
 *
 * Signs off and saves; trying again after a failure writes the same record. What is saved, or on its way, is not saved twice.
 */
void
np_sign_off_run (NpSignOff *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_SIGN_OFF (self) && NP_IS_CONSULTATION (consultation));

  g_autoptr (GError) error = NULL;
  if (self->saving || np_saved_record_get_file (consultation))
    return;
  if (!self->file)
    self->file = np_record_sign_off (consultation, "needlepoint " NP_VERSION, &error);
  if (self->file)
    save (self, consultation);
  else
    show_problem (self, error->message);
}
