/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-talk-language.h"
#include "np-combo.h"
#include "np-config.h"

#include <glib/gi18n.h>

/* A language whose clinical texts are installed. */
static gboolean
is_translated (const char *locale)
{
  g_autofree char *path = g_build_filename (NP_LOCALEDIR, locale, "LC_MESSAGES", "needlepoint-clinical.mo", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
add_language (NpCombo *combo, const char *locale)
{
  g_autofree char *tag = g_strdelimit (g_strdup (locale), "_", '-');

  np_combo_add (combo, tag, tag);
}

/**
 * np_talk_language_new:
 *
 * Returns: (transfer floating): a row that sets the document's language
 */
GtkWidget *
np_talk_language_new (void)
{
  GtkWidget *combo = np_combo_new (_ ("Language of the talk"), "/language");
  g_autoptr (GDir) dir = g_dir_open (NP_LOCALEDIR, 0, NULL);
  const char *locale;

  np_combo_add (NP_COMBO (combo), "en", C_ ("language", "English"));
  while (dir && (locale = g_dir_read_name (dir)))
    if (is_translated (locale))
      add_language (NP_COMBO (combo), locale);
  return combo;
}
