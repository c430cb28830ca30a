/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and what is done with them. Everything that is cryptography is libcrypto's; here stands how its forms become JOSE's. */
#include "np-key.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>
#include <string.h>

#include "np-base64url.h"
#include "np-json-write.h"
#include "np-secret.h"

#define CURVE "P-256"
#define COORDINATE 32
#define POINT (1 + 2 * COORDINATE)
#define UNCOMPRESSED 0x04
#define ID_LENGTH 43

struct _NpKey
{
  EVP_PKEY *pair;
  char *id;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY_CTX, EVP_PKEY_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ECDSA_SIG, ECDSA_SIG_free)

/* ---- the name of a key ---- */

static char *
thumbprint (JsonObject *jwk)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), jwk);
  g_autofree char *canonical = np_json_write_canonical (node);
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;

  EVP_Digest (canonical, strlen (canonical), digest, &length, EVP_sha256 (), NULL);
  return np_base64url_encode (digest, length);
}

/**
 * np_key_is_id:
 * @text: a text
 *
 * Returns: whether it could be a key's id: 32 bytes in base64url
 */
gboolean
np_key_is_id (const char *text)
{
  g_autoptr (GBytes) bytes = strlen (text) == ID_LENGTH ? np_base64url_decode (text) : NULL;

  return bytes != NULL;
}

/**
 * np_key_fingerprint:
 * @id: a key's id
 *
 * Returns: (transfer full): the same for people to read out and compare: sixteen groups of four hexadecimal digits
 */
char *
np_key_fingerprint (const char *id)
{
  g_autoptr (GBytes) bytes = np_base64url_decode (id);
  GString *text = g_string_new (NULL);
  const guint8 *digits;
  gsize length = 0;

  g_return_val_if_fail (bytes != NULL, g_string_free (text, FALSE));

  digits = g_bytes_get_data (bytes, &length);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%s%02X", i > 0 && i % 2 == 0 ? " " : "", digits[i]);
  return g_string_free (text, FALSE);
}

/**
 * np_key_id:
 * @self: a key
 *
 * Returns: (transfer none): its RFC 7638 thumbprint
 */
const char *
np_key_id (const NpKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

/* ---- making and reading ---- */

static gboolean
is_p256 (EVP_PKEY *pair)
{
  char group[32] = "";

  return EVP_PKEY_is_a (pair, "EC") && EVP_PKEY_get_group_name (pair, group, sizeof group, NULL) == 1
         && (g_str_equal (group, CURVE) || g_str_equal (group, "prime256v1"));
}

/* Takes the pair, whatever comes of it. */
NpKey *
np_key_take (EVP_PKEY *pair, GError **error)
{
  NpKey *self;
  g_autoptr (JsonObject) jwk = NULL;

  if (pair == NULL)
    return np_seal_error_library (error);
  if (!is_p256 (pair))
    {
      EVP_PKEY_free (pair);
      g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, _("The key is not one on the curve P-256."));
      return NULL;
    }
  self = g_new0 (NpKey, 1);
  self->pair = pair;
  jwk = np_key_to_jwk (self);
  self->id = thumbprint (jwk);
  return self;
}

EVP_PKEY *
np_key_pair (const NpKey *self)
{
  return self->pair;
}

/**
 * np_key_new:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a new pair; free with np_key_free()
 */
NpKey *
np_key_new (GError **error)
{
  np_secret_begin ();
  return np_key_take (EVP_EC_gen (CURVE), error);
}

static gboolean
take_coordinate (JsonObject *jwk, const char *name, guint8 *place)
{
  g_autoptr (GBytes) bytes = np_base64url_decode (json_object_get_string_member_with_default (jwk, name, ""));

  if (bytes == NULL || g_bytes_get_size (bytes) != COORDINATE)
    return FALSE;
  memcpy (place, g_bytes_get_data (bytes, NULL), COORDINATE);
  return TRUE;
}

static gboolean
is_word (JsonObject *jwk, const char *name, const char *word)
{
  return g_str_equal (json_object_get_string_member_with_default (jwk, name, ""), word);
}

static gboolean
holds_strings (JsonObject *jwk)
{
  static const char *const names[] = { "kty", "crv", "x", "y" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *member = json_object_get_member (jwk, names[i]);

      if (member == NULL || json_node_get_value_type (member) != G_TYPE_STRING)
        return FALSE;
    }
  return json_object_get_size (jwk) == G_N_ELEMENTS (names);
}

/* libcrypto takes no point that is not on the curve. */
static EVP_PKEY *
public_of (const guint8 *point)
{
  g_autoptr (EVP_PKEY_CTX) context = EVP_PKEY_CTX_new_from_name (NULL, "EC", NULL);
  OSSL_PARAM parameters[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_PKEY_PARAM_GROUP_NAME, (char *) CURVE, 0),
    OSSL_PARAM_construct_octet_string (OSSL_PKEY_PARAM_PUB_KEY, (void *) point, POINT),
    OSSL_PARAM_construct_end (),
  };
  EVP_PKEY *pair = NULL;

  if (EVP_PKEY_fromdata_init (context) == 1)
    EVP_PKEY_fromdata (context, &pair, EVP_PKEY_PUBLIC_KEY, parameters);
  return pair;
}

