/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-problems.h"

G_BEGIN_DECLS

#define NP_JSON_MAX_BYTES (8u * 1024 * 1024)
#define NP_JSON_MAX_DEPTH 64

/* The strict gate (RFC 8259, size, depth, duplicate names, NUL, surrogates, integers within 2^53-1, no fractions or exponents, no
 * null, no control or bidi override characters; np-json-gate.h has the limits on names and values), then json-glib. `name` stands in
 * the messages. */
JsonNode *np_json_read_bytes (const char *name, const char *text, gsize length, GError **error);
/* `path` may be "-" for standard input. */
JsonNode *np_json_read_file (const char *path, GError **error);

G_END_DECLS
