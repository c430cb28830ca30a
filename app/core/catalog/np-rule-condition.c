/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

/* One side of a comparison of dates: a date field or an anchor, each with an interval added. */
typedef struct
{
  int field;
  NpAnchor anchor;
  NpInterval plus;
  const char *at;
} Side;

static int
need_field (NpRuleParser *self, const NpState *state, const char *id, const char *at)
{
  int field = np_catalog_find_field (state, id);

  if (field < 0)
    np_rule_fail (self, at, "the state “%s” has no field “%s”", state->id, id);
  return field;
}

static NpInterval
take_interval (NpRuleParser *self)
{
  NpInterval interval = { 0, NP_UNIT_DAYS };
  gint32 count;

  if (!np_rule_take_number (self, &count))
    return interval;
  interval.count = (gint16) MIN (count, 9999);
  if (np_rule_take (self, "w"))
    interval.unit = NP_UNIT_WEEKS;
  else if (np_rule_take (self, "m"))
    interval.unit = NP_UNIT_MONTHS;
  else if (!np_rule_take (self, "d"))
    np_rule_fail (self, self->at, "the unit of the interval is missing: d, w or m");
  return interval;
}

static Side
read_side (NpRuleParser *self, const NpState *state, const char *word, const char *at)
{
  Side side = { -1, NP_ANCHOR_PLANNED, { 0, NP_UNIT_DAYS }, at };

  if (g_str_equal (word, "assessed"))
    side.anchor = NP_ANCHOR_ASSESSED;
  else if (!g_str_equal (word, "planned"))
    side.field = need_field (self, state, word, at);
  if (side.field >= 0 && state->fields[side.field].type != NP_FIELD_DATE)
    np_rule_fail (self, at, "“%s” is not a date", word);
  if (np_rule_take (self, "+"))
    side.plus = take_interval (self);
  return side;
}

static NpCompare
turned (NpCompare compare)
{
  switch (compare)
    {
    case NP_COMPARE_LESS:
      return NP_COMPARE_MORE;
    case NP_COMPARE_AT_MOST:
      return NP_COMPARE_AT_LEAST;
    case NP_COMPARE_AT_LEAST:
      return NP_COMPARE_AT_MOST;
    case NP_COMPARE_MORE:
      return NP_COMPARE_LESS;
    case NP_COMPARE_EQUAL:
    case NP_COMPARE_NOT:
      break;
    }
  return compare;
}

/* The field goes to the left, so that evaluating knows one form. */
static NpCondition
compared_dates (NpRuleParser *self, Side left, NpCompare compare, Side right)
{
  gboolean swap = left.field < 0;
  Side field = swap ? right : left;
  Side anchor = swap ? left : right;

  if (field.field < 0 || anchor.field >= 0)
    np_rule_fail (self, left.at, "one side is a date field, the other “planned” or “assessed”");
  return (NpCondition){ .kind = NP_CONDITION_DATE,
                        .field = (guint8) MAX (field.field, 0),
                        .compare = swap ? turned (compare) : compare,
                        .anchor = anchor.anchor,
                        .field_plus = field.plus,
                        .anchor_plus = anchor.plus };
}

static NpCondition
compared_word (NpRuleParser *self, const NpState *state, guint8 field, NpCompare compare)
{
  const char *at = (np_rule_skip_space (self), self->at);
  g_autofree char *word = np_rule_take_word (self);
  int option = word == NULL ? -1 : np_items_find (&state->fields[field].options, word);

  if (compare != NP_COMPARE_EQUAL && compare != NP_COMPARE_NOT)
    np_rule_fail (self, at, "words are compared with = or !=");
  if (option < 0)
    np_rule_fail (self, at, "the field “%s” has no option “%s”", state->fields[field].id, word == NULL ? "" : word);
  return (NpCondition){
    .kind = NP_CONDITION_WORD, .field = field, .compare = compare, .mask = NP_STATE_BIT (MAX (option, 0))
  };
}

