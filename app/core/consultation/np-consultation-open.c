/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-read.h"

/* How a consultation begins: anew, from a draft that goes on today, or from a file that is taken as it stands. */

/**
 * np_consultation_new:
 * @catalog: the catalogue
 * @clock: the time; outlives the consultation
 * @language: the patient's language, BCP 47
 *
 * Returns: (transfer full): a consultation that begins now
 */
NpConsultation *
np_consultation_new (NpCatalog *catalog, const NpClock *clock, const char *language)
{
  NpConsultation *self;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (catalog != NULL && clock != NULL && language != NULL, NULL);

  self = np_consultation_make (catalog, clock, np_document_new (catalog, language, clock));
  if (!np_consultation_derive (self, NULL, &error))
    g_error ("a new consultation is not valid: %s", error->message);
  return self;
}

static void
complete_head (JsonNode *document, const NpClock *clock)
{
  g_autofree char *id = NULL;
  g_autofree char *stamp = NULL;

  if (np_document_lookup (document, "/id") == NULL)
    {
      id = np_clock_new_id (clock);
      np_document_put_string (document, "/id", id);
    }
  if (np_document_lookup (document, "/started_at") == NULL)
    {
      stamp = np_clock_stamp (clock);
      np_document_put_string (document, "/started_at", stamp);
    }
}

gboolean
np_consultation_is_of_this_catalog (NpConsultation *self)
{
  return g_strcmp0 (np_document_string (self->document, "/catalog/digest"),
                    np_catalog_effective_digest (self->catalog)) == 0;
}

/* In two steps, so that what was shown is judged by today's texts before the answers of another day are reopened. */
static gboolean
resume (NpConsultation *self, const char *file, GError **error)
{
  g_autofree char *today = np_day_format (np_clock_today (self->clock));
  gboolean other_catalog = !np_consultation_is_of_this_catalog (self);
  gboolean other_day = g_strcmp0 (np_document_string (self->document, "/assessed_on"), today) != 0;
  gboolean unseen;

  if (other_catalog)
    np_document_set_aside_unknown (self->document, self->catalog);
  if (!np_consultation_derive (self, file, error))
    return FALSE;
  unseen = np_consultation_void_unseen (self);
  if (other_catalog || unseen)
    np_consultation_void_followed (self);
  if (other_day)
    {
      if (np_consultation_has_passed (self, today))
        np_consultation_say_voided (self, "planned_on", g_strdup (_("The planned day has passed. Choose a new one.")));
      np_consultation_move_to_today (self->document, self->catalog, today);
    }
  if (other_catalog || other_day || unseen)
    np_consultation_void_signed (self);
  np_document_name_catalog (self->document, self->catalog);
  np_document_log (self->document, self->clock, "resumed", NULL, NULL);
  if (!np_consultation_derive (self, file, error))
    return FALSE;
  if (other_day && np_consultation_is_reopened (self))
    g_ptr_array_insert (self->voided, 0,
                        g_strdup (_("A new day has begun: medicines, allergies and some questions are asked again. The earlier "
                                    "answers are shown with their day.")));
  return TRUE;
}

/* What this program did not show it does not vouch for (design 6). */
static void
drop_shown (JsonNode *document)
{
  JsonArray *log = np_document_array (document, "/log");

  for (guint i = log != NULL ? json_array_get_length (log) : 0; i > 0; i--)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (log, i - 1), "what"), "shown"))
      json_array_remove_element (log, i - 1);
}

static gboolean
take_file (NpConsultation *self, const char *file, GError **error)
{
  gboolean named = np_document_lookup (self->document, "/catalog") != NULL;

  if (!np_consultation_derive (self, file, error))
    return FALSE;
  drop_shown (self->document);
  if (!named)
    np_document_name_catalog (self->document, self->catalog);
  /* what was told under another catalogue was not told in these words */
  if (np_consultation_is_of_this_catalog (self))
    np_consultation_fill_in (self);
  np_consultation_note_informed (self);
  np_document_log (self->document, self->clock, "opened", NULL, NULL);
  return np_consultation_derive (self, file, error);
}

/**
 * np_consultation_open:
 * @catalog: the catalogue that the consultation goes on under
 * @clock: the time; outlives the consultation
 * @document: a consultation document; copied
 * @file: (nullable): its name in messages
 * @as_draft: %TRUE for a draft, which becomes today's and is judged by today's catalogue; %FALSE for a file, taken as
 * it stands
 * @error: return location for an error of #NP_JSON_ERROR
 *
 * What resuming a draft voided is to be had from np_consultation_get_voided().
 *
 * Returns: (transfer full) (nullable): the consultation
 */
NpConsultation *
np_consultation_open (
    NpCatalog *catalog, const NpClock *clock, JsonNode *document, const char *file, gboolean as_draft, GError **error)
{
  g_autoptr (NpConsultation) self = NULL;
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = NULL;

  g_return_val_if_fail (catalog != NULL && clock != NULL && document != NULL, NULL);

  /* before anything is put into it: what is no object has no members */
  if (!JSON_NODE_HOLDS_OBJECT (document))
    {
      reading = np_document_read (document, file, catalog, problems);
      np_problems_none (problems, error);
      return NULL;
    }
  self = np_consultation_make (catalog, clock, np_document_copy (document));
  complete_head (self->document, clock);
  if (as_draft ? !resume (self, file, error) : !take_file (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * np_consultation_open_file:
 * @catalog: the catalogue that the consultation goes on under
 * @clock: the time; outlives the consultation
 * @path: a file; `-` for standard input
 * @as_draft: as for np_consultation_open()
 * @error: return location for an error of #NP_JSON_ERROR
 *
 * Returns: (transfer full) (nullable): the consultation
 */
NpConsultation *
np_consultation_open_file (
    NpCatalog *catalog, const NpClock *clock, const char *path, gboolean as_draft, GError **error)
{
  g_autoptr (JsonNode) document = NULL;

  g_return_val_if_fail (catalog != NULL && clock != NULL && path != NULL, NULL);

  document = np_json_read_file (path, error);
  return document != NULL ? np_consultation_open (catalog, clock, document, path, as_draft, error) : NULL;
}
