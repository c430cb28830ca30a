/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-saved-record.h"

typedef struct
{
  JsonNode *file;
  char *path;
} SavedRecord;

static G_DEFINE_QUARK (np-saved-record, np_saved_record)
static G_DEFINE_QUARK (np-saved-record-saving, np_saved_record_saving)

static void
saved_record_free (gpointer data)
{
  SavedRecord *self = data;

  json_node_unref (self->file);
  g_free (self->path);
  g_free (self);
}

static SavedRecord *
saved_record_of (NpConsultation *consultation)
{
  return g_object_get_qdata (G_OBJECT (consultation), np_saved_record_quark ());
}

/**
 * np_saved_record_set:
 * @consultation: a consultation that was signed off
 * @file: its record file's root
 * @path: (type filename): where it was written and read back
 *
 * Remembers what the consultation became.
 */
void
np_saved_record_set (NpConsultation *consultation, JsonNode *file, const char *path)
{
  g_return_if_fail (NP_IS_CONSULTATION (consultation) && file && path);

  SavedRecord *self = g_new (SavedRecord, 1);
  *self = (SavedRecord){ json_node_ref (file), g_strdup (path) };
  g_object_set_qdata_full (G_OBJECT (consultation), np_saved_record_quark (), self, saved_record_free);
}

/**
 * np_saved_record_get_file:
 * @consultation: a consultation
 *
 * Returns: (transfer none) (nullable): the record file's root; %NULL while it is not saved
 */
JsonNode *
np_saved_record_get_file (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  SavedRecord *self = saved_record_of (consultation);
  return self ? self->file : NULL;
}

/**
 * np_saved_record_get_path:
 * @consultation: a consultation
 *
 * Returns: (transfer none) (nullable) (type filename): where the record lies; %NULL while it is not saved
 */
const char *
np_saved_record_get_path (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  SavedRecord *self = saved_record_of (consultation);
  return self ? self->path : NULL;
}

/**
 * np_saved_record_set_saving:
 * @consultation: a consultation
 * @saving: whether its record is on its way to disk
 *
 * Says so to whoever would close it.
 */
void
np_saved_record_set_saving (NpConsultation *consultation, gboolean saving)
{
  g_return_if_fail (NP_IS_CONSULTATION (consultation));
  g_object_set_qdata (G_OBJECT (consultation), np_saved_record_saving_quark (), GINT_TO_POINTER (saving));
}

/**
 * np_saved_record_is_saving:
 * @consultation: a consultation
 *
 * Returns: whether its record is on its way to disk
 */
gboolean
np_saved_record_is_saving (NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), FALSE);
  return g_object_get_qdata (G_OBJECT (consultation), np_saved_record_saving_quark ()) != NULL;
}
