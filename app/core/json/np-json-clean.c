/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"

static gboolean
is_allowed (gunichar character)
{
  if (character == '\n' || character == '\t')
    return TRUE;
  return character >= 0x20 && character != 0x7f && !(character >= 0x202a && character <= 0x202e);
}

/**
 * np_json_clean_text:
 * @typed: what was typed or pasted; need not be valid UTF-8
 * @dropped: (out) (optional): whether anything was lost, so that the person can be told
 *
 * Brings text into the form a record may hold (design 5), so that saving never fails on it: line ends of other systems
 * become a newline, what is composed of several characters becomes one (NFC), control characters and bidi overrides go,
 * and bytes that are not UTF-8 become U+FFFD.
 *
 * Returns: (transfer full): the text; the same text again when it is cleaned again
 */
char *
np_json_clean_text (const char *typed, gboolean *dropped)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) kept = NULL;
  gboolean lost;

  g_return_val_if_fail (typed != NULL, g_strdup (""));
  valid = g_utf8_make_valid (typed, -1);
  lost = !g_utf8_validate (typed, -1, NULL);
  kept = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\r')
        g_string_append (kept, p[1] == '\n' ? "" : "\n");
      else if (is_allowed (character))
        g_string_append_unichar (kept, character);
      else
        lost = TRUE;
    }
  if (dropped != NULL)
    *dropped = lost;
  return g_utf8_normalize (kept->str, -1, G_NORMALIZE_NFC);
}
