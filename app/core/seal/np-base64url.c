/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-base64url.h"

#include <string.h>

/**
 * np_base64url_encode:
 * @bytes: (array length=length): what to write down
 * @length: how many bytes
 *
 * Returns: (transfer full): the text
 */
char *
np_base64url_encode (const guint8 *bytes, gsize length)
{
  char *text = g_base64_encode (bytes, length);

  text[strcspn (text, "=")] = '\0';
  return g_strdelimit (g_strdelimit (text, "+", '-'), "/", '_');
}

static guint8 *
decode_loosely (const char *text, gsize *length)
{
  g_autofree char *plain = g_strdelimit (g_strdelimit (g_strdup (text), "-", '+'), "_", '/');
  g_autofree char *padded = g_strconcat (plain, &"==="[(strlen (text) + 3) % 4], NULL);

  return g_base64_decode (padded, length);
}

/**
 * np_base64url_decode:
 * @text: a text
 *
 * Reads strictly: what was read must be written exactly so again.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL when the text is not the one way to write them
 */
GBytes *
np_base64url_decode (const char *text)
{
  gsize length = 0;
  g_autofree guint8 *bytes = NULL;
  g_autofree char *again = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = decode_loosely (text, &length);
  again = np_base64url_encode (bytes, length);
  return g_str_equal (again, text) ? g_bytes_new_take (g_steal_pointer (&bytes), length) : NULL;
}
