/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A consultation as the content of a record: what it is about, what was shown, what followed, who signed. */
#include "np-record-private.h"

#include "np-explain.h"
#include "np-json-write.h"

G_DEFINE_QUARK (np-record-error-quark, np_record_error)

/* A copy through and through: what goes on in the consultation must not reach into a record. */
static void
put_copy (JsonObject *object, const char *name, JsonNode *node)
{
  if (node != NULL)
    json_object_set_member (object, name, np_document_copy (node));
}

static JsonObject *
overlay_object (const NpCatalog *catalog)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", catalog->overlay_id);
  np_json_put_string (object, "version", catalog->overlay_version);
  np_json_put_string (object, "digest", catalog->overlay_digest);
  return object;
}

static JsonArray *
approvals_array (const NpCatalog *catalog)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < catalog->n_approvals; i++)
    {
      JsonObject *object = json_object_new ();

      np_json_put_string (object, "what", catalog->approvals[i].what);
      np_json_put_string (object, "name", catalog->approvals[i].name);
      np_json_put_string (object, "role", catalog->approvals[i].role);
      np_json_put_string (object, "date", catalog->approvals[i].date);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
add_changed (JsonArray *array, GHashTable *seen, const char *id, gboolean changed)
{
  if (changed && id != NULL && g_hash_table_add (seen, (gpointer) id))
    json_array_add_string_element (array, id);
}

/* What an entry of the overlay made milder, and what that made milder elsewhere: without a risk its findings disclose less. */
static JsonArray *
clinic_changed_array (const NpCatalog *catalog)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < catalog->n_findings; i++)
    add_changed (array, seen, catalog->findings[i].id, catalog->findings[i].clinic_changed);
  for (guint i = 0; i < catalog->n_risks; i++)
    add_changed (array, seen, catalog->risks[i].id, catalog->risks[i].clinic_changed);
  for (guint i = 0; i < catalog->n_cooling_off; i++)
    add_changed (array, seen, catalog->cooling_off[i].id, catalog->cooling_off[i].clinic_changed);
  for (guint i = 0; i < catalog->n_approvals; i++)
    add_changed (array, seen, catalog->approvals[i].id, catalog->approvals[i].softer);
  return array;
}

static JsonObject *
catalog_object (const NpCatalog *catalog)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", catalog->id);
  np_json_put_string (object, "version", catalog->version);
  np_json_put_string (object, "digest", catalog->digest);
  np_json_put_string (object, "language", catalog->language);
  if (catalog->overlay_id == NULL)
    return object;
  np_json_put_object (object, "overlay", overlay_object (catalog));
  np_json_put_string (object, "merged_digest", catalog->merged_digest);
  np_json_put_array (object, "approvals", approvals_array (catalog));
  np_json_put_array (object, "clinic_changed", clinic_changed_array (catalog));
  return object;
}

/* What stands beside it in the record is not repeated inside. */
static JsonObject *
consultation_object (JsonNode *document)
{
  static const char *const beside[] = { "ending", "signatures", "log" };
  JsonObject *object = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (document));

  for (GList *name = names; name != NULL; name = name->next)
    {
      gboolean outside = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
        outside |= g_str_equal (name->data, beside[i]);
      if (!outside)
        put_copy (object, name->data, json_object_get_member (json_node_get_object (document), name->data));
    }
  return object;
}

static char *
earliest_stamp (NpConsultation *consultation)
{
  const char *informed = np_consultation_get_string (consultation, "/disclosure/informed_at");
  g_autoptr (GDateTime) from = informed == NULL ? NULL : np_stamp_parse (informed);
  g_autoptr (GDateTime) earliest = NULL;

  if (from == NULL)
    return NULL;
  earliest = g_date_time_add_hours (from, np_consultation_cooling_off_hours (consultation));
  return g_date_time_format (earliest, "%Y-%m-%dT%H:%M:%S%:z");
}

static JsonObject *
cooling_off_object (NpConsultation *consultation)
{
  JsonObject *object = json_object_new ();
  g_autofree char *earliest = earliest_stamp (consultation);

  np_json_put_string (object, "id", np_consultation_cooling_off (consultation)->id);
  np_json_put_int (object, "hours", np_consultation_cooling_off_hours (consultation));
  np_json_put_string (object, "informed_at", np_consultation_get_string (consultation, "/disclosure/informed_at"));
  np_json_put_string (object, "earliest", earliest);
  if (earliest != NULL)
    np_json_put_bool (object, "kept", !np_consultation_is_early (consultation));
  return object;
}

