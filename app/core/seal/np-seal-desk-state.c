/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-desk-state.h"

#include <string.h>

#include "np-document-shape.h"
#include "np-json-read.h"
#include "np-json-write.h"
#include "np-save.h"
#include "np-seal-shape.h"

#define FORMAT "needlepoint-desk/1"
#define FILE_NAME "state.json"

void
np_seal_desk_state_free (NpSealDeskState *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  np_head_free (self->head);
  np_head_free (self->pending);
  g_free (self->pending_path);
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_format (const char *text)
{
  return g_str_equal (text, FORMAT);
}

static const NpJsonShape format = { .kind = NP_JSON_FORM, .fits = is_format, .expected = "“" FORMAT "”" };
static const NpJsonMember pending_members[]
    = { { "path", &np_json_shape_text, TRUE }, { "head", &np_seal_shape_head, TRUE }, { 0 } };
static const NpJsonShape pending = { .kind = NP_JSON_OBJECT, .members = pending_members };
static const NpJsonMember members[] = { { "format", &format, TRUE },
                                        { "id", &np_document_shape_uuid, TRUE },
                                        { "name", &np_json_shape_text, TRUE },
                                        { "head", &np_seal_shape_head, FALSE },
                                        { "pending", &pending, FALSE },
                                        { "seen", &np_seal_shape_heads, TRUE },
                                        { 0 } };
static const NpJsonShape shape = { .kind = NP_JSON_OBJECT, .members = members };

static NpHead *
take_head (JsonObject *object)
{
  return json_object_has_member (object, "head") ? np_head_from_json (json_object_get_object_member (object, "head")) : NULL;
}

static NpSealDeskState *
from_json (JsonObject *object)
{
  NpSealDeskState *self = g_new0 (NpSealDeskState, 1);

  self->id = g_strdup (json_object_get_string_member (object, "id"));
  self->name = g_strdup (json_object_get_string_member (object, "name"));
  self->head = take_head (object);
  self->seen = np_head_list_from_json (json_object_get_array_member (object, "seen"));
  if (json_object_has_member (object, "pending"))
    {
      JsonObject *open = json_object_get_object_member (object, "pending");

      self->pending = take_head (open);
      self->pending_path = g_strdup (json_object_get_string_member (open, "path"));
    }
  return self;
}

NpSealDeskState *
np_seal_desk_state_load (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (JsonNode) node = np_json_read_file (path, error);

  if (node == NULL || !np_seal_shape_fits (&shape, node, path, error))
    return NULL;
  return from_json (json_node_get_object (node));
}

static JsonNode *
to_json (const NpSealDeskState *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "format", FORMAT);
  np_json_put_string (object, "id", self->id);
  np_json_put_string (object, "name", self->name);
  if (self->head != NULL)
    np_json_put_object (object, "head", np_head_to_json (self->head));
  if (self->pending != NULL)
    {
      JsonObject *open = json_object_new ();

      np_json_put_string (open, "path", self->pending_path);
      np_json_put_object (open, "head", np_head_to_json (self->pending));
      np_json_put_object (object, "pending", open);
    }
  np_json_put_array (object, "seen", np_head_list_to_json (self->seen));
  json_node_take_object (node, object);
  return node;
}

gboolean
np_seal_desk_state_save (const NpSealDeskState *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (JsonNode) node = to_json (self);
  g_autofree char *text = np_json_write_pretty (node);

  return np_save_replace (path, text, strlen (text), 0600, error);
}
