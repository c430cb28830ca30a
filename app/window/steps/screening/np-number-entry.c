/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-number-entry.h"
#include "np-typed-number.h"

#include <glib/gi18n.h>

static char *
hint_of (const NpField *field)
{
  if (g_strcmp0 (field->unit, "mmol/mol") == 0)
    return g_strdup (_ ("In mmol/mol, or in percent: 7.2 %"));
  return g_strdup (field->unit);
}

static void
say (NpFieldEntry *self, const NpField *field, NpNumberKind kind, int number)
{
  g_autofree char *hint = hint_of (field);
  g_autofree char *said = NULL;

  if (kind == NP_NUMBER_CONVERTED)
    /* Translators: a laboratory value was typed in percent; this is what it is in the unit that is kept. */
    said = g_strdup_printf (_ ("That is %d %s."), number, field->unit);
  else if (kind == NP_NUMBER_OUT_OF_RANGE)
    /* Translators: the smallest and the greatest number that is taken, and the unit. */
    said = g_strdup_printf (_ ("Please check: between %d and %d %s is expected."), field->least, field->most,
                            field->unit ? field->unit : "");
  else if (kind == NP_NUMBER_UNCLEAR)
    said = g_strdup (_ ("Please give a whole number."));
  gboolean is_problem = kind == NP_NUMBER_OUT_OF_RANGE || kind == NP_NUMBER_UNCLEAR;
  g_object_set (self, "hint", said && !is_problem ? said : hint, NULL);
  np_field_entry_set_error (self, is_problem ? said : NULL);
}

static NpNumberKind
read_typed (NpFieldEntry *self, const NpField *field, int *number)
{
  g_autofree char *typed = np_field_entry_get_text (self);

  return np_typed_number_read (typed, field->unit, field->least, field->most, number);
}

static gboolean
was_read (NpNumberKind kind)
{
  return kind == NP_NUMBER_READ || kind == NP_NUMBER_CONVERTED;
}

/**
 * np_number_entry_set_up:
 * @self: an empty entry
 * @field: the catalogue's field
 *
 * Says what may be typed.
 */
void
np_number_entry_set_up (NpFieldEntry *self, const NpField *field)
{
  g_return_if_fail (NP_IS_FIELD_ENTRY (self) && field);
  say (self, field, NP_NUMBER_EMPTY, 0);
}

/**
 * np_number_entry_read:
 * @self: an entry
 * @field: the catalogue's field
 *
 * Reads what is typed, and says how it was understood.
 *
 * Returns: (transfer full) (nullable): the number
 */
JsonNode *
np_number_entry_read (NpFieldEntry *self, const NpField *field)
{
  int number = 0;
  NpNumberKind kind;

  g_return_val_if_fail (NP_IS_FIELD_ENTRY (self) && field, NULL);

  kind = read_typed (self, field, &number);
  say (self, field, kind, number);
  return was_read (kind) ? json_node_init_int (json_node_alloc (), number) : NULL;
}

/**
 * np_number_entry_show:
 * @self: an entry
 * @field: the catalogue's field
 * @number: (nullable): the number to show
 *
 * Words that are no number stay to be mended; a number that does not count any more goes.
 */
void
np_number_entry_show (NpFieldEntry *self, const NpField *field, JsonNode *number)
{
  int typed = 0;
  gboolean counts;

  g_return_if_fail (NP_IS_FIELD_ENTRY (self) && field);

  counts = was_read (read_typed (self, field, &typed));
  if (number ? counts && json_node_get_int (number) == typed : !counts)
    return;
  g_autofree char *text = number ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (number)) : NULL;
  np_field_entry_set_text (self, text);
  say (self, field, NP_NUMBER_READ, 0);
}
