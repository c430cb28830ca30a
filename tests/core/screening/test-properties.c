/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-assessment.h"
#include "np-json-write.h"
#include "np-notation.h"
#include "np-screened.h"

#include <string.h>

/* What has to hold of every assessment, tried on facts made by chance from a seed: 20 seeds of 1000 fact sets each. */

#define SEEDS 20
#define SETS 1000

/* ---- facts by chance ---- */

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static guint
below (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static NpDate
some_date (GRand *rand, NpDay today)
{
  NpDate date =
      np_date_of_day (today - (NpDay) below (rand, chance (rand, 50) ? 40 : 700) + (chance (rand, 5) ? 60 : 0));

  if (chance (rand, 15))
    date.day = 0;
  if (chance (rand, 5))
    date.day = date.month = 0;
  return date;
}

static void
fill_field (GRand *rand, NpEntry *entry, guint position, const NpField *field, NpDay today)
{
  guint n_options = field->from_topicals ? catalog->n_topicals : field->options.n_items;

  if (!field->needed && chance (rand, 25))
    return;
  switch (field->type)
    {
    case NP_FIELD_DATE:
      np_entry_set_date (entry, position,
                         field->full ? np_date_of_day (today - (NpDay) below (rand, 3)) : some_date (rand, today));
      break;
    case NP_FIELD_TEXT:
      np_entry_set_text (entry, position, "said");
      break;
    case NP_FIELD_INTEGER:
      np_entry_set_number (entry, position, g_rand_int_range (rand, 20, 130));
      break;
    case NP_FIELD_YES_NO:
      np_entry_set_yes (entry, position, chance (rand, 50));
      break;
    case NP_FIELD_ONE_OF:
    case NP_FIELD_SOME_OF:
      np_entry_set_options (entry, position, NP_STATE_BIT (below (rand, n_options)));
      break;
    }
}

static void
add_some_state (GRand *rand, NpFacts *facts, guint question)
{
  const NpQuestion *asked = &catalog->questions[question];
  guint position = below (rand, asked->n_states);
  const NpState *state = &asked->states[position];
  NpEntry *entry = np_facts_add_state (facts, question, position);

  for (guint i = 0; i < state->n_fields; i++)
    fill_field (rand, entry, i, &state->fields[i], facts->assessed_on);
}

static void
answer_somehow (GRand *rand, NpFacts *facts, guint question)
{
  np_facts_clear_answer (facts, question);
  if (chance (rand, 2))
    return;
  if (chance (rand, 10))
    np_facts_add_common (facts, question, chance (rand, 70) ? NP_STATE_DONT_KNOW : NP_STATE_PREFER_NOT_TO_SAY);
  for (guint i = 0; catalog->questions[question].n_states > 0 && i < 1 + below (rand, 3); i++)
    add_some_state (rand, facts, question);
}

static void
plan_somehow (GRand *rand, NpFacts *facts)
{
  facts->n_pairs = 1 + below (rand, 3);
  for (guint i = 0; i < facts->n_pairs; i++)
    facts->pairs[i] =
        (NpPair){ (guint16) below (rand, catalog->n_indications), (guint16) below (rand, catalog->n_areas),
                  (gint32) below (rand, 3000), chance (rand, 5) };
  facts->device = (int) below (rand, catalog->n_devices + 1) - 1;
  facts->material = (int) below (rand, catalog->needle_materials.n_items + 1) - 1;
  facts->topicals =
      chance (rand, 50) ? 0 : g_rand_int (rand) & g_rand_int (rand) & (NP_STATE_BIT (catalog->n_topicals) - 1);
  facts->anaesthetic = (int) below (rand, catalog->n_anaesthetics);
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    facts->checks[i] = chance (rand, 95) ? NP_CHECK_PASS : (NpCheckResult) below (rand, 4);
}

static NpFacts *
some_facts (GRand *rand)
{
  NpFacts *facts = np_facts_from_notation (catalog, "");
  int troubled = (int) below (rand, 25); /* percent of the questions */

  if (chance (rand, 70))
    plan_somehow (rand, facts);
  if (chance (rand, 30))
    facts->planned_on = facts->assessed_on + (NpDay) below (rand, 300);
  facts->born = np_day_parse (chance (rand, 90) ? "1990-01-01" : "2008-06-01");
  facts->medicine_groups = chance (rand, 80) ? 0 : g_rand_int (rand) & (NP_STATE_BIT (catalog->n_medicine_groups) - 1);
  facts->n_medicines = facts->medicine_groups != 0;
  facts->allergy_groups = chance (rand, 80) ? 0 : g_rand_int (rand) & (NP_STATE_BIT (catalog->n_allergy_groups) - 1);
  facts->n_allergies = facts->allergy_groups != 0;
  for (guint q = 0; q < catalog->n_questions; q++)
    if (!catalog->questions[q].is_birth_date && chance (rand, troubled))
      answer_somehow (rand, facts, q);
  return facts;
}

typedef void (*Property) (GRand *rand, const NpFacts *facts, const NpAssessment *assessment);

static void
try_seed (guint32 seed, Property property)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < SETS; i++)
    {
      g_autoptr (NpFacts) facts = some_facts (rand);
      g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

      property (rand, facts, assessment);
    }
}

