/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict gate in front of json-glib, which alone takes comments, octal numbers, several documents in one file,
 * duplicate names, and dies of deep nesting. Nothing is built here: the gate walks the text once and says where it is
 * not what we read.
 *
 * The messages are not translated: they speak to whoever edits the file, in the words of the format. */

#include "np-json-gate.h"

#include <string.h>

#include "np-json-read.h"

#define MAX_INTEGER G_GUINT64_CONSTANT (9007199254740991)
#define END (-1)

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  gsize at;
  guint depth;
  guint values;
  GError **error;
} Gate;

static gboolean scan_value (Gate *self);

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (Gate *self, gsize at, const char *format, ...)
{
  g_autofree char *what = NULL;
  gsize line = 1;
  gsize start = 0;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  for (gsize i = 0; i < at; i++)
    if (self->text[i] == '\n')
      {
        line++;
        start = i + 1;
      }
  g_set_error (self->error, NP_JSON_ERROR, NP_JSON_ERROR_SYNTAX, "%s:%" G_GSIZE_FORMAT ":%ld: %s", self->name, line,
               g_utf8_strlen (self->text + start, (gssize) (at - start)) + 1, what);
  return FALSE;
}

static int
peek (const Gate *self)
{
  return self->at < self->length ? (guchar) self->text[self->at] : END;
}

static gboolean
is_space (char letter)
{
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

static void
skip_space (Gate *self)
{
  while (self->at < self->length && is_space (self->text[self->at]))
    self->at++;
}

static gboolean
expected (Gate *self, const char *what)
{
  if (peek (self) == END)
    return refuse (self, self->at, "the text ends too early: %s is expected", what);
  return refuse (self, self->at, "%s is expected", what);
}

static gboolean
take_hex4 (Gate *self, gsize start, gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = peek (self) == END ? -1 : g_ascii_xdigit_value ((char) peek (self));

      if (digit < 0)
        return refuse (self, start, "\\u needs four hexadecimal digits");
      *value = *value * 16 + (gunichar) digit;
      self->at++;
    }
  return TRUE;
}

static gboolean
take_unicode_escape (Gate *self, gsize start, gunichar *character)
{
  gunichar low;

  if (!take_hex4 (self, start, character))
    return FALSE;
  if (*character < 0xd800 || *character > 0xdfff)
    return TRUE;
  if (*character > 0xdbff || self->length - self->at < 2 || memcmp (self->text + self->at, "\\u", 2) != 0)
    return refuse (self, start, "half of a surrogate pair");
  self->at += 2;
  if (!take_hex4 (self, self->at - 2, &low))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return refuse (self, start, "half of a surrogate pair");
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

static gboolean
take_escape (Gate *self, gsize start, gunichar *character)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int letter;
  const char *found;

  self->at++;
  letter = peek (self);
  self->at += letter == END ? 0 : 1;
  if (letter == 'u')
    return take_unicode_escape (self, start, character);
  found = letter > 0 ? strchr (letters, letter) : NULL;
  if (found == NULL)
    return refuse (self, start, "a backslash stands only before one of \" \\ / b f n r t u");
  *character = (gunichar) meanings[found - letters];
  return TRUE;
}

static gboolean
allow_character (Gate *self, gsize start, gunichar character)
{
  if ((character < 0x20 && character != '\n' && character != '\t') || character == 0x7f)
    return refuse (self, start, "the control character U+%04X is not allowed in a string", character);
  if (character >= 0x202a && character <= 0x202e)
    return refuse (self, start, "U+%04X, which reverses text, is not allowed in a string", character);
  return TRUE;
}

static gboolean
take_character (Gate *self, gunichar *character)
{
  gsize start = self->at;

  if (peek (self) == '\\')
    {
      if (!take_escape (self, start, character))
        return FALSE;
    }
  else if (peek (self) < 0x20)
    return refuse (self, start, "a line break, tab or other control character inside a string; write it as \\n or \\t");
  else
    {
      *character = g_utf8_get_char (self->text + start);
      self->at += (gsize) g_unichar_to_utf8 (*character, NULL);
    }
  return allow_character (self, start, *character);
}

