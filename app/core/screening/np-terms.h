/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-causes.h"
#include "np-view.h"

G_BEGIN_DECLS

/* What each kind of term means: when it holds, and which facts then are the causes. Private to screening. */

typedef struct
{
  gboolean (*holds) (const NpView *view, const NpTerm *term);
  void (*give_causes) (const NpView *view, const NpTerm *term, NpCauses *causes); /* NULL: it explains nothing */
} NpTermMeaning;

extern const NpTermMeaning np_person_terms[NP_FIRST_PLAN_TERM];
extern const NpTermMeaning np_plan_terms[NP_N_TERM_KINDS - NP_FIRST_PLAN_TERM];

/* Of the terms that stand for a fact. What joins others, and what looks at the entries of an answer, has no meaning here. */
static inline const NpTermMeaning *
np_term_meaning (const NpTerm *term)
{
  return term->kind < NP_FIRST_PLAN_TERM ? &np_person_terms[term->kind]
                                         : &np_plan_terms[term->kind - NP_FIRST_PLAN_TERM];
}

G_END_DECLS
