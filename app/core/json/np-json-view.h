/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-problems.h"

G_BEGIN_DECLS

/* A place in a document that knows its JSON pointer. Views live on the stack and point to the view they came from, so a pointer is
 * only written out when there is something to complain about. Getters never fail: what is missing or of the wrong type is added to
 * the problems and a harmless value comes back. */
typedef struct _NpJsonView NpJsonView;
struct _NpJsonView
{
  const NpJsonView *parent;
  const char *name;     /* member name, or NULL for an element */
  guint index;
  JsonNode *node;       /* NULL where the member is absent */
  const char *file;
  NpProblems *problems;
};

NpJsonView np_json_view_root (JsonNode *node, const char *file, NpProblems *problems);
gboolean np_json_view_exists (const NpJsonView *self);
char *np_json_view_pointer (const NpJsonView *self);
void np_json_view_complain (const NpJsonView *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Complains of every member that is not named; the list ends with NULL. */
void np_json_view_only (const NpJsonView *self, ...) G_GNUC_NULL_TERMINATED;
NpJsonView np_json_view_member (const NpJsonView *self, const char *name);
gboolean np_json_view_has (const NpJsonView *self, const char *name);
/* Names of an object's members, in the document's order. */
GList *np_json_view_names (const NpJsonView *self);
guint np_json_view_length (const NpJsonView *self);
NpJsonView np_json_view_element (const NpJsonView *self, guint index);

/* Typed values of a member. `need_` complains when it is missing, `opt_` gives the default. Strings are borrowed from the document. */
const char *np_json_view_need_string (const NpJsonView *self, const char *name);
const char *np_json_view_opt_string (const NpJsonView *self, const char *name, const char *otherwise);
gint64 np_json_view_need_int (const NpJsonView *self, const char *name, gint64 least, gint64 most);
gint64 np_json_view_opt_int (const NpJsonView *self, const char *name, gint64 least, gint64 most, gint64 otherwise);
gboolean np_json_view_need_bool (const NpJsonView *self, const char *name);
gboolean np_json_view_opt_bool (const NpJsonView *self, const char *name, gboolean otherwise);
NpJsonView np_json_view_need_object (const NpJsonView *self, const char *name);
NpJsonView np_json_view_need_array (const NpJsonView *self, const char *name);
/* absent is fine: a view that does not exist, of length 0 */
NpJsonView np_json_view_opt_object (const NpJsonView *self, const char *name);
NpJsonView np_json_view_opt_array (const NpJsonView *self, const char *name);
/* the view itself as a string, as an element of an array is */
const char *np_json_view_string (const NpJsonView *self);
/* one of `words` (NULL-terminated): its index, or -1 with a complaint that lists them */
int np_json_view_need_word (const NpJsonView *self, const char *name, const char *const *words);
int np_json_view_opt_word (const NpJsonView *self, const char *name, const char *const *words, int otherwise);

G_END_DECLS
