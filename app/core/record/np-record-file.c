/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as files: where one lies, saving it so that it is there for good, reading it back. */
#include "np-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-save.h"

static JsonObject *
record_of (JsonNode *file)
{
  return json_object_get_object_member (json_node_get_object (file), "record");
}

/**
 * np_record_path:
 * @file: the root of a record file
 * @archive: (type filename): the archive folder
 *
 * Returns: (transfer full) (type filename): `ARCHIVE/2026/03/2026-03-10-ID.json`: date and id, never a name (design 5)
 */
char *
np_record_path (JsonNode *file, const char *archive)
{
  const char *made_at = json_object_get_string_member (record_of (file), "made_at");
  const char *id = json_object_get_string_member (record_of (file), "id");
  g_autofree char *name = g_strdup_printf ("%.10s-%s.json", made_at, id);
  g_autofree char *year = g_strndup (made_at, 4);
  g_autofree char *month = g_strndup (made_at + 5, 2);

  return g_build_filename (archive, year, month, name, NULL);
}

/**
 * np_record_read_file:
 * @path: (type filename): a record file, or "-" for standard input
 * @error: return location for an error
 *
 * Reads and checks a record.
 *
 * Returns: (transfer full) (nullable): the file's root; %NULL with #NP_JSON_ERROR
 */
JsonNode *
np_record_read_file (const char *path, GError **error)
{
  g_autoptr (JsonNode) file = np_json_read_file (path, error);
  g_autoptr (NpProblems) problems = np_problems_new ();

  if (file == NULL)
    return NULL;
  np_record_check (file, path, problems);
  if (!np_problems_none (problems, error))
    return NULL;
  return g_steal_pointer (&file);
}

static gboolean
same_on_disk (JsonNode *file, const char *path, GError **error)
{
  g_autoptr (JsonNode) back = np_record_read_file (path, error);
  g_autofree char *saved = NULL;
  g_autofree char *meant = NULL;

  if (back == NULL)
    return FALSE;
  saved = np_json_digest (back);
  meant = np_json_digest (file);
  if (g_str_equal (saved, meant))
    return TRUE;
  /* Translators: %s is a file path */
  g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_IO, _("The record read back from %s is not the one that was written."), path);
  return FALSE;
}

/* ---- one record for each consultation ---- */

static GPtrArray *
paths_in (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

/* Another file of this id in one month's folder. */
static char *
find_in_month (const char *month, const char *ending, const char *path)
{
  g_autoptr (GPtrArray) files = paths_in (month);

  for (guint i = 0; i < files->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (files, i), ending) && strcmp (g_ptr_array_index (files, i), path) != 0)
      return g_strdup (g_ptr_array_index (files, i));
  return NULL;
}

/* A record that this consultation has already, of another day. */
static char *
find_other (const char *archive, const char *id, const char *path)
{
  g_autoptr (GPtrArray) years = paths_in (archive);
  g_autofree char *ending = g_strdup_printf ("-%s.json", id);
  char *found = NULL;

  for (guint i = 0; i < years->len && found == NULL; i++)
    {
      g_autoptr (GPtrArray) months = paths_in (g_ptr_array_index (years, i));

      for (guint j = 0; j < months->len && found == NULL; j++)
        found = find_in_month (g_ptr_array_index (months, j), ending, path);
    }
  return found;
}

static gboolean
is_the_only_one (JsonNode *file, const char *archive, const char *path, GError **error)
{
  g_autofree char *other = find_other (archive, json_object_get_string_member (record_of (file), "id"), path);

  if (other == NULL)
    return TRUE;
  g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS,
               /* Translators: %s is the path of a file */
               _("This consultation has a record already, and a record never changes: %s"), other);
  return FALSE;
}

/**
 * np_record_save:
 * @file: the root of a record file
 * @archive: (type filename): the archive folder; made where it is missing
 * @error: return location for an error
 *
 * Saves a record under its own name, which must be free or hold the same bytes, then reads it back and compares (design 4). A
 * consultation that has a record of another day gets no second one, as when its draft outlived the first.
 *
 * Returns: (transfer full) (type filename) (nullable): the path; %NULL with #NP_SAVE_ERROR or #NP_JSON_ERROR
 */
char *
np_record_save (JsonNode *file, const char *archive, GError **error)
{
  g_autofree char *path = np_record_path (file, archive);
  g_autofree char *bytes = np_json_write_pretty (file);

  if (!is_the_only_one (file, archive, path, error))
    return NULL;
  if (!np_save_new (path, bytes, strlen (bytes), error) || !same_on_disk (file, path, error))
    return NULL;
  return g_steal_pointer (&path);
}
