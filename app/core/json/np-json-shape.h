/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-json-view.h"

G_BEGIN_DECLS

/* What a document looks like, as a table: the counterpart in C of a published JSON Schema. Ids of the catalogue are only words
 * here, so a shape never grows old with the catalogue. */
typedef enum
{
  NP_JSON_STRING,
  NP_JSON_TEXT,      /* a string that is not empty */
  NP_JSON_ID,        /* a-z 0-9 - _ : */
  NP_JSON_WORD,      /* one of `words` */
  NP_JSON_FORM,      /* a string that `fits` */
  NP_JSON_INTEGER,   /* from `least` to `most` */
  NP_JSON_BOOLEAN,
  NP_JSON_OBJECT,    /* with `members` and no others */
  NP_JSON_MAP,       /* an object of any ids, each value of shape `each` */
  NP_JSON_LIST,      /* an array, each element of shape `each`, at least `least` of them */
  NP_JSON_OTHER      /* whatever `check` says */
} NpJsonKind;

typedef struct _NpJsonShape NpJsonShape;

typedef struct
{
  const char *name;
  const NpJsonShape *shape;
  gboolean needed;
} NpJsonMember;

struct _NpJsonShape
{
  NpJsonKind kind;
  const NpJsonMember *members;        /* ends with a name of NULL */
  const NpJsonShape *each;
  const char *const *words;
  gint64 least, most;
  gboolean (*fits) (const char *text);
  const char *expected;               /* what is complained of where it does not fit */
  void (*check) (const NpJsonView *view);   /* what no table can say; called after the rest */
};

/* Complains of everything that is not of this shape. */
void np_json_shape_check (const NpJsonShape *self, const NpJsonView *view);

extern const NpJsonShape np_json_shape_string, np_json_shape_text, np_json_shape_id, np_json_shape_boolean;
extern const NpJsonShape np_json_shape_strings, np_json_shape_texts, np_json_shape_ids;

G_END_DECLS
