/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date.h"
#include "np-test.h"

#define TODAY "2026-03-10"

/* `or` is the second reading; a "~" in front of `is` says that the year was not typed. */
static const struct
{
  const char *typed, *is, * or ;
} rows[] = {
  { "", "empty", NULL },
  { "   ", "empty", NULL },
  { "\xc2\xa0", "empty", NULL },
  /* as in files */
  { "2025-12-10", "2025-12-10", NULL },
  { " 2025-12-10 ", "2025-12-10", NULL },
  { "2025/12/10", "2025-12-10", NULL },
  { "2025.12.10", "2025-12-10", NULL },
  { "2025-1-5", "2025-01-05", NULL },
  { "2025-12", "2025-12", NULL },
  { "2025", "2025", NULL },
  { "2025-25-12", "unclear", NULL },
  /* dots: the day first */
  { "10.12.25", "2025-12-10", NULL },
  { "10.12.2025", "2025-12-10", NULL },
  { "1.2.2026", "2026-02-01", NULL },
  { "10. 12. 2025", "2025-12-10", NULL },
  { "10.25.2025", "unclear", NULL },
  { "12.2025", "2025-12", NULL },
  { "12.25", "2025-12", NULL },
  { "10.12.", "~2025-12-10", NULL },
  { "10.12", "~2025-12-10", NULL },
  { "10.3", "~2026-03-10", NULL },
  { "11.3", "~2025-03-11", NULL },
  { "29.2.", "~2024-02-29", NULL },
  /* other signs: only a day above twelve settles the order */
  { "10/12/2025", "2025-12-10", "2025-10-12" },
  { "10-12-25", "2025-12-10", "2025-10-12" },
  { "10 12 2025", "2025-12-10", "2025-10-12" },
  { "10 / 12 / 2025", "2025-12-10", "2025-10-12" },
  { "10/12", "~2025-12-10", "2025-10-12" },
  { "3/2", "~2026-02-03", "2026-03-02" },
  { "10/10", "~2025-10-10", NULL },
  { "10/10/2025", "2025-10-10", NULL },
  { "12-12-25", "2025-12-12", NULL },
  { "25/12/2025", "2025-12-25", NULL },
  { "12/25/2025", "2025-12-25", NULL },
  { "25/12", "~2025-12-25", NULL },
  { "25-12-25", "2025-12-25", NULL },
  { "25/13/2025", "unclear", NULL },
  { "30/2/2025", "unclear", NULL },
  { "29/2/2025", "unclear", NULL },
  { "29/2/2024", "2024-02-29", NULL },
  { "12/2025", "2025-12", NULL },
  { "12/25", "~2025-12-25", "2025-12" },
  { "12/99", "1999-12", NULL },
  { "13/2025", "unclear", NULL },
  { "10/12-2025", "unclear", NULL },
  { "10//12", "unclear", NULL },
  { "/10/12", "unclear", NULL },
  { "10,12,2025", "unclear", NULL },
  { "\xd9\xa1\xd9\xa0.\xd9\xa1\xd9\xa2.\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa5", "2025-12-10", NULL },
  { "25\xe2\x80\x93"
    "12\xe2\x80\x93"
    "2025",
    "2025-12-25", NULL },
  /* two digits of a year: at most twenty years ahead */
  { "13/1/46", "2046-01-13", NULL },
  { "13/1/47", "1947-01-13", NULL },
  { "13/1/00", "2000-01-13", NULL },
  { "13/1/205", "unclear", NULL },
  { "13/1/1205", "unclear", NULL },
  { "13/1/2300", "unclear", NULL },
  { "13/1/20255", "unclear", NULL },
  /* a month by name */
  { "10 Dec 2025", "2025-12-10", NULL },
  { "10 December 2025", "2025-12-10", NULL },
  { "10. Dec. 2025", "2025-12-10", NULL },
  { "10-DEC-2025", "2025-12-10", NULL },
  { "10dec2025", "2025-12-10", NULL },
  { "10 Dec 25", "2025-12-10", NULL },
  { "10 Dec '25", "2025-12-10", NULL },
  { "10 Dec \xe2\x80\x99"
    "25",
    "2025-12-10", NULL },
  { "December 10, 2025", "2025-12-10", NULL },
  { "Dec 10 25", "2025-12-10", NULL },
  { "the 10th of December 2025", "2025-12-10", NULL },
  { "1st Dec 2025", "2025-12-01", NULL },
  { "2025 Dec 10", "2025-12-10", NULL },
  { "Dec 2025", "2025-12", NULL },
  { "in Dec 2025", "2025-12", NULL },
  { "about Sept 2025", "2025-09", NULL },
  { "dec '25", "2025-12", NULL },
  { "2025 Dec", "2025-12", NULL },
  { "Dec 10", "~2025-12-10", "2010-12" },
  { "Dec 25", "~2025-12-25", "2025-12" },
  { "Dec 99", "1999-12", NULL },
  { "Dec 5", "~2025-12-05", NULL },
  { "10 Dec", "~2025-12-10", NULL },
  { "1 March", "~2026-03-01", NULL },
  { "May", "~2025-05", NULL },
  { "march", "~2026-03", NULL },
  { "31 Nov 2025", "unclear", NULL },
  { "257 Dec", "unclear", NULL },
  { "ju 2025", "unclear", NULL },
  { "Decembers 2025", "unclear", NULL },
  { "Dec Nov 2025", "unclear", NULL },
  { "10 25 Dec", "unclear", NULL },
  /* distances: as exact as their unit */
  { "today", "2026-03-10", NULL },
  { "Yesterday", "2026-03-09", NULL },
  { "tomorrow", "2026-03-11", NULL },
  { "2 weeks ago", "2026-02-24", NULL },
  { "a week ago", "2026-03-03", NULL },
  { "10 days ago", "2026-02-28", NULL },
  { "10d ago", "2026-02-28", NULL },
  { "3 months ago", "2025-12", NULL },
  { "three months ago", "2025-12", NULL },
  { "about 3 mths ago", "2025-12", NULL },
  { "14 months ago", "2025-01", NULL },
  { "2 years ago", "2024", NULL },
  { "in 2 weeks", "2026-03-24", NULL },
  { "in 1 month", "2026-04", NULL },
  { "last month", "2026-02", NULL },
  { "last year", "2025", NULL },
  { "this year", "2026", NULL },
  { "next month", "2026-04", NULL },
  { "last week", "unclear", NULL },
  { "3 months", "unclear", NULL },
  { "ago", "unclear", NULL },
  { "999 years ago", "unclear", NULL },
  { "9999 days ago", "unclear", NULL },
  /* no dates */
  { "?", "unclear", NULL },
  { "10", "unclear", NULL },
  { "-3", "unclear", NULL },
  { "as a child", "unclear", NULL },
  { "before 2025", "unclear", NULL },
  { "2025-12-10T09:00", "unclear", NULL },
  { "1 2 3 4 5 6 7 8 9 10", "unclear", NULL },
  { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "unclear", NULL },
  { "10.12.2025\xff", "unclear", NULL },
};

