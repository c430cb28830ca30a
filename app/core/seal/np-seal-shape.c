/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-shape.h"

#include <string.h>

#include "np-key.h"
#include "np-seal-error.h"

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && text[strspn (text, "0123456789abcdef")] == '\0';
}

const NpJsonShape np_seal_shape_digest
    = { .kind = NP_JSON_FORM, .fits = is_digest, .expected = "a SHA-256 in hexadecimal digits" };
const NpJsonShape np_seal_shape_kid = { .kind = NP_JSON_FORM, .fits = np_key_is_id, .expected = "a key's thumbprint" };
const NpJsonShape np_seal_shape_sequence
    = { .kind = NP_JSON_INTEGER, .least = 1, .most = G_GINT64_CONSTANT (9007199254740991) };

static const NpJsonMember head_members[] = { { "kid", &np_seal_shape_kid, TRUE },
                                             { "sequence", &np_seal_shape_sequence, TRUE },
                                             { "digest", &np_seal_shape_digest, TRUE },
                                             { 0 } };
const NpJsonShape np_seal_shape_head = { .kind = NP_JSON_OBJECT, .members = head_members };
const NpJsonShape np_seal_shape_heads = { .kind = NP_JSON_LIST, .each = &np_seal_shape_head };

gboolean
np_seal_shape_fits (const NpJsonShape *self, JsonNode *node, const char *name, GError **error)
{
  g_autoptr (NpProblems) problems = np_problems_new ();
  NpJsonView view = np_json_view_root (node, name, problems);

  np_json_shape_check (self, &view);
  if (np_problems_count (problems) == 0)
    return TRUE;
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, np_problems_line (problems, 0));
  return FALSE;
}
