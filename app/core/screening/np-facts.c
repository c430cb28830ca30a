/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-facts.h"

#include <string.h>

const char *const np_check_words[] = { NULL, "pass", "fail", "dont-know", NULL };

/**
 * np_facts_new:
 * @catalog: the catalogue that the facts speak about; must outlive them
 * @assessed_on: the day of the assessment
 *
 * Facts in which nothing is known yet: an empty plan, every question, check and list unanswered.
 *
 * Returns: (transfer full): the facts; free with np_facts_free()
 */
NpFacts *
np_facts_new (const NpCatalog *catalog, NpDay assessed_on)
{
  NpFacts *self;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (assessed_on != NP_DAY_NONE, NULL);

  self = g_new0 (NpFacts, 1);
  self->catalog = catalog;
  self->assessed_on = assessed_on;
  self->planned_on = NP_DAY_NONE;
  self->born = NP_DAY_NONE;
  self->device = -1;
  self->material = -1;
  self->anaesthetic = -1;
  for (guint i = 0; i < G_N_ELEMENTS (self->amounts); i++)
    self->amounts[i] = -1;
  self->checks = g_new0 (NpCheckResult, catalog->n_plan_checks);
  self->answers = g_new0 (NpAnswerFacts, catalog->n_questions);
  return self;
}

/**
 * np_facts_copy:
 * @self: facts
 *
 * Returns: (transfer full): facts of their own that say the same about the same catalogue
 */
NpFacts *
np_facts_copy (const NpFacts *self)
{
  NpFacts *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->checks = g_memdup2 (self->checks, sizeof *self->checks * self->catalog->n_plan_checks);
  copy->answers = g_memdup2 (self->answers, sizeof *self->answers * self->catalog->n_questions);
  for (guint i = 0; i < self->catalog->n_questions; i++)
    copy->answers[i].entries =
        g_memdup2 (self->answers[i].entries, sizeof *self->answers[i].entries * self->answers[i].n_entries);
  return copy;
}

/**
 * np_facts_free:
 * @self: (transfer full) (nullable): facts
 */
void
np_facts_free (NpFacts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->catalog->n_questions; i++)
    g_free (self->answers[i].entries);
  g_free (self->answers);
  g_free (self->checks);
  g_free (self);
}

/**
 * np_facts_clear_answer:
 * @self: facts
 * @question: position of a question
 *
 * Makes a question unanswered.
 */
void
np_facts_clear_answer (NpFacts *self, guint question)
{
  g_return_if_fail (self != NULL && question < self->catalog->n_questions);

  g_free (self->answers[question].entries);
  self->answers[question] = (NpAnswerFacts){ 0 };
}

/**
 * np_facts_add_common:
 * @self: facts
 * @question: position of a question
 * @common_state: one of the four states that any question may take, as %NP_STATE_NO
 */
void
np_facts_add_common (NpFacts *self, guint question, guint64 common_state)
{
  g_return_if_fail (self != NULL && question < self->catalog->n_questions);
  g_return_if_fail (common_state >= NP_STATE_NO);

  self->answers[question].states |= common_state;
}

/**
 * np_facts_add_state:
 * @self: facts
 * @question: position of a question
 * @state: position of a state of that question
 *
 * Adds an entry without fields. The same state may stand in an answer more than once.
 *
 * Returns: (transfer none): the entry, valid until the next one is added to this answer
 */
NpEntry *
np_facts_add_state (NpFacts *self, guint question, guint state)
{
  NpAnswerFacts *answer;

  g_return_val_if_fail (self != NULL && question < self->catalog->n_questions, NULL);
  g_return_val_if_fail (state < self->catalog->questions[question].n_states, NULL);

  answer = &self->answers[question];
  g_return_val_if_fail (answer->n_entries < G_MAXINT16, NULL);

  answer->states |= NP_STATE_BIT (state);
  answer->entries = g_renew (NpEntry, answer->entries, answer->n_entries + 1);
  answer->entries[answer->n_entries] = (NpEntry){ .state = (guint8) state };
  return &answer->entries[answer->n_entries++];
}

/* Tells one text from another (FNV-1a); the same on every machine, for it is stored in what decisions stand on. */
static guint32
mark_of (const char *text)
{
  guint32 mark = 2166136261u;

  for (; *text != '\0'; text++)
    mark = (mark ^ (guint8) *text) * 16777619u;
  return mark;
}

static NpFieldValue *
fill_field (NpEntry *entry, guint field)
{
  entry->present = (guint8) (entry->present | 1u << field);
  return &entry->value[field];
}

/**
 * np_entry_set_date:
 * @entry: an entry
 * @field: position of a date field of its state
 * @date: the date; an unknown one leaves the field missing
 */
