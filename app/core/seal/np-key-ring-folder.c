/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public keys in the clinic's folder: one file a statement, so that desks that share the folder never write the same file. */
#include "np-key-ring.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-save.h"
#include "np-seal-shape.h"

#define FOLDER "keys"
#define SECRET_FOLDER "secret"
#define FIRST "first.json"
#define RETIRED "retired-"
#define ENDING ".json"

/* ---- the form of a file ---- */

static const char *const format_words[] = { NP_ENROLMENT_FORMAT, NP_RETIREMENT_FORMAT, NULL };
static const NpJsonShape format = { .kind = NP_JSON_WORD, .words = format_words };
static const NpJsonShape seals = { .kind = NP_JSON_LIST, .each = &np_json_shape_text, .least = 1 };
static const NpJsonMember members[] = { { "format", &format, TRUE }, { "seals", &seals, TRUE }, { 0 } };
static const NpJsonShape shape = { .kind = NP_JSON_OBJECT, .members = members };

static JsonNode *
file_of (const char *format_word, const char *const *statement)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "format", format_word);
  np_json_put_strings (object, "seals", statement);
  json_node_take_object (node, object);
  return node;
}

static char *
enrolment_name (const NpEnrolment *enrolment)
{
  return enrolment->basis == NP_BASIS_FIRST ? g_strdup (FIRST) : g_strconcat (np_key_id (enrolment->key), ENDING, NULL);
}

static char *
retirement_name (const NpRetirement *retirement)
{
  return g_strconcat (RETIRED, retirement->kid, ENDING, NULL);
}

/* ---- saving ---- */

static gboolean
save (const char *archive, const char *name, JsonNode *file, GError **error)
{
  g_autofree char *path = g_build_filename (archive, FOLDER, name, NULL);
  g_autofree char *text = np_json_write_pretty (file);

  return np_save_new (path, text, strlen (text), error);
}

/**
 * np_key_ring_save_enrolment:
 * @archive: (type filename): the archive folder
 * @enrolment: a sealed enrolment
 * @error: return location for an error of #NP_SAVE_ERROR
 *
 * Saves an enrolment for good. There can be only one first key: for a second, the name is taken.
 *
 * Returns: whether it was saved
 */
gboolean
np_key_ring_save_enrolment (const char *archive, const NpEnrolment *enrolment, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (JsonNode) file = NULL;

  g_return_val_if_fail (archive != NULL && enrolment != NULL && enrolment->seals != NULL, FALSE);

  name = enrolment_name (enrolment);
  file = file_of (NP_ENROLMENT_FORMAT, (const char *const *) enrolment->seals);
  return save (archive, name, file, error);
}

/**
 * np_key_ring_save_retirement:
 * @archive: (type filename): the archive folder
 * @retirement: a sealed retirement
 * @error: return location for an error of #NP_SAVE_ERROR
 *
 * Returns: whether it was saved, for good
 */
gboolean
np_key_ring_save_retirement (const char *archive, const NpRetirement *retirement, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (JsonNode) file = NULL;

  g_return_val_if_fail (archive != NULL && retirement != NULL && retirement->seal != NULL, FALSE);

  name = retirement_name (retirement);
  file = file_of (NP_RETIREMENT_FORMAT, (const char *const[]) { retirement->seal, NULL });
  return save (archive, name, file, error);
}

/**
 * np_key_ring_secret_path:
 * @archive: (type filename): the archive folder
 * @kid: id of a practitioner's key
 *
 * Returns: (transfer full) (type filename): where the encrypted pair lies
 */
char *
np_key_ring_secret_path (const char *archive, const char *kid)
{
  g_autofree char *name = g_strconcat (kid, ".pem", NULL);

  g_return_val_if_fail (archive != NULL && kid != NULL, NULL);
  return g_build_filename (archive, FOLDER, SECRET_FOLDER, name, NULL);
}

/* ---- reading ---- */

static char **
statement_in (JsonNode *file)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (file), "seals");
  GStrvBuilder *builder = g_strv_builder_new ();
  char **statement;

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  statement = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return statement;
}

/* A file under another name than its own was moved there, or the name of the first was taken by a later one. */
static gboolean
is_named (const char *name, const char *meant, GError **error)
{
  if (g_str_equal (name, meant))
    return TRUE;
  /* Translators: %s is a file's name */
  g_set_error (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, _("This file should be called %s"), meant);
  return FALSE;
}

static gboolean
take_enrolment (NpKeyRing *self, char **statement, const char *name, GError **error)
{
  g_autoptr (NpEnrolment) enrolment = np_enrolment_read ((const char *const *) statement, error);
  g_autofree char *meant = enrolment == NULL ? NULL : enrolment_name (enrolment);

  return enrolment != NULL && is_named (name, meant, error)
         && np_key_ring_add_enrolment (self, g_steal_pointer (&enrolment), error);
}

static gboolean
take_retirement (NpKeyRing *self, char **statement, const char *name, GError **error)
{
  g_autoptr (NpRetirement) retirement = np_retirement_read (statement[0], error);
  g_autofree char *meant = retirement == NULL ? NULL : retirement_name (retirement);

  return retirement != NULL && is_named (name, meant, error)
         && np_key_ring_add_retirement (self, g_steal_pointer (&retirement), error);
}

static gboolean
take_file (NpKeyRing *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JsonNode) file = np_json_read_file (path, error);
  g_auto (GStrv) statement = NULL;
  gboolean taken;

  if (file == NULL || !np_seal_shape_fits (&shape, file, path, error))
    return FALSE;
  statement = statement_in (file);
  taken = g_str_has_prefix (name, RETIRED) ? take_retirement (self, statement, name, error)
                                           : take_enrolment (self, statement, name, error);
  if (!taken)
    g_prefix_error (error, "%s: ", path);
  return taken;
}

static int
by_name (gconstpointer one, gconstpointer two)
{
  return strcmp (*(const char *const *) one, *(const char *const *) two);
}

static GPtrArray *
names_in (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
  return names;
}

static gboolean
take_all (NpKeyRing *self, const char *folder, gboolean retirements, GError **error)
{
  g_autoptr (GPtrArray) names = names_in (folder);

  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (names, i), RETIRED) == retirements
        && !take_file (self, folder, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}

/**
 * np_key_ring_load:
 * @archive: (type filename): the archive folder
 * @error: return location for an error of #NP_JSON_ERROR or #NP_SEAL_ERROR, which names the file
 *
 * Reads the clinic's public keys. What is not understood is never passed over.
 *
 * Returns: (transfer full) (nullable): the settled ring; an empty one where there are no keys yet
 */
NpKeyRing *
np_key_ring_load (const char *archive, GError **error)
{
  g_autoptr (NpKeyRing) self = np_key_ring_new ();
  g_autofree char *folder = g_build_filename (archive, FOLDER, NULL);

  g_return_val_if_fail (archive != NULL, NULL);

  if (!take_all (self, folder, FALSE, error) || !take_all (self, folder, TRUE, error))
    return NULL;
  np_key_ring_settle (self);
  return g_steal_pointer (&self);
}
