/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "np-document.h"
#include "np-json-read.h"
#include "np-json-write.h"

/* assess-stream CATALOG: reads consultation documents, one on each line of standard input, and prints for each a line
 * { "assessment": ..., "bases": { finding: basis } }, or { "refused": reason } of a document that is not valid. */

static void
put_bases (JsonObject *answer, const NpFacts *facts, const NpAssessment *assessment)
{
  JsonObject *bases = json_object_new ();

  for (guint i = 0; i < assessment->n_findings; i++)
    {
      const NpFired *fired = &assessment->findings[i];
      g_autofree char *basis = np_assessment_basis (facts, fired);

      json_object_set_string_member (bases, assessment->catalog->findings[fired->finding].id, basis);
    }
  json_object_set_object_member (answer, "bases", bases);
}

static void
put_assessment (JsonObject *answer, const NpReading *reading)
{
  g_autoptr (NpLanguage) english = np_language_new ("en", NULL);
  g_autoptr (NpAssessment) assessment =
      np_assess (reading->facts, (const NpRuling *) (gpointer) reading->rulings->data, reading->rulings->len);

  json_object_set_member (answer, "assessment", np_assessment_to_json (assessment, english, NULL));
  put_bases (answer, reading->facts, assessment);
}

static void
put_answer (JsonObject *answer, const NpCatalog *catalog, const char *line, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = np_json_read_bytes ("line", line, length, &error);
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = document == NULL ? NULL : np_document_read (document, "line", catalog, problems);

  if (error == NULL)
    np_problems_none (problems, &error);
  if (reading == NULL || error != NULL)
    json_object_set_string_member (answer, "refused", error == NULL ? "not a consultation" : error->message);
  else
    put_assessment (answer, reading);
}

static void
answer_line (const NpCatalog *catalog, const char *line, gsize length)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), json_object_new ());
  g_autofree char *text = NULL;

  json_object_unref (json_node_get_object (node));
  put_answer (json_node_get_object (node), catalog, line, length);
  text = np_json_write_canonical (node);
  puts (text);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = np_catalog_load (argc > 1 ? argv[1] : NULL, NULL, NULL, &error);
  char *line = NULL;
  size_t room = 0;
  ssize_t length;

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  while ((length = getline (&line, &room, stdin)) > 0)
    answer_line (catalog, line, (gsize) length - (line[length - 1] == '\n'));
  free (line);
  return EXIT_SUCCESS;
}
