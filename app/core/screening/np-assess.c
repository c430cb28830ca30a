/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-arena.h"
#include "np-view.h"

#include <string.h>

const char *const np_outcome_words[] = { "proceed", "incomplete", "refer", "defer", "do-not-proceed", NULL };
const char *const np_verdict_words[] = { "go-ahead", "wait", "do-not-treat", NULL };

enum
{
  FIRES_NOT,
  FIRES,
  FIRES_NOT_BUT_MET
};

/* An assessment in the making. */
typedef struct
{
  NpView view;
  NpArena *arena;
  const NpRuling *rulings;
  guint n_rulings;
  NpFired *fired; /* per finding until they are drawn together */
  NpMet *met;     /* per finding */
  NpAssessment *result;

  NpCause *causes; /* of the finding under consideration */
  guint n_causes, room_for_causes;
  NpCause few_causes[32];
} Work;

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
work_init (Work *self, const NpFacts *facts, const NpRuling *rulings, guint n_rulings)
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
  memset (fires, FIRES_NOT, catalog->n_findings);
  states = np_arena_take_n (self->arena, guint64, catalog->n_questions);
  np_view_init (&self->view, facts, states, fires);
  self->rulings = rulings;
  self->n_rulings = n_rulings;
  self->causes = self->few_causes;
  self->room_for_causes = G_N_ELEMENTS (self->few_causes);
  self->n_causes = 0;
}

static void
work_clear (Work *self)
{
  if (self->causes != self->few_causes)
    g_free (self->causes);
}

/* ---- causes ---- */

static gboolean
same_cause (const NpCause *a, const NpCause *b)
{
  return a->kind == b->kind && a->index == b->index && a->entry == b->entry;
}

static void
grow_causes (Work *self)
{
  NpCause *more = g_new (NpCause, self->room_for_causes * 2);

  memcpy (more, self->causes, sizeof *more * self->n_causes);
  work_clear (self);
  self->causes = more;
  self->room_for_causes *= 2;
}

static void
note_cause (const NpCause *cause, gpointer data)
{
  Work *self = data;

  for (guint i = 0; i < self->n_causes; i++)
    if (same_cause (&self->causes[i], cause))
      return;
  if (self->n_causes == self->room_for_causes)
    grow_causes (self);
  self->causes[self->n_causes++] = *cause;
}

static void
find_causes (Work *self, const NpFinding *finding)
{
  self->n_causes = 0;
  for (guint i = 0; i < finding->n_triggers; i++)
    np_view_foreach_cause (&self->view, &finding->triggers[i].when, note_cause, self);
}

static const NpCause *
keep_causes (Work *self)
{
  NpCause *kept = np_arena_take_n (self->arena, NpCause, self->n_causes);

  memcpy (kept, self->causes, sizeof *kept * self->n_causes);
  return kept;
}

static NpDay
latest_date (const Work *self)
{
  NpDay latest = NP_DAY_NONE;

  for (guint i = 0; i < self->n_causes; i++)
    latest = MAX (latest, self->causes[i].clear_date); /* none is the smallest */
  return latest;
}

/* ---- findings ---- */

static int
first_trigger (const Work *self, const NpFinding *finding)
{
  for (guint i = 0; i < finding->n_triggers; i++)
    if (np_view_holds (&self->view, &finding->triggers[i].when))
      return (int) i;
  return -1;
}

static gboolean
find_class (const Work *self, const NpFinding *finding, NpClass *class)
{
  for (guint i = 0; i < finding->n_classes; i++)
    if (np_view_holds (&self->view, &finding->classes[i].when))
      {
        *class = finding->classes[i].is;
        return TRUE;
      }
  return FALSE;
}

static gboolean
label_contraindicates (const Work *self, guint finding)
{
  const NpFacts *facts = self->view.facts;
  const NpDevice *device = facts->device < 0 ? NULL : &facts->catalog->devices[facts->device];

  for (guint i = 0; device != NULL && i < device->n_label_contraindications; i++)
    if (device->label_contraindications[i] == finding)
      return TRUE;
  return FALSE;
}

