/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One risk in full, with the check that it was gone through. It can only be ticked once all of it was in view. */
#define NP_TYPE_RISK_ROW (np_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (NpRiskRow, np_risk_row, NP, RISK_ROW, GtkBox)
/* Signals: "acknowledged" (gboolean by_key): a person ticked it; "refused": ticked too early, it comes into view and says what to do. */
GtkWidget *np_risk_row_new (NpConsultation *consultation, const NpShownRisk *shown);
guint np_risk_row_get_risk (NpRiskRow *self);
void np_risk_row_hide_hint (NpRiskRow *self);
/* notes what of it is in view now */
void np_risk_row_look (NpRiskRow *self, NpConsultation *consultation);

G_END_DECLS
