/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules that can never hold, and cases that can never be reached, as far as that can be decided: one thing at a time
 * (device, anaesthetic, needle material, age, face, eye) is tried with each of its values while everything else may be
 * as it likes. */

#include "np-catalog-load.h"

typedef enum
{
  ANYTHING,
  DEVICE,
  ANAESTHETIC,
  MATERIAL,
  AGE,
  FACE,
  NEAR_EYE,
  N_THINGS
} Thing;
typedef struct
{
  Thing thing;
  guint value;
} Case;
/* whether a rule can come out true, and whether it can come out false */
typedef struct
{
  gboolean yes, no;
} Can;

#define LATEST_AGE 130

static guint
n_values (const NpCatalog *catalog, Thing thing)
{
  switch (thing)
    {
    case ANYTHING:
      return 1;
    case DEVICE:
      return MAX (catalog->n_devices, 1);
    case ANAESTHETIC:
      return MAX (catalog->n_anaesthetics, 1);
    case MATERIAL:
      return catalog->needle_materials.n_items + 1; /* the last: not stated */
    case AGE:
      return LATEST_AGE;
    case FACE:
    case NEAR_EYE:
      return 2;
    case N_THINGS:
      break;
    }
  return 0;
}

static Can
sure (gboolean holds)
{
  return (Can){ holds, !holds };
}

static gboolean
compares (int value, NpCompare compare, int number)
{
  switch (compare)
    {
    case NP_COMPARE_LESS:
      return value < number;
    case NP_COMPARE_AT_MOST:
      return value <= number;
    case NP_COMPARE_EQUAL:
      return value == number;
    case NP_COMPARE_NOT:
      return value != number;
    case NP_COMPARE_AT_LEAST:
      return value >= number;
    case NP_COMPARE_MORE:
      return value > number;
    }
  return FALSE;
}

/* The material `not stated` lies beyond all bits, so bare `needle-material` holds for the others only. */
static Can
can_leaf (const NpCatalog *catalog, const NpTerm *term, Case it)
{
  if (term->kind == NP_TERM_ALWAYS)
    return sure (TRUE);
  if (term->kind == NP_TERM_DEVICE && it.thing == DEVICE)
    return sure (term->index == it.value);
  if (term->kind == NP_TERM_ANAESTHETIC && it.thing == ANAESTHETIC)
    return sure ((term->mask & NP_STATE_BIT (it.value)) != 0);
  if (term->kind == NP_TERM_MATERIAL && it.thing == MATERIAL)
    return sure (it.value < catalog->needle_materials.n_items && (term->mask & NP_STATE_BIT (it.value)) != 0);
  if (term->kind == NP_TERM_AGE && it.thing == AGE)
    return sure (compares ((int) it.value, term->compare, term->number));
  if (term->kind == NP_TERM_FACE && it.thing == FACE)
    return sure (it.value == 1);
  if (term->kind == NP_TERM_NEAR_EYE && it.thing == NEAR_EYE)
    return sure (it.value == 1);
  return (Can){ TRUE, TRUE };
}

static Can
can_term (const NpCatalog *catalog, const NpTerm *term, const Can *known, Case it)
{
  Can left = known[term->left];
  Can right = known[term->right];

  if (term->kind == NP_TERM_NOT)
    return (Can){ left.no, left.yes };
  if (term->kind == NP_TERM_AND)
    return (Can){ left.yes && right.yes, left.no || right.no };
  if (term->kind == NP_TERM_OR)
    return (Can){ left.yes || right.yes, left.no && right.no };
  return can_leaf (catalog, term, it);
}

/* Terms stand after the terms they join, so one walk from the front does it. */
static Can
can_rule (const NpCatalog *catalog, const NpRule *rule, Case it)
{
  g_autofree Can *known = NULL;

  if (!np_rule_is_set (rule))
    return sure (TRUE);
  known = g_new0 (Can, rule->n_terms);
  for (guint i = 0; i < rule->n_terms; i++)
    known[i] = can_term (catalog, &rule->terms[i], known, it);
  return known[rule->n_terms - 1];
}

static gboolean
mentions (const NpRule *rule, Thing thing)
{
  static const NpTermKind kinds[N_THINGS] = { NP_TERM_ALWAYS, NP_TERM_DEVICE, NP_TERM_ANAESTHETIC, NP_TERM_MATERIAL,
                                              NP_TERM_AGE,    NP_TERM_FACE,   NP_TERM_NEAR_EYE };

  for (guint i = 0; i < rule->n_terms; i++)
    if (rule->terms[i].kind == kinds[thing])
      return TRUE;
  return thing == ANYTHING;
}

/* What is checked together: the rules under which something is considered at all, the rules tried before it, and its
 * own. */
typedef struct
{
  const NpFinding *finding;
  const NpRule *const *before;
  guint n_before;
  const NpRule *own;
} Reach;

static gboolean
triggered (const NpCatalog *catalog, const NpFinding *finding, Case it)
{
  gboolean any = finding == NULL;

  for (guint i = 0; !any && i < finding->n_triggers; i++)
    any = can_rule (catalog, &finding->triggers[i].when, it).yes;
  return any;
}

static gboolean
reached_in (const NpCatalog *catalog, const Reach *reach, Case it)
{
  if (!can_rule (catalog, reach->own, it).yes || !triggered (catalog, reach->finding, it))
    return FALSE;
  for (guint i = 0; i < reach->n_before; i++)
    if (!can_rule (catalog, reach->before[i], it).no)
      return FALSE;
  return TRUE;
}

static gboolean
is_mentioned (const Reach *reach, Thing thing)
{
  gboolean found = mentions (reach->own, thing);

  for (guint i = 0; !found && reach->finding != NULL && i < reach->finding->n_triggers; i++)
    found = mentions (&reach->finding->triggers[i].when, thing);
  for (guint i = 0; !found && i < reach->n_before; i++)
    found = mentions (reach->before[i], thing);
  return found;
}

