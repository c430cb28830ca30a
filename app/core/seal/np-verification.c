/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record is verified: first each seal by itself, then all together, then whose keys they are. Every required one, never any one. */
#include "np-verification.h"

#include <glib/gi18n-lib.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-jws.h"
#include "np-record.h"
#include "np-seal-time.h"
#include "np-sealing.h"

const char *const np_proof_words[] = { "unreadable", "not-sealed", "changed", "unchanged", NULL };

static void
seal_check_free (gpointer data)
{
  NpSealCheck *self = data;

  g_free (self->kid);
  np_manifest_free (self->manifest);
  g_free (self->digest);
  g_free (self->fault);
  g_free (self->holder);
  g_free (self);
}

/**
 * np_verification_free:
 * @self: (transfer full) (nullable): a verification
 */
void
np_verification_free (NpVerification *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->record);
  g_free (self->digest);
  g_free (self->made_at);
  g_clear_error (&self->unreadable);
  g_ptr_array_unref (self->seals);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->unproved);
  g_free (self);
}

static NpVerification *
verification_new (const char *name, gboolean keys_given)
{
  NpVerification *self = g_new0 (NpVerification, 1);

  self->name = g_filename_display_name (name);
  self->keys_given = keys_given;
  self->seals = g_ptr_array_new_with_free_func (seal_check_free);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->doubts = g_ptr_array_new_with_free_func (g_free);
  self->unproved = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * np_verification_is_good:
 * @self: a verification
 *
 * Returns: whether the record is unchanged and nothing else is wrong; where keys were given, they are known and count
 */
gboolean
np_verification_is_good (const NpVerification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->proof == NP_PROOF_UNCHANGED && self->faults->len == 0;
}

static void
say (GPtrArray *lines, const char *line)
{
  g_ptr_array_add (lines, g_strdup (line));
}

static NpSealCheck *
seal_at (const NpVerification *self, guint position)
{
  return g_ptr_array_index (self->seals, position);
}

/* ---- each seal by itself ---- */

static const char *
mismatch (const NpVerification *self, const NpManifest *manifest)
{
  if (!g_str_equal (manifest->record, self->record))
    return _("the seal belongs to another record");
  if (!g_str_equal (manifest->digest, self->digest))
    return _("the record was changed after it was sealed");
  return NULL;
}

static void
read_seal (NpSealCheck *check, const char *compact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpJws) jws = np_jws_open (compact, NP_MANIFEST_TYP, &error);

  check->digest = np_jws_digest (compact);
  if (jws != NULL)
    {
      check->kid = g_strdup (np_key_id (jws->key));
      check->manifest = np_manifest_from_json (jws->payload, &error);
    }
  if (error != NULL)
    check->fault = g_strdup (error->message);
}

static void
check_seal (NpVerification *self, const char *compact)
{
  NpSealCheck *check = g_new0 (NpSealCheck, 1);

  g_ptr_array_add (self->seals, check);
  read_seal (check, compact);
  if (check->fault == NULL)
    check->fault = g_strdup (mismatch (self, check->manifest));
}

/* ---- all together ---- */

static gboolean
key_stands_before (const NpVerification *self, guint position)
{
  for (guint i = 0; i < position; i++)
    if (g_strcmp0 (seal_at (self, i)->kid, seal_at (self, position)->kid) == 0)
      return TRUE;
  return FALSE;
}

/* First the practitioner, last the desk, and none of them twice. */
static const char *
misplaced (const NpVerification *self, guint position)
{
  NpSealer sealer = seal_at (self, position)->manifest->sealer;

  if ((sealer == NP_SEALER_PRACTITIONER) != (position == 0))
    return _("the practitioner's seal stands first, and once");
  if (sealer == NP_SEALER_DESK && position != self->seals->len - 1)
    return _("the desk's seal stands last, and once");
  if (key_stands_before (self, position))
    return _("one key sealed the record twice");
  return NULL;
}

static gboolean
lists_the_others (const NpVerification *self, const NpManifest *desk)
{
  guint position = 0;

  for (; desk->others[position] != NULL; position++)
    if (position + 1 >= self->seals->len || !g_str_equal (desk->others[position], seal_at (self, position)->digest))
      return FALSE;
  return position + 1 == self->seals->len;
}

