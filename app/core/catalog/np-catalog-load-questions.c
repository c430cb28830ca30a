/* SPDX-License-Identifier: GPL-3.0-or-later */

/* questions.json */

#include "np-catalog-load.h"

#define P NP_FOR_PATIENT
#define S NP_FOR_STAFF

static void
read_group (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpQuestionGroup *group = entry;
  const char *id;

  np_json_view_only (view, "id", "title", "all_no", NULL);
  group->id = np_load_id (view);
  id = np_load_dotted (load, "question-group", group->id);
  group->title = np_load_text (load, view, "title", id, P, "group of questions: its heading");
  group->all_no =
      np_load_text (load, view, "all_no", id, P, "group of questions: read aloud to confirm that none applies");
}

/* The topicals as options: their names are the topicals' own texts. */
static NpItems
options_from_topicals (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;
  NpItem *items = np_load_memory (load, catalog->n_topicals, sizeof (NpItem));

  for (guint i = 0; i < catalog->n_topicals; i++)
    items[i] = (NpItem){ .id = catalog->topicals[i].id, .text = catalog->topicals[i].name };
  return (NpItems){ items, catalog->n_topicals };
}

static void
read_options (NpLoad *load, const NpJsonView *view, const char *id, NpField *field)
{
  static const char *const from[] = { "topicals", NULL };
  NpItemsKind options = { "options", "label", id, P, "answer: an option of a detail", NP_ITEMS_PLAIN };
  NpJsonView place = np_json_view_member (view, "options");
  gboolean takes = field->type == NP_FIELD_ONE_OF || field->type == NP_FIELD_SOME_OF;

  field->from_topicals = np_json_view_opt_word (view, "options_from", from, -1) == 0;
  if (field->from_topicals)
    field->options = options_from_topicals (load);
  else if (takes)
    field->options = np_load_items (load, view, &options, NP_TABLE_NONE);
  if (!takes && (field->from_topicals || np_json_view_exists (&place)))
    np_json_view_complain (view, "only one-of and some-of have options: take them out");
  if (takes && !field->from_topicals && field->options.n_items == 0 && np_json_view_exists (&place))
    np_json_view_complain (&place, "there are no options: add some");
  if (field->options.n_items > 64)
    np_json_view_complain (&place, "there are more than 64 options: take some out");
}

static void
only_for (const NpJsonView *view, NpField *field, NpFieldType type, ...)
{
  va_list names;

  va_start (names, type);
  for (const char *name = va_arg (names, const char *); name != NULL; name = va_arg (names, const char *))
    if (field->type != type && np_json_view_has (view, name))
      np_json_view_complain (view, "“%s” means nothing for the type “%s”: take it out", name,
                             np_field_type_words[field->type]);
  va_end (names);
}

static void
read_field (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  static const char *const rounds[] = { "first", "last", NULL };
  NpField *field = entry;
  const char *id;

  np_json_view_only (view, "id", "label", "type", "needed", "future", "full", "rounds", "unit", "min", "max", "options",
                     "options_from", NULL);
  field->id = np_load_id (view);
  id = np_load_dotted (load, load->within, field->id);
  field->label = np_load_text (load, view, "label", id, P, "answer: what a detail is");
  field->type = (NpFieldType) MAX (np_json_view_need_word (view, "type", np_field_type_words), 0);
  field->needed = np_json_view_opt_bool (view, "needed", FALSE);
  field->future = np_json_view_opt_bool (view, "future", FALSE);
  field->full = np_json_view_opt_bool (view, "full", FALSE);
  field->rounds_first = np_json_view_opt_word (view, "rounds", rounds, 1) == 0;
  field->unit = np_json_view_opt_string (view, "unit", NULL);
  field->least = (int) np_json_view_opt_int (view, "min", 0, 999999, 0);
  field->most = (int) np_json_view_opt_int (view, "max", 0, 999999, 999999);
  if (field->most < field->least)
    np_json_view_complain (view, "max is less than min: swap them");
  only_for (view, field, NP_FIELD_DATE, "future", "full", "rounds", NULL);
  only_for (view, field, NP_FIELD_INTEGER, "unit", "min", "max", NULL);
  read_options (load, view, id, field);
}

static void
read_fields (NpLoad *load, const NpJsonView *view, const char *id, NpState *state)
{
  NpJsonView list = np_json_view_member (view, "fields");

  if (!np_json_view_exists (&list))
    return;
  load->within = id;
  state->fields = np_load_list (load, view, "fields", NP_TABLE_NONE, sizeof (NpField), read_field, &state->n_fields);
  if (state->n_fields > NP_MAX_FIELDS)
    np_json_view_complain (&list, "there are %u fields, and a state can hold %d: take some out", state->n_fields,
                           NP_MAX_FIELDS);
}

/* The field that takes the name of who interprets. */
static int
read_interpreter (const NpJsonView *view, const NpState *state)
{
  const char *id = np_json_view_opt_string (view, "interpreter", NULL);
  NpJsonView place = np_json_view_member (view, "interpreter");
  int field = id == NULL ? -1 : np_catalog_find_field (state, id);

  if (id != NULL && (field < 0 || state->fields[field].type != NP_FIELD_TEXT))
    np_json_view_complain (&place, "“%s” is no text among the fields: name the one that takes the interpreter's name",
                           id);
  return field;
}

