/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-answer-row.h"

G_BEGIN_DECLS

/* A group of questions: a heading, "5 of 6", "All of these are no" with the sentence to read aloud, and a card with the questions that
 * this plan asks. Signal "settled" (NpAnswerRow *row): answered by a person, go on to the next. */
#define NP_TYPE_ANSWER_GROUP (np_answer_group_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerGroup, np_answer_group, NP, ANSWER_GROUP, GtkBox)
GtkWidget *np_answer_group_new (NpConsultation *consultation, guint group);
/* Makes the rows, which takes a while; FALSE when they are there already. */
gboolean np_answer_group_fill (NpAnswerGroup *self);
/* Rows come and go with the plan; those that stay are not made anew. */
void np_answer_group_refresh (NpAnswerGroup *self);
/* the row of a question; NULL while it is not asked */
NpAnswerRow *np_answer_group_find (NpAnswerGroup *self, guint question);
/* the first row with an answer that is not whole yet; (nullable) */
NpAnswerRow *np_answer_group_find_pending (NpAnswerGroup *self);
/* Opens the sentence that answers the whole group. */
void np_answer_group_offer_no (NpAnswerGroup *self);

G_END_DECLS
