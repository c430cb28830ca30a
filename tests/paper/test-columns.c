/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-paper-private.h"
#include "pdf-words.h"

/* Short texts in two columns */

static const NpPageSize *const sizes[] = { &np_page_a4, &np_page_letter };

#define N_TEXTS 70

static NpSheet *
sheet_of_short_texts (gboolean rtl)
{
  NpSheet *sheet = np_sheet_new (rtl ? "he" : "en", rtl);
  NpBlock *grid = np_sheet_add (sheet, NP_BLOCK_GRID, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title%02u.", i), *text = repeat ("Words that go on. ", 1 + i * 7 % 17);

      np_block_add_cell (grid, title);
      np_block_add_cell (grid, text);
    }
  return sheet;
}

START_TEST (short_texts_are_each_there_once)
{
  g_autoptr (NpSheet) sheet = sheet_of_short_texts (FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i]);
  g_autofree char *words = words_of_pdf (paper);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title%02u.", i);

      ck_assert_uint_eq (count_of (words, title), 1);
    }
}
END_TEST

/* where the text of each column ends: [0] the first, [1] the second */
static void
column_bottoms (const NpPaper *paper, const NpPaperPage *page, double bottoms[2])
{
  bottoms[0] = bottoms[1] = 0;
  for (guint i = 0; i < page->placed->len; i++)
    {
      const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);
      const NpStrip *strip = g_ptr_array_index (paper->strips, placed->strip);

      bottoms[placed->x == 0 ? 0 : 1] = placed->y + strip->height;
    }
}

/* Two columns go down to the end of each page, and on the last one they end nearly level. */
START_TEST (two_columns_leave_no_holes)
{
  g_autoptr (NpSheet) sheet = sheet_of_short_texts (_i > 1);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i % 2]);
  double end = sizes[_i % 2]->height - sizes[_i % 2]->margin, longest = 100, bottoms[2];

  ck_assert_uint_ge (paper->pages->len, 2);
  for (guint i = 0; i < paper->pages->len; i++)
    {
      column_bottoms (paper, g_ptr_array_index (paper->pages, i), bottoms);
      if (i + 1 < paper->pages->len)
        ck_assert_double_gt (MIN (bottoms[0], bottoms[1]), end - longest);
      else
        ck_assert_double_lt (ABS (bottoms[0] - bottoms[1]), longest);
    }
}
END_TEST

/* A short text does not go on in the next column. */
START_TEST (a_short_text_stays_whole)
{
  g_autoptr (NpSheet) sheet = sheet_of_short_texts (FALSE);
  g_autoptr (NpPaper) paper = np_paper_new (sheet, sizes[_i]);
  const NpSetText *text = NULL;
  double x = 0;

  for (guint p = 0; p < paper->pages->len; p++)
    {
      const NpPaperPage *page = g_ptr_array_index (paper->pages, p);

      for (guint i = 0; i < page->placed->len; i++)
        {
          const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);
          const NpPiece *piece = &g_array_index (((NpStrip *) g_ptr_array_index (paper->strips, placed->strip))->pieces, NpPiece, 0);

          if (piece->text == text)
            ck_assert (placed->x == x && i > 0);
          text = piece->text;
          x = placed->x;
        }
    }
}
END_TEST

/* The room beside a text without a neighbour is not left empty. */
START_TEST (a_text_alone_goes_across)
{
  g_autoptr (NpSheet) sheet = np_sheet_new ("en", FALSE);
  NpBlock *grid = np_sheet_add (sheet, NP_BLOCK_GRID, NULL);
  static const char *const cells[] = { "For you", NULL, "Alone", "Words.", "For all", NULL, "One", "Words.", "Two", "Words." };
  g_autoptr (NpPaper) paper = NULL;
  guint across = 0, in_columns = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    np_block_add_cell (grid, cells[i]);
  paper = np_paper_new (sheet, &np_page_a4);
  for (guint i = 0; i < paper->strips->len; i++)
    if (((NpStrip *) g_ptr_array_index (paper->strips, i))->second == 0)
      across++;
    else
      in_columns++;
  ck_assert_uint_eq (across, 2 + 2);        /* two titles; title and words of the one alone */
  ck_assert_uint_eq (in_columns, 2 * 2);
}
END_TEST

/* A record from outside may hold a text of megabytes: the pages are found in a walk or two, and hold every line once. */
START_TEST (very_long_columns_are_soon_on_pages)
{
  const NpPageSize size = { 595, 842, 50 };
  NpStrip line = { .gap = 0, .height = 12, .second = 250 };
  g_autoptr (GPtrArray) strips = g_ptr_array_new (), pages = NULL;
  guint placed = 0;

  for (guint i = 0; i < 40000; i++)
    g_ptr_array_add (strips, &line);
  pages = np_pages_new (strips, &size);
  for (guint i = 0; i < pages->len; i++)
    placed += ((NpPaperPage *) g_ptr_array_index (pages, i))->placed->len;
  ck_assert_uint_eq (placed, strips->len);
  ck_assert_uint_lt (pages->len, 400);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("columns");
  TCase *tcase = tcase_create ("columns");

  tcase_add_loop_test (tcase, short_texts_are_each_there_once, 0, 2);
  tcase_add_loop_test (tcase, two_columns_leave_no_holes, 0, 4);
  tcase_add_test (tcase, very_long_columns_are_soon_on_pages);
  tcase_add_loop_test (tcase, a_short_text_stays_whole, 0, 2);
  tcase_add_test (tcase, a_text_alone_goes_across);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
