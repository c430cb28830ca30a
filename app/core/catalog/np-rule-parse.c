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

/* Terms that are one word. */
static const struct
{
  const char *word;
  NpTermKind kind;
  guint64 mask;
  NpRuleAllow needs;
} bare_words[] = {
  { "always", NP_TERM_ALWAYS, 0, NP_RULE_PLAN },
  { "any-topical", NP_TERM_TOPICAL, G_MAXUINT64, NP_RULE_PLAN },
  { "anaesthetic", NP_TERM_ANAESTHETIC, ~G_GUINT64_CONSTANT (1), NP_RULE_PLAN }, /* the first is `none` */
  { "needle-material", NP_TERM_MATERIAL, G_MAXUINT64, NP_RULE_PLAN },
  { "face", NP_TERM_FACE, 0, NP_RULE_PLAN },
  { "near-eye", NP_TERM_NEAR_EYE, 0, NP_RULE_PLAN },
  { "depth-over-evaluated", NP_TERM_DEPTH_OVER_EVALUATED, 0, NP_RULE_PLAN },
  { "device-names-depth", NP_TERM_DEVICE_NAMES_DEPTH, 0, NP_RULE_PLAN },
  { "device-not-authorised", NP_TERM_DEVICE_NOT_AUTHORISED, 0, NP_RULE_PLAN },
  { "device-says-authorised", NP_TERM_DEVICE_SAYS_AUTHORISED, 0, NP_RULE_PLAN },
  { "outside-authorised-use", NP_TERM_OUTSIDE_AUTHORISED_USE, 0, NP_RULE_PLAN },
  { "no-medicines", NP_TERM_NO_MEDICINES, 0, NP_RULE_ANSWERS },
  { "no-allergies", NP_TERM_NO_ALLERGIES, 0, NP_RULE_ANSWERS },
  { "date-in-future", NP_TERM_DATE_IN_FUTURE, 0, NP_RULE_ANSWERS },
  { "go-ahead", NP_TERM_GO_AHEAD, 0, NP_RULE_GO_AHEAD },
};

/* Terms with an id after a colon. */
static const struct
{
  const char *word;
  NpTermKind kind;
  int (*find) (const NpCatalog *catalog, const char *id);
} plan_words[] = {
  { "device", NP_TERM_DEVICE, np_catalog_find_device },
  { "topical", NP_TERM_TOPICAL, np_catalog_find_topical },
  { "anaesthetic", NP_TERM_ANAESTHETIC, np_catalog_find_anaesthetic },
  { "needle-material", NP_TERM_MATERIAL, NULL },
  { "area", NP_TERM_AREA, np_catalog_find_area },
  { "check", NP_TERM_CHECK, np_catalog_find_plan_check },
};

/* Terms that compare a number. */
static const struct
{
  const char *word;
  NpTermKind kind;
  guint16 index;
} number_words[] = {
  { "age", NP_TERM_AGE, 0 },
  { "anaesthetic-grams", NP_TERM_AMOUNT, NP_AMOUNT_GRAMS },
  { "anaesthetic-area-cm2", NP_TERM_AMOUNT, NP_AMOUNT_AREA_CM2 },
  { "anaesthetic-minutes", NP_TERM_AMOUNT, NP_AMOUNT_MINUTES },
};

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

static void
need (NpRuleParser *self, const char *at, NpRuleAllow needs)
{
  const char *what = needs == NP_RULE_THIS       ? "this[...] stands only in the rule of a wait"
                     : needs == NP_RULE_GO_AHEAD ? "go-ahead stands only in the rule of a risk"
                     : needs == NP_RULE_FINDINGS
                         ? "finding(...) cannot stand here: this rule is read before the findings"
                         : "only the plan and the age can stand here, no answers";

  if ((self->context->allow & needs) != needs)
    np_rule_fail (self, at, "%s", what);
}

static guint
named_rule (NpRuleParser *self, const char *word, const char *at)
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
bare_word (NpRuleParser *self, const char *word, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (bare_words); i++)
    if (g_str_equal (word, bare_words[i].word))
      {
        NpTerm term = { .kind = bare_words[i].kind, .mask = bare_words[i].mask };

        need (self, at, bare_words[i].needs);
        return np_rule_push (self, &term);
      }
  return named_rule (self, word, at);
}

static guint
compared_number (NpRuleParser *self, const char *word, const char *at, NpCompare compare)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (g_str_equal (word, number_words[i].word))
      {
        NpTerm term = { .kind = number_words[i].kind, .index = number_words[i].index, .compare = compare };

        np_rule_take_number (self, &term.number);
        return np_rule_push (self, &term);
      }
  np_rule_fail (self, at, "“%s” is not a number that rules can compare", word);
  return 0;
}

