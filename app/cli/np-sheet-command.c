/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `sheet`: the consent sheet of a record, a consultation, or nothing, as PDF. */
#include "np-config.h"
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-json-read.h"
#include "np-paper.h"
#include "np-record.h"

static NpSheet *
sheet_of_consultation (JsonNode *file, const NpOptions *options, NpCatalog *catalog, GError **error)
{
  g_autoptr (NpConsultation) consultation
      = np_consultation_open (catalog, np_clock_system (), file, options->files[0], FALSE, error);

  return consultation == NULL ? NULL : np_sheet_of_consultation (consultation, NP_MADE_BY);
}

static NpSheet *
sheet_of_record (JsonNode *file, const char *name, GError **error)
{
  g_autoptr (NpProblems) problems = np_problems_new ();

  np_record_check (file, name, problems);
  if (!np_problems_none (problems, error))
    return NULL;
  return np_sheet_of_file (file);
}

/* A record needs no catalogue: it brings its own words. */
static NpSheet *
sheet_of_file (const NpOptions *options, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = np_json_read_file (options->files[0], &error);
  g_autoptr (NpCatalog) catalog = NULL;
  NpSheet *sheet = NULL;

  if (file != NULL && json_object_has_member (json_node_get_object (file), "record"))
    sheet = sheet_of_record (file, options->files[0], &error);
  else if (file != NULL)
    {
      catalog = np_cli_load_catalog (options, status);
      if (catalog == NULL)
        return NULL;
      sheet = sheet_of_consultation (file, options, catalog, &error);
    }
  if (sheet == NULL)
    *status = np_cli_fail (error);
  return sheet;
}

/* A box in place of a letter can be a name or a medicine: whoever prints has to know. */
static void
warn_of_boxes (const NpPaper *paper)
{
  guint missing = np_paper_missing_glyphs (paper);

  if (missing > 0)
    /* Translators: %u is how many characters */
    g_printerr (ngettext ("needlepointctl: no installed font has %u of the characters, which prints as a box\n",
                          "needlepointctl: no installed font has %u of the characters, which print as boxes\n", missing), missing);
}

static int
write_sheet (const NpSheet *sheet, const NpPageSize *size, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpPaper) paper = np_paper_new (sheet, size);

  if (!np_paper_write_pdf (paper, path, &error))
    return np_cli_fail (error);
  g_print ("%s\n", path);
  warn_of_boxes (paper);
  return NP_EXIT_DONE;
}

/* the consultation in a file, whether it is one or a record of one */
static JsonNode *
consultation_in (JsonNode *file)
{
  JsonNode *record = json_object_get_member (json_node_get_object (file), "record");
  JsonNode *inside = record != NULL && JSON_NODE_HOLDS_OBJECT (record)
                         ? json_object_get_member (json_node_get_object (record), "consultation")
                         : file;

  return inside != NULL && JSON_NODE_HOLDS_OBJECT (inside) ? inside : file;
}

/* With a file: for its clinic and its plan, and for nobody in particular. */
static NpSheet *
blank_sheet (const NpOptions *options, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = options->files == NULL ? NULL : np_json_read_file (options->files[0], &error);
  g_autoptr (NpCatalog) catalog = error == NULL ? np_cli_load_catalog (options, status) : NULL;
  NpSheet *sheet = NULL;

  if (error == NULL && catalog == NULL)
    return NULL;
  if (error == NULL)
    sheet = np_sheet_blank (catalog, np_clock_system (), catalog->language, file == NULL ? NULL : consultation_in (file), &error);
  if (sheet == NULL)
    *status = np_cli_fail (error);
  return sheet;
}

static int
run (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  int status = np_cli_parse (&np_sheet_command, argc, argv, NP_TAKES_CATALOG | NP_TAKES_OUTPUT, 0, 1, &options);
  const NpPageSize *size;
  g_autoptr (NpSheet) sheet = NULL;

  if (status != NP_EXIT_DONE)
    return status;
  if (options.output == NULL)
    return np_cli_usage (&np_sheet_command, _("-o is missing: where is the sheet to be written?"));
  if (options.files == NULL && !options.blank)
    return np_cli_usage (&np_sheet_command, _("a file is missing"));
  size = np_page_size_find (options.paper);
  if (size == NULL)
    return np_cli_usage (&np_sheet_command, _("the paper is a4 or letter"));
  sheet = options.blank ? blank_sheet (&options, &status) : sheet_of_file (&options, &status);
  return sheet == NULL ? status : write_sheet (sheet, size, options.output);
}

const NpCommand np_sheet_command
    = { "sheet", "[--blank] FILE -o OUT.pdf", N_("Write the consent sheet of a record or a consultation, or a blank one, as PDF"), run };
