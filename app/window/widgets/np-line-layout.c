/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-line-layout.h"

struct _NpLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (NpLineLayout, np_line_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
np_line_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
first_shown (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return first_shown (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Which child takes what is left; nullable. */
static GtkWidget *
find_filling (GtkWidget *widget)
{
  for (GtkWidget *child = first_shown (gtk_widget_get_first_child (widget)); child; child = next_shown (child))
    if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
      return child;
  return NULL;
}

/* What the children but `filling` take, with the spaces between all. */
static int
width_of_others (NpLineLayout *self, GtkWidget *widget, GtkWidget *filling)
{
  int width = -self->spacing;

  for (GtkWidget *child = first_shown (gtk_widget_get_first_child (widget)); child; child = next_shown (child))
    width += self->spacing + (child == filling ? 0 : natural_width (child));
  return MAX (width, 0);
}

static void
measure_width (NpLineLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *filling = find_filling (widget);
  int others = width_of_others (self, widget, filling);
  int least = 0, wanted = 0;

  if (filling)
    gtk_widget_measure (filling, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  *minimum = others + least;
  *natural = others + wanted;
}

static void
measure_height (NpLineLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  GtkWidget *filling = find_filling (widget);
  int left = width < 0 ? -1 : MAX (width - width_of_others (self, widget, filling), 0);

  *minimum = *natural = 0;
  for (GtkWidget *child = first_shown (gtk_widget_get_first_child (widget)); child; child = next_shown (child))
    {
      int least, wanted;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child == filling ? left : natural_width (child), &least, &wanted, NULL,
                          NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
np_line_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (NP_LINE_LAYOUT (layout), widget, minimum, natural);
  else
    measure_height (NP_LINE_LAYOUT (layout), widget, for_size, minimum, natural);
}

static void
np_line_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  NpLineLayout *self = NP_LINE_LAYOUT (layout);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *filling = find_filling (widget);
  int left = MAX (width - width_of_others (self, widget, filling), 0);
  int x = 0;

  for (GtkWidget *child = first_shown (gtk_widget_get_first_child (widget)); child; child = next_shown (child))
    {
      int own = child == filling ? left : natural_width (child);
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - own : x, 0, own, height }, -1);
      x += own + self->spacing;
    }
}

static void
np_line_layout_class_init (NpLineLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->get_request_mode = np_line_layout_get_request_mode;
  layout_class->measure = np_line_layout_measure;
  layout_class->allocate = np_line_layout_allocate;
}

static void
np_line_layout_init (NpLineLayout *self)
{
}

/**
 * np_line_layout_new:
 * @spacing: between children, in px
 *
 * Returns: (transfer full): a layout for gtk_widget_set_layout_manager ()
 */
GtkLayoutManager *
np_line_layout_new (int spacing)
{
  NpLineLayout *self = g_object_new (NP_TYPE_LINE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
