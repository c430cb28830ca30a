/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verification in words for people, and as JSON for scripts. */
#include "np-verification.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* ---- for people ---- */

static const char *
standing (const NpSealCheck *seal)
{
  if (!seal->known)
    return _("whose key it is, is not proved");
  switch (seal->trust)
    {
    case NP_TRUST_NAMED:
      return _("the key is named so in the clinic's keys");
    case NP_TRUST_ENROLLED:
      return _("the key is enrolled under this name");
    case NP_TRUST_SELF:
      return _("the key enrolled itself under this name, and nobody vouched for it");
    }
  return "";
}

static const char *
role_word (NpSealer sealer)
{
  switch (sealer)
    {
    case NP_SEALER_PRACTITIONER:
      return C_("who sealed a record", "practitioner");
    case NP_SEALER_COUNTERSIGNER:
      return C_("who sealed a record", "countersigning practitioner");
    case NP_SEALER_DESK:
      return C_("who sealed a record", "desk");
    }
  return "";
}

/**
 * np_verification_describe:
 * @seal: what was found of a seal
 *
 * Returns: (transfer full): with which key who sealed when, and what is known of that
 */
char *
np_verification_describe (const NpSealCheck *seal)
{
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (seal != NULL, NULL);

  if (seal->manifest == NULL)
    return g_strdup (_("a seal that cannot be read"));
  fingerprint = np_key_fingerprint (seal->kid);
  /* Translators: fingerprint of a key; "practitioner" or "desk"; a name; a time; "the key is enrolled under this name" or the like */
  return g_strdup_printf (_("key %s (%s “%s”, %s; %s)"), fingerprint, role_word (seal->manifest->sealer),
                          seal->manifest->name, seal->manifest->at, standing (seal));
}

static char *
keys_in_words (const NpVerification *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->seals->len; i++)
    {
      g_autofree char *seal = np_verification_describe (g_ptr_array_index (self->seals, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", seal);
    }
  return g_string_free (text, FALSE);
}

/**
 * np_verification_sentence:
 * @self: a verification
 *
 * Returns: (transfer full): what was proved, in one sentence without a full stop
 */
char *
np_verification_sentence (const NpVerification *self)
{
  g_autofree char *keys = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->proof)
    {
    case NP_PROOF_UNREADABLE:
      return g_strdup (_("this cannot be read as a record"));
    case NP_PROOF_NOT_SEALED:
      return g_strdup (_("not sealed: nothing proves that it is unchanged"));
    case NP_PROOF_CHANGED:
      return g_strdup (_("not as it was sealed"));
    case NP_PROOF_UNCHANGED:
      keys = keys_in_words (self);
      /* Translators: %s lists the keys with their fingerprints and holders */
      return g_strdup_printf (_("unchanged since sealed with %s"), keys);
    }
  return NULL;
}

/* ---- for scripts ---- */

static const char *const trust_words[] = { "named", "enrolled", "self-enrolled" };

static void
put_stated (JsonObject *object, const NpManifest *manifest)
{
  np_json_put_string (object, "role", np_sealer_words[manifest->sealer]);
  np_json_put_string (object, "name", manifest->name);
  np_json_put_string (object, "meaning", manifest->meaning);
  np_json_put_string (object, "at", manifest->at);
  if (manifest->sealer == NP_SEALER_DESK)
    np_json_put_int (object, "sequence", manifest->sequence);
}

static JsonObject *
seal_object (const NpSealCheck *seal)
{
  JsonObject *object = json_object_new ();
  g_autofree char *fingerprint = seal->kid == NULL ? NULL : np_key_fingerprint (seal->kid);

  np_json_put_bool (object, "valid", seal->fault == NULL);
  np_json_put_string (object, "fault", seal->fault);
  np_json_put_string (object, "kid", seal->kid);
  np_json_put_string (object, "fingerprint", fingerprint);
  if (seal->manifest != NULL)
    put_stated (object, seal->manifest);
  if (!seal->known)
    return object;
  np_json_put_string (object, "holder", seal->holder);
  np_json_put_string (object, "trust", trust_words[seal->trust]);
  np_json_put_string (object, "status", np_key_status_words[seal->status]);
  return object;
}

static JsonArray *
lines_array (GPtrArray *lines)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (lines, i));
  return array;
}

/**
 * np_verification_to_json:
 * @self: a verification
 *
 * Returns: (transfer full): everything that was found
 */
JsonNode *
np_verification_to_json (const NpVerification *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *seals = json_array_new ();

  g_return_val_if_fail (self != NULL, node);

  np_json_put_string (object, "file", self->name);
  np_json_put_bool (object, "good", np_verification_is_good (self));
  np_json_put_string (object, "proof", np_proof_words[self->proof]);
  np_json_put_string (object, "record", self->record);
  np_json_put_string (object, "digest", self->digest);
  for (guint i = 0; i < self->seals->len; i++)
    json_array_add_object_element (seals, seal_object (g_ptr_array_index (self->seals, i)));
  np_json_put_array (object, "seals", seals);
  np_json_put_array (object, "faults", lines_array (self->faults));
  np_json_put_array (object, "doubts", lines_array (self->doubts));
  np_json_put_array (object, "not_proved", lines_array (self->unproved));
  json_node_take_object (node, object);
  return node;
}
