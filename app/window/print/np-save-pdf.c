/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-print.h"
#include "np-print-private.h"
#include "np-save.h"

#include <glib/gi18n.h>

/* One PDF on its way to disk. */
typedef struct
{
  /* Owned */
  NpSheet *sheet;
  GtkFileChooserNative *chooser;
  char *path;
  GtkWindow *parent; /* nullable */

  NpPrintDone done;
  gpointer data;
} Saving;

static void
saving_free (Saving *self)
{
  np_sheet_free (self->sheet);
  g_clear_object (&self->chooser);
  g_free (self->path);
  g_clear_object (&self->parent);
  g_free (self);
}

static void
finish (Saving *self, gboolean written, const GError *error)
{
  if (error)
    np_print_say_failed (self->parent, _ ("The PDF Was Not Saved"), error);
  if (self->done)
    self->done (written ? NP_PRINT_WRITTEN : NP_PRINT_GIVEN_UP, self->data);
  saving_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *self = task_data;
  g_autoptr (NpPaper) paper = np_paper_new (self->sheet, np_page_size_find (NULL));
  GError *error = NULL;

  if (np_paper_write_pdf (paper, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A copy may lie anywhere, unlike the record. */
static void
offer_another_folder (GError *error)
{
  g_autofree char *refused = error->message;

  /* Translators: %s is why a file may not be written there, and who can help, as sentences */
  error->message = g_strdup_printf (_ ("%s You can choose another folder, too."), refused);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_DENIED))
    offer_another_folder (error);
  finish (data, written, error);
}

static void
write_pdf (Saving *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, self);

  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

static void
refuse_remote (Saving *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                                  _ ("The file can only be written to a folder of this computer or a "
                                                     "mounted drive. Choose another folder."));

  finish (self, FALSE, error);
}

static void
response_cb (Saving *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      finish (self, FALSE, NULL);
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  self->path = file ? g_file_get_path (file) : NULL;
  if (self->path)
    write_pdf (self);
  else
    refuse_remote (self);
}

/* What is printed for one patient is nothing for the list of recent files that everyone at the desk sees. */
static void
keep_out_of_recent_files (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
}

const char *
np_print_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return documents ? documents : g_get_home_dir ();
}

/* Without it the dialog opens wherever the program was started from. */
static void
open_at_documents (GtkFileChooser *chooser)
{
  g_autoptr (GFile) folder = g_file_new_for_path (np_print_folder ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static GtkFileChooserNative *
chooser_new (GtkWindow *parent, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save Sheet as PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               C_ ("button", "Save"), C_ ("button", "Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);

  /* Translators: which files are listed in the file dialog */
  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  open_at_documents (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/**
 * np_print_save_pdf:
 * @parent: (nullable): the window that the dialog belongs to
 * @sheet: (transfer full): what to save
 * @name: the suggested file name, from np_print_name ()
 * @done: (nullable) (scope async): called once, when the file is written, could not be written, or the dialog was cancelled
 * @data: for @done
 *
 * Asks where to save the sheet as PDF, and saves it. The dialog asks before it replaces a file.
 */
void
np_print_save_pdf (GtkWindow *parent, NpSheet *sheet, const char *name, NpPrintDone done, gpointer data)
{
  g_return_if_fail (sheet && name);

  Saving *self = g_new0 (Saving, 1);

  keep_out_of_recent_files ();
  *self = (Saving){ .sheet = sheet, .parent = parent ? g_object_ref (parent) : NULL, .done = done, .data = data };
  self->chooser = chooser_new (parent, name);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
