/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-catalog.h"

G_BEGIN_DECLS

/* What is treated and where: pairs of a condition and an area. */
#define NP_TYPE_TREAT_LIST (np_treat_list_get_type ())
G_DECLARE_FINAL_TYPE (NpTreatList, np_treat_list, NP, TREAT_LIST, GtkBox)
GtkWidget *np_treat_list_new (void);
void np_treat_list_set_catalog (NpTreatList *self, const NpCatalog *catalog);

G_END_DECLS
