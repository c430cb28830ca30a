/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-steps.h"
#include "np-decisions-page.h"
#include "np-disclosure-page.h"
#include "np-people-page.h"
#include "np-plan-page.h"
#include "np-saved-page.h"
#include "np-screening-page.h"
#include "np-signing-page.h"
#include "np-understanding-page.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  GType (*page_type) (void);
} Step;

static const Step steps[NP_N_STEPS] = {
  [NP_STEP_PEOPLE] = { NC_ ("step", "People"), np_people_page_get_type },
  [NP_STEP_PLAN] = { NC_ ("step", "Plan"), np_plan_page_get_type },
  [NP_STEP_SCREENING] = { NC_ ("step", "Screening"), np_screening_page_get_type },
  [NP_STEP_DECISIONS] = { NC_ ("step", "Decisions"), np_decisions_page_get_type },
  [NP_STEP_DISCLOSURE] = { NC_ ("step", "Disclosure"), np_disclosure_page_get_type },
  [NP_STEP_UNDERSTANDING] = { NC_ ("step", "Understanding"), np_understanding_page_get_type },
  [NP_STEP_SIGNING] = { NC_ ("step", "Signing"), np_signing_page_get_type },
  [NP_STEP_SAVED] = { NC_ ("step", "Saved"), np_saved_page_get_type },
};

/* Which step shows what of the document; a place belongs to the first prefix that fits. */
static const struct
{
  const char *prefix;
  NpStep step;
} places[] = {
  { "/plan", NP_STEP_PLAN },
  { "/patient/confirmed_at", NP_STEP_SIGNING },
  { "/answers", NP_STEP_SCREENING },
  { "/decisions", NP_STEP_DECISIONS },
  { "/disclosure", NP_STEP_DISCLOSURE },
  { "/understanding", NP_STEP_UNDERSTANDING },
  { "/early", NP_STEP_UNDERSTANDING },
  { "/handed_over", NP_STEP_SIGNING },
  { "/copy", NP_STEP_SIGNING },
  { "/ending", NP_STEP_SIGNING },
  { "/signatures", NP_STEP_SIGNING },
};

/**
 * np_step_title:
 * @step: a step
 *
 * Returns: (transfer none): its name in the interface's language
 */
const char *
np_step_title (NpStep step)
{
  g_return_val_if_fail (step < NP_N_STEPS, "");
  return g_dpgettext2 (NULL, "step", steps[step].title);
}

/**
 * np_step_is_left_out:
 * @consultation: a consultation
 * @step: a step
 *
 * Returns: whether the step is not done and does not have to be: the consultation ends otherwise than with consent
 */
gboolean
np_step_is_left_out (NpConsultation *consultation, NpStep step)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (consultation) && step < NP_N_STEPS, FALSE);

  return step < NP_STEP_SIGNING && np_consultation_step_state (consultation, step) != NP_STEP_STATE_DONE &&
         np_consultation_step_state (consultation, NP_STEP_SIGNING) != NP_STEP_STATE_BLOCKED;
}

/**
 * np_step_state_word:
 * @consultation: a consultation
 * @step: a step
 *
 * Returns: (transfer none): the step's state in a word or two
 */
const char *
np_step_state_word (NpConsultation *consultation, NpStep step)
{
  if (np_step_is_left_out (consultation, step))
    return C_ ("state of a step", "Not needed");
  switch (np_consultation_step_state (consultation, step))
    {
    case NP_STEP_STATE_DONE:
      return C_ ("state of a step", "Done");
    case NP_STEP_STATE_OPEN:
      return C_ ("state of a step", "Open");
    case NP_STEP_STATE_BLOCKED:
      /* Translators: a step whose turn has not come yet: something before it is still open. */
      return C_ ("state of a step", "Later");
    }
  g_return_val_if_reached ("");
}

/**
 * np_step_state_icon:
 * @consultation: a consultation
 * @step: a step
 *
 * Returns: (transfer none): the name of the icon beside the word
 */
const char *
np_step_state_icon (NpConsultation *consultation, NpStep step)
{
  if (np_step_is_left_out (consultation, step))
    return "go-jump-symbolic";
  switch (np_consultation_step_state (consultation, step))
    {
    case NP_STEP_STATE_DONE:
      return "emblem-ok-symbolic";
    case NP_STEP_STATE_OPEN:
      return "document-edit-symbolic";
    case NP_STEP_STATE_BLOCKED:
      return "content-loading-symbolic";
    }
  g_return_val_if_reached ("");
}

/**
 * np_step_make_page:
 * @step: a step
 *
 * Returns: (transfer floating) (nullable): a page for it; NULL where the step has none
 */
NpPage *
np_step_make_page (NpStep step)
{
  g_return_val_if_fail (step < NP_N_STEPS, NULL);

  if (!steps[step].page_type)
    return NULL;
  return g_object_new (steps[step].page_type (), "step", step, NULL);
}

/**
 * np_step_of_pointer:
 * @pointer: a JSON pointer into the document
 *
 * Returns: the step whose page shows that place
 */
NpStep
np_step_of_pointer (const char *pointer)
{
  g_return_val_if_fail (pointer, NP_STEP_PEOPLE);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (pointer, places[i].prefix))
      return places[i].step;
  return NP_STEP_PEOPLE;
}
