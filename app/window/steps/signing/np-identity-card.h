/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Who signs is read back once more right before signing: name and date of birth. */
#define NP_TYPE_IDENTITY_CARD (np_identity_card_get_type ())
G_DECLARE_FINAL_TYPE (NpIdentityCard, np_identity_card, NP, IDENTITY_CARD, GtkBox)
GtkWidget *np_identity_card_new (void);

G_END_DECLS
