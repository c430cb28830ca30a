/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-head.h"

#include "np-json-write.h"

/**
 * np_head_new:
 * @kid: id of a desk's key
 * @sequence: number of its newest seal
 * @digest: of that seal's signing input
 *
 * Returns: (transfer full): a head; free with np_head_free()
 */
NpHead *
np_head_new (const char *kid, gint64 sequence, const char *digest)
{
  NpHead *self = g_new0 (NpHead, 1);

  self->kid = g_strdup (kid);
  self->sequence = sequence;
  self->digest = g_strdup (digest);
  return self;
}

/**
 * np_head_free:
 * @self: (transfer full) (nullable): a head
 */
void
np_head_free (NpHead *self)
{
  if (self == NULL)
    return;
  g_free (self->kid);
  g_free (self->digest);
  g_free (self);
}

/* The object was checked against its shape. */
NpHead *
np_head_from_json (JsonObject *object)
{
  return np_head_new (json_object_get_string_member (object, "kid"), json_object_get_int_member (object, "sequence"),
                      json_object_get_string_member (object, "digest"));
}

JsonObject *
np_head_to_json (const NpHead *self)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "kid", self->kid);
  np_json_put_int (object, "sequence", self->sequence);
  np_json_put_string (object, "digest", self->digest);
  return object;
}

/**
 * np_head_list_new:
 *
 * Returns: (transfer full) (element-type NpHead): an empty list
 */
GPtrArray *
np_head_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) np_head_free);
}

GPtrArray *
np_head_list_from_json (JsonArray *array)
{
  GPtrArray *heads = np_head_list_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (heads, np_head_from_json (json_array_get_object_element (array, i)));
  return heads;
}

JsonArray *
np_head_list_to_json (GPtrArray *heads)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < heads->len; i++)
    json_array_add_object_element (array, np_head_to_json (g_ptr_array_index (heads, i)));
  return array;
}

/**
 * np_head_list_find:
 * @heads: (element-type NpHead): heads
 * @kid: id of a desk's key
 *
 * Returns: (transfer none) (nullable): that desk's
 */
NpHead *
np_head_list_find (GPtrArray *heads, const char *kid)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_str_equal (((NpHead *) g_ptr_array_index (heads, i))->kid, kid))
      return g_ptr_array_index (heads, i);
  return NULL;
}

/**
 * np_head_list_note:
 * @heads: (element-type NpHead): heads
 * @kid: id of a desk's key
 * @sequence: how far it is known to be
 * @digest: of the seal with that number
 *
 * Keeps this head unless the list knows one that is further on.
 */
void
np_head_list_note (GPtrArray *heads, const char *kid, gint64 sequence, const char *digest)
{
  NpHead *known = np_head_list_find (heads, kid);

  if (known == NULL)
    g_ptr_array_add (heads, np_head_new (kid, sequence, digest));
  else if (known->sequence < sequence)
    {
      known->sequence = sequence;
      g_free (known->digest);
      known->digest = g_strdup (digest);
    }
}
