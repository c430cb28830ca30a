/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog-private.h"

int
np_catalog_find (const NpCatalog *self, NpTable table, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id[table], id)) - 1;
}

#define FINDER(name, table)                                                                                            \
  int np_catalog_find_##name (const NpCatalog *self, const char *id)                                                   \
  {                                                                                                                    \
    g_return_val_if_fail (self != NULL && id != NULL, -1);                                                             \
    return np_catalog_find (self, table, id);                                                                          \
  }

/**
 * np_catalog_find_question:
 * @self: a catalogue
 * @id: the id of an entry, as "isotretinoin"
 *
 * The same for every table: np_catalog_find_finding (), np_catalog_find_risk () and so on.
 *
 * Returns: the position of the entry in its table, or -1
 */
FINDER (question, NP_TABLE_QUESTIONS)
FINDER (finding, NP_TABLE_FINDINGS)
FINDER (risk, NP_TABLE_RISKS)
FINDER (indication, NP_TABLE_INDICATIONS)
FINDER (area, NP_TABLE_AREAS)
FINDER (device, NP_TABLE_DEVICES)
FINDER (topical, NP_TABLE_TOPICALS)
FINDER (anaesthetic, NP_TABLE_ANAESTHETICS)
FINDER (plan_check, NP_TABLE_PLAN_CHECKS)
FINDER (medicine_group, NP_TABLE_MEDICINE_GROUPS)
FINDER (allergy_group, NP_TABLE_ALLERGY_GROUPS)

/**
 * np_catalog_find_state:
 * @question: a question
 * @id: the id of one of its own states
 *
 * Returns: the position of the state in the question, or -1
 */
int
np_catalog_find_state (const NpQuestion *question, const char *id)
{
  g_return_val_if_fail (question != NULL && id != NULL, -1);

  for (guint i = 0; i < question->n_states; i++)
    if (g_str_equal (question->states[i].id, id))
      return (int) i;
  return -1;
}

/**
 * np_catalog_find_interpreter:
 * @self: a catalogue
 * @question: (out): position of the question that asks whether an interpreter is needed
 * @state: (out): position of the state of it that says so
 *
 * Returns: whether a question of the catalogue asks this
 */
gboolean
np_catalog_find_interpreter (const NpCatalog *self, guint *question, guint *state)
{
  g_return_val_if_fail (self != NULL && question != NULL && state != NULL, FALSE);

  for (*question = 0; *question < self->n_questions; ++*question)
    for (*state = 0; *state < self->questions[*question].n_states; ++*state)
      if (self->questions[*question].states[*state].interpreter_field >= 0)
        return TRUE;
  return FALSE;
}

/**
 * np_catalog_find_field:
 * @state: a state
 * @id: the id of one of its fields
 *
 * Returns: the position of the field in the state, or -1
 */
int
np_catalog_find_field (const NpState *state, const char *id)
{
  g_return_val_if_fail (state != NULL && id != NULL, -1);

  for (guint i = 0; i < state->n_fields; i++)
    if (g_str_equal (state->fields[i].id, id))
      return (int) i;
  return -1;
}

/**
 * np_items_find:
 * @items: items
 * @id: an id
 *
 * Returns: the position of the item, or -1
 */
int
np_items_find (const NpItems *items, const char *id)
{
  g_return_val_if_fail (items != NULL && id != NULL, -1);

  for (guint i = 0; i < items->n_items; i++)
    if (g_str_equal (items->items[i].id, id))
      return (int) i;
  return -1;
}

/**
 * np_catalog_label:
 * @self: a catalogue
 * @id: the id of a label of sheet.json; that it is there is for the programmer to see to
 *
 * Returns: (transfer none): the heading or phrase
 */
const NpText *
np_catalog_label (const NpCatalog *self, const char *id)
{
  int position;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  position = np_items_find (&self->labels, id);
  if (position < 0)
    g_error ("the catalogue has no label “%s”", id);
  return &self->labels.items[position].text;
}

/**
 * np_catalog_attestation:
 * @self: a catalogue
 * @kind: how the consultation ends
 * @role: who signs
 *
 * Returns: (transfer none) (nullable): what that person attests, or %NULL where that role signs nothing
 */
const NpAttestation *
np_catalog_attestation (const NpCatalog *self, NpKind kind, NpRole role)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_attestations; i++)
    if (self->attestations[i].kind == kind && self->attestations[i].role == role)
      return &self->attestations[i];
  return NULL;
}

/**
 * np_catalog_foreach_text:
 * @self: a catalogue
 * @func: called for each text, in the order of the files
 * @data: for @func
 *
 * Visits every text that can be translated.
 */
void
np_catalog_foreach_text (const NpCatalog *self, NpTextFunc func, gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const NpTextNote *note = &g_array_index (self->texts, NpTextNote, i);

      func (&note->text, note->for_patient, note->purpose, data);
    }
}
