/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-answer-states.h"
#include "np-choice.h"

G_BEGIN_DECLS

/* What stands on the buttons of a question, and what pressing one makes of the answer. Three shapes: No and Yes with the states behind
 * Yes; the states themselves where a plain No would say too little; and one of some states, as the skin type, with the rest beside it. */
typedef enum { NP_ANSWER_NO_YES, NP_ANSWER_STATES, NP_ANSWER_ONE_OF } NpAnswerShape;
#define NP_ANSWER_YES "yes"

NpAnswerShape np_answer_shape (const NpQuestion *question);
void np_answer_choices_fill (NpChoice *choice, const NpQuestion *question, const NpLanguage *language);
/* the id that a key chooses; (nullable) */
const char *np_answer_choices_find_key (const NpQuestion *question, guint keyval);
/* which button the states press; `yes`: Yes was said, and nothing chosen yet. (nullable) */
const char *np_answer_choices_pressed (JsonArray *states, const NpQuestion *question, gboolean yes);
/* the states after a button was pressed */
void np_answer_choices_press (JsonArray *states, const NpQuestion *question, const char *id);
/* which states the details offer beside the buttons, and whether they are shown */
guint64 np_answer_choices_details (const NpQuestion *question);
gboolean np_answer_choices_shows_details (JsonArray *states, const NpQuestion *question, gboolean yes);
/* "No", "isotretinoin stopped (10 December 2025)": the answer in a few words; (transfer full) */
char *np_answer_choices_summary (JsonArray *states, const NpQuestion *question, const NpLanguage *language);

G_END_DECLS
