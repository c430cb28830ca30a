/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-choices.h"

#include <glib/gi18n.h>

/* The answers that most questions take, in the order of their buttons. */
static const struct
{
  const char *id;
  const char *label;
  /* Translators: the letter that gives this answer; small, a to z, another one for each answer, and not “a”. */
  const char *key;
} common[] = {
  { "no", NC_ ("answer", "No"), NC_ ("key of the answer No", "n") },
  { NP_ANSWER_YES, NC_ ("answer", "Yes"), NC_ ("key of the answer Yes", "y") },
  { "dont-know", NC_ ("answer", "Don’t know"), NC_ ("key of the answer Don’t know", "d") },
  { "prefer-not-to-say", NC_ ("answer", "Rather not say"), NC_ ("key of the answer Rather not say", "p") },
  { "not-applicable", NC_ ("answer", "Not relevant"), NC_ ("key of the answer Not relevant", "r") },
};

static const char *const key_contexts[] = { "key of the answer No", "key of the answer Yes", "key of the answer Don’t know",
                                            "key of the answer Rather not say", "key of the answer Not relevant" };

static gboolean
takes (const NpQuestion *question, const char *id)
{
  if (g_str_equal (id, "no"))
    return question->takes_no;
  if (g_str_equal (id, "not-applicable"))
    return question->takes_not_applicable;
  if (g_str_equal (id, NP_ANSWER_YES))
    return np_answer_shape (question) == NP_ANSWER_NO_YES && question->n_states > 0;
  return TRUE;
}

static char
key_of (guint position)
{
  return *g_dpgettext2 (NULL, key_contexts[position], common[position].key);
}

/**
 * np_answer_shape:
 * @question: a question of the catalogue
 *
 * Returns: how its answers stand on buttons
 */
NpAnswerShape
np_answer_shape (const NpQuestion *question)
{
  g_return_val_if_fail (question, NP_ANSWER_NO_YES);

  if (question->needs_one_of)
    return NP_ANSWER_ONE_OF;
  return question->takes_no ? NP_ANSWER_NO_YES : NP_ANSWER_STATES;
}

/* The states that are buttons themselves. */
static guint64
on_buttons (const NpQuestion *question)
{
  switch (np_answer_shape (question))
    {
    case NP_ANSWER_NO_YES:
      return 0;
    case NP_ANSWER_STATES:
      return NP_STATE_BIT (question->n_states) - 1;
    case NP_ANSWER_ONE_OF:
      return question->needs_one_of;
    }
  g_return_val_if_reached (0);
}

static const char *
label_of (const NpQuestion *question, guint position, const NpLanguage *language)
{
  if (g_str_equal (common[position].id, "no") && question->no_label.source)
    return np_language_say (language, &question->no_label);
  return g_dpgettext2 (NULL, "answer", common[position].label);
}

/**
 * np_answer_choices_fill:
 * @choice: a choice without buttons
 * @question: the question it answers
 * @language: the patient's language
 *
 * Adds the buttons. States that are buttons have the digits as keys.
 */
void
np_answer_choices_fill (NpChoice *choice, const NpQuestion *question, const NpLanguage *language)
{
  guint64 buttons;
  char digit = '1';

  g_return_if_fail (NP_IS_CHOICE (choice) && question && language);

  buttons = on_buttons (question);
  for (guint i = 0; i < question->n_states; i++)
    if (buttons & NP_STATE_BIT (i))
      {
        np_choice_add (choice, question->states[i].id, np_language_say (language, &question->states[i].label),
                       digit <= '9' ? digit : 0);
        digit++;
      }
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (takes (question, common[i].id))
      np_choice_add (choice, common[i].id, label_of (question, i, language), key_of (i));
}

/**
 * np_answer_choices_find_key:
 * @question: a question
 * @keyval: a key
 *
 * Returns: (transfer none) (nullable): the id of the button that the key presses
 */
const char *
np_answer_choices_find_key (const NpQuestion *question, guint keyval)
{
  g_return_val_if_fail (question, NULL);

  guint64 buttons = on_buttons (question);
  gunichar key = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  guint digit = '1';
  for (guint i = 0; i < question->n_states; i++)
    if ((buttons & NP_STATE_BIT (i)) && digit <= '9' && key == digit++)
      return question->states[i].id;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (takes (question, common[i].id) && key == (guchar) key_of (i))
      return common[i].id;
  return NULL;
}

static const char *
first_of (JsonArray *states, const NpQuestion *question, guint64 mask)
{
  guint64 own = np_answer_states_own (states, question) & mask;

  for (guint i = 0; i < question->n_states; i++)
    if (own & NP_STATE_BIT (i))
      return question->states[i].id;
  return NULL;
}

/**
 * np_answer_choices_pressed:
 * @states: states of an answer
 * @question: its question
 * @yes: whether "Yes" was said, without a state chosen yet
 *
 * Returns: (transfer none) (nullable): the id of the button that is pressed
 */
