/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `record`: signs off a complete consultation. */
#include "np-config.h"
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-key-enrol.h"
#include "np-key-file.h"
#include "np-record.h"
#include "np-sealing.h"

/* ---- sealed, where the clinic has keys ---- */

static const NpRingKey *
key_of (const NpKeyRing *ring, const char *practitioner, GError **error)
{
  const NpRingKey *key = np_key_ring_current (ring, practitioner);

  if (key == NULL || key->holder != NP_HOLDER_PRACTITIONER)
    {
      /* Translators: %s is the id of a practitioner */
      g_set_error (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, _("The practitioner %s has no key in this archive."), practitioner);
      return NULL;
    }
  return key;
}

static NpKey *
unlock (const NpRingKey *key, const NpOptions *options, GError **error)
{
  g_autoptr (NpSecret) passphrase = np_secret_read_line (options->passphrase_fd, error);
  g_autofree char *path = np_key_ring_secret_path (options->archive, np_key_id (key->key));

  return passphrase == NULL ? NULL : np_key_file_open (path, passphrase, error);
}

/* A desk that is new here is vouched for by who seals. */
static char *
seal_and_save (JsonNode *file, const NpKeyRing *ring, const NpOptions *options, GError **error)
{
  const NpClock *clock = np_clock_system ();
  const NpRingKey *known = key_of (ring, options->practitioner, error);
  g_autoptr (NpKey) key = known == NULL ? NULL : unlock (known, options, error);
  g_autoptr (NpSealDesk) desk = NULL;

  if (key == NULL || !np_sealing_sign (file, key, known->name, clock, error))
    return NULL;
  desk = np_key_enrol_desk (options->archive, g_get_host_name (), key, clock, error);
  return desk == NULL ? NULL : np_seal_desk_save (desk, file, options->archive, clock, error);
}

/* ---- the command ---- */

static char *
save (JsonNode *file, const NpKeyRing *ring, const NpOptions *options, GError **error)
{
  if (options->practitioner != NULL)
    return seal_and_save (file, ring, options, error);
  return np_record_save (file, options->archive, error);
}

static int
sign_off (NpConsultation *consultation, const NpKeyRing *ring, const NpOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = np_record_sign_off (consultation, NP_MADE_BY, &error);
  g_autofree char *path = file == NULL ? NULL : save (file, ring, options, &error);

  if (path == NULL)
    return np_cli_fail (error);
  g_print ("%s\n", path);
  return NP_EXIT_DONE;
}

/* What is wrong with the call, or NULL. Where there are keys nothing is saved without a seal, for it could never get one. */
static const char *
misused (const NpOptions *options, const NpKeyRing *ring)
{
  if ((options->practitioner == NULL) != (options->passphrase_fd < 0))
    return _("--practitioner and --passphrase-fd come together");
  if (options->practitioner == NULL && ring->keys->len > 0)
    return _("--practitioner is missing: this clinic has keys, and its records are sealed");
  return NULL;
}

static int
run_on (const NpOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) ring = np_key_ring_load (options->archive, &error);
  int status = NP_EXIT_DONE;
  g_autoptr (NpCatalog) catalog = NULL;
  g_autoptr (NpConsultation) consultation = NULL;

  if (ring == NULL)
    return np_cli_fail (error);
  if (misused (options, ring) != NULL)
    return np_cli_usage (&np_record_command, misused (options, ring));
  catalog = np_cli_load_catalog (options, &status);
  consultation = catalog == NULL ? NULL : np_cli_open (options, catalog, &status);
  return consultation == NULL ? status : sign_off (consultation, ring, options);
}

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_record_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_ARCHIVE | NP_TAKES_PRACTITIONER, 1, 1,
                             &options);

  if (status != NP_EXIT_DONE)
    return status;
  if (options.archive == NULL)
    return np_cli_usage (&np_record_command, _("--archive is missing: where is the record to be kept?"));
  return run_on (&options);
}

const NpCommand np_record_command
    = { "record", "FILE --archive DIR", N_("Sign off a complete consultation file and print the record's path"), run };
