/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-language-private.h"

#include <glib/gi18n.h>

/* Dates and spans in words. Translators fill in {day}, {month}, {year} and {n}; they are replaced as text and never
 * handed to printf (), because a translation file is data. Digits stay 0-9 in every language, as on prescriptions. */

static void
fill_in (GString *text, const char *place, int value)
{
  g_autofree char *digits = g_strdup_printf ("%d", value);

  g_string_replace (text, place, digits, 0);
}

/* Many languages bend the month's name when a day stands before it, so each name is there twice. */
static const char *
month_in_a_date (const NpLanguage *self, int month)
{
  static const char *const months[12] = {
    NC_ ("month after a day", "January"), NC_ ("month after a day", "February"), NC_ ("month after a day", "March"),
    NC_ ("month after a day", "April"),   NC_ ("month after a day", "May"),      NC_ ("month after a day", "June"),
    NC_ ("month after a day", "July"),    NC_ ("month after a day", "August"),   NC_ ("month after a day", "September"),
    NC_ ("month after a day", "October"), NC_ ("month after a day", "November"), NC_ ("month after a day", "December"),
  };

  return np_language_word (self, "month after a day", months[month - 1]);
}

static const char *
month_alone (const NpLanguage *self, int month)
{
  static const char *const months[12] = {
    NC_ ("month without a day", "January"),   NC_ ("month without a day", "February"),
    NC_ ("month without a day", "March"),     NC_ ("month without a day", "April"),
    NC_ ("month without a day", "May"),       NC_ ("month without a day", "June"),
    NC_ ("month without a day", "July"),      NC_ ("month without a day", "August"),
    NC_ ("month without a day", "September"), NC_ ("month without a day", "October"),
    NC_ ("month without a day", "November"),  NC_ ("month without a day", "December"),
  };

  return np_language_word (self, "month without a day", months[month - 1]);
}

/**
 * np_language_date:
 * @self: a language
 * @date: a date, whole or partial
 *
 * Returns: (transfer full): "10 December 2025", "December 2025" or "2025"; words for "not known" where it is unknown
 */
char *
np_language_date (const NpLanguage *self, NpDate date)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (np_date_first_day (date) == NP_DAY_NONE)
    return g_strdup (np_language_word (self, "date", NC_ ("date", "date not known")));
  if (date.month == 0)
    /* Translators: a date of which only the year is known; keep {year} */
    text = g_string_new (np_language_word (self, "date", NC_ ("date", "{year}")));
  else if (date.day == 0)
    /* Translators: a date of which the day is not known; {month} is the name of a month on its own */
    text = g_string_new (np_language_word (self, "date", NC_ ("date", "{month} {year}")));
  else
    /* Translators: a date, as “10 December 2025”; {month} is the name of a month within a date */
    text = g_string_new (np_language_word (self, "date", NC_ ("date", "{day} {month} {year}")));
  if (date.month != 0)
    g_string_replace (text, "{month}",
                      date.day != 0 ? month_in_a_date (self, date.month) : month_alone (self, date.month), 0);
  fill_in (text, "{day}", date.day);
  fill_in (text, "{year}", date.year);
  return g_string_free (text, FALSE);
}

/**
 * np_language_day:
 * @self: a language
 * @day: a day
 *
 * Returns: (transfer full): "10 December 2025"; words for "not known" for %NP_DAY_NONE
 */
char *
np_language_day (const NpLanguage *self, NpDay day)
{
  return np_language_date (self, np_date_of_day (day));
}

/* English writes small numbers as words. In other languages they would have to agree with what they count, so a
 * translation always gets digits. */
static const char *
english_number (int n)
{
  static const char *const numbers[] = { "one",   "two",   "three", "four", "five",   "six",
                                         "seven", "eight", "nine",  "ten",  "eleven", "twelve" };

  return n >= 1 && n <= (int) G_N_ELEMENTS (numbers) ? numbers[n - 1] : NULL;
}

typedef enum
{
  DIGITS,
  WORDS
} Style;

/* A message with plural forms; translators' tools find the calls by --keyword=np_count:2,3. */
static char *
np_count (const NpLanguage *self, const char *singular, const char *plural, int n, Style style)
{
  const char *found = np_language_plural (self, singular, (gulong) n);
  const char *spelled = found == NULL && style == WORDS ? english_number (n) : NULL;
  GString *text = g_string_new (found != NULL ? found : n == 1 ? singular : plural);

  if (spelled != NULL)
    g_string_replace (text, "{n}", spelled, 0);
  fill_in (text, "{n}", n);
  return g_string_free (text, FALSE);
}

/**
 * np_language_count:
 * @self: a language
 * @singular: a message of the program with the place {n}, as it stands where @n is one
 * @plural: the message for any other number
 * @n: the number, zero or more
 *
 * Translators' tools find the calls by --keyword=np_language_count:2,3.
 *
 * Returns: (transfer full): the message in this language, with the number in digits
 */
char *
np_language_count (const NpLanguage *self, const char *singular, const char *plural, int n)
{
  g_return_val_if_fail (self != NULL && singular != NULL && plural != NULL && n >= 0, NULL);

  return np_count (self, singular, plural, n, DIGITS);
}

