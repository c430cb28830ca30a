/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-language.h"

G_BEGIN_DECLS

/* The language of the program's own words, for dates and staff texts; the patient's language belongs to the consultation.
 * (transfer none) */
const NpLanguage *np_interface_language (void);

G_END_DECLS
