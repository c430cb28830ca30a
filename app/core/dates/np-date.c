/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-date.h"

/* Arithmetic on the proleptic Gregorian calendar without GDate: the assessment adds intervals in its inner loop.
 * Years are counted from 1 March, so that the leap day is the last one of its year and needs no special case. */

#define YEAR_MAX 9999
#define DAY_MIN (-719162)               /* 0001-01-01 */
#define DAY_MAX 2932896                 /* 9999-12-31 */
#define MARCH_YEAR_ZERO_TO_EPOCH 719468 /* days from 1 March of year 0 to 1 January 1970 */
#define DAYS_PER_400_YEARS 146097

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month (int year, int month)
{
  static const gint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

static gboolean
is_valid (NpDate date)
{
  if (date.year < 1 || date.year > YEAR_MAX || date.month < 0 || date.month > 12 || date.day < 0)
    return FALSE;
  if (date.month == 0)
    return date.day == 0;
  return date.day <= days_in_month (date.year, date.month);
}

static gboolean
is_day (NpDay day)
{
  return day >= DAY_MIN && day <= DAY_MAX;
}

static NpDay
day_of_civil (int year, int month, int day)
{
  int march_year = month > 2 ? year : year - 1;
  int march_month = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;

  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year -
         MARCH_YEAR_ZERO_TO_EPOCH;
}

/* Reads exactly `count` digits and moves on; -1 when there are fewer. */
static int
take_digits (const char **text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return -1;
      value = value * 10 + (**text - '0');
    }
  return value;
}

/**
 * np_date_parse:
 * @text: (nullable): "2025", "2025-12" or "2025-12-10"
 * @date: (out): the date; unknown (year 0) when this fails
 *
 * Reads a date as it stands in files: ISO 8601, whole or cut off after the month or the year.
 *
 * Returns: whether @text is such a date and exists in the calendar
 */
