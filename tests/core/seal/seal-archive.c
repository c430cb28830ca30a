/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes what other tests verify: an archive of sealed records of a made-up clinic, and its keys.
 *
 * Usage: seal-archive FOLDER COUNT
 * Writes FOLDER/archive and FOLDER/keys.json and prints the paths of the records, of which the last is countersigned. The desk is where `needlepointctl verify` looks for it,
 * below XDG_DATA_HOME. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "np-json-write.h"
#include "np-practice.h"
#include "np-sealing.h"

static void
move_archive (NpPractice *practice, const char *folder)
{
  g_free (practice->archive);
  practice->archive = g_build_filename (folder, "archive", NULL);
}

static NpSealDesk *
desk_of_this_user (NpPractice *practice)
{
  g_autofree char *folder = np_seal_desk_default_folder (np_key_id (practice->key));
  NpSealDesk *desk = np_seal_desk_new (folder, "Front desk", practice->clock, NULL);

  g_assert (desk != NULL);
  np_practice_enrol_key (practice, np_seal_desk_key (desk), "Front desk", NP_HOLDER_DESK, NP_BASIS_VOUCHED, practice->key, NULL);
  return desk;
}

static void
write_keys (NpPractice *practice, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "keys.json", NULL);
  g_autoptr (NpKeyRing) ring = np_practice_ring (practice);
  g_autoptr (JsonNode) set = np_key_ring_to_set (ring);
  g_autofree char *text = np_json_write_pretty (set);

  g_assert (g_file_set_contents (path, text, -1, NULL));
}

static char *
save_countersigned (NpPractice *practice, NpSealDesk *desk, guint number)
{
  g_autoptr (NpKey) second
      = np_practice_enrol (practice, NP_PRACTICE_SECOND, NP_HOLDER_PRACTITIONER, NP_BASIS_VOUCHED, practice->key, NULL);
  g_autoptr (JsonNode) file = np_practice_record (practice, number);
  gboolean sealed = np_sealing_sign (file, practice->key, NP_PRACTICE_NAME, practice->clock, NULL)
                    && np_sealing_countersign (file, second, NP_PRACTICE_SECOND, "I agree.", practice->clock, NULL);

  g_assert (sealed);
  return np_seal_desk_save (desk, file, practice->archive, practice->clock, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (NpPractice) practice = np_practice_new ();
  g_autoptr (NpSealDesk) desk = NULL;
  g_autofree char *enrolled = NULL;
  guint count;

  g_assert (argc == 3);
  count = (guint) atoi (argv[2]);
  enrolled = g_strdup (practice->archive);
  move_archive (practice, argv[1]);
  g_assert (g_rename (enrolled, practice->archive) == 0);
  desk = desk_of_this_user (practice);
  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *path = i < count ? np_practice_save (practice, desk, i) : save_countersigned (practice, desk, i);

      g_print ("%s\n", path);
    }
  write_keys (practice, argv[1]);
  return EXIT_SUCCESS;
}
