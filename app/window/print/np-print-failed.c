/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-print-private.h"
#include "np-message.h"

#include <glib/gi18n.h>

void
np_print_say_failed (GtkWindow *parent, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("button", "Close"));
  np_message_present (dialog);
}