static gboolean
can_be_reached (const NpCatalog *catalog, const Reach *reach)
{
  for (Thing thing = ANYTHING; thing < N_THINGS; thing++)
    {
      gboolean any = !is_mentioned (reach, thing);

      for (guint value = 0; !any && value < n_values (catalog, thing); value++)
        any = reached_in (catalog, reach, (Case){ thing, value });
      if (!any)
        return FALSE;
    }
  return TRUE;
}

static void check (NpLoad *load, const Reach *reach, NpFile file, const char *what, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

static void
check (NpLoad *load, const Reach *reach, NpFile file, const char *what, const char *format, ...)
{
  g_autofree char *pointer = NULL;
  va_list args;

  if (can_be_reached (load->catalog, reach))
    return;
  va_start (args, format);
  pointer = g_strdup_vprintf (format, args);
  va_end (args);
  np_problems_add (load->problems, load->paths[file], pointer, "%s", what);
}

#define NEVER "this rule can never hold: its terms contradict each other"
#define NEVER_HERE "this can never be reached: what stands before it, or the finding's own rule, excludes it"

static void
check_triggers (NpLoad *load, guint index)
{
  const NpFinding *finding = &load->catalog->findings[index];

  for (guint i = 0; i < finding->n_triggers; i++)
    {
      Reach reach = { .own = &finding->triggers[i].when };

      if (finding->triggers[i].id == NULL)
        check (load, &reach, NP_FILE_FINDINGS, NEVER, "/findings/%u/when", index);
      else
        check (load, &reach, NP_FILE_FINDINGS, NEVER, "/findings/%u/when_any/%u/when", index, i);
    }
}

static void
check_cases (NpLoad *load, guint index)
{
  const NpFinding *finding = &load->catalog->findings[index];
  g_autofree const NpRule **before = g_new0 (const NpRule *, finding->n_classes + finding->n_waits + 1);

  for (guint i = 0; i < finding->n_classes; i++)
    {
      Reach reach = { finding, before, i, &finding->classes[i].when };

      if (finding->n_classes > 1)
        check (load, &reach, NP_FILE_FINDINGS, NEVER_HERE, "/findings/%u/class/%u", index, i);
      before[i] = &finding->classes[i].when;
    }
  for (guint i = 0; i < finding->n_waits; i++)
    {
      Reach reach = { finding, before, i, &finding->waits[i].when };

      check (load, &reach, NP_FILE_FINDINGS, NEVER_HERE, "/findings/%u/wait/%u", index, i);
      before[i] = &finding->waits[i].when;
    }
}

static void
check_consequences (NpLoad *load, guint index)
{
  const NpFinding *finding = &load->catalog->findings[index];

  for (guint i = 0; i < finding->n_discloses; i++)
    {
      Reach reach = { .finding = finding, .own = &finding->discloses[i].when };

      check (load, &reach, NP_FILE_FINDINGS, NEVER_HERE, "/findings/%u/discloses/%u", index, i);
    }
  for (guint i = 0; i < finding->n_lifts; i++)
    {
      Reach reach = { .finding = finding, .own = &finding->lifts[i].when };

      check (load, &reach, NP_FILE_FINDINGS, NEVER_HERE, "/findings/%u/lifted_by/%u", index, i);
    }
}

static void
check_alone (NpLoad *load, const NpRule *rule, NpFile file, const char *list, guint index)
{
  Reach reach = { .own = rule };

  check (load, &reach, file, NEVER, "/%s/%u/when", list, index);
}

static void
check_alternatives (NpLoad *load, guint index)
{
  const NpItems *alternatives = &load->catalog->indications[index].alternatives;

  for (guint i = 0; i < alternatives->n_items; i++)
    {
      Reach reach = { .own = &alternatives->items[i].when };

      check (load, &reach, NP_FILE_INDICATIONS, NEVER, "/indications/%u/alternatives/%u/when", index, i);
    }
}

void
np_load_check_reach (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;

  for (guint i = 0; i < catalog->n_indications; i++)
    check_alternatives (load, i);
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    check_alone (load, &catalog->plan_checks[i].when, NP_FILE_DEVICES, "plan_checks", i);
  for (guint i = 0; i < catalog->n_questions; i++)
    {
      Reach by_itself = { .own = &catalog->questions[i].by_itself };

      check_alone (load, &catalog->questions[i].when, NP_FILE_QUESTIONS, "questions", i);
      check (load, &by_itself, NP_FILE_QUESTIONS, NEVER, "/questions/%u/by_itself", i);
    }
  for (guint i = 0; i < catalog->n_findings; i++)
    {
      check_triggers (load, i);
      check_cases (load, i);
      check_consequences (load, i);
    }
  for (guint i = 0; i < catalog->n_risks; i++)
    check_alone (load, &catalog->risks[i].when, NP_FILE_RISKS, "risks", i);
  for (guint i = 0; i < catalog->n_information; i++)
    check_alone (load, &catalog->information[i].when, NP_FILE_INFORMATION, "information", i);
  for (guint i = 0; i < catalog->n_aftercare; i++)
    check_alone (load, &catalog->aftercare[i].when, NP_FILE_INFORMATION, "aftercare", i);
  for (guint i = 0; i < catalog->n_cooling_off; i++)
    check_alone (load, &catalog->cooling_off[i].when, NP_FILE_INFORMATION, "cooling_off", i);
  for (guint i = 0; i < catalog->n_teach_back; i++)
    check_alone (load, &catalog->teach_back[i].when, NP_FILE_TEACH_BACK, "questions", i);
}