static void
settle_class (Work *self, guint index, NpFired *fired)
{
  if (fired->class < NP_CLASS_ABSOLUTE && label_contraindicates (self, index))
    {
      fired->class = NP_CLASS_ABSOLUTE;
      fired->by_label = TRUE;
    }
  fired->effective = fired->class;
}

static void
fire (Work *self, guint index, NpClass class, guint trigger, NpDay clear_date)
{
  NpFired *fired = &self->fired[index];

  *fired = (NpFired){
    .finding = (guint16) index,
    .class = class,
    .counts = TRUE,
    .ruling = -1,
    .clear_date = clear_date,
    .trigger = (guint16) trigger,
    .causes = keep_causes (self),
    .n_causes = (guint16) self->n_causes,
  };
  settle_class (self, index, fired);
  self->view.fires[index] = FIRES;
}

static void
note_met (Work *self, guint index)
{
  self->met[index] = (NpMet){
    .finding = (guint16) index,
    .clear_date = latest_date (self),
    .causes = keep_causes (self),
    .n_causes = (guint16) self->n_causes,
  };
  self->view.fires[index] = FIRES_NOT_BUT_MET;
}

/* Each entry that the trigger names counts for itself: by its date, without one, or not any more. What holds by an
 * entry without a date, or by something that has none, has no date as a whole. */
static void
assess_waiting (Work *self, guint index, const NpFinding *finding, NpClass class)
{
  int trigger;
  gboolean dateless;

  self->view.finding = finding;
  self->view.entries = NP_ENTRIES_UNMET;
  trigger = first_trigger (self, finding);
  if (trigger < 0)
    self->view.entries = NP_ENTRIES_ALL;
  find_causes (self, finding);
  if (trigger < 0)
    note_met (self, index);
  else
    {
      self->view.entries = NP_ENTRIES_UNDATED;
      dateless = first_trigger (self, finding) >= 0;
      fire (self, index, class, (guint) trigger, dateless ? NP_DAY_NONE : latest_date (self));
    }
  self->view.entries = NP_ENTRIES_ALL;
  self->view.finding = NULL;
}

static void
assess_finding (Work *self, guint index)
{
  const NpFinding *finding = &self->view.catalog->findings[index];
  int trigger = first_trigger (self, finding);
  NpClass class;

  if (trigger < 0 || !find_class (self, finding, &class))
    return;
  if (finding->n_waits > 0)
    {
      assess_waiting (self, index, finding, class);
      return;
    }
  find_causes (self, finding);
  fire (self, index, class, (guint) trigger, NP_DAY_NONE);
}

static void
assess_findings (Work *self)
{
  const NpCatalog *catalog = self->view.catalog;
  NpAssessment *result = self->result;

  for (guint i = 0; i < catalog->n_findings; i++)
    assess_finding (self, catalog->finding_order[i]);
  for (guint i = 0; i < catalog->n_findings; i++)
    {
      if (self->view.fires[i] == FIRES)
        self->fired[result->n_findings++] = self->fired[i];
      else if (self->view.fires[i] == FIRES_NOT_BUT_MET)
        self->met[result->n_met++] = self->met[i];
    }
  result->findings = self->fired;
  result->met = self->met;
}

/* ---- rulings ---- */

/* A named clinician may go ahead with what needs a decision, and with a deferral only where the catalogue says who may.
 */
