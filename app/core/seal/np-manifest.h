/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "np-head.h"
#include "np-seal-error.h"

G_BEGIN_DECLS

#define NP_MANIFEST_FORMAT "needlepoint-seal/1"
/* the `typ` of its JWS */
#define NP_MANIFEST_TYP "needlepoint-seal"

/* In the order in which they stand in a file: one practitioner, any number of countersigners, and last the desk. */
typedef enum { NP_SEALER_PRACTITIONER, NP_SEALER_COUNTERSIGNER, NP_SEALER_DESK } NpSealer;
extern const char *const np_sealer_words[];

/* What one seal of a record states (design 5); published as data/schema/seal.schema.json. */
typedef struct
{
  NpSealer sealer;
  char *record;      /* id */
  char *digest;      /* SHA-256 of the canonical form of `record`, as hexadecimal digits */
  char *name;        /* who seals, in print */
  char *meaning;     /* what is attested */
  char *at;
  /* a desk's only */
  gint64 sequence;   /* from 1, without gaps */
  char *previous;    /* digest of the signing input of its seal before; NULL for the first */
  char **others;     /* digests of the signing inputs of the seals before it in this file, so that none can be dropped */
  GPtrArray *heads;  /* NpHead: other desks, as last seen */
} NpManifest;

NpManifest *np_manifest_new (NpSealer sealer);
void np_manifest_free (NpManifest *self);
JsonNode *np_manifest_to_json (const NpManifest *self);
NpManifest *np_manifest_from_json (JsonNode *node, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpManifest, np_manifest_free)

G_END_DECLS
