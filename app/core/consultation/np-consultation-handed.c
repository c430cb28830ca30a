/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* Sheets and leaflets that the patient was given: each with version, language and time (record rule 21). They are no part
 * of what is agreed to, so nothing ends when one is added. */

#define POINTER "/handed_over"

static JsonNode *
make_entry (NpConsultation *self, const char *what, const char *version)
{
  g_autofree char *stamp = np_clock_stamp (self->clock);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *entry = json_object_new ();

  np_json_put_string (entry, "what", what);
  if (version != NULL && *version != '\0')
    np_json_put_string (entry, "version", version);
  np_json_put_string (entry, "language", np_language_tag (self->language));
  np_json_put_string (entry, "at", stamp);
  json_node_take_object (node, entry);
  return node;
}

/**
 * np_consultation_hand_over:
 * @self: a consultation
 * @what: title of a sheet or leaflet; cleaned, and not empty
 * @version: (nullable): its version; %NULL where it has none
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Notes that the patient was given something to take along, in the language of this talk, now.
 *
 * Returns: whether that was noted
 */
gboolean
np_consultation_hand_over (NpConsultation *self, const char *what, const char *version, GError **error)
{
  g_autofree char *clean = NULL, *clean_version = NULL;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && what != NULL, FALSE);

  clean = g_strstrip (np_json_clean_text (what, NULL));
  clean_version = g_strstrip (np_json_clean_text (version != NULL ? version : "", NULL));
  if (*clean == '\0')
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_INVALID, _("Enter the title of the leaflet."));
  changed = np_consultation_begin (self);
  np_document_put (changed, POINTER "/-", make_entry (self, clean, clean_version));
  np_document_log (changed, self->clock, "handed-over", NULL, clean);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_take_back_handed:
 * @self: a consultation
 * @position: which of `handed_over`
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Takes out an entry that was noted by mistake. The log keeps that it was there.
 *
 * Returns: whether it was taken out
 */
gboolean
np_consultation_take_back_handed (NpConsultation *self, guint position, GError **error)
{
  g_autofree char *pointer = g_strdup_printf (POINTER "/%u", position);
  JsonArray *handed;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  handed = np_document_array (self->document, POINTER);
  if (handed == NULL || position >= json_array_get_length (handed))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("This is not on the list any more."));
  changed = np_consultation_begin (self);
  np_document_put (changed, json_array_get_length (handed) > 1 ? pointer : POINTER, NULL);
  np_document_log (changed, self->clock, "handed-over", NULL, "taken-back");
  return np_consultation_apply (self, changed, error);
}