static gboolean
allows_go_ahead (const Work *self, const NpFired *fired)
{
  const NpFinding *finding = &self->view.catalog->findings[fired->finding];

  switch (fired->class)
    {
    case NP_CLASS_RELATIVE:
      return finding->decision != NP_DECIDE_NONE;
    case NP_CLASS_DEFERRAL:
      return finding->decision == NP_DECIDE_OVERRIDE &&
             !(np_rule_is_set (&finding->override_unless) && np_view_holds (&self->view, &finding->override_unless));
    case NP_CLASS_ADVISORY:
    case NP_CLASS_ABSOLUTE:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
stands (const Work *self, const NpRuling *ruling, const NpFired *fired)
{
  g_autofree char *basis = NULL;

  if (ruling->finding != fired->finding || (ruling->verdict == NP_VERDICT_GO_AHEAD && !fired->ruling_allowed))
    return FALSE;
  if (ruling->basis == NULL)
    return TRUE;
  basis = np_assessment_basis (self->view.facts, fired);
  return strcmp (basis, ruling->basis) == 0;
}

static void
apply_ruling (Work *self, NpFired *fired, int position)
{
  fired->ruling = position;
  switch (self->rulings[position].verdict)
    {
    case NP_VERDICT_GO_AHEAD:
      fired->effective = NP_CLASS_ADVISORY;
      fired->counts = FALSE;
      self->view.go_ahead = TRUE;
      break;
    case NP_VERDICT_WAIT: /* no decision makes a finding milder than its class */
      fired->effective = MAX (fired->class, NP_CLASS_DEFERRAL);
      fired->clear_date = NP_DAY_NONE;
      break;
    case NP_VERDICT_DO_NOT_TREAT:
      fired->effective = NP_CLASS_ABSOLUTE;
      fired->clear_date = NP_DAY_NONE;
      break;
    }
}

/* Of several rulings on a finding the last that stands is in force. */
static void
apply_rulings (Work *self)
{
  for (guint i = 0; i < self->result->n_findings; i++)
    {
      NpFired *fired = &self->fired[i];
      int in_force = (int) self->n_rulings - 1;

      fired->ruling_allowed = allows_go_ahead (self, fired);
      while (in_force >= 0 && !stands (self, &self->rulings[in_force], fired))
        in_force--;
      if (in_force >= 0)
        apply_ruling (self, fired, in_force);
    }
}

/* ---- what is still open ---- */

static void
add_open (Work *self, NpOpen *open, NpOpenKind kind, guint index)
{
  open[self->result->n_unanswered++] = (NpOpen){ .kind = kind, .index = (guint16) index };
}

static void
find_open (Work *self)
{
  const NpFacts *facts = self->view.facts;
  const NpCatalog *catalog = facts->catalog;
  NpOpen *open = np_arena_take_n (self->arena, NpOpen, catalog->n_questions + catalog->n_plan_checks + 5);

  self->result->unanswered = open;
  for (guint i = 0; i < catalog->n_questions; i++)
    if (!np_facts_question_answered (facts, i) && np_view_asks_question (&self->view, i))
      add_open (self, open, NP_OPEN_QUESTION, i);
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    if (facts->checks[i] == NP_CHECK_UNANSWERED && np_view_asks_check (&self->view, i))
      add_open (self, open, NP_OPEN_CHECK, i);
  if (!facts->medicines_known)
    add_open (self, open, NP_OPEN_MEDICINES, 0);
  if (!facts->allergies_known)
    add_open (self, open, NP_OPEN_ALLERGIES, 0);
  if (facts->n_pairs == 0)
    add_open (self, open, NP_OPEN_PLAN, NP_PLAN_TREAT);
  if (facts->device < 0)
    add_open (self, open, NP_OPEN_PLAN, NP_PLAN_DEVICE);
  if (facts->anaesthetic < 0)
    add_open (self, open, NP_OPEN_PLAN, NP_PLAN_ANAESTHETIC);
}

/* ---- risks ---- */

static gsize
count_disclosures (const Work *self)
{
  gsize count = 0;

  for (guint i = 0; i < self->result->n_findings; i++)
    count += self->view.catalog->findings[self->fired[i].finding].n_discloses;
  return count;
}

/* Every disclosure that applies, in the order of the findings: which risk, by which finding. */
typedef struct
{
  guint16 risk, finding;
} Disclosed;

static guint
find_disclosed (const Work *self, Disclosed *disclosed)
{
  guint n = 0;

  for (guint i = 0; i < self->result->n_findings; i++)
    {
      const NpFinding *finding = &self->view.catalog->findings[self->fired[i].finding];

      for (guint d = 0; d < finding->n_discloses; d++)
        if (np_view_holds (&self->view, &finding->discloses[d].when))
          disclosed[n++] = (Disclosed){ finding->discloses[d].risk, self->fired[i].finding };
    }
  return n;
}

/* Gives each risk room for as many reasons as are disclosed for it, then fills them in. */
static void
sort_reasons (NpShownRisk *risks, guint n_risks, const Disclosed *disclosed, guint n_disclosed, guint16 *because)
{
  guint16 *rooms = because;

  for (guint i = 0; i < n_disclosed; i++)
    risks[disclosed[i].risk].n_because++;
  for (guint i = 0; i < n_risks; i++)
    {
      risks[i].because = rooms;
      rooms += risks[i].n_because;
      risks[i].n_because = 0;
    }
  for (guint i = 0; i < n_disclosed; i++)
    {
      NpShownRisk *risk = &risks[disclosed[i].risk];
      gsize end = (gsize) (risk->because - because) + risk->n_because;

      if (risk->n_because > 0 && because[end - 1] == disclosed[i].finding)
        continue;
      because[end] = disclosed[i].finding;
      risk->n_because++;
    }
}

static void
find_risks (Work *self)
{
  const NpCatalog *catalog = self->view.catalog;
  gsize count = count_disclosures (self);
  Disclosed *disclosed = np_arena_take_n (self->arena, Disclosed, count);
  guint16 *because = np_arena_take_n (self->arena, guint16, count);
  NpShownRisk *risks = np_arena_take_n (self->arena, NpShownRisk, catalog->n_risks);

  self->result->risks = risks;
  memset (risks, 0, sizeof *risks * catalog->n_risks);
  sort_reasons (risks, catalog->n_risks, disclosed, find_disclosed (self, disclosed), because);
  for (guint i = 0; i < catalog->n_risks; i++)
    {
      const NpRule *when = &catalog->risks[i].when;

      if (risks[i].n_because == 0 && !(np_rule_is_set (when) && np_view_holds (&self->view, when)))
        continue;
      risks[self->result->n_risks] = risks[i];
      risks[self->result->n_risks++].risk = (guint16) i;
    }
}

/* ---- remedies ---- */

static gsize
count_lifts (const Work *self)
{
  gsize count = 0;

  for (guint i = 0; i < self->result->n_findings; i++)
    count += self->view.catalog->findings[self->fired[i].finding].n_lifts;
  return count;
}

/* What the device's label rules out stays so under a change that only makes the class milder. */
static gboolean
may_be_lifted (const Work *self, const NpFired *fired)
{
  const NpFinding *finding = &self->view.catalog->findings[fired->finding];

  return fired->effective > NP_CLASS_ADVISORY &&
         (finding->n_classes == 1 || !label_contraindicates (self, fired->finding));
}

/* Changes of the plan, for the findings that stand in the way of it. */
static void
find_remedies (Work *self)
{
  NpRemedy *remedies = np_arena_take_n (self->arena, NpRemedy, count_lifts (self));

  self->result->remedies = remedies;
  for (guint i = 0; i < self->result->n_findings; i++)
    {
      const NpFired *fired = &self->fired[i];
      const NpFinding *finding = &self->view.catalog->findings[fired->finding];

      for (guint l = 0; may_be_lifted (self, fired) && l < finding->n_lifts; l++)
        if (np_view_holds (&self->view, &finding->lifts[l].when))
          remedies[self->result->n_remedies++] = (NpRemedy){ fired->finding, finding->lifts[l].change };
    }
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
overall_date (const Work *self)
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
settle_outcome (Work *self)
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
  Work work;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (rulings != NULL || n_rulings == 0, NULL);

  work_init (&work, facts, rulings, n_rulings);
  assess_findings (&work);
  apply_rulings (&work);
  find_open (&work);
  find_risks (&work);
  find_remedies (&work);
  settle_outcome (&work);
  work_clear (&work);
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
      fires[self->findings[i].finding] = FIRES;
      view.go_ahead |= !self->findings[i].counts;
    }
  return np_view_holds (&view, rule);
}
