/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-explain.h"

#include "np-view.h"

#include <glib/gi18n-lib.h>

/* Sentences about an assessment, whole in the language asked for: staff read them in the interface's, a record and its sheet
 * say them in the patient's. The clinical words come from the catalogue, those between them from the program's own translation
 * into that language. Only the chip is of the interface alone. */

/* `pattern` with its %1, %2 and %3 filled in, as far as there are any */
static char *
phrase (const NpLanguage *language, const char *pattern, const char *first, const char *second, const char *third)
{
  const char *values[] = { first, second, third };
  guint n = first == NULL ? 0 : second == NULL ? 1 : third == NULL ? 2 : 3;

  return np_language_fill (language, pattern, values, n);
}

#define WORD(english) np_language_word (language, "outcome", english)

static char *
dated (const char *what,
       const NpField *field,
       const NpEntry *entry,
       guint position,
       const NpWait *wait,
       const NpLanguage *language)
{
  g_autofree char *date = NULL;
  g_autofree char *interval = NULL;

  if (field == NULL)
    return g_strdup (what);
  if ((entry->present & 1u << position) == 0)
    /* Translators: %1 is something that happened, as "isotretinoin stopped", of which nobody knows when. */
    return wait == NULL ? g_strdup (what)
                        : phrase (language, WORD (NC_ ("outcome", "%1, date not known")), what, NULL, NULL);
  date = np_language_date (language, entry->value[position].date);
  if (wait == NULL)
    /* Translators: %1 is something that happened, as "isotretinoin stopped", and %2 its date. */
    return phrase (language, WORD (NC_ ("outcome", "%1 %2")), what, date, NULL);
  interval = np_language_interval (language, wait->interval);
  /* Translators: %1 is something that happened, as "isotretinoin stopped", %2 its date, and %3 how long to wait after it, as
   * "six months". */
  return phrase (language, WORD (NC_ ("outcome", "%1 %2, %3")), what, date, interval);
}

static char *
explain_entry (const NpFacts *facts, const NpFired *fired, const NpCause *cause, const NpLanguage *language)
{
  const NpFinding *finding = &facts->catalog->findings[fired->finding];
  const NpEntry *entry = &facts->answers[cause->index].entries[cause->entry];
  const NpState *state = &facts->catalog->questions[cause->index].states[entry->state];
  g_autofree guint64 *states = g_new (guint64, facts->catalog->n_questions);
  const char *what = np_language_say (language, &state->brief);
  const NpWait *wait = NULL;
  NpView view;
  guint position = 0;
  gboolean has_date = np_state_event_field (state, &position);

  if (finding->n_waits > 0)
    {
      np_view_init (&view, facts, states, NULL);
      wait = np_view_wait (&view, finding, state, entry);
    }
  return dated (what, has_date ? &state->fields[position] : NULL, entry, position, wait, language);
}

/* The entry that decides: one without a date before one with, and of those the latest. */
static gboolean
decides_over (const NpCause *cause, const NpCause *other)
{
  if (other == NULL)
    return TRUE;
  if (cause->clear_date == NP_DAY_NONE || other->clear_date == NP_DAY_NONE)
    return cause->clear_date == NP_DAY_NONE && other->clear_date != NP_DAY_NONE;
  return cause->clear_date > other->clear_date;
}

static const NpCause *
deciding_entry (const NpFired *fired)
{
  const NpCause *deciding = NULL;

  for (guint i = 0; i < fired->n_causes; i++)
    if (fired->causes[i].kind == NP_CAUSE_QUESTION && fired->causes[i].entry >= 0 &&
        decides_over (&fired->causes[i], deciding))
      deciding = &fired->causes[i];
  return deciding;
}

/**
 * np_explain_cause:
 * @facts: the facts that the assessment was made from
 * @fired: a finding of it
 * @language: the language to say it in
 *
 * Says what a finding comes from: the answer with its date and the time to wait, as "isotretinoin stopped 10 December
 * 2025, six months", or the finding's own title where no single answer says it.
 *
 * Returns: (transfer full): a part of a sentence
 */
char *
np_explain_cause (const NpFacts *facts, const NpFired *fired, const NpLanguage *language)
{
  const NpCause *entry;

  g_return_val_if_fail (facts != NULL && fired != NULL && language != NULL, NULL);

  entry = deciding_entry (fired);
  if (entry != NULL && facts->catalog->findings[fired->finding].n_triggers == 1)
    return explain_entry (facts, fired, entry, language);
  return g_strdup (np_language_say (language, &facts->catalog->findings[fired->finding].title));
}

/**
 * np_explain_answer:
 * @facts: the facts that the assessment was made from
 * @fired: a finding of it
 * @cause: one of its causes
 * @language: the language to say it in
 *
 * Says which state of an answer caused a finding: a question may have more of them, which did not.
 *
 * Returns: (transfer full) (nullable): as "filler 3 May 2026, two weeks"; %NULL where no state of an answer is the
 * cause
 */
char *
np_explain_answer (const NpFacts *facts, const NpFired *fired, const NpCause *cause, const NpLanguage *language)
{
  g_return_val_if_fail (facts != NULL && fired != NULL && cause != NULL && language != NULL, NULL);

  if (cause->kind != NP_CAUSE_QUESTION || cause->entry < 0)
    return NULL;
  return explain_entry (facts, fired, cause, language);
}

/**
 * np_explain_met:
 * @facts: the facts that the assessment was made from
 * @met: a time to wait of it that has passed
 * @language: the language to say it in
 *
 * Says what was waited for. A finding's title speaks of something recent, which is not true any more; its answer is.
 *
 * Returns: (transfer full): as "isotretinoin stopped June 2019, six months"
 */
