/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assess-private.h"

/* What is still open. */

static void
add_open (NpAssessing *self, NpOpen *open, NpOpenKind kind, guint index)
{
  open[self->result->n_unanswered++] = (NpOpen){ .kind = kind, .index = (guint16) index };
}

void
np_assess_open (NpAssessing *self)
{
  const NpFacts *facts = self->view.facts;
  const NpCatalog *catalog = facts->catalog;
  NpOpen *open = np_arena_take_n (self->arena, NpOpen, catalog->n_questions + catalog->n_plan_checks + 5);

  self->result->unanswered = open;
  for (guint i = 0; i < catalog->n_questions; i++)
    if (!np_question_answered (facts, i) && np_view_asks_question (&self->view, i))
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
