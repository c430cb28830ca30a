/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clinic.h"
#include "np-json-read.h"
#include "np-test.h"

#include <glib/gstdio.h>

static char *folder;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("np-clinic-XXXXXX", NULL);
}

static void
remove_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "clinic.json", NULL);

  g_remove (path);
  g_rmdir (folder);
  g_free (folder);
}

START_TEST (missing_file_is_an_empty_clinic)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpClinic) clinic = np_clinic_load (folder, &error);

  ck_assert_ptr_nonnull (clinic);
  ck_assert_ptr_null (clinic->name);
  ck_assert_uint_eq (clinic->practitioners->len, 0);
  ck_assert (!np_clinic_is_complete (clinic));
}
END_TEST

START_TEST (comes_back_as_saved)
{
  g_autoptr (NpClinic) clinic = np_clinic_new ();
  g_autoptr (NpClinic) loaded = NULL;
  NpClock *clock = np_clock_new_fixed ("2026-03-10T09:15:00+01:00", 7);
  const NpPractitioner *found;
  g_autofree char *id = NULL;

  clinic->name = g_strdup ("Sample Clinic");
  clinic->phone = g_strdup ("000");
  clinic->urgent_phone = g_strdup ("111");
  ck_assert (!np_clinic_is_complete (clinic));
  id = g_strdup (np_clinic_add_practitioner (clinic, clock, "Sample Practitioner", "Nurse", "R-1")->id);
  ck_assert (np_clinic_is_complete (clinic));
  ck_assert (np_clinic_save (clinic, folder, NULL));
  loaded = np_clinic_load (folder, NULL);
  ck_assert_ptr_nonnull (loaded);
  ck_assert_str_eq (loaded->name, "Sample Clinic");
  ck_assert_str_eq (loaded->urgent_phone, "111");
  ck_assert_ptr_null (loaded->address);
  found = np_clinic_find (loaded, id);
  ck_assert_ptr_nonnull (found);
  ck_assert_str_eq (found->registration, "R-1");
  ck_assert_ptr_null (np_clinic_find (loaded, "nobody"));
  np_clock_free (clock);
}
END_TEST

START_TEST (who_retired_does_not_make_it_complete)
{
  g_autoptr (NpClinic) clinic = np_clinic_new ();
  NpClock *clock = np_clock_new_fixed ("2026-03-10T09:15:00+01:00", 7);

  clinic->name = g_strdup ("Sample Clinic");
  clinic->phone = g_strdup ("000");
  np_clinic_add_practitioner (clinic, clock, "Sample Practitioner", "Nurse", NULL)->retired = TRUE;
  ck_assert (!np_clinic_is_complete (clinic));
  np_clock_free (clock);
}
END_TEST

static const char *const wrong_files[] = {
  "{}",
  "[]",
  "{\"format\":\"needlepoint-record/1\"}",
  "{\"format\":\"needlepoint-clinic/1\",\"nmae\":\"x\"}",
  "{\"format\":\"needlepoint-clinic/1\",\"phone\":5}",
  "{\"format\":\"needlepoint-clinic/1\",\"practitioners\":[{\"id\":\"1\"}]}",
  "{\"format\":\"needlepoint-clinic/1\",\"practitioners\":{}}",
};

START_TEST (refuses_what_it_is_not)
{
  g_autofree char *path = g_build_filename (folder, "clinic.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpClinic) clinic = NULL;

  ck_assert (g_file_set_contents (path, wrong_files[_i], -1, NULL));
  clinic = np_clinic_load (folder, &error);
  ck_assert_ptr_null (clinic);
  ck_assert (error != NULL && error->domain == NP_JSON_ERROR);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("clinic");
  TCase *tcase = tcase_create ("clinic");

  tcase_add_checked_fixture (tcase, make_folder, remove_folder);
  tcase_add_test (tcase, missing_file_is_an_empty_clinic);
  tcase_add_test (tcase, comes_back_as_saved);
  tcase_add_test (tcase, who_retired_does_not_make_it_complete);
  tcase_add_loop_test (tcase, refuses_what_it_is_not, 0, G_N_ELEMENTS (wrong_files));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
