/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* What is treated, where, how deep, with what and when. */
#define NP_TYPE_PLAN_PAGE (np_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (NpPlanPage, np_plan_page, NP, PLAN_PAGE, NpPage)

G_END_DECLS
