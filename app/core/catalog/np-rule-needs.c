/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule.h"

/* Most rules hold by an answer other than "no". Which questions a rule needs one from is worked out once, so that most
 * rules are settled by a glance at what was answered. */

static guint64
question_need (const NpTerm *term)
{
  guint64 untroubled = NP_STATE_NO | NP_STATE_NOT_APPLICABLE;

  return (term->mask & untroubled) != 0 || term->index >= NP_NEED_QUESTIONS ? 0 : NP_STATE_BIT (term->index);
}

static guint64
term_needs (const NpRule *rule, guint position)
{
  const NpTerm *term = &rule->terms[position];
  guint64 left, right;

  switch ((guint) term->kind)
    {
    case NP_TERM_STATES:
    case NP_TERM_TWO_OF:
      return question_need (term);
    case NP_TERM_MEDICINE:
      return NP_NEED_MEDICINES;
    case NP_TERM_ALLERGY:
    case NP_TERM_ALLERGY_TO_TOPICAL:
      return NP_NEED_ALLERGIES;
    case NP_TERM_AND: /* either side's need will do */
      left = term_needs (rule, term->left);
      return left != 0 ? left : term_needs (rule, term->right);
    case NP_TERM_OR:
      left = term_needs (rule, term->left);
      right = term_needs (rule, term->right);
      return left != 0 && right != 0 ? left | right : 0;
    default:
      return 0;
    }
}

/**
 * np_rule_find_needs:
 * @rule: a compiled rule
 *
 * Returns: a bit per question, and #NP_NEED_MEDICINES and #NP_NEED_ALLERGIES for the lists: the rule does not hold unless one
 *   of them has something to tell. 0 where nothing can be said.
 */
guint64
np_rule_find_needs (const NpRule *rule)
{
  g_return_val_if_fail (rule != NULL, 0);

  return rule->n_terms == 0 ? 0 : term_needs (rule, rule->n_terms - 1u);
}
