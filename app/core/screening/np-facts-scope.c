/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

/* What the plan switches on, and what of it is answered. */

/**
 * np_facts_asks_question:
 * @self: facts
 * @question: position of a question
 *
 * Returns: whether the plan switches the question on
 */
gboolean
np_facts_asks_question (const NpFacts *self, guint question)
{
  g_autofree guint64 *states = NULL;
  NpView view;

  g_return_val_if_fail (self != NULL && question < self->catalog->n_questions, FALSE);

  states = g_new (guint64, self->catalog->n_questions);
  np_view_init (&view, self, states, NULL);
  return np_view_asks_question (&view, question);
}

/**
 * np_facts_asks_check:
 * @self: facts
 * @check: position of a plan check
 *
 * Returns: whether the plan switches the check on
 */
gboolean
np_facts_asks_check (const NpFacts *self, guint check)
{
  g_autofree guint64 *states = NULL;
  NpView view;

  g_return_val_if_fail (self != NULL && check < self->catalog->n_plan_checks, FALSE);

  states = g_new (guint64, self->catalog->n_questions);
  np_view_init (&view, self, states, NULL);
  return np_view_asks_check (&view, check);
}

/**
 * np_facts_question_answered:
 * @self: facts
 * @question: position of a question
 *
 * A question that needs one of some states is answered only by one of them, or by not knowing or not saying.
 *
 * Returns: whether the question is answered, switched on or not
 */
gboolean
np_facts_question_answered (const NpFacts *self, guint question)
{
  g_return_val_if_fail (self != NULL && question < self->catalog->n_questions, FALSE);

  return np_question_answered (self, question);
}