static guint
plan_term (NpRuleParser *self, NpTermKind kind, int position)
{
  NpTerm term = { .kind = kind };

  if (kind == NP_TERM_DEVICE || kind == NP_TERM_CHECK)
    term.index = (guint16) MAX (position, 0);
  else
    term.mask = NP_STATE_BIT (MAX (position, 0));
  return np_rule_push (self, &term);
}

/* `device:rf`, `area:cheek,chin`: any of them */
static guint
plan_word (NpRuleParser *self, guint which)
{
  guint root = 0;
  gboolean first = TRUE;

  do
    {
      const char *at = self->at;
      g_autofree char *id = np_rule_take_word (self);
      int position = -1;
      guint term;

      if (id != NULL && plan_words[which].find != NULL)
        position = plan_words[which].find (self->context->catalog, id);
      else if (id != NULL)
        position = np_items_find (&self->context->catalog->needle_materials, id);
      if (position < 0)
        np_rule_fail (self, at, "there is no %s “%s”", plan_words[which].word, id == NULL ? "" : id);
      term = plan_term (self, plan_words[which].kind, position);
      root = first ? term : np_rule_join (self, NP_TERM_OR, root, term);
      first = FALSE;
    }
  while (self->error == NULL && np_rule_take (self, ","));
  return root;
}

static guint
with_colon (NpRuleParser *self, const char *word, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan_words); i++)
    if (g_str_equal (word, plan_words[i].word))
      return plan_word (self, i);
  need (self, at, NP_RULE_ANSWERS);
  return np_rule_answer (self, word, at);
}

/* An id inside parentheses: like a word, and with a colon (`unknown:keloid`, `topical:txa`, `topical:*`). */
static char *
take_id (NpRuleParser *self)
{
  g_autofree char *word = np_rule_take_word (self);
  g_autofree char *rest = NULL;

  if (word == NULL || *self->at != ':')
    return g_steal_pointer (&word);
  self->at++;
  rest = *self->at == '*' ? g_strndup (self->at++, 1) : np_rule_take_word (self);
  return g_strconcat (word, ":", rest == NULL ? "" : rest, NULL);
}

static guint
unsure_term (NpRuleParser *self, const char *id, const char *at)
{
  int question = np_catalog_find_question (self->context->catalog, id);
  NpTerm term = { .kind = NP_TERM_STATES, .index = (guint16) MAX (question, 0), .mask = NP_STATE_UNSURE };

  if (question < 0)
    np_rule_fail (self, at, "there is no question “%s”", id);
  return np_rule_push (self, &term);
}

static guint
group_term (NpRuleParser *self, NpTermKind kind, const char *id, const char *at)
{
  const NpCatalog *catalog = self->context->catalog;
  int group = kind == NP_TERM_MEDICINE ? np_catalog_find_medicine_group (catalog, id)
                                       : np_catalog_find_allergy_group (catalog, id);
  NpTerm term = { .kind = kind, .mask = NP_STATE_BIT (MAX (group, 0)) };

  if (kind == NP_TERM_ALLERGY && g_str_equal (id, "topical:*"))
    term = (NpTerm){ .kind = NP_TERM_ALLERGY_TO_TOPICAL };
  else if (group < 0)
    np_rule_fail (self, at, "there is no %s group “%s”", kind == NP_TERM_MEDICINE ? "medicine" : "allergy", id);
  return np_rule_push (self, &term);
}

static guint
finding_term (NpRuleParser *self, const char *id, const char *at)
{
  int finding = np_catalog_find_finding (self->context->catalog, id);
  NpTerm term = { .kind = NP_TERM_FINDING, .index = (guint16) MAX (finding, 0) };

  if (finding < 0)
    np_rule_fail (self, at, "there is no finding “%s”", id);
  return np_rule_push (self, &term);
}

/* One argument of unsure, medicine, allergy or finding; several are joined with or. */
static guint
argument (NpRuleParser *self, NpTermKind kind, const char *id, const char *at)
{
  if (kind == NP_TERM_STATES)
    return unsure_term (self, id, at);
  if (kind == NP_TERM_FINDING)
    return finding_term (self, id, at);
  return group_term (self, kind, id, at);
}

static guint
arguments (NpRuleParser *self, NpTermKind kind)
{
  guint root = 0;
  gboolean first = TRUE;

  do
    {
      const char *at = (np_rule_skip_space (self), self->at);
      g_autofree char *id = take_id (self);
      guint term = argument (self, kind, id == NULL ? "" : id, at);

      root = first ? term : np_rule_join (self, NP_TERM_OR, root, term);
      first = FALSE;
    }
  while (self->error == NULL && np_rule_take (self, ","));
  np_rule_expect (self, ")");
  return root;
}

