/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

G_BEGIN_DECLS

/* What an entry of the catalogue rests on, one line each, in words for staff; (transfer full) */
char *np_evidence_words (const NpCatalog *catalog, const NpEvidence *evidence);

G_END_DECLS