/**
 * np_key_from_jwk:
 * @jwk: an object
 * @error: return location for an error
 *
 * Reads a public key. The object holds kty, crv, x and y, as strict as can be, and nothing else.
 *
 * Returns: (transfer full) (nullable): the key; %NULL with %NP_SEAL_ERROR_FORM
 */
NpKey *
np_key_from_jwk (JsonObject *jwk, GError **error)
{
  guint8 point[POINT] = { UNCOMPRESSED };
  EVP_PKEY *pair = NULL;

  g_return_val_if_fail (jwk != NULL, NULL);

  if (holds_strings (jwk) && is_word (jwk, "kty", "EC") && is_word (jwk, "crv", CURVE)
      && take_coordinate (jwk, "x", point + 1) && take_coordinate (jwk, "y", point + 1 + COORDINATE))
    pair = public_of (point);
  if (pair != NULL)
    return np_key_take (pair, error);
  np_seal_error_library (NULL);
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, _("This is not a public key on the curve P-256 as a JWK."));
  return NULL;
}

/**
 * np_key_to_jwk:
 * @self: a key
 *
 * Returns: (transfer full): its public half as a JWK
 */
JsonObject *
np_key_to_jwk (const NpKey *self)
{
  guint8 point[POINT] = { 0 };
  gsize length = 0;
  JsonObject *jwk = json_object_new ();
  g_autofree char *x = NULL, *y = NULL;

  g_return_val_if_fail (self != NULL, jwk);

  EVP_PKEY_get_octet_string_param (self->pair, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point, &length);
  x = np_base64url_encode (point + 1, COORDINATE);
  y = np_base64url_encode (point + 1 + COORDINATE, COORDINATE);
  np_json_put_string (jwk, "kty", "EC");
  np_json_put_string (jwk, "crv", CURVE);
  np_json_put_string (jwk, "x", x);
  np_json_put_string (jwk, "y", y);
  return jwk;
}

/**
 * np_key_free:
 * @self: (transfer full) (nullable): a key
 *
 * Frees a key; libcrypto overwrites its secret half.
 */
void
np_key_free (NpKey *self)
{
  if (self == NULL)
    return;
  EVP_PKEY_free (self->pair);
  g_free (self->id);
  g_free (self);
}

/* ---- signing: libcrypto writes a pair of numbers as DER, JOSE as twice 32 bytes ---- */

static char *
jose_signature (const guint8 *der, gsize length)
{
  const guint8 *at = der;
  g_autoptr (ECDSA_SIG) numbers = d2i_ECDSA_SIG (NULL, &at, (long) length);
  guint8 bytes[2 * COORDINATE];

  if (numbers == NULL || BN_bn2binpad (ECDSA_SIG_get0_r (numbers), bytes, COORDINATE) != COORDINATE
      || BN_bn2binpad (ECDSA_SIG_get0_s (numbers), bytes + COORDINATE, COORDINATE) != COORDINATE)
    return NULL;
  return np_base64url_encode (bytes, sizeof bytes);
}

/**
 * np_key_sign:
 * @self: a pair
 * @text: what is signed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the signature in base64url; %NULL with %NP_SEAL_ERROR_LIBRARY
 */
char *
np_key_sign (const NpKey *self, const char *text, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 der[128];
  gsize length = sizeof der;
  char *signature = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, self->pair) == 1
      && EVP_DigestSign (context, der, &length, (const guint8 *) text, strlen (text)) == 1)
    signature = jose_signature (der, length);
  return signature != NULL ? signature : np_seal_error_library (error);
}

static int
der_signature (GBytes *signature, guint8 **der)
{
  g_autoptr (ECDSA_SIG) numbers = ECDSA_SIG_new ();
  const guint8 *bytes = g_bytes_get_data (signature, NULL);

  ECDSA_SIG_set0 (numbers, BN_bin2bn (bytes, COORDINATE, NULL), BN_bin2bn (bytes + COORDINATE, COORDINATE, NULL));
  return i2d_ECDSA_SIG (numbers, der);
}

/**
 * np_key_signed:
 * @self: a key
 * @text: (array length=length): what was signed
 * @length: how many bytes
 * @signature: the signature's bytes
 *
 * Returns: whether this key signed this text
 */
gboolean
np_key_signed (const NpKey *self, const char *text, gsize length, GBytes *signature)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 *der = NULL;
  int der_length;
  gboolean good;

  g_return_val_if_fail (self != NULL && text != NULL && signature != NULL, FALSE);

  if (g_bytes_get_size (signature) != 2 * COORDINATE)
    return FALSE;
  der_length = der_signature (signature, &der);
  good = der_length > 0 && EVP_DigestVerifyInit (context, NULL, EVP_sha256 (), NULL, self->pair) == 1
         && EVP_DigestVerify (context, der, (gsize) der_length, (const guint8 *) text, length) == 1;
  OPENSSL_free (der);
  np_seal_error_library (NULL);
  return good;
}
