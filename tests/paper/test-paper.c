/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-strips.h"
#include "pdf-words.h"
#include "sample-sheet.h"
#include <string.h>

#define N_SHIFTS 60

static const NpPageSize *const sizes[] = { &np_page_a4, &np_page_letter };

START_TEST (every_text_is_in_the_pdf)
{
  static const char *const expected[] = {
    "Consent to microneedling", "Banner headline", "Banner reason in words.", "Who", "Date of birth", "19 July 2001", "Record number",
    "Known to staff", "Subheading here", "Sentence 8 of body", "First bullet", "Second bullet", "Ticked choice", "Open choice",
    "Statement drawn.", "I agree to this.", "Statement unsigned.", "10 March 2026, 09:15 (+01:00)",
  };
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i]);
  g_autofree char *text = words_of_pdf (paper);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    ck_assert_msg (strstr (text, expected[i]) != NULL, "not on paper: %s", expected[i]);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *risk = g_strdup_printf ("Risk number %u", i);

      ck_assert_msg (strstr (text, risk) != NULL, "not on paper: %s", risk);
    }
}
END_TEST

/* record-rules 33, and the mark of a sheet that is not for signature */
START_TEST (every_page_has_its_foot_and_its_mark)
{
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i]);
  g_autofree char *text = words_of_pdf (paper);
  guint pages = np_paper_pages (paper);

  ck_assert_uint_ge (pages, 2);
  ck_assert_uint_eq (count_of (text, "Record 00000000-0000-4000-8000-000000000001"), pages);
  ck_assert_uint_eq (count_of (text, "Not for signature"), pages);
  for (guint i = 1; i <= pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, pages);

      ck_assert_uint_eq (count_of (text, number), 1);
    }
}
END_TEST

START_TEST (a_table_repeats_its_head)
{
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autofree char *text = words_of_pdf (paper);
  guint first, last, table;

  for (table = 0; ((NpBlock *) g_ptr_array_index (sheet->blocks, table))->kind != NP_BLOCK_TABLE; table++)
    continue;
  ck_assert (np_paper_find_block (paper, table, &first, &last));
  ck_assert_uint_gt (last, first);
  ck_assert_uint_eq (count_of (text, "How often"), last - first + 1);
}
END_TEST

/* the last two rows of each of the eight tables stand on one page */
START_TEST (no_row_is_left_alone)
{
  g_autoptr (NpSheet) sheet = sample_shifting_sheet (0);
  g_autoptr (NpTypesetter) typesetter = np_typesetter_new ("en", FALSE);
  g_autoptr (GPtrArray) strips = np_strips_new (typesetter, sheet, 500, 700, 1);
  guint n_tables = 0;

  for (guint i = 1; i + 1 < strips->len; i++)
    {
      const NpStrip *row = g_ptr_array_index (strips, i), *before = g_ptr_array_index (strips, i - 1), *after = g_ptr_array_index (strips, i + 1);

      if (row->frame != NP_FRAME_ROW || after->block == row->block)
        continue;
      ck_assert (before->block == row->block && before->glue);
      n_tables++;
    }
  ck_assert_uint_eq (n_tables, 8);
}
END_TEST

/* nor is the last of some facts */
START_TEST (no_fact_is_left_alone)
{
  static const char *const facts[] = { "One", "1", "Two", "2", "Three", "3", "Four", "4" };
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  g_autoptr (NpTypesetter) typesetter = np_typesetter_new ("en", FALSE);
  g_autoptr (GPtrArray) strips = NULL;
  NpBlock *block = np_sheet_add (sheet, NP_BLOCK_FACTS, NULL);

  block->columns = 1;
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    np_block_add_cell (block, facts[i]);
  strips = np_strips_new (typesetter, sheet, 500, 700, 1);
  ck_assert_uint_eq (strips->len, 4);
  for (guint i = 0; i < 4; i++)
    ck_assert (((NpStrip *) g_ptr_array_index (strips, i))->glue == (i == 2));
}
END_TEST

/* wherever a page ends: a signature is whole, and what a heading announces begins on the heading's page */
START_TEST (pages_end_in_good_places)
{
  g_autoptr (NpSheet) sheet = sample_shifting_sheet ((guint) _i / 2);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i % 2]);

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const NpBlock *block = g_ptr_array_index (sheet->blocks, i);
      guint first, last, next_first, next_last;

      ck_assert (np_paper_find_block (paper, i, &first, &last));
      if (block->kind == NP_BLOCK_SIGNATURE || block->kind == NP_BLOCK_HEADING)
        ck_assert_uint_eq (first, last);
      if (block->kind != NP_BLOCK_HEADING && block->kind != NP_BLOCK_SUBHEADING)
        continue;
      ck_assert (np_paper_find_block (paper, i + 1, &next_first, &next_last));
      ck_assert_uint_eq (last, next_first);
    }
}
END_TEST

