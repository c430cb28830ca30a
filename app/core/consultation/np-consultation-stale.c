/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

/* Drafts of another day, and files that do not say what the program fills in. */

static gboolean
has_states (JsonNode *document, const char *id)
{
  g_autofree char *pointer = g_strdup_printf ("/answers/%s/states", id);
  JsonArray *states = np_document_array (document, pointer);

  return states != NULL && json_array_get_length (states) > 0;
}

static gboolean
is_question_reopened (NpConsultation *self, guint question)
{
  const NpQuestion *entry = &self->catalog->questions[question];

  return entry->on_the_day && has_states (self->document, entry->id) &&
         self->reading->facts->answers[question].states == 0 && np_facts_asks_question (self->reading->facts, question);
}

static gboolean
is_check_reopened (NpConsultation *self, guint check)
{
  g_autofree char *pointer = g_strdup_printf ("/plan/checks/%s", self->catalog->plan_checks[check].id);

  return np_document_lookup (self->document, pointer) != NULL &&
         self->reading->facts->checks[check] == NP_CHECK_UNANSWERED &&
         np_facts_asks_check (self->reading->facts, check);
}

gboolean
np_consultation_is_reopened (NpConsultation *self)
{
  const NpFacts *facts = self->reading->facts;
  gboolean reopened;

  reopened = (np_document_lookup (self->document, "/medicines") != NULL && !facts->medicines_known) ||
             (np_document_lookup (self->document, "/allergies") != NULL && !facts->allergies_known);
  for (guint i = 0; i < self->catalog->n_questions && !reopened; i++)
    reopened = is_question_reopened (self, i);
  for (guint i = 0; i < self->catalog->n_plan_checks && !reopened; i++)
    reopened = is_check_reopened (self, i);
  return reopened;
}

/* Writes down the day where none stands because it was the day of the assessment. */
static void
put_day (JsonNode *document, const char *thing, const char *pointer, const char *day)
{
  if (np_document_lookup (document, thing) != NULL && np_document_lookup (document, pointer) == NULL)
    np_document_put_string (document, pointer, day);
}

static void
put_days (JsonNode *document, const NpCatalog *catalog, const char *day)
{
  put_day (document, "/medicines", "/medicines_on", day);
  put_day (document, "/allergies", "/allergies_on", day);
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    {
      g_autofree char *check = g_strdup_printf ("/plan/checks/%s", catalog->plan_checks[i].id);
      g_autofree char *on = g_strdup_printf ("/plan/checks_on/%s", catalog->plan_checks[i].id);

      put_day (document, check, on, day);
    }
  for (guint i = 0; i < catalog->n_questions; i++)
    {
      g_autofree char *answer = g_strdup_printf ("/answers/%s/states", catalog->questions[i].id);
      g_autofree char *on = g_strdup_printf ("/answers/%s/on", catalog->questions[i].id);

      put_day (document, answer, on, day);
    }
}

/* Whether the day that was planned lies before today. */
gboolean
np_consultation_has_passed (NpConsultation *self, const char *today)
{
  const char *planned = np_document_string (self->document, "/planned_on");

  return planned != NULL && np_day_parse (planned) < np_day_parse (today);
}

/**
 * np_consultation_move_to_today:
 * @document: a draft of another day that reads without problems; changed in place
 * @catalog: its catalogue
 * @today: the day it becomes a draft of
 *
 * Every answer keeps the day it was given on; those that are asked on the day count as unanswered from now on. A
 * planned day that has passed is taken out.
 */
void
np_consultation_move_to_today (JsonNode *document, const NpCatalog *catalog, const char *today)
{
  g_autofree char *day = g_strdup (np_document_string (document, "/assessed_on"));
  const char *planned = np_document_string (document, "/planned_on");

  put_days (document, catalog, day);
  if (planned != NULL && np_day_parse (planned) < np_day_parse (today))
    np_document_put (document, "/planned_on", NULL);
  np_document_put_string (document, "/assessed_on", today);
}

/* ---- what a file need not say ---- */

static void
fill_digest (JsonObject *entries, const char *id, const char *digest)
{
  JsonObject *entry =
      entries != NULL && json_object_has_member (entries, id) ? json_object_get_object_member (entries, id) : NULL;

  if (entry != NULL && !json_object_has_member (entry, "digest"))
    json_object_set_string_member (entry, "digest", digest);
}

static void
fill_basis (NpConsultation *self, JsonObject *decision)
{
  int finding = np_catalog_find_finding (self->catalog, json_object_get_string_member (decision, "finding"));
  const NpFired *fired = np_assessment_find (self->assessment, (guint) finding);
  g_autofree char *basis = fired != NULL ? np_assessment_basis (self->reading->facts, fired) : NULL;

  if (basis != NULL && !json_object_has_member (decision, "basis"))
    json_object_set_string_member (decision, "basis", basis);
}

/* Decisions, acknowledgements and the like that do not say what they were made on were made on what the file says. */
void
np_consultation_fill_in (NpConsultation *self)
{
  JsonArray *decisions = np_document_array (self->document, "/decisions");
  JsonObject *acknowledged = np_document_object (self->document, "/disclosure/acknowledged");
  JsonObject *told = np_document_object (self->document, "/disclosure/told");
  JsonObject *understanding = np_document_object (self->document, "/understanding");

  for (guint i = 0; i < self->assessment->n_risks; i++)
    {
      g_autofree char *digest = np_consultation_risk_digest (self, &self->assessment->risks[i]);

      fill_digest (acknowledged, self->catalog->risks[self->assessment->risks[i].risk].id, digest);
    }
  for (guint i = 0; i < self->catalog->n_information; i++)
    {
      g_autofree char *digest = np_consultation_information_digest (self, i);

      fill_digest (told, self->catalog->information[i].id, digest);
    }
  for (guint i = 0; i < self->catalog->n_teach_back; i++)
    {
      g_autofree char *digest = np_consultation_teach_back_digest (self, i);

      fill_digest (understanding, self->catalog->teach_back[i].id, digest);
    }
  for (guint i = 0; decisions != NULL && i < json_array_get_length (decisions); i++)
    fill_basis (self, json_array_get_object_element (decisions, i));
}