static gboolean
signed_by (JsonObject *record, const char *name)
{
  JsonObject *signature = np_sealing_signature (record);

  return signature != NULL && g_str_equal (json_object_get_string_member_with_default (signature, "name", ""), name);
}

static const char *
disagrees (const NpVerification *self, guint position, JsonObject *record)
{
  const NpManifest *manifest = seal_at (self, position)->manifest;
  const char *place = misplaced (self, position);

  if (place != NULL)
    return place;
  if (manifest->sealer == NP_SEALER_DESK && !lists_the_others (self, manifest))
    return _("the desk sealed other seals than those that are here");
  if (manifest->sealer == NP_SEALER_PRACTITIONER && !signed_by (record, manifest->name))
    return _("another practitioner signed the record");
  return NULL;
}

static void
check_together (NpVerification *self, JsonObject *record)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (seal_at (self, i)->fault == NULL)
      seal_at (self, i)->fault = g_strdup (disagrees (self, i, record));
}

/* A seal that cannot be read may be anybody's, and is complained of as such. */
static gboolean
is_missing (const NpVerification *self, NpSealer sealer)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (seal_at (self, i)->manifest == NULL || seal_at (self, i)->manifest->sealer == sealer)
      return FALSE;
  return TRUE;
}

/* The roles that every sealed record has. */
static void
check_required (NpVerification *self)
{
  if (is_missing (self, NP_SEALER_PRACTITIONER))
    say (self->faults, _("the practitioner's seal is missing"));
  if (is_missing (self, NP_SEALER_DESK))
    say (self->faults, _("the desk's seal is missing"));
}

static void
check_clock (NpVerification *self, JsonObject *record)
{
  const char *before = json_object_get_string_member (record, "made_at");

  for (guint i = 0; i < self->seals->len; i++)
    {
      const NpManifest *manifest = seal_at (self, i)->manifest;

      if (manifest == NULL)
        continue;
      if (np_seal_time_is_before (manifest->at, before))
        g_ptr_array_add (self->doubts,
                         /* Translators: two times, as 2026-03-10T09:15:02+01:00 */
                         g_strdup_printf (_("the clock went backwards: sealed at %s, after something that happened at %s"),
                                          manifest->at, before));
      before = manifest->at;
    }
}

/* ---- whose keys they are ---- */

static const char *
holder_fault (const NpRingKey *key, const NpManifest *manifest)
{
  if ((key->holder == NP_HOLDER_DESK) != (manifest->sealer == NP_SEALER_DESK))
    return _("a desk's key is not a practitioner's, nor the other way round");
  if (!g_str_equal (key->name, manifest->name))
    return _("the key belongs to somebody else than the seal says");
  if (key->ended_at != NULL && !np_seal_time_is_before (manifest->at, key->ended_at))
    return _("the key was replaced or retired before it sealed this");
  return NULL;
}

static void
note_holder (NpVerification *self, NpSealCheck *check, const NpRingKey *key)
{
  check->known = TRUE;
  check->trust = key->trust;
  check->status = key->status;
  check->holder = g_strdup (key->name);
  if (check->fault == NULL)
    check->fault = g_strdup (holder_fault (key, check->manifest));
  if (key->trust == NP_TRUST_SELF)
    g_ptr_array_add (self->unproved,
                     /* Translators: %s is the name of a person or a desk */
                     g_strdup_printf (_("that the key of %s is theirs: it enrolled itself, and nobody vouched for it"), key->name));
  if (key->enrolment != NULL && check->manifest != NULL && np_seal_time_is_before (check->manifest->at, key->enrolment->at))
    say (self->doubts, _("the clock went backwards: a key sealed this before it was enrolled"));
}

static void
check_holders (NpVerification *self, const NpKeyRing *ring)
{
  for (guint i = 0; i < self->seals->len; i++)
    {
      NpSealCheck *check = seal_at (self, i);
      const NpRingKey *key = check->kid == NULL ? NULL : np_key_ring_find (ring, check->kid);
      g_autofree char *fingerprint = check->kid == NULL ? NULL : np_key_fingerprint (check->kid);

      if (key != NULL)
        note_holder (self, check, key);
      else if (check->kid != NULL)
        g_ptr_array_add (self->faults,
                         /* Translators: %s is the fingerprint of a key */
                         g_strdup_printf (_("the clinic's keys do not have the key %s"), fingerprint));
    }
}

