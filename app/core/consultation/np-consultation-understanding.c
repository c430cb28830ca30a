/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* Whether what was told was understood, and whether there is time to think it over. */

#define MOST_TRIES 2 /* after that the practitioner speaks with the patient (record rule 18) */

static JsonObject *
teach_back_entry (NpConsultation *self, guint teach_back)
{
  g_autofree char *pointer = np_consultation_entry_pointer ("/understanding", self->catalog->teach_back[teach_back].id);
  g_autofree char *digest = np_consultation_teach_back_digest (self, teach_back);

  if (!np_consultation_is_noted (self, "/understanding", self->catalog->teach_back[teach_back].id, digest))
    return NULL;
  return np_document_object (self->document, pointer);
}

static gboolean
is_not_yet (JsonObject *entry)
{
  return g_str_equal (json_object_get_string_member (entry, "result"), "not-yet");
}

/* How often it was asked in vain before. A result that is no “not yet” was the last try: another one in its place corrects it. */
static gint64
tries_in_vain (JsonObject *entry)
{
  gint64 tries = entry != NULL ? json_object_get_int_member (entry, "tries") : 0;

  return entry == NULL || is_not_yet (entry) ? tries : tries - 1;
}

static JsonNode *
make_result (NpConsultation *self, guint teach_back, const char *result)
{
  g_autofree char *digest = np_consultation_teach_back_digest (self, teach_back);
  gint64 in_vain = tries_in_vain (teach_back_entry (self, teach_back));
  JsonNode *node = np_consultation_make_note (self, digest);
  JsonObject *entry = json_node_get_object (node);

  /* Who says it after it was explained again was asked before. */
  if (g_str_equal (result, "after-explaining"))
    in_vain = MAX (in_vain, 1);
  np_json_put_string (entry, "result", result);
  np_json_put_int (entry, "tries", in_vain + 1);
  return node;
}

/**
 * np_consultation_teach_back:
 * @self: a consultation
 * @teach_back: position of a question that applies
 * @result: `own-words`, `after-explaining` or `not-yet`
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Notes one more try. A `not-yet` ends the practitioner's decision to go on, which was about the ones before.
 *
 * Returns: whether that was noted
 */
gboolean
np_consultation_teach_back (NpConsultation *self, guint teach_back, const char *result, GError **error)
{
  g_autofree char *pointer = NULL;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && result != NULL, FALSE);
  g_return_val_if_fail (teach_back < self->catalog->n_teach_back, FALSE);

  if (!np_consultation_is_done_until (self, NP_STEP_DISCLOSURE, error))
    return FALSE;
  pointer = np_consultation_entry_pointer ("/understanding", self->catalog->teach_back[teach_back].id);
  changed = np_consultation_begin (self);
  np_document_put (changed, pointer, make_result (self, teach_back, result));
  if (g_str_equal (result, "not-yet"))
    np_document_put (changed, "/understanding_decision", NULL);
  np_document_log (changed, self->clock, "understood", self->catalog->teach_back[teach_back].id, result);
  return np_consultation_apply (self, changed, error);
}

gboolean
np_consultation_understood (NpConsultation *self, guint teach_back)
{
  JsonObject *entry = teach_back_entry (self, teach_back);

  return entry != NULL && !is_not_yet (entry);
}

static gboolean
is_out_of_tries (NpConsultation *self, guint teach_back)
{
  JsonObject *entry = teach_back_entry (self, teach_back);

  return entry != NULL && is_not_yet (entry) && json_object_get_int_member (entry, "tries") >= MOST_TRIES;
}

/* ---- the time to think ---- */

/**
 * np_consultation_cooling_off:
 * @self: a consultation
 *
 * Returns: (transfer none) (nullable): the longest time to think that applies; %NULL where the catalogue names none
 */
