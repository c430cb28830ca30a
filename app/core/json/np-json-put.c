/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"

/**
 * np_json_put_string:
 * @object: an object
 * @name: a member's name
 * @value: (nullable): its text; nothing is put when %NULL or empty
 */
void
np_json_put_string (JsonObject *object, const char *name, const char *value)
{
  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

/**
 * np_json_put_int:
 * @object: an object
 * @name: a member's name
 * @value: within 2^53-1 either side of zero (design 5)
 */
void
np_json_put_int (JsonObject *object, const char *name, gint64 value)
{
  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  json_object_set_int_member (object, name, value);
}

/**
 * np_json_put_bool:
 * @object: an object
 * @name: a member's name
 * @value: its value; written also when %FALSE
 */
void
np_json_put_bool (JsonObject *object, const char *name, gboolean value)
{
  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  json_object_set_boolean_member (object, name, value);
}

/**
 * np_json_put_object:
 * @object: an object
 * @name: a member's name
 * @value: (transfer full) (nullable): its value; nothing is put when %NULL or without members
 */
void
np_json_put_object (JsonObject *object, const char *name, JsonObject *value)
{
  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  if (value != NULL && json_object_get_size (value) > 0)
    json_object_set_object_member (object, name, value);
  else
    g_clear_pointer (&value, json_object_unref);
}

/**
 * np_json_put_array:
 * @object: an object
 * @name: a member's name
 * @value: (transfer full) (nullable): its value; an empty array is put too, for an empty list and an absent one differ
 *   (design 6); nothing is put when %NULL
 */
void
np_json_put_array (JsonObject *object, const char *name, JsonArray *value)
{
  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  if (value != NULL)
    json_object_set_array_member (object, name, value);
}

/**
 * np_json_put_strings:
 * @object: an object
 * @name: a member's name
 * @values: (array zero-terminated=1) (nullable): an array's strings; nothing is put when %NULL or empty
 */
void
np_json_put_strings (JsonObject *object, const char *name, const char *const *values)
{
  JsonArray *array;

  g_return_if_fail (object != NULL);
  g_return_if_fail (name != NULL);
  if (values == NULL || values[0] == NULL)
    return;
  array = json_array_new ();
  for (const char *const *value = values; *value != NULL; value++)
    json_array_add_string_element (array, *value);
  json_object_set_array_member (object, name, array);
}
