/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-typed-date-private.h"

#include <string.h>

/* From text to tokens. */

char *
np_typed_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *out = g_string_new (NULL);

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
        g_string_append_c (out, '-');
      else if (c == 0x2019)
        g_string_append_c (out, '\'');
      else if (g_unichar_isspace (c))
        g_string_append_c (out, ' ');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static const char *
take_number (NpDateToken *token, const char *text)
{
  for (; g_ascii_isdigit (*text) && token->digits < 5; text++, token->digits++)
    token->value = token->value * 10 + (*text - '0');
  return text;
}

static const char *
take_word (NpDateToken *token, const char *text)
{
  gsize length = 0;

  while (g_unichar_isalpha (g_utf8_get_char (text + length)))
    length = (gsize) (g_utf8_next_char (text + length) - text);
  if (length >= NP_DATE_WORD_MAX)
    return NULL;
  memcpy (token->word, text, length);
  return length > 0 ? text + length : NULL;
}

/* Passes over what separates two tokens; a sign counts more than the spaces around it, and two signs make no sense. */
static const char *
take_separator (char *separator, const char *text)
{
  *separator = ' ';
  for (; *text != '\0' && strchr (" ./-,'", *text) != NULL; text++)
    {
      if (*text != ' ' && *separator != ' ')
        return NULL;
      if (*text != ' ')
        *separator = *text;
    }
  return text;
}

static gboolean
is_ordinal_ending (const NpDateToken *number, const NpDateToken *word)
{
  return number->digits > 0 && (strcmp (word->word, "st") == 0 || strcmp (word->word, "nd") == 0 ||
                                strcmp (word->word, "rd") == 0 || strcmp (word->word, "th") == 0);
}

/* Words that change nothing about the date. */
static gboolean
is_filler (const NpDateToken *token)
{
  static const char *const fillers[] = {
    "about", "approx", "approximately", "around", "ca", "circa", "of", "on", "the"
  };

  for (gsize i = 0; token->digits == 0 && i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (token->word, fillers[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
keep_token (NpDateReader *self, const NpDateToken *token)
{
  if (is_filler (token))
    return;
  if (self->count > 0 && is_ordinal_ending (&self->tokens[self->count - 1], token))
    return;
  self->tokens[self->count++] = *token;
}

/* "10. Dec 2025": the dot after a day in front of a month is spelling, as is the one after "Dec". */
gboolean
np_typed_split (NpDateReader *self, const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      NpDateToken token = { 0 };

      if ((at = take_separator (&token.separator, at)) == NULL)
        return FALSE;
      if (*at == '\0')
        return token.separator == ' ' || token.separator == '.';
      if (at != text && self->count == 0 && token.separator != ' ')
        return FALSE;
      if ((at = g_ascii_isdigit (*at) ? take_number (&token, at) : take_word (&token, at)) == NULL)
        return FALSE;
      if (self->count == NP_DATE_TOKENS_MAX || token.digits > 4)
        return FALSE;
      keep_token (self, &token);
    }
  return TRUE;
}

gboolean
np_typed_is_word (const NpDateReader *self, int at, const char *word)
{
  return at < self->count && strcmp (self->tokens[at].word, word) == 0;
}
