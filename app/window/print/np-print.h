/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"
#include "np-paper.h"

G_BEGIN_DECLS

/* What the sheet of a consultation is called in a printer's queue and in a folder: day and id, never a name of a patient (design 4). */
char *np_print_name (NpConsultation *consultation);

/* Neither ever blocks. What went wrong, and what to do about it, is said in a dialog; `done` hears TRUE when the job was sent or the file
 * is written, FALSE when it failed or was cancelled. */
typedef void (*NpPrintDone) (gboolean done, gpointer data);

/* Prints a sheet through GTK's own print dialog: the same pages as preview and PDF. */
void np_print_sheet (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *name, NpPrintDone done, gpointer data);

/* Asks where, then writes the sheet there as PDF off the main thread. */
void np_print_save_pdf (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *name, NpPrintDone done, gpointer data);

G_END_DECLS
