/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog-private.h"
#include "np-json-view.h"
#include "np-rule-parse.h"

G_BEGIN_DECLS

/* One run of the loader: the catalogue that is being filled, and what waits until every id is known. */
typedef struct
{
  NpCatalog *catalog;
  NpProblems *problems;
  const char *const *paths;    /* per NpFile: its name in complaints */
  GHashTable *named;           /* name -> NpNamedRule (the `terms` of findings.json) */
  GArray *rules;               /* rules to compile once every id is known */
  GArray *references;          /* ids to look up once every id is known */
  GHashTable *contexts;        /* "id.field" of the texts so far */
  GHashTable *sources;         /* keys declared in catalog.json */
  const char *within;          /* for entries inside entries: the id that theirs is put behind */
  gboolean again;              /* in an entry whose id was there before: its texts are, too, which says nothing new */
} NpLoad;

/* Rules and ids that wait until every id is known. */
typedef struct
{
  NpRule *rule;
  const char *text;
  NpRuleAllow allow;
  const NpFinding *waiting;
  const char *file;
  char *pointer;
} NpPendingRule;

typedef struct
{
  guint16 *position;
  const char *id, *called;
  NpTable table;
  const char *file;
  char *pointer;
} NpPendingReference;

typedef enum { NP_FOR_STAFF, NP_FOR_PATIENT } NpAudience;
typedef void (*NpReadEntry) (NpLoad *load, const NpJsonView *view, gpointer entry);

/* memory that lives as long as the catalogue */
gpointer np_load_memory (NpLoad *load, gsize count, gsize size);
const char *np_load_dotted (NpLoad *load, const char *first, const char *second);

/* Reads each object of the array `member` into an entry of `size` bytes whose first member is its id. */
/* Entries that have entries inside set load->within before they read those. */
gpointer np_load_list (NpLoad *load, const NpJsonView *view, const char *member, NpTable table, gsize size, NpReadEntry read, guint *n);
const char *np_load_id (const NpJsonView *view);
/* a string that is not empty; complains and gives "" otherwise */
const char *np_load_words (const NpJsonView *view, const char *member);
NpText np_load_text (NpLoad *load, const NpJsonView *view, const char *member, const char *id, NpAudience who, const char *purpose);
NpText np_load_opt_text (NpLoad *load, const NpJsonView *view, const char *member, const char *id, NpAudience who, const char *purpose);
NpEvidence np_load_evidence (NpLoad *load, const NpJsonView *view);
const char *const *np_load_strings (NpLoad *load, const NpJsonView *view, const char *member, guint *n);

/* Reads the array `member` of items; its texts get the id `prefix`.ID. With evidence, each item has to bring its own; with roles, it may
 * say for whom it is. */
typedef enum { NP_ITEMS_PLAIN, NP_ITEMS_EVIDENCE, NP_ITEMS_ROLES, NP_ITEMS_WHEN } NpItemsMore;
typedef struct { const char *member, *field, *prefix; NpAudience who; const char *purpose; NpItemsMore more; } NpItemsKind;
NpItems np_load_items (NpLoad *load, const NpJsonView *view, const NpItemsKind *kind, NpTable table);

/* A rule, compiled later. np_load_rule () takes a missing one as unset. */
void np_load_rule (NpLoad *load, const NpJsonView *view, const char *member, NpRuleAllow allow, const NpFinding *waiting, NpRule *rule);
void np_load_need_rule (NpLoad *load, const NpJsonView *view, const char *member, NpRuleAllow allow, NpRule *rule);
/* An id, looked up later; what it is called in a complaint. */
void np_load_reference (NpLoad *load, const NpJsonView *place, const char *id, NpTable table, const char *called, guint16 *position);
/* Does what was put off: first the references, then the rules. */
void np_load_finish (NpLoad *load);

/* The files. */
void np_load_catalog_file (NpLoad *load, const NpJsonView *root);
void np_load_indications (NpLoad *load, const NpJsonView *root);
void np_load_areas (NpLoad *load, const NpJsonView *root);
void np_load_devices (NpLoad *load, const NpJsonView *root);
void np_load_products (NpLoad *load, const NpJsonView *root);
void np_load_questions (NpLoad *load, const NpJsonView *root);
void np_load_findings (NpLoad *load, const NpJsonView *root);
void np_load_risks (NpLoad *load, const NpJsonView *root);
void np_load_information (NpLoad *load, const NpJsonView *root);
void np_load_teach_back (NpLoad *load, const NpJsonView *root);
void np_load_attestations (NpLoad *load, const NpJsonView *root);
void np_load_sheet (NpLoad *load, const NpJsonView *root);

/* Checks that need the whole catalogue, and the order of the findings. */
void np_load_check (NpLoad *load);
void np_load_check_reach (NpLoad *load);
void np_load_order_findings (NpLoad *load);
void np_load_find_disclosers (NpLoad *load);

G_END_DECLS
