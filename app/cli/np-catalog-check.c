/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `catalog check`: all that is wrong with a catalogue and its overlay. */
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

static void
print_json (const NpCatalog *catalog, const NpProblems *problems)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();
  g_autofree char *text = NULL;

  np_json_put_bool (object, "good", np_problems_count (problems) == 0);
  if (catalog != NULL)
    {
      np_json_put_string (object, "id", catalog->id);
      np_json_put_string (object, "version", catalog->version);
      np_json_put_string (object, "digest", np_catalog_effective_digest (catalog));
    }
  for (guint i = 0; i < np_problems_count (problems); i++)
    json_array_add_string_element (lines, np_problems_line (problems, i));
  np_json_put_array (object, "problems", lines);
  json_node_take_object (root, object);
  text = np_json_write_pretty (root);
  g_print ("%s", text);
}

static void
print_lines (const NpCatalog *catalog, const NpProblems *problems)
{
  for (guint i = 0; i < np_problems_count (problems); i++)
    g_printerr ("%s\n", np_problems_line (problems, i));
  if (catalog != NULL)
    /* Translators: id and version of the catalogue, then how many entries of each kind, then the digest */
    g_print (_("%s %s: questions: %u, findings: %u, risks: %u; nothing is wrong. Digest %s\n"), catalog->id, catalog->version,
             catalog->n_questions, catalog->n_findings, catalog->n_risks, np_catalog_effective_digest (catalog));
}

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_catalog_check_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_JSON, 0, 0, &options);
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = NULL;

  if (status != NP_EXIT_DONE)
    return status;
  catalog = np_catalog_load (options.catalog, options.overlay, problems, &error);
  if (catalog == NULL && np_problems_count (problems) == 0)
    return np_cli_fail (error);
  if (options.json)
    print_json (catalog, problems);
  else
    print_lines (catalog, problems);
  if (catalog == NULL)
    return g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_MISSING) ? NP_EXIT_NO_INPUT : NP_EXIT_NO;
  return NP_EXIT_DONE;
}

const NpCommand np_catalog_check_command
    = { "catalog check", "[--catalog DIR] [--overlay FILE]", N_("List everything that is wrong with the clinical catalogue"), run };
