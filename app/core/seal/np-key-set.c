/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public keys as a JWK set (RFC 7517), which every JOSE tool takes; ours finds the enrolments in it too. */
#include "np-key-ring.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"
#include "np-seal-shape.h"

/* ---- writing ---- */

static JsonObject *
key_object (const NpRingKey *key)
{
  JsonObject *object = np_key_to_jwk (key->key);

  np_json_put_string (object, "kid", np_key_id (key->key));
  np_json_put_string (object, "use", "sig");
  np_json_put_string (object, "alg", "ES256");
  np_json_put_string (object, "name", key->name);
  np_json_put_string (object, "holder", np_holder_words[key->holder]);
  np_json_put_string (object, "status", np_key_status_words[key->status]);
  if (key->enrolment != NULL)
    np_json_put_strings (object, "enrolment", (const char *const *) key->enrolment->seals);
  if (key->retirement != NULL)
    np_json_put_string (object, "retirement", key->retirement->seal);
  return object;
}

/**
 * np_key_ring_to_set:
 * @self: a settled ring
 *
 * Returns: (transfer full): the JWK set to hand out
 */
JsonNode *
np_key_ring_to_set (const NpKeyRing *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *keys = json_array_new ();

  g_return_val_if_fail (self != NULL, node);

  for (guint i = 0; i < self->keys->len; i++)
    json_array_add_object_element (keys, key_object (g_ptr_array_index (self->keys, i)));
  np_json_put_array (object, "keys", keys);
  json_node_take_object (node, object);
  return node;
}

/* ---- reading ---- */

static gboolean
is_ec (const char *text)
{
  return g_str_equal (text, "EC");
}

static gboolean
is_p256 (const char *text)
{
  return g_str_equal (text, "P-256");
}

static gboolean
is_sig (const char *text)
{
  return g_str_equal (text, "sig");
}

static gboolean
is_es256 (const char *text)
{
  return g_str_equal (text, "ES256");
}

/* A file with "d" in it holds a secret key, and is refused for that member. */
static const NpJsonShape kty = { .kind = NP_JSON_FORM, .fits = is_ec, .expected = "“EC”" };
static const NpJsonShape crv = { .kind = NP_JSON_FORM, .fits = is_p256, .expected = "“P-256”" };
static const NpJsonShape use = { .kind = NP_JSON_FORM, .fits = is_sig, .expected = "“sig”" };
static const NpJsonShape alg = { .kind = NP_JSON_FORM, .fits = is_es256, .expected = "“ES256”" };
static const NpJsonShape holder = { .kind = NP_JSON_WORD, .words = np_holder_words };
static const NpJsonShape status = { .kind = NP_JSON_WORD, .words = np_key_status_words };
static const NpJsonShape enrolment = { .kind = NP_JSON_LIST, .each = &np_json_shape_text, .least = 1 };
static const NpJsonMember key_members[] = { { "kty", &kty, TRUE },
                                            { "crv", &crv, TRUE },
                                            { "x", &np_json_shape_text, TRUE },
                                            { "y", &np_json_shape_text, TRUE },
                                            { "kid", &np_seal_shape_kid, FALSE },
                                            { "use", &use, FALSE },
                                            { "alg", &alg, FALSE },
                                            { "name", &np_json_shape_text, TRUE },
                                            { "holder", &holder, TRUE },
                                            { "status", &status, FALSE },
                                            { "enrolment", &enrolment, FALSE },
                                            { "retirement", &np_json_shape_text, FALSE },
                                            { 0 } };
static const NpJsonShape key_shape = { .kind = NP_JSON_OBJECT, .members = key_members };
static const NpJsonShape keys = { .kind = NP_JSON_LIST, .each = &key_shape };
static const NpJsonMember set_members[] = { { "keys", &keys, TRUE }, { 0 } };
static const NpJsonShape set_shape = { .kind = NP_JSON_OBJECT, .members = set_members };

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, why);
  return FALSE;
}

