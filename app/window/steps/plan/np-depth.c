/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-depth.h"
#include "np-patient-line.h"

#include <glib/gi18n.h>

/* Deeper than any needle: a slip of the finger, as 15 for 1.5. */
#define DEEPEST_MM 10.0

/**
 * np_depth_read:
 * @typed: what was typed: millimetres, with a point or a comma, with or without the unit
 *
 * Returns: the depth in micrometres; 0 when nothing is typed, -1 when it is no depth
 */
int
np_depth_read (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdelimit (g_strdup (typed), ",", '.'));
  char *end;
  double depth;

  if (!*text)
    return 0;
  depth = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;
  if (end == text || (*end && g_strcmp0 (end, "mm") != 0) || !(depth > 0 && depth <= DEEPEST_MM))
    return -1;
  return (int) (depth * 1000 + 0.5);
}

/**
 * np_depth_write:
 * @depth_um: a depth in micrometres
 *
 * Returns: (transfer full): the depth in millimetres, without unit; empty for 0
 */
char *
np_depth_write (int depth_um)
{
  return depth_um > 0 ? g_strdup_printf ("%g", depth_um / 1000.0) : g_strdup ("");
}

/**
 * np_depth_reference:
 * @catalog: the catalogue
 * @area: one of its areas
 *
 * The catalogue's usual depths are for devices without energy only; its notes say so, and what is known for the others.
 *
 * Returns: (transfer full) (nullable): the usual depths there, in words for staff
 */
char *
np_depth_reference (const NpCatalog *catalog, const NpArea *area)
{
  g_return_val_if_fail (catalog && area, NULL);

  if (area->depth_row < 0)
    return NULL;
  const NpDepthRow *row = &catalog->depth_rows[area->depth_row];
  g_autofree char *least = np_depth_write (row->min_um);
  g_autofree char *most = np_depth_in_words (row->max_um);
  g_autofree char *scars = row->scar_max_um > 0 ? np_depth_in_words (row->scar_max_um) : NULL;
  if (!scars)
    /* Translators: needle depths: from, to with its unit. */
    return g_strdup_printf (_ ("Usual here without radiofrequency: %s to %s"), least, most);
  /* Translators: needle depths: from, to with its unit, most for scars with its unit. */
  return g_strdup_printf (_ ("Usual here without radiofrequency: %s to %s, scars up to %s"), least, most, scars);
}
