/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-print.h"
#include "np-print-private.h"
#include "np-sheet-window.h"

#include <glib/gi18n.h>

#define POINTS_PER_INCH 72

/* One print job, for as long as its dialog and its job live. */
typedef struct
{
  /* Owned */
  NpSheet *sheet;
  NpPaper *paper;    /* made when the paper's size is known */
  GtkWindow *parent; /* nullable */

  NpPrintDone done;
  gpointer data;
  gboolean only_looked; /* the dialog's Preview was pressed, which prints nothing */
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->paper, np_paper_free);
  np_sheet_free (self->sheet);
  g_clear_object (&self->parent);
  g_free (self);
}

static gboolean
is_letter (GtkPageSetup *setup)
{
  return g_str_equal (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), GTK_PAPER_NAME_LETTER);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  gboolean letter = is_letter (gtk_print_context_get_page_setup (context));

  g_clear_pointer (&job->paper, np_paper_free);
  job->paper = np_paper_new (job->sheet, letter ? &np_page_letter : &np_page_a4);
  gtk_print_operation_set_n_pages (operation, (int) np_paper_pages (job->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  np_paper_draw (job->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* GTK would write the pages into a file for everyone's folder and open it in another program: they are looked at here, and stay here
 * (design 4). The context has to be given a place to draw on, which nobody sees. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, Job *job)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nowhere);

  gtk_print_context_set_cairo_context (context, cr, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  job->only_looked = TRUE;
  np_sheet_window_open (job->parent, job->sheet);
  g_signal_connect (preview, "ready", G_CALLBACK (gtk_print_operation_preview_end_preview), NULL);
  return TRUE;
}

/* Only “Print to File” of the dialog notes a place to write to. */
static NpPrintResult
result_of (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return settings && gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) ? NP_PRINT_WRITTEN : NP_PRINT_SENT;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error)
    np_print_say_failed (job->parent, _ ("The Sheet Was Not Printed"), error);
  gboolean printed = result == GTK_PRINT_OPERATION_RESULT_APPLY && !job->only_looked;
  if (job->done)
    job->done (printed ? result_of (operation) : NP_PRINT_GIVEN_UP, job->data);
  job_free (job);
  g_object_unref (operation);
}

/* The sheet has its own margins: it is laid out over the whole page. */
static GtkPageSetup *
page_setup_new (void)
{
  gboolean letter = np_page_size_find (NULL) == &np_page_letter;
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (letter ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  return setup;
}

static GtkPrintOperation *
operation_new (const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  /* For “Print to File”, which would take the folder that the program was started from. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, np_print_folder ());
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

/**
 * np_print_sheet:
 * @parent: (nullable): the window that the dialog belongs to
 * @sheet: (transfer full): what to print
 * @name: its name in the printer's queue, from np_print_name (): others see it
 * @done: (nullable) (scope async): called once, when the job was sent or written into a file, failed or was cancelled, or only
 *   looked at
 * @data: for @done
 *
 * Opens GTK's print dialog and prints.
 */
void
np_print_sheet (GtkWindow *parent, NpSheet *sheet, const char *name, NpPrintDone done, gpointer data)
{
  g_return_if_fail (sheet && name);

  GtkPrintOperation *operation = operation_new (name);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ .sheet = sheet, .parent = parent ? g_object_ref (parent) : NULL, .done = done, .data = data };
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  /* An error is told through "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
