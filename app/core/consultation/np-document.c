/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"

#include "np-json-write.h"

/* One token of a JSON pointer, unescaped (RFC 6901); `pointer` moves on to the next. NULL at the end. */
static char *
next_token (const char **pointer)
{
  GString *token;

  if (**pointer != '/')
    return NULL;
  token = g_string_new (NULL);
  for (++*pointer; **pointer != '\0' && **pointer != '/'; ++*pointer)
    if (g_str_has_prefix (*pointer, "~1") || g_str_has_prefix (*pointer, "~0"))
      g_string_append_c (token, *++*pointer == '1' ? '/' : '~');
    else
      g_string_append_c (token, **pointer);
  return g_string_free (token, FALSE);
}

/* Whether `token` names an element that an array of this length has. */
static gboolean
element_index (const char *token, guint length, guint *index)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT16, &number, NULL) || number >= length)
    return FALSE;
  *index = (guint) number;
  return TRUE;
}

static JsonNode *
child_of (JsonNode *node, const char *token)
{
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), token);
  if (JSON_NODE_HOLDS_ARRAY (node) && element_index (token, json_array_get_length (json_node_get_array (node)), &index))
    return json_array_get_element (json_node_get_array (node), index);
  return NULL;
}

/**
 * np_document_lookup:
 * @document: a document
 * @pointer: a JSON pointer (RFC 6901); empty for the whole document
 *
 * Returns: (transfer none) (nullable): what stands there
 */
JsonNode *
np_document_lookup (JsonNode *document, const char *pointer)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  while (document != NULL && *pointer != '\0')
    {
      g_autofree char *token = next_token (&pointer);

      document = token != NULL ? child_of (document, token) : NULL;
    }
  return document;
}

/**
 * np_document_string:
 * @document: a document
 * @pointer: a JSON pointer
 *
 * Returns: (transfer none) (nullable): the text that stands there; %NULL where there is none
 */
const char *
np_document_string (JsonNode *document, const char *pointer)
{
  JsonNode *node = np_document_lookup (document, pointer);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* json-glib has no way to put an element in the place of another: the array is written anew. */
static void
replace_element (JsonNode *node, guint index, JsonNode *value)
{
  JsonArray *old = json_node_get_array (node);
  JsonArray *array = json_array_sized_new (json_array_get_length (old));

  for (guint i = 0; i < json_array_get_length (old); i++)
    json_array_add_element (array, i == index ? value : json_array_dup_element (old, i));
  json_node_take_array (node, array);
}

static void
put_child (JsonNode *node, const char *token, JsonNode *value)
{
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (node) && value != NULL)
    json_object_set_member (json_node_get_object (node), token, value);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_remove_member (json_node_get_object (node), token);
  else if (!JSON_NODE_HOLDS_ARRAY (node))
    g_clear_pointer (&value, json_node_unref);
  else if (g_str_equal (token, "-") && value != NULL)
    json_array_add_element (json_node_get_array (node), value);
  else if (!element_index (token, json_array_get_length (json_node_get_array (node)), &index))
    g_clear_pointer (&value, json_node_unref);
  else if (value != NULL)
    replace_element (node, index, value);
  else
    json_array_remove_element (json_node_get_array (node), index);
}

static JsonNode *
new_node (JsonNodeType type)
{
  JsonNode *node = json_node_new (type);

  if (type == JSON_NODE_ARRAY)
    json_node_take_array (node, json_array_new ());
  else
    json_node_take_object (node, json_object_new ());
  return node;
}

/* A missing member is made as a list where the next token appends to one, as an object otherwise. */
static JsonNode *
make_child (JsonNode *node, const char *token, const char *rest)
{
  gboolean list = g_str_equal (rest, "/-") || g_str_has_prefix (rest, "/-/");

  JsonNode *child = new_node (list ? JSON_NODE_ARRAY : JSON_NODE_OBJECT);

  put_child (node, token, json_node_ref (child));
  if (JSON_NODE_HOLDS_OBJECT (node) || (JSON_NODE_HOLDS_ARRAY (node) && g_str_equal (token, "-")))
    {
      json_node_unref (child); /* the parent holds it */
      return child;
    }
  json_node_unref (child);
  return NULL;
}

/**
 * np_document_put:
 * @document: a document; changed in place
 * @pointer: a JSON pointer to a member or an element, "-" for one after the last
 * @value: (transfer full) (nullable): what stands there from now on; %NULL takes the place out
 *
 * Objects that are missing on the way are made, unless something is taken out.
 */
