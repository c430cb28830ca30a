/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-page.h"

G_BEGIN_DECLS

/* How it ends, who signs it, and signing off. */
#define NP_TYPE_SIGNING_PAGE (np_signing_page_get_type ())
G_DECLARE_FINAL_TYPE (NpSigningPage, np_signing_page, NP, SIGNING_PAGE, NpPage)

G_END_DECLS
