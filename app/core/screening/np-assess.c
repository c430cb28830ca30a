/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

#include <string.h>

const char *const np_outcome_words[] = { "proceed", "incomplete", "refer", "defer", "do-not-proceed", NULL };
const char *const np_verdict_words[] = { "go-ahead", "wait", "do-not-treat", NULL };

static gsize
room_needed (const NpCatalog *catalog)
{
  gsize room = sizeof (NpAssessment) + catalog->n_questions * sizeof (guint64) + catalog->n_findings;

  room += catalog->n_findings * (sizeof (NpFired) + sizeof (NpMet));
  room += catalog->n_risks * sizeof (NpShownRisk);
  room += (catalog->n_questions + catalog->n_plan_checks + 8) * sizeof (NpOpen);
  return room + 4096; /* causes, reasons and remedies of a usual number of findings */
}

static void
work_init (NpAssessing *self, const NpFacts *facts, const NpRuling *rulings, guint n_rulings)
{
  const NpCatalog *catalog = facts->catalog;
  guint8 *fires;
  guint64 *states;

  self->arena = np_arena_new (room_needed (catalog));
  self->result = np_arena_take_n (self->arena, NpAssessment, 1);
  memset (self->result, 0, sizeof *self->result);
  self->result->catalog = catalog;
  self->result->memory = self->arena;
  self->fired = np_arena_take_n (self->arena, NpFired, catalog->n_findings);
  self->met = np_arena_take_n (self->arena, NpMet, catalog->n_findings);
  fires = np_arena_take_n (self->arena, guint8, catalog->n_findings);
  memset (fires, NP_FIRES_NOT, catalog->n_findings);
  states = np_arena_take_n (self->arena, guint64, catalog->n_questions);
  np_view_init (&self->view, facts, states, fires);
  self->rulings = rulings;
  self->n_rulings = n_rulings;
  np_causes_init (&self->causes);
}

/* ---- outcome ---- */

static NpOutcome
outcome_of_class (NpClass class)
{
  switch (class)
    {
    case NP_CLASS_ADVISORY:
      return NP_OUTCOME_PROCEED;
    case NP_CLASS_RELATIVE:
      return NP_OUTCOME_REFER;
    case NP_CLASS_DEFERRAL:
      return NP_OUTCOME_DEFER;
    case NP_CLASS_ABSOLUTE:
      return NP_OUTCOME_DO_NOT_PROCEED;
    }
  g_return_val_if_reached (NP_OUTCOME_DO_NOT_PROCEED);
}

/* The latest day of the deferrals that count; none when one of them has none. */
static NpDay
overall_date (const NpAssessing *self)
{
  NpDay latest = NP_DAY_NONE;

  for (guint i = 0; i < self->result->n_findings; i++)
    {
      const NpFired *fired = &self->fired[i];

      if (fired->effective != NP_CLASS_DEFERRAL)
        continue;
      if (fired->clear_date == NP_DAY_NONE)
        return NP_DAY_NONE;
      latest = MAX (latest, fired->clear_date);
    }
  return latest;
}

static void
settle_outcome (NpAssessing *self)
{
  NpAssessment *result = self->result;

  result->outcome = result->n_unanswered > 0 ? NP_OUTCOME_INCOMPLETE : NP_OUTCOME_PROCEED;
  for (guint i = 0; i < result->n_findings; i++)
    result->outcome = MAX (result->outcome, outcome_of_class (self->fired[i].effective));
  result->clear_date = result->outcome == NP_OUTCOME_DEFER ? overall_date (self) : NP_DAY_NONE;
  result->for_signature = result->outcome == NP_OUTCOME_PROCEED;
}

/**
 * np_assess:
 * @facts: everything the consultation knows
 * @rulings: (array length=n_rulings) (nullable): the clinicians' decisions, in the order they were made
 * @n_rulings: how many
 *
 * Works out what follows from the facts: which findings fire and since when they do not any more, which risks are to be
 * told and why, what is still open, and the headline (clinical brief 0.4). Pure and recomputed whole: nothing of an
 * earlier assessment is kept.
 *
 * Returns: (transfer full): the assessment, referring to the catalogue but not to the facts
 */
NpAssessment *
np_assess (const NpFacts *facts, const NpRuling *rulings, guint n_rulings)
{
  NpAssessing work;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (rulings != NULL || n_rulings == 0, NULL);

  work_init (&work, facts, rulings, n_rulings);
  np_assess_findings (&work);
  np_assess_rulings (&work);
  np_assess_open (&work);
  np_assess_risks (&work);
  np_assess_remedies (&work);
  settle_outcome (&work);
  np_causes_clear (&work.causes);
  return work.result;
}

/**
 * np_assessment_free:
 * @self: (transfer full) (nullable): an assessment
 */
void
np_assessment_free (NpAssessment *self)
{
  if (self != NULL)
    np_arena_free (self->memory);
}

/**
 * np_assessment_find:
 * @self: an assessment
 * @finding: position of a finding in the catalogue
 *
 * Returns: (transfer none) (nullable): the finding as it fired, or %NULL when it did not
 */
const NpFired *
np_assessment_find (const NpAssessment *self, guint finding)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_findings; i++)
    if (self->findings[i].finding == finding)
      return &self->findings[i];
  return NULL;
}

/**
 * np_assessment_holds:
 * @self: an assessment
 * @facts: the facts it was made from
 * @rule: a rule of the same catalogue
 *
 * For the rules that stand beside the assessment: what is told, aftercare, time to think, teach-back.
 *
 * Returns: whether the rule holds; %TRUE for one that is not set
 */
gboolean
np_assessment_holds (const NpAssessment *self, const NpFacts *facts, const NpRule *rule)
{
  g_autofree guint64 *states = NULL;
  g_autofree guint8 *fires = NULL;
  NpView view;

  g_return_val_if_fail (self != NULL && facts != NULL && rule != NULL, FALSE);

  states = g_new (guint64, self->catalog->n_questions);
  fires = g_new0 (guint8, self->catalog->n_findings);
  np_view_init (&view, facts, states, fires);
  for (guint i = 0; i < self->n_findings; i++)
    {
      fires[self->findings[i].finding] = NP_FIRES;
      view.go_ahead |= !self->findings[i].counts;
    }
  return np_view_holds (&view, rule);
}
