/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-paper.h"

G_BEGIN_DECLS

/* Prints a sheet through GTK's own print dialog: the same pages as preview and PDF. `job_name` holds no name of a patient. Never blocks;
 * `done` gets TRUE when the job was sent, FALSE with an error, FALSE without one when cancelled. */
typedef void (*NpPrintDone) (gboolean sent, const GError *error, gpointer data);
void np_print_sheet (GtkWindow *parent, const NpSheet *sheet, const char *job_name, NpPrintDone done, gpointer data);

G_END_DECLS
