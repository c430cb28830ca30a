/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* One message of a compiled file. Lengths are given where NUL bytes part plural forms. */
typedef struct
{
  const char *key;
  gsize key_length;
  const char *text;
  gsize text_length;
} TestMessage;

#define MESSAGE(key, text) { key, sizeof (key) - 1, text, sizeof (text) - 1 }

static inline void
np_test_mo_word (GByteArray *bytes, guint32 word, gboolean big_endian)
{
  guint32 written = big_endian ? GUINT32_TO_BE (word) : GUINT32_TO_LE (word);

  g_byte_array_append (bytes, (const guint8 *) &written, sizeof written);
}

/* Writes what msgfmt would; the messages have to be in order. */
static inline GByteArray *
np_test_mo_build (const TestMessage *messages, guint32 count, gboolean big_endian)
{
  GByteArray *bytes = g_byte_array_new (), *texts = g_byte_array_new ();
  const guint32 header[7] = { 0x950412de, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count };
  guint32 start = 28 + 16 * count;

  for (int i = 0; i < 7; i++)
    np_test_mo_word (bytes, header[i], big_endian);
  for (int table = 0; table < 2; table++)
    for (guint32 i = 0; i < count; i++)
      {
        const char *text = table == 0 ? messages[i].key : messages[i].text;
        gsize length = table == 0 ? messages[i].key_length : messages[i].text_length;

        np_test_mo_word (bytes, (guint32) length, big_endian);
        np_test_mo_word (bytes, start + texts->len, big_endian);
        g_byte_array_append (texts, (const guint8 *) text, (guint) length + 1);
      }
  g_byte_array_append (bytes, texts->data, texts->len);
  g_byte_array_unref (texts);
  return bytes;
}

static inline void
np_test_mo_write (const char *path, const TestMessage *messages, guint32 count, gboolean big_endian)
{
  GByteArray *bytes = np_test_mo_build (messages, count, big_endian);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  g_byte_array_unref (bytes);
}

/* Removes a folder of a test with everything in it. */
static inline void
np_test_remove (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      np_test_remove (below);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}
