/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-wrap-layout.h"

struct _NpWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (NpWrapLayout, np_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
np_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Natural size of a child that may be no wider than the line. */
static void
measure_child (GtkWidget *child, int line_width, int *width, int *height)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  *width = MIN (natural, line_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Walks the lines; places the children when `place` is set. Returns the height. */
static int
lay_out (NpWrapLayout *self, GtkWidget *widget, int line_width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int width, height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, line_width, &width, &height);
      if (x > 0 && x + width > line_width)
        {
          y += line_height + self->spacing;
          x = line_height = 0;
        }
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? line_width - x - width : x, y, width, height }, -1);
      x += width + self->spacing;
      line_height = MAX (line_height, height);
    }
  return y + line_height;
}

static void
measure_width (NpWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
np_wrap_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (NP_WRAP_LAYOUT (layout), widget, minimum, natural);
  else
    *minimum = *natural = lay_out (NP_WRAP_LAYOUT (layout), widget, for_size < 0 ? G_MAXINT16 : for_size, FALSE);
}

static void
np_wrap_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (NP_WRAP_LAYOUT (layout), widget, width, TRUE);
}

static void
np_wrap_layout_class_init (NpWrapLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->get_request_mode = np_wrap_layout_get_request_mode;
  layout_class->measure = np_wrap_layout_measure;
  layout_class->allocate = np_wrap_layout_allocate;
}

static void
np_wrap_layout_init (NpWrapLayout *self)
{
  self->spacing = 6;
}

/**
 * np_wrap_layout_new:
 * @spacing: between children and between lines, in px
 *
 * Returns: (transfer full): a layout for gtk_widget_set_layout_manager ()
 */
GtkLayoutManager *
np_wrap_layout_new (int spacing)
{
  NpWrapLayout *self = g_object_new (NP_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
