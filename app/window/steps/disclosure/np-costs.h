/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What it costs: the price of a session, of the whole course, and a note. Says what the plan's sessions come to. */
#define NP_TYPE_COSTS (np_costs_get_type ())
G_DECLARE_FINAL_TYPE (NpCosts, np_costs, NP, COSTS, GtkBox)
GtkWidget *np_costs_new (void);

G_END_DECLS
