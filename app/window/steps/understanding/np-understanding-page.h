/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* What came across, in the patient's own words; and the time to think. */
#define NP_TYPE_UNDERSTANDING_PAGE (np_understanding_page_get_type ())
G_DECLARE_FINAL_TYPE (NpUnderstandingPage, np_understanding_page, NP, UNDERSTANDING_PAGE, NpPage)

G_END_DECLS
