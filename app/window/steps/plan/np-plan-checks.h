/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* What staff confirm about the plan: only what this plan needs, each pass, fail or don't know. */
#define NP_TYPE_PLAN_CHECKS (np_plan_checks_get_type ())
G_DECLARE_FINAL_TYPE (NpPlanChecks, np_plan_checks, NP, PLAN_CHECKS, GtkBox)
GtkWidget *np_plan_checks_new (void);
void np_plan_checks_show (NpPlanChecks *self, NpConsultation *consultation);

G_END_DECLS
