/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* What there is to read about a finding, as labels: cause, what to do, what it waits for, what lifts it, who decides. `said` gets the
 * same as one text, to tell whether anything changed; with `box` NULL only that. */
void np_finding_text_add (GtkBox *box /* (nullable) */, NpConsultation *consultation, const NpFired *fired, GString *said);
/* "Show the answer under “Health”", for the place of a cause; (transfer full) */
char *np_finding_text_place (const NpCatalog *catalog, const char *pointer, const NpLanguage *language);

G_END_DECLS
