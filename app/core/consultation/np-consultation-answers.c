/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Screening: answers to the catalogue's questions. */

static char *
answer_pointer (NpConsultation *self, guint question, const char *member)
{
  return g_strdup_printf ("/answers/%s/%s", self->catalog->questions[question].id, member);
}

static void
put_states (NpConsultation *self, JsonNode *changed, guint question, JsonArray *states)
{
  g_autofree char *pointer = answer_pointer (self, question, "states");
  g_autofree char *on = answer_pointer (self, question, "on");
  g_autofree char *together = answer_pointer (self, question, "together");
  g_autofree char *day = g_strdup (np_document_string (changed, "/assessed_on"));
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_set_array (node, states);
  np_document_put (changed, pointer, node);
  np_document_put_string (changed, on, day);
  np_document_put (changed, together, NULL);
}

static JsonArray *
states_of_word (const char *state)
{
  JsonArray *states = json_array_new ();
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "is", state);
  json_array_add_object_element (states, entry);
  return states;
}

/**
 * np_consultation_answer:
 * @self: a consultation
 * @question: position of a question
 * @states: (transfer full): its states as the document holds them; empty takes the answer out
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Answers a question anew, today. Its note stays.
 *
 * Returns: whether the answer was taken
 */
gboolean
np_consultation_answer (NpConsultation *self, guint question, JsonArray *states, GError **error)
{
  g_autoptr (JsonArray) given = states;
  g_autoptr (JsonNode) wrapped = NULL;
  g_autoptr (JsonNode) clean = NULL;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && given != NULL, FALSE);
  g_return_val_if_fail (question < self->catalog->n_questions, FALSE);

  if (json_array_get_length (given) == 0)
    return np_consultation_clear_answer (self, question, error);
  wrapped = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (wrapped, given);
  clean = np_document_copy_clean (wrapped);
  changed = np_consultation_begin (self);
  put_states (self, changed, question, json_node_get_array (clean));
  np_document_log (changed, self->clock, "answered", self->catalog->questions[question].id, NULL);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_answer_word:
 * @self: a consultation
 * @question: position of a question
 * @state: a state without fields, as `no`
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Returns: whether the answer was taken
 */
gboolean
np_consultation_answer_word (NpConsultation *self, guint question, const char *state, GError **error)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return np_consultation_answer (self, question, states_of_word (state), error);
}

/**
 * np_consultation_clear_answer:
 * @self: a consultation
 * @question: position of a question
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Makes a question unanswered. Its note stays.
 *
 * Returns: whether the answer was taken out
 */
gboolean
np_consultation_clear_answer (NpConsultation *self, guint question, GError **error)
{
  static const char *const members[] = { "states", "on", "together" };
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (question < self->catalog->n_questions, FALSE);

  changed = np_consultation_begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *pointer = answer_pointer (self, question, members[i]);

      np_document_put (changed, pointer, NULL);
    }
  np_document_log (changed, self->clock, "answered", self->catalog->questions[question].id, "cleared");
  return np_consultation_apply (self, changed, error);
}

/* Anything but "no" that was said on an earlier day is asked about by itself, never swept away with the others. */
static gboolean
was_answered_otherwise (NpConsultation *self, guint question)
{
  g_autofree char *pointer = answer_pointer (self, question, "states");
  JsonArray *states = np_document_array (self->document, pointer);
  JsonObject *only =
      states != NULL && json_array_get_length (states) == 1 ? json_array_get_object_element (states, 0) : NULL;

  return states != NULL && json_array_get_length (states) > 0 &&
         (only == NULL || !g_str_equal (json_object_get_string_member (only, "is"), "no"));
}

/* A "no" that by itself brings up a finding does not fit what the lists or other answers say. */
static gboolean
no_would_be_found (NpConsultation *self, guint question)
{
  g_autoptr (NpFacts) facts = np_facts_copy (self->reading->facts);
  NpAssessment *assessment;
  gboolean found = FALSE;

  np_facts_clear_answer (facts, question);
  np_facts_add_common (facts, question, NP_STATE_NO);
  assessment = np_assess (facts, NULL, 0);
  for (guint i = 0; i < assessment->n_findings && !found; i++)
    for (guint j = 0; j < assessment->findings[i].n_causes; j++)
      found = found || (assessment->findings[i].causes[j].kind == NP_CAUSE_QUESTION &&
                        assessment->findings[i].causes[j].index == question);
  np_assessment_free (assessment);
  return found;
}

