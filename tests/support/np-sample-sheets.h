/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-sheet.h"
#include "np-test.h"

/* The samples, and their sheets as the consultation stands in the file */
static const char *const np_samples[] = {
  "acne-scars-pen", "blood-thinner-waits-for-prescriber", "interpreter-stretch-marks", "isotretinoin-wait", "loose-skin-radiofrequency",
  "melasma-roller-tranexamic", "minor-chickenpox-scar-stamp", "pacemaker-radiofrequency", "refusal-fine-lines",
};

static inline NpSheet *
np_sample_sheet_with (const char *name, NpCatalog *catalog)
{
  g_autofree char *file = g_strdup_printf ("samples/%s.json", name), *path = np_test_data (file);
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T10:00:00+01:00", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) consultation = np_consultation_open_file (catalog, clock, path, FALSE, &error);

  ck_assert_msg (consultation != NULL, "%s", error != NULL ? error->message : "");
  return np_sheet_of_consultation (consultation, "needlepoint test");
}

static inline NpCatalog *
np_sample_catalog (void)
{
  g_autofree char *folder = np_test_data ("catalog");
  g_autoptr (GError) error = NULL;
  NpCatalog *catalog = np_catalog_load (folder, NULL, NULL, &error);

  ck_assert_msg (catalog != NULL, "%s", error != NULL ? error->message : "");
  return catalog;
}

static inline NpSheet *
np_sample_sheet (const char *name)
{
  g_autoptr (NpCatalog) catalog = np_sample_catalog ();

  return np_sample_sheet_with (name, catalog);
}
