/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* An answer of an earlier day, with "Still So" for a question that is asked anew each day. Signal "confirmed". */
#define NP_TYPE_ANSWER_CONFIRM (np_answer_confirm_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerConfirm, np_answer_confirm, NP, ANSWER_CONFIRM, GtkBox)
GtkWidget *np_answer_confirm_new (void);
/* `question` is one that np_answer_stored_is_to_confirm () */
void np_answer_confirm_show (NpAnswerConfirm *self, NpConsultation *consultation, guint question);

G_END_DECLS
