/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

#include <string.h>

/* Marks the place where a rule cannot be read. Only the first place counts: what follows it is noise. */
void
np_rule_fail (NpRuleParser *self, const char *at, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  self->error = g_error_new (NP_RULE_ERROR, NP_RULE_ERROR_NOTATION, "column %ld: %s",
                             g_utf8_pointer_to_offset (self->text, at) + 1, message);
}

void
np_rule_skip_space (NpRuleParser *self)
{
  while (*self->at == ' ' || *self->at == '\n')
    self->at++;
}

/* Takes `sign` if it stands next. */
gboolean
np_rule_take (NpRuleParser *self, const char *sign)
{
  np_rule_skip_space (self);
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;
  self->at += strlen (sign);
  return TRUE;
}

gboolean
np_rule_expect (NpRuleParser *self, const char *sign)
{
  if (self->error == NULL && np_rule_take (self, sign))
    return TRUE;
  np_rule_fail (self, self->at, "“%s” is missing here", sign);
  return FALSE;
}

static gboolean
is_word_letter (char letter)
{
  return g_ascii_islower (letter) || g_ascii_isdigit (letter) || letter == '-' || letter == '_';
}

/* Takes a word of a-z, 0-9, - and _; NULL where none stands. */
char *
np_rule_take_word (NpRuleParser *self)
{
  const char *start;

  np_rule_skip_space (self);
  start = self->at;
  while (is_word_letter (*self->at))
    self->at++;
  return self->at == start ? NULL : g_strndup (start, self->at - start);
}

/* Takes a comparison sign. */
gboolean
np_rule_take_compare (NpRuleParser *self, NpCompare *compare)
{
  static const struct
  {
    const char *sign;
    NpCompare compare;
  } signs[] = {
    { "<=", NP_COMPARE_AT_MOST }, { ">=", NP_COMPARE_AT_LEAST }, { "!=", NP_COMPARE_NOT },
    { "<", NP_COMPARE_LESS },     { ">", NP_COMPARE_MORE },      { "=", NP_COMPARE_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (np_rule_take (self, signs[i].sign))
      {
        *compare = signs[i].compare;
        return TRUE;
      }
  return FALSE;
}

/* Takes a whole number of at most six digits. */
gboolean
np_rule_take_number (NpRuleParser *self, gint32 *number)
{
  guint digits = 0;

  np_rule_skip_space (self);
  *number = 0;
  for (; g_ascii_isdigit (*self->at) && digits < 6; self->at++, digits++)
    *number = *number * 10 + g_ascii_digit_value (*self->at);
  if (digits == 0 || g_ascii_isdigit (*self->at))
    {
      np_rule_fail (self, self->at, "a whole number of up to six digits is missing here");
      return FALSE;
    }
  return TRUE;
}

gboolean
np_rule_at_end (NpRuleParser *self)
{
  np_rule_skip_space (self);
  return *self->at == '\0';
}
