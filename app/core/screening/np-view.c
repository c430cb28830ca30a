/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

#include "np-terms.h"

static void
sum_up_plan (NpView *self)
{
  for (guint i = 0; i < self->facts->n_pairs; i++)
    {
      const NpPair *pair = &self->facts->pairs[i];
      const NpArea *area = &self->catalog->areas[pair->area];

      self->indications |= NP_STATE_BIT (pair->indication);
      self->areas |= NP_STATE_BIT (pair->area);
      self->face |= area->face;
      self->near_eye |= area->near_eye || pair->near_eye;
    }
}

static void
see_answer (NpView *self, guint question)
{
  guint64 states = self->facts->answers[question].states;

  self->states[question] = states;
  if (question < NP_NEED_QUESTIONS && (states & ~(NP_STATE_NO | NP_STATE_NOT_APPLICABLE)) != 0)
    self->told |= NP_STATE_BIT (question);
}

void
np_view_init (NpView *self, const NpFacts *facts, guint64 *states, guint8 *fires)
{
  *self = (NpView){
    .facts = facts,
    .catalog = facts->catalog,
    .states = states,
    .fires = fires,
    .planned = np_facts_planned (facts),
    .age = np_facts_age (facts),
  };
  self->told =
      (facts->medicine_groups != 0 ? NP_NEED_MEDICINES : 0) | (facts->allergy_groups != 0 ? NP_NEED_ALLERGIES : 0);
  sum_up_plan (self);
  /* A rule that switches a question on sees the questions before it. What counts as unanswered is not seen, though
   * something was said (skin tone without a type). */
  for (guint i = 0; i < self->catalog->n_questions; i++)
    states[i] = 0;
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (facts->answers[i].states != 0 && np_question_answered (facts, i) && np_view_asks_question (self, i))
      see_answer (self, i);
}

gboolean
np_view_asks_question (const NpView *self, guint question)
{
  return np_view_holds (self, &self->catalog->questions[question].when);
}

gboolean
np_view_asks_check (const NpView *self, guint check)
{
  return np_view_holds (self, &self->catalog->plan_checks[check].when);
}

gboolean
np_view_term_holds (const NpView *self, const NpRule *rule, guint position)
{
  const NpTerm *term = &rule->terms[position];

  switch ((guint) term->kind)
    {
    case NP_TERM_ALWAYS:
      return TRUE;
    case NP_TERM_NOT:
      return !np_view_term_holds (self, rule, term->left);
    case NP_TERM_AND:
      return np_view_term_holds (self, rule, term->left) && np_view_term_holds (self, rule, term->right);
    case NP_TERM_OR:
      return np_view_term_holds (self, rule, term->left) || np_view_term_holds (self, rule, term->right);
    case NP_TERM_STATES:
      return np_view_states_hold (self, rule, term);
    case NP_TERM_THIS:
      return np_view_this_holds (self, rule, term);
    default:
      return np_term_meaning (term)->holds (self, term);
    }
}
