/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog-load.h"

/* Findings may name findings, so they are evaluated in an order in which each comes after those that it names. */

typedef enum
{
  UNSEEN,
  OPEN,
  DONE
} Mark;
typedef struct
{
  NpLoad *load;
  Mark *marks;
  NpTurn *turns;
  guint n;
} Walk;

static void visit (Walk *walk, guint finding);

static void
visit_rule (Walk *walk, const NpRule *rule)
{
  for (guint i = 0; i < rule->n_terms; i++)
    if (rule->terms[i].kind == NP_TERM_FINDING)
      visit (walk, rule->terms[i].index);
}

static void
visit_named (Walk *walk, const NpFinding *finding)
{
  for (guint i = 0; i < finding->n_triggers; i++)
    visit_rule (walk, &finding->triggers[i].when);
  for (guint i = 0; i < finding->n_classes; i++)
    visit_rule (walk, &finding->classes[i].when);
  for (guint i = 0; i < finding->n_waits; i++)
    visit_rule (walk, &finding->waits[i].when);
  for (guint i = 0; i < finding->n_lifts; i++)
    visit_rule (walk, &finding->lifts[i].when);
  for (guint i = 0; i < finding->n_discloses; i++)
    visit_rule (walk, &finding->discloses[i].when);
  visit_rule (walk, &finding->override_unless);
}

/* Of any of its triggers. */
static guint64
needs_of (const NpFinding *finding)
{
  guint64 needs = 0;

  for (guint i = 0; i < finding->n_triggers; i++)
    {
      if (finding->triggers[i].when.needs == 0)
        return 0;
      needs |= finding->triggers[i].when.needs;
    }
  return needs;
}

static void
visit (Walk *walk, guint finding)
{
  const NpFinding *visited = &walk->load->catalog->findings[finding];
  g_autofree char *pointer = NULL;

  if (walk->marks[finding] == DONE)
    return;
  if (walk->marks[finding] == OPEN)
    {
      pointer = g_strdup_printf ("/findings/%u", finding);
      np_problems_add (walk->load->problems, walk->load->paths[NP_FILE_FINDINGS], pointer,
                       "finding(...) leads back to this finding: take it out of the circle");
      return;
    }
  walk->marks[finding] = OPEN;
  visit_named (walk, visited);
  walk->marks[finding] = DONE;
  walk->turns[walk->n++] = (NpTurn){ .needs = needs_of (visited), .finding = (guint16) finding };
}

void
np_load_order_findings (NpLoad *load)
{
  guint n = load->catalog->n_findings;
  Walk walk = { .load = load, .marks = g_new0 (Mark, n + 1), .turns = g_new0 (NpTurn, n + 1) };

  for (guint i = 0; i < n; i++)
    visit (&walk, i);
  g_free (walk.marks);
  load->catalog->turns = walk.turns;
}
