/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-screened.h"

#include "np-notation.h"
#include "np-test.h"

NpCatalog *catalog;
NpLanguage *english;

void
np_screened_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = np_test_data ("catalog");

  catalog = np_catalog_load (folder, NULL, NULL, &error);
  ck_assert_msg (catalog != NULL, "%s", error == NULL ? "" : error->message);
  english = np_language_new ("en", NULL);
}

void
np_screened_unload (void)
{
  np_language_unref (english);
  np_catalog_unref (catalog);
}

guint16
np_screened_finding (const char *id)
{
  int position = np_catalog_find_finding (catalog, id);

  ck_assert_msg (position >= 0, "there is no finding %s", id);
  return (guint16) position;
}

/* "keloid-family=wait hypertrophic-history=go-ahead" */
static GArray *
read_rulings (const char *row)
{
  GArray *rulings = g_array_new (FALSE, FALSE, sizeof (NpRuling));
  g_auto (GStrv) words = g_strsplit (row, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      NpRuling ruling = { .finding = np_screened_finding (parts[0]) };

      while (!g_str_equal (np_verdict_words[ruling.verdict], parts[1]))
        ruling.verdict++;
      g_array_append_val (rulings, ruling);
    }
  return rulings;
}

NpAssessment *
np_screened_assess (const char *row, const char *rulings_row)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row);
  g_autoptr (GArray) rulings = read_rulings (rulings_row);

  return np_assess (facts, (const NpRuling *) (gpointer) rulings->data, rulings->len);
}

NpCatalog
np_screened_with_label (const char *device, const guint16 *id, NpDevice **devices)
{
  NpCatalog copy = *catalog;
  guint position = (guint) np_catalog_find_device (catalog, device);

  *devices = g_memdup2 (catalog->devices, sizeof **devices * catalog->n_devices);
  (*devices)[position].label_contraindications = id;
  (*devices)[position].n_label_contraindications = 1;
  copy.devices = *devices;
  return copy;
}

NpLanguage *
np_screened_german (const TestMessage *words, guint32 n_words, const TestMessage *texts, guint32 n_texts)
{
  g_autofree char *folder = g_dir_make_tmp ("np-german-XXXXXX", NULL);
  g_autofree char *of_program = g_build_filename (folder, "de", "LC_MESSAGES", "needlepoint.mo", NULL);
  g_autofree char *of_catalog = g_build_filename (folder, "de", "LC_MESSAGES", "needlepoint-clinical.mo", NULL);
  NpLanguage *german;

  np_test_mo_write (of_program, words, n_words, FALSE);
  np_test_mo_write (of_catalog, texts, n_texts, FALSE);
  german = np_language_new ("de", folder);
  np_test_remove (folder);
  return german;
}
