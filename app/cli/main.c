/* SPDX-License-Identifier: GPL-3.0-or-later */
/* needlepointctl: the same core for scripts, servers, tests and translators. Each command is a file of its own. */
#include "np-config.h"
#include "np-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

static const NpCommand *const commands[] = {
  &np_screen_command,
  &np_record_command,
  &np_sheet_command,
  &np_verify_command,
  &np_catalog_check_command,
  &np_catalog_questions_command,
  &np_catalog_messages_command,
};

static void
print_help (void)
{
  /* Translators: heading above the list of commands */
  const char *heading = _("Commands:");

  g_print ("%s\n\n%s\n", _("Usage: needlepointctl COMMAND [OPTION...]"), heading);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-18s %s\n", commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("`needlepointctl COMMAND --help` tells more. `-` stands for standard input."));
}

/* How many words of the command line are this command's name; 0 = it is another. */
static guint
matches (const NpCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", 0);
  guint n_words = g_strv_length (words);

  if ((guint) argc < n_words + 1)
    return 0;
  for (guint i = 0; i < n_words; i++)
    if (!g_str_equal (words[i], argv[i + 1]))
      return 0;
  return n_words;
}

static int
run (int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      guint n_words = matches (commands[i], argc, argv);

      if (n_words > 0)
        return commands[i]->run (argc - n_words, argv + n_words);
    }
  g_printerr ("needlepointctl: %s\n", _("there is no such command; `needlepointctl --help` lists them"));
  return NP_EXIT_USAGE;
}

/* What went to standard output must have got there: a full disk is not a success. */
static int
close_output (int status)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  g_printerr ("needlepointctl: %s\n", _("standard output could not be written"));
  return NP_EXIT_IO;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc < 2)
    {
      print_help ();
      return NP_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return close_output (NP_EXIT_DONE);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("needlepointctl %s\n", NP_VERSION);
      return close_output (NP_EXIT_DONE);
    }
  return close_output (run (argc, argv));
}
