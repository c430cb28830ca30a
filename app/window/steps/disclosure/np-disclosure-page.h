/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* What this patient is told: the treatment, their risks, the other options, the care afterwards; and what they say to it. */
#define NP_TYPE_DISCLOSURE_PAGE (np_disclosure_page_get_type ())
G_DECLARE_FINAL_TYPE (NpDisclosurePage, np_disclosure_page, NP, DISCLOSURE_PAGE, NpPage)

G_END_DECLS
