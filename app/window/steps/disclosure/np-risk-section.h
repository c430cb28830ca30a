/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The risks of this person: their own first with the reason, then the serious ones, then the rest; with a running count. */
#define NP_TYPE_RISK_SECTION (np_risk_section_get_type ())
G_DECLARE_FINAL_TYPE (NpRiskSection, np_risk_section, NP, RISK_SECTION, GtkBox)
GtkWidget *np_risk_section_new (void);
gboolean np_risk_section_refresh (NpRiskSection *self, NpConsultation *consultation); /* TRUE: the rows are new */
GtkWidget *np_risk_section_get_list (NpRiskSection *self);
void np_risk_section_count (NpRiskSection *self, NpConsultation *consultation, guint *done, guint *all);
/* Notes what came into view; the page calls it when it was scrolled. */
void np_risk_section_look (NpRiskSection *self, NpConsultation *consultation);

G_END_DECLS