/* ---- properties ---- */

static gboolean
holds_all_of (const NpAssessment *more, const NpAssessment *less)
{
  for (guint i = 0; i < less->n_findings; i++)
    {
      const NpFired *fired = np_assessment_find (more, less->findings[i].finding);

      if (fired == NULL || fired->class < less->findings[i].class)
        return FALSE;
    }
  return more->n_unanswered >= less->n_unanswered;
}

static guint n_more, n_outcomes[5];

static void
more_findings (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  g_autoptr (NpFacts) changed = np_facts_copy (facts);
  g_autoptr (NpAssessment) after = NULL;
  guint question = below (rand, catalog->n_questions);

  n_outcomes[assessment->outcome]++;
  if (catalog->questions[question].n_states == 0 || facts->answers[question].states == 0)
    return;
  changed->answers[question].states &= ~NP_STATE_NO;
  add_some_state (rand, changed, question);
  after = np_assess (changed, NULL, 0);
  if (!holds_all_of (after, assessment))
    return;
  n_more += after->n_findings > assessment->n_findings;
  ck_assert_msg (after->outcome >= assessment->outcome, "%s becomes %s by one more answer to %s",
                 np_outcome_words[assessment->outcome], np_outcome_words[after->outcome],
                 catalog->questions[question].id);
}

START_TEST (test_more_findings_never_milder)
{
  n_more = 0;
  memset (n_outcomes, 0, sizeof n_outcomes);
  try_seed ((guint32) _i, more_findings);
  ck_assert_uint_gt (n_more, SETS / 10);
  for (guint i = 0; i < G_N_ELEMENTS (n_outcomes); i++)
    ck_assert_msg (n_outcomes[i] > 0, "no facts of this seed come to %s", np_outcome_words[i]);
}
END_TEST

static NpOutcome
outcome_answering (const NpFacts *facts, guint question, guint64 common, int state)
{
  g_autoptr (NpFacts) changed = np_facts_copy (facts);
  g_autoptr (NpAssessment) assessment = NULL;

  np_facts_clear_answer (changed, question);
  if (state >= 0)
    np_facts_add_state (changed, question, (guint) state);
  else
    np_facts_add_common (changed, question, common);
  assessment = np_assess (changed, NULL, 0);
  return assessment->outcome;
}

static void
not_known (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  guint question = below (rand, catalog->n_questions);
  const NpQuestion *asked = &catalog->questions[question];
  NpOutcome mildest = NP_OUTCOME_DO_NOT_PROCEED;

  (void) assessment;
  if (asked->is_birth_date)
    return;
  if (asked->takes_no)
    mildest = outcome_answering (facts, question, NP_STATE_NO, -1);
  if (asked->takes_not_applicable)
    mildest = MIN (mildest, outcome_answering (facts, question, NP_STATE_NOT_APPLICABLE, -1));
  for (guint i = 0; i < asked->n_states; i++)
    mildest = MIN (mildest, outcome_answering (facts, question, 0, (int) i));
  ck_assert_msg (outcome_answering (facts, question, NP_STATE_DONT_KNOW, -1) >= mildest, "%s: not known is milder",
                 asked->id);
  ck_assert_msg (outcome_answering (facts, question, NP_STATE_PREFER_NOT_TO_SAY, -1) >= mildest,
                 "%s: not said is milder", asked->id);
}

