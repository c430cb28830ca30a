/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict reader: what it takes can be written in both ways and read again, and is the same then. */
#include "np-fuzz.h"

#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"

static void
comes_back (const char *text, const char *digest)
{
  g_autoptr (JsonNode) node = np_json_read_bytes ("again", text, strlen (text), NULL);
  g_autofree char *again = node == NULL ? NULL : np_json_digest (node);

  g_assert_cmpstr (again, ==, digest);
}

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = np_json_read_bytes ("input", (const char *) bytes, length, &error);
  g_autofree char *digest = NULL, *pretty = NULL, *canonical = NULL;

  g_assert ((node == NULL) == (error != NULL));
  if (node == NULL)
    return 0;
  digest = np_json_digest (node);
  pretty = np_json_write_pretty (node);
  canonical = np_json_write_canonical (node);
  comes_back (pretty, digest);
  comes_back (canonical, digest);
  return 0;
}
