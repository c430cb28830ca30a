/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-assessment.h"

G_BEGIN_DECLS

/* Sentences about an assessment, built from the catalogue's words, in a given language. */
/* "Wait until 10 June 2026: isotretinoin stopped 10 December 2025, six months." The headline of the outcome with its main reason. */
char *np_explain_outcome (const NpFacts *facts, const NpAssessment *assessment, const NpLanguage *language);
/* "isotretinoin stopped 10 December 2025, six months" */
char *np_explain_cause (const NpFacts *facts, const NpFired *fired, const NpLanguage *language);
/* what a wait that has passed was for, as "isotretinoin stopped June 2019, six months" */
char *np_explain_met (const NpFacts *facts, const NpMet *met, const NpLanguage *language);
/* the cause of a finding again, of one of its causes; NULL where that is no state of an answer */
char *np_explain_answer (const NpFacts *facts, const NpFired *fired, const NpCause *cause, const NpLanguage *language);
/* "Because you take a blood thinner" for a risk; NULL when the risk has no personal reason */
char *np_explain_risk (const NpAssessment *assessment, const NpShownRisk *risk, const NpLanguage *language);
/* the chip: "Can go ahead", "Still open", "Decision needed", "Wait", "Do not treat" */
const char *np_explain_chip (NpOutcome outcome);

G_END_DECLS
