/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

/* Which facts make a rule hold. */

typedef struct
{
  const NpView *view;
  const NpRule *rule;
  NpCauseFunc func;
  gpointer data;
} Causes;

static void
give (const Causes *causes, NpCauseKind kind, guint index, int entry)
{
  NpCause cause = { .kind = kind, .index = (guint16) index, .entry = (gint16) entry, .clear_date = NP_DAY_NONE };

  causes->func (&cause, causes->data);
}

static void
give_bits (const Causes *causes, NpCauseKind kind, guint64 bits)
{
  for (guint i = 0; bits != 0; i++, bits >>= 1)
    if ((bits & 1) != 0)
      give (causes, kind, i, -1);
}

/* One cause for each part of the plan that the term names: which part stands in `entry`. */
static void
give_plan (const Causes *causes, NpTermKind kind, guint64 parts)
{
  for (guint i = 0; parts != 0; i++, parts >>= 1)
    if ((parts & 1) != 0)
      give (causes, NP_CAUSE_PLAN, kind, (int) i);
}

static void
give_pairs (const Causes *causes, NpTermKind kind, gboolean (*test) (const NpView *, const NpPair *))
{
  for (guint i = 0; i < causes->view->facts->n_pairs; i++)
    if (test (causes->view, &causes->view->facts->pairs[i]))
      give (causes, NP_CAUSE_PLAN, kind, (int) i);
}

static void
give_states (const Causes *causes, const NpTerm *term)
{
  const NpView *view = causes->view;
  const NpAnswerFacts *answer = &view->facts->answers[term->index];

  if ((view->states[term->index] & term->mask & NP_VIEW_COMMON_STATES) != 0)
    give (causes, NP_CAUSE_QUESTION, term->index, -1);
  for (guint i = 0; i < answer->n_entries; i++)
    if (np_view_entry_holds (view, causes->rule, term, &answer->entries[i]))
      {
        const NpState *state = &view->catalog->questions[term->index].states[answer->entries[i].state];
        NpCause cause = {
          .kind = NP_CAUSE_QUESTION, .index = term->index, .entry = (gint16) i, .clear_date = NP_DAY_NONE
        };

        if (view->finding != NULL)
          cause.clear_date = np_view_clear_date (view, view->finding, state, &answer->entries[i]);
        causes->func (&cause, causes->data);
      }
}

static void
give_future_dates (const Causes *causes)
{
  const NpView *view = causes->view;

  for (guint q = 0; q < view->catalog->n_questions; q++)
    for (guint i = 0; view->states[q] != 0 && i < view->facts->answers[q].n_entries; i++)
      {
        const NpEntry *entry = &view->facts->answers[q].entries[i];

        if (np_view_entry_in_future (view, &view->catalog->questions[q].states[entry->state], entry))
          give (causes, NP_CAUSE_QUESTION, q, (int) i);
      }
}

static void
give_topical_allergies (const Causes *causes)
{
  for (guint i = 0; i < causes->view->catalog->n_allergy_groups; i++)
    if (np_view_group_is_of_topical (causes->view, i))
      give (causes, NP_CAUSE_ALLERGIES, i, -1);
}

static gboolean
pair_on_face (const NpView *view, const NpPair *pair)
{
  return view->catalog->areas[pair->area].face;
}

static gboolean
pair_near_eye (const NpView *view, const NpPair *pair)
{
  return pair->near_eye || view->catalog->areas[pair->area].near_eye;
}

static void give_causes_if_holds (const Causes *causes, guint position);

/* What of the plan makes a term hold. */
static void
give_plan_causes (const Causes *causes, const NpTerm *term)
{
  const NpFacts *facts = causes->view->facts;

  switch ((guint) term->kind)
    {
    case NP_TERM_TOPICAL:
      give_plan (causes, NP_TERM_TOPICAL, facts->topicals & term->mask);
      break;
    case NP_TERM_ANAESTHETIC:
      give (causes, NP_CAUSE_PLAN, NP_TERM_ANAESTHETIC, facts->anaesthetic);
      break;
    case NP_TERM_MATERIAL:
      give (causes, NP_CAUSE_PLAN, NP_TERM_MATERIAL, facts->material);
      break;
    case NP_TERM_SOME:
    case NP_TERM_EVERY:
      if (term->mask == G_MAXUINT64) /* that anything is planned at all explains nothing */
        break;
      give_plan (causes, NP_TERM_SOME, causes->view->indications & term->mask);
      break;
    case NP_TERM_AREA:
      give_plan (causes, NP_TERM_AREA, causes->view->areas & term->mask);
      break;
    case NP_TERM_FACE:
      give_pairs (causes, NP_TERM_FACE, pair_on_face);
      break;
    case NP_TERM_NEAR_EYE:
      give_pairs (causes, NP_TERM_NEAR_EYE, pair_near_eye);
      break;
    case NP_TERM_DEPTH_OVER_EVALUATED:
      give_pairs (causes, NP_TERM_DEPTH_OVER_EVALUATED, np_view_over_depth);
      break;
    case NP_TERM_OUTSIDE_AUTHORISED_USE:
      give_pairs (causes, NP_TERM_OUTSIDE_AUTHORISED_USE, np_view_outside_use);
      break;
    case NP_TERM_AMOUNT:
      give (causes, NP_CAUSE_PLAN, NP_TERM_AMOUNT, term->index);
      break;
    default: /* what the device is or what its record says */
      give (causes, NP_CAUSE_PLAN, NP_TERM_DEVICE, facts->device);
      break;
    }
}

