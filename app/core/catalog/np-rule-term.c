/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parser.h"

/* One term of a rule: a word, alone, with an id after a colon, or compared with a number. */

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

void
np_rule_need (NpRuleParser *self, const char *at, NpRuleAllow needs)
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
bare_word (NpRuleParser *self, const char *word, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (bare_words); i++)
    if (g_str_equal (word, bare_words[i].word))
      {
        NpTerm term = { .kind = bare_words[i].kind, .mask = bare_words[i].mask };

        np_rule_need (self, at, bare_words[i].needs);
        return np_rule_push (self, &term);
      }
  return np_rule_named (self, word, at);
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
  np_rule_need (self, at, NP_RULE_ANSWERS);
  return np_rule_answer (self, word, at);
}

guint
np_rule_term (NpRuleParser *self, const char *word, const char *at)
{
  NpCompare compare;

  if (*self->at == ':')
    {
      self->at++;
      return with_colon (self, word, at);
    }
  if (g_str_equal (word, "this") && *self->at == '[')
    {
      np_rule_need (self, at, NP_RULE_THIS);
      return np_rule_this (self, at);
    }
  if (np_rule_take (self, "("))
    return np_rule_call (self, word, at);
  if (np_rule_take_compare (self, &compare))
    return compared_number (self, word, at, compare);
  return bare_word (self, word, at);
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
