/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sealing.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"
#include "np-jws.h"

static JsonObject *
record_of (JsonNode *file)
{
  return json_object_get_object_member (json_node_get_object (file), "record");
}

/**
 * np_sealing_seals:
 * @file: the root of a record file
 *
 * Returns: (transfer none): its seals
 */
JsonArray *
np_sealing_seals (JsonNode *file)
{
  return json_object_get_array_member (json_node_get_object (file), "seal");
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, why);
  return FALSE;
}

/**
 * np_sealing_add:
 * @file: the root of a record file
 * @key: the pair that seals
 * @manifest: what is stated besides record, digest and time, which are filled in
 * @clock: the time
 * @error: return location for an error
 *
 * Seals the record as it stands and adds the seal to the file.
 *
 * Returns: whether it was added
 */
gboolean
np_sealing_add (JsonNode *file, const NpKey *key, NpManifest *manifest, const NpClock *clock, GError **error)
{
  g_autoptr (JsonNode) payload = NULL;
  g_autofree char *seal = NULL;

  g_free (manifest->record);
  manifest->record = g_strdup (json_object_get_string_member (record_of (file), "id"));
  g_free (manifest->digest);
  manifest->digest = np_json_digest (json_object_get_member (json_node_get_object (file), "record"));
  g_free (manifest->at);
  manifest->at = np_clock_stamp (clock);
  payload = np_manifest_to_json (manifest);
  seal = np_jws_sign (key, NP_MANIFEST_TYP, payload, error);
  if (seal != NULL)
    json_array_add_string_element (np_sealing_seals (file), seal);
  return seal != NULL;
}

/**
 * np_sealing_signature:
 * @record: what stands under "record"
 *
 * Returns: (transfer none) (nullable): the practitioner's signature in it
 */
JsonObject *
np_sealing_signature (JsonObject *record)
{
  JsonArray *signatures = json_object_get_array_member (record, "signatures");

  for (guint i = 0; i < json_array_get_length (signatures); i++)
    {
      JsonObject *signature = json_array_get_object_element (signatures, i);

      if (g_str_equal (json_object_get_string_member_with_default (signature, "role", ""), "practitioner"))
        return signature;
    }
  return NULL;
}

/**
 * np_sealing_sign:
 * @file: the root of a record file that was checked, with no seal so far
 * @key: the practitioner's pair
 * @name: whose the pair is, as it was enrolled
 * @clock: the time
 * @error: return location for an error
 *
 * Adds the seal of the practitioner who signed the record: the same name, and the same meaning.
 *
 * Returns: whether it was added; otherwise %NP_SEAL_ERROR_STATE or %NP_SEAL_ERROR_LIBRARY
 */
gboolean
np_sealing_sign (JsonNode *file, const NpKey *key, const char *name, const NpClock *clock, GError **error)
{
  g_autoptr (NpManifest) manifest = np_manifest_new (NP_SEALER_PRACTITIONER);
  JsonObject *signature;

  g_return_val_if_fail (file != NULL && key != NULL && name != NULL && clock != NULL, FALSE);

  signature = np_sealing_signature (record_of (file));
  if (json_array_get_length (np_sealing_seals (file)) > 0)
    return refuse (error, _("This record has a seal already."));
  if (signature == NULL || !g_str_equal (json_object_get_string_member (signature, "name"), name))
    return refuse (error, _("Only the practitioner who signed the record can seal it."));
  manifest->name = g_strdup (name);
  manifest->meaning = g_strdup (json_object_get_string_member (signature, "meaning"));
  return np_sealing_add (file, key, manifest, clock, error);
}

static gboolean
is_a_second (JsonNode *file, const NpKey *key, GError **error)
{
  JsonArray *seals = np_sealing_seals (file);

  if (json_array_get_length (seals) == 0)
    return refuse (error, _("The practitioner who signed the record seals it first."));
  for (guint i = 0; i < json_array_get_length (seals); i++)
    {
      g_autoptr (NpJws) seal = np_jws_open (json_array_get_string_element (seals, i), NP_MANIFEST_TYP, error);

      if (seal == NULL)
        return FALSE;
      if (g_str_equal (np_key_id (seal->key), np_key_id (key)))
        return refuse (error, _("This key has sealed the record already."));
    }
  return TRUE;
}

/**
 * np_sealing_countersign:
 * @file: the root of a record file that its practitioner sealed
 * @key: the pair of another practitioner
 * @name: whose the pair is, as it was enrolled
 * @meaning: what is attested by it
 * @clock: the time
 * @error: return location for an error
 *
 * Adds the seal of one more practitioner.
 *
 * Returns: whether it was added; otherwise an error of #NP_SEAL_ERROR
 */
gboolean
np_sealing_countersign (
    JsonNode *file, const NpKey *key, const char *name, const char *meaning, const NpClock *clock, GError **error)
{
  g_autoptr (NpManifest) manifest = np_manifest_new (NP_SEALER_COUNTERSIGNER);

  g_return_val_if_fail (file != NULL && key != NULL && name != NULL && meaning != NULL && clock != NULL, FALSE);

  if (!is_a_second (file, key, error))
    return FALSE;
  manifest->name = g_strdup (name);
  manifest->meaning = g_strdup (meaning);
  return np_sealing_add (file, key, manifest, clock, error);
}
