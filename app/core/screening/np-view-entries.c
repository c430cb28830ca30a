/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

/* What the entries of an answer say: their dates, the conditions on them, and the days on which waits for them end. */

gboolean
np_view_compares (NpCompare compare, int left, int right)
{
  switch (compare)
    {
    case NP_COMPARE_LESS:
      return left < right;
    case NP_COMPARE_AT_MOST:
      return left <= right;
    case NP_COMPARE_EQUAL:
      return left == right;
    case NP_COMPARE_NOT:
      return left != right;
    case NP_COMPARE_AT_LEAST:
      return left >= right;
    case NP_COMPARE_MORE:
      return left > right;
    }
  g_return_val_if_reached (FALSE);
}

/* A month or a year counts as its last day, or its first where that is the cautious one; what is past cannot lie after
 * today. */
static NpDay
field_day (const NpView *self, const NpField *field, const NpFieldValue *value)
{
  NpDay day = field->rounds_first ? value->first : value->last;

  return value->first == value->last || field->future ? day : MIN (day, self->facts->assessed_on);
}

gboolean
np_state_event_field (const NpState *state, guint *field)
{
  for (guint i = 0; i < state->n_fields; i++)
    if (state->fields[i].type == NP_FIELD_DATE && !state->fields[i].future)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

const NpWait *
np_view_wait (const NpView *self, const NpFinding *finding, const NpState *state, const NpEntry *entry)
{
  NpView inner = *self;

  inner.this_state = state;
  inner.this_entry = entry;
  for (guint i = 0; i < finding->n_waits; i++)
    if (np_view_holds (&inner, &finding->waits[i].when))
      return &finding->waits[i];
  return NULL;
}

NpDay
np_view_clear_date (const NpView *self, const NpFinding *finding, const NpState *state, const NpEntry *entry)
{
  const NpWait *wait;
  guint field;

  if (finding->n_waits == 0 || !np_state_event_field (state, &field) || (entry->present & 1u << field) == 0)
    return NP_DAY_NONE;
  wait = np_view_wait (self, finding, state, entry);
  if (wait == NULL)
    return NP_DAY_NONE;
  return np_day_add (field_day (self, &state->fields[field], &entry->value[field]), wait->interval);
}

static gboolean
date_holds (const NpView *self, const NpCondition *condition, const NpField *field, const NpFieldValue *value)
{
  NpDay left = field_day (self, field, value);
  NpDay right = condition->anchor == NP_ANCHOR_PLANNED ? self->planned : self->facts->assessed_on;

  if (condition->field_plus.count != 0)
    left = np_day_add (left, condition->field_plus);
  if (condition->anchor_plus.count != 0)
    right = np_day_add (right, condition->anchor_plus);
  return np_view_compares (condition->compare, left, right);
}

static gboolean
condition_holds (const NpView *self, const NpCondition *condition, const NpState *state, const NpEntry *entry)
{
  const NpField *field;
  const NpFieldValue *value;
  guint64 options;
  gboolean present;

  g_return_val_if_fail (condition->field < state->n_fields && condition->field < NP_MAX_FIELDS, FALSE);
  field = &state->fields[condition->field];
  value = &entry->value[condition->field];
  present = (entry->present & 1u << condition->field) != 0;
  options = present ? value->options : 0;

  switch (condition->kind)
    {
    case NP_CONDITION_PRESENT:
      return present && (field->type != NP_FIELD_YES_NO || value->yes);
    case NP_CONDITION_MISSING:
      return !present || (field->type == NP_FIELD_YES_NO && !value->yes);
    case NP_CONDITION_WORD:
      return ((options & condition->mask) != 0) == (condition->compare == NP_COMPARE_EQUAL);
    case NP_CONDITION_NUMBER:
      return present ? np_view_compares (condition->compare, value->number, condition->number)
                     : condition->compare == NP_COMPARE_NOT;
    case NP_CONDITION_DATE:
      return present ? date_holds (self, condition, field, value) : condition->compare == NP_COMPARE_NOT;
    case NP_CONDITION_IN_TOPICALS:
      return present && (value->options & self->facts->topicals) != 0;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
conditions_hold (const NpView *self, const NpRule *rule, const NpTerm *term, const NpState *state, const NpEntry *entry)
{
  for (guint i = 0; i < term->n_conditions; i++)
    if (!condition_holds (self, &rule->conditions[term->conditions + i], state, entry))
      return FALSE;
  return TRUE;
}

gboolean
np_view_this_holds (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  return self->this_entry != NULL && conditions_hold (self, rule, term, self->this_state, self->this_entry);
}

/* whether an entry of the answer is one that the term names */
gboolean
np_view_entry_holds (const NpView *self, const NpRule *rule, const NpTerm *term, const NpEntry *entry)
{
  const NpState *state = &self->catalog->questions[term->index].states[entry->state];

  return (term->mask & NP_STATE_BIT (entry->state)) != 0 && conditions_hold (self, rule, term, state, entry);
}

gboolean
np_view_states_hold (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  guint64 states = self->states[term->index] & term->mask;
  const NpAnswerFacts *answer;

  if (states == 0 || term->n_conditions == 0)
    return states != 0;
  answer = &self->facts->answers[term->index];
  for (guint i = 0; i < answer->n_entries; i++)
    if (np_view_entry_holds (self, rule, term, &answer->entries[i]))
      return TRUE;
  return FALSE;
}

gboolean
np_view_entry_in_future (const NpView *self, const NpState *state, const NpEntry *entry)
{
  for (guint i = 0; i < state->n_fields && i < NP_MAX_FIELDS; i++)
    if (state->fields[i].type == NP_FIELD_DATE && !state->fields[i].future && (entry->present & 1u << i) != 0 &&
        entry->value[i].first > self->facts->assessed_on)
      return TRUE;
  return FALSE;
}