static guint64
indications_named (NpRuleParser *self, const char *id, const char *at)
{
  const NpCatalog *catalog = self->context->catalog;
  int indication = np_catalog_find_indication (catalog, id);

  if (g_str_equal (id, "any"))
    return G_MAXUINT64;
  for (guint i = 0; i < catalog->n_sets; i++)
    if (g_str_equal (catalog->sets[i].id, id))
      return catalog->sets[i].mask;
  if (indication < 0)
    np_rule_fail (self, at, "there is no indication and no set “%s”", id);
  return NP_STATE_BIT (MAX (indication, 0));
}

/* some(i, j), every(i, j); some(any): something is planned */
static guint
indications (NpRuleParser *self, NpTermKind kind)
{
  NpTerm term = { .kind = kind };

  do
    {
      const char *at = (np_rule_skip_space (self), self->at);
      g_autofree char *id = np_rule_take_word (self);

      term.mask |= indications_named (self, id == NULL ? "" : id, at);
    }
  while (self->error == NULL && np_rule_take (self, ","));
  np_rule_expect (self, ")");
  return np_rule_push (self, &term);
}

/* two-of(question:state,state,...) */
static guint
two_of (NpRuleParser *self)
{
  const char *at = (np_rule_skip_space (self), self->at);
  g_autofree char *question = np_rule_take_word (self);
  guint term = 0;

  if (question == NULL || *self->at != ':')
    np_rule_fail (self, at, "two-of takes question:state,state");
  else
    {
      self->at++;
      term = np_rule_answer (self, question, at);
    }
  np_rule_expect (self, ")");
  if (self->error == NULL && g_array_index (self->terms, NpTerm, term).kind != NP_TERM_STATES)
    np_rule_fail (self, at, "two-of takes states without conditions");
  if (self->error == NULL)
    g_array_index (self->terms, NpTerm, term).kind = NP_TERM_TWO_OF;
  return term;
}

static guint
with_parenthesis (NpRuleParser *self, const char *word, const char *at)
{
  static const struct
  {
    const char *word;
    NpTermKind kind;
    NpRuleAllow needs;
  } calls[] = {
    { "unsure", NP_TERM_STATES, NP_RULE_ANSWERS },   { "medicine", NP_TERM_MEDICINE, NP_RULE_ANSWERS },
    { "allergy", NP_TERM_ALLERGY, NP_RULE_ANSWERS }, { "finding", NP_TERM_FINDING, NP_RULE_FINDINGS },
    { "some", NP_TERM_SOME, NP_RULE_PLAN },          { "every", NP_TERM_EVERY, NP_RULE_PLAN },
    { "two-of", NP_TERM_TWO_OF, NP_RULE_ANSWERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_equal (word, calls[i].word))
      {
        need (self, at, calls[i].needs);
        if (calls[i].kind == NP_TERM_TWO_OF)
          return two_of (self);
        if (calls[i].kind == NP_TERM_SOME || calls[i].kind == NP_TERM_EVERY)
          return indications (self, calls[i].kind);
        return arguments (self, calls[i].kind);
      }
  np_rule_fail (self, at, "“%s(” is not a term of the notation", word);
  return 0;
}

static guint
term_of_word (NpRuleParser *self, const char *word, const char *at)
{
  NpCompare compare;

  if (*self->at == ':')
    {
      self->at++;
      return with_colon (self, word, at);
    }
  if (g_str_equal (word, "this") && *self->at == '[')
    {
      need (self, at, NP_RULE_THIS);
      return np_rule_this (self, at);
    }
  if (np_rule_take (self, "("))
    return with_parenthesis (self, word, at);
  if (np_rule_take_compare (self, &compare))
    return compared_number (self, word, at, compare);
  return bare_word (self, word, at);
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
    return term_of_word (self, word, at);
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
 * np_rule_word_is_reserved:
 * @word: an id
 *
 * Returns: whether the notation itself uses the word, so that a question or a named rule of this id could not be named
 * in a rule
 */
gboolean
np_rule_word_is_reserved (const char *word)
{
  static const char *const others[] = { "not", "and", "or", "this", "in", "planned", "assessed", NULL };

  g_return_val_if_fail (word != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (bare_words); i++)
    if (g_str_equal (word, bare_words[i].word))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (plan_words); i++)
    if (g_str_equal (word, plan_words[i].word))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (g_str_equal (word, number_words[i].word))
      return TRUE;
  return g_strv_contains (others, word);
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
