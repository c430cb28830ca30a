/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Pretty-printed for people: two spaces, members in their order, a newline at the end. Never json-glib's own generator. */
char *np_json_write_pretty (JsonNode *node);
/* RFC 8785 for the record's subset: no white space, members sorted. */
char *np_json_write_canonical (JsonNode *node);
/* lower-case hex SHA-256 of the canonical form */
char *np_json_digest (JsonNode *node);

/* Brings what was typed or pasted into the form a record may hold: CRLF to newline, NFC, control and bidi override characters
 * dropped. `dropped` (nullable) tells whether anything was. */
char *np_json_clean_text (const char *typed, gboolean *dropped);

/* Building objects: the member is left out when the value is NULL or empty. */
void np_json_put_string (JsonObject *object, const char *name, const char *value);
void np_json_put_int (JsonObject *object, const char *name, gint64 value);
void np_json_put_bool (JsonObject *object, const char *name, gboolean value);
void np_json_put_object (JsonObject *object, const char *name, JsonObject *value);  /* takes value */
void np_json_put_array (JsonObject *object, const char *name, JsonArray *value);    /* takes value; written even when empty */
void np_json_put_strings (JsonObject *object, const char *name, const char *const *values);

G_END_DECLS