/* what is longer than a page is parted, never cut off */
START_TEST (nothing_is_too_long)
{
  static const NpBlockKind kinds[] = { NP_BLOCK_FACTS, NP_BLOCK_TABLE, NP_BLOCK_SIGNATURE, NP_BLOCK_BANNER, NP_BLOCK_HEADING, NP_BLOCK_BULLET,
                                       NP_BLOCK_GRID };
  g_autofree char *filler = repeat ("Words that go on and on. ", 600);
  g_autofree char *text = g_strconcat ("Beginning. ", filler, "The-very-end.", NULL);
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  NpBlockKind kind = kinds[(guint) _i % G_N_ELEMENTS (kinds)];
  gboolean cells = kind == NP_BLOCK_FACTS || kind == NP_BLOCK_TABLE || kind == NP_BLOCK_GRID;
  NpBlock *block = np_sheet_add (sheet, kind, cells ? NULL : text);
  g_autoptr (NpPaper) paper = NULL;
  g_autofree char *words = NULL;

  block->columns = 2;
  block->boxed = (guint) _i >= G_N_ELEMENTS (kinds);
  for (guint i = 0; cells && i < 4; i++)
    np_block_add_cell (block, i == 3 ? text : "Label");
  paper = np_paper_new (sheet, &np_page_a4);
  words = words_of_pdf (paper);
  ck_assert_uint_gt (np_paper_pages (paper), 1);
  ck_assert_uint_eq (count_of (words, "Beginning."), 1);
  ck_assert_uint_eq (count_of (words, "end."), 1);
}
END_TEST

/* what is boxed is looked for as one thing: it begins on a new page rather than be parted */
START_TEST (a_box_is_not_parted)
{
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  g_autoptr (NpPaper) paper = NULL;
  guint first, last, next, end;

  for (guint i = 0; i < 40 + (guint) _i; i++)
    np_sheet_add (sheet, NP_BLOCK_BULLET, "One line");
  np_sheet_add (sheet, NP_BLOCK_HEADING, "Boxed")->boxed = TRUE;
  np_sheet_add (sheet, NP_BLOCK_PARAGRAPH, "One.\nTwo.\nThree.\nFour.\nFive.\nSix.")->boxed = TRUE;
  np_sheet_add (sheet, NP_BLOCK_PARAGRAPH, "Not boxed.");
  paper = np_paper_new (sheet, &np_page_a4);
  ck_assert (np_paper_find_block (paper, sheet->blocks->len - 3, &first, &last));
  ck_assert (np_paper_find_block (paper, sheet->blocks->len - 2, &next, &end));
  ck_assert_uint_eq (first, end);
}
END_TEST

/* What patients read is set at 10 points or more. */
START_TEST (words_are_large_enough)
{
  static const NpBlockKind kinds[] = { NP_BLOCK_PARAGRAPH, NP_BLOCK_BULLET, NP_BLOCK_TABLE, NP_BLOCK_GRID, NP_BLOCK_FACTS, NP_BLOCK_SIGNATURE, NP_BLOCK_BANNER };
  g_autoptr (NpTypesetter) typesetter = np_typesetter_new ("en", FALSE);
  const NpSetText *text = np_typesetter_set (typesetter, NP_STYLE_BODY, "Words", 400, FALSE);
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (text->layout));

  ck_assert_int_ge (pango_font_description_get_size (font), 10 * PANGO_SCALE);
  pango_font_description_free (font);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
      NpBlock *block = np_sheet_add (sheet, kinds[i], "Head\nWords");
      g_autoptr (GPtrArray) strips = NULL;
      NpStyle style = NP_STYLE_TITLE;

      block->columns = 2;
      for (guint k = 0; k < 4; k++)
        np_block_add_cell (block, "Words");
      strips = np_strips_new (typesetter, sheet, 500, 700, 1);
      for (guint k = 0; k < strips->len; k++)
        for (guint p = 0; p < ((NpStrip *) g_ptr_array_index (strips, k))->pieces->len; p++)
          style = g_array_index (((NpStrip *) g_ptr_array_index (strips, k))->pieces, NpPiece, p).text->style;
      ck_assert_msg (style == NP_STYLE_BODY || style == NP_STYLE_BANNER, "block %d is set in style %d", kinds[i], style);
    }
}
END_TEST

/* Lines that are placed one by one stand as close as those of a text that is placed whole. */
START_TEST (lines_stand_as_close_one_by_one)
{
  g_autoptr (NpTypesetter) typesetter = np_typesetter_new ("en", FALSE);
  g_autofree char *words = repeat ("Words that go on. ", 40);
  const NpSetText *text = np_typesetter_set (typesetter, NP_STYLE_BODY, words, 300, FALSE);
  double sum = 0;

  for (guint i = 0; i < text->n_lines; i++)
    sum += np_set_text_height (text, i, 1);
  ck_assert_uint_gt (text->n_lines, 5);
  ck_assert_double_eq_tol (sum, np_set_text_height (text, 0, text->n_lines), 0.01);
}
END_TEST

static GBytes *
pdf_of (const NpSheet *sheet)
{
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);

  return np_paper_to_pdf (paper, NULL);
}

