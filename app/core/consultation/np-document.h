/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-assessment.h"
#include "np-clock.h"
#include "np-json-view.h"

G_BEGIN_DECLS

/* The consultation document: its strict reading, and the facts in it. */

#define NP_CONSULTATION_FORMAT "needlepoint-consultation/1"

/* What a strict reading yields beside "nothing is wrong". */
typedef struct
{
  NpFacts *facts;
  GArray *rulings;        /* NpRuling, in the order of `decisions`; basis strings belong to the document */
} NpReading;

/* Complains of everything that is not as the format says: shapes, words, ids the catalogue does not know, dates, planned before
 * assessed. NULL when its shape is wrong: then the ids in it were not looked at. */
NpReading *np_document_read (JsonNode *document, const char *file, const NpCatalog *catalog, NpProblems *problems);
void np_reading_free (NpReading *self);
/* A new, empty document. */
JsonNode *np_document_new (const NpCatalog *catalog, const char *language, const NpClock *clock);
/* Takes out what `catalog` does not know and lists it under "unknown", so that an old draft can go on. */
void np_document_set_aside_unknown (JsonNode *document, const NpCatalog *catalog);
/* Reads one answer's states into facts (the same code that reads the document). */
void np_document_read_answer (const NpJsonView *answer, guint question, NpFacts *facts);

/* Values by JSON pointer ("/patient/name"); NULL, 0, FALSE where there is none. */
JsonNode *np_document_lookup (JsonNode *document, const char *pointer);
const char *np_document_string (JsonNode *document, const char *pointer);
/* Sets, or removes with a NULL value, making objects on the way; an array element is named by its number, "-" appends. Takes value. */
void np_document_put (JsonNode *document, const char *pointer, JsonNode *value);
/* A copy that shares nothing with the original, which json_node_copy () does. */
JsonNode *np_document_copy (JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReading, np_reading_free)

G_END_DECLS
