/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"

/* Answers to the screening questions (brief D3). */

static const struct
{
  const char *word;
  guint64 state;
} common_states[] = {
  { "no", NP_STATE_NO },
  { "dont-know", NP_STATE_DONT_KNOW },
  { "prefer-not-to-say", NP_STATE_PREFER_NOT_TO_SAY },
  { "not-applicable", NP_STATE_NOT_APPLICABLE },
};

static void
read_date_field (const NpJsonView *view, const NpField *field, guint position, NpEntry *entry)
{
  NpDate date;

  if (!np_date_parse (np_json_view_string (view), &date))
    np_json_view_complain (view, "a date is expected here, as 2025-12-10, 2025-12 or 2025");
  else if (field->full && !np_date_is_full (date))
    np_json_view_complain (view, "the full day is needed here, as 2025-12-10");
  else
    np_entry_set_date (entry, position, date);
}

/* The bit of one option; fields may name the topicals of the catalogue instead of options of their own. */
static guint64
option_bit (const NpJsonView *view, const NpField *field, const NpCatalog *catalog)
{
  const char *id = np_json_view_string (view);
  int option = field->from_topicals ? np_catalog_find_topical (catalog, id) : np_items_find (&field->options, id);

  if (option < 0)
    np_reader_complain_of (view, id, "is none of the choices");
  return option < 0 ? 0 : NP_STATE_BIT (option);
}

static void
read_some_of (
    const NpJsonView *entry_view, const NpField *field, guint position, NpEntry *entry, const NpCatalog *catalog)
{
  NpJsonView array = np_json_view_need_array (entry_view, field->id);
  guint64 options = 0;

  for (guint i = 0; i < np_json_view_length (&array); i++)
    {
      NpJsonView element = np_json_view_element (&array, i);

      options |= option_bit (&element, field, catalog);
    }
  np_entry_set_options (entry, position, options);
}

static void
read_field (const NpJsonView *view, const NpField *field, guint position, NpEntry *entry, const NpCatalog *catalog)
{
  NpJsonView member = np_json_view_member (view, field->id);

  if (!np_json_view_exists (&member))
    {
      if (field->needed)
        np_json_view_complain (view, "“%s” is needed here", field->id);
      return;
    }
  switch (field->type)
    {
    case NP_FIELD_DATE:
      read_date_field (&member, field, position, entry);
      break;
    case NP_FIELD_TEXT:
      if (*np_json_view_string (&member) != '\0')
        np_entry_set_text (entry, position, np_json_view_string (&member));
      break;
    case NP_FIELD_INTEGER:
      np_entry_set_number (entry, position,
                           (gint32) np_json_view_need_int (view, field->id, field->least, field->most));
      break;
    case NP_FIELD_YES_NO:
      np_entry_set_yes (entry, position, np_json_view_need_bool (view, field->id));
      break;
    case NP_FIELD_ONE_OF:
      np_entry_set_options (entry, position, option_bit (&member, field, catalog));
      break;
    case NP_FIELD_SOME_OF:
      read_some_of (view, field, position, entry, catalog);
      break;
    }
}

static void
only_fields (const NpJsonView *view, const NpState *state)
{
  g_autoptr (GList) names = np_json_view_names (view);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "is") && (state == NULL || np_catalog_find_field (state, l->data) < 0))
      {
        NpJsonView member = np_json_view_member (view, l->data);

        np_json_view_complain (&member, "this state has no such field");
      }
}

static guint64
read_common_state (const NpJsonView *view, const char *word, const NpQuestion *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_states); i++)
    if (g_str_equal (word, common_states[i].word))
      {
        guint64 state = common_states[i].state;

        if ((state == NP_STATE_NO && !question->takes_no) ||
            (state == NP_STATE_NOT_APPLICABLE && !question->takes_not_applicable))
          np_json_view_complain (view, "this question does not take “%s”", word);
        only_fields (view, NULL);
        return state;
      }
  return 0;
}

static void
read_own_state (const NpJsonView *view, guint question, guint position, NpFacts *facts)
{
  const NpState *state = &facts->catalog->questions[question].states[position];
  NpEntry *entry = np_facts_add_state (facts, question, position);

  only_fields (view, state);
  for (guint i = 0; i < state->n_fields; i++)
    read_field (view, &state->fields[i], i, entry, facts->catalog);
}

static void
read_state (const NpJsonView *view, guint question, NpFacts *facts)
{
  const char *word = np_json_view_need_string (view, "is");
  guint64 common;
  int position;

  if (*word == '\0')
    return;
  common = read_common_state (view, word, &facts->catalog->questions[question]);
  if (common != 0)
    {
      np_facts_add_common (facts, question, common);
      return;
    }
  position = np_catalog_find_state (&facts->catalog->questions[question], word);
  if (position < 0)
    np_reader_complain_of (view, word, "is no answer to this question");
  else
    read_own_state (view, question, (guint) position, facts);
}

/* "no" and the like mean that none of the others holds, so they stand alone. */
static void
check_alone (const NpJsonView *states, guint question, const NpFacts *facts)
{
  guint64 alone = facts->catalog->questions[question].alone | NP_STATE_NO | NP_STATE_NOT_APPLICABLE;

  if (np_json_view_length (states) > 1 && (facts->answers[question].states & alone) != 0)
    np_json_view_complain (states, "this answer holds a state that stands alone beside another one");
}

/**
 * np_document_read_answer:
 * @answer: a view of an answer: an object with `states`
 * @question: position of its question
 * @facts: where the answer is added; what it does not take is complained of through the view
 */
void
np_document_read_answer (const NpJsonView *answer, guint question, NpFacts *facts)
{
  NpJsonView states;

  g_return_if_fail (answer != NULL);
  g_return_if_fail (facts != NULL && question < facts->catalog->n_questions);

  states = np_json_view_opt_array (answer, "states");
  for (guint i = 0; i < np_json_view_length (&states); i++)
    {
      NpJsonView state = np_json_view_element (&states, i);

      read_state (&state, question, facts);
    }
  check_alone (&states, question, facts);
}

static void
read_named_answer (NpReader *reader, const NpJsonView *view)
{
  NpFacts *facts = reader->reading->facts;
  int question = np_reader_find (reader, view, view->name, np_catalog_find_question);
  NpDay on;

  if (question < 0)
    return;
  if (reader->catalog->questions[question].is_birth_date)
    {
      np_json_view_complain (view, "this one is answered by /patient/date_of_birth");
      return;
    }
  np_json_view_only (view, "states", "note", "on", "together", NULL);
  np_json_view_opt_string (view, "note", NULL);
  np_json_view_opt_bool (view, "together", FALSE);
  on = np_reader_day (view, "on", FALSE);
  np_document_read_answer (view, (guint) question, facts);
  if (reader->catalog->questions[question].on_the_day && on != NP_DAY_NONE && on != facts->assessed_on)
    np_facts_clear_answer (facts, (guint) question);
}

void
np_document_read_answers (NpReader *reader, const NpJsonView *root)
{
  NpJsonView answers = np_json_view_opt_object (root, "answers");

  np_reader_members (reader, &answers, read_named_answer);
}
