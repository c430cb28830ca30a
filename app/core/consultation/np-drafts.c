/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-drafts.h"

#include <string.h>

#include "np-consultation-private.h"
#include "np-json-read.h"
#include "np-json-write.h"
#include "np-save.h"

#define SUFFIX ".json"

/**
 * np_draft_info_free:
 * @self: (transfer full) (nullable): what is known of a draft
 */
void
np_draft_info_free (NpDraftInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->path);
  g_free (self->initials);
  g_clear_pointer (&self->changed_at, g_date_time_unref);
  g_free (self);
}

/**
 * np_drafts_folder:
 *
 * Returns: (transfer full): the folder of this user's drafts
 */
char *
np_drafts_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "needlepoint", "drafts", NULL);
}

/* ---- listing ---- */

/* A draft that cannot be read is listed all the same: someone may want to have it repaired. */
static void
read_info (NpDraftInfo *info)
{
  g_autoptr (JsonNode) document = np_json_read_file (info->path, NULL);

  /* under another id than its name says it would be saved over another draft */
  info->readable = document != NULL && JSON_NODE_HOLDS_OBJECT (document) &&
                   g_strcmp0 (np_document_string (document, "/format"), NP_CONSULTATION_FORMAT) == 0 &&
                   g_strcmp0 (np_document_string (document, "/id"), info->id) == 0;
  info->initials =
      info->readable ? np_consultation_initials_of (np_document_string (document, "/patient/name")) : g_strdup ("");
}

static NpDraftInfo *
make_info (const char *folder, const char *name)
{
  NpDraftInfo *info = g_new0 (NpDraftInfo, 1);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) attributes = NULL;

  info->path = g_build_filename (folder, name, NULL);
  info->id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  file = g_file_new_for_path (info->path);
  attributes = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (attributes != NULL)
    info->changed_at = g_file_info_get_modification_date_time (attributes);
  if (info->changed_at == NULL)
    info->changed_at = g_date_time_new_from_unix_utc (0);
  read_info (info);
  return info;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const NpDraftInfo *info_a = *(const NpDraftInfo *const *) a;
  const NpDraftInfo *info_b = *(const NpDraftInfo *const *) b;
  int order = g_date_time_compare (info_b->changed_at, info_a->changed_at);

  return order != 0 ? order : strcmp (info_a->id, info_b->id);
}

/**
 * np_drafts_list:
 * @folder: a folder of drafts, which need not exist
 *
 * Returns: (transfer full) (element-type NpDraftInfo): the drafts, the last changed first
 */
GPtrArray *
np_drafts_list (const char *folder)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) np_draft_info_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, drafts);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && *name != '.')
      g_ptr_array_add (drafts, make_info (folder, name));
  g_ptr_array_sort (drafts, newest_first);
  return drafts;
}

/* ---- saving and removing ---- */

/**
 * np_drafts_path:
 * @folder: a folder of drafts
 * @id: id of a consultation
 *
 * Returns: (transfer full): where its draft lies
 */
char *
np_drafts_path (const char *folder, const char *id)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (folder != NULL && id != NULL, NULL);

  name = g_strconcat (id, SUFFIX, NULL);
  return g_build_filename (folder, name, NULL);
}

/**
 * np_drafts_save:
 * @folder: a folder of drafts; made when it is missing
 * @consultation: a consultation
 * @error: return location for an error of #NP_SAVE_ERROR
 *
 * Replaces the consultation's draft whole, readable for this user only.
 *
 * Returns: whether it was saved
 */
gboolean
np_drafts_save (const char *folder, NpConsultation *consultation, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), FALSE);

  path = np_drafts_path (folder, np_consultation_get_id (consultation));
  text = np_json_write_pretty (np_consultation_get_document (consultation));
  return np_save_make_folder (folder, error) && np_save_replace (path, text, strlen (text), 0600, error);
}

/**
 * np_drafts_remove:
 * @folder: a folder of drafts
 * @id: id of a consultation
 * @error: return location for an error of #G_IO_ERROR
 *
 * To be called once the record was read back. That there is no such draft is success.
 *
 * Returns: whether there is none any more
 */
gboolean
np_drafts_remove (const char *folder, const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (id != NULL && g_uuid_string_is_valid (id), FALSE);

  path = np_drafts_path (folder, id);
  file = g_file_new_for_path (path);
  if (g_file_delete (file, NULL, &problem) || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