const char *
np_answer_choices_pressed (JsonArray *states, const NpQuestion *question, gboolean yes)
{
  const char *state;

  g_return_val_if_fail (states && question, NULL);

  state = first_of (states, question, on_buttons (question));
  if (state)
    return state;
  if (np_answer_shape (question) == NP_ANSWER_NO_YES && (yes || np_answer_states_own (states, question)))
    return NP_ANSWER_YES;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (np_answer_states_find (states, common[i].id))
      return common[i].id;
  return NULL;
}

static void
press_yes (JsonArray *states, const NpQuestion *question)
{
  if (np_answer_states_own (states, question))
    return;
  np_answer_states_clear (states);
  if (question->n_states == 1)
    np_answer_states_set (states, question, question->states[0].id, TRUE);
}

/* Another skin type leaves what is said about sun and marks; so does not knowing it. */
static void
press_one_of (JsonArray *states, const NpQuestion *question, const char *id)
{
  for (guint i = 0; i < question->n_states; i++)
    if (question->needs_one_of & NP_STATE_BIT (i))
      np_answer_states_set (states, question, question->states[i].id, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    np_answer_states_set (states, question, common[i].id, FALSE);
  np_answer_states_set (states, question, id, TRUE);
}

/**
 * np_answer_choices_press:
 * @states: states of an answer, changed in place
 * @question: its question
 * @id: the button that was pressed
 *
 * "Yes" takes the only state at once where there is just one; where there are more they are chosen beside it.
 */
void
np_answer_choices_press (JsonArray *states, const NpQuestion *question, const char *id)
{
  g_return_if_fail (states && question && id);

  if (g_str_equal (id, NP_ANSWER_YES))
    press_yes (states, question);
  else if (np_answer_shape (question) == NP_ANSWER_ONE_OF)
    press_one_of (states, question, id);
  else if (!np_answer_states_find (states, id) || np_answer_shape (question) == NP_ANSWER_NO_YES)
    {
      np_answer_states_clear (states);
      np_answer_states_set (states, question, id, TRUE);
    }
}

/**
 * np_answer_choices_details:
 * @question: a question
 *
 * Returns: the states to be offered beside the buttons, as bits
 */
guint64
np_answer_choices_details (const NpQuestion *question)
{
  guint64 all;

  g_return_val_if_fail (question, 0);

  all = NP_STATE_BIT (question->n_states) - 1;
  switch (np_answer_shape (question))
    {
    case NP_ANSWER_NO_YES:
      return all;
    case NP_ANSWER_STATES:
      return all & ~question->alone;
    case NP_ANSWER_ONE_OF:
      return all & ~question->needs_one_of;
    }
  g_return_val_if_reached (0);
}

/**
 * np_answer_choices_shows_details:
 * @states: states of an answer
 * @question: its question
 * @yes: whether "Yes" was said, without a state chosen yet
 *
 * Returns: whether the states beside the buttons are to be seen
 */
gboolean
np_answer_choices_shows_details (JsonArray *states, const NpQuestion *question, gboolean yes)
{
  g_return_val_if_fail (states && question, FALSE);

  guint64 offered = np_answer_choices_details (question);
  if (np_answer_shape (question) == NP_ANSWER_ONE_OF)
    return offered != 0;
  return yes || (np_answer_states_own (states, question) & offered) != 0;
}

static char *
state_words (JsonObject *entry, const NpQuestion *question, const NpLanguage *language)
{
  const char *id = json_object_get_string_member (entry, "is");
  int position = np_catalog_find_state (question, id);
  NpDate date;

  if (position < 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (common); i++)
        if (g_str_equal (common[i].id, id))
          return g_strdup (label_of (question, i, language));
      return g_strdup (id);
    }
  const NpState *state = &question->states[position];
  const char *label = np_language_say (language, &state->label);
  for (guint i = 0; i < state->n_fields; i++)
    if (state->fields[i].type == NP_FIELD_DATE && json_object_has_member (entry, state->fields[i].id) &&
        np_date_parse (json_object_get_string_member (entry, state->fields[i].id), &date))
      {
        g_autofree char *words = np_language_date (language, date);
        return g_strdup_printf ("%s (%s)", label, words);
      }
  return g_strdup (label);
}

/**
 * np_answer_choices_summary:
 * @states: states of an answer
 * @question: its question
 * @language: the language to say it in
 *
 * Returns: (transfer full): the answer in a few words
 */
char *
np_answer_choices_summary (JsonArray *states, const NpQuestion *question, const NpLanguage *language)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (states && question && language, g_string_free (words, FALSE));
  for (guint i = 0; i < json_array_get_length (states); i++)
    {
      g_autofree char *one = state_words (json_array_get_object_element (states, i), question, language);
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (words, FALSE);
}