static JsonObject *
shown_risk (NpConsultation *consultation, const NpShownRisk *shown)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  const NpRisk *risk = &catalog->risks[shown->risk];
  g_autofree char *pointer = g_strdup_printf ("/disclosure/acknowledged/%s/at", risk->id);
  JsonObject *object = json_object_new ();
  JsonArray *because = json_array_new ();

  np_json_put_string (object, "id", risk->id);
  np_json_put_string (object, "group", catalog->risk_groups.items[risk->group].id);
  np_json_put_bool (object, "serious", risk->serious);
  for (guint i = 0; i < shown->n_because; i++)
    json_array_add_string_element (because, catalog->findings[shown->because[i]].id);
  np_json_put_array (object, "because", because);
  np_json_put_string (object, "acknowledged_at", np_consultation_get_string (consultation, pointer));
  return object;
}

static JsonArray *
shown_risks (NpConsultation *consultation)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < assessment->n_risks; i++)
    json_array_add_object_element (array, shown_risk (consultation, &assessment->risks[i]));
  return array;
}

/* The states of answers that caused a finding, each once. */
static JsonArray *
answers_behind (NpConsultation *consultation, const NpFired *fired)
{
  const NpLanguage *language = np_consultation_get_language (consultation);
  const NpFacts *facts = np_consultation_get_facts (consultation);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < fired->n_causes; i++)
    {
      g_autofree char *text = np_explain_answer (facts, fired, &fired->causes[i], language);
      g_autofree char *cause = np_cause_id (facts->catalog, &fired->causes[i]);
      JsonObject *object;

      if (text == NULL || !g_hash_table_add (seen, g_strconcat (cause, "\t", text, NULL)))
        continue;
      object = json_object_new ();
      np_json_put_string (object, "cause", cause);
      np_json_put_string (object, "text", text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
add_shown_finding (NpConsultation *consultation, const NpFired *fired, JsonArray *array)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", np_consultation_get_catalog (consultation)->findings[fired->finding].id);
  np_json_put_array (object, "because", answers_behind (consultation, fired));
  json_array_add_object_element (array, object);
}

/* Those whose time to wait is over too. */
static JsonArray *
shown_findings (NpConsultation *consultation)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < assessment->n_findings; i++)
    add_shown_finding (consultation, &assessment->findings[i], array);
  for (guint i = 0; i < assessment->n_met; i++)
    {
      NpFired met = { .finding = assessment->met[i].finding,
                      .causes = assessment->met[i].causes,
                      .n_causes = assessment->met[i].n_causes };

      add_shown_finding (consultation, &met, array);
    }
  return array;
}

typedef gboolean (*Applies) (NpConsultation *consultation, guint position);

/* The ids of those entries of a table that apply; every entry of the catalogue starts with its id. */
static JsonArray *
ids_applying (NpConsultation *consultation, Applies applies, gconstpointer table, gsize entry_size, guint n_entries)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < n_entries; i++)
    {
      gconstpointer entry = (const char *) table + i * entry_size;
      const char *const *id = entry;

      if (applies == NULL || applies (consultation, i))
        json_array_add_string_element (ids, *id);
    }
  return ids;
}

/* the date of birth is no question of the questionnaire: it stands with the patient */
static gboolean
asks_question (NpConsultation *consultation, guint position)
{
  return !np_consultation_get_catalog (consultation)->questions[position].is_birth_date
         && np_facts_asks_question (np_consultation_get_facts (consultation), position);
}

static JsonObject *
shown_lead (const NpInformation *information)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", information->id);
  np_json_put_string (object, "section", information->section);
  return object;
}

/* Which of the information opens a section of the sheet instead of standing with the rest. */
static JsonArray *
shown_leads (NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < catalog->n_information; i++)
    if (catalog->information[i].section != NULL && np_consultation_applies_information (consultation, i))
      json_array_add_object_element (array, shown_lead (&catalog->information[i]));
  return array;
}

