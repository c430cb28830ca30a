/* SPDX-License-Identifier: GPL-3.0-or-later */

/* json-glib's own generator is never used: it writes U+001F raw and U+007F escaped, and numbers that are no JSON. */

#include "np-json-write.h"

#include <string.h>

#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

typedef struct
{
  GString *out;
  gboolean pretty;
  guint depth;
} Writer;

static gboolean write_node (Writer *self, JsonNode *node);

static void
break_line (Writer *self)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
append_byte (GString *out, char byte)
{
  static const char special[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *found = strchr (special, byte);

  if (found != NULL)
    g_string_append_printf (out, "\\%c", letters[found - special]);
  else if ((guchar) byte < 0x20)
    g_string_append_printf (out, "\\u%04x", (guint) byte);
  else
    g_string_append_c (out, byte);
}

static gboolean
write_string (Writer *self, const char *text)
{
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);
  g_string_append_c (self->out, '"');
  for (const char *p = text; *p != '\0'; p++)
    append_byte (self->out, *p);
  g_string_append_c (self->out, '"');
  return TRUE;
}

static gboolean
write_int (Writer *self, gint64 value)
{
  g_return_val_if_fail (value >= -MAX_INTEGER && value <= MAX_INTEGER, FALSE);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
  return TRUE;
}

static gboolean
write_value (Writer *self, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return write_string (self, json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return write_int (self, json_node_get_int (node));
  g_return_val_if_fail (type == G_TYPE_BOOLEAN, FALSE);
  g_string_append (self->out, json_node_get_boolean (node) ? "true" : "false");
  return TRUE;
}

/* RFC 8785 sorts by UTF-16 code units. That is the order of code points, except that the surrogates of what lies beyond
 * U+FFFF come before U+E000. */
static guint32
sort_weight (gunichar character)
{
  if (character >= 0x10000)
    return 0xd800 + character;
  return character >= 0xe000 ? character + 0x200000 : character;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;

  while (*one != '\0' && g_utf8_get_char (one) == g_utf8_get_char (other))
    {
      one = g_utf8_next_char (one);
      other = g_utf8_next_char (other);
    }
  return sort_weight (g_utf8_get_char (one)) < sort_weight (g_utf8_get_char (other)) ? -1 : 1;
}

static GPtrArray *
ordered_names (Writer *self, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GPtrArray *names = g_ptr_array_new ();

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  if (!self->pretty)
    g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
write_member (Writer *self, JsonObject *object, const char *name)
{
  if (!write_string (self, name))
    return FALSE;
  g_string_append (self->out, self->pretty ? ": " : ":");
  return write_node (self, json_object_get_member (object, name));
}

static gboolean
write_object (Writer *self, JsonObject *object)
{
  g_autoptr (GPtrArray) names = ordered_names (self, object);

  g_string_append_c (self->out, '{');
  self->depth++;
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      break_line (self);
      if (!write_member (self, object, names->pdata[i]))
        return FALSE;
    }
  self->depth--;
  if (names->len > 0)
    break_line (self);
  g_string_append_c (self->out, '}');
  return TRUE;
}

/* Numbers stand on one line: the strokes of a signature are thousands of them. */
static gboolean
is_one_line (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_INT64)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_array (Writer *self, JsonArray *array)
{
  gboolean one_line = is_one_line (array);

  g_string_append_c (self->out, '[');
  self->depth++;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (self->out, one_line && self->pretty ? ", " : ",");
      if (!one_line)
        break_line (self);
      if (!write_node (self, json_array_get_element (array, i)))
        return FALSE;
    }
  self->depth--;
  if (!one_line)
    break_line (self);
  g_string_append_c (self->out, ']');
  return TRUE;
}

static gboolean
write_node (Writer *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return write_object (self, json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return write_array (self, json_node_get_array (node));
    case JSON_NODE_VALUE:
      return write_value (self, node);
    case JSON_NODE_NULL:
      break;
    }
  g_return_val_if_reached (FALSE);
}

static char *
write_all (JsonNode *node, gboolean pretty)
{
  Writer self = { .out = g_string_new (NULL), .pretty = pretty };
  gboolean written = write_node (&self, node);

  if (pretty)
    g_string_append_c (self.out, '\n');
  return g_string_free (self.out, !written);
}

/**
 * np_json_write_pretty:
 * @node: objects, arrays, strings, booleans and whole numbers within 2^53-1; anything else is a mistake of the program
 *
 * Returns: (transfer full): the text for people: two spaces, members in their order, numbers of an array on one line, a
 * newline at the end
 */
char *
np_json_write_pretty (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);
  return write_all (node, TRUE);
}

/**
 * np_json_write_canonical:
 * @node: as for np_json_write_pretty()
 *
 * Writes the form whose digest is sealed (RFC 8785; design 5). For the record's subset `jq -cSj` gives the same bytes.
 *
 * Returns: (transfer full): the text, without white space and with sorted members
 */
char *
np_json_write_canonical (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);
  return write_all (node, FALSE);
}

/**
 * np_json_digest:
 * @node: as for np_json_write_pretty()
 *
 * Returns: (transfer full): the SHA-256 of the canonical form, 64 lower-case hexadecimal digits
 */
char *
np_json_digest (JsonNode *node)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  text = np_json_write_canonical (node);
  g_return_val_if_fail (text != NULL, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
