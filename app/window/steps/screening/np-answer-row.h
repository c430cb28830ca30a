/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One question: its words, why it is asked, the answers to choose from, what belongs to a "Yes", what follows, and a note. A "Yes" of
 * which nothing is chosen yet lives only here; the document holds whole answers. Signals: "settled" (answered by a person, go on to the
 * next), "all-no" (the key for the whole group). */
#define NP_TYPE_ANSWER_ROW (np_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerRow, np_answer_row, NP, ANSWER_ROW, GtkBox)
GtkWidget *np_answer_row_new (NpConsultation *consultation, guint question);
guint np_answer_row_get_question (NpAnswerRow *self);
/* Shows the document as it is now; the focus stays. */
void np_answer_row_refresh (NpAnswerRow *self);
/* A Yes that is not whole yet. */
gboolean np_answer_row_is_pending (NpAnswerRow *self);
/* The answer, or what is still missing of it; `on_note`: the note. */
void np_answer_row_focus (NpAnswerRow *self, gboolean on_note);
void np_answer_row_reveal (NpAnswerRow *self);

G_END_DECLS
