/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-rule-parse.h"
#include "np-small-catalog.h"
#include "np-test.h"

#include <string.h>

#define ALL (NP_RULE_ANSWERS | NP_RULE_FINDINGS | NP_RULE_THIS | NP_RULE_GO_AHEAD)

/* A compiled rule in a form that a person can check: terms in their order, joins with the positions that they join. */
static void
append_conditions (GString *out, const NpRule *rule, const NpTerm *term)
{
  static const char *const kinds[] = { "present", "missing", "word", "number", "date", "in-topicals" };
  static const char *const compares[] = { "<", "<=", "=", "!=", ">=", ">" };
  static const char units[] = "dwm";

  for (guint i = term->conditions; i < (guint) term->conditions + term->n_conditions; i++)
    {
      const NpCondition *it = &rule->conditions[i];

      g_string_append_printf (out, "[%s %u", kinds[it->kind], it->field);
      if (it->kind == NP_CONDITION_WORD)
        g_string_append_printf (out, " %s %" G_GINT64_MODIFIER "x", compares[it->compare], it->mask);
      if (it->kind == NP_CONDITION_NUMBER)
        g_string_append_printf (out, " %s %d", compares[it->compare], it->number);
      if (it->kind == NP_CONDITION_DATE)
        g_string_append_printf (out, "+%d%c %s %s+%d%c", it->field_plus.count, units[it->field_plus.unit],
                                compares[it->compare], it->anchor == NP_ANCHOR_PLANNED ? "planned" : "assessed",
                                it->anchor_plus.count, units[it->anchor_plus.unit]);
      g_string_append_c (out, ']');
    }
}

static char *
rule_to_text (const NpRule *rule)
{
  static const char *const kinds[NP_N_TERM_KINDS] = {
    "always",  "not",        "and",          "or",           "states",       "this",        "two-of",      "medicine",
    "allergy", "to-topical", "no-medicines", "no-allergies", "age",          "future-date", "finding",     "go-ahead",
    "device",  "topical",    "anaesthetic",  "material",     "face",         "near-eye",    "some",        "every",
    "area",    "check",      "depth-over",   "names-depth",  "unauthorised", "authorised",  "outside-use", "amount",
  };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rule->n_terms; i++)
    {
      const NpTerm *term = &rule->terms[i];

      g_string_append_printf (out, "%s%s", i == 0 ? "" : " ", kinds[term->kind]);
      if (term->kind == NP_TERM_AND || term->kind == NP_TERM_OR)
        g_string_append_printf (out, "(%u,%u)", term->left, term->right);
      else if (term->kind == NP_TERM_NOT)
        g_string_append_printf (out, "(%u)", term->left);
      else if (term->kind == NP_TERM_AGE || term->kind == NP_TERM_AMOUNT)
        g_string_append_printf (out, ":%u/%d/%d", term->index, term->compare, term->number);
      else
        g_string_append_printf (out, ":%u/%" G_GINT64_MODIFIER "x", term->index, term->mask);
      append_conditions (out, rule, term);
    }
  return g_string_free (out, FALSE);
}

static NpCatalog *
small (void)
{
  g_autofree char *folder = np_small_fixture ("catalog-small");

  return np_catalog_load (folder, NULL, NULL, NULL);
}