START_TEST (the_same_sheet_gives_the_same_bytes)
{
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (GBytes) first = NULL, second = NULL;

  if (_i == 1)
    g_clear_pointer (&sheet->made_at, g_free);
  first = pdf_of (sheet);
  g_usleep (1100000);    /* the time of printing, in seconds, would show */
  second = pdf_of (sheet);
  ck_assert (g_bytes_equal (first, second));
}
END_TEST

/* where the ink of a page begins on the left, in points */
static int
left_edge (const NpPaper *paper, int from, int to)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) np_paper_get_size (paper)->width, to);
  cairo_t *cr = cairo_create (surface);
  int edge = G_MAXINT;

  np_paper_draw (paper, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = from; y < to; y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] != 0)
        edge = MIN (edge, x);
  cairo_surface_destroy (surface);
  return edge;
}

START_TEST (right_to_left_begins_on_the_right)
{
  g_autoptr (NpSheet) sheet = np_sheet_new (_i == 0 ? "en" : "he", _i == 1);
  g_autoptr (NpPaper) paper = NULL;

  np_sheet_add (sheet, NP_BLOCK_TITLE, _i == 0 ? "Short" : "קצר");
  paper = np_paper_new (sheet, &np_page_a4);
  if (_i == 0)
    ck_assert_int_lt (left_edge (paper, 50, 90), 60);
  else
    ck_assert_int_gt (left_edge (paper, 50, 90), 450);
  ck_assert_uint_eq (np_paper_missing_glyphs (paper), 0);
}
END_TEST

START_TEST (glyphs_that_no_font_has_are_counted)
{
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  g_autoptr (NpPaper) paper = NULL;

  np_sheet_add (sheet, NP_BLOCK_PARAGRAPH, "Private use: \xf4\x80\x80\x81\xf4\x80\x80\x82");
  paper = np_paper_new (sheet, &np_page_a4);
  ck_assert_uint_eq (np_paper_missing_glyphs (paper), 2);
}
END_TEST

START_TEST (a_drawn_signature_is_in_the_pdf)
{
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (GBytes) with = pdf_of (sheet), without = NULL;

  for (guint i = 0; i < sheet->blocks->len; i++)
    g_clear_pointer (&((NpBlock *) g_ptr_array_index (sheet->blocks, i))->strokes, json_array_unref);
  without = pdf_of (sheet);
  ck_assert_uint_gt (g_bytes_get_size (with), g_bytes_get_size (without) + 100);
}
END_TEST

START_TEST (an_empty_sheet_is_one_page)
{
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autoptr (GBytes) pdf = np_paper_to_pdf (paper, NULL);

  ck_assert_uint_eq (np_paper_pages (paper), 1);
  ck_assert_ptr_nonnull (pdf);
}
END_TEST

START_TEST (sizes_are_found_by_name)
{
  ck_assert_ptr_eq (np_page_size_find ("a4"), &np_page_a4);
  ck_assert_ptr_eq (np_page_size_find ("Letter"), &np_page_letter);
  ck_assert_ptr_eq (np_page_size_find (NULL), &np_page_a4);    /* the C locale's paper */
  ck_assert_ptr_null (np_page_size_find ("a5"));
}
END_TEST

START_TEST (a_folder_that_is_not_there_is_an_error)
{
  g_autoptr (NpSheet) sheet = sample_sheet ("en", FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, &np_page_a4);
  g_autoptr (GError) error = NULL;

  ck_assert (!np_paper_write_pdf (paper, "/proc/no-such-folder/sheet.pdf", &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paper");
  TCase *tcase = tcase_create ("paper");

  tcase_set_timeout (tcase, 30);
  tcase_add_loop_test (tcase, every_text_is_in_the_pdf, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tcase, every_page_has_its_foot_and_its_mark, 0, G_N_ELEMENTS (sizes));
  tcase_add_test (tcase, a_table_repeats_its_head);
  tcase_add_test (tcase, no_row_is_left_alone);
  tcase_add_test (tcase, no_fact_is_left_alone);
  tcase_add_loop_test (tcase, pages_end_in_good_places, 0, N_SHIFTS);
  tcase_add_loop_test (tcase, nothing_is_too_long, 0, 2 * 7);
  tcase_add_loop_test (tcase, a_box_is_not_parted, 0, 12);
  tcase_add_test (tcase, lines_stand_as_close_one_by_one);
  tcase_add_test (tcase, words_are_large_enough);
  tcase_add_loop_test (tcase, the_same_sheet_gives_the_same_bytes, 0, 2);
  tcase_add_loop_test (tcase, right_to_left_begins_on_the_right, 0, 2);
  tcase_add_test (tcase, glyphs_that_no_font_has_are_counted);
  tcase_add_test (tcase, a_drawn_signature_is_in_the_pdf);
  tcase_add_test (tcase, an_empty_sheet_is_one_page);
  tcase_add_test (tcase, sizes_are_found_by_name);
  tcase_add_test (tcase, a_folder_that_is_not_there_is_an_error);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