/* `decoded` is nullable: only names are kept */
static gboolean
scan_string (Gate *self, GString *decoded)
{
  gsize start = self->at;

  for (self->at++; peek (self) != '"';)
    {
      gunichar character = 0;

      if (peek (self) == END)
        return refuse (self, start, "this string is not closed");
      if (!take_character (self, &character))
        return FALSE;
      if (decoded != NULL)
        g_string_append_unichar (decoded, character);
    }
  self->at++;
  return TRUE;
}

static guint64
take_digits (Gate *self)
{
  guint64 value = 0;

  for (; self->at < self->length && g_ascii_isdigit (self->text[self->at]); self->at++)
    if (value <= MAX_INTEGER)
      value = value * 10 + (guint64) (self->text[self->at] - '0');
  return value;
}

static gboolean
scan_number (Gate *self)
{
  gsize start = self->at;
  gboolean negative = peek (self) == '-';
  gsize digits = start + (negative ? 1 : 0);
  guint64 value;

  self->at = digits;
  value = take_digits (self);
  if (self->at == digits)
    return expected (self, "a digit");
  if (self->at - digits > 1 && self->text[digits] == '0')
    return refuse (self, start, "a number does not begin with 0");
  if (peek (self) == '.' || peek (self) == 'e' || peek (self) == 'E')
    return refuse (self, start, "only whole numbers are allowed, without fraction and exponent");
  if (value > MAX_INTEGER)
    return refuse (self, start, "the number is beyond 9007199254740991");
  if (negative && value == 0)
    return refuse (self, start, "-0 is not allowed; write 0");
  return TRUE;
}

static gboolean
scan_word (Gate *self)
{
  const char *word = self->text + self->at;
  gsize length = 0;

  while (self->at + length < self->length && g_ascii_isalnum (word[length]))
    length++;
  if (length == 4 && memcmp (word, "null", 4) == 0)
    return refuse (self, self->at, "null is not allowed; leave the member out");
  if (!(length == 4 && memcmp (word, "true", 4) == 0) && !(length == 5 && memcmp (word, "false", 5) == 0))
    return expected (self, "a value");
  self->at += length;
  return TRUE;
}

static gboolean
enter (Gate *self)
{
  if (self->depth == NP_JSON_MAX_DEPTH)
    return refuse (self, self->at, "nested deeper than %d levels", NP_JSON_MAX_DEPTH);
  self->depth++;
  self->at++;
  skip_space (self);
  return TRUE;
}

static void
leave (Gate *self)
{
  self->at++;
  self->depth--;
}

static gboolean
scan_array (Gate *self)
{
  if (!enter (self))
    return FALSE;
  while (peek (self) != ']')
    {
      if (!scan_value (self))
        return FALSE;
      skip_space (self);
      if (peek (self) == ']')
        break;
      if (peek (self) != ',')
        return expected (self, "',' or ']'");
      self->at++;
      skip_space (self);
      if (peek (self) == ']')
        return expected (self, "a value");
    }
  leave (self);
  return TRUE;
}

/* The names of one object. Names that collide in json-glib's table are chance in ones and twos; a thousand are an
 * attack that makes the reader quadratic, and so are refused. */
typedef struct
{
  GHashTable *seen;
  GHashTable *hashes;
  guint collisions;
} Names;

static gboolean
allow_hash (Gate *self, gsize start, const GString *name, Names *names)
{
  if (!g_hash_table_add (names->hashes, GUINT_TO_POINTER (g_str_hash (name->str))))
    names->collisions++;
  if (names->collisions > NP_JSON_GATE_MAX_COLLISIONS)
    return refuse (self, start, "the names of this object were chosen to slow the reader down");
  return TRUE;
}

