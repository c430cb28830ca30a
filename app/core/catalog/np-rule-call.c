/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

/* Terms whose ids stand in parentheses: unsure, medicine, allergy, finding, some, every and two-of. */

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

guint
np_rule_call (NpRuleParser *self, const char *word, const char *at)
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
        np_rule_need (self, at, calls[i].needs);
        if (calls[i].kind == NP_TERM_TWO_OF)
          return two_of (self);
        if (calls[i].kind == NP_TERM_SOME || calls[i].kind == NP_TERM_EVERY)
          return indications (self, calls[i].kind);
        return arguments (self, calls[i].kind);
      }
  np_rule_fail (self, at, "“%s(” is not a term of the notation", word);
  return 0;
}
