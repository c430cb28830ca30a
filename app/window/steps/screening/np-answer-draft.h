/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-answer-choices.h"

G_BEGIN_DECLS

/* The answer to one question as it stands on the screen, whole or not: a "Yes" of which nothing is chosen yet is here only, for the
 * document holds whole answers. */
typedef struct
{
  const NpQuestion *question; /* borrowed from the catalogue */

  /* Owned: what is chosen, and the last "Yes" that another answer took the place of */
  JsonArray *states;
  JsonArray *set_aside; /* nullable */

  gboolean yes; /* "Yes" was said and nothing of it chosen yet */
} NpAnswerDraft;

void np_answer_draft_init (NpAnswerDraft *self, const NpQuestion *question);
void np_answer_draft_clear (NpAnswerDraft *self);
/* what the document holds takes the place of what stands here */
void np_answer_draft_take_over (NpAnswerDraft *self, JsonArray *states /* (nullable) */);
/* a button was pressed */
void np_answer_draft_press (NpAnswerDraft *self, const char *id);
/* the states were changed in place, beside the buttons */
void np_answer_draft_edited (NpAnswerDraft *self);
/* what the document should hold; NULL while that is not a whole answer */
JsonArray *np_answer_draft_whole (const NpAnswerDraft *self);
/* the id of the button that is pressed; nullable */
const char *np_answer_draft_pressed (const NpAnswerDraft *self);
gboolean np_answer_draft_shows_details (const NpAnswerDraft *self);
/* something was answered that the document cannot hold yet */
gboolean np_answer_draft_is_pending (const NpAnswerDraft *self);

G_END_DECLS
