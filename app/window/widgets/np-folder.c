/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-folder.h"
#include "np-message.h"

#include <glib/gi18n.h>

#define COPY "copy"

static void
response_cb (GtkWidget *dialog, const char *response)
{
  if (g_str_equal (response, COPY))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (dialog), g_object_get_data (G_OBJECT (dialog), "np-path"));
}

/* What the system says of it is in no language of the clinic's and helps nobody: where the folder is does. */
static void
say_where (GtkWindow *parent, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  /* Translators: %s is the path of a folder */
  g_autofree char *body = g_strdup_printf (_ ("No program for folders answered on this computer. The record is safe in this folder:\n%s"),
                                           name);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("The Folder Cannot Be Shown"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), COPY, C_ ("button", "Copy the Path"), "close",
                                    C_ ("button", "Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "np-path", g_steal_pointer (&name), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  np_message_present (dialog);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    say_where (GTK_WINDOW (source), path);
}

/**
 * np_folder_open:
 * @parent: the window that asks
 * @path: (type filename): a folder
 *
 * Shows the folder in the desktop's file manager. Where nothing does that, a message says where the folder is.
 */
void
np_folder_open (GtkWindow *parent, const char *path)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && path);

  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  if (uri)
    gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_strdup (path));
  else
    say_where (parent, path);
}