/* A yes-no field that is missing counts as no (brief D3), so both comparisons come down to present or missing. */
static NpCondition
compared_yes_no (NpRuleParser *self, guint8 field, NpCompare compare)
{
  const char *at = (np_rule_skip_space (self), self->at);
  g_autofree char *word = np_rule_take_word (self);
  gboolean yes = g_strcmp0 (word, "yes") == 0;

  if ((compare != NP_COMPARE_EQUAL && compare != NP_COMPARE_NOT) || (!yes && g_strcmp0 (word, "no") != 0))
    np_rule_fail (self, at, "a yes-no field is compared as =yes or =no");
  return (NpCondition){ .kind = yes == (compare == NP_COMPARE_EQUAL) ? NP_CONDITION_PRESENT : NP_CONDITION_MISSING,
                        .field = field };
}

static NpCondition
compared (NpRuleParser *self, const NpState *state, const char *word, const char *at, Side left, NpCompare compare)
{
  const char *right_at = (np_rule_skip_space (self), self->at);
  g_autofree char *right = NULL;
  NpCondition condition = { .kind = NP_CONDITION_NUMBER, .field = (guint8) left.field, .compare = compare };

  switch (left.field < 0 ? NP_FIELD_DATE : state->fields[left.field].type)
    {
    case NP_FIELD_DATE:
      right = np_rule_take_word (self);
      return compared_dates (self, left, compare, read_side (self, state, right == NULL ? "" : right, right_at));
    case NP_FIELD_INTEGER:
      np_rule_take_number (self, &condition.number);
      return condition;
    case NP_FIELD_ONE_OF:
    case NP_FIELD_SOME_OF:
      return compared_word (self, state, condition.field, compare);
    case NP_FIELD_YES_NO:
      return compared_yes_no (self, condition.field, compare);
    case NP_FIELD_TEXT:
      break;
    }
  np_rule_fail (self, at, "“%s” is free text, which rules do not read", word);
  return condition;
}

static NpCondition
in_topicals (NpRuleParser *self, const NpState *state, guint8 field, const char *at)
{
  g_autofree char *what = np_rule_take_word (self);

  if (g_strcmp0 (what, "topicals") != 0 || !state->fields[field].from_topicals)
    np_rule_fail (self, at, "only a field with the topicals as its options can stand before “in topicals”");
  return (NpCondition){ .kind = NP_CONDITION_IN_TOPICALS, .field = field };
}

/* `name` alone, or `name in topicals` */
static NpCondition
present (NpRuleParser *self, const NpState *state, const char *word, const char *at)
{
  guint8 field = (guint8) MAX (need_field (self, state, word, at), 0);
  const char *before = self->at;
  g_autofree char *next = self->error == NULL ? np_rule_take_word (self) : NULL;

  if (g_strcmp0 (next, "in") == 0)
    return in_topicals (self, state, field, at);
  self->at = before;
  return (NpCondition){ .kind = NP_CONDITION_PRESENT, .field = field };
}

static NpCondition
read_condition (NpRuleParser *self, const NpState *state)
{
  gboolean missing = np_rule_take (self, "!");
  const char *at = (np_rule_skip_space (self), self->at);
  g_autofree char *word = np_rule_take_word (self);
  const char *after = self->at;
  NpCompare compare;
  Side left;

  if (word == NULL)
    {
      np_rule_fail (self, at, "the name of a field is missing here");
      return (NpCondition){ 0 };
    }
  if (missing)
    return (NpCondition){ .kind = NP_CONDITION_MISSING, .field = (guint8) MAX (need_field (self, state, word, at), 0) };
  if (!np_rule_take (self, "+") && !np_rule_take_compare (self, &compare))
    return present (self, state, word, at);
  self->at = after;
  left = (Side){ .field = np_catalog_find_field (state, word), .at = at };
  if (left.field < 0 || state->fields[left.field].type == NP_FIELD_DATE)
    left = read_side (self, state, word, at);
  if (self->error == NULL && !np_rule_take_compare (self, &compare))
    np_rule_fail (self, self->at, "a comparison is missing here");
  return self->error == NULL ? compared (self, state, word, at, left, compare) : (NpCondition){ 0 };
}

void
np_rule_conditions (NpRuleParser *self, const NpState *state, NpTerm *term)
{
  term->conditions = (guint16) self->conditions->len;
  np_rule_expect (self, "[");
  do
    {
      NpCondition condition = read_condition (self, state);

      g_array_append_val (self->conditions, condition);
    }
  while (self->error == NULL && np_rule_take (self, ","));
  np_rule_expect (self, "]");
  term->n_conditions = (guint16) (self->conditions->len - term->conditions);
}
