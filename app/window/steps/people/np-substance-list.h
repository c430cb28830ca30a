/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-substance-kind.h"

G_BEGIN_DECLS

/* The list of medicines, or of allergies: entries one by one, or "none" as a deliberate answer. */
#define NP_TYPE_SUBSTANCE_LIST (np_substance_list_get_type ())
G_DECLARE_FINAL_TYPE (NpSubstanceList, np_substance_list, NP, SUBSTANCE_LIST, GtkBox)
GtkWidget *np_substance_list_new (const NpSubstanceKind *kind);

G_END_DECLS
