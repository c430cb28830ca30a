/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One risk in full, with the check that it was gone through. It can only be ticked once all of it was in view. */
#define NP_TYPE_RISK_ROW (np_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (NpRiskRow, np_risk_row, NP, RISK_ROW, GtkBox)
/* Signal "acknowledged": a person ticked it; its argument says whether with a key. */
GtkWidget *np_risk_row_new (NpConsultation *consultation, const NpShownRisk *shown);
guint np_risk_row_get_risk (NpRiskRow *self);
void np_risk_row_refresh (NpRiskRow *self, NpConsultation *consultation);
/* Looks whether it is in view now; TRUE when with that it was seen whole for the first time. */
gboolean np_risk_row_look (NpRiskRow *self);

G_END_DECLS