char *
np_explain_met (const NpFacts *facts, const NpMet *met, const NpLanguage *language)
{
  g_return_val_if_fail (facts != NULL && met != NULL && language != NULL, NULL);

  NpFired fired = { .finding = met->finding, .causes = met->causes, .n_causes = met->n_causes };
  const NpCause *entry = deciding_entry (&fired);
  return entry != NULL ? explain_entry (facts, &fired, entry, language) : np_explain_cause (facts, &fired, language);
}

/* The finding that makes the outcome what it is: of deferrals the one that lasts longest. */
static const NpFired *
main_finding (const NpAssessment *assessment)
{
  const NpFired *worst = NULL;

  for (guint i = 0; i < assessment->n_findings; i++)
    {
      const NpFired *fired = &assessment->findings[i];
      gboolean later = worst != NULL && fired->effective == worst->effective && worst->clear_date != NP_DAY_NONE &&
                       (fired->clear_date == NP_DAY_NONE || fired->clear_date > worst->clear_date);

      if (fired->counts && (worst == NULL || fired->effective > worst->effective || later))
        worst = fired;
    }
  return worst;
}

static char *
explain_wait (const NpAssessment *assessment, const char *cause, const NpLanguage *language)
{
  g_autofree char *day = NULL;

  if (assessment->clear_date == NP_DAY_NONE)
    /* Translators: %1 is the reason to wait, as "isotretinoin stopped, date not known". */
    return phrase (language, WORD (NC_ ("outcome", "Wait: %1.")), cause, NULL, NULL);
  day = np_language_day (language, assessment->clear_date);
  /* Translators: %1 is the day from which treatment is possible, and %2 the reason, as "isotretinoin stopped 10 December 2025,
   * six months". */
  return phrase (language, WORD (NC_ ("outcome", "Wait until %1: %2.")), day, cause, NULL);
}

/**
 * np_explain_outcome:
 * @facts: the facts that the assessment was made from
 * @assessment: the assessment
 * @language: the language to say it in
 *
 * Says the outcome and its main reason, as "Wait until 10 June 2026: isotretinoin stopped 10 December 2025, six
 * months."
 *
 * Returns: (transfer full): a sentence
 */
char *
np_explain_outcome (const NpFacts *facts, const NpAssessment *assessment, const NpLanguage *language)
{
  const NpFired *finding;
  g_autofree char *cause = NULL;

  g_return_val_if_fail (facts != NULL && assessment != NULL && language != NULL, NULL);

  finding = main_finding (assessment);
  cause = finding == NULL ? NULL : np_explain_cause (facts, finding, language);
  switch (assessment->outcome)
    {
    case NP_OUTCOME_PROCEED:
      return g_strdup (WORD (NC_ ("outcome", "Can go ahead.")));
    case NP_OUTCOME_INCOMPLETE:
      /* Translators: the outcome while {n} questions are not answered */
      return np_language_count (language, "{n} answer is still open.", "{n} answers are still open.",
                                (int) assessment->n_unanswered);
    case NP_OUTCOME_REFER:
      /* Translators: %1 is what a clinician has to decide on, as "apixaban". */
      return phrase (language, WORD (NC_ ("outcome", "Decision needed: %1.")), cause, NULL, NULL);
    case NP_OUTCOME_DEFER:
      return explain_wait (assessment, cause, language);
    case NP_OUTCOME_DO_NOT_PROCEED:
      /* Translators: %1 is the reason, as "keloid scars". */
      return phrase (language, WORD (NC_ ("outcome", "Do not treat: %1.")), cause, NULL, NULL);
    }
  g_return_val_if_reached (NULL);
}

static const char *
label (const NpAssessment *assessment, const NpLanguage *language, const char *id)
{
  return np_language_say (language, np_catalog_label (assessment->catalog, id));
}

/**
 * np_explain_risk:
 * @assessment: the assessment
 * @risk: a risk of it
 * @language: the language to say it in
 *
 * Returns: (transfer full) (nullable): why this person is told about the risk, as "Because you take a blood thinner.";
 * %NULL where anybody with this plan is told
 */
char *
np_explain_risk (const NpAssessment *assessment, const NpShownRisk *risk, const NpLanguage *language)
{
  g_autofree char *reasons = NULL;

  g_return_val_if_fail (assessment != NULL && risk != NULL && language != NULL, NULL);

  for (guint i = 0; i < risk->n_because; i++)
    {
      const NpFinding *finding = &assessment->catalog->findings[risk->because[i]];
      const char *reason = np_language_say (language, &finding->reason);
      g_autofree char *before = g_steal_pointer (&reasons);

      reasons = before == NULL ? g_strdup (reason)
                               : phrase (language, label (assessment, language, "and"), before, reason, NULL);
    }
  return reasons == NULL ? NULL : phrase (language, label (assessment, language, "because"), reasons, NULL, NULL);
}

/**
 * np_explain_chip:
 * @outcome: an outcome
 *
 * Returns: (transfer none): the outcome in a word or two, in the language of the interface
 */
const char *
np_explain_chip (NpOutcome outcome)
{
  switch (outcome)
    {
    case NP_OUTCOME_PROCEED:
      return _ ("Can go ahead");
    case NP_OUTCOME_INCOMPLETE:
      /* Translators: the outcome while answers are missing; shown in a small space */
      return _ ("Still open");
    case NP_OUTCOME_REFER:
      /* Translators: the outcome where a clinician has to decide; shown in a small space */
      return _ ("Decision needed");
    case NP_OUTCOME_DEFER:
      /* Translators: the outcome where treatment has to wait; shown in a small space */
      return _ ("Wait");
    case NP_OUTCOME_DO_NOT_PROCEED:
      return _ ("Do not treat");
    }
  g_return_val_if_reached (NULL);
}