/**
 * np_language_interval:
 * @self: a language
 * @interval: an interval of zero or more
 *
 * Returns: (transfer full): "six months", "14 days"
 */
char *
np_language_interval (const NpLanguage *self, NpInterval interval)
{
  g_return_val_if_fail (self != NULL && interval.count >= 0, NULL);

  switch (interval.unit)
    {
    case NP_UNIT_DAYS:
      /* Translators: how long to wait, after a date, as “six months”; {n} is a number */
      return np_count (self, "{n} day", "{n} days", interval.count, WORDS);
    case NP_UNIT_WEEKS:
      /* Translators: how long to wait; {n} is a number */
      return np_count (self, "{n} week", "{n} weeks", interval.count, WORDS);
    case NP_UNIT_MONTHS:
      /* Translators: how long to wait; {n} is a number */
      return np_count (self, "{n} month", "{n} months", interval.count, WORDS);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Full calendar months from `from` to the later day `to`, by the same month ends as waiting times. */
static int
months_between (NpDay from, NpDay to)
{
  NpDate a = np_date_of_day (from), b = np_date_of_day (to);
  int months = (b.year - a.year) * 12 + b.month - a.month;

  return np_day_add (from, (NpInterval){ (gint16) MIN (months, G_MAXINT16), NP_UNIT_MONTHS }) > to ? months - 1
                                                                                                   : months;
}

static char *
distance_ahead (const NpLanguage *self, int days, int months)
{
  if (days < 14)
    /* Translators: how far off a day is; {n} is a number */
    return np_language_count (self, "in {n} day", "in {n} days", days);
  if (months < 3)
    /* Translators: how far off a day is; {n} is a number */
    return np_language_count (self, "in {n} week", "in {n} weeks", days / 7);
  if (months < 24)
    /* Translators: how far off a day is; {n} is a number */
    return np_language_count (self, "in {n} month", "in {n} months", months);
  /* Translators: how far off a day is; {n} is a number */
  return np_language_count (self, "in {n} year", "in {n} years", months / 12);
}

static char *
distance_back (const NpLanguage *self, int days, int months)
{
  if (days < 14)
    /* Translators: how long ago a day was; {n} is a number */
    return np_language_count (self, "{n} day ago", "{n} days ago", days);
  if (months < 3)
    /* Translators: how long ago a day was; {n} is a number */
    return np_language_count (self, "{n} week ago", "{n} weeks ago", days / 7);
  if (months < 24)
    /* Translators: how long ago a day was; {n} is a number */
    return np_language_count (self, "{n} month ago", "{n} months ago", months);
  /* Translators: how long ago a day was; {n} is a number */
  return np_language_count (self, "{n} year ago", "{n} years ago", months / 12);
}

/**
 * np_language_distance:
 * @self: a language
 * @from: the day to tell
 * @today: the day to tell it from
 *
 * Tells how far away a day is, for a person to check what was understood: days up to two weeks, then full weeks up to
 * three months, full months up to two years, full years.
 *
 * Returns: (transfer full): "today", "tomorrow", "yesterday", "in 12 days", "3 months ago"; words for "not known" where
 * either day is %NP_DAY_NONE
 */
char *
np_language_distance (const NpLanguage *self, NpDay from, NpDay today)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!np_date_is_known (np_date_of_day (from)) || !np_date_is_known (np_date_of_day (today)))
    return np_language_day (self, NP_DAY_NONE);
  if (from == today)
    return g_strdup (np_language_word (self, "distance", NC_ ("distance", "today")));
  if (from == today + 1)
    return g_strdup (np_language_word (self, "distance", NC_ ("distance", "tomorrow")));
  if (from == today - 1)
    return g_strdup (np_language_word (self, "distance", NC_ ("distance", "yesterday")));
  if (from > today)
    return distance_ahead (self, from - today, months_between (today, from));
  return distance_back (self, today - from, months_between (from, today));
}

/**
 * np_language_fill:
 * @self: a language
 * @pattern: a sentence with places for what is inserted, %1 to %9
 * @values: (array length=n): what stands for %1, %2 and so on
 * @n: how many
 *
 * A translation is data and may hold anything: what is no place for a value stays as it is, in it and in what is put in.
 *
 * Returns: (transfer full): the sentence with everything put in, each isolated where the language runs from right to
 * left
 */
char *
np_language_fill (const NpLanguage *self, const char *pattern, const char *const *values, guint n)
{
  GString *text;

  g_return_val_if_fail (self != NULL && pattern != NULL && (values != NULL || n == 0), NULL);

  text = g_string_new (NULL);
  for (const char *at = pattern; *at != '\0'; at++)
    {
      guint number = at[0] == '%' && at[1] >= '1' && at[1] <= '9' ? (guint) (at[1] - '0') : 0;
      g_autofree char *inserted = number > 0 && number <= n ? np_language_isolate (self, values[number - 1]) : NULL;

      if (inserted == NULL)
        {
          g_string_append_c (text, *at);
          continue;
        }
      g_string_append (text, inserted);
      at++;
    }
  return g_string_free (text, FALSE);
}
