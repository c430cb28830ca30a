/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* Everything that was found, gravest first, with the decisions on it. */
#define NP_TYPE_DECISIONS_PAGE (np_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (NpDecisionsPage, np_decisions_page, NP, DECISIONS_PAGE, NpPage)

G_END_DECLS
