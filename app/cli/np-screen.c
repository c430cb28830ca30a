/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `screen`: facts to assessment. */
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_screen_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_JSON, 1, 1, &options);
  g_autoptr (NpCatalog) catalog = status == NP_EXIT_DONE ? np_cli_load_catalog (&options, &status) : NULL;
  g_autoptr (NpConsultation) consultation = catalog == NULL ? NULL : np_cli_open (&options, catalog, &status);
  g_autoptr (JsonNode) assessment = NULL;
  g_autofree char *text = NULL;

  if (consultation == NULL)
    return status;
  assessment = np_consultation_assessment_json (consultation);
  text = np_json_write_pretty (assessment);
  g_print ("%s", text);
  return NP_EXIT_DONE;
}

const NpCommand np_screen_command = { "screen", "FILE", N_("Print what follows from a consultation file, as JSON"), run };
