/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "np-json-gate.h"

#define CHUNK 65536u

static gboolean
refuse_size (const char *name, GError **error)
{
  /* Translators: the name of a file and a number of mebibytes */
  g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX, _ ("%s: the file is larger than %u MiB"), name,
               NP_JSON_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
refuse_errno (const char *name, int number, GError **error)
{
  if (number == ENOENT || number == ENOTDIR)
    /* Translators: %s is the name of a file */
    g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_MISSING, _ ("%s: there is no such file"), name);
  else if (number == EISDIR)
    /* Translators: %s is the name of a file */
    g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_IO, _ ("%s: this is a folder, not a file"), name);
  else if (number == EACCES || number == EPERM)
    /* Translators: %s is the name of a file */
    g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_IO, _ ("%s: this file may not be read by you"), name);
  else
    /* Translators: the name of a file and what the system says is wrong */
    g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_IO, _ ("%s: the file cannot be read: %s"), name,
                 g_strerror (number));
  return FALSE;
}

/**
 * np_json_read_bytes:
 * @name: what the text is called in messages, as a file's path
 * @text: (array length=length): the bytes of a document; need not end with NUL
 * @length: how many bytes, at most %NP_JSON_MAX_BYTES
 * @error: return location for an error
 *
 * Reads one document through the strict gate (design 7): nothing of json-glib's leniency passes.
 *
 * Returns: (transfer full) (nullable): the document, whose root is an object; or %NULL and %NP_JSON_ERROR_SYNTAX with
 *   `NAME:line:column: what is wrong`
 */
JsonNode *
np_json_read_bytes (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) unread = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);
  if (length > NP_JSON_MAX_BYTES)
    {
      refuse_size (name, error);
      return NULL;
    }
  if (!np_json_gate_check (name, length == 0 ? "" : text, length, error))
    return NULL;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, (gssize) length, &unread))
    return json_parser_steal_root (parser);
  g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX, "%s:%u:%u: %s", name, json_parser_get_current_line (parser),
               json_parser_get_current_pos (parser), unread->message);
  return NULL;
}

/* Reads one byte more than the limit at most, for a file can grow after it was measured and a pipe has no size. */
static gboolean
read_all (int fd, const char *name, GByteArray *bytes, GError **error)
{
  guint8 chunk[CHUNK];
  gssize got;

  do
    {
      got = read (fd, chunk, sizeof chunk);
      if (got < 0 && errno != EINTR)
        return refuse_errno (name, errno, error);
      if (got > 0)
        g_byte_array_append (bytes, chunk, (guint) got);
      if (bytes->len > NP_JSON_MAX_BYTES)
        return refuse_size (name, error);
    }
  while (got != 0);
  return TRUE;
}

/* What is not an ordinary file is refused before a byte is read: a FIFO would wait for ever, a device never ends. */
static gboolean
allow_file (int fd, const char *name, GError **error)
{
  struct stat about;

  if (fstat (fd, &about) != 0)
    return refuse_errno (name, errno, error);
  if (S_ISDIR (about.st_mode))
    return refuse_errno (name, EISDIR, error);
  if (!S_ISREG (about.st_mode))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_IO, _ ("%s: this is not an ordinary file"), name);
      return FALSE;
    }
  if (about.st_size > (goffset) NP_JSON_MAX_BYTES)
    return refuse_size (name, error);
  return TRUE;
}

static JsonNode *
read_open (int fd, const char *name, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!read_all (fd, name, bytes, error))
    return NULL;
  return np_json_read_bytes (name, (const char *) bytes->data, bytes->len, error);
}

/**
 * np_json_read_file:
 * @path: a file, or `-` for standard input, which may be a pipe
 * @error: return location for an error
 *
 * Reads a file as np_json_read_bytes() does. Never waits: only ordinary files are opened.
 *
 * Returns: (transfer full) (nullable): the document; or %NULL and %NP_JSON_ERROR_MISSING, %NP_JSON_ERROR_IO (a folder,
 * a device, not permitted) or %NP_JSON_ERROR_SYNTAX
 */
JsonNode *
np_json_read_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  JsonNode *root = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  if (strcmp (path, "-") == 0)
    return read_open (STDIN_FILENO, path, error);
  name = g_filename_display_name (path);
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    {
      refuse_errno (name, errno, error);
      return NULL;
    }
  if (allow_file (fd, name, error))
    root = read_open (fd, name, error);
  g_close (fd, NULL);
  return root;
}
