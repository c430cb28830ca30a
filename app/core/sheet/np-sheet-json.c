/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* A record is strictly checked before it gets here; a composed one comes from our own hands. Still, nothing here trusts a type. */

JsonNode *
np_sheet_node (JsonObject *from, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  JsonNode *node = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (from == NULL)
        return NULL;
      node = json_object_get_member (from, names[i]);
      from = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    }
  return node;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

const char *
np_sheet_string (JsonObject *from, const char *path)
{
  JsonNode *node = np_sheet_node (from, path);

  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

gint64
np_sheet_int (JsonObject *from, const char *path, gint64 otherwise)
{
  JsonNode *node = np_sheet_node (from, path);

  return holds (node, G_TYPE_INT64) ? json_node_get_int (node) : otherwise;
}

gboolean
np_sheet_bool (JsonObject *from, const char *path)
{
  JsonNode *node = np_sheet_node (from, path);

  return holds (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node);
}

JsonObject *
np_sheet_object (JsonObject *from, const char *path)
{
  JsonNode *node = np_sheet_node (from, path);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
np_sheet_array (JsonObject *from, const char *path)
{
  JsonNode *node = np_sheet_node (from, path);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

guint
np_sheet_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
np_sheet_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* the element as a word; "" where it is none */
const char *
np_sheet_word (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : "";
}

gboolean
np_sheet_holds (JsonArray *array, const char *word)
{
  for (guint i = 0; i < np_sheet_length (array); i++)
    if (strcmp (np_sheet_word (array, i), word) == 0)
      return TRUE;
  return FALSE;
}
