/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-facts.h"

#include <string.h>

/* Which groups of the catalogue a typed name belongs to. Names and words are both cut into runs of letters and digits,
 * so that "Co-trimoxazole", "co trimoxazole" and "CO-TRIMOXAZOLE 960" are one thing and "aspirinol" is not aspirin. */

static char **
split_tokens (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean inside = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (inside && start == NULL)
        start = at;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (tokens, g_strndup (start, (gsize) (at - start)));
          start = NULL;
        }
      if (c == 0)
        break;
    }
  g_ptr_array_add (tokens, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&tokens), FALSE);
}

/* whether `word`, one token or several, stands whole in `name` */
static gboolean
holds_word (char **name, const char *word)
{
  g_auto (GStrv) wanted = split_tokens (word);

  if (wanted[0] == NULL)
    return FALSE;
  for (guint start = 0; name[start] != NULL; start++)
    {
      guint i = 0;

      while (wanted[i] != NULL && name[start + i] != NULL && strcmp (wanted[i], name[start + i]) == 0)
        i++;
      if (wanted[i] == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_any_word (char **name, const NpWordGroup *group)
{
  for (guint i = 0; group->words != NULL && group->words[i] != NULL; i++)
    if (holds_word (name, group->words[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_facts_medicine_groups:
 * @catalog: the catalogue
 * @name: a medicine as typed
 * @on_skin: whether it is put on the skin; such a medicine belongs only to groups that count those too
 *
 * Returns: a bit per medicine group of the catalogue that has a word of the name (brief D3)
 */
guint64
np_facts_medicine_groups (const NpCatalog *catalog, const char *name, gboolean on_skin)
{
  g_auto (GStrv) tokens = NULL;
  guint64 groups = 0;

  g_return_val_if_fail (catalog != NULL && name != NULL, 0);

  tokens = split_tokens (name);
  for (guint i = 0; i < catalog->n_medicine_groups; i++)
    if ((!on_skin || catalog->medicine_groups[i].skin) && holds_any_word (tokens, &catalog->medicine_groups[i]))
      groups |= NP_STATE_BIT (i);
  return groups;
}

/**
 * np_facts_allergy_groups:
 * @catalog: the catalogue
 * @substance: what the person is allergic to, as typed
 * @severe: whether the reaction was severe
 *
 * Returns: a bit per allergy group of the catalogue that has a word of the substance, or that stands for severe
 * reactions
 */
guint64
np_facts_allergy_groups (const NpCatalog *catalog, const char *substance, gboolean severe)
{
  g_auto (GStrv) tokens = NULL;
  guint64 groups = 0;

  g_return_val_if_fail (catalog != NULL && substance != NULL, 0);

  tokens = split_tokens (substance);
  for (guint i = 0; i < catalog->n_allergy_groups; i++)
    if ((severe && catalog->allergy_groups[i].severe) || holds_any_word (tokens, &catalog->allergy_groups[i]))
      groups |= NP_STATE_BIT (i);
  return groups;
}
