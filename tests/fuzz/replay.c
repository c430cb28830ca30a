/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without libFuzzer: gives a target each file of its corpora once, one line of TAP a file.
 *
 * Usage: replay-TARGET FOLDER... */
#include "np-fuzz.h"

#include <stdlib.h>

static guint n_files;

static void
replay (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;
  LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
  g_print ("ok %u - %s\n", ++n_files, name);
}

static void
replay_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    replay (folder, name);
}

int
main (int argc, char **argv)
{
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    replay_all (argv[i]);
  g_print ("1..%u\n", n_files);
  return n_files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
