/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-facts.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What medicines and allergies have in common as lists, and where they differ. */
typedef struct _NpSubstanceKind NpSubstanceKind;
struct _NpSubstanceKind
{
  const char *pointer;  /* of the array in the document */
  const char *name;     /* the member that names an entry */
  const char *add;      /* words, untranslated: the entry for one more, */
  const char *none;     /* "takes none", */
  gboolean has_route;   /* on the skin or not */
  gboolean has_reaction; /* severe or not, and what happened */
  gboolean (*is_known) (const NpFacts *facts);   /* asked, and asked today */
  guint64 (*groups) (const NpCatalog *catalog, JsonObject *entry);
  const NpWordGroup *(*table) (const NpCatalog *catalog, guint *n);
};

extern const NpSubstanceKind np_medicine_kind;
extern const NpSubstanceKind np_allergy_kind;

/* the groups that count for an entry: by its words, and what staff added and took out */
guint64 np_substance_groups (const NpSubstanceKind *kind, const NpCatalog *catalog, JsonObject *entry);
/* a copy of the entry in which the group counts, or does not; (transfer full) */
JsonObject *np_substance_with_group (const NpSubstanceKind *kind, const NpCatalog *catalog, JsonObject *entry, guint group,
                                     gboolean counts);
JsonObject *np_substance_copy (JsonObject *entry);

G_END_DECLS
