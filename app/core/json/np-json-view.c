/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-view.h"

#include <string.h>

/* RFC 6901: "~" and "/" stand escaped in a pointer. */
static void
append_token (GString *pointer, const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (pointer, "~0");
    else if (*p == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *p);
}

static void
append_pointer (const NpJsonView *self, GString *pointer)
{
  if (self->parent == NULL)
    return;
  append_pointer (self->parent, pointer);
  g_string_append_c (pointer, '/');
  if (self->name != NULL)
    append_token (pointer, self->name);
  else
    g_string_append_printf (pointer, "%u", self->index);
}

static JsonObject *
object_of (const NpJsonView *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node) ? json_node_get_object (self->node) : NULL;
}

static JsonArray *
array_of (const NpJsonView *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node) ? json_node_get_array (self->node) : NULL;
}

static gboolean
holds (const NpJsonView *self, GType type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == type;
}

/* What does not exist was complained of where it was needed; what is asked of it is not a second problem. */
static void
complain_of_type (const NpJsonView *self, const char *wanted)
{
  if (self->node != NULL)
    np_json_view_complain (self, "%s is expected here", wanted);
}

static NpJsonView
empty_of (const NpJsonView *self)
{
  NpJsonView empty = *self;

  empty.node = NULL;
  return empty;
}

/**
 * np_json_view_root:
 * @node: (nullable): the document; outlives the view
 * @file: (nullable): its name in complaints; outlives the view
 * @problems: where complaints go; outlives the view
 *
 * Returns: a view of the whole document
 */
NpJsonView
np_json_view_root (JsonNode *node, const char *file, NpProblems *problems)
{
  NpJsonView root = { .node = node, .file = file, .problems = problems };

  g_return_val_if_fail (problems != NULL, root);
  return root;
}

/**
 * np_json_view_exists:
 * @self: a view
 *
 * Returns: whether the document has this place, with a value of the type that was asked for
 */
gboolean
np_json_view_exists (const NpJsonView *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->node != NULL;
}

/**
 * np_json_view_pointer:
 * @self: a view
 *
 * Returns: (transfer full): its JSON pointer (RFC 6901), empty for the whole document
 */
char *
np_json_view_pointer (const NpJsonView *self)
{
  GString *pointer = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (pointer, FALSE));
  append_pointer (self, pointer);
  return g_string_free (pointer, FALSE);
}

/**
 * np_json_view_complain:
 * @self: a view
 * @format: what is wrong and what to do, without a full stop; never what a patient said, for complaints reach the
 * terminal
 * @...: for @format
 *
 * Adds a problem at this place.
 */
void
np_json_view_complain (const NpJsonView *self, const char *format, ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *what = NULL;
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  pointer = np_json_view_pointer (self);
  np_problems_add (self->problems, self->file, pointer, "%s", what);
}

/**
 * np_json_view_only:
 * @self: a view of an object
 * @...: the names it may have, ending with %NULL
 *
 * Complains of every member that is not named.
 */
void
np_json_view_only (const NpJsonView *self, ...)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GList) names = NULL;
  va_list args;

  g_return_if_fail (self != NULL);
  va_start (args, self);
  for (char *name = va_arg (args, char *); name != NULL; name = va_arg (args, char *))
    g_ptr_array_add (known, name);
  va_end (args);
  names = np_json_view_names (self);
  for (GList *l = names; l != NULL; l = l->next)
    if (!g_ptr_array_find_with_equal_func (known, l->data, g_str_equal, NULL))
      {
        NpJsonView member = np_json_view_member (self, l->data);

        np_json_view_complain (&member, "this member is not known here");
      }
}

/**
 * np_json_view_member:
 * @self: a view of an object; outlives the returned view
 * @name: the member's name; outlives the returned view
 *
 * Returns: a view of the member, which does not exist when the object has no such member
 */
NpJsonView
np_json_view_member (const NpJsonView *self, const char *name)
{
  NpJsonView member = { .parent = self, .name = name };
  JsonObject *object;

  g_return_val_if_fail (self != NULL, member);
  g_return_val_if_fail (name != NULL, member);
  member.file = self->file;
  member.problems = self->problems;
  object = object_of (self);
  if (object == NULL)
    complain_of_type (self, "an object");
  else
    member.node = json_object_get_member (object, name);
  return member;
}

/**
 * np_json_view_has:
 * @self: a view
 * @name: a member's name
 *
 * Returns: whether this is an object that has the member, of whatever type
 */