static char *
describe (NpTypedDate typed)
{
  g_autofree char *date = np_date_format (typed.reading[0]);

  switch (typed.kind)
    {
    case NP_TYPED_EMPTY:
      return g_strdup ("empty");
    case NP_TYPED_UNCLEAR:
      return g_strdup ("unclear");
    case NP_TYPED_DATE:
    case NP_TYPED_AMBIGUOUS:
    default:
      return g_strconcat (typed.year_assumed ? "~" : "", date, NULL);
    }
}

START_TEST (typed_text_is_read)
{
  NpTypedDate typed = np_typed_date_read (rows[_i].typed, np_day_parse (TODAY));
  g_autofree char *is = describe (typed), * or = np_date_format (typed.reading[1]);

  ck_assert_msg (g_str_equal (is, rows[_i].is), "\"%s\" was read as %s, not %s", rows[_i].typed, is, rows[_i].is);
  ck_assert_int_eq (typed.kind == NP_TYPED_AMBIGUOUS, rows[_i].or != NULL);
  ck_assert_msg (g_str_equal (or, rows[_i].or != NULL ? rows[_i].or : ""), "\"%s\" was also read as %s", rows[_i].typed,
                 or);
}
END_TEST

/* As above, of a date that lies ahead. */
static const struct
{
  const char *typed, *is, * or ;
} ahead[] = {
  { "", "empty", NULL },
  { "soon", "unclear", NULL },
  { "10.3", "~2026-03-10", NULL },
  { "9.3.", "~2027-03-09", NULL },
  { "10 Dec", "~2026-12-10", NULL },
  { "March", "~2026-03", NULL },
  { "Feb", "~2027-02", NULL },
  { "29.2.", "~2028-02-29", NULL },
  { "3/2", "~2027-02-03", "2027-03-02" },
  { "12/25", "~2026-12-25", "2025-12" },
  { "10 Dec 2025", "2025-12-10", NULL },
  { "yesterday", "2026-03-09", NULL },
};

