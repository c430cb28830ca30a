/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

#include <string.h>

/* What has to be told, and what of the plan could be changed. */

/* ---- risks ---- */

static gsize
count_disclosures (const NpAssessing *self)
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
find_disclosed (const NpAssessing *self, Disclosed *disclosed)
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

void
np_assess_risks (NpAssessing *self)
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
count_lifts (const NpAssessing *self)
{
  gsize count = 0;

  for (guint i = 0; i < self->result->n_findings; i++)
    count += self->view.catalog->findings[self->fired[i].finding].n_lifts;
  return count;
}

/* What the device's label rules out stays so under a change that only makes the class milder. */
static gboolean
may_be_lifted (const NpAssessing *self, const NpFired *fired)
{
  const NpFinding *finding = &self->view.catalog->findings[fired->finding];

  return fired->effective > NP_CLASS_ADVISORY &&
         (finding->n_classes == 1 || !np_assess_label_contraindicates (self, fired->finding));
}

/* Changes of the plan, for the findings that stand in the way of it. */
void
np_assess_remedies (NpAssessing *self)
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
