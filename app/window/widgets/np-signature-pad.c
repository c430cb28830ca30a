/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-signature-pad.h"
#include "np-ink.h"

#include <glib/gi18n.h>
#include <math.h>

#define PAD_HEIGHT 150
#define TENTHS 10 /* the document holds tenths of a pixel */
#define LINE_FROM_BOTTOM 36
#define LINE_INSET 18

struct _NpSignaturePad
{
  GtkWidget parent_instance;

  /* Owned */
  JsonArray *strokes; /* as the document holds them: x, y and ms in turn */
  JsonArray *cleared; /* what the last clear took away; nullable */

  JsonArray *stroke;  /* the one being drawn; borrowed from strokes */
  int width, height;  /* of the pad when the first stroke began, in tenths of a pixel; 0 = empty */
  guint32 started_at; /* event time of the first point */
  double begin_x, begin_y;
  gboolean read_only;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpSignaturePad, np_signature_pad, GTK_TYPE_WIDGET)

/* A screen reader hears how much there is; the strokes themselves say nothing to it. */
static void
describe (NpSignaturePad *self)
{
  guint n = json_array_get_length (self->strokes);
  g_autofree char *words = NULL;

  if (n == 0)
    words = g_strdup (_ ("Empty. Draw with a mouse, a pen or a finger; with a keyboard, choose to type the name instead."));
  else
    /* Translators: %u is how many strokes of the pen a signature has so far */
    words = g_strdup_printf (ngettext ("%u stroke is drawn.", "%u strokes are drawn.", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
changed (NpSignaturePad *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- drawing it ---- */

static double
scale_of (NpSignaturePad *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) * TENTHS;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) * TENTHS;

  return self->width > 0 ? MIN (width / self->width, height / self->height) : 1;
}

/* The window may be another size now than when the first stroke was drawn: the box is scaled, centred, and stands on its bottom. */
static void
add_point (NpSignaturePad *self, double x, double y, guint32 at)
{
  double scale = scale_of (self);
  double left = (gtk_widget_get_width (GTK_WIDGET (self)) * TENTHS - self->width * scale) / 2;
  double top = gtk_widget_get_height (GTK_WIDGET (self)) * TENTHS - self->height * scale;

  json_array_add_int_element (self->stroke, lround ((x * TENTHS - left) / scale));
  json_array_add_int_element (self->stroke, lround ((y * TENTHS - top) / scale));
  json_array_add_int_element (self->stroke, at > self->started_at ? at - self->started_at : 0);
}

/* GTK hands over one motion a frame; the rest of the pen's way is in the event's history. */
static void
add_history (NpSignaturePad *self, GdkEvent *event)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self)));
  double surface_x, surface_y;
  guint n = 0;
  g_autofree GdkTimeCoord *history = gdk_event_get_history (event, &n);

  gtk_native_get_surface_transform (GTK_NATIVE (native), &surface_x, &surface_y);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      if (!(history[i].flags & GDK_AXIS_FLAG_X) || !(history[i].flags & GDK_AXIS_FLAG_Y))
        continue;
      if (gtk_widget_translate_coordinates (native, GTK_WIDGET (self), history[i].axes[GDK_AXIS_X] - surface_x,
                                            history[i].axes[GDK_AXIS_Y] - surface_y, &x, &y))
        add_point (self, x, y, history[i].time);
    }
}

static void
start_signature (NpSignaturePad *self, guint32 at)
{
  self->width = gtk_widget_get_width (GTK_WIDGET (self)) * TENTHS;
  self->height = gtk_widget_get_height (GTK_WIDGET (self)) * TENTHS;
  self->started_at = at;
}

