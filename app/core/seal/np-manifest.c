/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-manifest.h"

#include "np-document-shape.h"
#include "np-json-write.h"
#include "np-seal-shape.h"

const char *const np_sealer_words[] = { "practitioner", "countersigner", "desk", NULL };

/**
 * np_manifest_new:
 * @sealer: who states it
 *
 * Returns: (transfer full): a manifest that states nothing yet; free with np_manifest_free()
 */
NpManifest *
np_manifest_new (NpSealer sealer)
{
  NpManifest *self = g_new0 (NpManifest, 1);

  self->sealer = sealer;
  self->heads = np_head_list_new ();
  return self;
}

/**
 * np_manifest_free:
 * @self: (transfer full) (nullable): a manifest
 */
void
np_manifest_free (NpManifest *self)
{
  if (self == NULL)
    return;
  g_free (self->record);
  g_free (self->digest);
  g_free (self->name);
  g_free (self->meaning);
  g_free (self->at);
  g_free (self->previous);
  g_strfreev (self->others);
  g_ptr_array_unref (self->heads);
  g_free (self);
}

/* ---- its form ---- */

static gboolean
is_format (const char *text)
{
  return g_str_equal (text, NP_MANIFEST_FORMAT);
}

static void
expect (const NpJsonView *view, const char *name, gboolean there)
{
  NpJsonView member = np_json_view_member (view, name);

  if (np_json_view_exists (&member) != there)
    np_json_view_complain (&member, there ? "this member is missing" : "this member does not belong here");
}

/* What only a desk states; and its first seal has none before it. */
static void
check_desk (const NpJsonView *view)
{
  gboolean desk = np_json_view_need_word (view, "role", np_sealer_words) == NP_SEALER_DESK;
  gint64 sequence = np_json_view_opt_int (view, "sequence", 1, np_seal_shape_sequence.most, 1);

  expect (view, "sequence", desk);
  expect (view, "others", desk);
  expect (view, "heads", desk);
  expect (view, "previous", desk && sequence > 1);
}

static const NpJsonShape format = { .kind = NP_JSON_FORM, .fits = is_format, .expected = "“" NP_MANIFEST_FORMAT "”" };
static const NpJsonShape role = { .kind = NP_JSON_WORD, .words = np_sealer_words };
static const NpJsonShape others = { .kind = NP_JSON_LIST, .each = &np_seal_shape_digest, .least = 1 };
static const NpJsonMember members[] = { { "format", &format, TRUE },
                                        { "record", &np_document_shape_uuid, TRUE },
                                        { "digest", &np_seal_shape_digest, TRUE },
                                        { "role", &role, TRUE },
                                        { "name", &np_json_shape_text, TRUE },
                                        { "meaning", &np_json_shape_text, TRUE },
                                        { "at", &np_document_shape_stamp, TRUE },
                                        { "sequence", &np_seal_shape_sequence, FALSE },
                                        { "previous", &np_seal_shape_digest, FALSE },
                                        { "others", &others, FALSE },
                                        { "heads", &np_seal_shape_heads, FALSE },
                                        { 0 } };
static const NpJsonShape shape = { .kind = NP_JSON_OBJECT, .members = members, .check = check_desk };

/* ---- to and from JSON ---- */

static void
put_desk (JsonObject *object, const NpManifest *self)
{
  np_json_put_int (object, "sequence", self->sequence);
  np_json_put_string (object, "previous", self->previous);
  np_json_put_strings (object, "others", (const char *const *) self->others);
  np_json_put_array (object, "heads", np_head_list_to_json (self->heads));
}

/**
 * np_manifest_to_json:
 * @self: a manifest
 *
 * Returns: (transfer full): the payload of its JWS
 */
JsonNode *
np_manifest_to_json (const NpManifest *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "format", NP_MANIFEST_FORMAT);
  np_json_put_string (object, "record", self->record);
  np_json_put_string (object, "digest", self->digest);
  np_json_put_string (object, "role", np_sealer_words[self->sealer]);
  np_json_put_string (object, "name", self->name);
  np_json_put_string (object, "meaning", self->meaning);
  np_json_put_string (object, "at", self->at);
  if (self->sealer == NP_SEALER_DESK)
    put_desk (object, self);
  json_node_take_object (node, object);
  return node;
}

static char *
take_string (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static char **
take_strings (JsonArray *array)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **strings;

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  strings = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return strings;
}

static void
take_desk (NpManifest *self, JsonObject *object)
{
  self->sequence = json_object_get_int_member (object, "sequence");
  self->previous = take_string (object, "previous");
  self->others = take_strings (json_object_get_array_member (object, "others"));
  g_ptr_array_unref (self->heads);
  self->heads = np_head_list_from_json (json_object_get_array_member (object, "heads"));
}

static NpSealer
sealer_of (JsonObject *object)
{
  const char *word = json_object_get_string_member (object, "role");
  int sealer = 0;

  while (!g_str_equal (word, np_sealer_words[sealer]))
    sealer++;
  return (NpSealer) sealer;
}

/**
 * np_manifest_from_json:
 * @node: the payload of a JWS
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it states; %NULL with %NP_SEAL_ERROR_FORM
 */
NpManifest *
np_manifest_from_json (JsonNode *node, GError **error)
{
  JsonObject *object = json_node_get_object (node);
  NpManifest *self;

  if (!np_seal_shape_fits (&shape, node, "manifest", error))
    return NULL;
  self = np_manifest_new (sealer_of (object));
  self->record = take_string (object, "record");
  self->digest = take_string (object, "digest");
  self->name = take_string (object, "name");
  self->meaning = take_string (object, "meaning");
  self->at = take_string (object, "at");
  if (self->sealer == NP_SEALER_DESK)
    take_desk (self, object);
  return self;
}