gboolean
np_date_parse (const char *text, NpDate *date)
{
  NpDate read = { 0, 0, 0 };

  g_return_val_if_fail (date != NULL, FALSE);

  *date = read;
  if (text == NULL || (read.year = (gint16) take_digits (&text, 4)) < 1)
    return FALSE;
  if (*text == '-')
    {
      text++;
      if ((read.month = (gint8) take_digits (&text, 2)) < 1)
        return FALSE;
    }
  if (*text == '-' && read.month > 0)
    {
      text++;
      if ((read.day = (gint8) take_digits (&text, 2)) < 1)
        return FALSE;
    }
  if (*text != '\0' || !is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

/**
 * np_date_format:
 * @date: a date, whole or partial
 *
 * Returns: (transfer full): what np_date_parse() reads back; "" for an unknown date
 */
char *
np_date_format (NpDate date)
{
  if (!is_valid (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * np_date_of_day:
 * @day: a day, or %NP_DAY_NONE
 *
 * Returns: the full date of @day; unknown for %NP_DAY_NONE and outside of the years 1 to 9999
 */
NpDate
np_date_of_day (NpDay day)
{
  int shifted, era, day_of_era, year_of_era, day_of_year, march_month, month;

  if (G_UNLIKELY (!is_day (day)))
    return (NpDate){ 0, 0, 0 };
  shifted = day + MARCH_YEAR_ZERO_TO_EPOCH;
  era = shifted / DAYS_PER_400_YEARS;
  day_of_era = shifted % DAYS_PER_400_YEARS;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  march_month = (5 * day_of_year + 2) / 153;
  month = march_month < 10 ? march_month + 3 : march_month - 9;
  return (NpDate){
    .year = (gint16) (era * 400 + year_of_era + (month <= 2)),
    .month = (gint8) month,
    .day = (gint8) (day_of_year - (153 * march_month + 2) / 5 + 1),
  };
}

/**
 * np_date_is_known:
 * @date: a date
 *
 * Returns: whether at least the year is known
 */
gboolean
np_date_is_known (NpDate date)
{
  return date.year != 0;
}

/**
 * np_date_is_full:
 * @date: a date
 *
 * Returns: whether year, month and day are known
 */
gboolean
np_date_is_full (NpDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/**
 * np_date_equal:
 * @a: a date
 * @b: a date
 *
 * Returns: whether both say the same, to the same precision: December 2025 is not 31 December 2025
 */
gboolean
np_date_equal (NpDate a, NpDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/**
 * np_date_first_day:
 * @date: a date, whole or partial
 *
 * Returns: the earliest day that @date can mean (brief 0.4, "Partial dates"), or %NP_DAY_NONE when it is unknown
 */
NpDay
np_date_first_day (NpDate date)
{
  if (!is_valid (date))
    return NP_DAY_NONE;
  return day_of_civil (date.year, MAX (date.month, 1), MAX (date.day, 1));
}

/**
 * np_date_last_day:
 * @date: a date, whole or partial
 *
 * Returns: the latest day that @date can mean (brief 0.4, "Partial dates"), or %NP_DAY_NONE when it is unknown
 */
NpDay
np_date_last_day (NpDate date)
{
  int month;

  if (!is_valid (date))
    return NP_DAY_NONE;
  month = date.month != 0 ? date.month : 12;
  return day_of_civil (date.year, month, date.day != 0 ? date.day : days_in_month (date.year, month));
}

/**
 * np_day_parse:
 * @text: (nullable): "2025-12-10"
 *
 * Returns: the day, or %NP_DAY_NONE when @text is not a full date that exists
 */
NpDay
np_day_parse (const char *text)
{
  NpDate date;

  if (!np_date_parse (text, &date) || !np_date_is_full (date))
    return NP_DAY_NONE;
  return np_date_first_day (date);
}

/**
 * np_day_format:
 * @day: a day
 *
 * Returns: (transfer full): "2025-12-10"; "" for %NP_DAY_NONE
 */
char *
np_day_format (NpDay day)
{
  return np_date_format (np_date_of_day (day));
}

static gboolean
unit_of_letter (char letter, NpUnit *unit)
{
  switch (letter)
    {
    case 'd':
      *unit = NP_UNIT_DAYS;
      return TRUE;
    case 'w':
      *unit = NP_UNIT_WEEKS;
      return TRUE;
    case 'm':
      *unit = NP_UNIT_MONTHS;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * np_interval_parse:
 * @text: (nullable): "14 d", "12 w" or "6 m": a count from 0 to 9999, one space, the unit
 * @interval: (out): the interval; untouched when this fails
 *
 * Returns: whether @text is such an interval
 */
gboolean
np_interval_parse (const char *text, NpInterval *interval)
{
  int count = 0, digits = 0;
  NpUnit unit;

  g_return_val_if_fail (interval != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  for (; g_ascii_isdigit (text[digits]) && digits < 5; digits++)
    count = count * 10 + (text[digits] - '0');
  if (digits == 0 || digits > 4 || text[digits] != ' ' || !unit_of_letter (text[digits + 1], &unit) ||
      text[digits + 2] != '\0')
    return FALSE;
  *interval = (NpInterval){ .count = (gint16) count, .unit = unit };
  return TRUE;
}

static NpDay
add_months (NpDay day, int count)
{
  NpDate date = np_date_of_day (day);
  int months = date.year * 12 + date.month - 1 + count;
  int year = months / 12, month = months % 12 + 1;

  if (months < 12)
    return DAY_MIN;
  if (year > YEAR_MAX)
    return DAY_MAX;
  return day_of_civil (year, month, MIN (date.day, days_in_month (year, month)));
}

/**
 * np_day_add:
 * @day: a day, or %NP_DAY_NONE
 * @interval: what to add; a negative count goes back
 *
 * Adds an interval as brief 0.4 ("Deferral date") says: weeks and days are exact, months are calendar months, and where
 * the month is too short its last day counts. What would leave the calendar stays on its last (or first) day, so that
 * an absurd interval never makes a date earlier.
 *
 * Returns: the day reached; %NP_DAY_NONE for %NP_DAY_NONE
 */
NpDay
np_day_add (NpDay day, NpInterval interval)
{
  if (G_UNLIKELY (!is_day (day)))
    return NP_DAY_NONE;
  switch (interval.unit)
    {
    case NP_UNIT_DAYS:
      return CLAMP (day + interval.count, DAY_MIN, DAY_MAX);
    case NP_UNIT_WEEKS:
      return CLAMP (day + interval.count * 7, DAY_MIN, DAY_MAX);
    case NP_UNIT_MONTHS:
      return add_months (day, interval.count);
    default:
      g_return_val_if_reached (NP_DAY_NONE);
    }
}

/**
 * np_age_on:
 * @born: the day of birth
 * @day: the day to count to
 *
 * Counts full years of life. Someone born on 29 February comes of age on 1 March of a year without that day (brief 0.4,
 * "Age").
 *
 * Returns: the age; -1 before birth and where either day is %NP_DAY_NONE
 */
int
np_age_on (NpDay born, NpDay day)
{
  NpDate birth, now;
  gboolean had_birthday;

  if (!is_day (born) || !is_day (day) || day < born)
    return -1;
  birth = np_date_of_day (born);
  now = np_date_of_day (day);
  had_birthday = now.month > birth.month || (now.month == birth.month && now.day >= birth.day);
  return now.year - birth.year - (had_birthday ? 0 : 1);
}
