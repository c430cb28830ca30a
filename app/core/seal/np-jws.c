/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-jws.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-base64url.h"
#include "np-json-read.h"
#include "np-json-shape.h"
#include "np-json-write.h"

/* ---- writing ---- */

static JsonNode *
header_of (const NpKey *key, const char *typ)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *header = json_object_new ();

  np_json_put_string (header, "alg", "ES256");
  np_json_put_string (header, "kid", np_key_id (key));
  np_json_put_string (header, "typ", typ);
  np_json_put_object (header, "jwk", np_key_to_jwk (key));
  json_node_take_object (node, header);
  return node;
}

static char *
encode_part (JsonNode *node)
{
  g_autofree char *canonical = np_json_write_canonical (node);

  return np_base64url_encode ((const guint8 *) canonical, strlen (canonical));
}

/**
 * np_jws_sign:
 * @key: a pair
 * @typ: the kind of statement
 * @payload: what is stated: an object
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the compact JWS
 */
char *
np_jws_sign (const NpKey *key, const char *typ, JsonNode *payload, GError **error)
{
  g_autoptr (JsonNode) header = NULL;
  g_autofree char *first = NULL, *second = NULL, *input = NULL, *signature = NULL;

  g_return_val_if_fail (key != NULL && typ != NULL && payload != NULL, NULL);

  header = header_of (key, typ);
  first = encode_part (header);
  second = encode_part (payload);
  input = g_strconcat (first, ".", second, NULL);
  signature = np_key_sign (key, input, error);
  return signature == NULL ? NULL : g_strconcat (input, ".", signature, NULL);
}

/* ---- reading ---- */

static gboolean
is_es256 (const char *text)
{
  return g_str_equal (text, "ES256");
}

static const NpJsonShape alg = { .kind = NP_JSON_FORM, .fits = is_es256, .expected = "“ES256”" };
static const NpJsonShape kid = { .kind = NP_JSON_FORM, .fits = np_key_is_id, .expected = "a thumbprint in base64url" };
static const NpJsonShape jwk = { .kind = NP_JSON_OTHER };
static const NpJsonMember header_members[] = {
  { "alg", &alg, TRUE }, { "kid", &kid, TRUE }, { "typ", &np_json_shape_text, TRUE }, { "jwk", &jwk, TRUE }, { 0 }
};
static const NpJsonShape header_shape = { .kind = NP_JSON_OBJECT, .members = header_members };

static gboolean
refuse (GError **error, NpSealError code, const char *why)
{
  g_set_error_literal (error, NP_SEAL_ERROR, (int) code, why);
  return FALSE;
}

static JsonNode *
read_part (const char *part, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = np_base64url_decode (part);
  g_autoptr (GError) problem = NULL;
  JsonNode *node;

  if (bytes == NULL)
    {
      refuse (error, NP_SEAL_ERROR_FORM, _("The seal is not written in strict base64url."));
      return NULL;
    }
  node = np_json_read_bytes (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &problem);
  if (node == NULL)
    refuse (error, NP_SEAL_ERROR_FORM, problem->message);
  return node;
}

static gboolean
check_header (JsonNode *header, const char *typ, GError **error)
{
  g_autoptr (NpProblems) problems = np_problems_new ();
  NpJsonView view = np_json_view_root (header, "header", problems);

  np_json_shape_check (&header_shape, &view);
  if (np_problems_count (problems) > 0)
    return refuse (error, NP_SEAL_ERROR_FORM, np_problems_line (problems, 0));
  if (!g_str_equal (json_object_get_string_member (json_node_get_object (header), "typ"), typ))
    return refuse (error, NP_SEAL_ERROR_FORM, _("This is a signed statement of another kind."));
  return TRUE;
}

/* The key in the header, when the kid is its thumbprint. */
static NpKey *
key_in (JsonNode *header, GError **error)
{
  JsonObject *object = json_node_get_object (header);
  JsonNode *member = json_object_get_member (object, "jwk");
  g_autoptr (NpKey) key = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (member))
    {
      refuse (error, NP_SEAL_ERROR_FORM, _("This is not a public key on the curve P-256 as a JWK."));
      return NULL;
    }
  key = np_key_from_jwk (json_node_get_object (member), error);
  if (key == NULL || g_str_equal (np_key_id (key), json_object_get_string_member (object, "kid")))
    return g_steal_pointer (&key);
  refuse (error, NP_SEAL_ERROR_FORM, _("The seal names another key than the one it holds."));
  return NULL;
}

static gsize
input_length (const char *compact)
{
  const char *first = strchr (compact, '.');
  const char *second = first == NULL ? NULL : strchr (first + 1, '.');

  return second == NULL ? strlen (compact) : (gsize) (second - compact);
}

/**
 * np_jws_digest:
 * @compact: a compact JWS
 *
 * An ECDSA signature can be rewritten without the key, so that a chain is made of what was signed, not of the signature.
 *
 * Returns: (transfer full): SHA-256 of its signing input, the text before the second dot, as hexadecimal digits
 */
char *
np_jws_digest (const char *compact)
{
  g_return_val_if_fail (compact != NULL, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, compact, (gssize) input_length (compact));
}

static gboolean
read_parts (NpJws *self, char **parts, const char *typ, GError **error)
{
  g_autoptr (JsonNode) header = read_part (parts[0], "header", error);

  if (header == NULL || !check_header (header, typ, error))
    return FALSE;
  self->key = key_in (header, error);
  if (self->key == NULL)
    return FALSE;
  self->payload = read_part (parts[1], "payload", error);
  return self->payload != NULL;
}

static gboolean
check_signature (const NpJws *self, const char *compact, const char *part, GError **error)
{
  g_autoptr (GBytes) signature = np_base64url_decode (part);

  if (signature == NULL)
    return refuse (error, NP_SEAL_ERROR_FORM, _("The seal is not written in strict base64url."));
  if (!np_key_signed (self->key, compact, input_length (compact), signature))
    return refuse (error, NP_SEAL_ERROR_SIGNATURE, _("The signature does not belong to what is signed."));
  return TRUE;
}

/**
 * np_jws_open:
 * @compact: a compact JWS
 * @typ: the kind of statement that is expected
 * @error: return location for an error
 *
 * Reads a JWS strictly and checks its signature with the key that it holds.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with %NP_SEAL_ERROR_FORM or %NP_SEAL_ERROR_SIGNATURE
 */
NpJws *
np_jws_open (const char *compact, const char *typ, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (NpJws) self = g_new0 (NpJws, 1);

  g_return_val_if_fail (compact != NULL && typ != NULL, NULL);

  parts = g_strsplit (compact, ".", 4);
  if (g_strv_length (parts) != 3)
    {
      refuse (error, NP_SEAL_ERROR_FORM, _("This is not a compact JWS."));
      return NULL;
    }
  if (!read_parts (self, parts, typ, error) || !check_signature (self, compact, parts[2], error))
    return NULL;
  self->payload_part = g_strdup (parts[1]);
  self->digest = np_jws_digest (compact);
  return g_steal_pointer (&self);
}

/**
 * np_jws_free:
 * @self: (transfer full) (nullable): an opened JWS
 */
void
np_jws_free (NpJws *self)
{
  if (self == NULL)
    return;
  np_key_free (self->key);
  g_clear_pointer (&self->payload, json_node_unref);
  g_free (self->payload_part);
  g_free (self->digest);
  g_free (self);
}
