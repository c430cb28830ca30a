/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The outcome in a word with an icon; its popover lists every finding with its cause and goes to the answer. Signal "go-to" (char *pointer). */
#define NP_TYPE_OUTCOME_CHIP (np_outcome_chip_get_type ())
G_DECLARE_FINAL_TYPE (NpOutcomeChip, np_outcome_chip, NP, OUTCOME_CHIP, AdwBin)
void np_outcome_chip_show (NpOutcomeChip *self, NpConsultation *consultation);
/* the icon that goes with an outcome's word */
const char *np_outcome_icon (NpOutcome outcome);
/* where the answer stands that is the cause, as a JSON pointer; (transfer full) */
char *np_cause_pointer (const NpCatalog *catalog, const NpCause *cause);

/* what it comes to, in a sentence; (transfer full) */
char *np_outcome_sentence (NpConsultation *consultation);
/* how a consultation ends, in a few words */
const char *np_ending_in_words (NpKind kind);

G_END_DECLS
