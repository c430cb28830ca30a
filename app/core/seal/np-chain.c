/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-chain.h"

#include <glib/gi18n-lib.h>

#include "np-seal-time.h"

/* One seal of a desk: just what the next one is held against, for an archive may have a million. */
typedef struct
{
  gint64 sequence;
  char *digest, *previous;
  char *at;
  char *file;
} Link;

struct _NpChain
{
  GHashTable *links;     /* kid -> GPtrArray of Link */
  GPtrArray *expected;   /* NpHead */
};

static void
link_free (gpointer data)
{
  Link *self = data;

  g_free (self->digest);
  g_free (self->previous);
  g_free (self->at);
  g_free (self->file);
  g_free (self);
}

/**
 * np_chain_new:
 *
 * Returns: (transfer full): chains without a link; free with np_chain_free()
 */
NpChain *
np_chain_new (void)
{
  NpChain *self = g_new0 (NpChain, 1);

  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->expected = np_head_list_new ();
  return self;
}

/**
 * np_chain_free:
 * @self: (transfer full) (nullable): chains
 */
void
np_chain_free (NpChain *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->links);
  g_ptr_array_unref (self->expected);
  g_free (self);
}

/* ---- gathering ---- */

static GPtrArray *
links_of (NpChain *self, const char *kid)
{
  GPtrArray *links = g_hash_table_lookup (self->links, kid);

  if (links == NULL)
    {
      links = g_ptr_array_new_with_free_func (link_free);
      g_hash_table_insert (self->links, g_strdup (kid), links);
    }
  return links;
}

static Link *
link_new (const NpSealCheck *seal, const char *file)
{
  Link *self = g_new0 (Link, 1);

  self->sequence = seal->manifest->sequence;
  self->digest = g_strdup (seal->digest);
  self->previous = g_strdup (seal->manifest->previous);
  self->at = g_strdup (seal->manifest->at);
  self->file = g_strdup (file);
  return self;
}

/**
 * np_chain_add:
 * @self: chains
 * @verification: what was found of one record
 *
 * Adds the desk's seal. A record that was changed keeps its place: that it is broken was said already.
 */
void
np_chain_add (NpChain *self, const NpVerification *verification)
{
  const NpSealCheck *seal;

  g_return_if_fail (self != NULL && verification != NULL);

  if (verification->seals->len == 0)
    return;
  seal = g_ptr_array_index (verification->seals, verification->seals->len - 1);
  if (seal->manifest == NULL || seal->manifest->sealer != NP_SEALER_DESK)
    return;
  g_ptr_array_add (links_of (self, seal->kid), link_new (seal, verification->name));
  np_chain_expect (self, seal->manifest->heads);
}

/**
 * np_chain_expect:
 * @self: chains
 * @heads: (element-type NpHead): how far desks are known to have come
 *
 * A chain whose newest links were taken off looks whole; only who remembers them can tell.
 */
void
np_chain_expect (NpChain *self, GPtrArray *heads)
{
  g_return_if_fail (self != NULL && heads != NULL);

  for (guint i = 0; i < heads->len; i++)
    {
      const NpHead *head = g_ptr_array_index (heads, i);

      np_head_list_note (self->expected, head->kid, head->sequence, head->digest);
    }
}

/* ---- what is wrong ---- */

G_GNUC_PRINTF (3, 4)
static void
say (GPtrArray *lines, const char *kid, const char *format, ...)
{
  g_autofree char *fingerprint = np_key_fingerprint (kid);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: fingerprint of a desk's key, and what is wrong with its seals */
  g_ptr_array_add (lines, g_strdup_printf (_("desk with key %s: %s"), fingerprint, what));
}

static void
say_missing (GPtrArray *lines, const char *kid, gint64 from, gint64 to)
{
  if (from == to)
    /* Translators: number of a seal */
    say (lines, kid, _("the record with number %" G_GINT64_FORMAT " is missing"), from);
  else
    /* Translators: numbers of seals */
    say (lines, kid, _("the records with numbers %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " are missing"), from, to);
}

static void
check_step (const char *kid, const Link *before, const Link *link, GPtrArray *faults, GPtrArray *doubts)
{
  if (link->sequence == before->sequence)
    /* Translators: number of a seal, and two files */
    say (faults, kid, _("number %" G_GINT64_FORMAT " stands twice: %s and %s"), link->sequence, before->file, link->file);
  else if (link->sequence > before->sequence + 1)
    say_missing (faults, kid, before->sequence + 1, link->sequence - 1);
  else if (g_strcmp0 (link->previous, before->digest) != 0)
    /* Translators: two files */
    say (faults, kid, _("%s was not sealed after %s: one of them was replaced"), link->file, before->file);
  if (np_seal_time_is_before (link->at, before->at))
    /* Translators: two files and two times */
    say (doubts, kid, _("the clock went backwards: %s was sealed at %s, after %s at %s"), link->file, link->at,
         before->file, before->at);
}

static int
by_sequence (gconstpointer one, gconstpointer two)
{
  const Link *first = *(Link *const *) one, *second = *(Link *const *) two;

  return first->sequence < second->sequence ? -1 : first->sequence > second->sequence;
}

static void
check_links (const char *kid, GPtrArray *links, GPtrArray *faults, GPtrArray *doubts)
{
  const Link *first;

  g_ptr_array_sort (links, by_sequence);
  first = g_ptr_array_index (links, 0);
  if (first->sequence > 1)
    say_missing (faults, kid, 1, first->sequence - 1);
  for (guint i = 1; i < links->len; i++)
    check_step (kid, g_ptr_array_index (links, i - 1), g_ptr_array_index (links, i), faults, doubts);
}

static const Link *
with_number (GPtrArray *links, gint64 sequence)
{
  for (guint i = links->len; i > 0; i--)
    if (((Link *) g_ptr_array_index (links, i - 1))->sequence == sequence)
      return g_ptr_array_index (links, i - 1);
  return NULL;
}

static void
check_expected (NpChain *self, const NpHead *head, GPtrArray *faults)
{
  GPtrArray *links = g_hash_table_lookup (self->links, head->kid);
  const Link *newest = links == NULL ? NULL : g_ptr_array_index (links, links->len - 1);
  const Link *link = links == NULL ? NULL : with_number (links, head->sequence);

  if (newest == NULL || newest->sequence < head->sequence)
    say_missing (faults, head->kid, newest == NULL ? 1 : newest->sequence + 1, head->sequence);
  else if (link != NULL && !g_str_equal (link->digest, head->digest))
    /* Translators: number of a seal, and a file */
    say (faults, head->kid, _("number %" G_GINT64_FORMAT " is not the seal that was seen before: %s"), head->sequence,
         link->file);
}

/**
 * np_chain_check:
 * @self: chains to which everything was added
 * @faults: (element-type utf8): gets a line for what is missing, stands twice or was replaced
 * @doubts: (element-type utf8): gets a line for each clock that went backwards
 *
 * After a gap the walk goes on with what it finds, so that one missing record is one line.
 */
void
np_chain_check (NpChain *self, GPtrArray *faults, GPtrArray *doubts)
{
  g_autoptr (GList) kids = NULL;

  g_return_if_fail (self != NULL && faults != NULL && doubts != NULL);

  kids = g_list_sort (g_hash_table_get_keys (self->links), (GCompareFunc) g_strcmp0);
  for (GList *kid = kids; kid != NULL; kid = kid->next)
    check_links (kid->data, g_hash_table_lookup (self->links, kid->data), faults, doubts);
  for (guint i = 0; i < self->expected->len; i++)
    check_expected (self, g_ptr_array_index (self->expected, i), faults);
}
