/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-key-ring.h"
#include "np-manifest.h"

G_BEGIN_DECLS

/* What was found of one seal of a record. */
typedef struct
{
  char *kid;               /* nullable: the seal cannot be read */
  NpManifest *manifest;    /* nullable: likewise; what it states, which counts only when it is valid */
  char *digest;            /* of its signing input */
  char *fault;             /* nullable: valid; else why it is not */
  /* what the clinic's keys say of the key, where they were given and have it */
  gboolean known;
  NpTrust trust;
  NpKeyStatus status;
  char *holder;
} NpSealCheck;

/**
 * NpProof:
 * @NP_PROOF_UNREADABLE: this is no record, or not one this program can read
 * @NP_PROOF_NOT_SEALED: a record without seals: nothing is proved
 * @NP_PROOF_CHANGED: it has seals and they do not all hold
 * @NP_PROOF_UNCHANGED: every seal that it must have holds: unchanged since sealed with these keys
 */
typedef enum { NP_PROOF_UNREADABLE, NP_PROOF_NOT_SEALED, NP_PROOF_CHANGED, NP_PROOF_UNCHANGED } NpProof;
extern const char *const np_proof_words[];

/* What verifying one record found: for a script, a page and a log alike. */
typedef struct
{
  char *name;              /* of the file */
  char *record;            /* nullable: its id */
  char *digest;            /* nullable: SHA-256 of the canonical form of `record`, as found */
  char *made_at;           /* nullable */
  NpProof proof;
  gboolean keys_given;
  GError *unreadable;      /* nullable: why it could not be read */
  GPtrArray *seals;        /* NpSealCheck, in the file's order */
  GPtrArray *faults;       /* char *: each alone makes the answer no */
  GPtrArray *doubts;       /* char *: to be looked at, but nothing that is not allowed */
  GPtrArray *unproved;     /* char *: what no seal here proves */
} NpVerification;

/* `ring` is the clinic's keys, or NULL */
NpVerification *np_verification_of_file (const char *path, const NpKeyRing *ring);
NpVerification *np_verification_of_node (JsonNode *file, const char *name, const NpKeyRing *ring);
void np_verification_free (NpVerification *self);
/* whether everything that was asked for holds */
gboolean np_verification_is_good (const NpVerification *self);

/* ---- in words ---- */
/* "unchanged since sealed with key 3F2A ... by practitioner ..., ..." */
char *np_verification_sentence (const NpVerification *self);
/* whose seal one is, and what is known of that */
char *np_verification_describe (const NpSealCheck *seal);
JsonNode *np_verification_to_json (const NpVerification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpVerification, np_verification_free)

G_END_DECLS
