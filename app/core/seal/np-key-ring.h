/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-enrolment.h"

G_BEGIN_DECLS

/**
 * NpTrust:
 * @NP_TRUST_NAMED: the key set names the holder, and nothing vouches for that but the set itself
 * @NP_TRUST_ENROLLED: a line of enrolments leads to the clinic's first key
 * @NP_TRUST_SELF: it enrolled itself
 */
typedef enum { NP_TRUST_NAMED, NP_TRUST_ENROLLED, NP_TRUST_SELF } NpTrust;
typedef enum { NP_KEY_CURRENT, NP_KEY_REPLACED, NP_KEY_RETIRED } NpKeyStatus;
extern const char *const np_key_status_words[];

/* One public key and whose it is. */
typedef struct
{
  NpKey *key;
  NpHolder holder;
  char *name;
  NpEnrolment *enrolment;     /* nullable */
  NpRetirement *retirement;   /* nullable */
  /* what follows from all of the ring: np_key_ring_settle() */
  NpTrust trust;
  NpKeyStatus status;
  const char *ended_at;       /* nullable */
} NpRingKey;

/* The public keys of a clinic. None is ever taken out: old records are verified with old keys. */
typedef struct
{
  GPtrArray *keys;   /* NpRingKey */
} NpKeyRing;

NpKeyRing *np_key_ring_new (void);
void np_key_ring_free (NpKeyRing *self);
const NpRingKey *np_key_ring_find (const NpKeyRing *self, const char *kid);
/* the key that the holder with this id seals with now */
const NpRingKey *np_key_ring_current (const NpKeyRing *self, const char *id);
/* the clinic's first key, on which the others rest */
const NpRingKey *np_key_ring_first (const NpKeyRing *self);

/* adding; what is added is taken, whatever comes of it */
gboolean np_key_ring_add_enrolment (NpKeyRing *self, NpEnrolment *enrolment, GError **error);
gboolean np_key_ring_add_named (NpKeyRing *self, NpKey *key, NpHolder holder, const char *name, GError **error);
gboolean np_key_ring_add_retirement (NpKeyRing *self, NpRetirement *retirement, GError **error);
void np_key_ring_settle (NpKeyRing *self);

/* ---- in the clinic's folder: ARCHIVE/keys ---- */
NpKeyRing *np_key_ring_load (const char *archive, GError **error);
gboolean np_key_ring_save_enrolment (const char *archive, const NpEnrolment *enrolment, GError **error);
gboolean np_key_ring_save_retirement (const char *archive, const NpRetirement *retirement, GError **error);
/* where a practitioner's encrypted key lies */
char *np_key_ring_secret_path (const char *archive, const char *kid);

/* ---- as a JWK set (RFC 7517), to hand out: data/schema/key-set.schema.json ---- */
JsonNode *np_key_ring_to_set (const NpKeyRing *self);
NpKeyRing *np_key_ring_from_set (JsonNode *set, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpKeyRing, np_key_ring_free)

G_END_DECLS