START_TEST (a_date_ahead_is_the_next_one)
{
  NpDay today = np_day_parse (TODAY);
  NpTypedDate typed = np_typed_date_ahead (np_typed_date_read (ahead[_i].typed, today), today);
  g_autofree char *is = describe (typed), * or = np_date_format (typed.reading[1]);

  ck_assert_msg (g_str_equal (is, ahead[_i].is), "\"%s\" was read as %s, not %s", ahead[_i].typed, is, ahead[_i].is);
  ck_assert_msg (g_str_equal (or, ahead[_i].or != NULL ? ahead[_i].or : ""), "\"%s\" was also read as %s", ahead[_i].typed,
                 or);
}
END_TEST

START_TEST (nothing_typed_is_empty) { ck_assert_int_eq (np_typed_date_read (NULL, 0).kind, NP_TYPED_EMPTY); }
END_TEST

/* What the program shows of a date can be typed again. */
START_TEST (what_is_formatted_is_read_back)
{
  NpDay today = np_day_parse (TODAY);

  for (NpDay day = today - 3000; day < today + 3000; day += 7)
    {
      NpDate date = np_date_of_day (day);
      g_autofree char *dots = g_strdup_printf ("%d.%d.%d", date.day, date.month, date.year);
      g_autofree char *iso = np_date_format (date);

      ck_assert (np_date_equal (np_typed_date_read (dots, today).reading[0], date));
      ck_assert (np_date_equal (np_typed_date_read (iso, today).reading[0], date));
    }
}
END_TEST

/* Any run of bytes is answered, and what it is read as exists. */
START_TEST (noise_is_answered)
{
  static const char letters[] = "0123456789 ./-',adecgomnth\xc3\xa9";
  g_autoptr (GRand) chance = g_rand_new_with_seed (20260310);

  for (int i = 0; i < 20000; i++)
    {
      char noise[24] = { 0 };
      NpTypedDate typed;

      for (int n = g_rand_int_range (chance, 0, 23); n > 0; n--)
        noise[n - 1] = letters[g_rand_int_range (chance, 0, sizeof letters - 1)];
      typed = np_typed_date_read (noise, np_day_parse (TODAY));
      if (typed.kind == NP_TYPED_DATE || typed.kind == NP_TYPED_AMBIGUOUS)
        ck_assert_int_ne (np_date_first_day (typed.reading[0]), NP_DAY_NONE);
      if (typed.kind == NP_TYPED_AMBIGUOUS)
        ck_assert_int_ne (np_date_first_day (typed.reading[1]), NP_DAY_NONE);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("typed-date");
  TCase *typed = tcase_create ("typed");

  tcase_add_loop_test (typed, typed_text_is_read, 0, G_N_ELEMENTS (rows));
  tcase_add_loop_test (typed, a_date_ahead_is_the_next_one, 0, G_N_ELEMENTS (ahead));
  tcase_add_test (typed, nothing_typed_is_empty);
  tcase_add_test (typed, what_is_formatted_is_read_back);
  tcase_add_test (typed, noise_is_answered);
  suite_add_tcase (suite, typed);
  return np_test_run (suite);
}
