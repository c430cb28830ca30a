/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-choices.h"
#include "np-answer-draft.h"
#include "np-answer-keys.h"
#include "np-answer-lists.h"
#include "np-test.h"
#include "np-walk.h"

/* The states of an answer while it is edited, the buttons they stand on, the keys that press them, and what the lists tell. */

static const NpQuestion *
question (const char *id)
{
  int position = np_catalog_find_question (np_walk_catalog (), id);

  ck_assert_int_ge (position, 0);
  return &np_walk_catalog ()->questions[position];
}

/* "type-iii dark-marks" */
static JsonArray *
states_of (const char *words)
{
  JsonArray *states = json_array_new ();
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);

  for (guint i = 0; ids[i] && *ids[i]; i++)
    {
      JsonObject *state = json_object_new ();
      json_object_set_string_member (state, "is", ids[i]);
      json_array_add_object_element (states, state);
    }
  return states;
}

static char *
words_of (JsonArray *states)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (states); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (json_array_get_object_element (states, i), "is"));
  return g_string_free (words, FALSE);
}

static void
assert_states (JsonArray *states, const char *expected)
{
  g_autofree char *words = words_of (states);

  ck_assert_str_eq (words, expected);
}

static const struct
{
  const char *question, *before, *id;
  gboolean holds;
  const char *after;
} edits[] = {
  { "keloid", "", "family", TRUE, "family" },
  { "keloid", "family", "family", TRUE, "family" },
  { "keloid", "family", "within-wound", TRUE, "family within-wound" },
  { "keloid", "family within-wound", "family", FALSE, "within-wound" },
  { "keloid", "no", "family", TRUE, "family" },
  { "keloid", "family dont-know", "no", TRUE, "no" },
  { "keloid", "family", "dont-know", TRUE, "family dont-know" },
  { "keloid", "family", "no", FALSE, "family" },
  { "voluntary", "not-own-wish", "own-idea", TRUE, "own-idea" },
};

START_TEST (what_stands_alone_drives_the_others_out)
{
  g_autoptr (JsonArray) states = states_of (edits[_i].before);

  np_answer_states_set (states, question (edits[_i].question), edits[_i].id, edits[_i].holds);
  assert_states (states, edits[_i].after);
}
END_TEST

START_TEST (an_answer_is_whole_with_what_it_needs)
{
  g_autoptr (JsonArray) none = states_of ("");
  g_autoptr (JsonArray) quiet = states_of ("quiet");
  const NpQuestion *unstable = question ("skin-unstable");

  ck_assert (!np_answer_states_are_complete (none, unstable));
  ck_assert (!np_answer_states_are_complete (quiet, unstable));
  json_object_set_string_member (np_answer_states_find (quiet, "quiet"), "disease", "eczema");
  ck_assert (np_answer_states_are_complete (quiet, unstable));
}
END_TEST

START_TEST (a_copy_is_the_same_and_apart)
{
  g_autoptr (JsonArray) states = states_of ("family");
  g_autoptr (JsonArray) copy = np_answer_states_copy (states);
  g_autoptr (JsonArray) none = np_answer_states_copy (NULL);

  ck_assert (np_answer_states_equal (states, copy));
  ck_assert (np_answer_states_equal (none, NULL));
  np_answer_states_clear (copy);
  ck_assert (!np_answer_states_equal (states, copy));
  assert_states (states, "family");
}
END_TEST

static const struct
{
  const char *question, *before, *button, *after;
} presses[] = {
  { "keloid", "", "no", "no" },
  { "keloid", "family", "no", "no" },
  { "keloid", "no", NP_ANSWER_YES, "" },                        /* more than one to choose from */
  { "keloid", "family", NP_ANSWER_YES, "family" },
  { "diabetes", "no", NP_ANSWER_YES, "diabetes" },              /* the only one */
  { "voluntary", "own-idea", "dont-know", "dont-know" },
  { "skin-tone", "type-ii dark-marks", "type-iv", "dark-marks type-iv" },
  { "skin-tone", "type-ii dark-marks", "dont-know", "dark-marks dont-know" },
  { "pregnancy", "pregnant", "not-applicable", "not-applicable" },
};