static void
read_state (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  static const char *const common[] = { "no", "dont-know", "prefer-not-to-say", "not-applicable", NULL };
  NpState *state = entry;
  const char *question = load->within;
  const char *id;

  np_json_view_only (view, "id", "label", "short", "record_only", "interpreter", "fields", NULL);
  state->id = np_load_id (view);
  if (g_strv_contains (common, state->id))
    np_json_view_complain (view, "“%s” is an answer of every question: it is not listed among the states", state->id);
  id = np_load_dotted (load, question, state->id);
  state->label = np_load_text (load, view, "label", id, P, "answer: on a button or a check row");
  state->brief =
      np_load_text (load, view, "short", id, P, "answer: a noun phrase inside a reason, in lower case, without a date");
  state->record_only = np_json_view_opt_bool (view, "record_only", FALSE);
  read_fields (load, view, id, state);
  state->interpreter_field = read_interpreter (view, state);
  load->within = question;
}

static void
read_states (NpLoad *load, const NpJsonView *view, NpQuestion *question)
{
  NpJsonView list = np_json_view_member (view, "states");

  if (question->is_birth_date && !np_json_view_exists (&list))
    return;
  load->within = question->id;
  question->states =
      np_load_list (load, view, "states", NP_TABLE_NONE, sizeof (NpState), read_state, &question->n_states);
  if (question->n_states > NP_MAX_STATES)
    np_json_view_complain (&list, "there are %u states, and a question can hold %d: split it", question->n_states,
                           NP_MAX_STATES);
  if (question->is_birth_date && question->n_states > 0)
    np_json_view_complain (&list, "the date of birth is a fact and has no states: take them out");
}

/* Names of the question's own states, as bits. */
static guint64
read_mask (const NpJsonView *view, const char *member, const NpQuestion *question)
{
  NpJsonView list = np_json_view_opt_array (view, member);
  guint64 mask = 0;

  for (guint i = 0; i < np_json_view_length (&list); i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      const char *id = np_json_view_string (&place);
      int state = id == NULL ? -1 : np_catalog_find_state (question, id);

      if (state < 0)
        np_json_view_complain (&place, "this question has no state “%s”", id == NULL ? "" : id);
      else
        mask |= NP_STATE_BIT (MIN (state, NP_MAX_STATES));
    }
  return mask;
}

static void
read_who (const NpJsonView *view, NpQuestion *question)
{
  NpJsonView list = np_json_view_need_array (view, "who");

  for (guint i = 0; i < np_json_view_length (&list); i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      const char *who = np_json_view_string (&place);

      if (g_strcmp0 (who, "patient") == 0)
        question->by_patient = TRUE;
      else if (g_strcmp0 (who, "staff") == 0)
        question->by_staff = TRUE;
      else
        np_json_view_complain (&place, "a question is answered by “patient” or “staff”");
    }
  if (np_json_view_length (&list) == 0 && np_json_view_exists (&list))
    np_json_view_complain (&list, "nobody answers this question: name “patient” or “staff”");
}

static void
read_question_texts (NpLoad *load, const NpJsonView *view, NpQuestion *question)
{
  question->topic = np_load_opt_text (load, view, "topic", question->id, P, "question: what it is about, for the printed sheet");
  question->ask = np_load_text (load, view, "ask", question->id, P, "question: as it is asked");
  question->why = np_load_text (load, view, "why", question->id, P, "question: why it is asked");
  question->staff = np_load_opt_text (load, view, "staff", question->id, S, "question: hint for staff");
  question->no_label =
      np_load_opt_text (load, view, "no_label", question->id, P, "question: what “no” means here, on a button");
  question->beside =
      np_load_opt_text (load, view, "beside", question->id, P, "question: heading of what may be ticked beside the buttons");
}

static void
read_question (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  static const char *const facts[] = { "date-of-birth", NULL };
  NpQuestion *question = entry;
  NpJsonView group = np_json_view_member (view, "group");

  np_json_view_only (view, "id", "number", "group", "topic", "ask", "why", "staff", "who", "private", "confidential", "when",
                     "by_itself", "on_the_day", "fact", "no", "no_label", "not_applicable", "alone", "needs_one_of",
                     "beside", "states", "evidence", NULL);
  question->id = np_load_id (view);
  question->number = np_json_view_need_string (view, "number");
  np_load_reference (load, &group, np_json_view_need_string (view, "group"), NP_TABLE_QUESTION_GROUPS,
                     "group of questions", &question->group);
  read_question_texts (load, view, question);
  read_who (view, question);
  question->in_private = np_json_view_opt_bool (view, "private", FALSE);
  question->confidential = np_json_view_opt_bool (view, "confidential", FALSE);
  question->on_the_day = np_json_view_need_bool (view, "on_the_day");
  question->is_birth_date = np_json_view_opt_word (view, "fact", facts, -1) == 0;
  if (!question->is_birth_date && np_rule_word_is_reserved (question->id))
    np_json_view_complain (view, "“%s” is a word of the rule notation: give the question another id", question->id);
  question->takes_no = np_json_view_need_bool (view, "no");
  question->takes_not_applicable = np_json_view_need_bool (view, "not_applicable");
  np_load_rule (load, view, "when", NP_RULE_PLAN, NULL, &question->when);
  np_load_rule (load, view, "by_itself", NP_RULE_ANSWERS, NULL, &question->by_itself);
  read_states (load, view, question);
  question->alone = read_mask (view, "alone", question);
  question->needs_one_of = read_mask (view, "needs_one_of", question);
  question->evidence = np_load_evidence (load, view);
}

void
np_load_questions (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "groups", "questions", NULL);
  catalog->question_groups = np_load_list (load, root, "groups", NP_TABLE_QUESTION_GROUPS, sizeof (NpQuestionGroup),
                                           read_group, &catalog->n_question_groups);
  catalog->questions = np_load_list (load, root, "questions", NP_TABLE_QUESTIONS, sizeof (NpQuestion), read_question,
                                     &catalog->n_questions);
}
