/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all commands share: options, exit statuses, opening what they work on. */
#include "np-config.h"
#include "np-cli.h"

#include <glib/gi18n-lib.h>

#include "np-json-read.h"
#include "np-record.h"
#include "np-save.h"
#include "np-seal-error.h"

static void
add_options (GOptionContext *context, NpTakes takes, NpOptions *options)
{
  const GOptionEntry always[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, _("Show the version and leave"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry catalog[] = {
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &options->catalog, _("Read the clinical catalogue from DIR"), "DIR" },
    { "overlay", 0, 0, G_OPTION_ARG_FILENAME, &options->overlay, _("Merge the clinic's own entries from FILE"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  /* Translators: help of an option */
  const GOptionEntry json[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, _("Print JSON"), NULL }, G_OPTION_ENTRY_NULL };
  const GOptionEntry archive[] = {
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &options->archive, _("Save the record below DIR"), "DIR" }, G_OPTION_ENTRY_NULL
  };
  const GOptionEntry output[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, _("Write the sheet to OUT.pdf"), "OUT.pdf" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, _("Paper size: a4 or letter"), "SIZE" },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &options->blank, _("A sheet to fill in by hand"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry practitioner[] = {
    { "practitioner", 0, 0, G_OPTION_ARG_STRING, &options->practitioner, _("Seal the record with the key of this practitioner"), "ID" },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &options->passphrase_fd, _("Read the key's passphrase from the open file N"), "N" },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry keys[] = {
    { "keys", 0, 0, G_OPTION_ARG_FILENAME, &options->keys, _("Name who sealed, from the clinic's keys in FILE"), "FILE" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, always, NULL);
  if (takes & NP_TAKES_CATALOG)
    g_option_context_add_main_entries (context, catalog, NULL);
  if (takes & NP_TAKES_JSON)
    g_option_context_add_main_entries (context, json, NULL);
  if (takes & NP_TAKES_ARCHIVE)
    g_option_context_add_main_entries (context, archive, NULL);
  if (takes & NP_TAKES_OUTPUT)
    g_option_context_add_main_entries (context, output, NULL);
  if (takes & NP_TAKES_PRACTITIONER)
    g_option_context_add_main_entries (context, practitioner, NULL);
  if (takes & NP_TAKES_KEYS)
    g_option_context_add_main_entries (context, keys, NULL);
}

/**
 * np_cli_usage:
 * @command: the command that was called
 * @problem: what is wrong with the call
 *
 * Says what is wrong and how the command is called.
 *
 * Returns: %NP_EXIT_USAGE
 */
int
np_cli_usage (const NpCommand *command, const char *problem)
{
  /* Translators: %s is the name of a command and then its arguments */
  g_autofree char *how = g_strdup_printf (_("Usage: needlepointctl %s %s"), command->name, command->arguments);

  g_printerr ("needlepointctl: %s\n%s\n", problem, how);
  return NP_EXIT_USAGE;
}

/**
 * np_cli_parse:
 * @command: the command that was called
 * @argc: number of words
 * @argv: the words, the command's own name first
 * @takes: which shared options the command takes
 * @least: how many files it needs
 * @most: how many files it takes
 * @options: (out): what was said
 *
 * Reads a command's options. `--help` and `--version` end the program.
 *
 * Returns: %NP_EXIT_DONE to go on, else the exit status
 */
int
np_cli_parse (const NpCommand *command, int argc, char **argv, NpTakes takes, guint least, guint most, NpOptions *options)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("needlepointctl %s", command->name);
  guint n_files;

  *options = (NpOptions) { .passphrase_fd = -1 };
  g_set_prgname (name);
  g_option_context_set_summary (context, _(command->summary));
  add_options (context, takes, options);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return np_cli_usage (command, error->message);
  if (options->version)
    {
      g_print ("needlepointctl %s\n", NP_VERSION);
      exit (NP_EXIT_DONE);
    }
  n_files = options->files == NULL ? 0 : g_strv_length (options->files);
  if (n_files < least)
    return np_cli_usage (command, _("a file is missing"));
  if (n_files > most)
    return np_cli_usage (command, _("there are too many files"));
  return NP_EXIT_DONE;
}

/**
 * np_options_clear:
 * @options: options
 *
 * Frees what options hold.
 */
void
np_options_clear (NpOptions *options)
{
  g_free (options->catalog);
  g_free (options->overlay);
  g_free (options->archive);
  g_free (options->output);
  g_free (options->paper);
  g_free (options->keys);
  g_free (options->practitioner);
  g_strfreev (options->files);
}

static int
json_status (int code)
{
  switch ((NpJsonError) code)
    {
    case NP_JSON_ERROR_MISSING:
      return NP_EXIT_NO_INPUT;
    case NP_JSON_ERROR_IO:
      return NP_EXIT_IO;
    case NP_JSON_ERROR_SYNTAX:
    case NP_JSON_ERROR_CONTENT:
      return NP_EXIT_DATA;
    }
  return NP_EXIT_DATA;
}

static int
save_status (int code)
{
  switch ((NpSaveError) code)
    {
    case NP_SAVE_ERROR_EXISTS:
    case NP_SAVE_ERROR_FULL:
    case NP_SAVE_ERROR_DENIED:
      return NP_EXIT_CANNOT_WRITE;
    case NP_SAVE_ERROR_UNCERTAIN:
    case NP_SAVE_ERROR_IO:
      return NP_EXIT_IO;
    }
  return NP_EXIT_IO;
}

static int
seal_status (int code)
{
  switch ((NpSealError) code)
    {
    case NP_SEAL_ERROR_FORM:
    case NP_SEAL_ERROR_SIGNATURE:
      return NP_EXIT_DATA;
    case NP_SEAL_ERROR_PASSPHRASE:
    case NP_SEAL_ERROR_TOO_SOON:
    case NP_SEAL_ERROR_STATE:
      return NP_EXIT_NO;
    case NP_SEAL_ERROR_LIBRARY:
      return NP_EXIT_IO;
    }
  return NP_EXIT_IO;
}

/**
 * np_cli_status:
 * @error: what went wrong
 *
 * Returns: the exit status that belongs to it
 */
int
np_cli_status (const GError *error)
{
  if (error->domain == NP_JSON_ERROR)
    return json_status (error->code);
  if (error->domain == NP_SAVE_ERROR)
    return save_status (error->code);
  if (error->domain == NP_SEAL_ERROR)
    return seal_status (error->code);
  if (error->domain == NP_CONSULTATION_ERROR)
    return NP_EXIT_DATA;
  return error->domain == NP_RECORD_ERROR ? NP_EXIT_NO : NP_EXIT_IO;
}

/**
 * np_cli_fail:
 * @error: what went wrong
 *
 * Says an error on standard error, a line each.
 *
 * Returns: the exit status that belongs to it
 */
int
np_cli_fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return np_cli_status (error);
}

/**
 * np_cli_load_catalog:
 * @options: the command's options
 * @status: (out): the exit status when there is none
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL when it was said what is wrong
 */
NpCatalog *
np_cli_load_catalog (const NpOptions *options, int *status)
{
  g_autoptr (GError) error = NULL;
  NpCatalog *catalog = np_catalog_load (options->catalog, options->overlay, NULL, &error);

  if (catalog == NULL)
    *status = np_cli_fail (error);
  return catalog;
}

/**
 * np_cli_open:
 * @options: the command's options, with one file
 * @catalog: the catalogue to read it with
 * @status: (out): the exit status when it cannot be read
 *
 * Opens the consultation file of a command as it stands.
 *
 * Returns: (transfer full) (nullable): the consultation; %NULL when it was said what is wrong
 */
NpConsultation *
np_cli_open (const NpOptions *options, NpCatalog *catalog, int *status)
{
  g_autoptr (GError) error = NULL;
  NpConsultation *consultation
      = np_consultation_open_file (catalog, np_clock_system (), options->files[0], FALSE, &error);

  if (consultation == NULL)
    *status = np_cli_fail (error);
  return consultation;
}
