/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start of a clinic, for tests of the command line: makes the first practitioner's key.
 *
 * Usage: enrol-first ARCHIVE NAME PASSPHRASE
 * Prints the practitioner's id and the clinic's keys as a JWK set, a line each. */
#include <string.h>

#include "np-json-write.h"
#include "np-key-enrol.h"

int
main (int argc, char **argv)
{
  const NpClock *clock = np_clock_system ();
  g_autoptr (NpClinic) clinic = np_clinic_new ();
  const NpPractitioner *practitioner;
  g_autoptr (NpSecret) passphrase = NULL;
  g_autoptr (NpKey) key = NULL;
  g_autoptr (NpKeyRing) ring = NULL;
  g_autoptr (JsonNode) set = NULL;
  g_autofree char *text = NULL;

  g_assert (argc == 4);
  practitioner = np_clinic_add_practitioner (clinic, clock, argv[2], "Dermatologist", NULL);
  passphrase = np_secret_new (argv[3], strlen (argv[3]));
  key = np_key_enrol_practitioner (argv[1], practitioner, passphrase, NULL, NULL, clock, NULL);
  g_assert (key != NULL);
  ring = np_key_ring_load (argv[1], NULL);
  set = np_key_ring_to_set (ring);
  text = np_json_write_canonical (set);
  g_print ("%s\n%s\n", practitioner->id, text);
  return 0;
}
