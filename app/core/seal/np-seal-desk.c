/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-desk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#include "np-seal-desk-heads.h"
#include "np-seal-desk-state.h"
#include "np-jws.h"
#include "np-key-file.h"
#include "np-record.h"
#include "np-save.h"
#include "np-sealing.h"

#define KEY_NAME "desk.pem"
#define LOCK_NAME "lock"
/* Kept in records, so it is in no language but the format's. */
#define MEANING "This desk saved the record with the seals listed here."

struct _NpSealDesk
{
  char *folder;
  NpKey *key;
  NpSealDeskState *state;
};

/**
 * np_seal_desk_free:
 * @self: (transfer full) (nullable): a desk
 */
void
np_seal_desk_free (NpSealDesk *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  np_key_free (self->key);
  np_seal_desk_state_free (self->state);
  g_free (self);
}

/**
 * np_seal_desk_default_folder:
 * @first_kid: id of the first key of a clinic
 *
 * Returns: (transfer full) (type filename): where this user's desk for that clinic lies
 */
char *
np_seal_desk_default_folder (const char *first_kid)
{
  g_return_val_if_fail (first_kid != NULL, NULL);
  return g_build_filename (g_get_user_data_dir (), "needlepoint", "desks", first_kid, NULL);
}

/* ---- making and opening ---- */

/* The key first: a folder with a state has a key. */
static gboolean
save_new (const NpSealDesk *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, KEY_NAME, NULL);

  return np_key_file_save (path, self->key, NULL, error) && np_seal_desk_state_save (self->state, self->folder, error);
}

/**
 * np_seal_desk_new:
 * @folder: (type filename): a folder of this user's own; made
 * @name: what the clinic calls the desk
 * @clock: makes its id
 * @error: return location for an error
 *
 * Sets a desk up, with a new key.
 *
 * Returns: (transfer full) (nullable): the desk; %NULL with #NP_SAVE_ERROR, as when there is one already
 */
