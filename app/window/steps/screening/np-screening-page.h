/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* The screening questions that this plan asks, in the catalogue's groups. */
#define NP_TYPE_SCREENING_PAGE (np_screening_page_get_type ())
G_DECLARE_FINAL_TYPE (NpScreeningPage, np_screening_page, NP, SCREENING_PAGE, NpPage)

G_END_DECLS
