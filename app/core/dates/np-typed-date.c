/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date-private.h"

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
  NpDateReader reader = { .today = today, .now = np_date_of_day (today) };
  g_autofree char *folded = NULL;
  NpTypedDate distance;

  g_return_val_if_fail (np_date_is_known (reader.now), np_typed_unclear);

  if (typed == NULL)
    return (NpTypedDate){ .kind = NP_TYPED_EMPTY };
  if (!g_utf8_validate (typed, -1, NULL))
    return np_typed_unclear;
  folded = g_strstrip (np_typed_fold (typed));
  if (*folded == '\0')
    return (NpTypedDate){ .kind = NP_TYPED_EMPTY };
  if (!np_typed_split (&reader, folded) || reader.count == 0)
    return np_typed_unclear;
  distance = np_typed_distance (&reader);
  return distance.kind != NP_TYPED_UNCLEAR ? distance : np_typed_calendar (&reader);
}

/* 29 February looks ahead up to eight years. */
static NpDate
next_such (NpDate date, NpDay today)
{
  int year = np_date_of_day (today).year;

  for (int ahead = 0; ahead <= 8; ahead++)
    {
      NpDate next = np_typed_make (year + ahead, date.month, date.day);

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