gboolean
np_json_view_has (const NpJsonView *self, const char *name)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  object = object_of (self);
  return object != NULL && json_object_has_member (object, name);
}

/**
 * np_json_view_names:
 * @self: a view of an object
 *
 * Returns: (transfer container) (element-type utf8): the names of its members in the document's order
 */
GList *
np_json_view_names (const NpJsonView *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  object = object_of (self);
  if (object == NULL)
    {
      complain_of_type (self, "an object");
      return NULL;
    }
  return json_object_get_members (object);
}

/**
 * np_json_view_length:
 * @self: a view of an array
 *
 * Returns: how many elements it has; 0 for what does not exist
 */
guint
np_json_view_length (const NpJsonView *self)
{
  JsonArray *array;

  g_return_val_if_fail (self != NULL, 0);
  array = array_of (self);
  if (array == NULL)
    {
      complain_of_type (self, "an array");
      return 0;
    }
  return json_array_get_length (array);
}

/**
 * np_json_view_element:
 * @self: a view of an array; outlives the returned view
 * @index: which element
 *
 * Returns: a view of the element, which does not exist when @index is not below np_json_view_length()
 */
NpJsonView
np_json_view_element (const NpJsonView *self, guint index)
{
  NpJsonView element = { .parent = self, .index = index };

  g_return_val_if_fail (self != NULL, element);
  element.file = self->file;
  element.problems = self->problems;
  if (index < np_json_view_length (self))
    element.node = json_array_get_element (array_of (self), index);
  return element;
}

/* The member, with a complaint when its parent is there and it is not. */
static NpJsonView
needed (const NpJsonView *self, const char *name)
{
  NpJsonView member = np_json_view_member (self, name);

  if (member.node == NULL && object_of (self) != NULL)
    np_json_view_complain (&member, "this member is missing");
  return member;
}

static const char *
string_of (const NpJsonView *self, const char *otherwise)
{
  if (holds (self, G_TYPE_STRING))
    return json_node_get_string (self->node);
  complain_of_type (self, "a string");
  return otherwise;
}

static gint64
int_of (const NpJsonView *self, gint64 least, gint64 most, gint64 otherwise)
{
  gint64 value;

  if (!holds (self, G_TYPE_INT64))
    {
      complain_of_type (self, "a whole number");
      return otherwise;
    }
  value = json_node_get_int (self->node);
  if (value >= least && value <= most)
    return value;
  np_json_view_complain (self, "a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " is expected here",
                         least, most);
  return otherwise;
}

static gboolean
bool_of (const NpJsonView *self, gboolean otherwise)
{
  if (holds (self, G_TYPE_BOOLEAN))
    return json_node_get_boolean (self->node);
  complain_of_type (self, "true or false");
  return otherwise;
}

static NpJsonView
object_or_empty (NpJsonView self)
{
  if (object_of (&self) != NULL)
    return self;
  complain_of_type (&self, "an object");
  return empty_of (&self);
}

static NpJsonView
array_or_empty (NpJsonView self)
{
  if (array_of (&self) != NULL)
    return self;
  complain_of_type (&self, "an array");
  return empty_of (&self);
}

static int
word_of (const NpJsonView *self, const char *const *words, int otherwise)
{
  g_autofree char *list = NULL;

  if (holds (self, G_TYPE_STRING))
    for (int i = 0; words[i] != NULL; i++)
      if (g_str_equal (words[i], json_node_get_string (self->node)))
        return i;
  if (self->node == NULL)
    return otherwise;
  list = g_strjoinv (", ", (char **) words);
  np_json_view_complain (self, "one of these words is expected here: %s", list);
  return -1;
}

/**
 * np_json_view_need_string:
 * @self: a view of an object
 * @name: a member's name
 *
 * Returns: (transfer none): the member's string, which may be empty; the empty string after a complaint
 */
const char *
np_json_view_need_string (const NpJsonView *self, const char *name)
{
  NpJsonView member = needed (self, name);

  return string_of (&member, "");
}

/**
 * np_json_view_opt_string:
 * @self: a view of an object
 * @name: a member's name
 * @otherwise: (nullable): what an absent member means
 *
 * Returns: (transfer none) (nullable): the member's string, or @otherwise
 */
const char *
np_json_view_opt_string (const NpJsonView *self, const char *name, const char *otherwise)
{
  NpJsonView member = np_json_view_member (self, name);

  return string_of (&member, otherwise);
}