const NpCoolingOff *
np_consultation_cooling_off (NpConsultation *self)
{
  const NpCoolingOff *longest = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);

  for (guint i = 0; i < self->catalog->n_cooling_off; i++)
    {
      const NpCoolingOff *entry = &self->catalog->cooling_off[i];

      if (np_consultation_holds (self, &entry->when) && (longest == NULL || entry->hours > longest->hours))
        longest = entry;
    }
  return longest;
}

/**
 * np_consultation_cooling_off_hours:
 * @self: a consultation
 *
 * Returns: the time to think in hours; 0 where there is none
 */
int
np_consultation_cooling_off_hours (NpConsultation *self)
{
  const NpCoolingOff *longest = np_consultation_cooling_off (self);

  return longest != NULL ? longest->hours : 0;
}

/**
 * np_consultation_is_early:
 * @self: a consultation
 *
 * Of the planned treatment only the day is known: it is early when it lies before the day on which the time to think is
 * over.
 *
 * Returns: whether the planned day is too early; %FALSE while disclosure is not complete
 */
gboolean
np_consultation_is_early (NpConsultation *self)
{
  const char *stamp;
  g_autoptr (GDateTime) informed = NULL;
  g_autoptr (GDateTime) earliest = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  stamp = np_document_string (self->document, "/disclosure/informed_at");
  informed = stamp != NULL ? np_stamp_parse (stamp) : NULL;
  if (informed == NULL)
    return FALSE;
  earliest = g_date_time_add_hours (informed, np_consultation_cooling_off_hours (self));
  day = g_date_time_format (earliest, "%Y-%m-%d");
  return np_facts_planned (self->reading->facts) < np_day_parse (day);
}

/* ---- what is still to do ---- */

static void
todo_teach_back (NpConsultation *self, guint teach_back, GPtrArray *todo)
{
  const NpTeachBack *entry = &self->catalog->teach_back[teach_back];
  g_autofree char *ask = np_consultation_quote (self, &entry->ask);
  char *message;

  if (teach_back_entry (self, teach_back) == NULL)
    /* Translators: %s is how a question begins */
    message = g_strdup_printf (_("Ask the patient: %s"), ask);
  else
    /* Translators: %s is how a question begins */
    message = g_strdup_printf (_("Explain it again, another way, and ask once more: %s"), ask);
  np_todo_add (todo, NP_STEP_UNDERSTANDING, np_consultation_entry_pointer ("/understanding", entry->id), message);
}

/* Too early needs the practitioner's reason; under 18 there is no reason that would do (design 4). */
static void
todo_early (NpConsultation *self, GPtrArray *todo)
{
  if (!np_consultation_is_early (self))
    return;
  if (np_consultation_is_minor (self))
    np_todo_add (todo, NP_STEP_UNDERSTANDING, g_strdup ("/planned_on"),
                 g_strdup (_("The planned day is too early for someone under 18. Choose a later day.")));
  else if (np_document_lookup (self->document, "/early") == NULL)
    np_todo_add (todo, NP_STEP_UNDERSTANDING, g_strdup ("/early"),
                 g_strdup (_("The time to think is not over on the planned day. Enter the practitioner's reason, or "
                              "choose a later day.")));
}

void
np_consultation_todo_understanding (NpConsultation *self, GPtrArray *todo)
{
  gboolean decided = np_document_lookup (self->document, "/understanding_decision") != NULL;
  gboolean out_of_tries = FALSE;

  for (guint i = 0; i < self->catalog->n_teach_back; i++)
    if (np_consultation_applies_teach_back (self, i) && !np_consultation_understood (self, i))
      {
        if (is_out_of_tries (self, i))
          out_of_tries = TRUE;
        else
          todo_teach_back (self, i, todo);
      }
  if (out_of_tries && !decided)
    np_todo_add (
        todo, NP_STEP_UNDERSTANDING, g_strdup ("/understanding_decision"),
        g_strdup (_("Something is not understood after two tries. The practitioner speaks with the patient and "
                     "records a decision.")));
  todo_early (self, todo);
}
