/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-resumed.h"
#include "np-message.h"

#include <glib/gi18n.h>

#define MOST_LINES 6 /* more would push the button off a small screen; the pages tell all of it */

static char *
list_of (GStrv sentences)
{
  guint n = g_strv_length (sentences), shown = n > MOST_LINES ? MOST_LINES - 1 : n;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (list, "\n• %s", sentences[i]);
  if (shown < n)
    {
      g_string_append (list, "\n• ");
      /* Translators: the last line of a list of what has to be done again; %u is how many lines are not shown */
      g_string_append_printf (list, ngettext ("%u more", "%u more", n - shown), n - shown);
    }
  return g_string_free (list, FALSE);
}

/**
 * np_resumed_say:
 * @parent: the window
 * @voided: what a draft lost that was just opened, a sentence each
 *
 * A new day, other texts or a stricter program take things out of a draft (design 4). That is said before anyone goes on, as it is
 * before a change: otherwise the open steps would be a riddle.
 */
void
np_resumed_say (GtkWindow *parent, GStrv voided)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && voided);

  if (!*voided)
    return;
  g_autofree char *list = list_of (voided);
  /* Translators: above a list of sentences, as “• The planned day has passed. Choose a new one.” */
  g_autofree char *body = g_strdup_printf (_ ("Everything else is kept as it was.\n%s"), list);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Some Things Have to Be Done Again"), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("button", "Go On"));
  np_message_present (dialog);
}
