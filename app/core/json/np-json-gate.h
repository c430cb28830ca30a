/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits of one document that keep a hostile file from costing minutes or gigabytes: json-glib needs about half a
 * kilobyte for an empty object, and its tables of names can be made to collide. The largest real record stays below a
 * tenth of each. */
#define NP_JSON_GATE_MAX_VALUES 250000u
#define NP_JSON_GATE_MAX_MEMBERS 2048u
#define NP_JSON_GATE_MAX_NAME 256u
#define NP_JSON_GATE_MAX_COLLISIONS 32u

gboolean np_json_gate_check (const char *name, const char *text, gsize length, GError **error);

G_END_DECLS
