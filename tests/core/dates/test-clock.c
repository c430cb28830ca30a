/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clock.h"
#include "np-test.h"

#include <string.h>

static const struct
{
  const char *stamp;
  const char *again;
} stamps[] = {
  { "2026-03-10T09:15:02+01:00", "2026-03-10T09:15:02+01:00" },
  { "2026-03-10T09:15:02-03:30", "2026-03-10T09:15:02-03:30" },
  { "2026-03-10T09:15:02Z", "2026-03-10T09:15:02+00:00" },
  { "2026-03-10T09:15:02.25+05:45", "2026-03-10T09:15:02+05:45" },
  { "2024-02-29T23:59:59+14:00", "2024-02-29T23:59:59+14:00" },
  { "2026-03-10T00:00:00+00:00", "2026-03-10T00:00:00+00:00" },
};

START_TEST (a_stamp_keeps_its_offset)
{
  g_autoptr (NpClock) clock = np_clock_new_fixed (stamps[_i].stamp, 1);
  g_autofree char *again = np_clock_stamp (clock);

  ck_assert_str_eq (again, stamps[_i].again);
}
END_TEST

static const char *const no_stamps[] = {
  "",
  "2026-03-10",
  "2026-03-10T09:15:02",
  "2026-03-10 09:15:02Z",
  "2026-03-10T09:15Z",
  "2026-03-10T09:15:02+1:00",
  "2026-03-10T09:15:02+0100",
  "2026-03-10T09:15:02+01",
  "2026-02-30T09:15:02Z",
  "2026-13-10T09:15:02Z",
  "2026-03-10T24:00:00Z",
  "2026-03-10T09:60:02Z",
  "2026-03-10T09:15:60Z",
  "2026-03-10T09:15:02+24:00",
  "2026-03-10T09:15:02+01:60",
  "2026-03-10T09:15:02.Z",
  "2026-03-10T09:15:02z",
  "2026-03-10t09:15:02Z",
  "2026-03-10T09:15:02Z ",
  " 2026-03-10T09:15:02Z",
  "20260310T091502Z",
  "2026-W11-2T09:15:02Z",
  "0000-03-10T09:15:02Z",
  "2026-03-10T09:15:02+01:00:00",
  "2026-03-10T09:15:02ZZ",
};

START_TEST (what_is_no_stamp_is_refused)
{
  g_autoptr (GDateTime) time = np_stamp_parse (no_stamps[_i]);

  ck_assert_ptr_null (time);
  ck_assert_ptr_null (np_stamp_parse (NULL));
}
END_TEST

static const struct
{
  const char *stamp, *day;
} days[] = {
  { "2026-03-10T00:00:00+01:00", "2026-03-10" },
  { "2026-03-10T23:59:59-11:00", "2026-03-10" },
  { "2026-03-09T23:30:00Z", "2026-03-09" },
};

START_TEST (today_is_the_day_in_the_clocks_zone)
{
  g_autoptr (NpClock) clock = np_clock_new_fixed (days[_i].stamp, 1);
  g_autofree char *day = np_day_format (np_clock_today (clock));

  ck_assert_str_eq (day, days[_i].day);
}
END_TEST

START_TEST (a_fixed_clock_moves_only_when_told)
{
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T23:59:59+01:00", 1);
  g_autofree char *before = np_clock_stamp (clock), *after = NULL;

  ck_assert_str_eq (before, "2026-03-10T23:59:59+01:00");
  np_clock_advance (clock, 2);
  after = np_clock_stamp (clock);
  ck_assert_str_eq (after, "2026-03-11T00:00:01+01:00");
  np_clock_advance (clock, -86400);
  ck_assert_int_eq (np_clock_today (clock), np_day_parse ("2026-03-10"));
}
END_TEST

static void
assert_is_uuid (const char *id)
{
  ck_assert_uint_eq (strlen (id), 36);
  ck_assert (g_uuid_string_is_valid (id));
  ck_assert_int_eq (id[14], '4');
  ck_assert_ptr_nonnull (strchr ("89ab", id[19]));
  ck_assert_uint_eq (strspn (id, "0123456789abcdef-"), 36);
}

START_TEST (ids_are_uuids_of_version_4)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *id = np_clock_new_id (np_clock_system ());

      assert_is_uuid (id);
      ck_assert (g_hash_table_add (seen, id));
    }
}
END_TEST

START_TEST (ids_of_a_fixed_clock_come_again)
{
  g_autoptr (NpClock) one = np_clock_new_fixed ("2026-03-10T09:15:02+01:00", 7);
  g_autoptr (NpClock) same = np_clock_new_fixed ("2026-03-10T09:15:02+01:00", 7);
  g_autoptr (NpClock) other = np_clock_new_fixed ("2026-03-10T09:15:02+01:00", 8);
  g_autofree char *first = np_clock_new_id (one), *second = np_clock_new_id (one);
  g_autofree char *again = np_clock_new_id (same), *different = np_clock_new_id (other);

  assert_is_uuid (first);
  ck_assert_str_eq (first, again);
  ck_assert_str_ne (first, second);
  ck_assert_str_ne (first, different);
}
END_TEST

START_TEST (the_systems_stamp_reads_back)
{
  g_autofree char *stamp = np_clock_stamp (np_clock_system ());
  g_autoptr (GDateTime) read = np_stamp_parse (stamp);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  ck_assert_ptr_nonnull (read);
  ck_assert_int_le (ABS (g_date_time_difference (now, read)), 10 * G_TIME_SPAN_SECOND);
  ck_assert_int_ne (np_clock_today (np_clock_system ()), NP_DAY_NONE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("clock");
  TCase *stamp = tcase_create ("stamps"), *ids = tcase_create ("ids");

  tcase_add_loop_test (stamp, a_stamp_keeps_its_offset, 0, G_N_ELEMENTS (stamps));
  tcase_add_loop_test (stamp, what_is_no_stamp_is_refused, 0, G_N_ELEMENTS (no_stamps));
  tcase_add_loop_test (stamp, today_is_the_day_in_the_clocks_zone, 0, G_N_ELEMENTS (days));
  tcase_add_test (stamp, a_fixed_clock_moves_only_when_told);
  tcase_add_test (stamp, the_systems_stamp_reads_back);
  suite_add_tcase (suite, stamp);
  tcase_add_test (ids, ids_are_uuids_of_version_4);
  tcase_add_test (ids, ids_of_a_fixed_clock_come_again);
  suite_add_tcase (suite, ids);
  return np_test_run (suite);
}
