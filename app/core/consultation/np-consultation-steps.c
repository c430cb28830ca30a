/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

/* The order of the steps and what blocks them. */

const char *const np_step_words[] = { "people",        "plan",    "screening", "decisions", "disclosure",
                                      "understanding", "signing", "saved",     NULL };

typedef void (*TodoFunc) (NpConsultation *self, GPtrArray *todo);
static const TodoFunc todo_funcs[NP_N_STEPS] = {
  np_consultation_todo_people,     np_consultation_todo_plan,
  np_consultation_todo_screening,  np_consultation_todo_decisions,
  np_consultation_todo_disclosure, np_consultation_todo_understanding,
  np_consultation_todo_signing,    NULL,
};

/**
 * np_consultation_todo:
 * @self: a consultation
 * @step: a step
 *
 * Returns: (transfer full) (element-type NpTodo): what is still to do there, in the order of the page
 */
GPtrArray *
np_consultation_todo (NpConsultation *self, NpStep step)
{
  GPtrArray *todo = g_ptr_array_new_with_free_func ((GDestroyNotify) np_todo_free);

  g_return_val_if_fail (NP_IS_CONSULTATION (self), todo);
  g_return_val_if_fail ((guint) step < NP_N_STEPS, todo);

  if (todo_funcs[step] != NULL)
    todo_funcs[step](self, todo);
  return todo;
}

/* Whether nothing is left to do up to and including `last`; the first thing that is, as an error. */
gboolean
np_consultation_is_done_until (NpConsultation *self, NpStep last, GError **error)
{
  for (NpStep step = NP_STEP_PEOPLE; step <= last; step++)
    {
      g_autoptr (GPtrArray) todo = np_consultation_todo (self, step);

      if (todo->len == 0)
        continue;
      g_set_error_literal (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW,
                           ((const NpTodo *) g_ptr_array_index (todo, 0))->message);
      return FALSE;
    }
  return TRUE;
}

/* Whether its record is on disk: what was signed off never changes (record rule 25). */
gboolean
np_consultation_is_saved (NpConsultation *self)
{
  JsonArray *log = np_document_array (self->document, "/log");

  for (guint i = 0; log != NULL && i < json_array_get_length (log); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (log, i), "what"), "saved"))
      return TRUE;
  return FALSE;
}

/* Consent needs all steps before it. An ending that stops needs only to know who is there, and where the outcome
 * forbids the plan the way to such an ending is open as soon as the decisions are made. */
static gboolean
may_reach_signing (NpConsultation *self)
{
  NpKind kind;

  if (np_consultation_get_ending (self, &kind) && kind != NP_KIND_CONSENT)
    return np_consultation_may_end (self, kind, NULL);
  return np_consultation_is_done_until (
      self, np_consultation_is_blocked (self) ? NP_STEP_DECISIONS : NP_STEP_UNDERSTANDING, NULL);
}

static gboolean
may_reach (NpConsultation *self, NpStep step)
{
  switch (step)
    {
    case NP_STEP_PEOPLE:
      return TRUE;
    case NP_STEP_SIGNING:
      return may_reach_signing (self);
    case NP_STEP_SAVED:
      return np_consultation_is_ready (self, NULL);
    case NP_STEP_PLAN:
    case NP_STEP_SCREENING:
    case NP_STEP_DECISIONS:
    case NP_STEP_DISCLOSURE:
    case NP_STEP_UNDERSTANDING:
      return np_consultation_is_done_until (self, step - 1, NULL);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * np_consultation_step_state:
 * @self: a consultation
 * @step: a step
 *
 * Returns: whether the step is done, open, or has to wait for an earlier one
 */
NpStepState
np_consultation_step_state (NpConsultation *self, NpStep step)
{
  g_autoptr (GPtrArray) todo = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), NP_STEP_STATE_BLOCKED);
  g_return_val_if_fail ((guint) step < NP_N_STEPS, NP_STEP_STATE_BLOCKED);

  if (step == NP_STEP_SAVED && np_consultation_is_saved (self))
    return NP_STEP_STATE_DONE;
  if (!may_reach (self, step))
    return NP_STEP_STATE_BLOCKED;
  if (step == NP_STEP_SAVED)
    return NP_STEP_STATE_OPEN;
  todo = np_consultation_todo (self, step);
  return todo->len == 0 ? NP_STEP_STATE_DONE : NP_STEP_STATE_OPEN;
}
