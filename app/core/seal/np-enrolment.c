/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-enrolment.h"

#include <glib/gi18n-lib.h>

#include "np-document-shape.h"
#include "np-json-write.h"
#include "np-jws.h"
#include "np-seal-shape.h"

#define ENROLMENT_TYP "needlepoint-enrolment"
#define RETIREMENT_TYP "needlepoint-retirement"

const char *const np_holder_words[] = { "practitioner", "desk", NULL };
const char *const np_basis_words[] = { "first", "vouched", "self", NULL };

/**
 * np_enrolment_free:
 * @self: (transfer full) (nullable): an enrolment
 */
void
np_enrolment_free (NpEnrolment *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->registration);
  g_free (self->replaces);
  g_free (self->at);
  np_key_free (self->key);
  g_free (self->vouched_by);
  g_strfreev (self->seals);
  g_free (self);
}

/**
 * np_retirement_free:
 * @self: (transfer full) (nullable): a retirement
 */
void
np_retirement_free (NpRetirement *self)
{
  if (self == NULL)
    return;
  g_free (self->kid);
  g_free (self->at);
  g_free (self->reason);
  g_free (self->by);
  g_free (self->seal);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, why);
  return FALSE;
}

/* ---- the forms ---- */

static gboolean
is_enrolment (const char *text)
{
  return g_str_equal (text, NP_ENROLMENT_FORMAT);
}

static gboolean
is_retirement (const char *text)
{
  return g_str_equal (text, NP_RETIREMENT_FORMAT);
}

static const NpJsonShape enrolment_format
    = { .kind = NP_JSON_FORM, .fits = is_enrolment, .expected = "“" NP_ENROLMENT_FORMAT "”" };
static const NpJsonShape retirement_format
    = { .kind = NP_JSON_FORM, .fits = is_retirement, .expected = "“" NP_RETIREMENT_FORMAT "”" };
static const NpJsonShape holder = { .kind = NP_JSON_WORD, .words = np_holder_words };
static const NpJsonShape basis = { .kind = NP_JSON_WORD, .words = np_basis_words };
/* read by np_key_from_jwk(), which is stricter than a table */
static const NpJsonMember jwk_members[] = { { "kty", &np_json_shape_text, TRUE },
                                            { "crv", &np_json_shape_text, TRUE },
                                            { "x", &np_json_shape_text, TRUE },
                                            { "y", &np_json_shape_text, TRUE },
                                            { 0 } };
static const NpJsonShape jwk = { .kind = NP_JSON_OBJECT, .members = jwk_members };
static const NpJsonMember enrolment_members[] = { { "format", &enrolment_format, TRUE },
                                                  { "holder", &holder, TRUE },
                                                  { "basis", &basis, TRUE },
                                                  { "id", &np_document_shape_uuid, TRUE },
                                                  { "name", &np_json_shape_text, TRUE },
                                                  { "role", &np_json_shape_text, FALSE },
                                                  { "registration", &np_json_shape_text, FALSE },
                                                  { "key", &jwk, TRUE },
                                                  { "replaces", &np_seal_shape_kid, FALSE },
                                                  { "at", &np_document_shape_stamp, TRUE },
                                                  { 0 } };
static const NpJsonShape enrolment_shape = { .kind = NP_JSON_OBJECT, .members = enrolment_members };
static const NpJsonMember retirement_members[] = { { "format", &retirement_format, TRUE },
                                                   { "kid", &np_seal_shape_kid, TRUE },
                                                   { "at", &np_document_shape_stamp, TRUE },
                                                   { "reason", &np_json_shape_text, TRUE },
                                                   { 0 } };
static const NpJsonShape retirement_shape = { .kind = NP_JSON_OBJECT, .members = retirement_members };

/* ---- enrolling ---- */

