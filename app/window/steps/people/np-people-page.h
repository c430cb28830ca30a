/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* Who is here: the patient, who treats, who helps; and what the patient takes and does not tolerate. */
#define NP_TYPE_PEOPLE_PAGE (np_people_page_get_type ())
G_DECLARE_FINAL_TYPE (NpPeoplePage, np_people_page, NP, PEOPLE_PAGE, NpPage)

G_END_DECLS
