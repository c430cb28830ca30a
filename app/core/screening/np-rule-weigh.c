/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-weigh.h"

#include "np-terms.h"

/* One walk through a rule that says both how it holds and why. */

static NpHold weigh (const NpView *view, const NpRule *rule, guint position, NpCauses *causes);

/* Both are needed, so what causes one counts only as long as the other does. */
static NpHold
weigh_both (const NpView *view, const NpRule *rule, const NpTerm *term, NpCauses *causes)
{
  guint mark = causes->n;
  NpHold left = weigh (view, rule, term->left, causes);
  NpHold right = left == NP_HOLDS_NOT ? NP_HOLDS_NOT : weigh (view, rule, term->right, causes);

  np_causes_limit (causes, mark, MIN (left, right));
  return MIN (left, right);
}

static NpHold
weigh_either (const NpView *view, const NpRule *rule, const NpTerm *term, NpCauses *causes)
{
  NpHold left = weigh (view, rule, term->left, causes);
  NpHold right = weigh (view, rule, term->right, causes);

  return MAX (left, right);
}

static NpHold
weigh_entry (const NpView *view, const NpTerm *term, guint position, NpCauses *causes)
{
  const NpEntry *entry = &view->facts->answers[term->index].entries[position];
  const NpState *state = &view->catalog->questions[term->index].states[entry->state];
  NpDay clear_date = NP_DAY_NONE;
  NpHold hold = NP_HOLDS_DATELESS;

  if (causes->waiting != NULL)
    clear_date = np_view_clear_date (view, causes->waiting, state, entry);
  if (clear_date != NP_DAY_NONE)
    hold = view->planned < clear_date ? NP_HOLDS_DATED : NP_HOLDS_MET;
  np_causes_add_entry (causes, term->index, position, clear_date, hold);
  return hold;
}

/* Each entry that the term names counts for itself. */
static NpHold
weigh_states (const NpView *view, const NpRule *rule, const NpTerm *term, NpCauses *causes)
{
  const NpAnswerFacts *answer = &view->facts->answers[term->index];
  guint64 states = view->states[term->index] & term->mask;
  NpHold best = NP_HOLDS_NOT;

  if (states == 0)
    return NP_HOLDS_NOT;
  if ((states & NP_VIEW_COMMON_STATES) != 0)
    {
      np_causes_add (causes, NP_CAUSE_QUESTION, term->index, -1);
      best = NP_HOLDS_DATELESS;
    }
  for (guint i = 0; i < answer->n_entries; i++)
    if (np_view_entry_holds (view, rule, term, &answer->entries[i]))
      {
        NpHold hold = weigh_entry (view, term, i, causes);

        best = MAX (best, hold);
      }
  return best;
}

/* What holds without regard to dates. */
static NpHold
weigh_fact (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  const NpTermMeaning *meaning = np_term_meaning (term);

  if (!meaning->holds (view, term))
    return NP_HOLDS_NOT;
  if (meaning->give_causes != NULL)
    meaning->give_causes (view, term, causes);
  return NP_HOLDS_DATELESS;
}

static NpHold
weigh (const NpView *view, const NpRule *rule, guint position, NpCauses *causes)
{
  const NpTerm *term = &rule->terms[position];

  switch ((guint) term->kind)
    {
    case NP_TERM_AND:
      return weigh_both (view, rule, term, causes);
    case NP_TERM_OR:
      return weigh_either (view, rule, term, causes);
    case NP_TERM_STATES:
      return weigh_states (view, rule, term, causes);
    case NP_TERM_ALWAYS: /* what always holds, or is denied, explains nothing */
    case NP_TERM_NOT:
    case NP_TERM_THIS:
      return np_view_term_holds (view, rule, position) ? NP_HOLDS_DATELESS : NP_HOLDS_NOT;
    default:
      return weigh_fact (view, term, causes);
    }
}

NpHold
np_rule_weigh (const NpView *view, const NpRule *rule, NpCauses *causes)
{
  if (rule->n_terms == 0)
    return NP_HOLDS_DATELESS;
  return np_view_tells (view, rule->needs) ? weigh (view, rule, rule->n_terms - 1u, causes) : NP_HOLDS_NOT;
}
