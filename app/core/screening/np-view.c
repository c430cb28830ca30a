/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

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
  self->told = (facts->medicine_groups != 0 ? NP_NEED_MEDICINES : 0) | (facts->allergy_groups != 0 ? NP_NEED_ALLERGIES : 0);
  sum_up_plan (self);
  /* A rule that switches a question on sees the questions before it. What counts as unanswered is not seen, though
   * something was said (skin tone without a type). */
  for (guint i = 0; i < self->catalog->n_questions; i++)
    states[i] = 0;
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (facts->answers[i].states != 0 && np_facts_question_answered (facts, i) && np_view_asks_question (self, i))
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

/* ---- lists and plan ---- */

gboolean
np_view_group_is_of_topical (const NpView *self, guint group)
{
  int topical = self->catalog->allergy_groups[group].topical;

  return (self->facts->allergy_groups & NP_STATE_BIT (group)) != 0 && topical >= 0 &&
         (self->facts->topicals & NP_STATE_BIT (topical)) != 0;
}

static gboolean
allergic_to_topical (const NpView *self)
{
  for (guint i = 0; self->facts->allergy_groups != 0 && i < self->catalog->n_allergy_groups; i++)
    if (np_view_group_is_of_topical (self, i))
      return TRUE;
  return FALSE;
}

static gboolean
check_failed (const NpView *self, guint check)
{
  NpCheckResult result = self->facts->checks[check];

  return (result == NP_CHECK_FAIL || result == NP_CHECK_DONT_KNOW) && np_view_asks_check (self, check);
}

static const NpDevice *
chosen_device (const NpView *self)
{
  return self->facts->device < 0 ? NULL : &self->catalog->devices[self->facts->device];
}

gboolean
np_view_over_depth (const NpView *self, const NpPair *pair)
{
  const NpDevice *device = chosen_device (self);

  return device != NULL && device->evaluated_depth_um > 0 && pair->depth_um > device->evaluated_depth_um;
}

gboolean
np_view_outside_use (const NpView *self, const NpPair *pair)
{
  const NpDevice *device = chosen_device (self);

  for (guint i = 0; device != NULL && i < device->n_uses; i++)
    {
      const NpUse *use = &device->uses[i];

      if (use->indication == pair->indication &&
          (use->area == pair->area || (use->area < 0 && self->catalog->areas[pair->area].face)))
        return FALSE;
    }
  return device != NULL;
}

static gboolean
some_pair (const NpView *self, gboolean (*test) (const NpView *, const NpPair *))
{
  for (guint i = 0; i < self->facts->n_pairs; i++)
    if (test (self, &self->facts->pairs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
device_authorised_is (const NpView *self, NpAuthorised authorised)
{
  const NpDevice *device = chosen_device (self);

  return device != NULL && device->authorised == authorised;
}

static gboolean
has_bit (guint64 mask, int bit)
{
  return bit >= 0 && (mask & NP_STATE_BIT (bit)) != 0;
}

/* ---- rules ---- */

static gboolean
two_hold (guint64 states)
{
  return (states & (states - 1)) != 0;
}

/* What is denied is looked for among all entries, also those whose date has come. */
static gboolean
negation_holds (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  NpView all;

  if (self->entries == NP_ENTRIES_ALL)
    return !np_view_term_holds (self, rule, term->left);
  all = *self;
  all.entries = NP_ENTRIES_ALL;
  return !np_view_term_holds (&all, rule, term->left);
}

gboolean
np_view_term_holds (const NpView *self, const NpRule *rule, guint position)
{
  const NpTerm *term = &rule->terms[position];
  const NpFacts *facts = self->facts;

  switch (term->kind)
    {
    case NP_TERM_ALWAYS:
      return TRUE;
    case NP_TERM_NOT:
      return negation_holds (self, rule, term);
    case NP_TERM_AND:
      return np_view_term_holds (self, rule, term->left) && np_view_term_holds (self, rule, term->right);
    case NP_TERM_OR:
      return np_view_term_holds (self, rule, term->left) || np_view_term_holds (self, rule, term->right);
    case NP_TERM_STATES:
      return np_view_states_hold (self, rule, term);
    case NP_TERM_TWO_OF:
      return two_hold (self->states[term->index] & term->mask);
    case NP_TERM_THIS:
      return np_view_this_holds (self, rule, term);
    case NP_TERM_MEDICINE:
      return (facts->medicine_groups & term->mask) != 0;
    case NP_TERM_ALLERGY:
      return (facts->allergy_groups & term->mask) != 0;
    case NP_TERM_ALLERGY_TO_TOPICAL:
      return allergic_to_topical (self);
    case NP_TERM_NO_MEDICINES:
      return facts->medicines_known && facts->n_medicines == 0;
    case NP_TERM_NO_ALLERGIES:
      return facts->allergies_known && facts->n_allergies == 0;
    case NP_TERM_AGE:
      return self->age >= 0 && np_view_compares (term->compare, self->age, term->number);
    case NP_TERM_DEVICE:
      return facts->device == term->index;
    case NP_TERM_TOPICAL:
      return (facts->topicals & term->mask) != 0;
    case NP_TERM_ANAESTHETIC:
      return has_bit (term->mask, facts->anaesthetic);
    case NP_TERM_MATERIAL:
      return has_bit (term->mask, facts->material);
    case NP_TERM_FACE:
      return self->face;
    case NP_TERM_NEAR_EYE:
      return self->near_eye;
    case NP_TERM_SOME:
      return (self->indications & term->mask) != 0;
    case NP_TERM_EVERY:
      return self->indications != 0 && (self->indications & ~term->mask) == 0;
    case NP_TERM_AREA:
      return (self->areas & term->mask) != 0;
    case NP_TERM_CHECK:
      return check_failed (self, term->index);
    case NP_TERM_DEPTH_OVER_EVALUATED:
      return some_pair (self, np_view_over_depth);
    case NP_TERM_DEVICE_NAMES_DEPTH:
      return facts->device >= 0 && chosen_device (self)->evaluated_depth_um > 0;
    case NP_TERM_DEVICE_NOT_AUTHORISED:
      return device_authorised_is (self, NP_AUTHORISED_NO);
    case NP_TERM_DEVICE_SAYS_AUTHORISED:
      return device_authorised_is (self, NP_AUTHORISED_NO) || device_authorised_is (self, NP_AUTHORISED_YES);
    case NP_TERM_OUTSIDE_AUTHORISED_USE:
      return some_pair (self, np_view_outside_use);
    case NP_TERM_AMOUNT:
      return facts->amounts[term->index] >= 0 && np_view_compares (term->compare, facts->amounts[term->index], term->number);
    case NP_TERM_DATE_IN_FUTURE:
      return np_view_date_in_future (self);
    case NP_TERM_FINDING:
      return self->fires != NULL && self->fires[term->index] == 1;
    case NP_TERM_GO_AHEAD:
      return self->go_ahead;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
np_view_holds (const NpView *self, const NpRule *rule)
{
  return rule->n_terms == 0 || (np_view_may_hold (self, rule) && np_view_term_holds (self, rule, rule->n_terms - 1u));
}
