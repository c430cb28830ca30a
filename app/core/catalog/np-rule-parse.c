/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

/* The formatter would take the hyphens for minus signs. */
/* clang-format off */
G_DEFINE_QUARK (np-rule-error-quark, np_rule_error)
/* clang-format on */

/* Deep enough for any rule that a person can read; a rule is input like any other and must not exhaust the stack. */
#define MAX_DEPTH 32
/* Named rules are copied in where they are used, so a chain of them can grow; positions are 16 bits wide. */
#define MAX_TERMS 4000

guint
np_rule_push (NpRuleParser *self, const NpTerm *term)
{
  if (self->terms->len >= MAX_TERMS)
    {
      np_rule_fail (self, self->at, "the rule is too long");
      return 0;
    }
  g_array_append_vals (self->terms, term, 1);
  return self->terms->len - 1;
}

guint
np_rule_join (NpRuleParser *self, NpTermKind kind, guint left, guint right)
{
  NpTerm term = { .kind = kind, .left = (guint16) left, .right = (guint16) right };

  return np_rule_push (self, &term);
}

guint
np_rule_named (NpRuleParser *self, const char *word, const char *at)
{
  NpNamedRule *named = self->context->named == NULL ? NULL : g_hash_table_lookup (self->context->named, word);
  NpRuleParser inner = *self;
  guint root;

  if (self->error != NULL)
    return 0;
  if (named == NULL)
    {
      np_rule_fail (self, at, "“%s” is not a term of the notation and not one of the named rules (terms)", word);
      return 0;
    }
  named->used = TRUE;
  inner.text = inner.at = named->text;
  inner.depth++;
  inner.circle = inner.depth > MAX_DEPTH;
  root = inner.circle ? 0 : np_rule_expression (&inner);
  if (!inner.circle && inner.error == NULL && !np_rule_at_end (&inner))
    np_rule_fail (&inner, inner.at, "more than one rule");
  self->circle = inner.circle;
  if (inner.circle)
    np_rule_fail (self, at, "the named rules lead back to themselves: take one out of the circle");
  else if (inner.error != NULL)
    np_rule_fail (self, at, "the named rule “%s” does not work here: %s", word, inner.error->message);
  g_clear_error (&inner.error);
  return root;
}

static guint
negated (NpRuleParser *self, guint (*next) (NpRuleParser *))
{
  guint inner;

  if (++self->depth > MAX_DEPTH)
    np_rule_fail (self, self->at, "the rule is nested too deeply");
  inner = self->error == NULL ? next (self) : 0;
  self->depth--;
  return np_rule_join (self, NP_TERM_NOT, inner, 0);
}

static guint
primary (NpRuleParser *self)
{
  const char *at = (np_rule_skip_space (self), self->at);
  g_autofree char *word = np_rule_take_word (self);
  guint root;

  if (word != NULL && g_str_equal (word, "not"))
    return negated (self, primary);
  if (word != NULL && (g_str_equal (word, "and") || g_str_equal (word, "or")))
    np_rule_fail (self, at, "a term is missing before “%s”", word);
  if (self->error != NULL)
    return 0;
  if (word != NULL)
    return np_rule_term (self, word, at);
  if (!np_rule_take (self, "("))
    {
      np_rule_fail (self, at, "a term is missing here");
      return 0;
    }
  if (++self->depth > MAX_DEPTH)
    np_rule_fail (self, at, "the rule is nested too deeply");
  root = self->error == NULL ? np_rule_expression (self) : 0;
  self->depth--;
  np_rule_expect (self, ")");
  return root;
}

/* Takes a word that joins two terms, and not the beginning of a longer word. */
static gboolean
take_joiner (NpRuleParser *self, const char *joiner)
{
  const char *before = self->at;
  g_autofree char *word = self->error == NULL ? np_rule_take_word (self) : NULL;

  if (word != NULL && g_str_equal (word, joiner))
    return TRUE;
  self->at = before;
  return FALSE;
}

static guint
conjunction (NpRuleParser *self)
{
  guint root = primary (self);

  while (take_joiner (self, "and"))
    root = np_rule_join (self, NP_TERM_AND, root, primary (self));
  return root;
}

guint
np_rule_expression (NpRuleParser *self)
{
  guint root = conjunction (self);

  while (take_joiner (self, "or"))
    root = np_rule_join (self, NP_TERM_OR, root, conjunction (self));
  return root;
}

/**
 * np_rule_parse:
 * @context: what the rule may name
 * @text: the rule as written
 * @rule: (out caller-allocates): the compiled rule; unset on error. Free with np_rule_clear ()
 * @error: what is wrong, beginning with the column in @text
 *
 * Compiles a rule of the notation of the clinical brief, D4.
 *
 * Returns: whether @text is a rule
 */
gboolean
np_rule_parse (const NpRuleContext *context, const char *text, NpRule *rule, GError **error)
{
  NpRuleParser parser = { .context = context, .text = text, .at = text };
  g_autoptr (GArray) terms = g_array_new (FALSE, TRUE, sizeof (NpTerm));
  g_autoptr (GArray) conditions = g_array_new (FALSE, TRUE, sizeof (NpCondition));

  g_return_val_if_fail (context != NULL && context->catalog != NULL && text != NULL && rule != NULL, FALSE);

  *rule = (NpRule){ 0 };
  parser.terms = terms;
  parser.conditions = conditions;
  np_rule_expression (&parser);
  if (parser.error == NULL && !np_rule_at_end (&parser))
    np_rule_fail (&parser, parser.at, "the rule should end here, or go on with “and” or “or”");
  if (parser.error != NULL)
    {
      g_propagate_error (error, parser.error);
      return FALSE;
    }
  rule->n_terms = (guint16) terms->len;
  rule->n_conditions = (guint16) conditions->len;
  rule->terms = g_memdup2 (terms->data, terms->len * sizeof (NpTerm)); /* no larger than it is: rules are read often */
  rule->conditions = g_memdup2 (conditions->data, conditions->len * sizeof (NpCondition));
  rule->needs = np_rule_find_needs (rule);
  rule->text = g_strdup (text);
  return TRUE;
}
