/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-secret.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <openssl/crypto.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Enough for a few dozen keys and passphrases at a time; both powers of two. */
#define SECURE_BYTES (256 * 1024)
#define SMALLEST_BLOCK 32
/* No passphrase and no key file is longer. */
#define MOST 4096

struct _NpSecret
{
  char *bytes;
  gsize length, capacity;
};

/**
 * np_secret_begin:
 *
 * Sets the memory for secrets up, once. Where the system locks none for this user, secrets are wiped all the same.
 */
void
np_secret_begin (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      CRYPTO_secure_malloc_init (SECURE_BYTES, SMALLEST_BLOCK);
      g_once_init_leave (&done, 1);
    }
}

static NpSecret *
secret_of (gsize capacity)
{
  NpSecret *self = g_new0 (NpSecret, 1);

  np_secret_begin ();
  self->capacity = capacity + 1;
  self->bytes = OPENSSL_secure_zalloc (self->capacity);
  if (self->bytes == NULL)
    g_error ("there is no memory left for secrets");
  return self;
}

/**
 * np_secret_new:
 * @bytes: (array length=length): what is to be kept; the caller wipes its own copy
 * @length: how many bytes
 *
 * Returns: (transfer full): the secret; free with np_secret_free()
 */
NpSecret *
np_secret_new (const char *bytes, gsize length)
{
  NpSecret *self = secret_of (length);

  memcpy (self->bytes, bytes, length);
  self->length = length;
  return self;
}

static gboolean
refuse (GError **error, const char *name, int number)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), "%s: %s", name, g_strerror (number));
  return FALSE;
}

static gboolean
fill (NpSecret *self, int fd, const char *name, GError **error)
{
  while (self->length < MOST)
    {
      gssize got = TEMP_FAILURE_RETRY (read (fd, self->bytes + self->length, MOST - self->length));

      if (got < 0)
        return refuse (error, name, errno);
      if (got == 0)
        return TRUE;
      self->length += (gsize) got;
    }
  return refuse (error, name, EFBIG);
}

static NpSecret *
read_open (int fd, const char *name, GError **error)
{
  g_autoptr (NpSecret) self = secret_of (MOST);

  return fill (self, fd, name, error) ? g_steal_pointer (&self) : NULL;
}

/* A secret that others can read is none: whoever copied the file in did so carelessly. */
static gboolean
is_own_file (int fd, const char *name, GError **error)
{
  struct stat about;

  if (fstat (fd, &about) != 0)
    return refuse (error, name, errno);
  if (!S_ISREG (about.st_mode))
    return refuse (error, name, EINVAL);
  return (about.st_mode & 07) == 0 ? TRUE : refuse (error, name, EACCES);
}

/**
 * np_secret_read_file:
 * @path: (type filename): an ordinary file that is not open to all
 * @error: return location for an error of #G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): its bytes
 */
NpSecret *
np_secret_read_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  NpSecret *self = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);

  if (fd < 0)
    {
      refuse (error, name, errno);
      return NULL;
    }
  if (is_own_file (fd, name, error))
    self = read_open (fd, name, error);
  g_close (fd, NULL);
  return self;
}

/**
 * np_secret_read_line:
 * @fd: an open file, as a pipe from a password keeper; read to its end
 * @error: return location for an error of #G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): its first line
 */
NpSecret *
np_secret_read_line (int fd, GError **error)
{
  NpSecret *self = read_open (fd, "passphrase", error);

  if (self == NULL)
    return NULL;
  self->length = strcspn (self->bytes, "\r\n");
  OPENSSL_cleanse (self->bytes + self->length, MOST - self->length);
  return self;
}

/**
 * np_secret_bytes:
 * @self: a secret
 *
 * Returns: (transfer none): its bytes, which end with a NUL that does not count
 */
const char *
np_secret_bytes (const NpSecret *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->bytes;
}

/**
 * np_secret_length:
 * @self: a secret
 *
 * Returns: how many bytes it has
 */
gsize
np_secret_length (const NpSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->length;
}

/**
 * np_secret_free:
 * @self: (transfer full) (nullable): a secret
 *
 * Overwrites it and gives its memory back.
 */
void
np_secret_free (NpSecret *self)
{
  if (self == NULL)
    return;
  OPENSSL_secure_clear_free (self->bytes, self->capacity);
  g_free (self);
}
