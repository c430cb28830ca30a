/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `record`: signs off a complete consultation. */
#include "np-config.h"
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-record.h"

static int
save (NpConsultation *consultation, const char *archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = np_record_sign_off (consultation, NP_MADE_BY, &error);
  g_autofree char *path = file == NULL ? NULL : np_record_save (file, archive, &error);

  if (path == NULL)
    return np_cli_fail (error);
  g_print ("%s\n", path);
  return NP_EXIT_DONE;
}

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_record_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_ARCHIVE, 1, 1, &options);
  g_autoptr (NpCatalog) catalog = NULL;
  g_autoptr (NpConsultation) consultation = NULL;

  if (status != NP_EXIT_DONE)
    return status;
  if (options.archive == NULL)
    return np_cli_usage (&np_record_command, _("--archive is missing: where is the record to be kept?"));
  catalog = np_cli_load_catalog (&options, &status);
  consultation = catalog == NULL ? NULL : np_cli_open (&options, catalog, &status);
  return consultation == NULL ? status : save (consultation, options.archive);
}

const NpCommand np_record_command
    = { "record", "FILE --archive DIR", N_("Sign off a complete consultation file and print the record's path"), run };
