/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"
#include "np-paper.h"

G_BEGIN_DECLS

/* What the sheet of a consultation is called in a printer's queue and in a folder: day and id, never a name of a patient (design 4). */
char *np_print_name (NpConsultation *consultation);

/* What became of a sheet. GTK's print dialog can write a file as well, which no printer ever sees. */
typedef enum
{
  NP_PRINT_GIVEN_UP, /* failed, cancelled, or only looked at */
  NP_PRINT_SENT,     /* to a printer */
  NP_PRINT_WRITTEN,  /* into a file */
} NpPrintResult;

/* Neither ever blocks. What went wrong, and what to do about it, is said in a dialog. */
typedef void (*NpPrintDone) (NpPrintResult result, gpointer data);

/* Prints a sheet through GTK's own print dialog: the same pages as preview and PDF. */
void np_print_sheet (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *name, NpPrintDone done, gpointer data);

/* Asks where, then writes the sheet there as PDF off the main thread. */
void np_print_save_pdf (GtkWindow *parent, NpSheet *sheet /* (transfer full) */, const char *name, NpPrintDone done, gpointer data);

G_END_DECLS
