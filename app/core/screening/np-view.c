/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-view.h"

#define COMMON_STATES (NP_STATE_NO | NP_STATE_UNSURE | NP_STATE_NOT_APPLICABLE)

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
  sum_up_plan (self);
  /* A rule that switches a question on sees the questions before it. What counts as unanswered is not seen, though
   * something was said (skin tone without a type). */
  for (guint i = 0; i < self->catalog->n_questions; i++)
    states[i] = 0;
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (facts->answers[i].states != 0 && np_facts_question_answered (facts, i) && np_view_asks_question (self, i))
      states[i] = facts->answers[i].states;
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

static gboolean
compares (NpCompare compare, int left, int right)
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
field_day (const NpView *self, const NpField *field, NpDate date)
{
  NpDay day;

  if (np_date_is_full (date))
    return np_date_last_day (date);
  day = field->rounds_first ? np_date_first_day (date) : np_date_last_day (date);
  return field->future ? day : MIN (day, self->facts->assessed_on);
}

/* ---- entries ---- */

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

  inner.entries = NP_ENTRIES_ALL;
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
  return np_day_add (field_day (self, &state->fields[field], entry->value[field].date), wait->interval);
}

static gboolean
sees_entry (const NpView *self, const NpState *state, const NpEntry *entry)
{
  NpDay clear_date;

  if (self->entries == NP_ENTRIES_ALL)
    return TRUE;
  clear_date = np_view_clear_date (self, self->finding, state, entry);
  return clear_date == NP_DAY_NONE || (self->entries == NP_ENTRIES_UNMET && self->planned < clear_date);
}

