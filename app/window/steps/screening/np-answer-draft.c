/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-draft.h"

/**
 * np_answer_draft_init:
 * @self: (out caller-allocates): a draft
 * @question: its question
 *
 * Begins with no answer.
 */
void
np_answer_draft_init (NpAnswerDraft *self, const NpQuestion *question)
{
  g_return_if_fail (self && question);
  *self = (NpAnswerDraft){ .question = question, .states = json_array_new () };
}

/**
 * np_answer_draft_clear:
 * @self: a draft
 *
 * Lets go of what it holds.
 */
void
np_answer_draft_clear (NpAnswerDraft *self)
{
  g_return_if_fail (self);
  g_clear_pointer (&self->states, json_array_unref);
  g_clear_pointer (&self->set_aside, json_array_unref);
}

/**
 * np_answer_draft_take_over:
 * @self: a draft
 * @states: (nullable): what the document holds
 *
 * Begins anew with a copy of it.
 */
void
np_answer_draft_take_over (NpAnswerDraft *self, JsonArray *states)
{
  g_return_if_fail (self);

  JsonArray *before = self->states;
  self->states = np_answer_states_copy (states);
  self->yes = FALSE;
  json_array_unref (before);
}

static void
keep_yes_aside (NpAnswerDraft *self)
{
  if (!np_answer_states_own (self->states, self->question))
    return;
  g_clear_pointer (&self->set_aside, json_array_unref);
  self->set_aside = np_answer_states_copy (self->states);
}

static void
bring_back_yes (NpAnswerDraft *self)
{
  if (!self->set_aside || np_answer_states_own (self->states, self->question))
    return;
  json_array_unref (self->states);
  self->states = g_steal_pointer (&self->set_aside);
}

/**
 * np_answer_draft_press:
 * @self: a draft
 * @id: the button that was pressed
 *
 * "Yes" after a slip to another answer brings back what was entered.
 */
void
np_answer_draft_press (NpAnswerDraft *self, const char *id)
{
  g_return_if_fail (self && id);

  self->yes = g_str_equal (id, NP_ANSWER_YES);
  if (self->yes)
    bring_back_yes (self);
  else
    keep_yes_aside (self);
  np_answer_choices_press (self->states, self->question, id);
}

/**
 * np_answer_draft_edited:
 * @self: a draft
 *
 * Something beside the buttons was changed: where that belongs to a "Yes", it was said.
 */
void
np_answer_draft_edited (NpAnswerDraft *self)
{
  g_return_if_fail (self);
  if (np_answer_shape (self->question) == NP_ANSWER_NO_YES)
    self->yes = TRUE;
}

/**
 * np_answer_draft_whole:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what the document should hold for it
 */
JsonArray *
np_answer_draft_whole (const NpAnswerDraft *self)
{
  g_return_val_if_fail (self, NULL);
  return np_answer_states_are_complete (self->states, self->question) ? self->states : NULL;
}

/**
 * np_answer_draft_pressed:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the id of the button that is pressed
 */
const char *
np_answer_draft_pressed (const NpAnswerDraft *self)
{
  g_return_val_if_fail (self, NULL);
  return np_answer_choices_pressed (self->states, self->question, self->yes);
}

/**
 * np_answer_draft_shows_details:
 * @self: a draft
 *
 * Returns: whether what stands beside the buttons is to be seen
 */
gboolean
np_answer_draft_shows_details (const NpAnswerDraft *self)
{
  g_return_val_if_fail (self, FALSE);
  return np_answer_choices_shows_details (self->states, self->question, self->yes);
}

/**
 * np_answer_draft_is_pending:
 * @self: a draft
 *
 * Returns: whether something was answered that is not whole yet
 */
gboolean
np_answer_draft_is_pending (const NpAnswerDraft *self)
{
  g_return_val_if_fail (self, FALSE);
  return np_answer_draft_pressed (self) && !np_answer_draft_whole (self);
}
