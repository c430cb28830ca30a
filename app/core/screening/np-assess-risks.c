/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

/* What has to be told, and what of the plan could be changed. */

/* ---- risks ---- */

/* The findings that disclose the risk here, each once. */
static guint
find_reasons (const NpView *view, const NpRisk *risk, guint16 *because)
{
  guint n = 0;

  for (guint i = 0; i < risk->n_disclosers; i++)
    {
      const NpDiscloser *one = &risk->disclosers[i];

      if (view->fires[one->finding] == NP_FIRES && (n == 0 || because[n - 1] != one->finding) &&
          np_view_holds (view, one->when))
        because[n++] = one->finding;
    }
  return n;
}

void
np_assess_risks (NpAssessing *self)
{
  const NpCatalog *catalog = self->view.catalog;
  guint16 *because = np_arena_take_n (self->arena, guint16, catalog->n_disclosers);
  NpShownRisk *risks = np_arena_take_n (self->arena, NpShownRisk, catalog->n_risks);

  self->result->risks = risks;
  for (guint i = 0; i < catalog->n_risks; i++)
    {
      const NpRisk *risk = &catalog->risks[i];
      guint n = find_reasons (&self->view, risk, because);

      if (n == 0 && !(np_rule_is_set (&risk->when) && np_view_holds (&self->view, &risk->when)))
        continue;
      risks[self->result->n_risks++] =
          (NpShownRisk){ .risk = (guint16) i, .because = because, .n_because = (guint16) n };
      because += n;
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

      for (guint l = 0; l < finding->n_lifts; l++)
        if (may_be_lifted (self, fired) && np_view_holds (&self->view, &finding->lifts[l].when))
          remedies[self->result->n_remedies++] = (NpRemedy){ fired->finding, finding->lifts[l].change };
    }
}