void
np_entry_set_date (NpEntry *entry, guint field, NpDate date)
{
  NpFieldValue *value;

  g_return_if_fail (entry != NULL && field < NP_MAX_FIELDS);

  if (!np_date_is_known (date))
    return;
  value = fill_field (entry, field);
  value->date = date;
  value->first = np_date_first_day (date);
  value->last = np_date_last_day (date);
}

/**
 * np_entry_set_number:
 * @entry: an entry
 * @field: position of an integer field of its state
 * @number: the number, in the unit of the field
 */
void
np_entry_set_number (NpEntry *entry, guint field, gint32 number)
{
  g_return_if_fail (entry != NULL && field < NP_MAX_FIELDS);

  fill_field (entry, field)->number = number;
}

/**
 * np_entry_set_options:
 * @entry: an entry
 * @field: position of a one-of or some-of field of its state
 * @options: a bit per option, or per topical where the field names topicals; none leaves the field missing
 */
void
np_entry_set_options (NpEntry *entry, guint field, guint64 options)
{
  g_return_if_fail (entry != NULL && field < NP_MAX_FIELDS);

  if (options != 0)
    fill_field (entry, field)->options = options;
}

/**
 * np_entry_set_yes:
 * @entry: an entry
 * @field: position of a yes-no field of its state
 * @yes: the answer
 */
void
np_entry_set_yes (NpEntry *entry, guint field, gboolean yes)
{
  g_return_if_fail (entry != NULL && field < NP_MAX_FIELDS);

  fill_field (entry, field)->yes = yes;
}

/**
 * np_entry_set_text:
 * @entry: an entry
 * @field: position of a text field of its state
 * @text: what it says
 *
 * Notes that a text was given. What it says is for people and no rule reads it, but a decision made on it ends when it
 * changes.
 */
void
np_entry_set_text (NpEntry *entry, guint field, const char *text)
{
  g_return_if_fail (entry != NULL && field < NP_MAX_FIELDS);
  g_return_if_fail (text != NULL);

  fill_field (entry, field)->mark = mark_of (text);
}

static void
add_marks (guint32 *marks, guint64 groups, const char *name)
{
  for (guint i = 0; i < NP_MAX_GROUPS; i++)
    if ((groups & NP_STATE_BIT (i)) != 0)
      marks[i] += mark_of (name); /* a sum: the order of a list does not matter */
}

/**
 * np_facts_add_medicine:
 * @self: facts
 * @name: a medicine taken now, as typed
 * @groups: a bit per medicine group that it belongs to
 *
 * Adds an entry to the list of medicines, which is known from now on.
 */
void
np_facts_add_medicine (NpFacts *self, const char *name, guint64 groups)
{
  g_return_if_fail (self != NULL && name != NULL);

  self->medicines_known = TRUE;
  self->n_medicines++;
  self->medicine_groups |= groups;
  add_marks (self->medicine_marks, groups, name);
}

/**
 * np_facts_add_allergy:
 * @self: facts
 * @substance: what the person is allergic to, as typed
 * @groups: a bit per allergy group that it belongs to
 *
 * Adds an entry to the list of allergies, which is known from now on.
 */
void
np_facts_add_allergy (NpFacts *self, const char *substance, guint64 groups)
{
  g_return_if_fail (self != NULL && substance != NULL);

  self->allergies_known = TRUE;
  self->n_allergies++;
  self->allergy_groups |= groups;
  add_marks (self->allergy_marks, groups, substance);
}

/**
 * np_facts_clear_medicines:
 * @self: facts
 *
 * Makes the list of medicines one that was not asked for.
 */
void
np_facts_clear_medicines (NpFacts *self)
{
  g_return_if_fail (self != NULL);

  self->medicines_known = FALSE;
  self->n_medicines = 0;
  self->medicine_groups = 0;
  memset (self->medicine_marks, 0, sizeof self->medicine_marks);
}

/**
 * np_facts_clear_allergies:
 * @self: facts
 *
 * Makes the list of allergies one that was not asked for.
 */
void
np_facts_clear_allergies (NpFacts *self)
{
  g_return_if_fail (self != NULL);

  self->allergies_known = FALSE;
  self->n_allergies = 0;
  self->allergy_groups = 0;
  memset (self->allergy_marks, 0, sizeof self->allergy_marks);
}

/**
 * np_facts_planned:
 * @self: facts
 *
 * Returns: the day of treatment that dates are compared with: the planned one, or the day of the assessment
 */
NpDay
np_facts_planned (const NpFacts *self)
{
  g_return_val_if_fail (self != NULL, NP_DAY_NONE);

  return self->planned_on == NP_DAY_NONE ? self->assessed_on : self->planned_on;
}

/**
 * np_facts_age:
 * @self: facts
 *
 * Returns: full years on the day of the assessment; -1 while the date of birth is unanswered
 */
int
np_facts_age (const NpFacts *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->born == NP_DAY_NONE ? -1 : MAX (0, np_age_on (self->born, self->assessed_on));
}
