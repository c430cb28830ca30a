/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-terms.h"

/* Terms about the person: answers as a whole, the lists, the age, and what was found and decided before. */

static gboolean
two_states (const NpView *view, const NpTerm *term)
{
  guint64 states = view->states[term->index] & term->mask;

  return (states & (states - 1)) != 0;
}

static void
give_answer (const NpView *view G_GNUC_UNUSED, const NpTerm *term, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_QUESTION, term->index, -1);
}

/* ---- medicines and allergies ---- */

static void
give_groups (NpCauses *causes, NpCauseKind kind, guint64 groups)
{
  for (guint i = 0; groups != 0; i++, groups >>= 1)
    if ((groups & 1) != 0)
      np_causes_add (causes, kind, i, -1);
}

static gboolean
takes_medicine (const NpView *view, const NpTerm *term)
{
  return (view->facts->medicine_groups & term->mask) != 0;
}

static void
give_medicines (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_groups (causes, NP_CAUSE_MEDICINES, view->facts->medicine_groups & term->mask);
}

static gboolean
takes_no_medicines (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  return view->facts->medicines_known && view->facts->n_medicines == 0;
}

static void
give_no_medicines (const NpView *view G_GNUC_UNUSED, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_MEDICINES, NP_CAUSE_EMPTY_LIST, -1);
}

static gboolean
has_allergy (const NpView *view, const NpTerm *term)
{
  return (view->facts->allergy_groups & term->mask) != 0;
}

static void
give_allergies (const NpView *view, const NpTerm *term, NpCauses *causes)
{
  give_groups (causes, NP_CAUSE_ALLERGIES, view->facts->allergy_groups & term->mask);
}

static gboolean
has_no_allergies (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  return view->facts->allergies_known && view->facts->n_allergies == 0;
}

static void
give_no_allergies (const NpView *view G_GNUC_UNUSED, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_ALLERGIES, NP_CAUSE_EMPTY_LIST, -1);
}

/* The allergy groups of the products that are planned. */
static guint64
groups_of_topicals (const NpView *view)
{
  guint64 groups = 0;

  for (guint i = 0; view->facts->allergy_groups != 0 && i < view->catalog->n_allergy_groups; i++)
    {
      int topical = view->catalog->allergy_groups[i].topical;

      if (topical >= 0 && (view->facts->topicals & NP_STATE_BIT (topical)) != 0)
        groups |= view->facts->allergy_groups & NP_STATE_BIT (i);
    }
  return groups;
}

static gboolean
allergic_to_topical (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  return groups_of_topicals (view) != 0;
}

static void
give_topical_allergies (const NpView *view, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  give_groups (causes, NP_CAUSE_ALLERGIES, groups_of_topicals (view));
}

/* ---- age and dates ---- */

static gboolean
age_compares (const NpView *view, const NpTerm *term)
{
  return view->age >= 0 && np_view_compares (term->compare, view->age, term->number);
}

static void
give_age (const NpView *view G_GNUC_UNUSED, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_AGE, 0, -1);
}

/* Whether something past is dated after today; `causes` (nullable) is given all of it. */
static gboolean
find_future_dates (const NpView *view, NpCauses *causes)
{
  gboolean found = FALSE;

  for (guint q = 0; q < view->catalog->n_questions; q++)
    {
      const NpAnswerFacts *answer = &view->facts->answers[q];
      const NpState *states = view->catalog->questions[q].states;

      for (guint i = 0; view->states[q] != 0 && i < answer->n_entries; i++)
        if (np_view_entry_in_future (view, &states[answer->entries[i].state], &answer->entries[i]))
          {
            found = TRUE;
            if (causes != NULL)
              np_causes_add (causes, NP_CAUSE_QUESTION, q, (int) i);
          }
    }
  return found;
}

static gboolean
date_in_future (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  return find_future_dates (view, NULL);
}

static void
give_future_dates (const NpView *view, const NpTerm *term G_GNUC_UNUSED, NpCauses *causes)
{
  find_future_dates (view, causes);
}

/* ---- what was found and decided ---- */

static gboolean
finding_fires (const NpView *view, const NpTerm *term)
{
  return view->fires != NULL && view->fires[term->index] == NP_FIRES;
}

static void
give_finding (const NpView *view G_GNUC_UNUSED, const NpTerm *term, NpCauses *causes)
{
  np_causes_add (causes, NP_CAUSE_FINDING, term->index, -1);
}

static gboolean
went_ahead (const NpView *view, const NpTerm *term G_GNUC_UNUSED)
{
  return view->go_ahead;
}

const NpTermMeaning np_person_terms[NP_FIRST_PLAN_TERM] = {
  [NP_TERM_TWO_OF] = { two_states, give_answer },
  [NP_TERM_MEDICINE] = { takes_medicine, give_medicines },
  [NP_TERM_ALLERGY] = { has_allergy, give_allergies },
  [NP_TERM_ALLERGY_TO_TOPICAL] = { allergic_to_topical, give_topical_allergies },
  [NP_TERM_NO_MEDICINES] = { takes_no_medicines, give_no_medicines },
  [NP_TERM_NO_ALLERGIES] = { has_no_allergies, give_no_allergies },
  [NP_TERM_AGE] = { age_compares, give_age },
  [NP_TERM_DATE_IN_FUTURE] = { date_in_future, give_future_dates },
  [NP_TERM_FINDING] = { finding_fires, give_finding },
  [NP_TERM_GO_AHEAD] = { went_ahead, NULL },
};
