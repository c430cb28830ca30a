/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-desk.h"

G_BEGIN_DECLS

/* The one window: start page, clinic's details, or a consultation. Its title never holds a name. */
#define NP_TYPE_WINDOW (np_window_get_type ())
G_DECLARE_FINAL_TYPE (NpWindow, np_window, NP, WINDOW, AdwApplicationWindow)
GtkWidget *np_window_new (GtkApplication *application, NpDesk *desk);

/* Actions: win.new-consultation, win.resume (s) a draft's path, win.end-draft (s) a draft's path: resumed where it is ended,
 * win.clinic, win.start */

G_END_DECLS
