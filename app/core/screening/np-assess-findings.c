/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

#include "np-rule-weigh.h"

/* Which findings fire or are met, as what, and since which facts. */

/* ---- causes ---- */

static const NpCause *
keep_causes (NpAssessing *self)
{
  NpCause *kept = np_arena_take_n (self->arena, NpCause, self->causes.n);

  for (guint i = 0; i < self->causes.n; i++)
    kept[i] = self->causes.all[i].is;
  return kept;
}

static NpDay
latest_date (const NpAssessing *self)
{
  NpDay latest = NP_DAY_NONE;

  for (guint i = 0; i < self->causes.n; i++)
    latest = MAX (latest, self->causes.all[i].is.clear_date); /* none is the smallest */
  return latest;
}

/* ---- findings ---- */

/* A finding holds as well as the best of its triggers; `trigger` is the first that is not met. */
static NpHold
weigh_triggers (NpAssessing *self, const NpFinding *finding, guint *trigger)
{
  NpHold best = NP_HOLDS_NOT;

  *trigger = 0;
  np_causes_begin (&self->causes, finding->n_waits > 0 ? finding : NULL);
  for (guint i = 0; i < finding->n_triggers; i++)
    {
      NpHold hold = np_rule_weigh (&self->view, &finding->triggers[i].when, &self->causes);

      if (hold > NP_HOLDS_MET && best <= NP_HOLDS_MET)
        *trigger = i;
      best = MAX (best, hold);
    }
  return best;
}

static gboolean
find_class (const NpAssessing *self, const NpFinding *finding, NpClass *class)
{
  for (guint i = 0; i < finding->n_classes; i++)
    if (np_view_holds (&self->view, &finding->classes[i].when))
      {
        *class = finding->classes[i].is;
        return TRUE;
      }
  return FALSE;
}

gboolean
np_assess_label_contraindicates (const NpAssessing *self, guint finding)
{
  const NpFacts *facts = self->view.facts;
  const NpDevice *device = facts->device < 0 ? NULL : &facts->catalog->devices[facts->device];

  for (guint i = 0; device != NULL && i < device->n_label_contraindications; i++)
    if (device->label_contraindications[i] == finding)
      return TRUE;
  return FALSE;
}

static void
settle_class (NpAssessing *self, guint index, NpFired *fired)
{
  if (fired->class < NP_CLASS_ABSOLUTE && np_assess_label_contraindicates (self, index))
    {
      fired->class = NP_CLASS_ABSOLUTE;
      fired->by_label = TRUE;
    }
  fired->effective = fired->class;
}

/* What holds by something that has no date has none as a whole. */
static void
fire (NpAssessing *self, guint index, NpClass class, guint trigger, NpHold hold)
{
  NpFired *fired = &self->fired[index];

  np_causes_keep (&self->causes, NP_HOLDS_DATED);
  *fired = (NpFired){
    .finding = (guint16) index,
    .class = class,
    .counts = TRUE,
    .ruling = -1,
    .clear_date = hold == NP_HOLDS_DATED ? latest_date (self) : NP_DAY_NONE,
    .trigger = (guint16) trigger,
    .causes = keep_causes (self),
    .n_causes = (guint16) self->causes.n,
  };
  settle_class (self, index, fired);
  self->view.fires[index] = NP_FIRES;
}

static void
note_met (NpAssessing *self, guint index)
{
  np_causes_keep (&self->causes, NP_HOLDS_MET);
  self->met[index] = (NpMet){
    .finding = (guint16) index,
    .clear_date = latest_date (self),
    .causes = keep_causes (self),
    .n_causes = (guint16) self->causes.n,
  };
  self->view.fires[index] = NP_FIRES_NOT_BUT_MET;
}

static void
assess_finding (NpAssessing *self, guint index)
{
  const NpFinding *finding = &self->view.catalog->findings[index];
  guint trigger;
  NpHold hold = weigh_triggers (self, finding, &trigger);
  NpClass class;

  if (hold == NP_HOLDS_NOT || !find_class (self, finding, &class))
    return;
  if (hold == NP_HOLDS_MET)
    note_met (self, index);
  else
    fire (self, index, class, trigger, hold);
}

void
np_assess_findings (NpAssessing *self)
{
  const NpCatalog *catalog = self->view.catalog;
  NpAssessment *result = self->result;

  for (guint i = 0; i < catalog->n_findings; i++)
    if (np_view_tells (&self->view, catalog->turns[i].needs))
      assess_finding (self, catalog->turns[i].finding);
  for (guint i = 0; i < catalog->n_findings; i++)
    {
      if (self->view.fires[i] == NP_FIRES)
        self->fired[result->n_findings++] = self->fired[i];
      else if (self->view.fires[i] == NP_FIRES_NOT_BUT_MET)
        self->met[result->n_met++] = self->met[i];
    }
  result->findings = self->fired;
  result->met = self->met;
}
