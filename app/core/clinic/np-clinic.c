/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clinic.h"

#include <gio/gio.h>
#include <string.h>

#include "np-json-read.h"
#include "np-json-view.h"
#include "np-json-write.h"
#include "np-save.h"

#define FORMAT "needlepoint-clinic/1"
#define FILE_NAME "clinic.json"

static void
practitioner_free (gpointer data)
{
  NpPractitioner *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->registration);
  g_free (self);
}

/**
 * np_clinic_new:
 *
 * Returns: (transfer full): a clinic of which nothing is known yet; free with np_clinic_free()
 */
NpClinic *
np_clinic_new (void)
{
  NpClinic *self = g_new0 (NpClinic, 1);

  self->practitioners = g_ptr_array_new_with_free_func (practitioner_free);
  return self;
}

/**
 * np_clinic_free:
 * @self: (transfer full) (nullable): a clinic
 */
void
np_clinic_free (NpClinic *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->address);
  g_free (self->phone);
  g_free (self->urgent_phone);
  g_free (self->out_of_hours);
  g_ptr_array_unref (self->practitioners);
  g_free (self);
}

/**
 * np_clinic_default_archive:
 *
 * Returns: (transfer full): the folder that `NEEDLEPOINT_ARCHIVE` names, else `needlepoint/archive` among the user's
 * data
 */
char *
np_clinic_default_archive (void)
{
  const char *named = g_getenv ("NEEDLEPOINT_ARCHIVE");

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  return g_build_filename (g_get_user_data_dir (), "needlepoint", "archive", NULL);
}

/* ---- reading ---- */

static char *
read_text (const NpJsonView *view, const char *name)
{
  return g_strdup (np_json_view_opt_string (view, name, NULL));
}

static NpPractitioner *
read_practitioner (const NpJsonView *view)
{
  NpPractitioner *practitioner = g_new0 (NpPractitioner, 1);

  np_json_view_only (view, "id", "name", "role", "registration", "retired", NULL);
  practitioner->id = g_strdup (np_json_view_need_string (view, "id"));
  practitioner->name = g_strdup (np_json_view_need_string (view, "name"));
  practitioner->role = g_strdup (np_json_view_need_string (view, "role"));
  practitioner->registration = read_text (view, "registration");
  practitioner->retired = np_json_view_opt_bool (view, "retired", FALSE);
  return practitioner;
}

static NpClinic *
read_clinic (const NpJsonView *root)
{
  NpClinic *self = np_clinic_new ();
  NpJsonView practitioners;
  const char *format;

  np_json_view_only (root, "format", "name", "address", "phone", "urgent_phone", "out_of_hours", "practitioners", NULL);
  format = np_json_view_need_string (root, "format");
  if (!g_str_equal (format, FORMAT))
    np_json_view_complain (root, "these are not the details of a clinic (%s)", FORMAT);
  self->name = read_text (root, "name");
  self->address = read_text (root, "address");
  self->phone = read_text (root, "phone");
  self->urgent_phone = read_text (root, "urgent_phone");
  self->out_of_hours = read_text (root, "out_of_hours");
  practitioners = np_json_view_opt_array (root, "practitioners");
  for (guint i = 0; i < np_json_view_length (&practitioners); i++)
    {
      NpJsonView element = np_json_view_element (&practitioners, i);

      g_ptr_array_add (self->practitioners, read_practitioner (&element));
    }
  return self;
}

/**
 * np_clinic_load:
 * @archive: the archive folder, which holds `clinic.json`
 * @error: return location for an error of #NP_JSON_ERROR
 *
 * Returns: (transfer full) (nullable): the clinic; an empty one where there is no file yet
 */
