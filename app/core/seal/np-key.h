/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <openssl/evp.h>

#include "np-seal-error.h"

G_BEGIN_DECLS

/* A key on the curve P-256: the pair of one who seals, or only the public half of one whose seal is checked. */
typedef struct _NpKey NpKey;

NpKey *np_key_new (GError **error);
/* the public half, from a JWK (RFC 7517) of exactly kty, crv, x and y */
NpKey *np_key_from_jwk (JsonObject *jwk, GError **error);
JsonObject *np_key_to_jwk (const NpKey *self);
void np_key_free (NpKey *self);

/* the RFC 7638 thumbprint, which is the key's name wherever one is named: "kid" */
const char *np_key_id (const NpKey *self);
gboolean np_key_is_id (const char *text);
/* the same thumbprint for people, on paper and screen: "3F2A 9C01 ..." */
char *np_key_fingerprint (const char *id);

/* ES256 (RFC 7518, 3.4): 64 bytes in base64url */
char *np_key_sign (const NpKey *self, const char *text, GError **error);
gboolean np_key_signed (const NpKey *self, const char *text, gsize length, GBytes *signature);

/* for the files beside this one */
NpKey *np_key_take (EVP_PKEY *pair, GError **error);
EVP_PKEY *np_key_pair (const NpKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpKey, np_key_free)

G_END_DECLS
