/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-language-tag.h"

#include <string.h>

typedef struct
{
  char language[9];
  char script[5]; /* "" where the tag says none */
  char region[4];
  char private[9]; /* what follows "x" */
} Parts;

static gboolean
is_alpha (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalpha (*text))
      return FALSE;
  return TRUE;
}

static gboolean
is_subtag (const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return length >= 1 && length <= 8;
}

static gboolean
is_script (const char *text)
{
  return strlen (text) == 4 && is_alpha (text);
}

static gboolean
is_region (const char *text)
{
  return (strlen (text) == 2 && is_alpha (text)) || (strlen (text) == 3 && g_ascii_isdigit (text[0]));
}

/* The usual way of writing: script with a capital, region in capitals, the rest small (BCP 47, 2.1.1). */
static void
normalize_subtag (char *subtag, gboolean first)
{
  for (char *at = subtag; *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  if (!first && is_script (subtag))
    subtag[0] = g_ascii_toupper (subtag[0]);
  else if (!first && is_region (subtag))
    for (char *at = subtag; *at != '\0'; at++)
      *at = g_ascii_toupper (*at);
}

/**
 * np_language_tag_normalize:
 * @tag: what should be a BCP 47 tag; "de_AT" is taken for "de-AT"
 *
 * A tag becomes part of a file name, so nothing but letters, digits and hyphens gets through.
 *
 * Returns: (transfer full) (nullable): the tag in its usual writing, or %NULL where it is none
 */
char *
np_language_tag_normalize (const char *tag)
{
  g_auto (GStrv) subtags = NULL;
  gboolean private = FALSE;

  g_return_val_if_fail (tag != NULL, NULL);

  subtags = g_strsplit_set (tag, "-_", 9);
  if (subtags[0] == NULL || strlen (subtags[0]) < 2 || !is_alpha (subtags[0]))
    return NULL;
  for (int i = 0; subtags[i] != NULL; i++)
    {
      if (!is_subtag (subtags[i]))
        return NULL;
      normalize_subtag (subtags[i], i == 0 || private);
      private |= strlen (subtags[i]) == 1;
    }
  return g_strjoinv ("-", subtags);
}

static Parts
split_tag (const char *tag)
{
  g_auto (GStrv) subtags = g_strsplit (tag, "-", -1);
  Parts parts = { 0 };

  for (int i = 0; subtags[i] != NULL; i++)
    {
      if (i == 0)
        g_strlcpy (parts.language, subtags[i], sizeof parts.language);
      else if (strcmp (subtags[i], "x") == 0 && subtags[i + 1] != NULL)
        {
          g_strlcpy (parts.private, subtags[i + 1], sizeof parts.private);
          break;
        }
      else if (is_script (subtags[i]) && *parts.script == '\0')
        g_strlcpy (parts.script, subtags[i], sizeof parts.script);
      else if (is_region (subtags[i]) && *parts.region == '\0')
        g_strlcpy (parts.region, subtags[i], sizeof parts.region);
    }
  return parts;
}

/**
 * np_language_tag_is_rtl:
 * @tag: a normalized tag
 *
 * Returns: whether it is written from right to left: by its script, or else by the script that its language is usually
 * written in
 */
gboolean
np_language_tag_is_rtl (const char *tag)
{
  static const char *const scripts[] = { "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa", NULL };
  static const char *const languages[] = { "ar", "arc", "azb", "bal", "bqi", "ckb", "dv",  "fa",  "glk",
                                           "he", "iw",  "ji",  "ks",  "lrc", "mzn", "nqo", "pnb", "prs",
                                           "ps", "rhg", "sd",  "skr", "syr", "ug",  "ur",  "yi",  NULL };
  Parts parts = split_tag (tag);

  if (*parts.script != '\0')
    return g_strv_contains (scripts, parts.script);
  return g_strv_contains (languages, parts.language);
}

/**
 * np_language_tag_is_english:
 * @tag: a normalized tag
 *
 * Returns: whether a text of the catalogue is in this language as it stands
 */
gboolean
np_language_tag_is_english (const char *tag)
{
  Parts parts = split_tag (tag);

  return strcmp (parts.language, "en") == 0 && *parts.private == '\0' &&
         (*parts.script == '\0' || strcmp (parts.script, "Latn") == 0);
}

static void
add_folder (GPtrArray *folders, char *folder)
{
  if (g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
    g_free (folder);
  else
    g_ptr_array_add (folders, folder);
}

/* What gettext calls the writing, after an "@"; a private name ("en-x-pseudo") is written there too. */
static const char *
modifier_of (const Parts *parts)
{
  static const struct
  {
    const char *script, *modifier;
  } modifiers[] = { { "Latn", "latin" }, { "Cyrl", "cyrillic" }, { "Deva", "devanagari" }, { "Arab", "arabic" } };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strcmp (parts->script, modifiers[i].script) == 0)
      return modifiers[i].modifier;
  return *parts->private != '\0' ? parts->private : NULL;
}

static void
add_folders_of_writing (GPtrArray *folders, const Parts *parts)
{
  const char *modifier = modifier_of (parts);

  if (modifier != NULL && *parts->region != '\0')
    add_folder (folders, g_strdup_printf ("%s_%s@%s", parts->language, parts->region, modifier));
  if (modifier != NULL)
    add_folder (folders, g_strdup_printf ("%s@%s", parts->language, modifier));
  if (*parts->script == '\0')
    return;
  add_folder (folders, g_strdup_printf ("%s-%s", parts->language, parts->script));
  add_folder (folders, g_strdup_printf ("%s_%s", parts->language, parts->script));
  if (strcmp (parts->script, "Hans") == 0)
    add_folder (folders, g_strdup_printf ("%s_CN", parts->language));
  if (strcmp (parts->script, "Hant") == 0)
    add_folder (folders, g_strdup_printf ("%s_TW", parts->language));
}

/**
 * np_language_tag_folders:
 * @tag: a normalized tag
 *
 * Lists the folders under which translators' tools put a language: as the tag, as gettext writes it, and what it falls
 * back to, "de" for "de-AT". A tag that names its script never falls back to the language alone, which may be written
 * in another one that its reader cannot read.
 *
 * Returns: (transfer full) (array zero-terminated=1): the folders, the best first
 */
char **
np_language_tag_folders (const char *tag)
{
  GPtrArray *folders = g_ptr_array_new ();
  Parts parts = split_tag (tag);

  add_folder (folders, g_strdup (tag));
  add_folder (folders, g_strdelimit (g_strdup (tag), "-", '_'));
  add_folders_of_writing (folders, &parts);
  if (*parts.script == '\0' && *parts.region != '\0')
    {
      add_folder (folders, g_strdup_printf ("%s-%s", parts.language, parts.region));
      add_folder (folders, g_strdup_printf ("%s_%s", parts.language, parts.region));
    }
  if (*parts.script == '\0')
    add_folder (folders, g_strdup (parts.language));
  g_ptr_array_add (folders, NULL);
  return (char **) g_ptr_array_free (folders, FALSE);
}
