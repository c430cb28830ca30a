/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

#include <string.h>

/* What the decisions of clinicians change. */

/* A named clinician may go ahead with what needs a decision, and with a deferral only where the catalogue says who may.
 */
static gboolean
allows_go_ahead (const NpAssessing *self, const NpFired *fired)
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
stands (const NpAssessing *self, const NpRuling *ruling, const NpFired *fired)
{
  g_autofree char *basis = NULL;

  if (ruling->finding != fired->finding || (ruling->verdict == NP_VERDICT_GO_AHEAD && !fired->ruling_allowed))
    return FALSE;
  if (ruling->basis == NULL)
    return TRUE;
  basis = np_assessment_basis (self->view.facts, fired);
  return strcmp (basis, ruling->basis) == 0;
}

/* No decision makes a finding milder than its class: what is absolute already stays as it is. */
static void
make_stricter (NpFired *fired, NpClass class)
{
  if (fired->class == NP_CLASS_ABSOLUTE)
    return;
  fired->effective = class;
  fired->clear_date = NP_DAY_NONE;
}

static void
apply_ruling (NpAssessing *self, NpFired *fired, int position)
{
  fired->ruling = position;
  switch (self->rulings[position].verdict)
    {
    case NP_VERDICT_GO_AHEAD:
      fired->effective = NP_CLASS_ADVISORY;
      fired->counts = FALSE;
      self->view.go_ahead = TRUE;
      break;
    case NP_VERDICT_WAIT:
      make_stricter (fired, NP_CLASS_DEFERRAL);
      break;
    case NP_VERDICT_DO_NOT_TREAT:
      make_stricter (fired, NP_CLASS_ABSOLUTE);
      break;
    }
}

/* Of several rulings on a finding the last that stands is in force. */
void
np_assess_rulings (NpAssessing *self)
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
