/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

/* The four answers that every question may take. */
static guint64
common_state (const char *id)
{
  static const struct
  {
    const char *id;
    guint64 mask;
  } commons[] = {
    { "no", NP_STATE_NO },
    { "dont-know", NP_STATE_DONT_KNOW },
    { "prefer-not-to-say", NP_STATE_PREFER_NOT_TO_SAY },
    { "not-applicable", NP_STATE_NOT_APPLICABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commons); i++)
    if (g_str_equal (commons[i].id, id))
      return commons[i].mask;
  return 0;
}

static guint64
state_named (NpRuleParser *self, const NpQuestion *question, const char *id, const char *at)
{
  int state = np_catalog_find_state (question, id);

  if (state >= 0)
    return NP_STATE_BIT (state);
  if (common_state (id) == 0)
    np_rule_fail (self, at, "the question “%s” has no state “%s”", question->id, id);
  else if (g_str_equal (id, "no") && !question->takes_no)
    np_rule_fail (self, at, "the question “%s” does not take “no”", question->id);
  else if (g_str_equal (id, "not-applicable") && !question->takes_not_applicable)
    np_rule_fail (self, at, "the question “%s” does not take “not-applicable”", question->id);
  return common_state (id);
}

static guint64
states_named (NpRuleParser *self, const NpQuestion *question)
{
  guint64 mask = 0;

  do
    {
      const char *at = (np_rule_skip_space (self), self->at);
      g_autofree char *id = np_rule_take_word (self);

      mask |= state_named (self, question, id == NULL ? "" : id, at);
    }
  while (self->error == NULL && np_rule_take (self, ","));
  return mask;
}

/* A state under conditions. Fields stand at other positions in every state, so each state gets a term of its own. */
static guint
states_with_conditions (NpRuleParser *self, const NpQuestion *question, NpTerm term)
{
  const char *bracket = self->at;
  guint64 mask = term.mask;
  guint root = 0;
  gboolean first = TRUE;

  if ((mask >> NP_MAX_STATES) != 0)
    np_rule_fail (self, bracket, "no, dont-know and the like have no fields");
  for (guint i = 0; i < question->n_states && self->error == NULL; i++)
    if (mask & NP_STATE_BIT (i))
      {
        guint one;

        self->at = bracket;
        term.mask = NP_STATE_BIT (i);
        np_rule_conditions (self, &question->states[i], &term);
        one = np_rule_push (self, &term);
        root = first ? one : np_rule_join (self, NP_TERM_OR, root, one);
        first = FALSE;
      }
  return root;
}

guint
np_rule_answer (NpRuleParser *self, const char *question_id, const char *at)
{
  int position = np_catalog_find_question (self->context->catalog, question_id);
  const NpQuestion *question;
  NpTerm term = { .kind = NP_TERM_STATES };

  if (position < 0)
    {
      np_rule_fail (self, at, "there is no question “%s”", question_id);
      return 0;
    }
  question = &self->context->catalog->questions[position];
  term.index = (guint16) position;
  term.mask = states_named (self, question);
  if (self->error == NULL && *self->at == '[')
    return states_with_conditions (self, question, term);
  return np_rule_push (self, &term);
}

/* The states that the triggers of the waiting finding name: what `this` can be. */
static GPtrArray *
states_of_triggers (const NpCatalog *catalog, const NpFinding *finding)
{
  GPtrArray *states = g_ptr_array_new ();

  for (guint i = 0; finding != NULL && i < finding->n_triggers; i++)
    for (guint j = 0; j < finding->triggers[i].when.n_terms; j++)
      {
        const NpTerm *term = &finding->triggers[i].when.terms[j];
        const NpQuestion *question = &catalog->questions[term->index];

        for (guint k = 0; term->kind == NP_TERM_STATES && k < question->n_states; k++)
          if (term->mask & NP_STATE_BIT (k))
            g_ptr_array_add (states, (gpointer) &question->states[k]);
      }
  return states;
}

static gboolean
same_conditions (const NpRuleParser *self, const NpTerm *a, const NpTerm *b)
{
  const NpCondition *all = (const NpCondition *) (gpointer) self->conditions->data;

  for (guint i = 0; i < a->n_conditions; i++)
    {
      const NpCondition *one = &all[a->conditions + i];
      const NpCondition *other = &all[b->conditions + i];

      if (one->kind != other->kind || one->field != other->field || one->mask != other->mask)
        return FALSE;
    }
  return TRUE;
}

/* A position in `this` has to mean the same field in every state that has one there: the entry does not say which state
 * it is. */
static gboolean
reads_alike (const NpRuleParser *self, const NpTerm *term, const NpState *known, const NpState *other)
{
  for (guint i = 0; i < term->n_conditions; i++)
    {
      guint field = g_array_index (self->conditions, NpCondition, term->conditions + i).field;

      if (field < other->n_fields && !g_str_equal (other->fields[field].id, known->fields[field].id))
        return FALSE;
    }
  return TRUE;
}

static void
agree (NpRuleParser *self, const NpTerm *term, const NpState *known, const NpState *other, const char *bracket)
{
  NpTerm again = { .kind = NP_TERM_THIS };
  guint length = self->conditions->len;
  const char *after = self->at;

  self->at = bracket;
  np_rule_conditions (self, other, &again);
  if (self->error != NULL)
    g_clear_error (&self->error); /* a state without that field: missing, which is fine */
  else if (!same_conditions (self, term, &again))
    np_rule_fail (self, bracket,
                  "the states of this finding have that field in different places: put it first in each");
  g_array_set_size (self->conditions, length);
  self->at = after;
  if (self->error == NULL && !reads_alike (self, term, known, other))
    np_rule_fail (self, bracket,
                  "another state of this finding has another field in that place: put them in one order");
}

/* Reads the conditions against the first state that knows the fields. */
static const NpState *
first_reading (NpRuleParser *self, const GPtrArray *states, NpTerm *term)
{
  const char *bracket = self->at;
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < states->len; i++)
    {
      self->at = bracket;
      g_array_set_size (self->conditions, term->conditions);
      np_rule_conditions (self, g_ptr_array_index (states, i), term);
      if (self->error == NULL)
        return g_ptr_array_index (states, i);
      if (first == NULL)
        first = g_steal_pointer (&self->error);
      g_clear_error (&self->error);
    }
  self->error = g_steal_pointer (&first);
  return NULL;
}

guint
np_rule_this (NpRuleParser *self, const char *at)
{
  g_autoptr (GPtrArray) states = states_of_triggers (self->context->catalog, self->context->waiting);
  const char *bracket = self->at;
  NpTerm term = { .kind = NP_TERM_THIS, .conditions = (guint16) self->conditions->len };
  const NpState *known;

  if (self->error != NULL)
    return 0;
  known = first_reading (self, states, &term);
  if (known == NULL)
    {
      np_rule_fail (self, at, "no trigger of this finding names a state, so there is no “this”");
      return 0;
    }
  for (guint i = 0; i < states->len && self->error == NULL; i++)
    if (g_ptr_array_index (states, i) != known)
      agree (self, &term, known, g_ptr_array_index (states, i), bracket);
  return np_rule_push (self, &term);
}
