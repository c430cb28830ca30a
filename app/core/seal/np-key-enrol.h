/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clinic.h"
#include "np-key-ring.h"
#include "np-seal-desk.h"
#include "np-secret.h"

G_BEGIN_DECLS

/* Where keys begin: a pair is made, kept, and stated to be somebody's, all in the clinic's folder. */

/* A practitioner's new key under a passphrase. `voucher` is the pair of one who is enrolled, or NULL: then it is the clinic's first key
 * where there is none, and otherwise enrols itself. `replaces` is the id of the key it takes the place of, or NULL. */
NpKey *np_key_enrol_practitioner (const char *archive, const NpPractitioner *practitioner, const NpSecret *passphrase,
                                  const NpKey *voucher, const char *replaces, const NpClock *clock, GError **error);
/* This user's desk, ready to seal for that clinic; set up at first use, when `voucher` vouches for it. */
NpSealDesk *np_key_enrol_desk (const char *archive, const char *name, const NpKey *voucher, const NpClock *clock, GError **error);

G_END_DECLS
