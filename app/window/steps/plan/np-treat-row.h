/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-catalog.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is treated at one place: its depth, and whether it is near the eye. Signals: "changed" (JsonObject: the pair as it shall be),
 * "removed". */
#define NP_TYPE_TREAT_ROW (np_treat_row_get_type ())
G_DECLARE_FINAL_TYPE (NpTreatRow, np_treat_row, NP, TREAT_ROW, GtkBox)
GtkWidget *np_treat_row_new (const NpCatalog *catalog, guint indication, guint area);
void np_treat_row_show (NpTreatRow *self, JsonObject *pair);

G_END_DECLS
