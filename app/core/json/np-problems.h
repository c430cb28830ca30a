/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NpJsonError:
 * @NP_JSON_ERROR_SYNTAX: the bytes are not one strict JSON document
 * @NP_JSON_ERROR_CONTENT: the document is JSON but not what it should be
 * @NP_JSON_ERROR_MISSING: there is no such file
 * @NP_JSON_ERROR_IO: the file could not be read
 */
typedef enum {
  NP_JSON_ERROR_SYNTAX,
  NP_JSON_ERROR_CONTENT,
  NP_JSON_ERROR_MISSING,
  NP_JSON_ERROR_IO,
} NpJsonError;

#define NP_JSON_ERROR (np_json_error_quark ())
GQuark np_json_error_quark (void);

/* What is wrong with a document: every place, in the order found. A reader goes on after a problem, so that a person sees all of
 * them at once. */
typedef struct _NpProblems NpProblems;

NpProblems *np_problems_new (void);
void np_problems_free (NpProblems *self);
void np_problems_add (NpProblems *self, const char *file, const char *pointer, const char *format, ...) G_GNUC_PRINTF (4, 5);
guint np_problems_count (const NpProblems *self);
/* "FILE: /json/pointer: what is wrong" */
const char *np_problems_line (const NpProblems *self, guint index);
const char *np_problems_what (const NpProblems *self, guint index);
/* FALSE and the first line as an error when there is any; TRUE when there is none */
gboolean np_problems_none (const NpProblems *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpProblems, np_problems_free)

G_END_DECLS