static const struct
{
  const char *rule;
  const char *compiled;
} accepted[] = {
  { "always", "always:0/0" },
  { "not always", "always:0/0 not(0)" },
  { "device:rf", "device:1/0" },
  { "device:rf,pen", "device:1/0 device:0/0 or(0,1)" },
  { "topical:gel", "topical:0/1" },
  { "any-topical", "topical:0/ffffffffffffffff" },
  { "anaesthetic", "anaesthetic:0/fffffffffffffffe" },
  { "anaesthetic:cream", "anaesthetic:0/2" },
  { "needle-material", "material:0/ffffffffffffffff" },
  { "needle-material:gold", "material:0/2" },
  { "face and near-eye", "face:0/0 near-eye:0/0 and(0,1)" },
  { "area:cheek,belly", "area:0/1 area:0/2 or(0,1)" },
  { "some(dark)", "some:0/2" },
  { "some(any)", "some:0/ffffffffffffffff" },
  { "some(scars, spots)", "some:0/3" },
  { "every(dark)", "every:0/2" },
  { "check:sterile", "check:0/0" },
  { "age<18", "age:0/0/18" },
  { "age >= 18 and age<22", "age:0/4/18 age:0/0/22 and(0,1)" },
  { "anaesthetic-grams>60 or anaesthetic-area-cm2>600 or anaesthetic-minutes>300",
    "amount:0/5/60 amount:1/5/600 or(0,1) amount:2/5/300 or(2,3)" },
  { "depth-over-evaluated or (not device-names-depth and check:sterile)",
    "depth-over:0/0 names-depth:0/0 not(1) check:0/0 and(2,3) or(0,4)" },
  { "device-not-authorised or device-says-authorised", "unauthorised:0/0 authorised:0/0 or(0,1)" },
  { "outside-authorised-use", "outside-use:0/0" },
  { "date-in-future", "future-date:0/0" },
  { "no-medicines or no-allergies", "no-medicines:0/0 no-allergies:0/0 or(0,1)" },
  { "medicine(thinner)", "medicine:0/1" },
  { "allergy(topical:gel)", "allergy:0/1" },
  { "allergy(topical:*)", "to-topical:0/0" },
  { "unsure(skin)", "states:1/6000000000000000" },
  { "skin:now", "states:1/1" },
  { "skin:now,quiet", "states:1/3" },
  { "skin:no", "states:1/1000000000000000" },
  { "skin:dont-know,prefer-not-to-say", "states:1/6000000000000000" },
  { "finding(unknown:skin)", "finding:5/0" },
  { "finding(young, reuse)", "finding:0/0 finding:6/0 or(0,1)" },
  { "go-ahead", "go-ahead:0/0" },
  { "two-of(skin:now,quiet,dry)", "two-of:1/7" },
  { "skin:now[disease]", "states:1/1[present 0]" },
  { "skin:now[!disease]", "states:1/1[missing 0]" },
  { "skin:now[disease=eczema]", "states:1/1[word 0 = 1]" },
  { "skin:now,quiet[disease!=vitiligo]", "states:1/1[word 0 != 2] states:1/2[word 1 != 2] or(0,1)" },
  { "skin:quiet[on<=planned+14d]", "states:1/2[date 0+0d <= planned+14d]" },
  { "skin:quiet[on+3m>planned]", "states:1/2[date 0+3m > planned+0d]" },
  { "skin:quiet[planned<on+3m]", "states:1/2[date 0+3m > planned+0d]" },
  { "skin:quiet[planned>=on+12m, disease=vitiligo]", "states:1/2[date 0+12m <= planned+0d][word 1 = 2]" },
  { "skin:quiet[on=planned]", "states:1/2[date 0+0d = planned+0d]" },
  { "skin:quiet[assessed<=on]", "states:1/2[date 0+0d >= assessed+0d]" },
  { "thinner:takes[years<=69, name]", "states:2/1[number 1 <= 69][present 0]" },
  { "this[disease=vitiligo]", "this:0/0[word 1 = 2]" },
  { "this[on]", "this:0/0[present 0]" },
  { "not device:rf and face or near-eye", "device:1/0 not(0) face:0/0 and(1,2) near-eye:0/0 or(3,4)" },
  { "not (device:rf or face)", "device:1/0 face:0/0 or(0,1) not(2)" },
  { "device:rf and (face or not near-eye)", "device:1/0 face:0/0 near-eye:0/0 not(2) or(1,3) and(0,4)" },
  { "not not face", "face:0/0 not(0) not(1)" },
  { " face  and  (near-eye) ", "face:0/0 near-eye:0/0 and(0,1)" },
};

START_TEST (a_rule_is_compiled)
{
  g_autoptr (NpCatalog) catalog = small ();
  NpRuleContext context = { catalog, NULL, ALL, &catalog->findings[2] };
  g_autoptr (GError) error = NULL;
  g_autofree char *compiled = NULL;
  NpRule rule;

  ck_assert_msg (np_rule_parse (&context, accepted[_i].rule, &rule, &error), "%s", error == NULL ? "" : error->message);
  compiled = rule_to_text (&rule);
  ck_assert_str_eq (compiled, accepted[_i].compiled);
  ck_assert_str_eq (rule.text, accepted[_i].rule);
  np_rule_clear (&rule);
  ck_assert (!np_rule_is_set (&rule));
}
END_TEST