static JsonObject *
shown_object (NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  const NpLanguage *language = np_consultation_get_language (consultation);
  g_autofree char *outcome = np_explain_outcome (np_consultation_get_facts (consultation),
                                                 np_consultation_get_assessment (consultation), language);
  JsonObject *object = json_object_new ();

#define IDS(table, applies) ids_applying (consultation, applies, catalog->table, sizeof *catalog->table, catalog->n_##table)
  np_json_put_string (object, "language", np_language_tag (language));
  np_json_put_string (object, "outcome", outcome);
  np_json_put_array (object, "findings", shown_findings (consultation));
  np_json_put_array (object, "questions", IDS (questions, asks_question));
  np_json_put_array (object, "risks", shown_risks (consultation));
  np_json_put_array (object, "information", IDS (information, np_consultation_applies_information));
  np_json_put_array (object, "leads", shown_leads (consultation));
  np_json_put_array (object, "aftercare", IDS (aftercare, np_consultation_applies_aftercare));
  np_json_put_array (object, "red_flags", IDS (red_flags, NULL));
  np_json_put_array (object, "teach_back", IDS (teach_back, np_consultation_applies_teach_back));
#undef IDS
  return object;
}

static JsonArray *
required_signatures (NpConsultation *consultation, NpKind kind)
{
  g_autoptr (GArray) signers = np_consultation_signers (consultation, kind);
  JsonArray *roles = json_array_new ();

  for (guint i = 0; i < signers->len; i++)
    {
      NpRole role = g_array_index (signers, NpRole, i);

      if (!np_consultation_role_may_decline (consultation, kind, role))
        json_array_add_string_element (roles, np_role_words[role]);
    }
  return roles;
}

static void
put_ending (JsonObject *record, NpConsultation *consultation)
{
  NpKind kind;

  if (!np_consultation_get_ending (consultation, &kind))
    return;
  np_json_put_string (record, "kind", np_kind_words[kind]);
  np_json_put_array (record, "required_signatures", required_signatures (consultation, kind));
}

static void
put_people_time (JsonObject *record, NpConsultation *consultation)
{
  int age = np_facts_age (np_consultation_get_facts (consultation));

  if (age >= 0)
    np_json_put_int (record, "age", age);
  np_json_put_object (record, "cooling_off", cooling_off_object (consultation));
}

/**
 * np_record_compose:
 * @consultation: a consultation, however far it is
 * @made_by: program and version, as "needlepointctl 0.1.0"
 *
 * Writes down the consultation as the content of a record. Nothing is asked of it: a sheet is printed from an unfinished one too. What
 * the catalogue says goes in word for word, so that the record needs no catalogue afterwards (record-rules 11).
 *
 * Returns: (transfer full): the object that stands under "record"
 */
JsonObject *
np_record_compose (NpConsultation *consultation, const char *made_by)
{
  JsonObject *record = json_object_new ();
  g_autoptr (JsonNode) assessment = NULL;
  g_autofree char *now = np_clock_stamp (np_consultation_get_clock (consultation));

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), record);

  np_json_put_string (record, "format", NP_RECORD_FORMAT);
  np_json_put_string (record, "id", np_consultation_get_id (consultation));
  put_ending (record, consultation);
  np_json_put_string (record, "made_at", now);
  np_json_put_string (record, "made_by", made_by);
  np_json_put_object (record, "catalog", catalog_object (np_consultation_get_catalog (consultation)));
  np_json_put_object (record, "consultation", consultation_object (np_consultation_get_document (consultation)));
  put_people_time (record, consultation);
  assessment = np_consultation_assessment_json (consultation);
  put_copy (record, "assessment", assessment);
  np_json_put_object (record, "shown", shown_object (consultation));
  np_json_put_array (record, "texts", np_record_texts (consultation));
  put_copy (record, "ending", np_consultation_get (consultation, "/ending"));
  put_copy (record, "signatures", np_consultation_get (consultation, "/signatures"));
  put_copy (record, "log", np_consultation_get (consultation, "/log"));
  return record;
}

/**
 * np_record_sign_off:
 * @consultation: a consultation that is ready
 * @made_by: program and version
 * @error: return location for an error
 *
 * Makes the whole file of a signed-off record, unsealed.
 *
 * Returns: (transfer full) (nullable): the file's root; %NULL with #NP_RECORD_ERROR_NOT_READY, whose message holds one reason a line
 */
JsonNode *
np_record_sign_off (NpConsultation *consultation, const char *made_by, GError **error)
{
  g_autoptr (GError) reason = NULL;
  JsonObject *file;
  JsonNode *root;

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  if (!np_consultation_is_ready (consultation, &reason))
    {
      g_set_error_literal (error, NP_RECORD_ERROR, NP_RECORD_ERROR_NOT_READY, reason->message);
      return NULL;
    }
  file = json_object_new ();
  np_json_put_object (file, "record", np_record_compose (consultation, made_by));
  np_json_put_array (file, "seal", json_array_new ());
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, file);
  return root;
}