START_TEST (a_button_changes_the_states)
{
  g_autoptr (JsonArray) states = states_of (presses[_i].before);

  np_answer_choices_press (states, question (presses[_i].question), presses[_i].button);
  assert_states (states, presses[_i].after);
}
END_TEST

static const struct
{
  const char *question, *states;
  gboolean yes;
  const char *pressed; /* NULL: none */
  gboolean shows_details;
} shown[] = {
  { "keloid", "", FALSE, NULL, FALSE },
  { "keloid", "", TRUE, NP_ANSWER_YES, TRUE },
  { "keloid", "family", FALSE, NP_ANSWER_YES, TRUE },
  { "keloid", "dont-know", FALSE, "dont-know", FALSE },
  { "skin-tone", "dark-marks", FALSE, NULL, TRUE },
  { "skin-tone", "dark-marks type-i", FALSE, "type-i", TRUE },
  { "voluntary", "own-idea", FALSE, "own-idea", FALSE },
};

START_TEST (the_states_press_their_button)
{
  g_autoptr (JsonArray) states = states_of (shown[_i].states);
  const NpQuestion *asked = question (shown[_i].question);

  ck_assert_pstr_eq (np_answer_choices_pressed (states, asked, shown[_i].yes), shown[_i].pressed);
  ck_assert_int_eq (np_answer_choices_shows_details (states, asked, shown[_i].yes), shown[_i].shows_details);
}
END_TEST

/* A slip to another answer loses nothing of a "Yes"; what the document does not hold waits. */
START_TEST (a_yes_comes_back_after_a_slip)
{
  NpAnswerDraft draft;
  g_autoptr (JsonArray) stored = states_of ("no");

  np_answer_draft_init (&draft, question ("keloid"));
  ck_assert (!np_answer_draft_is_pending (&draft));
  np_answer_draft_press (&draft, NP_ANSWER_YES);
  ck_assert (np_answer_draft_is_pending (&draft) && np_answer_draft_shows_details (&draft));
  np_answer_states_set (draft.states, draft.question, "family", TRUE);
  np_answer_draft_edited (&draft);
  assert_states (np_answer_draft_whole (&draft), "family");
  np_answer_draft_press (&draft, "no");
  assert_states (np_answer_draft_whole (&draft), "no");
  np_answer_draft_press (&draft, NP_ANSWER_YES);
  assert_states (np_answer_draft_whole (&draft), "family");
  np_answer_draft_take_over (&draft, stored);
  ck_assert_str_eq (np_answer_draft_pressed (&draft), "no");
  np_answer_draft_take_over (&draft, NULL);
  ck_assert_ptr_null (np_answer_draft_pressed (&draft));
  np_answer_draft_clear (&draft);
}
END_TEST

START_TEST (the_answer_is_said_in_a_few_words)
{
  NpLanguage *language = np_language_new ("en", NULL);
  g_autoptr (JsonArray) states = states_of ("stopped dont-know");

  json_object_set_string_member (np_answer_states_find (states, "stopped"), "on", "2025-12-10");
  g_autofree char *words = np_answer_choices_summary (states, question ("isotretinoin"), language);
  ck_assert_str_eq (words, "I took it and have stopped (10 December 2025), Don’t know");
  np_language_unref (language);
}
END_TEST

static NpAnswerKey
type (NpAnswerKeys *keys, const char *asked, char letter, double seconds, gboolean on_answers, gboolean is_open, const char **id)
{
  return np_answer_keys_read (keys, question (asked), (guint) letter, (gint64) (seconds * G_USEC_PER_SEC), on_answers, is_open, id);
}

static const struct
{
  const char *question;
  char letter;
  const char *id; /* NULL: it answers nothing */
} letters[] = {
  { "keloid", 'n', "no" },         { "keloid", 'N', "no" },       { "keloid", 'y', NP_ANSWER_YES }, { "keloid", 'd', "dont-know" },
  { "keloid", 'p', "prefer-not-to-say" }, { "keloid", 'r', NULL }, { "keloid", '1', NULL },         { "pregnancy", 'r', "not-applicable" },
  { "skin-tone", '3', "type-iii" }, { "skin-tone", '7', NULL },   { "skin-tone", 'n', NULL },       { "voluntary", '1', "own-idea" },
};