static const char *
word (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static NpKey *
key_in (JsonObject *object, GError **error)
{
  static const char *const names[] = { "kty", "crv", "x", "y" };
  g_autoptr (JsonObject) jwk = json_object_new ();
  g_autoptr (NpKey) key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    np_json_put_string (jwk, names[i], word (object, names[i]));
  key = np_key_from_jwk (jwk, error);
  if (key == NULL || word (object, "kid") == NULL || g_str_equal (word (object, "kid"), np_key_id (key)))
    return g_steal_pointer (&key);
  refuse (error, _("A key's “kid” is not its thumbprint."));
  return NULL;
}

static NpEnrolment *
enrolment_in (JsonObject *object, GError **error)
{
  JsonArray *array = json_object_get_array_member (object, "enrolment");
  g_autoptr (GPtrArray) statement = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (statement, (gpointer) json_array_get_string_element (array, i));
  g_ptr_array_add (statement, NULL);
  return np_enrolment_read ((const char *const *) statement->pdata, error);
}

/* What stands openly beside the enrolment is for other tools, and may not say anything else. */
static gboolean
agrees (JsonObject *object, const NpEnrolment *stated, const NpKey *key)
{
  return g_str_equal (np_key_id (stated->key), np_key_id (key)) && g_str_equal (stated->name, word (object, "name"))
         && g_str_equal (np_holder_words[stated->holder], word (object, "holder"));
}

static gboolean
take_enrolled (NpKeyRing *self, JsonObject *object, const NpKey *key, GError **error)
{
  g_autoptr (NpEnrolment) stated = enrolment_in (object, error);

  if (stated == NULL)
    return FALSE;
  if (!agrees (object, stated, key))
    return refuse (error, _("A key is named otherwise than in its enrolment."));
  return np_key_ring_add_enrolment (self, g_steal_pointer (&stated), error);
}

static gboolean
take_named (NpKeyRing *self, JsonObject *object, NpKey *key, GError **error)
{
  NpHolder holder_of = g_str_equal (word (object, "holder"), np_holder_words[NP_HOLDER_DESK]) ? NP_HOLDER_DESK
                                                                                             : NP_HOLDER_PRACTITIONER;

  return np_key_ring_add_named (self, key, holder_of, word (object, "name"), error);
}

static gboolean
take_key (NpKeyRing *self, JsonObject *object, GError **error)
{
  g_autoptr (NpKey) key = key_in (object, error);

  if (key == NULL)
    return FALSE;
  if (json_object_has_member (object, "enrolment"))
    return take_enrolled (self, object, key, error);
  return take_named (self, object, g_steal_pointer (&key), error);
}

static gboolean
take_retirement (NpKeyRing *self, JsonObject *object, GError **error)
{
  const char *seal = word (object, "retirement");
  g_autoptr (NpRetirement) retirement = seal == NULL ? NULL : np_retirement_read (seal, error);

  if (seal == NULL)
    return TRUE;
  return retirement != NULL && np_key_ring_add_retirement (self, g_steal_pointer (&retirement), error);
}

static gboolean
check_status (const NpKeyRing *self, guint position, JsonObject *object, GError **error)
{
  const NpRingKey *key = g_ptr_array_index (self->keys, position);

  if (word (object, "status") == NULL || g_str_equal (word (object, "status"), np_key_status_words[key->status]))
    return TRUE;
  return refuse (error, _("A key's “status” is not what its enrolments and retirements say."));
}

static gboolean
take_all (NpKeyRing *self, JsonArray *array, GError **error)
{
  guint length = json_array_get_length (array);

  for (guint i = 0; i < length; i++)
    if (!take_key (self, json_array_get_object_element (array, i), error))
      return FALSE;
  for (guint i = 0; i < length; i++)
    if (!take_retirement (self, json_array_get_object_element (array, i), error))
      return FALSE;
  np_key_ring_settle (self);
  for (guint i = 0; i < length; i++)
    if (!check_status (self, i, json_array_get_object_element (array, i), error))
      return FALSE;
  return TRUE;
}

/**
 * np_key_ring_from_set:
 * @set: a document that was read strictly
 * @name: its name, for messages
 * @error: return location for an error
 *
 * Reads a JWK set strictly. A key without an enrolment is only named: so a set can be written by hand, or by another tool.
 *
 * Returns: (transfer full) (nullable): the settled ring; %NULL with #NP_SEAL_ERROR
 */
NpKeyRing *
np_key_ring_from_set (JsonNode *set, const char *name, GError **error)
{
  g_autoptr (NpKeyRing) self = np_key_ring_new ();

  g_return_val_if_fail (set != NULL && name != NULL, NULL);

  if (!np_seal_shape_fits (&set_shape, set, name, error))
    return NULL;
  if (take_all (self, json_object_get_array_member (json_node_get_object (set), "keys"), error))
    return g_steal_pointer (&self);
  g_prefix_error (error, "%s: ", name);
  return NULL;
}
