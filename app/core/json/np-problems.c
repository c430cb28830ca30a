/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-problems.h"

struct _NpProblems
{
  GPtrArray *lines;
  GPtrArray *whats; /* of the same problems, without the place */
  GHashTable *seen; /* the same lines */
};

G_DEFINE_QUARK (np-json-error-quark, np_json_error)

/**
 * np_problems_new:
 *
 * Returns: (transfer full): an empty list; free with np_problems_free()
 */
NpProblems *
np_problems_new (void)
{
  NpProblems *self = g_new0 (NpProblems, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->whats = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * np_problems_free:
 * @self: (transfer full) (nullable): a list
 */
void
np_problems_free (NpProblems *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->whats);
  g_free (self);
}

/**
 * np_problems_add:
 * @self: a list
 * @file: (nullable): the file that is wrong
 * @pointer: (nullable): the JSON pointer of the place; %NULL or empty for the whole document
 * @format: what is wrong and what to do, without a full stop
 * @...: for @format
 *
 * Adds a problem. The same line is kept once: an element of the wrong type would otherwise be complained of by each of
 * the members asked of it.
 */
void
np_problems_add (NpProblems *self, const char *file, const char *pointer, const char *format, ...)
{
  g_autofree char *what = NULL;
  GString *line;
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  line = g_string_new (NULL);
  if (file != NULL)
    g_string_append_printf (line, "%s: ", file);
  if (pointer != NULL && *pointer != '\0')
    g_string_append_printf (line, "%s: ", pointer);
  g_string_append (line, what);
  /* Looked up first: adding an equal key would put the new string, which is about to go, in place of the one that stays. */
  if (g_hash_table_contains (self->seen, line->str))
    {
      g_string_free (line, TRUE);
      return;
    }
  g_hash_table_add (self->seen, line->str);
  g_ptr_array_add (self->lines, g_string_free (line, FALSE));
  g_ptr_array_add (self->whats, g_steal_pointer (&what));
}

/**
 * np_problems_count:
 * @self: a list
 *
 * Returns: how many problems there are
 */
guint
np_problems_count (const NpProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lines->len;
}

/**
 * np_problems_line:
 * @self: a list
 * @index: below np_problems_count()
 *
 * Returns: (transfer none): `FILE: /json/pointer: what is wrong`
 */
const char *
np_problems_line (const NpProblems *self, guint index)
{
  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (index < self->lines->len, "");
  return g_ptr_array_index (self->lines, index);
}

/**
 * np_problems_what:
 * @self: a list
 * @index: below np_problems_count()
 *
 * Returns: (transfer none): what is wrong, without the place, for somebody who has it before them
 */
const char *
np_problems_what (const NpProblems *self, guint index)
{
  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (index < self->whats->len, "");
  return g_ptr_array_index (self->whats, index);
}

/**
 * np_problems_none:
 * @self: a list
 * @error: return location for an error
 *
 * Returns: %TRUE when there is no problem; otherwise %FALSE, and the first one as %NP_JSON_ERROR_CONTENT
 */
gboolean
np_problems_none (const NpProblems *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (self->lines->len == 0)
    return TRUE;
  g_set_error_literal (error, NP_JSON_ERROR, NP_JSON_ERROR_CONTENT, np_problems_line (self, 0));
  return FALSE;
}
