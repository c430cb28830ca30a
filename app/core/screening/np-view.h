/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-assessment.h"

G_BEGIN_DECLS

/* Facts as rules see them: the plan summed up, questions that the plan does not switch on left out. Private to
 * screening. */

/* of a finding, so far */
enum
{
  NP_FIRES_NOT,
  NP_FIRES,
  NP_FIRES_NOT_BUT_MET
};

typedef struct
{
  const NpFacts *facts;
  const NpCatalog *catalog;
  guint64 *states; /* per question; 0 where it is unanswered or not switched on. borrowed */
  guint64 told;    /* of what rules can need, what has something to tell */
  guint8 *fires;   /* per finding; nullable. borrowed */
  NpDay planned;
  int age;
  guint64 indications, areas; /* of all pairs */
  gboolean face, near_eye;
  gboolean go_ahead; /* a go-ahead decision is in force */

  const NpState *this_state; /* what this[] looks at */
  const NpEntry *this_entry;
} NpView;

/* `states` has room for every question and is filled here. */
void np_view_init (NpView *self, const NpFacts *facts, guint64 *states, guint8 *fires);
gboolean np_view_asks_question (const NpView *self, guint question);
gboolean np_view_asks_check (const NpView *self, guint check);

/* the wait that counts for an entry, and the day that it ends; NULL and NP_DAY_NONE where there is none */
const NpWait *np_view_wait (const NpView *self, const NpFinding *finding, const NpState *state, const NpEntry *entry);
NpDay np_view_clear_date (const NpView *self, const NpFinding *finding, const NpState *state, const NpEntry *entry);
/* the date of what an entry tells; FALSE where there is none */
gboolean np_state_event_field (const NpState *state, guint *field);

/* ---- between the files of the view ---- */

#define NP_VIEW_COMMON_STATES (NP_STATE_NO | NP_STATE_UNSURE | NP_STATE_NOT_APPLICABLE)

static inline gboolean
np_question_answered (const NpFacts *facts, guint question)
{
  const NpQuestion *asked = &facts->catalog->questions[question];
  guint64 enough = asked->needs_one_of == 0 ? G_MAXUINT64 : asked->needs_one_of | NP_STATE_UNSURE;

  return asked->is_birth_date ? facts->born != NP_DAY_NONE : (facts->answers[question].states & enough) != 0;
}

/* FALSE when nothing was told of what a rule needs; otherwise it has to be looked at */
static inline gboolean
np_view_tells (const NpView *self, guint64 needs)
{
  return needs == 0 || (needs & self->told) != 0;
}

/* a part of a rule, by its position */
gboolean np_view_term_holds (const NpView *self, const NpRule *rule, guint position);

/* a rule that is not set holds */
static inline gboolean
np_view_holds (const NpView *self, const NpRule *rule)
{
  return rule->n_terms == 0 || (np_view_tells (self, rule->needs) && np_view_term_holds (self, rule, rule->n_terms - 1u));
}

gboolean np_view_compares (NpCompare compare, int left, int right);
gboolean np_view_states_hold (const NpView *self, const NpRule *rule, const NpTerm *term);
gboolean np_view_this_holds (const NpView *self, const NpRule *rule, const NpTerm *term);
/* whether an entry of the answer is one that the term names */
gboolean np_view_entry_holds (const NpView *self, const NpRule *rule, const NpTerm *term, const NpEntry *entry);
gboolean np_view_entry_in_future (const NpView *self, const NpState *state, const NpEntry *entry);

G_END_DECLS