/* What the lists or the plan hold may be too much for one "no" to a whole group, as any listed allergy for "any other allergy?". */
static gboolean
is_asked_by_itself (NpConsultation *self, guint question)
{
  const NpRule *rule = &self->catalog->questions[question].by_itself;

  return np_rule_is_set (rule) && np_assessment_holds (np_consultation_get_assessment (self), self->reading->facts, rule);
}

static gboolean
takes_no_together (NpConsultation *self, guint question, guint group)
{
  const NpQuestion *entry = &self->catalog->questions[question];

  return entry->group == group && entry->takes_no && !entry->is_birth_date &&
         np_facts_asks_question (self->reading->facts, question) && !np_consultation_is_answered (self, question) &&
         !was_answered_otherwise (self, question) && !is_asked_by_itself (self, question) &&
         !no_would_be_found (self, question);
}

/**
 * np_consultation_group_takes_no:
 * @self: a consultation
 * @group: position of a group of questions
 *
 * Returns: whether np_consultation_answer_group_no () would answer anything
 */
gboolean
np_consultation_group_takes_no (NpConsultation *self, guint group)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (takes_no_together (self, i, group))
      return TRUE;
  return FALSE;
}

static void
put_no_together (NpConsultation *self, JsonNode *changed, guint question)
{
  g_autoptr (JsonArray) states = states_of_word ("no");
  g_autofree char *together = answer_pointer (self, question, "together");

  put_states (self, changed, question, states);
  np_document_put (changed, together, json_node_init_boolean (json_node_alloc (), TRUE));
}

/**
 * np_consultation_answer_group_no:
 * @self: a consultation
 * @group: position of a group of questions
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Answers "no" to every question of the group that is asked, still open and takes a "no": one deliberate act, logged as
 * one. A question stays open where "no" does not fit what is known, as a listed allergy, or where the catalogue says so:
 * it is asked by itself.
 *
 * Returns: whether there was one
 */
gboolean
np_consultation_answer_group_no (NpConsultation *self, guint group, GError **error)
{
  g_autoptr (JsonNode) changed = NULL;
  g_autoptr (GString) answered = g_string_new (NULL);

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (group < self->catalog->n_question_groups, FALSE);

  changed = np_consultation_begin (self);
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (takes_no_together (self, i, group))
      {
        put_no_together (self, changed, i);
        g_string_append_printf (answered, "%s%s", answered->len > 0 ? " " : "", self->catalog->questions[i].id);
      }
  if (answered->len == 0)
    {
      g_set_error_literal (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW,
                           _("No question of this group can be answered with the others."));
      return FALSE;
    }
  np_document_log (changed, self->clock, "answered-together", self->catalog->question_groups[group].id, answered->str);
  return np_consultation_apply_undoable (self, g_steal_pointer (&changed), error);
}

/**
 * np_consultation_is_answered:
 * @self: a consultation
 * @question: position of a question
 *
 * Returns: whether it is answered: today, where it is asked anew each day
 */
gboolean
np_consultation_is_answered (NpConsultation *self, guint question)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (question < self->catalog->n_questions, FALSE);

  return np_facts_question_answered (self->reading->facts, question);
}

/**
 * np_consultation_count_answers:
 * @self: a consultation
 * @answered: (out): how many of the questions asked are answered
 * @asked: (out): how many questions this plan asks, the date of birth aside, which is asked among the people
 */
void
np_consultation_count_answers (NpConsultation *self, guint *answered, guint *asked)
{
  g_return_if_fail (NP_IS_CONSULTATION (self));
  g_return_if_fail (answered != NULL && asked != NULL);

  *answered = *asked = 0;
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (!self->catalog->questions[i].is_birth_date && np_facts_asks_question (self->reading->facts, i))
      {
        *asked += 1;
        *answered += np_consultation_is_answered (self, i) ? 1 : 0;
      }
}

/* An interpreter takes part when one is named, or said to be needed. */
gboolean
np_consultation_has_interpreter (NpConsultation *self)
{
  guint question, state;

  return np_consultation_has_text (self, "/interpreter/name") ||
         (np_catalog_find_interpreter (self->catalog, &question, &state) &&
          (self->reading->facts->answers[question].states & NP_STATE_BIT (state)) != 0);
}
