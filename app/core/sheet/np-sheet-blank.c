/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assessment.h"
#include "np-json-write.h"
#include "np-sheet-private.h"

/* A sheet to be filled in by hand: what anybody is told, whatever the plan, and lines to write on. It is written from an object made
 * like a record's, with every text of the catalogue. */

typedef struct { const NpLanguage *language; JsonArray *texts; GHashTable *seen; } NpTextList;

static void
add_text (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  NpTextList *list = data;
  JsonObject *entry;

  (void) for_patient;
  (void) purpose;
  if (text->source == NULL || !g_hash_table_add (list->seen, g_strconcat (text->id, "\t", text->field, NULL)))
    return;
  entry = json_object_new ();
  np_json_put_string (entry, "id", text->id);
  np_json_put_string (entry, "field", text->field);
  np_json_put_string (entry, "text", np_language_say (list->language, text));
  json_array_add_object_element (list->texts, entry);
}

/* each group's title before its questions; the date of birth has a line of its own at the top of the sheet */
static void
add_questions (NpTextList *list, const NpCatalog *catalog)
{
  for (guint g = 0; g < catalog->n_question_groups; g++)
    {
      add_text (&catalog->question_groups[g].title, TRUE, NULL, list);
      for (guint q = 0; q < catalog->n_questions; q++)
        {
          g_autofree char *key = g_strconcat (catalog->questions[q].id, "\task", NULL);

          if (catalog->questions[q].group != g)
            continue;
          if (catalog->questions[q].is_birth_date)
            g_hash_table_add (list->seen, g_steal_pointer (&key));
          else
            add_text (&catalog->questions[q].ask, TRUE, NULL, list);
        }
    }
}

static JsonArray *
texts_of (const NpCatalog *catalog, const NpLanguage *language)
{
  NpTextList list = { language, json_array_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  add_questions (&list, catalog);
  np_catalog_foreach_text (catalog, add_text, &list);
  g_hash_table_unref (list.seen);
  return list.texts;
}

static JsonArray *
risks_of (const NpAssessment *assessment)
{
  const NpCatalog *catalog = assessment->catalog;
  JsonArray *risks = json_array_new ();

  for (guint i = 0; i < assessment->n_risks; i++)
    {
      const NpRisk *risk = &catalog->risks[assessment->risks[i].risk];
      JsonObject *entry = json_object_new ();

      np_json_put_string (entry, "id", risk->id);
      np_json_put_string (entry, "group", catalog->risk_groups.items[risk->group].id);
      np_json_put_bool (entry, "serious", risk->serious);
      json_array_add_object_element (risks, entry);
    }
  return risks;
}

/* ids of the entries of a table whose rule holds */
#define IDS_THAT_HOLD(ids, table, n, assessment, facts) \
  for (guint i = 0; i < (n); i++) \
    if (np_assessment_holds ((assessment), (facts), &(table)[i].when)) \
      json_array_add_string_element ((ids), (table)[i].id)

static JsonObject *
shown_of (const NpCatalog *catalog, const NpFacts *facts, const NpAssessment *assessment, const char *language)
{
  JsonObject *shown = json_object_new ();
  JsonArray *information = json_array_new (), *aftercare = json_array_new (), *red_flags = json_array_new ();
  JsonArray *teach_back = json_array_new ();

  IDS_THAT_HOLD (information, catalog->information, catalog->n_information, assessment, facts);
  IDS_THAT_HOLD (aftercare, catalog->aftercare, catalog->n_aftercare, assessment, facts);
  IDS_THAT_HOLD (teach_back, catalog->teach_back, catalog->n_teach_back, assessment, facts);
  for (guint i = 0; i < catalog->n_red_flags; i++)
    json_array_add_string_element (red_flags, catalog->red_flags[i].id);
  np_json_put_string (shown, "language", language);
  np_json_put_array (shown, "risks", risks_of (assessment));
  np_json_put_array (shown, "information", information);
  np_json_put_array (shown, "aftercare", aftercare);
  np_json_put_array (shown, "red_flags", red_flags);
  np_json_put_array (shown, "teach_back", teach_back);
  return shown;
}

static JsonObject *
consultation_of (const char *language, const NpClinic *clinic)
{
  JsonObject *consultation = json_object_new (), *details = json_object_new ();

  np_json_put_string (consultation, "language", language);
  if (clinic != NULL)
    {
      np_json_put_string (details, "name", clinic->name);
      np_json_put_string (details, "address", clinic->address);
      np_json_put_string (details, "phone", clinic->phone);
      np_json_put_string (details, "urgent_phone", clinic->urgent_phone);
      np_json_put_string (details, "out_of_hours", clinic->out_of_hours);
    }
  np_json_put_object (consultation, "clinic", details);
  return consultation;
}

static JsonObject *
catalog_of (const NpCatalog *catalog)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", catalog->id);
  np_json_put_string (object, "version", catalog->version);
  np_json_put_string (object, "digest", np_catalog_effective_digest (catalog));
  return object;
}

static JsonObject *
record_of (const NpCatalog *catalog, const NpClock *clock, const char *tag, const NpClinic *clinic)
{
  const char *signers[] = { np_role_words[NP_ROLE_PATIENT], np_role_words[NP_ROLE_PRACTITIONER], NULL };
  g_autoptr (NpFacts) facts = np_facts_new (catalog, np_clock_today (clock));
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpLanguage) language = np_language_new (tag, NULL);
  g_autofree char *stamp = np_clock_stamp (clock);
  JsonObject *record = json_object_new ();

  np_json_put_string (record, "made_at", stamp);
  np_json_put_strings (record, "required_signatures", signers);
  np_json_put_object (record, "catalog", catalog_of (catalog));
  np_json_put_object (record, "consultation", consultation_of (tag, clinic));
  np_json_put_object (record, "shown", shown_of (catalog, facts, assessment, tag));
  np_json_put_array (record, "texts", texts_of (catalog, language));
  return record;
}

/**
 * np_sheet_blank:
 * @catalog: the catalogue
 * @clock: the time of making
 * @language: BCP 47 tag of the language to print in
 * @clinic: (nullable): whose sheet it is
 *
 * Returns: (transfer full): a sheet with what applies to everybody and lines for everything else
 */
NpSheet *
np_sheet_blank (NpCatalog *catalog, const NpClock *clock, const char *language, const NpClinic *clinic)
{
  g_autoptr (JsonObject) record = NULL;
  NpSheetWriter *writer;

  g_return_val_if_fail (catalog != NULL && clock != NULL && language != NULL, NULL);
  record = record_of (catalog, clock, language, clinic);
  writer = np_sheet_writer_new (record);
  writer->blank = TRUE;
  return np_sheet_write (writer);
}