static const struct
{
  const char *rule;
  const char *message;
} refused[] = {
  { "", "column 1: a term is missing here" },
  { "and face", "column 1: a term is missing before “and”" },
  { "face and", "column 9: a term is missing here" },
  { "face or or near-eye", "column 9: a term is missing before “or”" },
  { "face near-eye", "column 6: the rule should end here, or go on with “and” or “or”" },
  { "(face", "column 6: “)” is missing here" },
  { "face)", "column 5: the rule should end here, or go on with “and” or “or”" },
  { "not", "column 4: a term is missing here" },
  { "nose", "column 1: “nose” is not a term of the notation and not one of the named rules (terms)" },
  { "device", "column 1: “device” is not a term of the notation and not one of the named rules (terms)" },
  { "device:laser", "column 8: there is no device “laser”" },
  { "device:", "column 8: there is no device “”" },
  { "device:rf,", "column 11: there is no device “”" },
  { "area:nose", "column 6: there is no area “nose”" },
  { "topical:oil", "column 9: there is no topical “oil”" },
  { "anaesthetic:gas", "column 13: there is no anaesthetic “gas”" },
  { "needle-material:wood", "column 17: there is no needle-material “wood”" },
  { "check:depth", "column 7: there is no check “depth”" },
  { "skin", "column 1: “skin” is not a term of the notation and not one of the named rules (terms)" },
  { "skin:wet", "column 6: the question “skin” has no state “wet”" },
  { "skin:", "column 6: the question “skin” has no state “”" },
  { "skin:not-applicable", "column 6: the question “skin” does not take “not-applicable”" },
  { "skins:now", "column 1: there is no question “skins”" },
  { "unsure(skins)", "column 8: there is no question “skins”" },
  { "unsure skin", "column 1: “unsure” is not a term of the notation and not one of the named rules (terms)" },
  { "medicine(heart)", "column 10: there is no medicine group “heart”" },
  { "allergy(topical:oil)", "column 9: there is no allergy group “topical:oil”" },
  { "finding(old)", "column 9: there is no finding “old”" },
  { "finding()", "column 9: there is no finding “”" },
  { "some(moles)", "column 6: there is no indication and no set “moles”" },
  { "some()", "column 6: there is no indication and no set “”" },
  { "every(scars", "column 12: “)” is missing here" },
  { "two-of(skin)", "column 8: two-of takes question:state,state" },
  { "two-of(skin:now[disease],quiet)", "column 25: “)” is missing here" },
  { "two-of(age:x)", "column 12: the question “age” has no state “x”" },
  { "likely(face)", "column 1: “likely(” is not a term of the notation" },
  { "age", "column 1: “age” is not a term of the notation and not one of the named rules (terms)" },
  { "age<", "column 5: a whole number of up to six digits is missing here" },
  { "age<abc", "column 5: a whole number of up to six digits is missing here" },
  { "age<1234567", "column 11: a whole number of up to six digits is missing here" },
  { "weight<70", "column 1: “weight” is not a number that rules can compare" },
  { "skin:now[]", "column 10: the name of a field is missing here" },
  { "skin:now[colour]", "column 10: the state “now” has no field “colour”" },
  { "skin:now[disease", "column 17: “]” is missing here" },
  { "skin:now[disease=acne]", "column 18: the field “disease” has no option “acne”" },
  { "skin:now[disease<eczema]", "column 18: words are compared with = or !=" },
  { "skin:now[on<planned]", "column 10: the state “now” has no field “on”" },
  { "skin:no[on]", "column 8: no, dont-know and the like have no fields" },
  { "skin:quiet[on<]", "column 15: the state “quiet” has no field “”" },
  { "skin:quiet[on<3]", "column 15: the state “quiet” has no field “3”" },
  { "skin:quiet[on<on]", "column 12: one side is a date field, the other “planned” or “assessed”" },
  { "skin:quiet[planned<assessed]", "column 12: one side is a date field, the other “planned” or “assessed”" },
  { "skin:quiet[on<planned+3]", "column 24: the unit of the interval is missing: d, w or m" },
  { "skin:quiet[on<planned+3y]", "column 24: the unit of the interval is missing: d, w or m" },
  { "skin:quiet[disease in topicals]",
    "column 12: only a field with the topicals as its options can stand before “in topicals”" },
  { "skin:quiet[disease in plan]",
    "column 12: only a field with the topicals as its options can stand before “in topicals”" },
  { "thinner:takes[name=warfarin]", "column 15: “name” is free text, which rules do not read" },
  { "thinner:takes[years<many]", "column 21: a whole number of up to six digits is missing here" },
  { "this[colour]", "column 6: the state “quiet” has no field “colour”" },
  { "this", "column 1: “this” is not a term of the notation and not one of the named rules (terms)" },
  { "face && near-eye", "column 6: the rule should end here, or go on with “and” or “or”" },
  { "Face", "column 1: a term is missing here" },
};