static JsonNode *
enrolment_payload (const NpEnrolment *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "format", NP_ENROLMENT_FORMAT);
  np_json_put_string (object, "holder", np_holder_words[self->holder]);
  np_json_put_string (object, "basis", np_basis_words[self->basis]);
  np_json_put_string (object, "id", self->id);
  np_json_put_string (object, "name", self->name);
  np_json_put_string (object, "role", self->role);
  np_json_put_string (object, "registration", self->registration);
  np_json_put_object (object, "key", np_key_to_jwk (self->key));
  np_json_put_string (object, "replaces", self->replaces);
  np_json_put_string (object, "at", self->at);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_enrolment_seal:
 * @self: what is stated; its key is a pair
 * @voucher: (nullable): the pair of a practitioner who is enrolled already; given exactly where the basis is %NP_BASIS_VOUCHED
 * @error: return location for an error
 *
 * Seals an enrolment by the new key, which shows that its holder has it, and by the one who vouches.
 *
 * Returns: whether it was sealed
 */
gboolean
np_enrolment_seal (NpEnrolment *self, const NpKey *voucher, GError **error)
{
  g_autoptr (JsonNode) payload = NULL;
  g_autofree char *own = NULL, *vouched = NULL;

  g_return_val_if_fail (self != NULL && self->key != NULL, FALSE);
  g_return_val_if_fail ((voucher != NULL) == (self->basis == NP_BASIS_VOUCHED), FALSE);

  payload = enrolment_payload (self);
  if (!np_seal_shape_fits (&enrolment_shape, payload, "enrolment", error))
    return FALSE;
  own = np_jws_sign (self->key, ENROLMENT_TYP, payload, error);
  if (own != NULL && voucher != NULL)
    vouched = np_jws_sign (voucher, ENROLMENT_TYP, payload, error);
  if (own == NULL || (voucher != NULL && vouched == NULL))
    return FALSE;
  g_strfreev (self->seals);
  self->seals = g_strdupv ((char *[]) { own, vouched, NULL });
  self->vouched_by = voucher == NULL ? NULL : g_strdup (np_key_id (voucher));
  return TRUE;
}

