/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-lists.h"

#include <glib/gi18n.h>

typedef enum
{
  READS_MEDICINES = 1 << 0,
  READS_ALLERGIES = 1 << 1
} Reads;

static Reads
reads_of_term (const NpTerm *term)
{
  if (term->kind == NP_TERM_MEDICINE || term->kind == NP_TERM_NO_MEDICINES)
    return READS_MEDICINES;
  if (term->kind == NP_TERM_ALLERGY || term->kind == NP_TERM_ALLERGY_TO_TOPICAL || term->kind == NP_TERM_NO_ALLERGIES)
    return READS_ALLERGIES;
  return 0;
}

/* The lists that a rule reads beside a question of the group: then the two can contradict each other. */
static Reads
reads_beside (const NpCatalog *catalog, const NpRule *rule, guint group)
{
  gboolean asks = FALSE;
  Reads reads = 0;

  for (guint i = 0; i < rule->n_terms; i++)
    {
      const NpTerm *term = &rule->terms[i];
      asks = asks || (term->kind == NP_TERM_STATES && catalog->questions[term->index].group == group);
      reads |= reads_of_term (term);
    }
  return asks ? reads : 0;
}

static Reads
reads_of_group (const NpCatalog *catalog, guint group)
{
  Reads reads = 0;

  for (guint i = 0; i < catalog->n_findings; i++)
    for (guint j = 0; j < catalog->findings[i].n_triggers; j++)
      reads |= reads_beside (catalog, &catalog->findings[i].triggers[j].when, group);
  return reads;
}

/* "Penicillin, latex"; NULL where the list is not there or empty. */
static char *
names_on (NpConsultation *consultation, const char *list, const char *member)
{
  JsonNode *node = np_consultation_get (consultation, list);
  JsonArray *entries = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; entries && i < json_array_get_length (entries); i++)
    {
      const char *name = json_object_get_string_member_with_default (json_array_get_object_element (entries, i), member, "");
      if (*name)
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (GStrv) names->pdata);
}

/**
 * np_answer_lists_words:
 * @consultation: a consultation
 * @group: position of a group of questions
 *
 * Whoever says that a whole group is "no" has to see what the lists say about the same things.
 *
 * Returns: (transfer full) (nullable): a line for each list
 */
char *
np_answer_lists_words (NpConsultation *consultation, guint group)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  Reads reads = reads_of_group (np_consultation_get_catalog (consultation), group);
  g_autofree char *medicines = reads & READS_MEDICINES ? names_on (consultation, "/medicines", "name") : NULL;
  g_autofree char *allergies = reads & READS_ALLERGIES ? names_on (consultation, "/allergies", "substance") : NULL;
  GString *words = g_string_new (NULL);

  if (medicines)
    /* Translators: %s are the names of medicines. */
    g_string_append_printf (words, _ ("On the list of medicines: %s."), medicines);
  if (medicines && allergies)
    g_string_append_c (words, '\n');
  if (allergies)
    /* Translators: %s is what the patient is allergic to. */
    g_string_append_printf (words, _ ("On the list of allergies: %s."), allergies);
  return g_string_free (words, words->len == 0);
}