NpClinic *
np_clinic_load (const char *archive, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpClinic) self = NULL;
  g_autoptr (GError) problem = NULL;
  NpJsonView root;

  g_return_val_if_fail (archive != NULL, NULL);

  path = g_build_filename (archive, FILE_NAME, NULL);
  node = np_json_read_file (path, &problem);
  if (g_error_matches (problem, NP_JSON_ERROR, NP_JSON_ERROR_MISSING))
    return np_clinic_new ();
  if (node == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  root = np_json_view_root (node, path, problems);
  self = read_clinic (&root);
  return np_problems_none (problems, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- writing ---- */

static JsonObject *
write_practitioner (const NpPractitioner *practitioner)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", practitioner->id);
  np_json_put_string (object, "name", practitioner->name);
  np_json_put_string (object, "role", practitioner->role);
  np_json_put_string (object, "registration", practitioner->registration);
  if (practitioner->retired)
    np_json_put_bool (object, "retired", TRUE);
  return object;
}

static JsonNode *
write_clinic (const NpClinic *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *practitioners = json_array_new ();

  np_json_put_string (object, "format", FORMAT);
  np_json_put_string (object, "name", self->name);
  np_json_put_string (object, "address", self->address);
  np_json_put_string (object, "phone", self->phone);
  np_json_put_string (object, "urgent_phone", self->urgent_phone);
  np_json_put_string (object, "out_of_hours", self->out_of_hours);
  for (guint i = 0; i < self->practitioners->len; i++)
    json_array_add_object_element (practitioners, write_practitioner (g_ptr_array_index (self->practitioners, i)));
  np_json_put_array (object, "practitioners", practitioners);
  json_node_take_object (node, object);
  return node;
}

/* A folder that several desks share is set-group-ID; what lies in it is readable for the group (design 5). */
static int
file_mode (const char *archive)
{
  g_autoptr (GFile) folder = g_file_new_for_path (archive);
  g_autoptr (GFileInfo) info =
      g_file_query_info (folder, G_FILE_ATTRIBUTE_UNIX_MODE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info != NULL && (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 02000) != 0)
    return 0660;
  return 0600;
}

/**
 * np_clinic_save:
 * @self: a clinic
 * @archive: the archive folder; made when it is missing
 * @error: return location for an error of #NP_SAVE_ERROR
 *
 * Replaces `clinic.json` whole.
 *
 * Returns: whether it was saved
 */
gboolean
np_clinic_save (const NpClinic *self, const char *archive, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (archive != NULL, FALSE);

  node = write_clinic (self);
  text = np_json_write_pretty (node);
  path = g_build_filename (archive, FILE_NAME, NULL);
  return np_save_make_folder (archive, error) &&
         np_save_replace (path, text, strlen (text), file_mode (archive), error);
}

/* ---- asking ---- */

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * np_clinic_is_complete:
 * @self: a clinic
 *
 * Returns: whether a consultation can begin: a name, a phone and one practitioner who still works here
 */
gboolean
np_clinic_is_complete (const NpClinic *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_given (self->name) || !is_given (self->phone))
    return FALSE;
  for (guint i = 0; i < self->practitioners->len; i++)
    if (!((const NpPractitioner *) g_ptr_array_index (self->practitioners, i))->retired)
      return TRUE;
  return FALSE;
}

/**
 * np_clinic_add_practitioner:
 * @self: a clinic
 * @clock: makes the id
 * @name: printed name
 * @role: as `Dermatologist`
 * @registration: (nullable): number in the professional register
 *
 * Returns: (transfer none): the new entry of the list
 */
NpPractitioner *
np_clinic_add_practitioner (
    NpClinic *self, const NpClock *clock, const char *name, const char *role, const char *registration)
{
  NpPractitioner *practitioner;

  g_return_val_if_fail (self != NULL && clock != NULL, NULL);
  g_return_val_if_fail (is_given (name) && is_given (role), NULL);

  practitioner = g_new0 (NpPractitioner, 1);
  practitioner->id = np_clock_new_id (clock);
  practitioner->name = np_json_clean_text (name, NULL);
  practitioner->role = np_json_clean_text (role, NULL);
  practitioner->registration = registration != NULL ? np_json_clean_text (registration, NULL) : NULL;
  g_ptr_array_add (self->practitioners, practitioner);
  return practitioner;
}

/**
 * np_clinic_find:
 * @self: a clinic
 * @id: id of a practitioner
 *
 * Returns: (transfer none) (nullable): the practitioner
 */
const NpPractitioner *
np_clinic_find (const NpClinic *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->practitioners->len; i++)
    {
      const NpPractitioner *practitioner = g_ptr_array_index (self->practitioners, i);

      if (g_str_equal (practitioner->id, id))
        return practitioner;
    }
  return NULL;
}