/* Of a term that holds. */
static void
give_causes (const Causes *causes, guint position)
{
  const NpTerm *term = &causes->rule->terms[position];
  const NpFacts *facts = causes->view->facts;

  switch (term->kind)
    {
    case NP_TERM_AND:
      give_causes (causes, term->left);
      give_causes (causes, term->right);
      break;
    case NP_TERM_OR:
      give_causes_if_holds (causes, term->left);
      give_causes_if_holds (causes, term->right);
      break;
    case NP_TERM_STATES:
      give_states (causes, term);
      break;
    case NP_TERM_TWO_OF:
      give (causes, NP_CAUSE_QUESTION, term->index, -1);
      break;
    case NP_TERM_MEDICINE:
      give_bits (causes, NP_CAUSE_MEDICINES, facts->medicine_groups & term->mask);
      break;
    case NP_TERM_ALLERGY:
      give_bits (causes, NP_CAUSE_ALLERGIES, facts->allergy_groups & term->mask);
      break;
    case NP_TERM_ALLERGY_TO_TOPICAL:
      give_topical_allergies (causes);
      break;
    case NP_TERM_NO_MEDICINES:
      give (causes, NP_CAUSE_MEDICINES, NP_CAUSE_EMPTY_LIST, -1);
      break;
    case NP_TERM_NO_ALLERGIES:
      give (causes, NP_CAUSE_ALLERGIES, NP_CAUSE_EMPTY_LIST, -1);
      break;
    case NP_TERM_AGE:
      give (causes, NP_CAUSE_AGE, 0, -1);
      break;
    case NP_TERM_CHECK:
      give (causes, NP_CAUSE_CHECK, term->index, -1);
      break;
    case NP_TERM_DATE_IN_FUTURE:
      give_future_dates (causes);
      break;
    case NP_TERM_FINDING:
      give (causes, NP_CAUSE_FINDING, term->index, -1);
      break;
    case NP_TERM_DEVICE:
    case NP_TERM_DEVICE_NOT_AUTHORISED:
    case NP_TERM_DEVICE_NAMES_DEPTH:
    case NP_TERM_DEVICE_SAYS_AUTHORISED:
    case NP_TERM_TOPICAL:
    case NP_TERM_ANAESTHETIC:
    case NP_TERM_MATERIAL:
    case NP_TERM_SOME:
    case NP_TERM_EVERY:
    case NP_TERM_AREA:
    case NP_TERM_FACE:
    case NP_TERM_NEAR_EYE:
    case NP_TERM_DEPTH_OVER_EVALUATED:
    case NP_TERM_OUTSIDE_AUTHORISED_USE:
    case NP_TERM_AMOUNT:
      give_plan_causes (causes, term);
      break;
    case NP_TERM_ALWAYS: /* what always holds, or is denied, caused nothing */
    case NP_TERM_NOT:
    case NP_TERM_THIS:
    case NP_TERM_GO_AHEAD:
      break;
    }
}

/* What holds by either side is not asked as a whole: a side that does not hold gives nothing. */
static void
give_causes_if_holds (const Causes *causes, guint position)
{
  if (causes->rule->terms[position].kind == NP_TERM_OR ||
      np_view_term_holds (causes->view, causes->rule, position))
    give_causes (causes, position);
}

void
np_view_foreach_cause (const NpView *self, const NpRule *rule, NpCauseFunc func, gpointer data)
{
  const Causes causes = { .view = self, .rule = rule, .func = func, .data = data };

  if (rule->n_terms > 0 && np_view_may_hold (self, rule))
    give_causes_if_holds (&causes, rule->n_terms - 1u);
}