START_TEST (what_is_no_rule_is_refused)
{
  g_autoptr (NpCatalog) catalog = small ();
  NpRuleContext context = { catalog, NULL, ALL, &catalog->findings[2] };
  g_autoptr (GError) error = NULL;
  NpRule rule;

  ck_assert (!np_rule_parse (&context, refused[_i].rule, &rule, &error));
  ck_assert (g_error_matches (error, NP_RULE_ERROR, NP_RULE_ERROR_NOTATION));
  ck_assert_str_eq (error->message, refused[_i].message);
  ck_assert (!np_rule_is_set (&rule));
}
END_TEST

/* Rule files are input: a rule may not exhaust the stack or the positions, however it is written. */
START_TEST (a_monstrous_rule_is_refused)
{
  static const char *const parts[] = { "(", "not ", "always or ", "not not (" };
  g_autoptr (NpCatalog) catalog = small ();
  NpRuleContext context = { catalog, NULL, ALL, NULL };
  GString *text = g_string_new (NULL);
  g_autofree char *rule_text = NULL;
  g_autoptr (GError) error = NULL;
  NpRule rule;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, parts[_i]);
  g_string_append (text, "always");
  rule_text = g_string_free (text, FALSE);
  ck_assert (!np_rule_parse (&context, rule_text, &rule, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "too "));
}
END_TEST

static const struct
{
  const char *rule;
  NpRuleAllow allow;
  gboolean accepted;
} places[] = {
  { "device:rf and age<18", NP_RULE_PLAN, TRUE },
  { "skin:now", NP_RULE_PLAN, FALSE },
  { "unsure(skin)", NP_RULE_PLAN, FALSE },
  { "medicine(thinner)", NP_RULE_PLAN, FALSE },
  { "no-allergies", NP_RULE_PLAN, FALSE },
  { "date-in-future", NP_RULE_PLAN, FALSE },
  { "skin:now", NP_RULE_ANSWERS, TRUE },
  { "finding(young)", NP_RULE_ANSWERS, FALSE },
  { "finding(young)", NP_RULE_ANSWERS | NP_RULE_FINDINGS, TRUE },
  { "go-ahead", NP_RULE_ANSWERS | NP_RULE_FINDINGS, FALSE },
  { "go-ahead", NP_RULE_GO_AHEAD, TRUE },
  { "this[on]", NP_RULE_ANSWERS, FALSE },
  { "this[on]", NP_RULE_THIS, TRUE },
};

START_TEST (a_term_stands_only_where_it_means_something)
{
  g_autoptr (NpCatalog) catalog = small ();
  NpRuleContext context = { catalog, NULL, places[_i].allow, &catalog->findings[2] };
  NpRule rule;

  ck_assert_int_eq (np_rule_parse (&context, places[_i].rule, &rule, NULL), places[_i].accepted);
  np_rule_clear (&rule);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("rule-parse");
  TCase *tests = tcase_create ("notation");

  tcase_add_loop_test (tests, a_rule_is_compiled, 0, G_N_ELEMENTS (accepted));
  tcase_add_loop_test (tests, what_is_no_rule_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (tests, a_monstrous_rule_is_refused, 0, 4);
  tcase_add_loop_test (tests, a_term_stands_only_where_it_means_something, 0, G_N_ELEMENTS (places));
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  return np_test_run (suite ());
}