/**
 * np_json_view_need_int:
 * @self: a view of an object
 * @name: a member's name
 * @least: the smallest value allowed
 * @most: the largest value allowed
 *
 * Returns: the member's number; @least after a complaint
 */
gint64
np_json_view_need_int (const NpJsonView *self, const char *name, gint64 least, gint64 most)
{
  NpJsonView member = needed (self, name);

  return int_of (&member, least, most, least);
}

/**
 * np_json_view_opt_int:
 * @self: a view of an object
 * @name: a member's name
 * @least: the smallest value allowed
 * @most: the largest value allowed
 * @otherwise: what an absent member means; need not be in the range
 *
 * Returns: the member's number, or @otherwise
 */
gint64
np_json_view_opt_int (const NpJsonView *self, const char *name, gint64 least, gint64 most, gint64 otherwise)
{
  NpJsonView member = np_json_view_member (self, name);

  return int_of (&member, least, most, otherwise);
}

/**
 * np_json_view_need_bool:
 * @self: a view of an object
 * @name: a member's name
 *
 * Returns: the member's value; %FALSE after a complaint
 */
gboolean
np_json_view_need_bool (const NpJsonView *self, const char *name)
{
  NpJsonView member = needed (self, name);

  return bool_of (&member, FALSE);
}

/**
 * np_json_view_opt_bool:
 * @self: a view of an object
 * @name: a member's name
 * @otherwise: what an absent member means
 *
 * Returns: the member's value, or @otherwise
 */
gboolean
np_json_view_opt_bool (const NpJsonView *self, const char *name, gboolean otherwise)
{
  NpJsonView member = np_json_view_member (self, name);

  return bool_of (&member, otherwise);
}

/**
 * np_json_view_need_object:
 * @self: a view of an object; outlives the returned view
 * @name: a member's name; outlives the returned view
 *
 * Returns: a view of the member; one that does not exist after a complaint
 */
NpJsonView
np_json_view_need_object (const NpJsonView *self, const char *name)
{
  return object_or_empty (needed (self, name));
}

/**
 * np_json_view_need_array:
 * @self: a view of an object; outlives the returned view
 * @name: a member's name; outlives the returned view
 *
 * Returns: a view of the member; one that does not exist, of length 0, after a complaint
 */
NpJsonView
np_json_view_need_array (const NpJsonView *self, const char *name)
{
  return array_or_empty (needed (self, name));
}

/**
 * np_json_view_opt_object:
 * @self: a view of an object; outlives the returned view
 * @name: a member's name; outlives the returned view
 *
 * Returns: a view of the member; one that does not exist when it is absent, or after a complaint
 */
NpJsonView
np_json_view_opt_object (const NpJsonView *self, const char *name)
{
  return object_or_empty (np_json_view_member (self, name));
}

/**
 * np_json_view_opt_array:
 * @self: a view of an object; outlives the returned view
 * @name: a member's name; outlives the returned view
 *
 * Returns: a view of the member; one that does not exist, of length 0, when it is absent, or after a complaint
 */
NpJsonView
np_json_view_opt_array (const NpJsonView *self, const char *name)
{
  return array_or_empty (np_json_view_member (self, name));
}

/**
 * np_json_view_string:
 * @self: a view of a string, as an element of an array
 *
 * Returns: (transfer none): the string; the empty string after a complaint, or when the place does not exist
 */
const char *
np_json_view_string (const NpJsonView *self)
{
  g_return_val_if_fail (self != NULL, "");
  return string_of (self, "");
}

/**
 * np_json_view_need_word:
 * @self: a view of an object
 * @name: a member's name
 * @words: (array zero-terminated=1): the words it may be
 *
 * Returns: the index of the member's word in @words; -1 after a complaint that lists them
 */
int
np_json_view_need_word (const NpJsonView *self, const char *name, const char *const *words)
{
  NpJsonView member = needed (self, name);

  g_return_val_if_fail (words != NULL, -1);
  return word_of (&member, words, -1);
}

/**
 * np_json_view_opt_word:
 * @self: a view of an object
 * @name: a member's name
 * @words: (array zero-terminated=1): the words it may be
 * @otherwise: what an absent member means
 *
 * Returns: the index of the member's word in @words; @otherwise when it is absent; -1 after a complaint that lists them
 */
int
np_json_view_opt_word (const NpJsonView *self, const char *name, const char *const *words, int otherwise)
{
  NpJsonView member = np_json_view_member (self, name);

  g_return_val_if_fail (words != NULL, -1);
  return word_of (&member, words, otherwise);
}
