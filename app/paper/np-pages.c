/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-paper-private.h"

/* Strips are placed on pages, from the top and as many as fit: across the page, or in two columns that end level. */

typedef struct
{
  const GPtrArray *strips;
  const NpPageSize *size;
  NpPaperPage *page;        /* the one being filled */
  double y;                 /* how far down it is filled */
} NpFiller;

static const NpStrip *
strip_at (const NpFiller *self, guint index)
{
  return g_ptr_array_index (self->strips, index);
}

static void
page_free (gpointer data)
{
  NpPaperPage *page = data;

  g_array_unref (page->placed);
  g_free (page);
}

static NpPaperPage *
page_new (void)
{
  NpPaperPage *page = g_new0 (NpPaperPage, 1);

  page->placed = g_array_new (FALSE, FALSE, sizeof (NpPlaced));
  return page;
}

/* the white above a strip is left out at the top of a page */
static double
gap_above (const NpFiller *self, guint index)
{
  return self->page->placed->len > 0 ? strip_at (self, index)->gap : 0;
}

static void
place (NpFiller *self, guint index, double x, double y)
{
  NpPlaced placed = { index, x, self->size->margin + NP_HEAD_ROOM + y };

  g_array_append_val (self->page->placed, placed);
}

static void
place_whatever_its_height (NpFiller *self, guint index)
{
  double y = self->y + gap_above (self, index);

  place (self, index, 0, y);
  self->y = y + strip_at (self, index)->height;
}

/* the strip after the one placed; the same one where there is no room for it */
static guint
place_across (NpFiller *self, guint index)
{
  if (self->y + gap_above (self, index) + strip_at (self, index)->height > np_paper_text_height (self->size) + 0.01)
    return index;
  place_whatever_its_height (self, index);
  return index + 1;
}

static double
column_height (const NpFiller *self, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += (i > from ? strip_at (self, i)->gap : 0) + strip_at (self, i)->height;
  return height;
}

/* How far a column that begins with `from` gets in `room`. It ends where strips may part. */
static guint
column_end (const NpFiller *self, guint from, guint to, double room)
{
  guint end = from;

  for (guint i = from; i < to && column_height (self, from, i + 1) <= room + 0.01; i++)
    if (i + 1 == to || !strip_at (self, i)->glue)
      end = i + 1;
  return end;
}

/* Where the second column begins so that both are as short as can be, in one walk: a record from outside may have very many strips */
static guint
level_split (const NpFiller *self, guint from, guint to, double *height)
{
  double all = column_height (self, from, to), upper = strip_at (self, from)->height;
  guint split = to;

  *height = all;
  for (guint at = from + 1; at < to; at++)
    {
      const NpStrip *strip = strip_at (self, at);
      double higher = MAX (upper, all - upper - strip->gap);

      if (!strip_at (self, at - 1)->glue && higher <= *height - 0.01)
        {
          *height = higher;
          split = at;
        }
      upper += strip->gap + strip->height;
    }
  return split;
}

static void
place_column (NpFiller *self, guint from, guint to, double x, double y)
{
  for (guint i = from; i < to; i++)
    {
      y += i > from ? strip_at (self, i)->gap : 0;
      place (self, i, x, y);
      y += strip_at (self, i)->height;
    }
}

static gboolean
in_one_run (const NpFiller *self, guint index)
{
  const NpStrip *strip = strip_at (self, index), *next = index + 1 < self->strips->len ? strip_at (self, index + 1) : NULL;

  return next != NULL && strip->second != 0 && next->second != 0 && strip->block == next->block;
}

/* Strips in two columns as far as the page goes; returns the first one that is for the next page, or what comes after them all. */
static guint
place_columns (NpFiller *self, guint from)
{
  double y = self->y + gap_above (self, from), room = np_paper_text_height (self->size) - y, height;
  guint to = from + 1, split;

  while (in_one_run (self, to - 1))
    to++;
  split = level_split (self, from, to, &height);
  if (height > room)
    {
      split = column_end (self, from, to, room);
      to = column_end (self, split, to, room);
      height = room;
    }
  if (to == from)
    return from;
  place_column (self, from, split, 0, y);
  place_column (self, split, to, strip_at (self, from)->second, y);
  self->y = y + height;
  return to;
}

/* Where the page that begins with `first` ends when nothing of `end` on fits: before the last strip that may part from its neighbour.
 * Strips that hang together and are taller than a page are parted all the same: nothing is ever cut off. */
static guint
end_of_page (NpFiller *self, guint first, guint end)
{
  GArray *placed = self->page->placed;
  guint parted = end;

  while (parted > first && strip_at (self, parted - 1)->glue)
    parted--;
  if (end == first)
    place_whatever_its_height (self, first);
  if (parted == first)
    return MAX (end, first + 1);
  while (g_array_index (placed, NpPlaced, placed->len - 1).strip >= parted)
    g_array_set_size (placed, placed->len - 1);
  return parted;
}

/* Fills a page with the strips from `first` on; returns the first one of the next page. */
static guint
fill_page (NpFiller *self, guint first)
{
  guint head = strip_at (self, first)->head, end = first, next = first;

  self->y = 0;
  if (head > 0)
    place_whatever_its_height (self, head - 1);
  do
    {
      end = next;
      next = strip_at (self, end)->second != 0 ? place_columns (self, end) : place_across (self, end);
      if (next > end && in_one_run (self, next - 1))
        return next;
    }
  while (next > end && next < self->strips->len);
  return next == self->strips->len ? next : end_of_page (self, first, end);
}

/**
 * np_pages_new:
 * @strips: (element-type NpStrip): the strips of a sheet
 * @size: the pages' size
 *
 * Returns: (transfer full) (element-type NpPaperPage): at least one page
 */
GPtrArray *
np_pages_new (const GPtrArray *strips, const NpPageSize *size)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);
  NpFiller filler = { strips, size, NULL, 0 };

  for (guint i = 0; i < strips->len || pages->len == 0;)
    {
      filler.page = page_new ();
      g_ptr_array_add (pages, filler.page);
      if (strips->len > 0)
        i = fill_page (&filler, i);
    }
  return pages;
}
