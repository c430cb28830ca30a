/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document.h"
#include "np-json-write.h"
#include "np-record.h"
#include "np-sheet-private.h"

/* A sheet to be filled in by hand: what a person with this plan is told, and lines to write on. It is written from a consultation that
 * knows the clinic, who treats and what is planned, and nothing of a patient. */

/* What a blank sheet takes from a consultation. */
static const char *const kept[] = { "clinic", "practitioner", "plan" };

static JsonNode *
document_like (JsonNode *like, const NpCatalog *catalog, const NpClock *clock, const char *language)
{
  JsonNode *document = np_document_new (catalog, language, clock);
  g_autoptr (JsonNode) copy = like == NULL ? NULL : np_document_copy (like);

  for (guint i = 0; copy != NULL && i < G_N_ELEMENTS (kept); i++)
    if (json_object_has_member (json_node_get_object (copy), kept[i]))
      json_object_set_member (json_node_get_object (document), kept[i],
                              json_object_dup_member (json_node_get_object (copy), kept[i]));
  return document;
}

/* A blank sheet belongs to no record yet, and whoever signs is still open. */
static JsonObject *
blank_record (NpConsultation *consultation)
{
  const char *signers[] = { np_role_words[NP_ROLE_PATIENT], np_role_words[NP_ROLE_PRACTITIONER], NULL };
  JsonObject *record = np_record_compose (consultation, NULL);

  json_object_remove_member (record, "id");
  np_json_put_strings (record, "required_signatures", signers);
  return record;
}

/**
 * np_sheet_blank:
 * @catalog: the catalogue
 * @clock: the time of making
 * @language: BCP 47 tag of the language to print in
 * @like: (nullable): a consultation document whose clinic, practitioner and plan the sheet is for; nothing of its patient is taken
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sheet with what applies to everybody with this plan and lines for everything else; %NULL with
 *   #NP_JSON_ERROR when @like is no consultation
 */
NpSheet *
np_sheet_blank (NpCatalog *catalog, const NpClock *clock, const char *language, JsonNode *like, GError **error)
{
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (NpConsultation) consultation = NULL;
  g_autoptr (JsonObject) record = NULL;
  NpSheetWriter *writer;

  g_return_val_if_fail (catalog != NULL && clock != NULL && language != NULL, NULL);
  document = document_like (like, catalog, clock, language);
  consultation = np_consultation_open (catalog, clock, document, "blank", FALSE, error);
  if (consultation == NULL)
    return NULL;
  record = blank_record (consultation);
  writer = np_sheet_writer_new (record);
  writer->blank = TRUE;
  return np_sheet_write (writer);
}
