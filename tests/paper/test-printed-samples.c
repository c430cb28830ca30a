/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-paper-private.h"
#include "np-sample-sheets.h"
#include "pdf-words.h"
#include <glib/gstdio.h>
#include <string.h>

/* The pages of every sample, on either paper: what people get to hold */

static const NpPageSize *const sizes[] = { &np_page_a4, &np_page_letter };

#define N_PAPERS (2 * (int) G_N_ELEMENTS (np_samples))

/* record-rules 33 */
START_TEST (every_page_says_whose_it_is)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i / 2]);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i % 2]);
  g_autofree char *words = words_of_pdf (paper);
  guint pages = np_paper_pages (paper);

  ck_assert (g_str_has_prefix (sheet->footer, "Record ") && strstr (sheet->footer, "Catalogue ") != NULL);
  ck_assert_uint_eq (count_of (words, sheet->footer), pages);
  if (sheet->mark != NULL)
    ck_assert_uint_ge (count_of (words, sheet->mark), pages);
  for (guint i = 1; i <= pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, pages);

      ck_assert_uint_eq (count_of (words, number), 1);
    }
}
END_TEST

START_TEST (signatures_are_whole_and_headings_have_company)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i / 2]);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i % 2]);

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const NpBlock *block = g_ptr_array_index (sheet->blocks, i);
      guint first, last, next_first, next_last;

      ck_assert (np_paper_find_block (paper, i, &first, &last));
      if (block->kind == NP_BLOCK_SIGNATURE)
        ck_assert_uint_eq (first, last);
      if (!block->keep_with_next || i + 1 == sheet->blocks->len)
        continue;
      ck_assert (np_paper_find_block (paper, i + 1, &next_first, &next_last));
      ck_assert_uint_eq (last, next_first);
    }
}
END_TEST

static char *
information_of (const NpPaper *paper)
{
  g_autofree char *folder = g_dir_make_tmp ("np-paper-XXXXXX", NULL), *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *const argv[] = { "pdfinfo", "-meta", path, NULL }, *const plain[] = { "pdfinfo", path, NULL };
  g_autofree char *meta = NULL, *text = NULL;

  ck_assert (np_paper_write_pdf (paper, path, NULL));
  ck_assert (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &meta, NULL, NULL, NULL));
  ck_assert (g_spawn_sync (NULL, (char **) plain, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_strconcat (text, meta, NULL);
}

/* What a file manager or a mail program shows of the file says what it is and not whose. */
START_TEST (the_file_does_not_say_whose_it_is)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i]);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autofree char *information = information_of (paper), *words = words_of_pdf (paper);

  ck_assert_msg (g_regex_match_simple ("^Title: +(Consent to microneedling|Microneedling: .*)$", information, G_REGEX_MULTILINE, 0),
                 "%s", information);
  ck_assert (g_regex_match_simple ("^Tagged: +yes$", information, G_REGEX_MULTILINE, 0));
  ck_assert_ptr_null (strstr (information, "Sample"));
  ck_assert_ptr_nonnull (strstr (words, "Sample Patient"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("printed-samples");
  TCase *tcase = tcase_create ("printed-samples");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, every_page_says_whose_it_is, 0, N_PAPERS);
  tcase_add_loop_test (tcase, signatures_are_whole_and_headings_have_company, 0, N_PAPERS);
  tcase_add_loop_test (tcase, the_file_does_not_say_whose_it_is, 0, (int) G_N_ELEMENTS (np_samples));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