static char *
take_string (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static int
take_word (JsonObject *object, const char *name, const char *const *words)
{
  const char *word = json_object_get_string_member (object, name);
  int index = 0;

  while (!g_str_equal (word, words[index]))
    index++;
  return index;
}

static void
take_statement (NpEnrolment *self, JsonObject *object)
{
  self->holder = (NpHolder) take_word (object, "holder", np_holder_words);
  self->basis = (NpBasis) take_word (object, "basis", np_basis_words);
  self->id = take_string (object, "id");
  self->name = take_string (object, "name");
  self->role = take_string (object, "role");
  self->registration = take_string (object, "registration");
  self->replaces = take_string (object, "replaces");
  self->at = take_string (object, "at");
}

static gboolean
check_own (const NpEnrolment *self, const NpJws *own, GError **error)
{
  if (!g_str_equal (np_key_id (self->key), np_key_id (own->key)))
    return refuse (error, _("The enrolment is not sealed by the key that it enrols."));
  if (g_strcmp0 (self->replaces, np_key_id (self->key)) == 0)
    return refuse (error, _("A key cannot replace itself."));
  if (self->basis == NP_BASIS_FIRST && self->holder != NP_HOLDER_PRACTITIONER)
    return refuse (error, _("The first key of a clinic is a practitioner's."));
  return TRUE;
}

static gboolean
read_own (NpEnrolment *self, const NpJws *own, GError **error)
{
  JsonObject *object = json_node_get_object (own->payload);

  if (!np_seal_shape_fits (&enrolment_shape, own->payload, "enrolment", error))
    return FALSE;
  take_statement (self, object);
  self->key = np_key_from_jwk (json_object_get_object_member (object, "key"), error);
  return self->key != NULL && check_own (self, own, error);
}

static gboolean
read_voucher (NpEnrolment *self, const NpJws *own, const char *seal, GError **error)
{
  g_autoptr (NpJws) vouched = np_jws_open (seal, ENROLMENT_TYP, error);

  if (vouched == NULL)
    return FALSE;
  if (!g_str_equal (vouched->payload_part, own->payload_part))
    return refuse (error, _("Two seals of one enrolment state different things."));
  if (g_str_equal (np_key_id (vouched->key), np_key_id (self->key)))
    return refuse (error, _("A key cannot vouch for itself."));
  self->vouched_by = g_strdup (np_key_id (vouched->key));
  return TRUE;
}

/**
 * np_enrolment_read:
 * @seals: (array zero-terminated=1): the statement, sealed by the new key and then by the one who vouches
 * @error: return location for an error
 *
 * Reads an enrolment strictly and checks that it is sealed as it says. Whether the one who vouches may do so is np_key_ring_settle()'s
 * matter.
 *
 * Returns: (transfer full) (nullable): the enrolment; %NULL with %NP_SEAL_ERROR_FORM or %NP_SEAL_ERROR_SIGNATURE
 */
NpEnrolment *
np_enrolment_read (const char *const *seals, GError **error)
{
  g_autoptr (NpEnrolment) self = g_new0 (NpEnrolment, 1);
  g_autoptr (NpJws) own = NULL;
  guint n_seals;

  g_return_val_if_fail (seals != NULL && seals[0] != NULL, NULL);

  n_seals = g_strv_length ((char **) seals);
  own = np_jws_open (seals[0], ENROLMENT_TYP, error);
  if (own == NULL || !read_own (self, own, error))
    return NULL;
  if (n_seals != (self->basis == NP_BASIS_VOUCHED ? 2 : 1))
    {
      refuse (error, _("An enrolment has one seal of its own key, and one more when somebody vouches."));
      return NULL;
    }
  if (n_seals == 2 && !read_voucher (self, own, seals[1], error))
    return NULL;
  self->seals = g_strdupv ((char **) seals);
  return g_steal_pointer (&self);
}

/* ---- retiring ---- */

static JsonNode *
retirement_payload (const NpRetirement *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "format", NP_RETIREMENT_FORMAT);
  np_json_put_string (object, "kid", self->kid);
  np_json_put_string (object, "at", self->at);
  np_json_put_string (object, "reason", self->reason);
  json_node_take_object (node, object);
  return node;
}

/**
 * np_retirement_seal:
 * @self: which key, when and why
 * @by: the pair of an enrolled practitioner
 * @error: return location for an error
 *
 * Returns: whether it was sealed
 */
gboolean
np_retirement_seal (NpRetirement *self, const NpKey *by, GError **error)
{
  g_autoptr (JsonNode) payload = NULL;

  g_return_val_if_fail (self != NULL && by != NULL, FALSE);

  payload = retirement_payload (self);
  if (!np_seal_shape_fits (&retirement_shape, payload, "retirement", error))
    return FALSE;
  g_free (self->seal);
  self->seal = np_jws_sign (by, RETIREMENT_TYP, payload, error);
  g_free (self->by);
  self->by = g_strdup (np_key_id (by));
  return self->seal != NULL;
}

/**
 * np_retirement_read:
 * @seal: the sealed statement
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the retirement; %NULL with %NP_SEAL_ERROR_FORM or %NP_SEAL_ERROR_SIGNATURE
 */
NpRetirement *
np_retirement_read (const char *seal, GError **error)
{
  g_autoptr (NpJws) jws = np_jws_open (seal, RETIREMENT_TYP, error);
  NpRetirement *self;
  JsonObject *object;

  if (jws == NULL || !np_seal_shape_fits (&retirement_shape, jws->payload, "retirement", error))
    return NULL;
  object = json_node_get_object (jws->payload);
  self = g_new0 (NpRetirement, 1);
  self->kid = take_string (object, "kid");
  self->at = take_string (object, "at");
  self->reason = take_string (object, "reason");
  self->by = g_strdup (np_key_id (jws->key));
  self->seal = g_strdup (seal);
  return self;
}
