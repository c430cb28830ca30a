/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* What the catalogue says to this patient, as sections to read: nothing here is edited. */

/* for each condition of the plan: how it works, sessions, when, how much it helps and how sure that is */
void np_treatment_texts_add_conditions (GtkBox *column, NpConsultation *consultation);
/* no treatment first, then the other options of each condition */
void np_treatment_texts_add_options (GtkBox *column, NpConsultation *consultation);
void np_treatment_texts_add_aftercare (GtkBox *column, NpConsultation *consultation);
void np_treatment_texts_add_red_flags (GtkBox *column, NpConsultation *consultation);

G_END_DECLS