START_TEST (test_not_known_never_mildest) { try_seed ((guint32) _i, not_known); }
END_TEST

static void
shuffle (GRand *rand, gpointer items, guint n, gsize size)
{
  g_autofree guint8 *kept = g_malloc (size);

  for (guint i = n; i > 1; i--)
    {
      guint8 *a = (guint8 *) items + (i - 1) * size;
      guint8 *b = (guint8 *) items + below (rand, i) * size;

      memcpy (kept, a, size);
      memmove (a, b, size);
      memcpy (b, kept, size);
    }
}

static void
any_order (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  g_autoptr (NpFacts) other = np_facts_copy (facts);
  g_autoptr (NpAssessment) again = NULL;
  g_autoptr (JsonNode) json = np_assessment_to_json (assessment, english, NULL);
  g_autoptr (JsonNode) json_again = NULL;
  g_autofree char *text = np_json_write_pretty (json);
  g_autofree char *text_again = NULL;

  for (guint q = 0; q < catalog->n_questions; q++)
    shuffle (rand, other->answers[q].entries, other->answers[q].n_entries, sizeof (NpEntry));
  shuffle (rand, other->pairs, other->n_pairs, sizeof (NpPair));
  again = np_assess (other, NULL, 0);
  json_again = np_assessment_to_json (again, english, NULL);
  text_again = np_json_write_pretty (json_again);
  ck_assert_str_eq (text, text_again);
  for (guint i = 0; i < assessment->n_findings; i++)
    {
      g_autofree char *basis = np_assessment_basis (facts, &assessment->findings[i]);
      g_autofree char *basis_again = np_assessment_basis (other, &again->findings[i]);

      ck_assert_str_eq (basis, basis_again);
    }
}

START_TEST (test_order_does_not_matter) { try_seed ((guint32) _i, any_order); }
END_TEST

static void
dates_agree (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  gboolean all_dated = TRUE;

  (void) rand;
  for (guint i = 0; i < assessment->n_findings; i++)
    {
      const NpFired *fired = &assessment->findings[i];

      ck_assert (fired->clear_date == NP_DAY_NONE || fired->clear_date > np_facts_planned (facts));
      if (!fired->counts || fired->effective != NP_CLASS_DEFERRAL)
        continue;
      all_dated &= fired->clear_date != NP_DAY_NONE;
      if (assessment->clear_date != NP_DAY_NONE)
        ck_assert (fired->clear_date != NP_DAY_NONE && fired->clear_date <= assessment->clear_date);
    }
  ck_assert_int_eq (assessment->clear_date != NP_DAY_NONE, assessment->outcome == NP_OUTCOME_DEFER && all_dated);
  for (guint i = 0; i < assessment->n_met; i++)
    {
      ck_assert (assessment->met[i].clear_date <= np_facts_planned (facts));
      ck_assert_ptr_null (np_assessment_find (assessment, assessment->met[i].finding));
    }
}

START_TEST (test_dates_agree) { try_seed ((guint32) _i, dates_agree); }
END_TEST

/* On the day it is deferred to, what deferred it is over. */
static void
over_on_the_day (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  g_autoptr (NpFacts) later = NULL;
  g_autoptr (NpAssessment) then = NULL;

  (void) rand;
  if (assessment->clear_date == NP_DAY_NONE)
    return;
  later = np_facts_copy (facts);
  later->planned_on = assessment->clear_date;
  then = np_assess (later, NULL, 0);
  for (guint i = 0; i < assessment->n_findings; i++)
    if (assessment->findings[i].effective == NP_CLASS_DEFERRAL)
      ck_assert_msg (np_assessment_find (then, assessment->findings[i].finding) == NULL, "%s still fires on its day",
                     catalog->findings[assessment->findings[i].finding].id);
}

START_TEST (test_over_on_the_day) { try_seed ((guint32) _i, over_on_the_day); }
END_TEST

static void
signature (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  (void) rand;
  (void) facts;
  ck_assert_int_eq (assessment->for_signature, assessment->outcome == NP_OUTCOME_PROCEED);
  if (!assessment->for_signature)
    return;
  ck_assert_uint_eq (assessment->n_unanswered, 0);
  for (guint i = 0; i < assessment->n_findings; i++)
    ck_assert_int_eq (assessment->findings[i].effective, NP_CLASS_ADVISORY);
}

