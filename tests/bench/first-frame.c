/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <unistd.h>

/* To be preloaded: ends any GTK program as soon as a frame of its first window is painted, so that what it used until
 * then can be counted without a hook in the program.
 *
 * FIRST_FRAME_OF=TYPE: rather as soon as a frame is painted in which a widget of this type is to be seen.
 * FIRST_FRAME_DRAFT=FILE: Needlepoint opens this draft when its catalogue is there.
 * FIRST_FRAME_PRESSES=N: not before what has the focus was pressed so many times, each time in a frame of its
 * own; where the focus is on no button, the consultation goes on to what is open. */

static gboolean
shows (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (shows (child, type))
      return TRUE;
  return FALSE;
}

/* What is pressed gives the focus on, as an answer does to the next question. */
static void
press (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  /* Activating a button would take the quarter of a second that shows the press. */
  if (GTK_IS_BUTTON (focus))
    g_signal_emit_by_name (focus, "clicked");
  else if (!focus || !gtk_widget_activate_action (focus, "consultation.next", NULL))
    g_error ("there is nothing to press");
  gtk_widget_queue_draw (window);
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  const char *name = g_getenv ("FIRST_FRAME_OF");
  GType type = name ? g_type_from_name (name) : GTK_TYPE_WINDOW;
  const char *presses = g_getenv ("FIRST_FRAME_PRESSES");
  static int pressed;

  if (type == G_TYPE_INVALID || !shows (window, type))
    return;
  /* Not exit(): what a program does at its end is not part of its start. */
  if (!presses || pressed++ == atoi (presses))
    _exit (0);
  press (window);
}

static gboolean
open_draft_cb (gpointer window)
{
  if (!gtk_widget_activate_action (window, "win.resume", "s", g_getenv ("FIRST_FRAME_DRAFT")))
    g_error ("there is no action to open a draft with");
  return G_SOURCE_REMOVE;
}

/* The program's own handlers come after this hook, so the draft waits for the next turn of the main loop. */
static gboolean
loaded_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer window)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, open_draft_cb, window, NULL);
  return FALSE;
}

static void
watch (GtkWindow *window)
{
  static gboolean watching;
  GType desk = g_type_from_name ("NpDesk");

  if (watching)
    return;
  watching = TRUE;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), window);
  if (g_getenv ("FIRST_FRAME_DRAFT") && desk != G_TYPE_INVALID)
    g_signal_add_emission_hook (g_signal_lookup ("loaded", desk), 0, loaded_hook, window, NULL);
}

/* In place of GTK's own, which it calls. */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = NULL;

  *(void **) &present = dlsym (RTLD_NEXT, "gtk_window_present");
  present (window);
  watch (window);
}
