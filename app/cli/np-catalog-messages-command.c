/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `catalog messages`: the template for translators. */
#include "np-cli.h"

#include <glib/gi18n-lib.h>

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_catalog_messages_command, argc, argv, NP_TAKES_CATALOG, 0, 0, &options);
  g_autoptr (NpCatalog) catalog = status == NP_EXIT_DONE ? np_cli_load_catalog (&options, &status) : NULL;
  g_autofree char *messages = NULL;

  if (catalog == NULL)
    return status;
  messages = np_catalog_messages (catalog);
  g_print ("%s", messages);
  return NP_EXIT_DONE;
}

const NpCommand np_catalog_messages_command
    = { "catalog messages", "[--catalog DIR]", N_("Print every clinical text as a gettext template (.pot)"), run };
