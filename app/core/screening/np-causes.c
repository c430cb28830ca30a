/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-causes.h"

#include <string.h>

void
np_causes_init (NpCauses *self)
{
  self->waiting = NULL;
  self->all = self->few;
  self->n = 0;
  self->room = G_N_ELEMENTS (self->few);
}

void
np_causes_clear (NpCauses *self)
{
  if (self->all != self->few)
    g_free (self->all);
}

void
np_causes_begin (NpCauses *self, const NpFinding *waiting)
{
  self->waiting = waiting;
  self->n = 0;
}

static void
grow (NpCauses *self)
{
  NpHoldingCause *more = g_new (NpHoldingCause, self->room * 2);

  memcpy (more, self->all, sizeof *more * self->n);
  np_causes_clear (self);
  self->all = more;
  self->room *= 2;
}

static void
append (NpCauses *self, NpCause cause, NpHold hold)
{
  if (self->n == self->room)
    grow (self);
  self->all[self->n++] = (NpHoldingCause){ cause, hold };
}

void
np_causes_add (NpCauses *self, NpCauseKind kind, guint index, int entry)
{
  append (self, (NpCause){ kind, (guint16) index, (gint16) entry, NP_DAY_NONE }, NP_HOLDS_DATELESS);
}

void
np_causes_add_entry (NpCauses *self, guint question, guint entry, NpDay clear_date, NpHold hold)
{
  append (self, (NpCause){ NP_CAUSE_QUESTION, (guint16) question, (gint16) entry, clear_date }, hold);
}

void
np_causes_limit (NpCauses *self, guint mark, NpHold hold)
{
  if (hold == NP_HOLDS_NOT)
    self->n = mark;
  for (guint i = mark; i < self->n; i++)
    self->all[i].hold = MIN (self->all[i].hold, hold);
}

static gboolean
is_among (const NpHoldingCause *first, guint n, const NpCause *cause)
{
  for (guint i = 0; i < n; i++)
    if (first[i].is.kind == cause->kind && first[i].is.index == cause->index && first[i].is.entry == cause->entry)
      return TRUE;
  return FALSE;
}

void
np_causes_keep (NpCauses *self, NpHold least)
{
  guint kept = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->all[i].hold >= least && !is_among (self->all, kept, &self->all[i].is))
      self->all[kept++] = self->all[i];
  self->n = kept;
}
