/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date-private.h"

#include <string.h>

/* A date as a distance from today. */

static NpDate
months_from_now (const NpDateReader *self, int months)
{
  int total = self->now.year * 12 + self->now.month - 1 + months;

  return np_typed_make (total / 12, total % 12 + 1, 0);
}

/* What people say is as exact as its unit: "2 weeks ago" is a day, "3 months ago" that month and "2 years ago" that
 * year. A partial date then counts as brief 0.4 says, so a rounded memory never makes a waiting time look over. */
static NpTypedDate
at_distance (const NpDateReader *self, int count, char unit)
{
  switch (unit)
    {
    case 'd':
      return np_typed_one (np_date_of_day (self->today + count));
    case 'w':
      return np_typed_one (np_date_of_day (self->today + count * 7));
    case 'm':
      return np_typed_one (months_from_now (self, count));
    default:
      return np_typed_one (np_typed_make (self->now.year + count, 0, 0));
    }
}

static char
unit_of (const char *word)
{
  static const struct
  {
    const char *word;
    char unit;
  } units[] = {
    { "d", 'd' },   { "day", 'd' },  { "days", 'd' },  { "w", 'w' },      { "wk", 'w' },
    { "wks", 'w' }, { "week", 'w' }, { "weeks", 'w' }, { "m", 'm' },      { "mo", 'm' },
    { "mth", 'm' }, { "mths", 'm' }, { "month", 'm' }, { "months", 'm' }, { "y", 'y' },
    { "yr", 'y' },  { "yrs", 'y' },  { "year", 'y' },  { "years", 'y' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (word, units[i].word) == 0)
      return units[i].unit;
  return '\0';
}

/* "3", "three" or "a"; -1 when it is no count */
static int
count_of (const NpDateToken *token)
{
  static const char *const words[] = { "an",    "one",   "two",  "three", "four",   "five",  "six",
                                       "seven", "eight", "nine", "ten",   "eleven", "twelve" };

  if (token->digits > 0)
    return token->digits <= 3 ? token->value : -1;
  if (strcmp (token->word, "a") == 0)
    return 1;
  for (int i = 0; i < (int) G_N_ELEMENTS (words); i++)
    if (strcmp (token->word, words[i]) == 0)
      return MAX (i, 1);
  return -1;
}

/* "3 months ago", "3m ago", "in 2 weeks" */
static NpTypedDate
read_count_of_units (const NpDateReader *self)
{
  gboolean ahead = np_typed_is_word (self, 0, "in");
  int at = ahead ? 1 : 0, count;
  char unit;

  if (self->count != 3 || (!ahead && !np_typed_is_word (self, 2, "ago")))
    return np_typed_unclear;
  count = count_of (&self->tokens[at]);
  unit = unit_of (self->tokens[at + 1].word);
  if (count < 0 || unit == '\0')
    return np_typed_unclear;
  return at_distance (self, ahead ? count : -count, unit);
}

/* "last month", "this year": the unit is the precision, and there is none for a week */
static NpTypedDate
read_neighbour (const NpDateReader *self)
{
  static const struct
  {
    const char *word;
    int step;
  } steps[] = { { "last", -1 }, { "this", 0 }, { "next", 1 } };
  char unit = self->count == 2 ? unit_of (self->tokens[1].word) : '\0';

  for (gsize i = 0; (unit == 'm' || unit == 'y') && i < G_N_ELEMENTS (steps); i++)
    if (np_typed_is_word (self, 0, steps[i].word))
      return at_distance (self, steps[i].step, unit);
  return np_typed_unclear;
}

NpTypedDate
np_typed_distance (const NpDateReader *self)
{
  NpTypedDate typed;

  if (self->count == 1 && np_typed_is_word (self, 0, "today"))
    return at_distance (self, 0, 'd');
  if (self->count == 1 && np_typed_is_word (self, 0, "yesterday"))
    return at_distance (self, -1, 'd');
  if (self->count == 1 && np_typed_is_word (self, 0, "tomorrow"))
    return at_distance (self, 1, 'd');
  typed = read_neighbour (self);
  return typed.kind != NP_TYPED_UNCLEAR ? typed : read_count_of_units (self);
}
