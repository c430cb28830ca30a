/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* "Sign off and save": writes the record off the main thread, and says why when that did not work. Everything stays as it was then. */
#define NP_TYPE_SIGN_OFF (np_sign_off_get_type ())
G_DECLARE_FINAL_TYPE (NpSignOff, np_sign_off, NP, SIGN_OFF, GtkBox)
GtkWidget *np_sign_off_new (void);
void np_sign_off_refresh (NpSignOff *self, NpConsultation *consultation);
void np_sign_off_run (NpSignOff *self, NpConsultation *consultation);

G_END_DECLS
