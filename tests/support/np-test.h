/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <check.h>
#include <glib.h>
#include <stdlib.h>

/**
 * np_test_run:
 * @suite: (transfer full): the suite of one test program
 *
 * Runs a suite and prints TAP, one line a case, which is what the build's test runner counts.
 *
 * Returns: the exit status of the program
 */
static inline int
np_test_run (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int failed;

  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/**
 * np_test_data:
 * @name: a path below `data/`
 *
 * Returns: (transfer full): the path of a shipped data file
 */
static inline char *
np_test_data (const char *name)
{
  return g_build_filename (g_getenv ("NEEDLEPOINT_DATA"), name, NULL);
}
