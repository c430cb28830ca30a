/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads documents, one a line, from standard input and answers each with a line: "ok", or the first thing that is wrong. A test in
 * another language asks it what the program's own readers say.
 *
 * Usage: read-lines consultation|record */
#include "np-consultation.h"
#include "np-document.h"
#include "np-json-read.h"
#include "np-record.h"
#include "np-test.h"

#include <stdio.h>
#include <string.h>

static gboolean
read_consultation (JsonNode *node, const NpCatalog *catalog, NpProblems *problems)
{
  g_autoptr (NpReading) reading = np_document_read (node, "line", catalog, problems);

  return reading != NULL && np_problems_count (problems) == 0;
}

static void
answer (const char *line, gboolean record, const NpCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = np_json_read_bytes ("line", line, strlen (line), &error);
  g_autoptr (NpProblems) problems = np_problems_new ();
  gboolean good;

  if (node == NULL)
    {
      g_strdelimit (error->message, "\n", ' ');
      puts (error->message);
      return;
    }
  good = record ? np_record_check (node, "line", problems) : read_consultation (node, catalog, problems);
  puts (good ? "ok" : np_problems_line (problems, 0));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = np_test_data ("catalog");
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = np_catalog_load (folder, NULL, NULL, &error);
  g_autofree char *line = NULL;
  gsize room = 0;
  gssize length;

  if (catalog == NULL || argc != 2)
    g_error ("read-lines consultation|record: %s", error != NULL ? error->message : "one word is needed");
  while ((length = getline (&line, &room, stdin)) > 0)
    {
      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      answer (line, g_str_equal (argv[1], "record"), catalog);
    }
  return EXIT_SUCCESS;
}
