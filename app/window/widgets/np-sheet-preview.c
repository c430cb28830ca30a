/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-preview.h"

#include <glib/gi18n.h>

#define PAGE_WIDTH 640
#define PAGE_LEAST_WIDTH 200

/* ---- one page ---- */

#define NP_TYPE_SHEET_PAGE (np_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (NpSheetPage, np_sheet_page, NP, SHEET_PAGE, GtkWidget)

struct _NpSheetPage
{
  GtkWidget parent_instance;

  const NpPaper *paper; /* borrowed from the preview that holds the page */
  guint page;
  gboolean seen; /* came into view: painted from then on */
};

G_DEFINE_FINAL_TYPE (NpSheetPage, np_sheet_page, GTK_TYPE_WIDGET)

static void
paint_page (NpSheetPage *self, cairo_t *cr, double width)
{
  double scale = width / np_paper_get_size (self->paper)->width;

  cairo_scale (cr, scale, scale);
  np_paper_draw (self->paper, self->page, cr);
}

/* Paper is white in a dark window too: it shows what comes out of the printer. */
static void
np_sheet_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpSheetPage *self = NP_SHEET_PAGE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (!self->seen || !self->paper)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, 0, 0, 0);
  paint_page (self, cr, width);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
np_sheet_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
np_sheet_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  const NpPageSize *size = np_paper_get_size (NP_SHEET_PAGE (widget)->paper);

  *minimum = PAGE_LEAST_WIDTH;
  *natural = PAGE_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ((for_size > 0 ? for_size : PAGE_WIDTH) * size->height / size->width);
}

static void
np_sheet_page_class_init (NpSheetPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = np_sheet_page_snapshot;
  widget_class->measure = np_sheet_page_measure;
  widget_class->get_request_mode = np_sheet_page_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "sheet-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
np_sheet_page_init (NpSheetPage *self)
{
}

static GtkWidget *
sheet_page_new (const NpPaper *paper, guint page)
{
  NpSheetPage *self = g_object_new (NP_TYPE_SHEET_PAGE, NULL);
  /* Translators: a page of the consent sheet as a picture, as "Page 1 of 3 of the sheet" */
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u of the sheet"), page + 1, np_paper_pages (paper));

  self->paper = paper;
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* ---- all of them ---- */

struct _NpSheetPreview
{
  AdwBin parent_instance;

  /* Children */
  GtkWidget *box;

  /* Owned */
  NpPaper *paper; /* nullable */

  /* Borrowed while on screen */
  GtkAdjustment *scrolling;
  gulong scrolled_id, resized_id;
};

G_DEFINE_FINAL_TYPE (NpSheetPreview, np_sheet_preview, ADW_TYPE_BIN)

static gboolean
is_in_view (GtkWidget *page, GtkWidget *scroller)
{
  graphene_rect_t bounds;

  if (!scroller)
    return TRUE;
  return gtk_widget_compute_bounds (page, scroller, &bounds) && bounds.origin.y < gtk_widget_get_height (scroller)
         && bounds.origin.y + bounds.size.height > 0;
}

static void
look (NpSheetPreview *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child; child = gtk_widget_get_next_sibling (child))
    if (!NP_SHEET_PAGE (child)->seen && is_in_view (child, scroller))
      {
        NP_SHEET_PAGE (child)->seen = TRUE;
        gtk_widget_queue_draw (child);
      }
}

static void
np_sheet_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (np_sheet_preview_parent_class)->size_allocate (widget, width, height, baseline);
  look (NP_SHEET_PREVIEW (widget));
}

static void
np_sheet_preview_map (GtkWidget *widget)
{
  NpSheetPreview *self = NP_SHEET_PREVIEW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (np_sheet_preview_parent_class)->map (widget);
  if (!scroller)
    return;
  self->scrolling = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->scrolled_id = g_signal_connect_swapped (self->scrolling, "value-changed", G_CALLBACK (look), self);
  self->resized_id = g_signal_connect_swapped (self->scrolling, "changed", G_CALLBACK (look), self);
}

static void
np_sheet_preview_unmap (GtkWidget *widget)
{
  NpSheetPreview *self = NP_SHEET_PREVIEW (widget);

  if (self->scrolling)
    {
      g_clear_signal_handler (&self->scrolled_id, self->scrolling);
      g_clear_signal_handler (&self->resized_id, self->scrolling);
      self->scrolling = NULL;
    }
  GTK_WIDGET_CLASS (np_sheet_preview_parent_class)->unmap (widget);
}

static void
drop_pages (NpSheetPreview *self)
{
  GtkWidget *child;

  while (self->box && (child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_pointer (&self->paper, np_paper_free);
}

static void
np_sheet_preview_dispose (GObject *object)
{
  NpSheetPreview *self = NP_SHEET_PREVIEW (object);

  drop_pages (self);
  self->box = NULL;
  G_OBJECT_CLASS (np_sheet_preview_parent_class)->dispose (object);
}

static void
np_sheet_preview_class_init (NpSheetPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = np_sheet_preview_dispose;
  widget_class->map = np_sheet_preview_map;
  widget_class->unmap = np_sheet_preview_unmap;
  widget_class->size_allocate = np_sheet_preview_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_sheet_preview_init (NpSheetPreview *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview of the sheet"), -1);
}

/**
 * np_sheet_preview_show:
 * @self: a preview
 * @paper: (transfer full): the pages
 *
 * Shows them one below the other, in the place of those before.
 */
void
np_sheet_preview_show (NpSheetPreview *self, NpPaper *paper)
{
  g_return_if_fail (NP_IS_SHEET_PREVIEW (self) && paper);

  drop_pages (self);
  self->paper = paper;
  for (guint i = 0; i < np_paper_pages (paper); i++)
    gtk_box_append (GTK_BOX (self->box), sheet_page_new (paper, i));
}
