/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-desk-heads.h"

#include <string.h>
#include <sys/stat.h>

#include "np-head.h"
#include "np-json-read.h"
#include "np-json-write.h"
#include "np-jws.h"
#include "np-manifest.h"
#include "np-save.h"
#include "np-seal-shape.h"

#define FORMAT "needlepoint-head/1"
#define ENDING ".json"

static gboolean
is_format (const char *text)
{
  return g_str_equal (text, FORMAT);
}

static const NpJsonShape format = { .kind = NP_JSON_FORM, .fits = is_format, .expected = "“" FORMAT "”" };
static const NpJsonMember members[] = { { "format", &format, TRUE }, { "seal", &np_json_shape_text, TRUE }, { 0 } };
static const NpJsonShape shape = { .kind = NP_JSON_OBJECT, .members = members };

static char *
folder_in (const char *archive)
{
  return g_build_filename (archive, "keys", "heads", NULL);
}

/* Several desks' accounts share what lies in a set-group-ID folder (design 5). */
static int
mode_in (const char *folder)
{
  struct stat about;

  return stat (folder, &about) == 0 && (about.st_mode & S_ISGID) != 0 ? 0640 : 0600;
}

/* The record is saved by now: what goes wrong here is no reason to say otherwise. */
void
np_seal_desk_heads_leave (const char *archive, const char *kid, const char *seal)
{
  g_autofree char *folder = folder_in (archive);
  g_autofree char *name = g_strconcat (kid, ENDING, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  np_json_put_string (object, "format", FORMAT);
  np_json_put_string (object, "seal", seal);
  json_node_take_object (node, object);
  text = np_json_write_pretty (node);
  if (np_save_make_folder (folder, NULL))
    np_save_replace (path, text, strlen (text), mode_in (folder), NULL);
}

static void
look_at (const char *folder, const char *name, GPtrArray *heads)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JsonNode) node = np_json_read_file (path, NULL);
  g_autoptr (NpJws) seal = NULL;
  g_autoptr (NpManifest) manifest = NULL;

  if (node == NULL || !np_seal_shape_fits (&shape, node, path, NULL))
    return;
  seal = np_jws_open (json_object_get_string_member (json_node_get_object (node), "seal"), NP_MANIFEST_TYP, NULL);
  manifest = seal == NULL ? NULL : np_manifest_from_json (seal->payload, NULL);
  if (manifest != NULL && manifest->sealer == NP_SEALER_DESK && g_str_has_prefix (name, np_key_id (seal->key)))
    np_head_list_note (heads, np_key_id (seal->key), manifest->sequence, seal->digest);
}

/**
 * np_seal_desk_heads_look:
 * @archive: (type filename): the archive folder
 * @heads: (element-type NpHead): where to note them
 *
 * Looks what the desks left there last.
 */
void
np_seal_desk_heads_look (const char *archive, GPtrArray *heads)
{
  g_autofree char *folder = folder_in (archive);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      look_at (folder, name, heads);
}
