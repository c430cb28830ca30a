/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-stored.h"
#include "np-answer-states.h"
#include "np-page.h"

static char *
pointer_to (NpConsultation *consultation, guint question, const char *member)
{
  return g_strdup_printf ("/answers/%s/%s", np_consultation_get_catalog (consultation)->questions[question].id, member);
}

/**
 * np_answer_stored_states:
 * @consultation: a consultation
 * @question: position of a question
 *
 * Returns: (transfer none) (nullable): what was answered, today or on an earlier day
 */
JsonArray *
np_answer_stored_states (NpConsultation *consultation, guint question)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  g_autofree char *pointer = pointer_to (consultation, question, "states");
  JsonNode *node = np_consultation_get (consultation, pointer);
  JsonArray *states = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  return states && json_array_get_length (states) > 0 ? states : NULL;
}

/**
 * np_answer_stored_day:
 * @consultation: a consultation
 * @question: position of a question
 *
 * Returns: (transfer none) (nullable): the day the answer was given on, where it says one
 */
const char *
np_answer_stored_day (NpConsultation *consultation, guint question)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  g_autofree char *pointer = pointer_to (consultation, question, "on");
  return np_consultation_get_string (consultation, pointer);
}

/**
 * np_answer_stored_is_to_confirm:
 * @consultation: a consultation
 * @question: position of a question
 *
 * Returns: whether it is asked anew each day and was answered on an earlier one
 */
gboolean
np_answer_stored_is_to_confirm (NpConsultation *consultation, guint question)
{
  const char *day;

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), FALSE);

  day = np_answer_stored_day (consultation, question);
  return np_consultation_get_catalog (consultation)->questions[question].on_the_day && day &&
         np_answer_stored_states (consultation, question) &&
         g_strcmp0 (day, np_consultation_get_string (consultation, "/assessed_on")) != 0;
}

/**
 * np_answer_stored_today:
 * @consultation: a consultation
 * @question: position of a question
 *
 * Returns: (transfer none) (nullable): the answer that counts today
 */
JsonArray *
np_answer_stored_today (NpConsultation *consultation, guint question)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  if (np_answer_stored_is_to_confirm (consultation, question))
    return NULL;
  return np_answer_stored_states (consultation, question);
}

typedef struct
{
  guint question;
  JsonArray *states; /* nullable: take the answer out */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->states, json_array_unref);
  g_free (self);
}

static gboolean
do_answer (NpConsultation *consultation, gpointer data, GError **error)
{
  Answer *answer = data;

  if (!answer->states)
    return np_consultation_clear_answer (consultation, answer->question, error);
  return np_consultation_answer (consultation, answer->question, np_answer_states_copy (answer->states), error);
}

/**
 * np_answer_stored_set:
 * @widget: a widget in a page
 * @question: position of a question
 * @states: (nullable): the answer; NULL takes it out
 *
 * Answers a question for a person, through np_page_edit ().
 */
void
np_answer_stored_set (GtkWidget *widget, guint question, JsonArray *states)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->question = question;
  answer->states = states ? np_answer_states_copy (states) : NULL;
  np_page_edit (widget, do_answer, answer, answer_free);
}
