/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-evidence-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
page_of (const NpCatalog *catalog, const char *key)
{
  for (guint i = 0; i < catalog->n_sources; i++)
    if (g_str_equal (catalog->sources[i].key, key))
      return catalog->sources[i].page;
  return key;
}

static char *
words_of (const NpCatalog *catalog, const char *tag)
{
  if (g_str_has_prefix (tag, "src:"))
    return g_strdup (page_of (catalog, tag + strlen ("src:")));
  if (g_str_has_prefix (tag, "src2:"))
    /* Translators: %s is a source that was seen only as others report it. */
    return g_strdup_printf (_ ("As reported by others: %s"), page_of (catalog, tag + strlen ("src2:")));
  if (g_str_has_prefix (tag, "seed:"))
    /* Translators: %s is the number of a fact on the list that the catalogue began with, as "S21". */
    return g_strdup_printf (_ ("Basic fact %s of the catalogue"), tag + strlen ("seed:"));
  if (g_str_equal (tag, "seed"))
    return g_strdup (_ ("Basic facts of the catalogue"));
  if (g_str_has_prefix (tag, "K:"))
    /* Translators: %s says what kind of professional knowledge. */
    return g_strdup_printf (_ ("General professional knowledge: %s"), tag + strlen ("K:"));
  if (g_str_equal (tag, "K"))
    return g_strdup (_ ("General professional knowledge"));
  if (g_str_equal (tag, "policy"))
    return g_strdup (_ ("A cautious choice of this catalogue, without a source of its own"));
  if (g_str_equal (tag, "conflict"))
    return g_strdup (_ ("Sources do not agree here; the more careful one is followed"));
  return g_strdup (tag);
}

/**
 * np_evidence_words:
 * @catalog: a catalogue
 * @evidence: the evidence tags of one of its entries
 *
 * Returns: (transfer full): one line for each
 */
char *
np_evidence_words (const NpCatalog *catalog, const NpEvidence *evidence)
{
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (catalog && evidence, g_string_free (lines, FALSE));
  for (guint i = 0; i < evidence->n_tags; i++)
    {
      g_autofree char *words = words_of (catalog, evidence->tags[i]);
      g_string_append_printf (lines, "%s• %s", i > 0 ? "\n" : "", words);
    }
  return g_string_free (lines, FALSE);
}
