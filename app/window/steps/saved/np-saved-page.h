/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* Where the record is, and what can be done next. */
#define NP_TYPE_SAVED_PAGE (np_saved_page_get_type ())
G_DECLARE_FINAL_TYPE (NpSavedPage, np_saved_page, NP, SAVED_PAGE, NpPage)

G_END_DECLS
