/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-sheet.h"

static void
add_cells (NpBlock *block, const char *const *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    np_block_add_cell (block, cells[i]);
}

static void
add_signature (NpSheet *sheet, const char *statement, gboolean drawn)
{
  static const char *const cells[] = { "Name", "Sample Patient", "Role", "Patient", "Date and time", "10 March 2026, 09:15 (+01:00)" };
  NpBlock *block = np_sheet_add (sheet, NP_BLOCK_SIGNATURE, statement);

  add_cells (block, cells, G_N_ELEMENTS (cells));
  block->flag = TRUE;
  if (!drawn)
    return;
  block->strokes = json_array_new ();
  block->stroke_width = 3000;
  block->stroke_height = 1000;
  for (int s = 0; s < 2; s++)
    {
      JsonArray *stroke = json_array_new ();

      for (int i = 0; i < 40; i++)
        {
          json_array_add_int_element (stroke, 300 + s * 900 + i * 30);
          json_array_add_int_element (stroke, 500 + ((i * 7) % 11 - 5) * 60);
          json_array_add_int_element (stroke, i * 16);
        }
      json_array_add_array_element (block->strokes, stroke);
    }
}

static void
add_table (NpSheet *sheet, guint rows)
{
  static const double widths[] = { 4, 3, 3 };
  static const char *const head[] = { "Risk", "How often", "What to do" };
  NpBlock *block = np_sheet_add (sheet, NP_BLOCK_TABLE, NULL);

  np_block_set_widths (block, widths, 3);
  block->strong = TRUE;
  add_cells (block, head, 3);
  for (guint i = 0; i < rows; i++)
    {
      g_autofree char *title = g_strdup_printf ("Risk number %u\nWhat it is, told in a sentence that needs more than one line of its column.", i);
      g_autofree char *often = g_strdup_printf ("Often %u", i);
      const char *cells[] = { title, often, "Call us, and keep the skin cool and clean until we have seen it." };

      add_cells (block, cells, 3);
    }
}

static void
add_paragraph (NpSheet *sheet, const char *word, guint sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences; i++)
    g_string_append_printf (text, "%sSentence %u of %s goes on for a while so that lines fill up.", i > 0 ? " " : "", i, word);
  np_sheet_add (sheet, NP_BLOCK_PARAGRAPH, text->str);
  g_string_free (text, TRUE);
}

static NpSheet *
empty_sheet (const char *language, gboolean rtl)
{
  NpSheet *sheet = np_sheet_new (language, rtl);

  sheet->title = g_strdup ("Consent to microneedling");
  sheet->made_at = g_strdup ("2026-03-10T09:15:02+01:00");
  sheet->footer = g_strdup ("Record 00000000-0000-4000-8000-000000000001 · Catalogue 2026.1 · en");
  sheet->page_of = g_strdup ("Page %1 of %2");
  sheet->mark = g_strdup ("Not for signature");
  return sheet;
}

NpSheet *
sample_sheet (const char *language, gboolean rtl)
{
  static const char *const facts[] = { "Name", "Sample Patient", "Date of birth", "19 July 2001", "Record number", NULL, "Identified by", "Known to staff" };
  NpSheet *sheet = empty_sheet (language, rtl);

  np_sheet_add (sheet, NP_BLOCK_TITLE, "Consent to microneedling");
  np_sheet_add (sheet, NP_BLOCK_BANNER, "Banner headline\nBanner reason in words.")->strong = TRUE;
  np_sheet_add (sheet, NP_BLOCK_HEADING, "Who");
  add_cells (np_sheet_add (sheet, NP_BLOCK_FACTS, NULL), facts, G_N_ELEMENTS (facts));
  np_sheet_add (sheet, NP_BLOCK_SUBHEADING, "Subheading here");
  add_paragraph (sheet, "body", 9);
  np_sheet_add (sheet, NP_BLOCK_BULLET, "First bullet");
  np_sheet_add (sheet, NP_BLOCK_BULLET, "Second bullet");
  np_sheet_add (sheet, NP_BLOCK_TICK, "Ticked choice")->flag = TRUE;
  np_sheet_add (sheet, NP_BLOCK_TICK, "Open choice");
  np_sheet_add (sheet, NP_BLOCK_HEADING, "Risks");
  add_table (sheet, 24);
  np_sheet_add (sheet, NP_BLOCK_HEADING, "Signatures");
  add_signature (sheet, "Statement drawn.\nI agree to this.", TRUE);
  add_signature (sheet, "Statement unsigned.", FALSE);
  np_sheet_add (sheet, NP_BLOCK_WRITE_LINES, NULL)->columns = 3;
  return sheet;
}

NpSheet *
sample_shifting_sheet (guint shift)
{
  NpSheet *sheet = empty_sheet ("en", FALSE);

  for (guint i = 0; i < shift; i++)
    np_sheet_add (sheet, NP_BLOCK_BULLET, "One line");
  for (guint i = 0; i < 8; i++)
    {
      np_sheet_add (sheet, NP_BLOCK_HEADING, "Heading");
      add_paragraph (sheet, "text", 4 + i);
      np_sheet_add (sheet, NP_BLOCK_SUBHEADING, "Under heading");
      add_table (sheet, 2 + i);
      add_signature (sheet, "I have read this sheet and agree to it, in a statement of two lines at least, so that it could be split if "
                            "nothing kept it whole.", i % 2 == 0);
    }
  return sheet;
}
