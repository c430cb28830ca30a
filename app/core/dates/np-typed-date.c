/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date.h"

#include <langinfo.h>
#include <string.h>

/* Typed text becomes a row of numbers and words; which ones stand where decides what the date is. Nothing is guessed:
 * what can mean two days comes back as two readings, and what fits no form is unclear. */

#define TOKENS_MAX 8
#define WORD_MAX 32
#define YEAR_EARLIEST 1900 /* nobody alive remembers a date before it; a typing slip does ("1205" for 2025) */
#define YEARS_AHEAD 100
#define YEARS_AHEAD_SHORT 20 /* how far in the future a year of two digits may lie */

typedef struct
{
  int value;      /* of a number */
  int digits;     /* of a number; 0 for a word */
  char separator; /* what stood before: '.', '/', '-', ',', '\'' or ' ' */
  char word[WORD_MAX];
} Token;

typedef struct
{
  Token tokens[TOKENS_MAX];
  int count;
  NpDay today;
  NpDate now;
} Reader;

static const NpTypedDate unclear = { .kind = NP_TYPED_UNCLEAR };

/* --- From text to tokens --- */

/* Lower case, without accents, full-width and other digits as ASCII: what is compared and counted. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *out = g_string_new (NULL);

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
        g_string_append_c (out, '-');
      else if (c == 0x2019)
        g_string_append_c (out, '\'');
      else if (g_unichar_isspace (c))
        g_string_append_c (out, ' ');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static const char *
take_number (Token *token, const char *text)
{
  for (; g_ascii_isdigit (*text) && token->digits < 5; text++, token->digits++)
    token->value = token->value * 10 + (*text - '0');
  return text;
}

static const char *
take_word (Token *token, const char *text)
{
  gsize length = 0;

  while (g_unichar_isalpha (g_utf8_get_char (text + length)))
    length = (gsize) (g_utf8_next_char (text + length) - text);
  if (length >= WORD_MAX)
    return NULL;
  memcpy (token->word, text, length);
  return length > 0 ? text + length : NULL;
}

/* Passes over what separates two tokens; a sign counts more than the spaces around it, and two signs make no sense. */
static const char *
take_separator (char *separator, const char *text)
{
  *separator = ' ';
  for (; *text != '\0' && strchr (" ./-,'", *text) != NULL; text++)
    {
      if (*text != ' ' && *separator != ' ')
        return NULL;
      if (*text != ' ')
        *separator = *text;
    }
  return text;
}

static gboolean
is_ordinal_ending (const Token *number, const Token *word)
{
  return number->digits > 0 && (strcmp (word->word, "st") == 0 || strcmp (word->word, "nd") == 0 ||
                                strcmp (word->word, "rd") == 0 || strcmp (word->word, "th") == 0);
}

