/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date-private.h"

#include <langinfo.h>
#include <string.h>

/* A date as the calendar names it: years, months and days in numbers, or a month by its name. */

#define YEAR_EARLIEST 1900 /* nobody alive remembers a date before it; a typing slip does ("1205" for 2025) */
#define YEARS_AHEAD 100
#define YEARS_AHEAD_SHORT 20 /* how far in the future a year of two digits may lie */

const NpTypedDate np_typed_unclear = { .kind = NP_TYPED_UNCLEAR };

/* Two digits: the latest year that is not later than 20 years from now. Four digits stand for themselves. */
static int
year_of (const NpDateReader *self, const NpDateToken *token)
{
  int latest = self->now.year + YEARS_AHEAD_SHORT;

  if (token->digits == 2)
    return latest - (latest - token->value) % 100;
  if (token->digits == 4 && token->value >= YEAR_EARLIEST && token->value <= self->now.year + YEARS_AHEAD)
    return token->value;
  return 0;
}

NpDate
np_typed_make (int year, int month, int day)
{
  NpDate none = { 0, 0, 0 }, date = { (gint16) year, (gint8) month, (gint8) day };

  if (year < YEAR_EARLIEST || year > G_MAXINT16 || month > 12 || day > 31)
    return none;
  return np_date_first_day (date) != NP_DAY_NONE ? date : none;
}

/* Day and month (or a month alone, day 0) without a year: the latest one that has begun. 29 February looks back up to
 * eight years. */
static NpDate
latest_without_year (const NpDateReader *self, int month, int day)
{
  for (int back = 0; back <= 8; back++)
    {
      NpDate date = np_typed_make (self->now.year - back, month, day);

      if (np_date_is_known (date) && np_date_first_day (date) <= self->today)
        return date;
    }
  return (NpDate){ 0, 0, 0 };
}

NpTypedDate
np_typed_one (NpDate date)
{
  NpTypedDate typed = { .kind = NP_TYPED_DATE, .reading = { date } };

  return np_date_is_known (date) ? typed : np_typed_unclear;
}

/* Two readings where both exist and differ, else the one that does. */
static NpTypedDate
either (NpDate first, NpDate second)
{
  NpTypedDate typed = { .kind = NP_TYPED_AMBIGUOUS, .reading = { first, second } };

  if (!np_date_is_known (first) || np_date_equal (first, second))
    return np_typed_one (second);
  return np_date_is_known (second) ? typed : np_typed_one (first);
}