static gboolean
date_holds (const NpView *self, const NpCondition *condition, const NpField *field, NpDate date)
{
  NpDay left = field_day (self, field, date);
  NpDay right = condition->anchor == NP_ANCHOR_PLANNED ? self->planned : self->facts->assessed_on;

  if (condition->field_plus.count != 0)
    left = np_day_add (left, condition->field_plus);
  if (condition->anchor_plus.count != 0)
    right = np_day_add (right, condition->anchor_plus);
  return compares (condition->compare, left, right);
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
      return present ? compares (condition->compare, value->number, condition->number)
                     : condition->compare == NP_COMPARE_NOT;
    case NP_CONDITION_DATE:
      return present ? date_holds (self, condition, field, value->date) : condition->compare == NP_COMPARE_NOT;
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

static gboolean
this_holds (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  return self->this_entry != NULL && conditions_hold (self, rule, term, self->this_state, self->this_entry);
}

/* whether an entry of the answer is one that the term names */
static gboolean
entry_holds (const NpView *self, const NpRule *rule, const NpTerm *term, const NpEntry *entry)
{
  const NpState *state = &self->catalog->questions[term->index].states[entry->state];

  return (term->mask & NP_STATE_BIT (entry->state)) != 0 && conditions_hold (self, rule, term, state, entry) &&
         sees_entry (self, state, entry);
}

static gboolean
states_hold (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  guint64 states = self->states[term->index] & term->mask;
  const NpAnswerFacts *answer;

  if (states == 0)
    return FALSE;
  if (term->n_conditions == 0 && (self->entries == NP_ENTRIES_ALL || (states & COMMON_STATES) != 0))
    return TRUE;
  answer = &self->facts->answers[term->index];
  for (guint i = 0; i < answer->n_entries; i++)
    if (entry_holds (self, rule, term, &answer->entries[i]))
      return TRUE;
  return FALSE;
}

static gboolean
two_hold (guint64 states)
{
  return (states & (states - 1)) != 0;
}

static gboolean
entry_in_future (const NpView *self, const NpState *state, const NpEntry *entry)
{
  for (guint i = 0; i < state->n_fields && i < NP_MAX_FIELDS; i++)
    if (state->fields[i].type == NP_FIELD_DATE && !state->fields[i].future && (entry->present & 1u << i) != 0 &&
        np_date_first_day (entry->value[i].date) > self->facts->assessed_on)
      return TRUE;
  return FALSE;
}

static gboolean
date_in_future (const NpView *self)
{
  for (guint q = 0; q < self->catalog->n_questions; q++)
    for (guint i = 0; self->states[q] != 0 && i < self->facts->answers[q].n_entries; i++)
      {
        const NpEntry *entry = &self->facts->answers[q].entries[i];

        if (entry_in_future (self, &self->catalog->questions[q].states[entry->state], entry))
          return TRUE;
      }
  return FALSE;
}

/* ---- lists and plan ---- */

static gboolean
group_is_of_topical (const NpView *self, guint group)
{
  int topical = self->catalog->allergy_groups[group].topical;

  return (self->facts->allergy_groups & NP_STATE_BIT (group)) != 0 && topical >= 0 &&
         (self->facts->topicals & NP_STATE_BIT (topical)) != 0;
}

static gboolean
allergic_to_topical (const NpView *self)
{
  for (guint i = 0; self->facts->allergy_groups != 0 && i < self->catalog->n_allergy_groups; i++)
    if (group_is_of_topical (self, i))
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

static gboolean
over_depth (const NpView *self, const NpPair *pair)
{
  const NpDevice *device = chosen_device (self);

  return device != NULL && device->evaluated_depth_um > 0 && pair->depth_um > device->evaluated_depth_um;
}

static gboolean
outside_use (const NpView *self, const NpPair *pair)
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

static gboolean term_holds (const NpView *self, const NpRule *rule, guint position);

/* What is denied is looked for among all entries, also those whose date has come. */
static gboolean
negation_holds (const NpView *self, const NpRule *rule, const NpTerm *term)
{
  NpView all;

  if (self->entries == NP_ENTRIES_ALL)
    return !term_holds (self, rule, term->left);
  all = *self;
  all.entries = NP_ENTRIES_ALL;
  return !term_holds (&all, rule, term->left);
}

static gboolean
term_holds (const NpView *self, const NpRule *rule, guint position)
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
      return term_holds (self, rule, term->left) && term_holds (self, rule, term->right);
    case NP_TERM_OR:
      return term_holds (self, rule, term->left) || term_holds (self, rule, term->right);
    case NP_TERM_STATES:
      return states_hold (self, rule, term);
    case NP_TERM_TWO_OF:
      return two_hold (self->states[term->index] & term->mask);
    case NP_TERM_THIS:
      return this_holds (self, rule, term);
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
      return self->age >= 0 && compares (term->compare, self->age, term->number);
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
      return some_pair (self, over_depth);
    case NP_TERM_DEVICE_NAMES_DEPTH:
      return facts->device >= 0 && chosen_device (self)->evaluated_depth_um > 0;
    case NP_TERM_DEVICE_NOT_AUTHORISED:
      return device_authorised_is (self, NP_AUTHORISED_NO);
    case NP_TERM_DEVICE_SAYS_AUTHORISED:
      return device_authorised_is (self, NP_AUTHORISED_NO) || device_authorised_is (self, NP_AUTHORISED_YES);
    case NP_TERM_OUTSIDE_AUTHORISED_USE:
      return some_pair (self, outside_use);
    case NP_TERM_AMOUNT:
      return facts->amounts[term->index] >= 0 && compares (term->compare, facts->amounts[term->index], term->number);
    case NP_TERM_DATE_IN_FUTURE:
      return date_in_future (self);
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
  return rule->n_terms == 0 || term_holds (self, rule, rule->n_terms - 1u);
}

/* ---- causes ---- */

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

  if ((view->states[term->index] & term->mask & COMMON_STATES) != 0)
    give (causes, NP_CAUSE_QUESTION, term->index, -1);
  for (guint i = 0; i < answer->n_entries; i++)
    if (entry_holds (view, causes->rule, term, &answer->entries[i]))
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

        if (entry_in_future (view, &view->catalog->questions[q].states[entry->state], entry))
          give (causes, NP_CAUSE_QUESTION, q, (int) i);
      }
}

static void
give_topical_allergies (const Causes *causes)
{
  for (guint i = 0; i < causes->view->catalog->n_allergy_groups; i++)
    if (group_is_of_topical (causes->view, i))
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
      give_pairs (causes, NP_TERM_DEPTH_OVER_EVALUATED, over_depth);
      break;
    case NP_TERM_OUTSIDE_AUTHORISED_USE:
      give_pairs (causes, NP_TERM_OUTSIDE_AUTHORISED_USE, outside_use);
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

static void
give_causes_if_holds (const Causes *causes, guint position)
{
  if (term_holds (causes->view, causes->rule, position))
    give_causes (causes, position);
}

void
np_view_foreach_cause (const NpView *self, const NpRule *rule, NpCauseFunc func, gpointer data)
{
  const Causes causes = { .view = self, .rule = rule, .func = func, .data = data };

  if (rule->n_terms > 0)
    give_causes_if_holds (&causes, rule->n_terms - 1u);
}