NpSealDesk *
np_seal_desk_new (const char *folder, const char *name, const NpClock *clock, GError **error)
{
  g_autoptr (NpSealDesk) self = g_new0 (NpSealDesk, 1);

  g_return_val_if_fail (folder != NULL && name != NULL && clock != NULL, NULL);

  self->folder = g_strdup (folder);
  self->key = np_key_new (error);
  if (self->key == NULL)
    return NULL;
  self->state = g_new0 (NpSealDeskState, 1);
  self->state->id = np_clock_new_id (clock);
  self->state->name = g_strdup (name);
  self->state->seen = np_head_list_new ();
  return save_new (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_own_key (const NpSealDesk *self, GError **error)
{
  if (self->state->head == NULL || g_str_equal (self->state->head->kid, np_key_id (self->key)))
    return TRUE;
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, _("The desk's key and what it remembers do not belong together."));
  return FALSE;
}

/**
 * np_seal_desk_open:
 * @folder: (type filename): the folder of a desk
 * @error: return location for an error of #NP_JSON_ERROR, #G_IO_ERROR or #NP_SEAL_ERROR
 *
 * Returns: (transfer full) (nullable): the desk
 */
NpSealDesk *
np_seal_desk_open (const char *folder, GError **error)
{
  g_autoptr (NpSealDesk) self = g_new0 (NpSealDesk, 1);
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  path = g_build_filename (folder, KEY_NAME, NULL);
  self->folder = g_strdup (folder);
  self->state = np_seal_desk_state_load (folder, error);
  self->key = self->state == NULL ? NULL : np_key_file_open (path, NULL, error);
  return self->key != NULL && is_own_key (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * np_seal_desk_key:
 * @self: a desk
 *
 * Returns: (transfer none): its pair
 */
const NpKey *
np_seal_desk_key (const NpSealDesk *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->key;
}

/**
 * np_seal_desk_id:
 * @self: a desk
 *
 * Returns: (transfer none): its id, for its enrolment
 */
const char *
np_seal_desk_id (const NpSealDesk *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->state->id;
}

/**
 * np_seal_desk_name:
 * @self: a desk
 *
 * Returns: (transfer none): what the clinic calls it
 */
const char *
np_seal_desk_name (const NpSealDesk *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->state->name;
}

/**
 * np_seal_desk_heads:
 * @self: a desk
 *
 * Returns: (transfer container) (element-type NpHead): its own head, if it has sealed anything, and those of other desks that it saw
 */
GPtrArray *
np_seal_desk_heads (const NpSealDesk *self)
{
  GPtrArray *heads = np_head_list_new ();

  g_return_val_if_fail (self != NULL, heads);

  if (self->state->head != NULL)
    np_head_list_note (heads, self->state->head->kid, self->state->head->sequence, self->state->head->digest);
  for (guint i = 0; i < self->state->seen->len; i++)
    {
      const NpHead *seen = g_ptr_array_index (self->state->seen, i);

      np_head_list_note (heads, seen->kid, seen->sequence, seen->digest);
    }
  return heads;
}

/* ---- what became of the number used last ---- */

static const char *
last_seal (JsonNode *file)
{
  JsonArray *seals = np_sealing_seals (file);
  guint length = json_array_get_length (seals);

  return length == 0 ? NULL : json_array_get_string_element (seals, length - 1);
}

static gboolean
ends_with (JsonNode *file, const NpHead *head)
{
  const char *seal = last_seal (file);
  g_autofree char *digest = seal == NULL ? NULL : np_jws_digest (seal);

  return digest != NULL && g_str_equal (digest, head->digest);
}

static gboolean
was_saved (const NpSealDeskState *state, const char *archive)
{
  g_autofree char *path = g_build_filename (archive, state->pending_path, NULL);
  g_autoptr (JsonNode) file = np_record_read_file (path, NULL);

  return file != NULL && ends_with (file, state->pending);
}

static void
forget_pending (NpSealDeskState *state)
{
  g_clear_pointer (&state->pending, np_head_free);
  g_clear_pointer (&state->pending_path, g_free);
}

static void
settle_pending (NpSealDeskState *state, const char *archive)
{
  if (state->pending == NULL)
    return;
  if (was_saved (state, archive))
    {
      np_head_free (state->head);
      state->head = g_steal_pointer (&state->pending);
    }
  forget_pending (state);
}

/* ---- sealing ---- */

static void
note_other_desks (NpSealDesk *self, const char *archive)
{
  g_autoptr (GPtrArray) heads = np_head_list_new ();

  np_seal_desk_heads_look (archive, heads);
  for (guint i = 0; i < heads->len; i++)
    {
      const NpHead *head = g_ptr_array_index (heads, i);

      if (!g_str_equal (head->kid, np_key_id (self->key)))
        np_head_list_note (self->state->seen, head->kid, head->sequence, head->digest);
    }
}

static char **
digests_of (JsonArray *seals)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **digests;

  for (guint i = 0; i < json_array_get_length (seals); i++)
    {
      g_autofree char *digest = np_jws_digest (json_array_get_string_element (seals, i));

      g_strv_builder_add (builder, digest);
    }
  digests = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return digests;
}

static NpManifest *
manifest_of (const NpSealDesk *self, JsonNode *file)
{
  NpManifest *manifest = np_manifest_new (NP_SEALER_DESK);
  const NpHead *head = self->state->head;

  manifest->name = g_strdup (self->state->name);
  manifest->meaning = g_strdup (MEANING);
  manifest->sequence = head == NULL ? 1 : head->sequence + 1;
  manifest->previous = head == NULL ? NULL : g_strdup (head->digest);
  manifest->others = digests_of (np_sealing_seals (file));
  for (guint i = 0; i < self->state->seen->len; i++)
    {
      const NpHead *seen = g_ptr_array_index (self->state->seen, i);

      np_head_list_note (manifest->heads, seen->kid, seen->sequence, seen->digest);
    }
  return manifest;
}

static gboolean
is_own_seal (const NpSealDesk *self, const char *seal)
{
  g_autoptr (NpJws) jws = seal == NULL ? NULL : np_jws_open (seal, NP_MANIFEST_TYP, NULL);

  return jws != NULL && g_str_equal (np_key_id (jws->key), np_key_id (self->key));
}

/* One of a try before, whose number went to another record since. */
static void
drop_own_seal (const NpSealDesk *self, JsonNode *file)
{
  JsonArray *seals = np_sealing_seals (file);

  if (is_own_seal (self, last_seal (file)))
    json_array_remove_element (seals, json_array_get_length (seals) - 1);
}

static gboolean
add_seal (NpSealDesk *self, JsonNode *file, const NpClock *clock, GError **error)
{
  g_autoptr (NpManifest) manifest = NULL;
  g_autofree char *digest = NULL;

  drop_own_seal (self, file);
  if (last_seal (file) == NULL)
    {
      g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_STATE, _("The practitioner who signed the record seals it first."));
      return FALSE;
    }
  manifest = manifest_of (self, file);
  if (!np_sealing_add (file, self->key, manifest, clock, error))
    return FALSE;
  digest = np_jws_digest (last_seal (file));
  self->state->pending = np_head_new (np_key_id (self->key), manifest->sequence, digest);
  return TRUE;
}

/* As it lies below the archive. */
static char *
path_below (JsonNode *file)
{
  return np_record_path (file, "");
}

static gboolean
use_number (NpSealDesk *self, JsonNode *file, const char *archive, const NpClock *clock, GError **error)
{
  note_other_desks (self, archive);
  if (!add_seal (self, file, clock, error))
    return FALSE;
  self->state->pending_path = path_below (file);
  return np_seal_desk_state_save (self->state, self->folder, error);
}

/* The record is saved: whatever goes wrong from here on is made good at the next seal. */
static void
remember (NpSealDesk *self, JsonNode *file, const char *archive)
{
  if (self->state->pending != NULL)
    {
      np_head_free (self->state->head);
      self->state->head = g_steal_pointer (&self->state->pending);
      forget_pending (self->state);
      np_seal_desk_state_save (self->state, self->folder, NULL);
    }
  np_seal_desk_heads_leave (archive, np_key_id (self->key), last_seal (file));
}

/* A try that was cut short goes on with the seal that it made, for its file may be there. */
static gboolean
was_tried (const NpSealDeskState *state, JsonNode *file)
{
  return (state->pending != NULL && ends_with (file, state->pending)) || (state->head != NULL && ends_with (file, state->head));
}

static gboolean
reload (NpSealDesk *self, GError **error)
{
  NpSealDeskState *state = np_seal_desk_state_load (self->folder, error);

  if (state == NULL)
    return FALSE;
  np_seal_desk_state_free (self->state);
  self->state = state;
  return TRUE;
}

static char *
save_locked (NpSealDesk *self, JsonNode *file, const char *archive, const NpClock *clock, GError **error)
{
  char *path;

  if (!reload (self, error))
    return NULL;
  if (!was_tried (self->state, file))
    {
      settle_pending (self->state, archive);
      if (!use_number (self, file, archive, clock, error))
        return NULL;
    }
  path = np_record_save (file, archive, error);
  if (path != NULL)
    remember (self, file, archive);
  return path;
}

static int
lock (const NpSealDesk *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK_NAME, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && TEMP_FAILURE_RETRY (flock (fd, LOCK_EX)) == 0)
    return fd;
  g_set_error (error, NP_SAVE_ERROR, NP_SAVE_ERROR_IO, "%s: %s", path, g_strerror (errno));
  if (fd >= 0)
    g_close (fd, NULL);
  return -1;
}

/**
 * np_seal_desk_save:
 * @self: a desk
 * @file: the root of a record file that its practitioner sealed; gets the desk's seal
 * @archive: (type filename): the archive folder
 * @clock: the time
 * @error: return location for an error of #NP_SEAL_ERROR, #NP_SAVE_ERROR or #NP_JSON_ERROR
 *
 * Seals a record with this desk's next number and saves it. After a failure the same call can be made again.
 *
 * Returns: (transfer full) (type filename) (nullable): the path of the record, which is then saved for good
 */
char *
np_seal_desk_save (NpSealDesk *self, JsonNode *file, const char *archive, const NpClock *clock, GError **error)
{
  char *path;
  int held;

  g_return_val_if_fail (self != NULL && file != NULL && archive != NULL && clock != NULL, NULL);

  held = lock (self, error);
  if (held < 0)
    return NULL;
  path = save_locked (self, file, archive, clock, error);
  g_close (held, NULL);
  return path;
}
