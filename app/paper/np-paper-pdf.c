/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-paper-private.h"
#include "np-save.h"
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/**
 * NpPaperError:
 * @NP_PAPER_ERROR_PDF: the PDF could not be made
 */
G_DEFINE_QUARK (np-paper-error-quark, np_paper_error)

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Without a date of its own the sheet gets none: cairo leaves out what is no date, and would else write the hour of printing, which
 * would make two files of one record differ. */
static void
set_metadata (const NpPaper *self, cairo_surface_t *surface)
{
  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Needlepoint");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, self->made_at != NULL ? self->made_at : "none");
}

/* The sheet's headings as the reader's table of contents */
static void
add_outline (const NpPaper *self, cairo_surface_t *surface, guint index)
{
  const NpPaperPage *page = g_ptr_array_index (self->pages, index);

  for (guint i = 0; i < page->placed->len; i++)
    {
      const NpPlaced *placed = &g_array_index (page->placed, NpPlaced, i);
      const NpStrip *strip = g_ptr_array_index (self->strips, placed->strip);
      const NpPiece *piece = strip->pieces->len > 0 ? &g_array_index (strip->pieces, NpPiece, 0) : NULL;
      g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", index + 1, (int) self->size.margin, (int) placed->y);

      if (piece != NULL && piece->first == 0 && piece->text->style == NP_STYLE_HEADING)
        cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, pango_layout_get_text (piece->text->layout), place, 0);
    }
}

static void
draw_pages (const NpPaper *self, cairo_surface_t *surface, cairo_t *cr)
{
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      np_paper_draw (self, i, cr);
      add_outline (self, surface, i);
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}

/**
 * np_paper_to_pdf:
 * @self: pages
 * @error: return location
 *
 * The same sheet gives the same bytes. Its title, which holds no name, is the document's; headings, paragraphs, lists and tables are
 * tagged for screen readers.
 *
 * Returns: (transfer full): the PDF, or %NULL with #NpPaperError
 */
GBytes *
np_paper_to_pdf (const NpPaper *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->size.width, self->size.height);
  set_metadata (self, surface);
  cr = cairo_create (surface);
  draw_pages (self, surface, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: %s is what the drawing library says is wrong */
      g_set_error (error, NP_PAPER_ERROR, NP_PAPER_ERROR_PDF, _ ("The PDF could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * np_paper_write_pdf:
 * @self: pages
 * @path: file name; an existing file is replaced whole
 * @error: return location
 *
 * Returns: %FALSE with #NpPaperError or #NpSaveError; the old file is then as it was
 */
gboolean
np_paper_write_pdf (const NpPaper *self, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = np_paper_to_pdf (self, error);

  if (pdf == NULL)
    return FALSE;
  return np_save_replace (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), 0600, error);
}
