/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-document.h"

G_BEGIN_DECLS

/* What the files that read and write the document share. */

typedef struct
{
  const NpCatalog *catalog;
  NpProblems *problems;
  NpReading *reading;
  GPtrArray *aside;   /* pointers of what this catalogue does not accept; NULL where nothing is set aside */
} NpReader;

typedef void (*NpReadFunc) (NpReader *reader, const NpJsonView *view);
/* Reads one thing that speaks in the catalogue's ids, so that it can be set aside as a whole. */
void np_reader_item (NpReader *reader, const NpJsonView *view, NpReadFunc read);
void np_reader_items (NpReader *reader, const NpJsonView *array, NpReadFunc read);
void np_reader_members (NpReader *reader, const NpJsonView *object, NpReadFunc read);

typedef int (*NpFindFunc) (const NpCatalog *catalog, const char *id);
/* the position of an id; -1 after a complaint */
int np_reader_find (NpReader *reader, const NpJsonView *view, const char *id, NpFindFunc find);
int np_reader_find_item (const NpJsonView *view, const char *id, const NpItems *items);
void np_reader_complain_of (const NpJsonView *view, const char *id, const char *what);
void np_reader_text (const NpJsonView *view, const char *name);
void np_reader_stamp (const NpJsonView *view, const char *name, gboolean needed);
/* NP_DAY_NONE where there is none */
NpDay np_reader_day (const NpJsonView *view, const char *name, gboolean needed);
void np_reader_opt_id (NpReader *reader, const NpJsonView *view, const char *name, const NpItems *items);
void np_reader_opt_ids (NpReader *reader, const NpJsonView *view, const char *name, const NpItems *items);

void np_document_read_people (NpReader *reader, const NpJsonView *root);
void np_document_read_lists (NpReader *reader, const NpJsonView *root);
void np_document_read_plan (NpReader *reader, const NpJsonView *root);
void np_document_read_answers (NpReader *reader, const NpJsonView *root);
void np_document_read_decisions (NpReader *reader, const NpJsonView *root);
void np_document_read_talk (NpReader *reader, const NpJsonView *root);
void np_document_read_signing (NpReader *reader, const NpJsonView *root);

JsonNode *np_document_copy_clean (JsonNode *node);
void np_document_put_string (JsonNode *document, const char *pointer, const char *text);
JsonArray *np_document_array (JsonNode *document, const char *pointer);     /* NULL where there is none */
JsonObject *np_document_object (JsonNode *document, const char *pointer);
void np_document_name_catalog (JsonNode *document, const NpCatalog *catalog);
void np_document_log (JsonNode *document, const NpClock *clock, const char *what, const char *of, const char *detail);

G_END_DECLS
