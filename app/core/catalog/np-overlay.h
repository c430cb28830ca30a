/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog-private.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The files of a catalogue as read. */
typedef struct { JsonNode *roots[NP_N_FILES]; char *paths[NP_N_FILES]; } NpDocuments;

/* One entry of an overlay. Strings belong to the overlay's document. */
typedef struct
{
  NpFile file;
  const char *list;       /* the array of the file that it changes; NULL for the file's own texts */
  const char *id;         /* NULL for the file's own texts */
  gboolean removes;
  JsonObject *set;        /* nullable */
  JsonObject *add;        /* nullable */
  NpApproval approval;
  guint position;         /* in the overlay, for complaints */
} NpOverlayEntry;

/* The clinic's changes; see np-overlay.c for the format. */
typedef struct
{
  const char *path;
  JsonNode *root;
  const char *id, *version;
  GArray *entries;        /* NpOverlayEntry */
} NpOverlay;

NpOverlay *np_overlay_read (JsonNode *root, const char *path, NpProblems *problems);
void np_overlay_free (NpOverlay *self);
void np_overlay_complain (const NpOverlay *self, const NpOverlayEntry *entry, NpProblems *problems, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
/* `merged` gets documents of its own, in which unchanged parts are shared */
gboolean np_overlay_merge (const NpOverlay *self, const NpDocuments *shipped, NpDocuments *merged, NpProblems *problems);
/* Marks what became milder; FALSE where that is not allowed. */
gboolean np_overlay_compare (const NpOverlay *self, const NpCatalog *base, NpCatalog *merged, NpProblems *problems);
/* Writes id, version and approvals into the catalogue. */
void np_overlay_sign (const NpOverlay *self, NpCatalog *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpOverlay, np_overlay_free)

G_END_DECLS
