/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* What follows from the answer to one question, in words under it. */
#define NP_TYPE_ANSWER_FINDINGS (np_answer_findings_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerFindings, np_answer_findings, NP, ANSWER_FINDINGS, GtkBox)
GtkWidget *np_answer_findings_new (void);
/* Cheap when nothing changed. */
void np_answer_findings_show (NpAnswerFindings *self, NpConsultation *consultation, guint question);

G_END_DECLS
