/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-interface-language.h"

#include <string.h>

/* "pt_BR.UTF-8" as the locale names it, "pt-BR" as tags do. */
static char *
tag_of_locale (const char *locale)
{
  char *tag;

  if (!*locale || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return g_strdup ("en");
  tag = g_strndup (locale, strcspn (locale, ".@"));
  return g_strdelimit (tag, "_", '-');
}

/**
 * np_interface_language:
 *
 * Returns: (transfer none): the language of the running locale
 */
const NpLanguage *
np_interface_language (void)
{
  static NpLanguage *language;

  if (g_once_init_enter (&language))
    {
      g_autofree char *tag = tag_of_locale (g_get_language_names ()[0]);
      g_once_init_leave (&language, np_language_new (tag, NULL));
    }
  return language;
}
