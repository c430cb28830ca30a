/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-key.h"

G_BEGIN_DECLS

#define NP_ENROLMENT_FORMAT "needlepoint-enrolment/1"
#define NP_RETIREMENT_FORMAT "needlepoint-retirement/1"

typedef enum { NP_HOLDER_PRACTITIONER, NP_HOLDER_DESK } NpHolder;
extern const char *const np_holder_words[];

/**
 * NpBasis:
 * @NP_BASIS_FIRST: the clinic's first key; there is one, and its fingerprint on paper is what everything rests on
 * @NP_BASIS_VOUCHED: a practitioner who was enrolled already sealed it too
 * @NP_BASIS_SELF: nobody could vouch for it, which every verification says for ever
 */
typedef enum { NP_BASIS_FIRST, NP_BASIS_VOUCHED, NP_BASIS_SELF } NpBasis;
extern const char *const np_basis_words[];

/* A statement on whose a key is: sealed by that key itself, and by the one who vouches. Published as data/schema/enrolment.schema.json. */
typedef struct
{
  NpHolder holder;
  NpBasis basis;
  char *id;              /* of the practitioner in clinic.json, or of the desk */
  char *name;
  char *role;            /* nullable: as "Dermatologist" */
  char *registration;    /* nullable */
  char *replaces;        /* nullable: id of the key that counts no more from now on */
  char *at;
  NpKey *key;
  char *vouched_by;      /* nullable: id of the key that vouches */
  char **seals;          /* the statement itself: one compact JWS, or two */
} NpEnrolment;

/* fills `seals`; everything else is given, and `key` is a pair */
gboolean np_enrolment_seal (NpEnrolment *self, const NpKey *voucher, GError **error);
NpEnrolment *np_enrolment_read (const char *const *seals, GError **error);
void np_enrolment_free (NpEnrolment *self);

/* A statement that a key counts no more: its holder left, or it may have been stolen. */
typedef struct
{
  char *kid, *at;
  char *reason;
  char *by;              /* id of the practitioner's key that says so */
  char *seal;
} NpRetirement;

gboolean np_retirement_seal (NpRetirement *self, const NpKey *by, GError **error);
NpRetirement *np_retirement_read (const char *seal, GError **error);
void np_retirement_free (NpRetirement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpEnrolment, np_enrolment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpRetirement, np_retirement_free)

G_END_DECLS
