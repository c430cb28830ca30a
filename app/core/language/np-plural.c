/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-plural.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 40 /* Arabic needs 5; a file that wants more is not meant well */

typedef struct
{
  const char *at;
  gulong n;
  int depth;
  gboolean failed;
} Parser;

typedef struct
{
  const char *sign;
  int level; /* binds the tighter the higher */
  gulong (*apply) (gulong left, gulong right);
} Operator;

/* clang-format off */
static gulong apply_or (gulong a, gulong b) { return a != 0 || b != 0; }
static gulong apply_and (gulong a, gulong b) { return a != 0 && b != 0; }
static gulong apply_equal (gulong a, gulong b) { return a == b; }
static gulong apply_not_equal (gulong a, gulong b) { return a != b; }
static gulong apply_at_most (gulong a, gulong b) { return a <= b; }
static gulong apply_at_least (gulong a, gulong b) { return a >= b; }
static gulong apply_less (gulong a, gulong b) { return a < b; }
static gulong apply_more (gulong a, gulong b) { return a > b; }
static gulong apply_plus (gulong a, gulong b) { return a + b; }
static gulong apply_minus (gulong a, gulong b) { return a - b; }
static gulong apply_times (gulong a, gulong b) { return a * b; }
static gulong apply_divide (gulong a, gulong b) { return a / b; }
static gulong apply_modulo (gulong a, gulong b) { return a % b; }

/* The longer sign stands before the one it begins with. */
static const Operator operators[] = {
  { "||", 1, apply_or }, { "&&", 2, apply_and }, { "==", 3, apply_equal }, { "!=", 3, apply_not_equal },
  { "<=", 4, apply_at_most }, { ">=", 4, apply_at_least }, { "<", 4, apply_less }, { ">", 4, apply_more },
  { "+", 5, apply_plus }, { "-", 5, apply_minus },
  { "*", 6, apply_times }, { "/", 6, apply_divide }, { "%", 6, apply_modulo },
};
/* clang-format on */

static gulong parse_choice (Parser *self);

static void
skip_spaces (Parser *self)
{
  while (*self->at == ' ' || *self->at == '\t')
    self->at++;
}

static gboolean
take (Parser *self, const char *sign)
{
  skip_spaces (self);
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;
  self->at += strlen (sign);
  return TRUE;
}

static gulong
fail (Parser *self)
{
  self->failed = TRUE;
  return 0;
}

static gulong
parse_number (Parser *self)
{
  char *end;
  gulong value;

  skip_spaces (self);
  if (!g_ascii_isdigit (*self->at))
    return fail (self);
  value = strtoul (self->at, &end, 10);
  self->at = end;
  return value;
}

static gulong
parse_operand (Parser *self)
{
  gulong value;

  if (self->failed || self->depth >= DEPTH_MAX)
    return fail (self);
  self->depth++;
  if (take (self, "!"))
    value = parse_operand (self) == 0;
  else if (take (self, "("))
    {
      value = parse_choice (self);
      self->failed |= !take (self, ")");
    }
  else
    value = take (self, "n") ? self->n : parse_number (self);
  self->depth--;
  return value;
}

static const Operator *
take_operator (Parser *self, int lowest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *before = self->at;

      if (!take (self, operators[i].sign))
        continue;
      if (operators[i].level >= lowest)
        return &operators[i];
      self->at = before;
      return NULL;
    }
  return NULL;
}

/* Precedence climbing: operators of one level bind from the left. */
static gulong
parse_binary (Parser *self, int lowest)
{
  gulong left = parse_operand (self);
  const Operator *operator;

  while (!self->failed && (operator = take_operator (self, lowest)) != NULL)
    {
      gulong right = parse_binary (self, operator->level + 1);

      if (right == 0 && (operator->apply == apply_divide || operator->apply == apply_modulo))
        return fail (self);
      left = operator->apply (left, right);
    }
  return left;
}

static gulong
parse_choice (Parser *self)
{
  gulong condition = parse_binary (self, 1), yes, no;

  if (self->failed || !take (self, "?"))
    return condition;
  if (self->depth >= DEPTH_MAX)
    return fail (self);
  self->depth++;
  yes = parse_choice (self);
  self->failed |= !take (self, ":");
  no = self->failed ? 0 : parse_choice (self);
  self->depth--;
  return condition != 0 ? yes : no;
}

/**
 * np_plural_choose:
 * @expression: a plural expression as gettext defines it, such as "n != 1"; it ends at the end of the text or at a
 * semicolon
 * @n: the number
 * @form: (out): the index of the form; 0 when this fails
 *
 * Returns: whether @expression could be read and has a value for @n
 */
gboolean
np_plural_choose (const char *expression, gulong n, gulong *form)
{
  Parser parser = { .at = expression, .n = n };
  gulong value;

  g_return_val_if_fail (expression != NULL && form != NULL, FALSE);

  value = parse_choice (&parser);
  skip_spaces (&parser);
  parser.failed |= *parser.at != '\0' && *parser.at != ';';
  *form = parser.failed ? 0 : value;
  return !parser.failed;
}
