/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-number.h"

#include <string.h>

/* In hundredths: 2.15 %, and 10.929 as thousandths. */
#define PERCENT_AT_ZERO 215
#define PER_PERCENT 10929

/* "7", "7.2", "7,25" as hundredths; `rest` is where it ends */
static gboolean
read_hundredths (const char *text, int *hundredths, gboolean *has_fraction, const char **rest)
{
  int value = 0, digits = 0, decimals = 0;

  for (; g_ascii_isdigit (*text) && digits < 6; text++, digits++)
    value = value * 10 + g_ascii_digit_value (*text);
  *has_fraction = digits > 0 && (*text == '.' || *text == ',') && g_ascii_isdigit (text[1]);
  if (*has_fraction)
    for (text++; g_ascii_isdigit (*text) && decimals < 2; text++, decimals++)
      value = value * 10 + g_ascii_digit_value (*text);
  for (; decimals < 2; decimals++)
    value *= 10;
  *hundredths = value;
  *rest = text;
  return digits > 0;
}

static int
mmol_of_percent (int hundredths)
{
  gint64 product = ((gint64) hundredths - PERCENT_AT_ZERO) * PER_PERCENT;

  return product <= 0 ? 0 : (int) ((product + 99999) / 100000);
}

/**
 * np_typed_number_read:
 * @typed: what was typed
 * @unit: (nullable): the unit that the number is kept in; it may be typed after the number
 * @least: the least number taken
 * @most: the greatest number taken
 * @number: (out): the number, where it was read
 *
 * Reads a whole number. In mmol/mol a number with "%" or with decimals counts as percent.
 *
 * Returns: how it was understood
 */
NpNumberKind
np_typed_number_read (const char *typed, const char *unit, int least, int most, int *number)
{
  const char *rest;
  gboolean has_fraction;
  int hundredths;

  g_return_val_if_fail (typed && number, NP_NUMBER_UNCLEAR);

  g_autofree char *text = g_strstrip (g_strdup (typed));
  if (!*text)
    return NP_NUMBER_EMPTY;
  if (!read_hundredths (text, &hundredths, &has_fraction, &rest))
    return NP_NUMBER_UNCLEAR;
  while (*rest == ' ')
    rest++;
  gboolean takes_percent = g_strcmp0 (unit, "mmol/mol") == 0;
  gboolean is_percent = takes_percent && (g_str_equal (rest, "%") || (has_fraction && !*rest));
  if (!is_percent && (has_fraction || (*rest && g_strcmp0 (rest, unit) != 0)))
    return NP_NUMBER_UNCLEAR;
  *number = is_percent ? mmol_of_percent (hundredths) : hundredths / 100;
  if (*number < least || *number > most)
    return NP_NUMBER_OUT_OF_RANGE;
  return is_percent ? NP_NUMBER_CONVERTED : NP_NUMBER_READ;
}
