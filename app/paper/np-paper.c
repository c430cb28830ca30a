/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-paper-private.h"

#define LESS_WHITE 0.5
#define NEARLY_EMPTY 0.5

static double
text_width (const NpPageSize *size)
{
  return size->width - 2 * size->margin;
}

static const NpStrip *
strip_at (const NpPaper *self, guint index)
{
  return g_ptr_array_index (self->strips, index);
}

/* "Page %1 of %2" with numbers; other text and other marks stand as they are */
static char *
number_pages (const char *format, guint page, guint pages)
{
  g_autofree char *this = g_strdup_printf ("%u", page);
  g_autofree char *all = g_strdup_printf ("%u", pages);
  GString *text = g_string_new (format != NULL ? format : "%1 / %2");

  g_string_replace (text, "%1", this, 1);
  g_string_replace (text, "%2", all, 1);
  return g_string_free (text, FALSE);
}

static const NpSetText *
set_optional (NpPaper *self, NpStyle style, const char *text, double width)
{
  return text != NULL && *text != '\0' ? np_typesetter_set (self->typesetter, style, text, width, FALSE) : NULL;
}

static void
set_heads_and_feet (NpPaper *self, const NpSheet *sheet)
{
  double width = text_width (&self->size);

  self->mark = set_optional (self, NP_STYLE_MARK, sheet->mark, width * 0.4);
  self->running = set_optional (self, NP_STYLE_SMALL, sheet->title, width * 0.55);
  self->footer = set_optional (self, NP_STYLE_SMALL, sheet->footer, width - 90);
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *number = number_pages (sheet->page_of, i + 1, self->pages->len);

      ((NpPaperPage *) g_ptr_array_index (self->pages, i))->number
          = np_typesetter_set (self->typesetter, NP_STYLE_SMALL, number, 85, FALSE);
    }
}

static void
fill_pages (NpPaper *self, const NpSheet *sheet, double white)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->strips, g_ptr_array_unref);
  g_clear_pointer (&self->typesetter, np_typesetter_free);
  self->typesetter = np_typesetter_new (sheet->language != NULL ? sheet->language : "en", sheet->rtl);
  self->strips = np_strips_new (self->typesetter, sheet, text_width (&self->size), np_paper_text_height (&self->size), white);
  self->pages = np_pages_new (self->strips, &self->size);
}

/* how far down the last page goes, as a part of it */
static double
last_page_used (const NpPaper *self)
{
  const NpPaperPage *page = g_ptr_array_index (self->pages, self->pages->len - 1);
  double bottom = self->size.margin;

  for (guint i = 0; i < page->placed->len; i++)
    {
      const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);

      bottom = MAX (bottom, placed->y + strip_at (self, placed->strip)->height);
    }
  return (bottom - self->size.margin) / np_paper_text_height (&self->size);
}

/* A last page with a few lines on it is drawn in when a little less white everywhere makes room for them. */
static void
draw_in (NpPaper *self, const NpSheet *sheet)
{
  guint pages = self->pages->len;

  if (pages < 2 || last_page_used (self) > NEARLY_EMPTY)
    return;
  fill_pages (self, sheet, LESS_WHITE);
  if (self->pages->len == pages)
    fill_pages (self, sheet, 1);
}

/**
 * np_paper_new:
 * @sheet: the blocks; not needed afterwards
 * @size: the pages' size
 *
 * Breaks a sheet into pages: a heading stays with what follows, a signature stays whole, a table is parted between rows and its head
 * repeated, a paragraph leaves at least two lines on either page.
 *
 * Returns: (transfer full): at least one page
 */
NpPaper *
np_paper_new (const NpSheet *sheet, const NpPageSize *size)
{
  NpPaper *self;

  g_return_val_if_fail (sheet != NULL && size != NULL, NULL);
  self = g_new0 (NpPaper, 1);
  self->size = *size;
  self->title = g_strdup (sheet->title);
  self->made_at = g_strdup (sheet->made_at);
  self->rtl = sheet->rtl;
  fill_pages (self, sheet, 1);
  draw_in (self, sheet);
  set_heads_and_feet (self, sheet);
  return self;
}

/**
 * np_paper_free:
 * @self: (transfer full) (nullable): pages
 *
 * Frees pages.
 */
void
np_paper_free (NpPaper *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->made_at);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->strips);
  np_typesetter_free (self->typesetter);
  g_free (self);
}

/**
 * np_paper_pages:
 * @self: pages
 *
 * Returns: how many there are, at least 1
 */
guint
np_paper_pages (const NpPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pages->len;
}

/**
 * np_paper_get_size:
 * @self: pages
 *
 * Returns: (transfer none): the size of every page
 */
const NpPageSize *
np_paper_get_size (const NpPaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->size;
}

/**
 * np_paper_missing_glyphs:
 * @self: pages
 *
 * Returns: how many characters no installed font has, which print as boxes
 */
guint
np_paper_missing_glyphs (const NpPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return np_typesetter_missing_glyphs (self->typesetter);
}

/**
 * np_paper_find_block:
 * @self: pages
 * @block: position of a block in the sheet
 * @first: (out): the page on which it begins, from 0
 * @last: (out): the page on which it ends
 *
 * Returns: whether anything of the block is on paper
 */
gboolean
np_paper_find_block (const NpPaper *self, guint block, guint *first, guint *last)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && first != NULL && last != NULL, FALSE);
  for (guint p = 0; p < self->pages->len; p++)
    {
      const NpPaperPage *page = g_ptr_array_index (self->pages, p);

      for (guint i = 0; i < page->placed->len; i++)
        if (strip_at (self, g_array_index (page->placed, NpPlaced, i).strip)->block == block)
          {
            *first = found ? *first : p;
            *last = p;
            found = TRUE;
          }
    }
  return found;
}
