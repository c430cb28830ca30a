/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-key-enrol.h"

#include <glib/gi18n-lib.h>

#include "np-json-read.h"
#include "np-key-file.h"

static NpBasis
basis_of (const NpKeyRing *ring, const NpKey *voucher)
{
  if (voucher != NULL)
    return NP_BASIS_VOUCHED;
  return np_key_ring_first (ring) == NULL ? NP_BASIS_FIRST : NP_BASIS_SELF;
}

/* What is stated of a key; it gets a public half of its own. */
static NpEnrolment *
enrolment_new (NpHolder holder, NpBasis basis, const char *id, const char *name, const NpClock *clock)
{
  NpEnrolment *self = g_new0 (NpEnrolment, 1);

  self->holder = holder;
  self->basis = basis;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->at = np_clock_stamp (clock);
  return self;
}

/* The pair is lent for the sealing. */
static gboolean
state (NpEnrolment *enrolment, const NpKey *key, const NpKey *voucher, const char *archive, GError **error)
{
  gboolean stated;

  enrolment->key = (NpKey *) key;
  stated = np_enrolment_seal (enrolment, voucher, error) && np_key_ring_save_enrolment (archive, enrolment, error);
  enrolment->key = NULL;
  return stated;
}

/* ---- practitioners ---- */

/* The secret half first: one that nobody knows of harms nothing, an enrolment without it would. */
static gboolean
keep (const NpKey *key, const NpSecret *passphrase, const char *archive, GError **error)
{
  g_autofree char *path = np_key_ring_secret_path (archive, np_key_id (key));

  return np_key_file_save (path, key, passphrase, error);
}

/**
 * np_key_enrol_practitioner:
 * @archive: (type filename): the archive folder
 * @practitioner: one of the clinic's
 * @passphrase: theirs alone
 * @voucher: (nullable): the pair of a practitioner who is enrolled
 * @replaces: (nullable): id of the key whose place it takes
 * @clock: the time
 * @error: return location for an error of #NP_SAVE_ERROR, #NP_SEAL_ERROR or #NP_JSON_ERROR
 *
 * Makes a key for a practitioner.
 *
 * Returns: (transfer full) (nullable): the pair, unlocked
 */
NpKey *
np_key_enrol_practitioner (const char *archive, const NpPractitioner *practitioner, const NpSecret *passphrase,
                           const NpKey *voucher, const char *replaces, const NpClock *clock, GError **error)
{
  g_autoptr (NpKeyRing) ring = NULL;
  g_autoptr (NpEnrolment) enrolment = NULL;
  g_autoptr (NpKey) key = NULL;

  g_return_val_if_fail (archive != NULL && practitioner != NULL && passphrase != NULL && clock != NULL, NULL);

  ring = np_key_ring_load (archive, error);
  key = ring == NULL ? NULL : np_key_new (error);
  if (key == NULL || !keep (key, passphrase, archive, error))
    return NULL;
  enrolment
      = enrolment_new (NP_HOLDER_PRACTITIONER, basis_of (ring, voucher), practitioner->id, practitioner->name, clock);
  enrolment->role = g_strdup (practitioner->role);
  enrolment->registration = g_strdup (practitioner->registration);
  enrolment->replaces = g_strdup (replaces);
  return state (enrolment, key, voucher, archive, error) ? g_steal_pointer (&key) : NULL;
}

/* ---- desks ---- */

static NpSealDesk *
open_or_make (const char *folder, const char *name, const NpClock *clock, GError **error)
{
  g_autoptr (GError) problem = NULL;
  NpSealDesk *desk = np_seal_desk_open (folder, &problem);

  if (desk != NULL)
    return desk;
  if (g_error_matches (problem, NP_JSON_ERROR, NP_JSON_ERROR_MISSING))
    return np_seal_desk_new (folder, name, clock, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
is_enrolled (const NpSealDesk *desk, const NpKeyRing *ring, const NpKey *voucher, const char *archive, const NpClock *clock, GError **error)
{
  g_autoptr (NpEnrolment) enrolment = NULL;

  if (np_key_ring_find (ring, np_key_id (np_seal_desk_key (desk))) != NULL)
    return TRUE;
  enrolment
      = enrolment_new (NP_HOLDER_DESK, NP_BASIS_VOUCHED, np_seal_desk_id (desk), np_seal_desk_name (desk), clock);
  return state (enrolment, np_seal_desk_key (desk), voucher, archive, error);
}

/**
 * np_key_enrol_desk:
 * @archive: (type filename): the archive folder
 * @name: what the clinic calls this desk, for when it is new
 * @voucher: the pair of the practitioner who seals here now
 * @clock: the time
 * @error: return location for an error of #NP_SAVE_ERROR, #NP_SEAL_ERROR, #NP_JSON_ERROR or #G_IO_ERROR
 *
 * Opens this user's desk for the clinic, sets it up where there is none, and has it vouched for where it is not enrolled.
 *
 * Returns: (transfer full) (nullable): the desk
 */
NpSealDesk *
np_key_enrol_desk (const char *archive, const char *name, const NpKey *voucher, const NpClock *clock, GError **error)
{
  g_autoptr (NpKeyRing) ring = NULL;
  g_autoptr (NpSealDesk) desk = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (archive != NULL && name != NULL && voucher != NULL && clock != NULL, NULL);

  ring = np_key_ring_load (archive, error);
  if (ring == NULL)
    return NULL;
  if (np_key_ring_first (ring) == NULL)
    {
      g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, _("The clinic has no keys yet."));
      return NULL;
    }
  folder = np_seal_desk_default_folder (np_key_id (np_key_ring_first (ring)->key));
  desk = open_or_make (folder, name, clock, error);
  return desk != NULL && is_enrolled (desk, ring, voucher, archive, clock, error) ? g_steal_pointer (&desk) : NULL;
}