START_TEST (a_letter_answers_an_open_question)
{
  NpAnswerKeys keys = { 0 };
  const char *id;
  NpAnswerKey key = type (&keys, letters[_i].question, letters[_i].letter, 100, TRUE, TRUE, &id);

  ck_assert_pstr_eq (id, letters[_i].id);
  ck_assert_int_eq (key, letters[_i].id ? NP_ANSWER_KEY_ANSWER : NP_ANSWER_KEY_OTHER);
}
END_TEST

START_TEST (a_letter_never_changes_an_answer_that_stands)
{
  NpAnswerKeys keys = { 0 };
  const char *id;

  ck_assert_int_eq (type (&keys, "keloid", 'n', 100, TRUE, FALSE, &id), NP_ANSWER_KEY_REFUSED);
  ck_assert_int_eq (type (&keys, "keloid", 'a', 101, TRUE, FALSE, &id), NP_ANSWER_KEY_ALL_NO);
  ck_assert_int_eq (type (&keys, "keloid", 'n', 102, FALSE, TRUE, &id), NP_ANSWER_KEY_OTHER);
}
END_TEST

/* "June": its n and e come right behind letters that answer nothing */
START_TEST (the_letters_of_a_word_answer_nothing)
{
  NpAnswerKeys keys = { 0 };
  const char *id;

  ck_assert_int_eq (type (&keys, "keloid", 'j', 100, TRUE, TRUE, &id), NP_ANSWER_KEY_OTHER);
  ck_assert_int_eq (type (&keys, "keloid", 'u', 100.3, TRUE, TRUE, &id), NP_ANSWER_KEY_REFUSED);
  ck_assert_int_eq (type (&keys, "keloid", 'n', 100.6, TRUE, TRUE, &id), NP_ANSWER_KEY_REFUSED);
  ck_assert_int_eq (type (&keys, "keloid", 'n', 102, TRUE, TRUE, &id), NP_ANSWER_KEY_ANSWER);
}
END_TEST

START_TEST (the_lists_are_told_where_a_group_asks_about_the_same)
{
  NpClock *clock = np_clock_new_fixed (NP_WALK_NOW, 9);
  NpConsultation *consultation = np_walk_new (clock);
  guint allergies = question ("metal-allergy")->group, medicines = question ("blood-thinner")->group;

  np_walk_set (consultation, "/allergies", "[]");
  ck_assert_ptr_null (np_answer_lists_words (consultation, allergies));
  np_walk_set (consultation, "/allergies", "[{'substance':'Penicillin'},{'substance':'latex'}]");
  np_walk_set (consultation, "/medicines", "[{'name':'Cetirizine'}]");
  g_autofree char *of_allergies = np_answer_lists_words (consultation, allergies);
  g_autofree char *of_medicines = np_answer_lists_words (consultation, medicines);
  ck_assert_ptr_nonnull (strstr (of_allergies, "Penicillin, latex"));
  ck_assert_ptr_nonnull (strstr (of_medicines, "Cetirizine"));
  ck_assert_ptr_null (strstr (of_medicines, "Penicillin"));
  g_object_unref (consultation);
  np_clock_free (clock);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("answers");
  TCase *tcase = tcase_create ("answers");

  tcase_add_loop_test (tcase, what_stands_alone_drives_the_others_out, 0, G_N_ELEMENTS (edits));
  tcase_add_test (tcase, an_answer_is_whole_with_what_it_needs);
  tcase_add_test (tcase, a_copy_is_the_same_and_apart);
  tcase_add_loop_test (tcase, a_button_changes_the_states, 0, G_N_ELEMENTS (presses));
  tcase_add_loop_test (tcase, the_states_press_their_button, 0, G_N_ELEMENTS (shown));
  tcase_add_test (tcase, a_yes_comes_back_after_a_slip);
  tcase_add_test (tcase, the_answer_is_said_in_a_few_words);
  tcase_add_loop_test (tcase, a_letter_answers_an_open_question, 0, G_N_ELEMENTS (letters));
  tcase_add_test (tcase, a_letter_never_changes_an_answer_that_stands);
  tcase_add_test (tcase, the_letters_of_a_word_answer_nothing);
  tcase_add_test (tcase, the_lists_are_told_where_a_group_asks_about_the_same);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
