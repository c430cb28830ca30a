/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-key.h"

G_BEGIN_DECLS

/* A compact JWS (RFC 7515) as Needlepoint writes it and nothing else: ES256, a JSON object as payload, and a protected header of exactly
 * alg, kid, typ and the public jwk that the kid names. `typ` keeps one kind of statement from being taken for another. */
typedef struct
{
  NpKey *key;          /* the one in the header; its presence is no reason to trust it */
  JsonNode *payload;
  char *payload_part;  /* as it was written */
  char *digest;        /* SHA-256 of the signing input, the text before the second dot, as hexadecimal digits */
} NpJws;

char *np_jws_sign (const NpKey *key, const char *typ, JsonNode *payload, GError **error);
NpJws *np_jws_open (const char *compact, const char *typ, GError **error);
void np_jws_free (NpJws *self);
/* of any JWS, whoever made it: what a chain is made of */
char *np_jws_digest (const char *compact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpJws, np_jws_free)

G_END_DECLS
