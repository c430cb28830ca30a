/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-view-private.h"

/* The typed values of members. */

static gboolean
holds (const NpJsonView *self, GType type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == type;
}

static NpJsonView
empty_of (const NpJsonView *self)
{
  NpJsonView empty = *self;

  empty.node = NULL;
  return empty;
}

/* The member, with a complaint when its parent is there and it is not. */
static NpJsonView
needed (const NpJsonView *self, const char *name)
{
  NpJsonView member = np_json_view_member (self, name);

  if (member.node == NULL && np_json_view_object_of (self) != NULL)
    np_json_view_complain (&member, "this member is missing");
  return member;
}

static const char *
string_of (const NpJsonView *self, const char *otherwise)
{
  if (holds (self, G_TYPE_STRING))
    return json_node_get_string (self->node);
  np_json_view_complain_of_type (self, "a string");
  return otherwise;
}

static gint64
int_of (const NpJsonView *self, gint64 least, gint64 most, gint64 otherwise)
{
  gint64 value;

  if (!holds (self, G_TYPE_INT64))
    {
      np_json_view_complain_of_type (self, "a whole number");
      return otherwise;
    }
  value = json_node_get_int (self->node);
  if (value >= least && value <= most)
    return value;
  np_json_view_complain_of_range (self, least, most);
  return otherwise;
}

static gboolean
bool_of (const NpJsonView *self, gboolean otherwise)
{
  if (holds (self, G_TYPE_BOOLEAN))
    return json_node_get_boolean (self->node);
  np_json_view_complain_of_type (self, "true or false");
  return otherwise;
}

static NpJsonView
object_or_empty (NpJsonView self)
{
  if (np_json_view_object_of (&self) != NULL)
    return self;
  np_json_view_complain_of_type (&self, "an object");
  return empty_of (&self);
}

static NpJsonView
array_or_empty (NpJsonView self)
{
  if (np_json_view_array_of (&self) != NULL)
    return self;
  np_json_view_complain_of_type (&self, "an array");
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
