/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The sentence that answers a whole group with No: read aloud first, then confirmed. Signals "confirmed" and "cancelled"; it hides
 * itself before either. */
#define NP_TYPE_ANSWER_ALOUD (np_answer_aloud_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerAloud, np_answer_aloud, NP, ANSWER_ALOUD, GtkBox)
GtkWidget *np_answer_aloud_new (NpConsultation *consultation, guint group);
/* Shows the sentence, with the focus on its words. */
void np_answer_aloud_open (NpAnswerAloud *self);

G_END_DECLS
