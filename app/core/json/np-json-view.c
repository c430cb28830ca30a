/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-view-private.h"

#include <glib/gi18n-lib.h>

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

JsonObject *
np_json_view_object_of (const NpJsonView *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node) ? json_node_get_object (self->node) : NULL;
}

JsonArray *
np_json_view_array_of (const NpJsonView *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node) ? json_node_get_array (self->node) : NULL;
}

void
np_json_view_complain_of_range (const NpJsonView *self, gint64 least, gint64 most)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, most);

  /* Translators: what a number in a file or an entry must be; %s and %s are the least and the greatest */
  np_json_view_complain (self, _("a whole number from %s to %s is expected here"), from, to);
}

void
np_json_view_complain_of_type (const NpJsonView *self, const char *wanted)
{
  if (self->node != NULL)
    np_json_view_complain (self, "%s is expected here", wanted);
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
  object = np_json_view_object_of (self);
  if (object == NULL)
    np_json_view_complain_of_type (self, "an object");
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
  object = np_json_view_object_of (self);
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
  object = np_json_view_object_of (self);
  if (object == NULL)
    {
      np_json_view_complain_of_type (self, "an object");
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
  array = np_json_view_array_of (self);
  if (array == NULL)
    {
      np_json_view_complain_of_type (self, "an array");
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
    element.node = json_array_get_element (np_json_view_array_of (self), index);
  return element;
}