/* Words that change nothing about the date. */
static gboolean
is_filler (const Token *token)
{
  static const char *const fillers[] = {
    "about", "approx", "approximately", "around", "ca", "circa", "of", "on", "the"
  };

  for (gsize i = 0; token->digits == 0 && i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (token->word, fillers[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
keep_token (Reader *self, const Token *token)
{
  if (is_filler (token))
    return;
  if (self->count > 0 && is_ordinal_ending (&self->tokens[self->count - 1], token))
    return;
  self->tokens[self->count++] = *token;
}

/* "10. Dec 2025": the dot after a day in front of a month is spelling, as is the one after "Dec". */
static gboolean
split (Reader *self, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      Token token = { 0 };

      if ((at = take_separator (&token.separator, at)) == NULL)
        return FALSE;
      if (*at == '\0')
        return token.separator == ' ' || token.separator == '.';
      if (at != text && self->count == 0 && token.separator != ' ')
        return FALSE;
      if ((at = g_ascii_isdigit (*at) ? take_number (&token, at) : take_word (&token, at)) == NULL)
        return FALSE;
      if (self->count == TOKENS_MAX || token.digits > 4)
        return FALSE;
      keep_token (self, &token);
    }
  return TRUE;
}

/* --- Years, months, days --- */

/* Two digits: the latest year that is not later than 20 years from now. Four digits stand for themselves. */
static int
year_of (const Reader *self, const Token *token)
{
  int latest = self->now.year + YEARS_AHEAD_SHORT;

  if (token->digits == 2)
    return latest - (latest - token->value) % 100;
  if (token->digits == 4 && token->value >= YEAR_EARLIEST && token->value <= self->now.year + YEARS_AHEAD)
    return token->value;
  return 0;
}

static NpDate
make_date (int year, int month, int day)
{
  NpDate none = { 0, 0, 0 }, date = { (gint16) year, (gint8) month, (gint8) day };

  if (year < YEAR_EARLIEST || year > G_MAXINT16 || month > 12 || day > 31)
    return none;
  return np_date_first_day (date) != NP_DAY_NONE ? date : none;
}

/* Day and month (or a month alone, day 0) without a year: the latest one that has begun. 29 February looks back up to
 * eight years. */
static NpDate
latest_without_year (const Reader *self, int month, int day)
{
  for (int back = 0; back <= 8; back++)
    {
      NpDate date = make_date (self->now.year - back, month, day);

      if (np_date_is_known (date) && np_date_first_day (date) <= self->today)
        return date;
    }
  return (NpDate){ 0, 0, 0 };
}

static NpTypedDate
one (NpDate date)
{
  NpTypedDate typed = { .kind = NP_TYPED_DATE, .reading = { date } };

  return np_date_is_known (date) ? typed : unclear;
}

/* Two readings where both exist and differ, else the one that does. */
static NpTypedDate
either (NpDate first, NpDate second)
{
  NpTypedDate typed = { .kind = NP_TYPED_AMBIGUOUS, .reading = { first, second } };

  if (!np_date_is_known (first) || np_date_equal (first, second))
    return one (second);
  return np_date_is_known (second) ? typed : one (first);
}

static NpTypedDate
without_year (NpTypedDate typed)
{
  typed.year_assumed = typed.kind == NP_TYPED_DATE || typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

/* --- Numbers only --- */

static gboolean
is_short (const Token *token)
{
  return token->digits == 1 || token->digits == 2;
}

/* 10.12.2025: with dots the day comes first; otherwise only a number above twelve tells which one it is. */
static NpTypedDate
read_three_numbers (const Reader *self)
{
  const Token *a = &self->tokens[0], *b = &self->tokens[1], *c = &self->tokens[2];
  int year;

  if (b->separator != c->separator || strchr ("./- ", b->separator) == NULL)
    return unclear;
  if (a->digits == 4)
    return is_short (b) && is_short (c) ? one (make_date (year_of (self, a), b->value, c->value)) : unclear;
  if (!is_short (a) || !is_short (b))
    return unclear;
  year = year_of (self, c);
  if (b->separator == '.')
    return one (make_date (year, b->value, a->value));
  return either (make_date (year, b->value, a->value), make_date (year, a->value, b->value));
}

/* 12/2025 and 2025-12 are months. 10/12 is a day of some year; 12/25 could also be a month, and is asked about. */
static NpTypedDate
read_two_numbers (const Reader *self)
{
  const Token *a = &self->tokens[0], *b = &self->tokens[1];
  NpTypedDate typed;

  if (strchr ("./- ", b->separator) == NULL)
    return unclear;
  if (a->digits == 4)
    return is_short (b) ? one (make_date (year_of (self, a), b->value, 0)) : unclear;
  if (b->digits == 4)
    return is_short (a) ? one (make_date (year_of (self, b), a->value, 0)) : unclear;
  if (!is_short (a) || !is_short (b))
    return unclear;
  if (b->value <= 12)
    {
      NpDate day_first = latest_without_year (self, b->value, a->value);

      if (b->separator == '.')
        return without_year (one (day_first));
      return without_year (either (day_first, latest_without_year (self, a->value, b->value)));
    }
  typed = one (make_date (year_of (self, b), a->value, 0));
  if (b->separator != '.')
    typed = either (latest_without_year (self, a->value, b->value), typed.reading[0]);
  typed.year_assumed = typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

static NpTypedDate
read_numbers (const Reader *self)
{
  if (self->count == 3)
    return read_three_numbers (self);
  if (self->count == 2)
    return read_two_numbers (self);
  if (self->count == 1 && self->tokens[0].digits == 4)
    return one (make_date (year_of (self, &self->tokens[0]), 0, 0));
  return unclear;
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
  g_autofree char *folded = name != NULL ? fold (name) : NULL;

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
read_month_then_number (const Reader *self, int month, const Token *number)
{
  NpDate of_year, of_day;
  NpTypedDate typed;

  if (number->digits == 1)
    return without_year (one (latest_without_year (self, month, number->value)));
  of_year = make_date (year_of (self, number), month, 0);
  if (number->digits == 4 || number->separator == '\'')
    return one (of_year);
  of_day = latest_without_year (self, month, number->value);
  typed = either (of_day, of_year);
  typed.year_assumed = typed.kind == NP_TYPED_AMBIGUOUS;
  return typed;
}

static NpTypedDate
read_named_month (const Reader *self, int month, int at)
{
  const Token *first = &self->tokens[at == 0 ? 1 : 0];
  const Token *second = &self->tokens[at == 2 ? 1 : 2];

  if (self->count == 1)
    return without_year (one (latest_without_year (self, month, 0)));
  if (self->count == 2 && at == 0)
    return read_month_then_number (self, month, first);
  if (self->count == 2)
    return first->digits == 4 ? one (make_date (year_of (self, first), month, 0))
                              : without_year (one (latest_without_year (self, month, first->value)));
  if (at == 2 || first->digits == 0 || second->digits == 0)
    return unclear;
  if (first->digits == 4 && is_short (second))
    return one (make_date (year_of (self, first), month, second->value));
  return is_short (first) ? one (make_date (year_of (self, second), month, first->value)) : unclear;
}

/* --- As a distance from today --- */

static NpDate
months_from_now (const Reader *self, int months)
{
  int total = self->now.year * 12 + self->now.month - 1 + months;

  return make_date (total / 12, total % 12 + 1, 0);
}

/* What people say is as exact as its unit: "2 weeks ago" is a day, "3 months ago" that month and "2 years ago" that
 * year. A partial date then counts as brief 0.4 says, so a rounded memory never makes a waiting time look over. */
static NpTypedDate
at_distance (const Reader *self, int count, char unit)
{
  switch (unit)
    {
    case 'd':
      return one (np_date_of_day (self->today + count));
    case 'w':
      return one (np_date_of_day (self->today + count * 7));
    case 'm':
      return one (months_from_now (self, count));
    default:
      return one (make_date (self->now.year + count, 0, 0));
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
count_of (const Token *token)
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

static gboolean
is_word (const Reader *self, int at, const char *word)
{
  return at < self->count && strcmp (self->tokens[at].word, word) == 0;
}

/* "3 months ago", "3m ago", "in 2 weeks" */
static NpTypedDate
read_count_of_units (const Reader *self)
{
  gboolean ahead = is_word (self, 0, "in");
  int at = ahead ? 1 : 0, count;
  char unit;

  if (self->count != 3 || (!ahead && !is_word (self, 2, "ago")))
    return unclear;
  count = count_of (&self->tokens[at]);
  unit = unit_of (self->tokens[at + 1].word);
  if (count < 0 || unit == '\0')
    return unclear;
  return at_distance (self, ahead ? count : -count, unit);
}

/* "last month", "this year": the unit is the precision, and there is none for a week */
static NpTypedDate
read_neighbour (const Reader *self)
{
  static const struct
  {
    const char *word;
    int step;
  } steps[] = { { "last", -1 }, { "this", 0 }, { "next", 1 } };
  char unit = self->count == 2 ? unit_of (self->tokens[1].word) : '\0';

  for (gsize i = 0; (unit == 'm' || unit == 'y') && i < G_N_ELEMENTS (steps); i++)
    if (is_word (self, 0, steps[i].word))
      return at_distance (self, steps[i].step, unit);
  return unclear;
}

static NpTypedDate
read_distance (const Reader *self)
{
  NpTypedDate typed;

  if (self->count == 1 && is_word (self, 0, "today"))
    return at_distance (self, 0, 'd');
  if (self->count == 1 && is_word (self, 0, "yesterday"))
    return at_distance (self, -1, 'd');
  if (self->count == 1 && is_word (self, 0, "tomorrow"))
    return at_distance (self, 1, 'd');
  typed = read_neighbour (self);
  return typed.kind != NP_TYPED_UNCLEAR ? typed : read_count_of_units (self);
}

/* --- All together --- */

/* "in 2025", "in Dec 2025" are no distances. */
static void
drop_leading_in (Reader *self)
{
  if (!is_word (self, 0, "in") || self->count < 2)
    return;
  self->count--;
  memmove (self->tokens, self->tokens + 1, (gsize) self->count * sizeof (Token));
}

static NpTypedDate
read_calendar_date (Reader *self)
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
  return month != 0 ? read_named_month (self, month, at) : unclear;
}

/**
 * np_typed_date_read:
 * @typed: (nullable): what was typed, in UTF-8
 * @today: the day that "yesterday" and years of two digits count from
 *
 * Reads a date as people write it. The order of day and month is certain with dots (day first), with the year first,
 * with the month's name and with a day above twelve; anything else that could be two dates is given back as two
 * readings. Without a year the latest date that is not after @today is meant. A distance is as exact as its unit: "3
 * months ago" is a month. Month names are English and those of the running locale, whole or from three letters on.
 *
 * Returns: what was understood
 */
NpTypedDate
np_typed_date_read (const char *typed, NpDay today)
{
  Reader reader = { .today = today, .now = np_date_of_day (today) };
  g_autofree char *folded = NULL;
  NpTypedDate distance;

  g_return_val_if_fail (np_date_is_known (reader.now), unclear);

  if (typed == NULL)
    return (NpTypedDate){ .kind = NP_TYPED_EMPTY };
  if (!g_utf8_validate (typed, -1, NULL))
    return unclear;
  folded = g_strstrip (fold (typed));
  if (*folded == '\0')
    return (NpTypedDate){ .kind = NP_TYPED_EMPTY };
  if (!split (&reader, folded) || reader.count == 0)
    return unclear;
  distance = read_distance (&reader);
  return distance.kind != NP_TYPED_UNCLEAR ? distance : read_calendar_date (&reader);
}

/* 29 February looks ahead up to eight years. */
static NpDate
next_such (NpDate date, NpDay today)
{
  int year = np_date_of_day (today).year;

  for (int ahead = 0; ahead <= 8; ahead++)
    {
      NpDate next = make_date (year + ahead, date.month, date.day);

      if (np_date_is_known (next) && np_date_last_day (next) >= today)
        return next;
    }
  return date;
}

/**
 * np_typed_date_ahead:
 * @typed: what np_typed_date_read () understood
 * @today: the day it was read on
 *
 * For a date that lies ahead, as a trip: where no year was typed, the next such date that is not over by @today is meant.
 * A reading that has its year ("12/25" as a month) stays as it is.
 *
 * Returns: what is meant
 */
NpTypedDate
np_typed_date_ahead (NpTypedDate typed, NpDay today)
{
  g_return_val_if_fail (today != NP_DAY_NONE, typed);

  for (guint i = 0; typed.year_assumed && i < G_N_ELEMENTS (typed.reading); i++)
    if (np_date_is_known (typed.reading[i]) && (typed.kind == NP_TYPED_DATE || np_date_is_full (typed.reading[i])))
      typed.reading[i] = next_such (typed.reading[i], today);
  return typed;
}
