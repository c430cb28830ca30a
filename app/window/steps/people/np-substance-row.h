/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-substance-kind.h"

G_BEGIN_DECLS

/* One medicine or allergy: its name, the groups it counts to, what else is known. Signals: "changed" (JsonObject: the entry as it shall
 * be), "removed". */
#define NP_TYPE_SUBSTANCE_ROW (np_substance_row_get_type ())
G_DECLARE_FINAL_TYPE (NpSubstanceRow, np_substance_row, NP, SUBSTANCE_ROW, GtkBox)
GtkWidget *np_substance_row_new (const NpSubstanceKind *kind, const NpCatalog *catalog, const char *name, guint index);
void np_substance_row_show (NpSubstanceRow *self, JsonObject *entry);

G_END_DECLS
