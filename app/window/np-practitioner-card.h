/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-clinic.h"

G_BEGIN_DECLS

/* One practitioner of the clinic being edited: name, role, registration number. Taking a practitioner off the list can be undone on the card;
 * a card that was only begun emits "removed". */
#define NP_TYPE_PRACTITIONER_CARD (np_practitioner_card_get_type ())
G_DECLARE_FINAL_TYPE (NpPractitionerCard, np_practitioner_card, NP, PRACTITIONER_CARD, GtkBox)
/* `practitioner` NULL = a new one */
GtkWidget *np_practitioner_card_new (const NpPractitioner *practitioner);
gboolean np_practitioner_card_is_empty (NpPractitionerCard *self);
gboolean np_practitioner_card_is_leaving (NpPractitionerCard *self);
/* says what is missing and focuses it; TRUE when nothing is */
gboolean np_practitioner_card_check (NpPractitionerCard *self);
/* writes what was typed into the clinic: the practitioner it was made for, or a new one */
void np_practitioner_card_apply (NpPractitionerCard *self, NpClinic *clinic, const NpClock *clock);

G_END_DECLS
