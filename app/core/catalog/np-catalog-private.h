/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

G_BEGIN_DECLS

/* The tables that ids are looked up in: the positions of NpCatalog.by_id. */
typedef enum {
  NP_TABLE_INDICATIONS,
  NP_TABLE_SETS,
  NP_TABLE_DEPTHS,
  NP_TABLE_AREAS,
  NP_TABLE_DEVICES,
  NP_TABLE_PLAN_CHECKS,
  NP_TABLE_TOPICALS,
  NP_TABLE_ANAESTHETICS,
  NP_TABLE_MEDICINE_GROUPS,
  NP_TABLE_ALLERGY_GROUPS,
  NP_TABLE_QUESTION_GROUPS,
  NP_TABLE_QUESTIONS,
  NP_TABLE_CHANGES,
  NP_TABLE_FINDINGS,
  NP_TABLE_RISK_GROUPS,
  NP_TABLE_RISKS,
  NP_N_TABLES,
  NP_TABLE_NONE = NP_N_TABLES
} NpTable;

G_STATIC_ASSERT (NP_N_TABLES == G_N_ELEMENTS (((NpCatalog *) 0)->by_id));

/* One text with who it is for and what for. */
typedef struct { NpText text; gboolean for_patient; const char *purpose; } NpTextNote;

/* The files of a catalogue, in the order in which they are read and digested. */
typedef enum {
  NP_FILE_CATALOG,
  NP_FILE_INDICATIONS,
  NP_FILE_AREAS,
  NP_FILE_DEVICES,
  NP_FILE_PRODUCTS,
  NP_FILE_QUESTIONS,
  NP_FILE_FINDINGS,
  NP_FILE_RISKS,
  NP_FILE_INFORMATION,
  NP_FILE_TEACH_BACK,
  NP_FILE_ATTESTATIONS,
  NP_FILE_SHEET,
  NP_N_FILES
} NpFile;

extern const char *const np_file_names[NP_N_FILES + 1];   /* "catalog", "indications", ...: without .json, NULL-terminated */

NpCatalog *np_catalog_new (void);
int np_catalog_find (const NpCatalog *self, NpTable table, const char *id);

G_END_DECLS