static NpTypedDate
without_year (NpTypedDate typed)
{
  typed.year_assumed = typed.kind == NP_TYPED_DATE || typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

/* --- Numbers only --- */

static gboolean
is_short (const NpDateToken *token)
{
  return token->digits == 1 || token->digits == 2;
}

/* 10.12.2025: with dots the day comes first; otherwise only a number above twelve tells which one it is. */
static NpTypedDate
read_three_numbers (const NpDateReader *self)
{
  const NpDateToken *a = &self->tokens[0], *b = &self->tokens[1], *c = &self->tokens[2];
  int year;

  if (b->separator != c->separator || strchr ("./- ", b->separator) == NULL)
    return np_typed_unclear;
  if (a->digits == 4)
    return is_short (b) && is_short (c) ? np_typed_one (np_typed_make (year_of (self, a), b->value, c->value)) : np_typed_unclear;
  if (!is_short (a) || !is_short (b))
    return np_typed_unclear;
  year = year_of (self, c);
  if (b->separator == '.')
    return np_typed_one (np_typed_make (year, b->value, a->value));
  return either (np_typed_make (year, b->value, a->value), np_typed_make (year, a->value, b->value));
}

/* 12/2025 and 2025-12 are months. 10/12 is a day of some year; 12/25 could also be a month, and is asked about. */
static NpTypedDate
read_two_numbers (const NpDateReader *self)
{
  const NpDateToken *a = &self->tokens[0], *b = &self->tokens[1];
  NpTypedDate typed;

  if (strchr ("./- ", b->separator) == NULL)
    return np_typed_unclear;
  if (a->digits == 4)
    return is_short (b) ? np_typed_one (np_typed_make (year_of (self, a), b->value, 0)) : np_typed_unclear;
  if (b->digits == 4)
    return is_short (a) ? np_typed_one (np_typed_make (year_of (self, b), a->value, 0)) : np_typed_unclear;
  if (!is_short (a) || !is_short (b))
    return np_typed_unclear;
  if (b->value <= 12)
    {
      NpDate day_first = latest_without_year (self, b->value, a->value);

      if (b->separator == '.')
        return without_year (np_typed_one (day_first));
      return without_year (either (day_first, latest_without_year (self, a->value, b->value)));
    }
  typed = np_typed_one (np_typed_make (year_of (self, b), a->value, 0));
  if (b->separator != '.')
    typed = either (latest_without_year (self, a->value, b->value), typed.reading[0]);
  typed.year_assumed = typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

static NpTypedDate
read_numbers (const NpDateReader *self)
{
  if (self->count == 3)
    return read_three_numbers (self);
  if (self->count == 2)
    return read_two_numbers (self);
  if (self->count == 1 && self->tokens[0].digits == 4)
    return np_typed_one (np_typed_make (year_of (self, &self->tokens[0]), 0, 0));
  return np_typed_unclear;
}

/* --- A month by its name --- */

typedef struct
{
  const char *word;
  guint whole; /* bit n: the word is the name or abbreviation of month n */
  guint begun; /* bit n: the name of month n begins with the word */
} MonthMatch;

static void
match_name (MonthMatch *match, const char *name, int month)
{
  gsize length = strlen (match->word);

  if (strcmp (name, match->word) == 0)
    match->whole |= 1u << month;
  if (length >= 3 && strncmp (name, match->word, length) == 0)
    match->begun |= 1u << month;
}

static void
match_locale_name (MonthMatch *match, nl_item item, int month)
{
  g_autofree char *name = g_locale_to_utf8 (nl_langinfo (item), -1, NULL, NULL, NULL);
  g_autofree char *folded = name != NULL ? np_typed_fold (name) : NULL;

  if (folded == NULL)
    return;
  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  match_name (match, folded, month);
}

static int
only_bit (guint mask)
{
  return mask != 0 && (mask & (mask - 1)) == 0 ? g_bit_nth_lsf (mask, -1) : 0;
}

/* A whole name wins over the beginning of another; one that fits two months in two languages is no name. */
static int
month_of (const char *word)
{
  static const char *const english[12] = { "january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december" };
  MonthMatch match = { .word = word };

  for (int i = 0; i < 12; i++)
    {
      match_name (&match, english[i], i + 1);
      match_locale_name (&match, MON_1 + i, i + 1);
      match_locale_name (&match, ABMON_1 + i, i + 1);
    }
  return only_bit (match.whole != 0 ? match.whole : match.begun);
}

/* "Dec 2025", "Dec '25", "Dec 10": two digits after the month can be its day or its year. */
static NpTypedDate
read_month_then_number (const NpDateReader *self, int month, const NpDateToken *number)
{
  NpDate of_year, of_day;
  NpTypedDate typed;

  if (number->digits == 1)
    return without_year (np_typed_one (latest_without_year (self, month, number->value)));
  of_year = np_typed_make (year_of (self, number), month, 0);
  if (number->digits == 4 || number->separator == '\'')
    return np_typed_one (of_year);
  of_day = latest_without_year (self, month, number->value);
  typed = either (of_day, of_year);
  typed.year_assumed = typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

static NpTypedDate
read_named_month (const NpDateReader *self, int month, int at)
{
  const NpDateToken *first = &self->tokens[at == 0 ? 1 : 0];
  const NpDateToken *second = &self->tokens[at == 2 ? 1 : 2];

  if (self->count == 1)
    return without_year (np_typed_one (latest_without_year (self, month, 0)));
  if (self->count == 2 && at == 0)
    return read_month_then_number (self, month, first);
  if (self->count == 2)
    return first->digits == 4 ? np_typed_one (np_typed_make (year_of (self, first), month, 0))
                              : without_year (np_typed_one (latest_without_year (self, month, first->value)));
  if (at == 2 || first->digits == 0 || second->digits == 0)
    return np_typed_unclear;
  if (first->digits == 4 && is_short (second))
    return np_typed_one (np_typed_make (year_of (self, first), month, second->value));
  return is_short (first) ? np_typed_one (np_typed_make (year_of (self, second), month, first->value)) : np_typed_unclear;
}

/* "in 2025", "in Dec 2025" are no distances. */
static void
drop_leading_in (NpDateReader *self)
{
  if (!np_typed_is_word (self, 0, "in") || self->count < 2)
    return;
  self->count--;
  memmove (self->tokens, self->tokens + 1, (gsize) self->count * sizeof (NpDateToken));
}

NpTypedDate
np_typed_calendar (NpDateReader *self)
{
  int words = 0, at = 0, month;

  drop_leading_in (self);
  for (int i = 0; i < self->count; i++)
    if (self->tokens[i].digits == 0)
      {
        words++;
        at = i;
      }
  if (words == 0)
    return read_numbers (self);
  month = words == 1 && self->count <= 3 ? month_of (self->tokens[at].word) : 0;
  return month != 0 ? read_named_month (self, month, at) : np_typed_unclear;
}
