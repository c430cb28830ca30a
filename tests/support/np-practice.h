/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clock.h"
#include "np-seal-desk.h"
#include "np-key-ring.h"

G_BEGIN_DECLS

#define NP_PRACTICE_NOW "2026-03-10T09:42:00+01:00"
#define NP_PRACTICE_NAME "Sample Practitioner"
#define NP_PRACTICE_SECOND "Second Sample Practitioner"

/* A made-up clinic in a folder of its own: one practitioner whose key is the first, one desk that she vouched for. Whatever fails ends the
 * test. */
typedef struct
{
  char *folder, *archive;
  NpClock *clock;
  NpKey *key;        /* the practitioner's pair */
  NpSealDesk *desk;
} NpPractice;

NpPractice *np_practice_new (void);
void np_practice_free (NpPractice *self);

/* another one's key, enrolled on this basis; `voucher` where it is vouched for */
NpKey *np_practice_enrol (NpPractice *self, const char *name, NpHolder holder, NpBasis basis, const NpKey *voucher, const char *replaces);
void np_practice_enrol_key (NpPractice *self, const NpKey *key, const char *name, NpHolder holder, NpBasis basis, const NpKey *voucher,
                            const char *replaces);
NpSealDesk *np_practice_add_desk (NpPractice *self, const char *name);
NpKeyRing *np_practice_ring (NpPractice *self);

/* a record without seals, made now; `number` makes its id */
JsonNode *np_practice_record (NpPractice *self, guint number);
/* sealed by the practitioner and by a desk, and saved: its path. The clock goes a minute on. */
char *np_practice_save (NpPractice *self, NpSealDesk *desk, guint number);
JsonNode *np_practice_read (const char *path);
void np_practice_erase (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpPractice, np_practice_free)

G_END_DECLS
