/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-course-price.h"
#include "np-test.h"

/* What all sessions cost, in the form in which the price of one was typed; nothing is guessed. */

static const struct
{
  const char *session;
  int sessions;
  const char *course;
} prices[] = {
  { "180 EUR", 4, "720 EUR" },
  { "€180", 4, "€720" },
  { "180", 1, "180" },
  { "99,50 €", 3, "298,50 €" },
  { "£ 120.05", 2, "£ 240.10" },
  { "180.-", 3, "540.-" },
  { "999999", 100, "99999900" },
  { "180 EUR", 0, NULL },
  { "1.250 EUR", 4, NULL },
  { "1 250 EUR", 4, NULL },
  { "180 to 200 EUR", 4, NULL },
  { "180.5", 4, NULL },
  { "12345678", 4, NULL },
  { "free of charge", 4, NULL },
  { "", 4, NULL },
};

START_TEST (multiplies_what_is_plain)
{
  g_autofree char *course = np_course_price (prices[_i].session, prices[_i].sessions);

  ck_assert_pstr_eq (course, prices[_i].course);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("course-price");
  TCase *tcase = tcase_create ("course-price");

  tcase_add_loop_test (tcase, multiplies_what_is_plain, 0, G_N_ELEMENTS (prices));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
