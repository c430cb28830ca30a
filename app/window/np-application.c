/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-application.h"
#include "np-config.h"
#include "np-private-process.h"
#include "np-window.h"

#include <glib/gi18n.h>
#include <locale.h>

struct _NpApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  NpDesk *desk;

  gulong first_frame_id;
};

G_DEFINE_FINAL_TYPE (NpApplication, np_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", "Needlepoint",
                         "application-icon", "org.needlepoint.Needlepoint", "version", NP_VERSION, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Informed consent to microneedling, from the first question to the signed sheet."), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  /* The window keeps the draft before it goes; the program ends with its last window. */
  if (window)
    gtk_window_close (window);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
after_first_frame_cb (GdkFrameClock *clock, NpApplication *self)
{
  g_clear_signal_handler (&self->first_frame_id, clock);
  np_desk_load (self->desk);
}

/* Nothing is read from disk before the window stands. */
static void
load_after_first_frame (NpApplication *self, GtkWidget *window)
{
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));

  self->first_frame_id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_first_frame_cb), self);
}

static void
np_application_activate (GApplication *application)
{
  NpApplication *self = NP_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window)
    {
      gtk_window_present (window);
      return;
    }
  window = GTK_WINDOW (np_window_new (GTK_APPLICATION (self), self->desk));
  gtk_window_present (window);
  load_after_first_frame (self, GTK_WIDGET (window));
}

static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new-consultation", { "<Control>n" } },
  /* There is no other help that F1 could open. */
  { "win.shortcuts", { "<Control>question", "F1" } },
};

static void
np_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (np_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].keys);
}

static void
np_application_finalize (GObject *object)
{
  g_clear_object (&NP_APPLICATION (object)->desk);
  G_OBJECT_CLASS (np_application_parent_class)->finalize (object);
}

static void
np_application_class_init (NpApplicationClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_application_finalize;
  G_APPLICATION_CLASS (class)->startup = np_application_startup;
  G_APPLICATION_CLASS (class)->activate = np_application_activate;
}

static void
np_application_init (NpApplication *self)
{
  self->desk = np_desk_new (np_clock_system ());
}

/**
 * np_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
NpApplication *
np_application_new (void)
{
  return g_object_new (NP_TYPE_APPLICATION, "application-id", "org.needlepoint.Needlepoint", "resource-base-path",
                       "/org/needlepoint/Needlepoint", NULL);
}

/**
 * np_application_main:
 * @argc: from main ()
 * @argv: from main ()
 *
 * Runs the program until its window is closed.
 *
 * Returns: the exit status
 */
int
np_application_main (int argc, char **argv)
{
  g_autoptr (NpApplication) application = NULL;

  np_private_process ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Needlepoint");
  application = np_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