START_TEST (test_signature_only_when_nothing_stands_against_it) { try_seed ((guint32) _i, signature); }
END_TEST

/* Go-ahead on everything: what may be overridden goes, what may not stays; nothing comes out of the findings. */
static void
overridden (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  g_autofree NpRuling *rulings = g_new0 (NpRuling, assessment->n_findings + 1);
  g_autoptr (NpAssessment) decided = NULL;

  (void) rand;
  for (guint i = 0; i < assessment->n_findings; i++)
    rulings[i] = (NpRuling){ assessment->findings[i].finding, NP_VERDICT_GO_AHEAD, NULL };
  decided = np_assess (facts, rulings, assessment->n_findings);
  ck_assert_uint_eq (decided->n_findings, assessment->n_findings);
  ck_assert (decided->outcome <= assessment->outcome);
  ck_assert (decided->outcome != NP_OUTCOME_REFER);
  ck_assert (decided->n_risks >= assessment->n_risks);
  ck_assert_int_eq (decided->outcome == NP_OUTCOME_DO_NOT_PROCEED, assessment->outcome == NP_OUTCOME_DO_NOT_PROCEED);
}

START_TEST (test_go_ahead_never_lifts_an_absolute) { try_seed ((guint32) _i, overridden); }
END_TEST

/* Wait and do-not-treat never make anything milder. */
static void
held_back (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  g_autoptr (NpAssessment) decided = NULL;
  NpRuling ruling = { 0, chance (rand, 50) ? NP_VERDICT_WAIT : NP_VERDICT_DO_NOT_TREAT, NULL };

  if (assessment->n_findings == 0)
    return;
  ruling.finding = assessment->findings[below (rand, assessment->n_findings)].finding;
  decided = np_assess (facts, &ruling, 1);
  ck_assert (decided->outcome >= assessment->outcome);
  ck_assert (decided->outcome >= NP_OUTCOME_DEFER);
  ck_assert_int_eq (decided->clear_date, NP_DAY_NONE);
}

START_TEST (test_caution_never_milder) { try_seed ((guint32) _i, held_back); }
END_TEST

/* Each reason of a risk fires, each disclosure of what fires is a risk shown, nothing is there twice. */
static void
reasons_fire (GRand *rand, const NpFacts *facts, const NpAssessment *assessment)
{
  (void) rand;
  (void) facts;
  for (guint i = 0; i < assessment->n_risks; i++)
    {
      const NpShownRisk *risk = &assessment->risks[i];

      ck_assert (i == 0 || assessment->risks[i - 1].risk < risk->risk);
      for (guint b = 0; b < risk->n_because; b++)
        {
          ck_assert (b == 0 || risk->because[b - 1] < risk->because[b]);
          ck_assert_ptr_nonnull (np_assessment_find (assessment, risk->because[b]));
        }
    }
  for (guint i = 0; i < assessment->n_findings; i++)
    {
      ck_assert (i == 0 || assessment->findings[i - 1].finding < assessment->findings[i].finding);
      ck_assert_uint_gt (assessment->findings[i].n_causes, 0);
    }
}

START_TEST (test_reasons_fire) { try_seed ((guint32) _i, reasons_fire); }
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("properties");
  TCase *tcase = tcase_create ("properties");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, test_more_findings_never_milder, 0, SEEDS);
  tcase_add_loop_test (tcase, test_not_known_never_mildest, 0, SEEDS);
  tcase_add_loop_test (tcase, test_order_does_not_matter, 0, SEEDS);
  tcase_add_loop_test (tcase, test_dates_agree, 0, SEEDS);
  tcase_add_loop_test (tcase, test_over_on_the_day, 0, SEEDS);
  tcase_add_loop_test (tcase, test_signature_only_when_nothing_stands_against_it, 0, SEEDS);
  tcase_add_loop_test (tcase, test_go_ahead_never_lifts_an_absolute, 0, SEEDS);
  tcase_add_loop_test (tcase, test_caution_never_milder, 0, SEEDS);
  tcase_add_loop_test (tcase, test_reasons_fire, 0, SEEDS);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
