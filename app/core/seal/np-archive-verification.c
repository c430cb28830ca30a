/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-archive-verification.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-chain.h"
#include "np-seal-desk-heads.h"

#define ENDING ".json"

/**
 * np_archive_verification_free:
 * @self: (transfer full) (nullable): a verification
 */
void
np_archive_verification_free (NpArchiveVerification *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

/**
 * np_archive_verification_is_good:
 * @self: a verification
 *
 * Returns: whether there were records, all of them are good, and so are the chains
 */
gboolean
np_archive_verification_is_good (const NpArchiveVerification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->n_records > 0 && self->n_good == self->n_records && self->faults->len == 0;
}

/* ---- which files there are ---- */

static gboolean
is_number (const char *name, gsize digits)
{
  return strlen (name) == digits && strspn (name, "0123456789") == digits;
}

static gboolean
is_year (const char *name)
{
  return is_number (name, 4);
}

static gboolean
is_month (const char *name)
{
  return is_number (name, 2);
}

/* What is hidden is a save in progress, or another program's. */
static gboolean
is_record (const char *name)
{
  return name[0] != '.' && g_str_has_suffix (name, ENDING);
}

static int
by_name (gconstpointer one, gconstpointer two)
{
  return strcmp (*(const char *const *) one, *(const char *const *) two);
}

/* A folder that cannot be read could hide anything. */
static GPtrArray *
paths_in (const char *folder, gboolean (*wanted) (const char *name), GPtrArray *faults)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_ptr_array_add (faults, g_strdup (error->message));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (wanted (name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, by_name);
  return paths;
}

static void
add_month (GPtrArray *files, const char *month, GPtrArray *faults)
{
  g_autoptr (GPtrArray) found = paths_in (month, is_record, faults);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (files, g_strdup (g_ptr_array_index (found, i)));
}

static GPtrArray *
files_below (const char *archive, GPtrArray *faults)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) years = paths_in (archive, is_year, faults);

  for (guint i = 0; i < years->len; i++)
    {
      g_autoptr (GPtrArray) months = paths_in (g_ptr_array_index (years, i), is_month, faults);

      for (guint j = 0; j < months->len; j++)
        add_month (files, g_ptr_array_index (months, j), faults);
    }
  return files;
}

/* ---- the walk ---- */

/* A copy under another name would hide behind the first. */
static void
check_name (NpVerification *verification, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *meant = NULL;

  if (verification->record == NULL)
    return;
  meant = g_strdup_printf ("%.10s-%s%s", verification->made_at, verification->record, ENDING);
  if (!g_str_equal (name, meant))
    g_ptr_array_add (verification->faults,
                     /* Translators: %s is a file's name */
                     g_strdup_printf (_("the file is not called after its record: %s"), meant));
}

static void
take_in (NpArchiveVerification *self, NpChain *chain, const NpVerification *verification)
{
  self->n_records++;
  self->n_good += np_verification_is_good (verification) ? 1 : 0;
  np_chain_add (chain, verification);
}

static gboolean
walk (NpArchiveVerification *self, NpChain *chain, GPtrArray *files, const NpKeyRing *ring, NpVerified verified, gpointer data)
{
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (NpVerification) verification = np_verification_of_file (path, ring);

      check_name (verification, path);
      take_in (self, chain, verification);
      if (verified != NULL && !verified (verification, i + 1, files->len, data))
        return FALSE;
    }
  return TRUE;
}

static void
expect_heads (NpChain *chain, const char *archive, GPtrArray *heads)
{
  g_autoptr (GPtrArray) left = np_head_list_new ();

  np_seal_desk_heads_look (archive, left);
  np_chain_expect (chain, left);
  if (heads != NULL)
    np_chain_expect (chain, heads);
}

/**
 * np_archive_verification_run:
 * @archive: (type filename): the archive folder
 * @ring: (nullable): the clinic's keys
 * @heads: (nullable) (element-type NpHead): what a desk remembers of itself and of others
 * @verified: (nullable): told of each record
 * @data: for @verified
 *
 * Verifies every record of an archive and the chains through them. When @verified ends the walk, the chains are not looked at.
 *
 * Returns: (transfer full): what was found
 */
NpArchiveVerification *
np_archive_verification_run (
    const char *archive, const NpKeyRing *ring, GPtrArray *heads, NpVerified verified, gpointer data)
{
  NpArchiveVerification *self = g_new0 (NpArchiveVerification, 1);
  g_autoptr (NpChain) chain = np_chain_new ();
  g_autoptr (GPtrArray) files = NULL;

  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->doubts = g_ptr_array_new_with_free_func (g_free);
  g_return_val_if_fail (archive != NULL, self);

  files = files_below (archive, self->faults);
  if (!walk (self, chain, files, ring, verified, data))
    return self;
  expect_heads (chain, archive, heads);
  np_chain_check (chain, self->faults, self->doubts);
  if (self->n_records == 0)
    g_ptr_array_add (self->faults, g_strdup (_("there are no records here")));
  return self;
}
