/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One signer: the statement right above the line, name and role, and the ways to sign; or the signature once it is given. */
#define NP_TYPE_SIGNER_CARD (np_signer_card_get_type ())
G_DECLARE_FINAL_TYPE (NpSignerCard, np_signer_card, NP, SIGNER_CARD, GtkBox)
GtkWidget *np_signer_card_new (NpConsultation *consultation, NpKind kind, NpRole role);
NpRole np_signer_card_get_role (NpSignerCard *self);
void np_signer_card_refresh (NpSignerCard *self, NpConsultation *consultation);

G_END_DECLS
