/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-answer-states.h"

G_BEGIN_DECLS

/* What belongs to a "Yes": the states of a question as check buttons and, below each that holds, its fields. Signals: "changed"
 * (gboolean settled; FALSE while a text is being typed), "activate" (Enter: done here). */
#define NP_TYPE_ANSWER_DETAILS (np_answer_details_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerDetails, np_answer_details, NP, ANSWER_DETAILS, GtkBox)
/* `offered`: the states to show, as bits; `with_unsure` adds that the rest is not known, or not said. */
GtkWidget *np_answer_details_new (const NpQuestion *question, guint64 offered, gboolean with_unsure, const NpCatalog *catalog, const NpLanguage *language);
/* Shows and edits `states` from now on. */
void np_answer_details_show (NpAnswerDetails *self, JsonArray *states);

G_END_DECLS
