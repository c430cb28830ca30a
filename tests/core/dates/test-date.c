/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-date.h"
#include "np-test.h"

static const struct
{
  const char *text, *first, *last;
} partial_rows[] = {
  { "2025-12-10", "2025-12-10", "2025-12-10" }, { "2025-12", "2025-12-01", "2025-12-31" },
  { "2025-02", "2025-02-01", "2025-02-28" },    { "2024-02", "2024-02-01", "2024-02-29" },
  { "1900-02", "1900-02-01", "1900-02-28" },    { "2000-02", "2000-02-01", "2000-02-29" },
  { "2026-04", "2026-04-01", "2026-04-30" },    { "2025", "2025-01-01", "2025-12-31" },
  { "0001", "0001-01-01", "0001-12-31" },       { "9999-12", "9999-12-01", "9999-12-31" },
};

START_TEST (a_partial_date_has_a_first_and_a_last_day)
{
  NpDate date;
  g_autofree char *again = NULL, *first = NULL, *last = NULL;

  ck_assert (np_date_parse (partial_rows[_i].text, &date));
  again = np_date_format (date);
  first = np_day_format (np_date_first_day (date));
  last = np_day_format (np_date_last_day (date));
  ck_assert_str_eq (again, partial_rows[_i].text);
  ck_assert_str_eq (first, partial_rows[_i].first);
  ck_assert_str_eq (last, partial_rows[_i].last);
}
END_TEST

static const char *const no_dates[] = {
  "",
  "2",
  "25",
  "202",
  "20255",
  "0000",
  "0000-01-01",
  "2025-",
  "2025-0",
  "2025-00",
  "2025-13",
  "2025-1",
  "2025-12-",
  "2025-12-0",
  "2025-12-00",
  "2025-12-32",
  "2025-02-29",
  "1900-02-29",
  "2025-04-31",
  "2025-12-1",
  "2025-12-100",
  "2025-12-10 ",
  " 2025-12-10",
  "2025-12-10T00:00:00Z",
  "2025/12/10",
  "10.12.2025",
  "-2025",
  "+2025",
  "2025--12",
  "2025-12-10-1",
  "20251210",
  "2O25",
  ("\xd9\xa2" "025"),
};

START_TEST (what_is_no_date_is_refused)
{
  NpDate date = { 1, 2, 3 };

  ck_assert (!np_date_parse (no_dates[_i], &date));
  ck_assert (!np_date_is_known (date));
  ck_assert_int_eq (np_day_parse (no_dates[_i]), NP_DAY_NONE);
}
END_TEST

START_TEST (an_unknown_date_is_no_day)
{
  NpDate unknown = np_date_of_day (NP_DAY_NONE), wrong = { 2025, 2, 30 }, dayless = { 2025, 0, 3 };
  g_autofree char *text = np_date_format (unknown), *day = np_day_format (NP_DAY_NONE);

  ck_assert (!np_date_is_known (unknown));
  ck_assert (!np_date_is_full (unknown));
  ck_assert_int_eq (np_date_first_day (unknown), NP_DAY_NONE);
  ck_assert_int_eq (np_date_last_day (unknown), NP_DAY_NONE);
  ck_assert_int_eq (np_date_last_day (wrong), NP_DAY_NONE);
  ck_assert_int_eq (np_date_first_day (dayless), NP_DAY_NONE);
  ck_assert_str_eq (text, "");
  ck_assert_str_eq (day, "");
  ck_assert_int_eq (np_day_parse (NULL), NP_DAY_NONE);
  ck_assert_int_eq (np_day_parse ("2025-12"), NP_DAY_NONE);
  ck_assert (!np_date_is_known (np_date_of_day (G_MAXINT32)));
}
END_TEST

START_TEST (equal_means_the_same_precision)
{
  NpDate month = { 2025, 12, 0 }, day = { 2025, 12, 31 };

  ck_assert (np_date_equal (day, day));
  ck_assert (!np_date_equal (month, day));
  ck_assert (np_date_is_full (day) && !np_date_is_full (month) && np_date_is_known (month));
}
END_TEST

/* Every day of the calendar, against GLib's own. */
START_TEST (days_count_like_the_calendar)
{
  NpDay first = np_day_parse ("0001-01-01"), last = np_day_parse ("9999-12-31");
  GDate expected;

  ck_assert_int_eq (np_day_parse ("1970-01-01"), 0);
  ck_assert_int_eq (np_day_parse ("1969-12-31"), -1);
  g_date_clear (&expected, 1);
  g_date_set_dmy (&expected, 1, G_DATE_JANUARY, 1);
  for (NpDay day = first; day <= last; day++)
    {
      NpDate date = np_date_of_day (day);

      if (date.year != g_date_get_year (&expected) || date.month != (int) g_date_get_month (&expected) ||
          date.day != g_date_get_day (&expected) || np_date_first_day (date) != day || np_date_last_day (date) != day)
        ck_abort_msg ("day %d is wrong: %04d-%02d-%02d", day, date.year, date.month, date.day);
      g_date_add_days (&expected, 1);
    }
}
END_TEST

