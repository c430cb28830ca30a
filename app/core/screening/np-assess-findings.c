/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

#include <string.h>

/* Which findings fire or are met, as what, and since which facts. */

/* ---- causes ---- */

static gboolean
same_cause (const NpCause *a, const NpCause *b)
{
  return a->kind == b->kind && a->index == b->index && a->entry == b->entry;
}

static void
grow_causes (NpAssessing *self)
{
  NpCause *more = g_new (NpCause, self->room_for_causes * 2);

  memcpy (more, self->causes, sizeof *more * self->n_causes);
  np_assessing_clear (self);
  self->causes = more;
  self->room_for_causes *= 2;
}

static void
note_cause (const NpCause *cause, gpointer data)
{
  NpAssessing *self = data;

  for (guint i = 0; i < self->n_causes; i++)
    if (same_cause (&self->causes[i], cause))
      return;
  if (self->n_causes == self->room_for_causes)
    grow_causes (self);
  self->causes[self->n_causes++] = *cause;
}

static void
find_causes (NpAssessing *self, const NpFinding *finding)
{
  self->n_causes = 0;
  for (guint i = 0; i < finding->n_triggers; i++)
    np_view_foreach_cause (&self->view, &finding->triggers[i].when, note_cause, self);
}

static const NpCause *
keep_causes (NpAssessing *self)
{
  NpCause *kept = np_arena_take_n (self->arena, NpCause, self->n_causes);

  memcpy (kept, self->causes, sizeof *kept * self->n_causes);
  return kept;
}

static NpDay
latest_date (const NpAssessing *self)
{
  NpDay latest = NP_DAY_NONE;

  for (guint i = 0; i < self->n_causes; i++)
    latest = MAX (latest, self->causes[i].clear_date); /* none is the smallest */
  return latest;
}

/* ---- findings ---- */

static int
first_trigger (const NpAssessing *self, const NpFinding *finding)
{
  for (guint i = 0; i < finding->n_triggers; i++)
    if (np_view_holds (&self->view, &finding->triggers[i].when))
      return (int) i;
  return -1;
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

static void
fire (NpAssessing *self, guint index, NpClass class, guint trigger, NpDay clear_date)
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
  self->view.fires[index] = NP_FIRES;
}

static void
note_met (NpAssessing *self, guint index)
{
  self->met[index] = (NpMet){
    .finding = (guint16) index,
    .clear_date = latest_date (self),
    .causes = keep_causes (self),
    .n_causes = (guint16) self->n_causes,
  };
  self->view.fires[index] = NP_FIRES_NOT_BUT_MET;
}

/* Each entry that the trigger names counts for itself: by its date, without one, or not any more. What holds by an
 * entry without a date, or by something that has none, has no date as a whole. */
static void
assess_waiting (NpAssessing *self, guint index, const NpFinding *finding, NpClass class)
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
assess_finding (NpAssessing *self, guint index)
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

void
np_assess_findings (NpAssessing *self)
{
  const NpCatalog *catalog = self->view.catalog;
  NpAssessment *result = self->result;

  for (guint i = 0; i < catalog->n_findings; i++)
    assess_finding (self, catalog->finding_order[i]);
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
