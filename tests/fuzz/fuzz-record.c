/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record codec: whatever is taken for a record has a name below the archive, makes a sheet, and comes back the same. */
#include "np-fuzz.h"

#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-record.h"
#include "np-sheet.h"

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  return 0;
}

static void
is_whole (JsonNode *file)
{
  g_autofree char *path = np_record_path (file, "archive");
  g_autofree char *text = np_json_write_pretty (file);
  g_autofree char *digest = np_json_digest (file);
  g_autoptr (JsonNode) back = np_json_read_bytes ("again", text, strlen (text), NULL);
  g_autofree char *again = back == NULL ? NULL : np_json_digest (back);
  g_autoptr (NpSheet) sheet = np_sheet_of_file (file);

  g_assert (g_str_has_prefix (path, "archive/") && strstr (path, "..") == NULL);
  g_assert_cmpstr (again, ==, digest);
  g_assert (sheet != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (JsonNode) file = np_json_read_bytes ("input", (const char *) bytes, length, NULL);
  g_autoptr (NpProblems) problems = np_problems_new ();

  if (file != NULL && np_record_check (file, "input", problems))
    is_whole (file);
  return 0;
}
