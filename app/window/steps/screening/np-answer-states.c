/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-states.h"
#include "np-document.h"

static const char *
id_at (JsonArray *states, guint position)
{
  return json_object_get_string_member (json_array_get_object_element (states, position), "is");
}

static int
find_position (JsonArray *states, const char *id)
{
  for (guint i = 0; i < json_array_get_length (states); i++)
    if (g_strcmp0 (id_at (states, i), id) == 0)
      return (int) i;
  return -1;
}

/**
 * np_answer_states_copy:
 * @states: (nullable): states of an answer
 *
 * Returns: (transfer full): a copy to edit, empty where there are none
 */
JsonArray *
np_answer_states_copy (JsonArray *states)
{
  if (!states)
    return json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), states);
  g_autoptr (JsonNode) copy = np_document_copy (node);
  return json_node_dup_array (copy);
}

/**
 * np_answer_states_equal:
 * @a: (nullable): states
 * @b: (nullable): other states
 *
 * Returns: whether both say the same; none at all and an empty list are the same
 */
gboolean
np_answer_states_equal (JsonArray *a, JsonArray *b)
{
  guint n_a = a ? json_array_get_length (a) : 0;
  guint n_b = b ? json_array_get_length (b) : 0;

  return n_a == n_b && (n_a == 0 || json_array_equal (a, b));
}

/**
 * np_answer_states_find:
 * @states: states of an answer
 * @id: a state's id
 *
 * Returns: (transfer none) (nullable): the state with its fields
 */
JsonObject *
np_answer_states_find (JsonArray *states, const char *id)
{
  g_return_val_if_fail (states && id, NULL);

  int position = find_position (states, id);
  return position >= 0 ? json_array_get_object_element (states, (guint) position) : NULL;
}

static gboolean
stands_alone (const NpQuestion *question, const char *id)
{
  int state = np_catalog_find_state (question, id);

  if (state < 0)
    return g_str_equal (id, "no") || g_str_equal (id, "not-applicable");
  return (question->alone & NP_STATE_BIT (state)) != 0;
}

static void
remove_lonely (JsonArray *states, const NpQuestion *question)
{
  for (guint i = json_array_get_length (states); i > 0; i--)
    if (stands_alone (question, id_at (states, i - 1)))
      json_array_remove_element (states, i - 1);
}

/**
 * np_answer_states_set:
 * @states: states of an answer, changed in place
 * @question: its question
 * @id: a state's id, one of the common ones included
 * @holds: whether it holds from now on
 *
 * Adds a state without fields, or takes one out with its fields.
 */
void
np_answer_states_set (JsonArray *states, const NpQuestion *question, const char *id, gboolean holds)
{
  g_return_if_fail (states && question && id);

  int position = find_position (states, id);
  if (!holds)
    {
      if (position >= 0)
        json_array_remove_element (states, (guint) position);
      return;
    }
  if (position >= 0)
    return;
  if (stands_alone (question, id))
    np_answer_states_clear (states);
  else
    remove_lonely (states, question);
  JsonObject *state = json_object_new ();
  json_object_set_string_member (state, "is", id);
  json_array_add_object_element (states, state);
}

/**
 * np_answer_states_clear:
 * @states: states of an answer; empty afterwards
 */
void
np_answer_states_clear (JsonArray *states)
{
  g_return_if_fail (states);

  for (guint i = json_array_get_length (states); i > 0; i--)
    json_array_remove_element (states, i - 1);
}

static gboolean
has_needed_fields (JsonObject *entry, const NpState *state)
{
  for (guint i = 0; i < state->n_fields; i++)
    if (state->fields[i].needed && !json_object_has_member (entry, state->fields[i].id))
      return FALSE;
  return TRUE;
}

/**
 * np_answer_states_are_complete:
 * @states: states of an answer
 * @question: its question
 *
 * Returns: whether the document can hold the answer: there is a state, and no needed field is missing
 */
gboolean
np_answer_states_are_complete (JsonArray *states, const NpQuestion *question)
{
  g_return_val_if_fail (states && question, FALSE);

  for (guint i = 0; i < json_array_get_length (states); i++)
    {
      int state = np_catalog_find_state (question, id_at (states, i));

      if (state >= 0 && !has_needed_fields (json_array_get_object_element (states, i), &question->states[state]))
        return FALSE;
    }
  return json_array_get_length (states) > 0;
}

/**
 * np_answer_states_own:
 * @states: states of an answer
 * @question: its question
 *
 * Returns: a bit for each of the question's own states that is there
 */
guint64
np_answer_states_own (JsonArray *states, const NpQuestion *question)
{
  guint64 own = 0;

  g_return_val_if_fail (states && question, 0);
  for (guint i = 0; i < json_array_get_length (states); i++)
    {
      int state = np_catalog_find_state (question, id_at (states, i));

      own |= state >= 0 ? NP_STATE_BIT (state) : 0;
    }
  return own;
}
