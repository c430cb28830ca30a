/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-paper.h"

G_BEGIN_DECLS

/* Prints a sheet through GTK's own print dialog: the same pages as preview and PDF. `job_name` holds no name of a patient. Never blocks;
 * `done` gets TRUE when the job was sent, FALSE with an error, FALSE without one when cancelled. */
typedef void (*NpPrintDone) (gboolean sent, const GError *error, gpointer data);
void np_print_sheet (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *job_name, NpPrintDone done, gpointer data);

/* Asks where, then writes the sheet there as PDF off the main thread. `name` is the suggested file name, without a patient's name.
 * `done` as above; TRUE when the file is written. */
void np_print_save_pdf (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *name, NpPrintDone done, gpointer data);

G_END_DECLS