/* ---- what comes of it ---- */

static const char *
role_in_words (const NpSealCheck *check)
{
  if (check->manifest == NULL)
    return _("a seal that cannot be read");
  switch (check->manifest->sealer)
    {
    case NP_SEALER_PRACTITIONER:
      return _("the practitioner's seal");
    case NP_SEALER_COUNTERSIGNER:
      return _("the countersigning practitioner's seal");
    case NP_SEALER_DESK:
      return _("the desk's seal");
    }
  return "";
}

static void
gather_faults (NpVerification *self)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (seal_at (self, i)->fault != NULL)
      g_ptr_array_add (self->faults, g_strdup_printf ("%s: %s", role_in_words (seal_at (self, i)), seal_at (self, i)->fault));
}

static void
say_what_is_not_proved (NpVerification *self)
{
  if (!self->keys_given)
    say (self->unproved, _("whose keys these are: only the clinic's keys or its printed fingerprints tell"));
  say (self->unproved, _("who held the pen: signatures by hand are pictures of handwriting"));
  say (self->unproved, _("that the clock was right"));
  say (self->unproved, _("that no other record exists"));
}

static gboolean
all_hold (const NpVerification *self)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (seal_at (self, i)->fault != NULL)
      return FALSE;
  return self->faults->len == 0;
}

/* What the clinic's keys say makes a record neither changed nor unchanged: it is found beside that. */
static void
verify_sealed (NpVerification *self, JsonObject *file, const NpKeyRing *ring)
{
  JsonObject *record = json_object_get_object_member (file, "record");
  JsonArray *seals = json_object_get_array_member (file, "seal");

  for (guint i = 0; i < json_array_get_length (seals); i++)
    check_seal (self, json_array_get_string_element (seals, i));
  check_together (self, record);
  check_required (self);
  self->proof = all_hold (self) ? NP_PROOF_UNCHANGED : NP_PROOF_CHANGED;
  check_clock (self, record);
  if (ring != NULL)
    check_holders (self, ring);
  gather_faults (self);
  say_what_is_not_proved (self);
}

static void
verify_record (NpVerification *self, JsonObject *file, const NpKeyRing *ring)
{
  JsonObject *record = json_object_get_object_member (file, "record");

  self->record = g_strdup (json_object_get_string_member (record, "id"));
  self->made_at = g_strdup (json_object_get_string_member (record, "made_at"));
  self->digest = np_json_digest (json_object_get_member (file, "record"));
  if (json_array_get_length (json_object_get_array_member (file, "seal")) == 0)
    {
      self->proof = NP_PROOF_NOT_SEALED;
      /* Translators: of a record */
      say (self->faults, _("not sealed"));
      return;
    }
  verify_sealed (self, file, ring);
}

/**
 * np_verification_of_node:
 * @file: the root of a file that was read strictly
 * @name: its name
 * @ring: (nullable): the clinic's keys; without them nothing is said of whose the keys are
 *
 * Verifies a record.
 *
 * Returns: (transfer full): what was found
 */
NpVerification *
np_verification_of_node (JsonNode *file, const char *name, const NpKeyRing *ring)
{
  NpVerification *self = verification_new (name, ring != NULL);
  g_autoptr (NpProblems) problems = np_problems_new ();

  g_return_val_if_fail (file != NULL, self);

  np_record_check (file, self->name, problems);
  if (np_problems_none (problems, &self->unreadable))
    verify_record (self, json_node_get_object (file), ring);
  for (guint i = 0; i < np_problems_count (problems); i++)
    say (self->faults, np_problems_line (problems, i));
  return self;
}

/**
 * np_verification_of_file:
 * @path: (type filename): a file, or "-" for standard input
 * @ring: (nullable): the clinic's keys
 *
 * Reads and verifies a record. What cannot be read is an answer too.
 *
 * Returns: (transfer full): what was found
 */
NpVerification *
np_verification_of_file (const char *path, const NpKeyRing *ring)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = np_json_read_file (path, &error);
  NpVerification *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (file != NULL)
    return np_verification_of_node (file, path, ring);
  self = verification_new (path, ring != NULL);
  say (self->faults, error->message);
  self->unreadable = g_steal_pointer (&error);
  return self;
}
