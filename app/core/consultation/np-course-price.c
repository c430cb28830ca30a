/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-course-price.h"

#define CENTS 100

/* One run of digits, with two more behind a point or comma where there are any. A second number or a mark between thousands is not
 * guessed at. */
#define AMOUNT "^([^0-9]*)([0-9]{1,6})(?:([.,])([0-9]{2}))?([^0-9]*)$"

static char *
amount_words (gint64 cents, const char *mark)
{
  if (*mark == '\0')
    return g_strdup_printf ("%" G_GINT64_FORMAT, cents / CENTS);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%02d", cents / CENTS, mark, (int) (cents % CENTS));
}

/**
 * np_course_price:
 * @session: the price of one session as it was typed
 * @sessions: how many there are
 *
 * Returns: (transfer full) (nullable): the price of all of them in the same form; %NULL where it cannot be known
 */
char *
np_course_price (const char *session, int sessions)
{
  g_autoptr (GRegex) form = g_regex_new (AMOUNT, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (session != NULL, NULL);

  if (sessions < 1 || !g_regex_match (form, session, 0, &match))
    return NULL;
  g_autofree char *before = g_match_info_fetch (match, 1), *whole = g_match_info_fetch (match, 2);
  g_autofree char *mark = g_match_info_fetch (match, 3), *part = g_match_info_fetch (match, 4);
  g_autofree char *after = g_match_info_fetch (match, 5);
  gint64 cents = g_ascii_strtoll (whole, NULL, 10) * CENTS + g_ascii_strtoll (part, NULL, 10);
  g_autofree char *amount = amount_words (cents * sessions, mark);
  return g_strconcat (before, amount, after, NULL);
}
