/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assessment.h"

#include "np-json-write.h"

#include <string.h>

/* The assessment as JSON. What has no value is left out; there are no nulls. */

static void
put_day (JsonObject *object, const char *name, NpDay day)
{
  g_autofree char *text = day == NP_DAY_NONE ? NULL : np_day_format (day);

  np_json_put_string (object, name, text);
}

static gboolean
holds_string (JsonArray *array, const char *text)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (strcmp (json_array_get_string_element (array, i), text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_cause_ids (JsonArray *ids, const NpCatalog *catalog, NpCauseKind kind, const NpCause *causes, guint n_causes)
{
  for (guint i = 0; i < n_causes; i++)
    {
      g_autofree char *id = causes[i].kind == kind ? np_cause_id (catalog, &causes[i]) : NULL;

      if (id != NULL && !holds_string (ids, id))
        json_array_add_string_element (ids, id);
    }
}

/* What was answered stands before the plan. Several causes may come from one question; it is named once. */
static JsonArray *
cause_ids (const NpCatalog *catalog, const NpCause *causes, guint n_causes)
{
  JsonArray *ids = json_array_new ();

  for (NpCauseKind kind = NP_CAUSE_QUESTION; kind <= NP_CAUSE_FINDING; kind++)
    add_cause_ids (ids, catalog, kind, causes, n_causes);
  return ids;
}

static JsonArray *
finding_ids (const NpCatalog *catalog, const guint16 *findings, guint n_findings)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < n_findings; i++)
    json_array_add_string_element (ids, catalog->findings[findings[i]].id);
  return ids;
}

static JsonArray *
sources (const NpEvidence *evidence)
{
  JsonArray *tags = json_array_new ();

  for (guint i = 0; i < evidence->n_tags; i++)
    json_array_add_string_element (tags, evidence->tags[i]);
  return tags;
}

static gboolean
gives_reason (const NpShownRisk *risk, guint finding)
{
  for (guint i = 0; i < risk->n_because; i++)
    if (risk->because[i] == finding)
      return TRUE;
  return FALSE;
}

static JsonArray *
disclosed_risks (const NpAssessment *self, guint finding)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < self->n_risks; i++)
    if (gives_reason (&self->risks[i], finding))
      json_array_add_string_element (ids, self->catalog->risks[self->risks[i].risk].id);
  return ids;
}

static JsonObject *
decision_object (JsonObject *decision, const NpFired *fired)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (decision);

  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (copy, name->data, json_node_copy (json_object_get_member (decision, name->data)));
  json_object_set_string_member (copy, "effective", np_class_words[fired->effective]);
  return copy;
}

static JsonObject *
finding_object (const NpAssessment *self, const NpFired *fired, GHashTable *decisions)
{
  const NpFinding *finding = &self->catalog->findings[fired->finding];
  JsonObject *decision = decisions == NULL ? NULL : g_hash_table_lookup (decisions, finding->id);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", finding->id);
  np_json_put_string (object, "class", np_class_words[fired->class]);
  np_json_put_array (object, "cause", cause_ids (self->catalog, fired->causes, fired->n_causes));
  put_day (object, "clear_date", fired->clear_date);
  np_json_put_string (object, "action", finding->action.source);
  np_json_put_array (object, "source", sources (&finding->evidence));
  np_json_put_array (object, "discloses", disclosed_risks (self, fired->finding));
  if (decision != NULL)
    np_json_put_object (object, "decision", decision_object (decision, fired));
  return object;
}

static JsonArray *
findings_array (const NpAssessment *self, GHashTable *decisions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->n_findings; i++)
    json_array_add_object_element (array, finding_object (self, &self->findings[i], decisions));
  return array;
}

static JsonArray *
met_array (const NpAssessment *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->n_met; i++)
    {
      JsonObject *object = json_object_new ();

      np_json_put_string (object, "id", self->catalog->findings[self->met[i].finding].id);
      np_json_put_array (object, "cause", cause_ids (self->catalog, self->met[i].causes, self->met[i].n_causes));
      put_day (object, "clear_date", self->met[i].clear_date);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
risks_array (const NpAssessment *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->n_risks; i++)
    {
      const NpRisk *risk = &self->catalog->risks[self->risks[i].risk];
      JsonObject *object = json_object_new ();

      np_json_put_string (object, "id", risk->id);
      np_json_put_string (object, "group", self->catalog->risk_groups.items[risk->group].id);
      np_json_put_array (object, "because",
                         finding_ids (self->catalog, self->risks[i].because, self->risks[i].n_because));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
unanswered_array (const NpAssessment *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->n_unanswered; i++)
    {
      g_autofree char *id = np_open_id (self->catalog, &self->unanswered[i]);

      json_array_add_string_element (array, id);
    }
  return array;
}

static JsonArray *
remedies_array (const NpAssessment *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->n_remedies; i++)
    {
      JsonObject *object = json_object_new ();

      np_json_put_string (object, "finding", self->catalog->findings[self->remedies[i].finding].id);
      np_json_put_string (object, "change", self->catalog->changes.items[self->remedies[i].change].id);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* What has to happen first, of the findings that stand in the way and name no day. */
static void
put_waiting_for (JsonObject *object, const NpAssessment *self, const NpLanguage *language)
{
  g_autoptr (JsonArray) waits = json_array_new ();

  for (guint i = 0; i < self->n_findings; i++)
    {
      const NpFired *fired = &self->findings[i];
      const NpText *waiting_for = &self->catalog->findings[fired->finding].waiting_for;
      const char *said;

      if (fired->effective < NP_CLASS_DEFERRAL || fired->clear_date != NP_DAY_NONE || waiting_for->source == NULL)
        continue;
      said = np_language_say (language, waiting_for);
      if (!holds_string (waits, said))
        json_array_add_string_element (waits, said);
    }
  if (json_array_get_length (waits) > 0)
    np_json_put_array (object, "waiting_for", g_steal_pointer (&waits));
}

/**
 * np_assessment_to_json:
 * @self: an assessment
 * @language: what the patient is told in
 * @decisions: (nullable) (element-type utf8 JsonObject): by the id of a finding, the decision on it as the consultation
 * holds it
 *
 * Writes the assessment as it stands in records and as `needlepointctl screen` prints it. A finding's `class` is the
 * one it has by itself; what a decision made of it stands inside the decision as `effective`.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
np_assessment_to_json (const NpAssessment *self, const NpLanguage *language, GHashTable *decisions)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  object = json_object_new ();
  np_json_put_string (object, "outcome", np_outcome_words[self->outcome]);
  put_day (object, "clear_date", self->clear_date);
  put_waiting_for (object, self, language);
  np_json_put_array (object, "findings", findings_array (self, decisions));
  np_json_put_array (object, "met", met_array (self));
  np_json_put_array (object, "risks", risks_array (self));
  np_json_put_array (object, "unanswered", unanswered_array (self));
  np_json_put_array (object, "remedies", remedies_array (self));
  np_json_put_bool (object, "for_signature", self->for_signature);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}
