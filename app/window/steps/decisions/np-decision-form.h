/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* Records a decision on one finding: where someone outside has to answer, first what they said; then go ahead, wait or do not treat, with
 * name, role and reason. Nothing is in the document before it is recorded. */
#define NP_TYPE_DECISION_FORM (np_decision_form_get_type ())
G_DECLARE_FINAL_TYPE (NpDecisionForm, np_decision_form, NP, DECISION_FORM, GtkBox)
GtkWidget *np_decision_form_new (NpConsultation *consultation, guint finding);
/* Offers what may be decided now; name and role come from the practitioner as long as they are empty. */
void np_decision_form_refresh (NpDecisionForm *self);
/* Empties what belongs to the decision that was recorded. */
void np_decision_form_clear (NpDecisionForm *self);

G_END_DECLS
