/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-depth.h"
#include "np-steps.h"
#include "np-test.h"
#include "np-typed-number.h"

/* What people type into entries, and how it is understood. */

static const struct
{
  const char *typed;
  int depth_um;
} depths[] = {
  { "", 0 },         { "  ", 0 },      { "1.5", 1500 },  { "1,5", 1500 }, { "0.25 mm", 250 }, { "2mm", 2000 },
  { "10", 10000 },   { "10.1", -1 },   { "15", -1 },     { "0", -1 },     { "-1", -1 },       { "1.5 cm", -1 },
  { "deep", -1 },    { "1.5 mm.", -1 }, { "nan", -1 },   { "inf", -1 },
};

START_TEST (a_depth_is_read_in_millimetres)
{
  ck_assert_msg (np_depth_read (depths[_i].typed) == depths[_i].depth_um, "\"%s\" is %d", depths[_i].typed,
                 np_depth_read (depths[_i].typed));
}
END_TEST

START_TEST (a_depth_is_written_as_it_is_read)
{
  static const int known[] = { 0, 250, 500, 1000, 1500, 2250, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *written = np_depth_write (known[i]);
      ck_assert_int_eq (np_depth_read (written), known[i]);
    }
}
END_TEST

static const struct
{
  const char *typed;
  const char *unit;
  NpNumberKind kind;
  int number;
} numbers[] = {
  { "", "weeks", NP_NUMBER_EMPTY, 0 },
  { "  ", NULL, NP_NUMBER_EMPTY, 0 },
  { "12", NULL, NP_NUMBER_READ, 12 },
  { " 12 weeks ", "weeks", NP_NUMBER_READ, 12 },
  { "12weeks", "weeks", NP_NUMBER_READ, 12 },
  { "12 days", "weeks", NP_NUMBER_UNCLEAR, 0 },
  { "12.5", "weeks", NP_NUMBER_UNCLEAR, 0 },
  { "twelve", NULL, NP_NUMBER_UNCLEAR, 0 },
  { "-3", NULL, NP_NUMBER_UNCLEAR, 0 },
  { "1000", NULL, NP_NUMBER_OUT_OF_RANGE, 0 },
  { "99999999999999", NULL, NP_NUMBER_UNCLEAR, 0 },
  /* HbA1c: (percent - 2.15) x 10.929, rounded up */
  { "55", "mmol/mol", NP_NUMBER_READ, 55 },
  { "55 mmol/mol", "mmol/mol", NP_NUMBER_READ, 55 },
  { "7.2", "mmol/mol", NP_NUMBER_CONVERTED, 56 },
  { "7,2 %", "mmol/mol", NP_NUMBER_CONVERTED, 56 },
  { "8%", "mmol/mol", NP_NUMBER_CONVERTED, 64 },
  { "2 %", "mmol/mol", NP_NUMBER_CONVERTED, 0 },
  { "7.2 %", "weeks", NP_NUMBER_UNCLEAR, 0 },
};

START_TEST (a_number_is_read_with_its_unit)
{
  int number = 0;
  NpNumberKind kind = np_typed_number_read (numbers[_i].typed, numbers[_i].unit, 0, 300, &number);

  ck_assert_msg (kind == numbers[_i].kind, "\"%s\" is understood as %d", numbers[_i].typed, kind);
  if (kind == NP_NUMBER_READ || kind == NP_NUMBER_CONVERTED)
    ck_assert_int_eq (number, numbers[_i].number);
}
END_TEST

static const struct
{
  const char *pointer;
  NpStep step;
} places[] = {
  { "/patient/name", NP_STEP_PEOPLE },       { "/medicines/0/name", NP_STEP_PEOPLE },  { "/plan/treat", NP_STEP_PLAN },
  { "/planned_on", NP_STEP_PLAN },           { "/answers/keloid", NP_STEP_SCREENING }, { "/decisions/keloid", NP_STEP_DECISIONS },
  { "/disclosure/risks", NP_STEP_DISCLOSURE }, { "/early/reason", NP_STEP_UNDERSTANDING },
  { "/patient/confirmed_at", NP_STEP_SIGNING }, { "/signatures", NP_STEP_SIGNING },
};

START_TEST (a_place_of_the_document_has_its_page)
{
  ck_assert_int_eq (np_step_of_pointer (places[_i].pointer), places[_i].step);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("typed");
  TCase *tcase = tcase_create ("typed");

  tcase_add_loop_test (tcase, a_depth_is_read_in_millimetres, 0, G_N_ELEMENTS (depths));
  tcase_add_test (tcase, a_depth_is_written_as_it_is_read);
  tcase_add_loop_test (tcase, a_number_is_read_with_its_unit, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tcase, a_place_of_the_document_has_its_page, 0, G_N_ELEMENTS (places));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