static void
drag_begin_cb (NpSignaturePad *self, double x, double y, GtkGesture *gesture)
{
  guint32 at = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  if (self->read_only)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_clear_pointer (&self->cleared, json_array_unref);
  if (json_array_get_length (self->strokes) == 0)
    start_signature (self, at);
  self->stroke = json_array_new ();
  json_array_add_array_element (self->strokes, self->stroke);
  self->begin_x = x;
  self->begin_y = y;
  add_point (self, x, y, at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (NpSignaturePad *self, double x, double y, GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (!self->stroke)
    return;
  if (event)
    add_history (self, event);
  add_point (self, self->begin_x + x, self->begin_y + y,
             gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (NpSignaturePad *self)
{
  if (!self->stroke)
    return;
  self->stroke = NULL;
  changed (self);
}

/* ---- showing it ---- */

static void
paint_line (cairo_t *cr, double width, double height)
{
  double y = floor (height - LINE_FROM_BOTTOM) + 0.5;

  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, LINE_INSET, y);
  cairo_line_to (cr, width - LINE_INSET, y);
  cairo_stroke (cr);
}

static void
np_signature_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpSignaturePad *self = NP_SIGNATURE_PAD (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha * 0.4);
  paint_line (cr, width, height);
  gdk_cairo_set_source_rgba (cr, &ink);
  if (self->width > 0)
    np_ink_paint (cr, self->strokes, self->width, self->height, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
np_signature_pad_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? PAD_HEIGHT : PAD_HEIGHT * 2;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? PAD_HEIGHT : PAD_HEIGHT * 4;
}

static void
np_signature_pad_finalize (GObject *object)
{
  NpSignaturePad *self = NP_SIGNATURE_PAD (object);

  json_array_unref (self->strokes);
  g_clear_pointer (&self->cleared, json_array_unref);
  G_OBJECT_CLASS (np_signature_pad_parent_class)->finalize (object);
}

static void
np_signature_pad_class_init (NpSignaturePadClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = np_signature_pad_finalize;
  widget_class->snapshot = np_signature_pad_snapshot;
  widget_class->measure = np_signature_pad_measure;
  signals[CHANGED] = g_signal_new ("changed", NP_TYPE_SIGNATURE_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "signature-pad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
np_signature_pad_init (NpSignaturePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->strokes = json_array_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  describe (self);
}

/**
 * np_signature_pad_new:
 * @label: whose signature it takes, for a screen reader
 *
 * Returns: (transfer floating): an empty pad
 */
GtkWidget *
np_signature_pad_new (const char *label)
{
  GtkWidget *self = g_object_new (NP_TYPE_SIGNATURE_PAD, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * np_signature_pad_is_empty:
 * @self: a pad
 *
 * Returns: whether nothing is drawn on it
 */
gboolean
np_signature_pad_is_empty (NpSignaturePad *self)
{
  g_return_val_if_fail (NP_IS_SIGNATURE_PAD (self), TRUE);
  return json_array_get_length (self->strokes) == 0;
}

/**
 * np_signature_pad_clear:
 * @self: a pad
 *
 * Takes every stroke away; np_signature_pad_undo () brings them back until the next stroke.
 */
void
np_signature_pad_clear (NpSignaturePad *self)
{
  g_return_if_fail (NP_IS_SIGNATURE_PAD (self));

  if (np_signature_pad_is_empty (self))
    return;
  g_clear_pointer (&self->cleared, json_array_unref);
  self->cleared = g_steal_pointer (&self->strokes);
  self->strokes = json_array_new ();
  self->stroke = NULL;
  changed (self);
}

/**
 * np_signature_pad_can_undo:
 * @self: a pad
 *
 * Returns: whether there is a stroke or a clear to take back
 */
gboolean
np_signature_pad_can_undo (NpSignaturePad *self)
{
  g_return_val_if_fail (NP_IS_SIGNATURE_PAD (self), FALSE);
  return self->cleared || !np_signature_pad_is_empty (self);
}

/**
 * np_signature_pad_undo:
 * @self: a pad
 *
 * Takes the last stroke back, or the last clear.
 */
void
np_signature_pad_undo (NpSignaturePad *self)
{
  g_return_if_fail (NP_IS_SIGNATURE_PAD (self));

  if (!np_signature_pad_can_undo (self))
    return;
  if (self->cleared)
    {
      json_array_unref (self->strokes);
      self->strokes = g_steal_pointer (&self->cleared);
    }
  else
    json_array_remove_element (self->strokes, json_array_get_length (self->strokes) - 1);
  self->stroke = NULL;
  changed (self);
}

static JsonArray *
copy_strokes (JsonArray *strokes)
{
  JsonArray *copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (strokes); i++)
    {
      JsonArray *stroke = json_array_get_array_element (strokes, i), *to = json_array_new ();

      for (guint j = 0; j < json_array_get_length (stroke); j++)
        json_array_add_int_element (to, json_array_get_int_element (stroke, j));
      json_array_add_array_element (copy, to);
    }
  return copy;
}

/**
 * np_signature_pad_write:
 * @self: a pad that is not empty
 * @signature: the signature to complete
 *
 * Writes `strokes`, `width` and `height`, in tenths of a pixel.
 */
void
np_signature_pad_write (NpSignaturePad *self, JsonObject *signature)
{
  g_return_if_fail (NP_IS_SIGNATURE_PAD (self) && signature);

  json_object_set_array_member (signature, "strokes", copy_strokes (self->strokes));
  json_object_set_int_member (signature, "width", self->width);
  json_object_set_int_member (signature, "height", self->height);
}

/**
 * np_signature_pad_show:
 * @self: a pad
 * @signature: (nullable): a drawn signature of the document
 *
 * Shows @signature and takes no more strokes; with %NULL it is an empty pad to sign on again.
 */
void
np_signature_pad_show (NpSignaturePad *self, JsonObject *signature)
{
  g_return_if_fail (NP_IS_SIGNATURE_PAD (self));

  json_array_unref (self->strokes);
  self->strokes = signature ? copy_strokes (json_object_get_array_member (signature, "strokes")) : json_array_new ();
  self->width = signature ? (int) json_object_get_int_member (signature, "width") : 0;
  self->height = signature ? (int) json_object_get_int_member (signature, "height") : 0;
  self->read_only = signature != NULL;
  self->stroke = NULL;
  g_clear_pointer (&self->cleared, json_array_unref);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->read_only ? NULL : "crosshair");
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
