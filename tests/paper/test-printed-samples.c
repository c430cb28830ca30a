/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-read.h"
#include "np-paper-private.h"
#include "np-sample-sheets.h"
#include "pdf-words.h"
#include <string.h>

/* The pages of every sample, on either paper: what people get to hold */

static const NpPageSize *const sizes[] = { &np_page_a4, &np_page_letter };

#define N_PAPERS (2 * (int) G_N_ELEMENTS (np_samples))

static void
assert_feet (const NpSheet *sheet, const NpPaper *paper)
{
  g_autofree char *words = words_of_pdf (paper);
  guint pages = np_paper_pages (paper);

  ck_assert (strstr (sheet->footer, " · Catalogue ") != NULL);
  ck_assert_uint_eq (count_of (words, sheet->footer), pages);
  if (sheet->mark != NULL)
    ck_assert_uint_ge (count_of (words, sheet->mark), pages);
  for (guint i = 1; i <= pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, pages);

      ck_assert_uint_eq (count_of (words, number), 1);
    }
}

static void
assert_whole (const NpSheet *sheet, const NpPaper *paper)
{
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

/* record-rules 33; no signature is parted, no heading stands alone */
START_TEST (the_pages_of_a_sample)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i / 2]);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i % 2]);

  ck_assert (g_str_has_prefix (sheet->footer, "Record "));
  assert_feet (sheet, paper);
  assert_whole (sheet, paper);
}
END_TEST

START_TEST (the_pages_of_a_blank_sheet)
{
  g_autoptr (NpCatalog) catalog = np_sample_catalog ();
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T10:00:00+01:00", 1);
  g_autoptr (NpSheet) sheet = np_sheet_blank (catalog, clock, "en", NULL, NULL);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i]);

  assert_feet (sheet, paper);
  assert_whole (sheet, paper);
}
END_TEST

/* as long as a plan is blocked and no ending is chosen, each page says so, and why is the first thing on the first one */
START_TEST (the_pages_of_a_blocked_plan)
{
  g_autofree char *path = np_test_data ("samples/pacemaker-radiofrequency.json");
  g_autoptr (JsonNode) document = np_json_read_file (path, NULL);
  g_autoptr (NpCatalog) catalog = np_sample_catalog ();
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T10:00:00+01:00", 1);
  g_autoptr (NpConsultation) consultation = NULL;
  g_autoptr (NpSheet) sheet = NULL;
  g_autoptr (NpPaper) paper = NULL;
  g_autofree char *words = NULL;

  json_object_remove_member (json_node_get_object (document), "ending");
  json_object_remove_member (json_node_get_object (document), "signatures");
  consultation = np_consultation_open (catalog, clock, document, "blocked", FALSE, NULL);
  ck_assert_ptr_nonnull (consultation);
  sheet = np_sheet_of_consultation (consultation, "needlepoint test");
  paper = np_paper_new (sheet, sizes[_i]);
  words = words_of_pdf (paper);
  ck_assert_str_eq (sheet->mark, "Not for signature");
  ck_assert (g_regex_match_simple ("^Not for signature .{0,80} Consent to microneedling Not for signature: .* Do not treat: Electronic implant. Name ",
                                   words, 0, 0));
  assert_feet (sheet, paper);
  assert_whole (sheet, paper);
}
END_TEST

/* What a file manager or a mail program shows of the file says what it is and not whose. */
START_TEST (the_file_does_not_say_whose_it_is)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i]);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autofree char *information = tool_on_pdf (paper, "pdfinfo", "-isodates", NULL), *words = words_of_pdf (paper);

  ck_assert_msg (g_regex_match_simple ("^Title: +(Consent to microneedling|Microneedling: .*)$", information, G_REGEX_MULTILINE, 0),
                 "%s", information);
  ck_assert (g_regex_match_simple ("^Tagged: +yes$", information, G_REGEX_MULTILINE, 0));
  ck_assert_ptr_null (strstr (information, "Sample"));
  ck_assert_ptr_nonnull (strstr (words, "Sample Patient"));
}
END_TEST

/* What stands beside each other is told apart by who hears it read. */
START_TEST (labels_and_values_are_elements_of_their_own)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet ("acne-scars-pen");
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autofree char *structure = tool_on_pdf (paper, "pdfinfo", "-struct-text", NULL);

  ck_assert (g_regex_match_simple ("LI [^\n]*\n *Lbl [^\n]*\n *\"Name\"\n *LBody [^\n]*\n *\"Sample Patient\"\n", structure, 0, 0));
  ck_assert (g_regex_match_simple ("Lbl [^\n]*\n *\"Bruises\"\n *LBody [^\n]*\n *\"You may get bruises", structure, 0, 0));
  ck_assert (g_regex_match_simple ("\n *H2 [^\n]*\n *\"Signatures\"\n", structure, 0, 0));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("printed-samples");
  TCase *tcase = tcase_create ("printed-samples");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, the_pages_of_a_sample, 0, N_PAPERS);
  tcase_add_loop_test (tcase, the_pages_of_a_blank_sheet, 0, 2);
  tcase_add_loop_test (tcase, the_pages_of_a_blocked_plan, 0, 2);
  tcase_add_loop_test (tcase, the_file_does_not_say_whose_it_is, 0, (int) G_N_ELEMENTS (np_samples));
  tcase_add_test (tcase, labels_and_values_are_elements_of_their_own);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