static gboolean
allow_name (Gate *self, gsize start, const GString *name, Names *names)
{
  if (name->len == 0)
    return refuse (self, start, "a name is not empty");
  if (name->len > NP_JSON_GATE_MAX_NAME)
    return refuse (self, start, "a name is longer than %u bytes", NP_JSON_GATE_MAX_NAME);
  if (strpbrk (name->str, "\n\t") != NULL)
    return refuse (self, start, "a name holds no line break and no tab");
  if (!g_hash_table_add (names->seen, g_strdup (name->str)))
    return refuse (self, start, "the name \"%s\" stands twice in one object", name->str);
  if (!allow_hash (self, start, name, names))
    return FALSE;
  if (g_hash_table_size (names->seen) > NP_JSON_GATE_MAX_MEMBERS)
    return refuse (self, start, "more than %u members in one object", NP_JSON_GATE_MAX_MEMBERS);
  return TRUE;
}

static gboolean
scan_name (Gate *self, Names *names)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize start = self->at;

  if (peek (self) != '"')
    return expected (self, "a name in double quotes");
  return scan_string (self, name) && allow_name (self, start, name, names);
}

static gboolean
scan_member (Gate *self, Names *names)
{
  if (!scan_name (self, names))
    return FALSE;
  skip_space (self);
  if (peek (self) != ':')
    return expected (self, "':'");
  self->at++;
  skip_space (self);
  return scan_value (self);
}

static gboolean
scan_members (Gate *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);
  Names names = { .seen = seen, .hashes = hashes };

  for (;;)
    {
      if (!scan_member (self, &names))
        return FALSE;
      skip_space (self);
      if (peek (self) == '}')
        return TRUE;
      if (peek (self) != ',')
        return expected (self, "',' or '}'");
      self->at++;
      skip_space (self);
    }
}

static gboolean
scan_object (Gate *self)
{
  if (!enter (self))
    return FALSE;
  if (peek (self) != '}' && !scan_members (self))
    return FALSE;
  leave (self);
  return TRUE;
}

static gboolean
scan_value (Gate *self)
{
  if (++self->values > NP_JSON_GATE_MAX_VALUES)
    return refuse (self, self->at, "more than %u values", NP_JSON_GATE_MAX_VALUES);
  if (peek (self) == '{')
    return scan_object (self);
  if (peek (self) == '[')
    return scan_array (self);
  if (peek (self) == '"')
    return scan_string (self, NULL);
  if (peek (self) == '-' || (peek (self) != END && g_ascii_isdigit (peek (self))))
    return scan_number (self);
  return scan_word (self);
}

static gboolean
allow_bytes (Gate *self)
{
  const char *end;

  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    return refuse (self, 0, "a byte order mark; save the file as UTF-8 without it");
  if (g_utf8_validate (self->text, (gssize) self->length, &end))
    return TRUE;
  if (*end == '\0')
    return refuse (self, (gsize) (end - self->text), "a NUL byte");
  return refuse (self, (gsize) (end - self->text), "not UTF-8");
}

static gboolean
scan_document (Gate *self)
{
  skip_space (self);
  if (peek (self) == END)
    return refuse (self, 0, "the file is empty");
  if (peek (self) != '{')
    return expected (self, "an object, beginning with '{',");
  if (!scan_value (self))
    return FALSE;
  skip_space (self);
  return peek (self) == END || refuse (self, self->at, "something follows after the end of the object");
}

/**
 * np_json_gate_check:
 * @name: what the text is called in the message, as a file's path
 * @text: (array length=length): the bytes of a document
 * @length: how many bytes
 * @error: return location for an error
 *
 * Checks that @text is exactly one RFC 8259 document of the kind the records use (design 5): an object at the root, no
 * duplicate or empty names, no null, whole numbers within 2^53-1 either side of zero, no control characters but newline
 * and tab, no bidi overrides, and nothing too deep, too long or too much for the reader behind the gate.
 *
 * Returns: %TRUE when it is; otherwise %FALSE and %NP_JSON_ERROR_SYNTAX with `NAME:line:column: what is wrong`
 */
gboolean
np_json_gate_check (const char *name, const char *text, gsize length, GError **error)
{
  Gate self = { .name = name, .text = text, .length = length, .error = error };

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  return allow_bytes (&self) && scan_document (&self);
}
