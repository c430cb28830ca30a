/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How far a desk's chain of seals had come. */
typedef struct
{
  char *kid;          /* the desk's key */
  gint64 sequence;    /* of its newest seal */
  char *digest;       /* of that seal's signing input */
} NpHead;

NpHead *np_head_new (const char *kid, gint64 sequence, const char *digest);
void np_head_free (NpHead *self);
NpHead *np_head_from_json (JsonObject *object);
JsonObject *np_head_to_json (const NpHead *self);

/* lists of them, at most one a desk */
GPtrArray *np_head_list_new (void);
GPtrArray *np_head_list_from_json (JsonArray *array);
JsonArray *np_head_list_to_json (GPtrArray *heads);
NpHead *np_head_list_find (GPtrArray *heads, const char *kid);
/* keeps whichever is further on */
void np_head_list_note (GPtrArray *heads, const char *kid, gint64 sequence, const char *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpHead, np_head_free)

G_END_DECLS
