/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One finding: what it means, where it comes from, what to do, what lifts it, its source, and where one is possible the decision. */
#define NP_TYPE_FINDING_CARD (np_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (NpFindingCard, np_finding_card, NP, FINDING_CARD, GtkBox)
GtkWidget *np_finding_card_new (NpConsultation *consultation, guint finding);
guint np_finding_card_get_finding (NpFindingCard *self);
/* Shows the finding as it is now; what is typed in the form stays. Cheap when nothing changed. */
void np_finding_card_refresh (NpFindingCard *self, const NpFired *fired);

G_END_DECLS
