/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-mo.h"

#include "np-plural.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The format is described in the GNU gettext manual, "The Format of GNU MO Files": a header of seven words, a table of
 * the messages sorted by bytes, a table of their translations in the same order. Everything is checked once when the
 * file is opened, so that looking up can trust it. It is read and not mapped, because a mapped file that somebody
 * shortens kills the program. */

#define MAGIC 0x950412deu
#define HEADER_SIZE 28
#define SIZE_MAX_ALLOWED (16 * 1024 * 1024)

struct _NpMo
{
  char *bytes;
  gsize size;
  gboolean swapped; /* written on a machine of the other byte order */
  guint32 count;
  guint32 messages;     /* where the table of the messages begins */
  guint32 translations; /* where the table of the translations begins */
  char *plural;         /* the expression that chooses a form */
};

G_DEFINE_QUARK (np-mo-error-quark, np_mo_error)

static guint32
word_at (const NpMo *self, gsize offset)
{
  guint32 word;

  memcpy (&word, self->bytes + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static const char *
string_at (const NpMo *self, guint32 table, guint32 index, gsize *length)
{
  gsize entry = (gsize) table + (gsize) index * 8;

  *length = word_at (self, entry);
  return self->bytes + word_at (self, entry + 4);
}

static gboolean
damaged (GError **error, const char *path, const char *why)
{
  /* Translators: the name of a file and what is wrong in it */
  g_set_error (error, NP_MO_ERROR, NP_MO_ERROR_DAMAGED, _ ("%s: this is not an intact translation file: %s"), path, why);
  return FALSE;
}

static gboolean
read_header (NpMo *self, const char *path, GError **error)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return damaged (error, path, "it is too short");
  magic = word_at (self, 0);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (!self->swapped && magic != MAGIC)
    return damaged (error, path, "its first bytes are wrong");
  if (word_at (self, 4) >> 16 > 1)
    return damaged (error, path, "its format is newer than this program");
  self->count = word_at (self, 8);
  self->messages = word_at (self, 12);
  self->translations = word_at (self, 16);
  if (self->messages + (guint64) self->count * 8 > self->size ||
      self->translations + (guint64) self->count * 8 > self->size)
    return damaged (error, path, "its tables reach beyond its end");
  return TRUE;
}

/* Plural forms are parted by NUL bytes; everything between them has to be text. */
static gboolean
is_text (const char *text, gsize length)
{
  const char *end = text + length;

  for (; text < end; text += strlen (text) + 1)
    if (!g_utf8_validate (text, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
check_string (const NpMo *self, guint32 table, guint32 index)
{
  gsize entry = (gsize) table + (gsize) index * 8;
  guint64 length = word_at (self, entry), offset = word_at (self, entry + 4);

  return offset + length < self->size && self->bytes[offset + length] == '\0' && is_text (self->bytes + offset, length);
}

static gboolean
check_strings (const NpMo *self, const char *path, GError **error)
{
  const char *before = NULL;
  gsize length;

  for (guint32 i = 0; i < self->count; i++)
    {
      if (!check_string (self, self->messages, i) || !check_string (self, self->translations, i))
        return damaged (error, path, "a text reaches beyond its end or is not UTF-8");
      if (before != NULL && strcmp (before, string_at (self, self->messages, i, &length)) >= 0)
        return damaged (error, path, "its messages are not in order");
      before = string_at (self, self->messages, i, &length);
    }
  return TRUE;
}

/* The file's own header is the translation of the empty message. Without a rule gettext's Germanic one holds. */
static char *
plural_rule (const NpMo *self)
{
  static const char *const header_key[] = { "", NULL };
  const char *header = np_mo_find (self, header_key);
  const char *line = header != NULL ? strstr (header, "Plural-Forms:") : NULL;
  const char *rule = line != NULL ? strstr (line, "plural=") : NULL;

  if (rule == NULL)
    return g_strdup ("n != 1");
  rule += strlen ("plural=");
  return g_strndup (rule, strcspn (rule, ";\n"));
}

static gboolean
read_bytes (NpMo *self, const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode) || status.st_size > SIZE_MAX_ALLOWED)
    return damaged (error, path, "it is no file or far too large");
  return g_file_get_contents (path, &self->bytes, &self->size, error);
}

/**
 * np_mo_open:
 * @path: the file
 * @error: return location
 *
 * Reads and checks a compiled message file of either byte order.
 *
 * Returns: (transfer full) (nullable): the messages; %NULL with #GFileError where it cannot be read, with
 * %NP_MO_ERROR_DAMAGED where it is not what it should be
 */
NpMo *
np_mo_open (const char *path, GError **error)
{
  g_autoptr (NpMo) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (NpMo, 1);
  if (!read_bytes (self, path, error) || !read_header (self, path, error) || !check_strings (self, path, error))
    return NULL;
  self->plural = plural_rule (self);
  return g_steal_pointer (&self);
}

/**
 * np_mo_free:
 * @self: (transfer full) (nullable): the messages
 */
void
np_mo_free (NpMo *self)
{
  if (self == NULL)
    return;
  g_free (self->bytes);
  g_free (self->plural);
  g_free (self);
}

/* Like strcmp (), with the key in pieces: looking up allocates nothing. */
static int
compare_key (const char *const *key, const char *stored)
{
  for (; *key != NULL; key++)
    {
      gsize length = strlen (*key);
      int order = strncmp (*key, stored, length);

      if (order != 0)
        return order;
      stored += length;
    }
  return *stored == '\0' ? 0 : -1;
}

static const char *
find (const NpMo *self, const char *const *key, gsize *length)
{
  guint32 low = 0, high = self->count;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = compare_key (key, string_at (self, self->messages, middle, length));

      if (order == 0)
        return string_at (self, self->translations, middle, length);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * np_mo_find:
 * @self: the messages
 * @key: (array zero-terminated=1): the key in pieces, for a message with context: context, %NP_MO_CONTEXT, message
 *
 * Returns: (transfer none) (nullable): the translation; %NULL where there is none or an empty one
 */
const char *
np_mo_find (const NpMo *self, const char *const *key)
{
  const char *text;
  gsize length;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  text = find (self, key, &length);
  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * np_mo_find_plural:
 * @self: the messages
 * @singular: the message in the singular
 * @n: the number
 *
 * Returns: (transfer none) (nullable): the translation in the form that goes with @n, or %NULL where there is none
 */
const char *
np_mo_find_plural (const NpMo *self, const char *singular, gulong n)
{
  const char *const key[] = { singular, NULL };
  const char *text, *end;
  gsize length;
  gulong form;

  g_return_val_if_fail (self != NULL && singular != NULL, NULL);

  text = find (self, key, &length);
  if (text == NULL || !np_plural_choose (self->plural, n, &form))
    return NULL;
  for (end = text + length; form > 0 && text < end; form--)
    text += strlen (text) + 1;
  return text < end && *text != '\0' ? text : NULL;
}
