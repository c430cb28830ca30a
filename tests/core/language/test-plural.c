/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-plural.h"
#include "np-test.h"

#define ARABIC "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"
#define POLISH "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"

static const struct
{
  const char *expression;
  gulong n, form;
} forms[] = {
  { "0", 7, 0 },
  { "n != 1", 1, 0 },
  { "n != 1", 0, 1 },
  { "n != 1", 2, 1 },
  { "(n != 1);", 2, 1 },
  { "n>1", 1, 0 },
  { "n > 1", 2, 1 },
  { POLISH, 1, 0 },
  { POLISH, 3, 1 },
  { POLISH, 5, 2 },
  { POLISH, 12, 2 },
  { POLISH, 13, 2 },
  { POLISH, 22, 1 },
  { POLISH, 112, 2 },
  { ARABIC, 0, 0 },
  { ARABIC, 1, 1 },
  { ARABIC, 2, 2 },
  { ARABIC, 3, 3 },
  { ARABIC, 10, 3 },
  { ARABIC, 11, 4 },
  { ARABIC, 99, 4 },
  { ARABIC, 100, 5 },
  { ARABIC, 103, 3 },
  { "!n", 0, 1 },
  { "!!n", 5, 1 },
  { "1+2*3", 0, 7 },
  { "(1+2)*3", 0, 9 },
  { "10-4-3", 0, 3 },
  { "100/10/5", 0, 2 },
  { "n%10==1&&n%100!=11||n==0", 11, 0 },
  { "n%10==1&&n%100!=11||n==0", 21, 1 },
  { "1||0&&0", 0, 1 },
  { "n<=2", 2, 1 },
  { "n>=2", 2, 1 },
  { "n<2", 2, 0 },
};

START_TEST (a_form_is_chosen)
{
  gulong form;

  ck_assert (np_plural_choose (forms[_i].expression, forms[_i].n, &form));
  ck_assert_uint_eq (form, forms[_i].form);
}
END_TEST

static const char *const broken[] = {
  "",    ";",       "n !=", "n n",   "(n",    "n)", "n ? 1",         "n ? : 2", "n/0",
  "n%0", "n%(n-n)", "x",    "n = 1", "n & 1", "-1", "n ? 1 : 2 : 3", "1 +",     "system(1)",
};

START_TEST (a_broken_rule_is_refused)
{
  gulong form = 7;

  ck_assert (!np_plural_choose (broken[_i], 3, &form));
  ck_assert_uint_eq (form, 0);
}
END_TEST

/* Rules that would use up the stack of a parser without a limit. */
static const char *const deep[] = { "(", "!", "n?", "n?n:", "1*(", "n<(n?" };

START_TEST (a_deep_rule_is_refused)
{
  GString *rule = g_string_new (NULL);
  gulong form;

  for (int i = 0; i < 100000; i++)
    g_string_append (rule, deep[_i]);
  g_string_append (rule, "1");
  ck_assert (!np_plural_choose (rule->str, 3, &form));
  g_string_free (rule, TRUE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plural");
  TCase *tcase = tcase_create ("plural");

  tcase_add_loop_test (tcase, a_form_is_chosen, 0, G_N_ELEMENTS (forms));
  tcase_add_loop_test (tcase, a_broken_rule_is_refused, 0, G_N_ELEMENTS (broken));
  tcase_add_loop_test (tcase, a_deep_rule_is_refused, 0, G_N_ELEMENTS (deep));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
