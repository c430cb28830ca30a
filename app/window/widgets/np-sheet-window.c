/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-window.h"
#include "np-section.h"
#include "np-sheet-preview.h"

#include <glib/gi18n.h>

#define WIDTH 760
#define HEIGHT 820
#define MARGIN 18

/* In per cent of a page that fills the window as it opens. */
static const int sizes[] = { 50, 75, 100, 125, 150, 200, 300 };
#define WHOLE_SIZE 2

#define NP_TYPE_SHEET_WINDOW (np_sheet_window_get_type ())
G_DECLARE_FINAL_TYPE (NpSheetWindow, np_sheet_window, NP, SHEET_WINDOW, AdwWindow)

struct _NpSheetWindow
{
  AdwWindow parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *preview;
  GtkWidget *smaller;
  GtkWidget *whole;
  GtkWidget *larger;

  guint size;   /* which of the sizes */
  double place; /* how far down the sheet was looked at, of 1; negative while nothing has to be found again */
};

G_DEFINE_FINAL_TYPE (NpSheetWindow, np_sheet_window, ADW_TYPE_WINDOW)

/* ---- larger and smaller ---- */

static GtkAdjustment *
down (NpSheetWindow *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* What was looked at stays in view, once it is known how long the pages are now. */
static void
pages_resized_cb (NpSheetWindow *self)
{
  double place = self->place;

  if (place < 0)
    return;
  self->place = -1;
  gtk_adjustment_set_value (down (self), place * gtk_adjustment_get_upper (down (self)));
}

/* Up to the whole size pages become narrower with the window; larger ones are wider than it, and are scrolled sideways. */
static void
show_size (NpSheetWindow *self)
{
  int percent = sizes[self->size];
  g_autofree char *label = g_strdup_printf ("%d %%", percent);
  /* Translators: names a button for a screen reader; it shows how large the sheet is, in per cent, and goes back to 100 % */
  g_autofree char *name = g_strdup_printf (_ ("Size: %d %%"), percent);

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), WIDTH * percent / 100);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), WIDTH * percent / 100);
  gtk_widget_set_size_request (self->preview, self->size > WHOLE_SIZE ? (WIDTH - 2 * MARGIN) * percent / 100 : -1, -1);
  gtk_button_set_label (GTK_BUTTON (self->whole), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->whole), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.smaller", self->size > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.larger", self->size + 1 < G_N_ELEMENTS (sizes));
}

static void
set_size (NpSheetWindow *self, guint size)
{
  if (size == self->size || size >= G_N_ELEMENTS (sizes))
    return;
  self->place = gtk_adjustment_get_value (down (self)) / MAX (gtk_adjustment_get_upper (down (self)), 1);
  self->size = size;
  show_size (self);
}

static void
smaller_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpSheetWindow *self = NP_SHEET_WINDOW (widget);

  set_size (self, self->size - (self->size > 0));
}

static void
larger_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_size (NP_SHEET_WINDOW (widget), NP_SHEET_WINDOW (widget)->size + 1);
}

static void
whole_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_size (NP_SHEET_WINDOW (widget), WHOLE_SIZE);
}

static gboolean
wheel_cb (GtkEventController *wheel, double dx, double dy, NpSheetWindow *self)
{
  if ((gtk_event_controller_get_current_event_state (wheel) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "sheet.larger" : "sheet.smaller", NULL);
  return TRUE;
}

/* ---- the keyboard ---- */

static void
add_arrow (GtkWidget *scroller, guint key, GtkScrollType how, gboolean sideways)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_signal_action_new ("scroll-child"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new ("(ib)", how, sideways));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (scroller, keys);
}

/* A scrolled window of its own accord takes Page Up and Page Down, but leaves the arrows to the focus, which has nowhere to go here. */
static void
add_arrows (GtkWidget *scroller)
{
  add_arrow (scroller, GDK_KEY_Up, GTK_SCROLL_STEP_UP, FALSE);
  add_arrow (scroller, GDK_KEY_Down, GTK_SCROLL_STEP_DOWN, FALSE);
  add_arrow (scroller, GDK_KEY_Left, GTK_SCROLL_STEP_LEFT, TRUE);
  add_arrow (scroller, GDK_KEY_Right, GTK_SCROLL_STEP_RIGHT, TRUE);
}

static void
bind_keys (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    const char *action;
  } resize[] = { { GDK_KEY_plus, "sheet.larger" },   { GDK_KEY_equal, "sheet.larger" },       { GDK_KEY_KP_Add, "sheet.larger" },
                 { GDK_KEY_minus, "sheet.smaller" }, { GDK_KEY_KP_Subtract, "sheet.smaller" }, { GDK_KEY_0, "sheet.whole" },
                 { GDK_KEY_KP_0, "sheet.whole" } };

  for (guint i = 0; i < G_N_ELEMENTS (resize); i++)
    gtk_widget_class_add_binding_action (class, resize[i].key, GDK_CONTROL_MASK, resize[i].action, NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* ---- the window ---- */

static void
np_sheet_window_class_init (NpSheetWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "sheet.smaller", NULL, smaller_action);
  gtk_widget_class_install_action (widget_class, "sheet.larger", NULL, larger_action);
  gtk_widget_class_install_action (widget_class, "sheet.whole", NULL, whole_action);
  bind_keys (widget_class);
}

static GtkWidget *
icon_button_new (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = np_icon_button_new (icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
header_new (NpSheetWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  /* Translators: button: shows the pages of the sheet smaller */
  self->smaller = icon_button_new ("zoom-out-symbolic", _ ("Smaller"), "sheet.smaller");
  /* Translators: button: shows the pages of the sheet larger */
  self->larger = icon_button_new ("zoom-in-symbolic", _ ("Larger"), "sheet.larger");
  self->whole = np_button_new ("");
  gtk_widget_add_css_class (self->whole, "flat");
  gtk_widget_add_css_class (self->whole, "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->whole), "sheet.whole");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->smaller);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->whole);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->larger);
  return header;
}

static void
add_content (NpSheetWindow *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                               | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->scroller = gtk_scrolled_window_new ();
  self->clamp = adw_clamp_new ();
  self->preview = g_object_new (NP_TYPE_SHEET_PREVIEW, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start", MARGIN,
                                "margin-end", MARGIN, NULL);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->preview);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  g_signal_connect_object (down (self), "changed", G_CALLBACK (pages_resized_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (self->scroller, wheel);
  add_arrows (self->scroller);
}

static void
np_sheet_window_init (NpSheetWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->size = WHOLE_SIZE;
  self->place = -1;
  gtk_box_append (GTK_BOX (box), header_new (self));
  add_content (self);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("The Sheet as It Prints"));
  show_size (self);
}

/* No taller than the window it belongs to, which is as tall as a small screen allows. */
static int
height_beside (GtkWindow *parent)
{
  int height = parent ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  return height > 0 ? MIN (height, HEIGHT) : HEIGHT;
}

/**
 * np_sheet_window_open:
 * @parent: (nullable): the window it belongs to
 * @sheet: what to show; not kept
 *
 * Shows the sheet as it will print. Escape closes it, Control with plus, minus and nought makes it larger, smaller and as it was.
 * Its title holds no name.
 */
void
np_sheet_window_open (GtkWindow *parent, const NpSheet *sheet)
{
  g_return_if_fail (sheet);

  NpSheetWindow *self = g_object_new (NP_TYPE_SHEET_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  np_sheet_preview_show (NP_SHEET_PREVIEW (self->preview), np_paper_new (sheet, np_page_size_find (NULL)));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, height_beside (parent));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->scroller);
}
