/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* What a shell script may rely on (sysexits.h). */
enum
{
  NP_EXIT_DONE = 0,
  NP_EXIT_NO = 1,          /* the answer is no */
  NP_EXIT_USAGE = 64,
  NP_EXIT_DATA = 65,       /* not readable as what it should be */
  NP_EXIT_NO_INPUT = 66,
  NP_EXIT_CANNOT_WRITE = 73,
  NP_EXIT_IO = 74
};

typedef struct
{
  const char *name;        /* "catalog check" */
  const char *arguments;   /* "FILE -o OUT.pdf" */
  const char *summary;
  int (*run) (int argc, char **argv);
} NpCommand;

extern const NpCommand np_screen_command, np_record_command, np_sheet_command, np_catalog_check_command, np_catalog_questions_command,
    np_catalog_messages_command, np_verify_command;

#define NP_MADE_BY "needlepointctl " NP_VERSION

/* The options that commands share; what a command does not take stays NULL. */
typedef struct
{
  char *catalog, *overlay, *archive, *output, *paper, *keys, *practitioner;
  int passphrase_fd;     /* -1: none was given */
  gboolean json, blank, version;
  char **files;
} NpOptions;

typedef enum {
  NP_TAKES_CATALOG = 1 << 0,
  NP_TAKES_JSON = 1 << 1,
  NP_TAKES_ARCHIVE = 1 << 2,
  NP_TAKES_OUTPUT = 1 << 3,
  NP_TAKES_KEYS = 1 << 4,
  NP_TAKES_PRACTITIONER = 1 << 5
} NpTakes;

/* NP_EXIT_DONE to go on; anything else is the command's exit status, and everything has been said. `least` to `most` files. */
int np_cli_parse (const NpCommand *command, int argc, char **argv, NpTakes takes, guint least, guint most, NpOptions *options);
void np_options_clear (NpOptions *options);
int np_cli_usage (const NpCommand *command, const char *problem);
/* the exit status that belongs to an error; and the same, saying it */
int np_cli_status (const GError *error);
int np_cli_fail (const GError *error);
NpCatalog *np_cli_load_catalog (const NpOptions *options, int *status);
NpConsultation *np_cli_open (const NpOptions *options, NpCatalog *catalog, int *status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpOptions, np_options_clear)

G_END_DECLS