static const struct
{
  const char *from, *interval, *to;
} add_rows[] = {
  { "2025-08-31", "6 m", "2026-02-28" }, /* the brief's own example */
  { "2023-08-31", "6 m", "2024-02-29" },  { "2025-08-30", "6 m", "2026-02-28" },
  { "2025-08-28", "6 m", "2026-02-28" },  { "2025-12-10", "6 m", "2026-06-10" },
  { "2025-12-31", "1 m", "2026-01-31" },  { "2026-01-31", "1 m", "2026-02-28" },
  { "2024-01-31", "1 m", "2024-02-29" },  { "2024-02-29", "12 m", "2025-02-28" },
  { "2024-02-29", "48 m", "2028-02-29" }, { "2026-03-31", "1 m", "2026-04-30" },
  { "2026-02-28", "1 m", "2026-03-28" },  { "2025-11-30", "3 m", "2026-02-28" },
  { "2026-06-15", "0 m", "2026-06-15" },  { "2026-02-28", "1 d", "2026-03-01" },
  { "2024-02-28", "1 d", "2024-02-29" },  { "2026-03-10", "14 d", "2026-03-24" },
  { "2026-12-31", "1 d", "2027-01-01" },  { "2026-03-10", "12 w", "2026-06-02" },
  { "2026-03-10", "2 w", "2026-03-24" },  { "2026-03-10", "0 d", "2026-03-10" },
  { "9999-12-01", "1 m", "9999-12-31" },  { "9999-12-01", "9999 w", "9999-12-31" },
};

START_TEST (an_interval_is_added)
{
  NpInterval interval;
  g_autofree char *to = NULL;

  ck_assert (np_interval_parse (add_rows[_i].interval, &interval));
  to = np_day_format (np_day_add (np_day_parse (add_rows[_i].from), interval));
  ck_assert_str_eq (to, add_rows[_i].to);
}
END_TEST

START_TEST (an_interval_goes_back)
{
  NpInterval month = { -1, NP_UNIT_MONTHS }, week = { -1, NP_UNIT_WEEKS };

  ck_assert_int_eq (np_day_add (np_day_parse ("2026-03-31"), month), np_day_parse ("2026-02-28"));
  ck_assert_int_eq (np_day_add (np_day_parse ("2026-01-05"), week), np_day_parse ("2025-12-29"));
  ck_assert_int_eq (np_day_add (np_day_parse ("0001-01-05"), month), np_day_parse ("0001-01-01"));
  ck_assert_int_eq (np_day_add (NP_DAY_NONE, month), NP_DAY_NONE);
}
END_TEST

/* A longer wait never ends earlier, whatever the day. */
START_TEST (more_is_never_earlier)
{
  NpDay start = np_day_parse ("2023-01-01"), end = np_day_parse ("2028-12-31");

  for (NpDay day = start; day <= end; day++)
    for (gint16 count = 0; count < 30; count++)
      for (int unit = NP_UNIT_DAYS; unit <= NP_UNIT_MONTHS; unit++)
        {
          NpDay sooner = np_day_add (day, (NpInterval){ count, (NpUnit) unit });
          NpDay later = np_day_add (day, (NpInterval){ (gint16) (count + 1), (NpUnit) unit });

          if (sooner >= later || sooner < day)
            ck_abort_msg ("day %d, unit %d: %d gives %d, one more %d", day, unit, count, sooner, later);
        }
}
END_TEST

static const char *const no_intervals[] = {
  "",     "d",       "14",   "14d",  "14  d", "14 d ",   " 14 d",         "14 D",
  "14 y", "14 days", "-1 d", "+1 d", "1.5 m", "10000 d", "99999999999 d", "6 m\n",
};

START_TEST (what_is_no_interval_is_refused)
{
  NpInterval interval = { 7, NP_UNIT_WEEKS };

  ck_assert (!np_interval_parse (no_intervals[_i], &interval));
  ck_assert_int_eq (interval.count, 7);
}
END_TEST

static const struct
{
  const char *born, *on;
  int age;
} age_rows[] = {
  { "2001-07-19", "2026-03-10", 24 }, { "2001-07-19", "2026-07-18", 24 }, { "2001-07-19", "2026-07-19", 25 },
  { "2008-02-29", "2026-02-28", 17 }, /* of age on 1 March */
  { "2008-02-29", "2026-03-01", 18 }, { "2008-02-29", "2028-02-28", 19 }, { "2008-02-29", "2028-02-29", 20 },
  { "2008-03-01", "2026-02-28", 17 }, { "2008-12-31", "2026-12-30", 17 }, { "2008-12-31", "2026-12-31", 18 },
  { "2026-03-10", "2026-03-10", 0 },  { "2026-03-11", "2026-03-10", -1 }, { "1926-03-10", "2026-03-10", 100 },
  { "not known", "2026-03-10", -1 },  { "2001-07-19", "not known", -1 },
};

START_TEST (age_is_in_full_years)
{
  ck_assert_int_eq (np_age_on (np_day_parse (age_rows[_i].born), np_day_parse (age_rows[_i].on)), age_rows[_i].age);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("date");
  TCase *dates = tcase_create ("dates"), *sums = tcase_create ("sums");

  tcase_add_loop_test (dates, a_partial_date_has_a_first_and_a_last_day, 0, G_N_ELEMENTS (partial_rows));
  tcase_add_loop_test (dates, what_is_no_date_is_refused, 0, G_N_ELEMENTS (no_dates));
  tcase_add_test (dates, an_unknown_date_is_no_day);
  tcase_add_test (dates, equal_means_the_same_precision);
  tcase_set_timeout (dates, 60);
  tcase_add_test (dates, days_count_like_the_calendar);
  suite_add_tcase (suite, dates);
  tcase_add_loop_test (sums, an_interval_is_added, 0, G_N_ELEMENTS (add_rows));
  tcase_add_test (sums, an_interval_goes_back);
  tcase_add_test (sums, more_is_never_earlier);
  tcase_add_loop_test (sums, what_is_no_interval_is_refused, 0, G_N_ELEMENTS (no_intervals));
  tcase_add_loop_test (sums, age_is_in_full_years, 0, G_N_ELEMENTS (age_rows));
  suite_add_tcase (suite, sums);
  return np_test_run (suite);
}
