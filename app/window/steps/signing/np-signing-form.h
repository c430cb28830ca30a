/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"
#include "np-methods.h"

G_BEGIN_DECLS

/* The ways to sign for one person: drawn, typed, in ink on the printed sheet, by witness, or not at all where that is offered. */
#define NP_TYPE_SIGNING_FORM (np_signing_form_get_type ())
G_DECLARE_FINAL_TYPE (NpSigningForm, np_signing_form, NP, SIGNING_FORM, GtkBox)
GtkWidget *np_signing_form_new (NpConsultation *consultation, NpKind kind, NpRole role);
GtkWidget *np_signing_form_get_choice (NpSigningForm *self);

G_END_DECLS