void
np_document_put (JsonNode *document, const char *pointer, JsonNode *value)
{
  g_autofree char *token = NULL;

  g_return_if_fail (document != NULL);
  g_return_if_fail (pointer != NULL && *pointer == '/');

  token = next_token (&pointer);
  while (*pointer != '\0' && document != NULL)
    {
      JsonNode *child = child_of (document, token);

      if (child == NULL && value != NULL)
        child = make_child (document, token, pointer);
      document = child;
      g_free (token);
      token = next_token (&pointer);
    }
  if (document != NULL)
    put_child (document, token, value);
  else
    g_clear_pointer (&value, json_node_unref);
}

static JsonNode *
copy_value (JsonNode *node, gboolean clean)
{
  g_autofree char *text = NULL;

  if (!clean || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  text = np_json_clean_text (json_node_get_string (node), NULL);
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
copy_deep (JsonNode *node, gboolean clean)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *copy = new_node (JSON_NODE_OBJECT);
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        json_object_set_member (json_node_get_object (copy), name, copy_deep (member, clean));
      return copy;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonNode *copy = new_node (JSON_NODE_ARRAY);
      JsonArray *elements = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (elements); i++)
        json_array_add_element (json_node_get_array (copy), copy_deep (json_array_get_element (elements, i), clean));
      return copy;
    }
  return copy_value (node, clean);
}

/**
 * np_document_copy:
 * @node: a document or a part of one
 *
 * A copy that shares nothing with @node; json_node_copy() would share objects and arrays.
 *
 * Returns: (transfer full): the copy
 */
JsonNode *
np_document_copy (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return copy_deep (node, FALSE);
}

/* the same, with every text brought into the form that a record may hold */
JsonNode *
np_document_copy_clean (JsonNode *node)
{
  return copy_deep (node, TRUE);
}

void
np_document_put_string (JsonNode *document, const char *pointer, const char *text)
{
  np_document_put (document, pointer, json_node_init_string (json_node_alloc (), text));
}

JsonArray *
np_document_array (JsonNode *document, const char *pointer)
{
  JsonNode *node = np_document_lookup (document, pointer);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
np_document_object (JsonNode *document, const char *pointer)
{
  JsonNode *node = np_document_lookup (document, pointer);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
np_document_name_catalog (JsonNode *document, const NpCatalog *catalog)
{
  np_document_put_string (document, "/catalog/id", catalog->id);
  np_document_put_string (document, "/catalog/version", catalog->version);
  np_document_put_string (document, "/catalog/digest", np_catalog_effective_digest (catalog));
}

void
np_document_log (JsonNode *document, const NpClock *clock, const char *what, const char *of, const char *detail)
{
  g_autofree char *stamp = np_clock_stamp (clock);
  JsonNode *node = new_node (JSON_NODE_OBJECT);
  JsonObject *entry = json_node_get_object (node);

  np_json_put_string (entry, "at", stamp);
  np_json_put_string (entry, "what", what);
  np_json_put_string (entry, "of", of);
  np_json_put_string (entry, "detail", detail);
  np_document_put (document, "/log/-", node);
}

/**
 * np_document_new:
 * @catalog: the catalogue that the consultation is held under
 * @language: the patient's language, BCP 47
 * @clock: says today and makes the id
 *
 * Returns: (transfer full): a document in which nobody has said anything yet
 */
JsonNode *
np_document_new (const NpCatalog *catalog, const char *language, const NpClock *clock)
{
  JsonNode *document = new_node (JSON_NODE_OBJECT);
  g_autofree char *id = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (catalog != NULL, document);
  g_return_val_if_fail (language != NULL, document);
  g_return_val_if_fail (clock != NULL, document);

  id = np_clock_new_id (clock);
  stamp = np_clock_stamp (clock);
  today = np_day_format (np_clock_today (clock));
  np_document_put_string (document, "/format", NP_CONSULTATION_FORMAT);
  np_document_put_string (document, "/id", id);
  np_document_put_string (document, "/started_at", stamp);
  np_document_put_string (document, "/assessed_on", today);
  np_document_put_string (document, "/language", language);
  np_document_name_catalog (document, catalog);
  np_document_put (document, "/patient", new_node (JSON_NODE_OBJECT));
  np_document_log (document, clock, "opened", NULL, NULL);
  return document;
}
