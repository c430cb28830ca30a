/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-walked.h"

/* Answers: which are taken, "all of these are no", and who interprets. */

static guint
question (const char *id)
{
  int position = np_catalog_find_question (np_walk_catalog (), id);

  ck_assert_int_ge (position, 0);
  return (guint) position;
}

static const struct
{
  const char *question, *states;
  gboolean taken, answered;
} answers[] = {
  { "keloid", "[{'is':'no'}]", TRUE, TRUE },
  { "keloid", "[{'is':'dont-know'}]", TRUE, TRUE },
  { "keloid", "[{'is':'prefer-not-to-say'}]", TRUE, TRUE },
  { "keloid", "[{'is':'family'},{'is':'dont-know'}]", TRUE, TRUE },
  { "keloid", "[{'is':'family'},{'is':'within-wound'}]", TRUE, TRUE },
  { "keloid", "[{'is':'no'},{'is':'dont-know'}]", FALSE, FALSE },
  { "keloid", "[{'is':'no'},{'is':'family'}]", FALSE, FALSE },
  { "keloid", "[]", TRUE, FALSE },
  { "keloid", "[{}]", FALSE, FALSE },
  { "keloid", "['no']", FALSE, FALSE },
  { "pregnancy", "[{'is':'not-applicable'}]", TRUE, TRUE },
  { "keloid", "[{'is':'not-applicable'}]", FALSE, FALSE },
  { "voluntary", "[{'is':'own-idea'}]", TRUE, TRUE },
  { "voluntary", "[{'is':'own-idea'},{'is':'not-own-wish'}]", FALSE, FALSE },
  { "voluntary", "[{'is':'no'}]", FALSE, FALSE },
  { "skin-tone", "[{'is':'type-ii'}]", TRUE, TRUE },
  { "skin-tone", "[{'is':'dark-marks'}]", TRUE, FALSE },
  { "skin-tone", "[{'is':'dark-marks'},{'is':'dont-know'}]", TRUE, TRUE },
  { "sun", "[{'is':'trip','on':'2026-04-01'}]", TRUE, TRUE },
  { "isotretinoin", "[{'is':'stopped','on':'2025'}]", TRUE, TRUE },
  { "isotretinoin", "[{'is':'stopped'}]", TRUE, TRUE },
  { "age", "[{'is':'dont-know'}]", FALSE, FALSE },
  { "allergy-topical", "[{'is':'product','which':['txa']}]", TRUE, TRUE },
  { "allergy-topical", "[{'is':'product','which':['sand']}]", FALSE, FALSE },
  { "skin-unstable", "[{'is':'quiet','disease':'eczema','on':'2020-05'}]", TRUE, TRUE },
  { "recent-injectables", "[{'is':'filler','on':'2026-02'},{'is':'botulinum','on':'2026-03-01'}]", TRUE, TRUE },
};

START_TEST (takes_what_the_catalogue_says)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (np_walk_try_answer (self, answers[_i].question, answers[_i].states, &error), answers[_i].taken);
  ck_assert_int_eq (error == NULL, answers[_i].taken);
  if (error != NULL)
    ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_INVALID));
  ck_assert_int_eq (np_consultation_is_answered (self, question (answers[_i].question)), answers[_i].answered);
}
END_TEST

START_TEST (a_note_is_no_answer)
{
  g_autoptr (GError) error = NULL;

  np_walk_set (self, "/answers/keloid/note", "'asked twice'");
  ck_assert (!np_consultation_is_answered (self, question ("keloid")));
  np_walk_answer (self, "keloid", "[{'is':'no'}]");
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/keloid/note"), "asked twice");
  ck_assert (np_consultation_clear_answer (self, question ("keloid"), &error));
  ck_assert (!np_consultation_is_answered (self, question ("keloid")));
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/keloid/note"), "asked twice");
}
END_TEST

/* What has an operation of its own, or is the program's own business, cannot be set past it. */
static const struct
{
  const char *pointer, *json;
} barred[] = {
  { "/answers/keloid/states", "[{'is':'no'}]" },
  { "/answers/keloid", "{'states':[{'is':'no'}]}" },
  { "/answers", "{'keloid':{'states':[{'is':'no'}]}}" },
  { "/decisions", "[]" },
  { "/disclosure/acknowledged", "{}" },
  { "/disclosure", "{'informed_at':'2026-03-01T10:00:00+01:00'}" },
  { "/disclosure/told/how", "{'at':'2026-03-01T10:00:00+01:00'}" },
  { "/understanding/tb-how", "{'result':'own-words','tries':1,'at':'2026-03-01T10:00:00+01:00'}" },
  { "/ending", "{'kind':'consent'}" },
  { "/signatures", "[]" },
  { "/patient", "{'name':'a','confirmed_at':'2026-03-01T10:00:00+01:00'}" },
  { "/assessed_on", "'2026-03-09'" },
  { "/log", "[]" },
  { "/id", "'b0c5cbd8-4b7e-4f6c-9c0f-0d4a4c8f8f10'" },
};

START_TEST (guards_what_has_its_own_way)
{
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *text = g_strdelimit (g_strdup (barred[_i].json), "'", '"');
  g_autoptr (GError) error = NULL;

  value = json_from_string (text, NULL);
  ck_assert (!np_consultation_set (self, barred[_i].pointer, g_steal_pointer (&value), &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_ALLOWED));
}
END_TEST

START_TEST (cleans_what_is_pasted)
{
  g_autoptr (GError) error = NULL;

  ck_assert (np_consultation_set_string (self, "/patient/name", "Sam\xe2\x80\xaeple\x01 A\r\nB", &error));
  ck_assert_str_eq (np_consultation_get_string (self, "/patient/name"), "Sample A\nB");
  ck_assert (np_consultation_set_string (self, "/patient/name", "", &error));
  ck_assert_ptr_null (np_consultation_get (self, "/patient/name"));
}
END_TEST

START_TEST (typing_on_is_one_entry)
{
  ck_assert (np_consultation_set_string (self, "/patient/name", "S", NULL));
  ck_assert (np_consultation_set_string (self, "/patient/name", "Sa", NULL));
  ck_assert (np_consultation_set_string (self, "/patient/name", "Sam", NULL));
  ck_assert_uint_eq (np_walk_count_log (self, "changed"), 1);
  ck_assert (np_consultation_set_string (self, "/patient/record_number", "1", NULL));
  ck_assert_uint_eq (np_walk_count_log (self, "changed"), 2);
}
END_TEST

/* ---- "all of these are no" ---- */

START_TEST (a_group_is_answered_at_once)
{
  const NpCatalog *catalog = np_walk_catalog ();
  guint group = catalog->questions[question ("keloid")].group;
  g_autoptr (GError) error = NULL;

  np_walk_answer (self, "melasma", "[{'is':'elsewhere'}]");
  ck_assert (np_consultation_answer_group_no (self, group, &error));
  ck_assert (np_consultation_get_bool (self, "/answers/keloid/together"));
  ck_assert (!np_consultation_get_bool (self, "/answers/melasma/together"));
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/melasma/states/0/is"), "elsewhere");
  ck_assert (!np_consultation_is_answered (self, question ("skin-tone")));
  ck_assert_uint_eq (np_walk_count_log (self, "answered-together"), 1);
  ck_assert (!np_consultation_answer_group_no (self, group, &error));
  ck_assert (g_error_matches (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_NOW));
  np_walk_answer (self, "keloid", "[{'is':'no'}]");
  ck_assert (!np_consultation_get_bool (self, "/answers/keloid/together"));
}
END_TEST

START_TEST (a_group_leaves_open_what_the_lists_contradict)
{
  const NpCatalog *catalog = np_walk_catalog ();

  np_walk_set (self, "/allergies", "[{'substance':'nickel'}]");
  ck_assert (np_consultation_answer_group_no (self, catalog->questions[question ("metal-allergy")].group, NULL));
  ck_assert (!np_consultation_is_answered (self, question ("metal-allergy")));
  ck_assert (np_consultation_is_answered (self, question ("allergy-anaesthetic")));
  ck_assert_uint_eq (np_walk_count_log (self, "answered-together"), 1);
}
END_TEST

/* Penicillin is in no word group that a rule reads; still nobody says "never any antibiotic" in one sentence with all the rest. */
START_TEST (a_group_leaves_open_what_is_to_be_asked_by_itself)
{
  const NpCatalog *catalog = np_walk_catalog ();
  guint allergies = catalog->questions[question ("allergy-other")].group;
  guint health = catalog->questions[question ("pregnancy")].group;

  np_walk_set (self, "/allergies", "[{'substance':'Penicillin'}]");
  ck_assert (np_consultation_group_takes_no (self, allergies));
  ck_assert (np_consultation_answer_group_no (self, allergies, NULL));
  ck_assert (!np_consultation_is_answered (self, question ("allergy-other")));
  ck_assert (np_consultation_is_answered (self, question ("metal-allergy")));
  ck_assert (!np_consultation_group_takes_no (self, allergies));

  np_walk_set (self, "/allergies", "[]");
  ck_assert (np_consultation_group_takes_no (self, allergies));
  ck_assert (np_consultation_answer_group_no (self, allergies, NULL));
  ck_assert (np_consultation_is_answered (self, question ("allergy-other")));

  ck_assert (np_consultation_answer_group_no (self, health, NULL));
  ck_assert (np_consultation_is_answered (self, question ("diabetes")));
  ck_assert (np_consultation_can_undo (self));
  ck_assert (!np_consultation_is_answered (self, question ("pregnancy")));
}
END_TEST

START_TEST (a_group_leaves_out_what_the_plan_does_not_ask)
{
  const NpCatalog *catalog = np_walk_catalog ();

  ck_assert (np_consultation_answer_group_no (self, catalog->questions[question ("prp-blood")].group, NULL));
  ck_assert_ptr_null (np_consultation_get (self, "/answers/prp-blood"));
  np_walk_set (self, "/plan/topicals", "['prp']");
  ck_assert (np_consultation_answer_group_no (self, catalog->questions[question ("prp-blood")].group, NULL));
  ck_assert_ptr_nonnull (np_consultation_get (self, "/answers/prp-blood"));
}
END_TEST

START_TEST (counts_what_is_asked)
{
  guint answered, asked, more;

  np_consultation_count_answers (self, &answered, &asked);
  ck_assert_uint_eq (answered, 0);
  ck_assert_uint_gt (asked, 30);
  np_walk_answer (self, "keloid", "[{'is':'no'}]");
  np_walk_set (self, "/plan/topicals", "['txa']");
  np_consultation_count_answers (self, &answered, &more);
  ck_assert_uint_eq (answered, 1);
  ck_assert_uint_gt (more, asked);
}
END_TEST

/* ---- who interprets ---- */

START_TEST (an_interpreter_answers_the_question)
{
  np_walk_set (self, "/interpreter/language", "'fr'");
  ck_assert (!np_consultation_is_answered (self, question ("interpreter")));
  np_walk_set (self, "/interpreter/name", "'Sample Interpreter'");
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/interpreter/states/0/is"), "interpreter-needed");
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/interpreter/states/0/name"), "Sample Interpreter");
  ck_assert_uint_eq (np_walk_count_log (self, "answered"), 1);
}
END_TEST

START_TEST (an_interpreter_changes_no_answer)
{
  np_walk_answer (self, "interpreter", "[{'is':'no'}]");
  np_walk_set (self, "/interpreter/name", "'Sample Interpreter'");
  ck_assert_str_eq (np_consultation_get_string (self, "/answers/interpreter/states/0/is"), "no");
}
END_TEST

START_TEST (an_answer_names_no_interpreter)
{
  g_autoptr (GPtrArray) todo = NULL;
  gboolean asked = FALSE;

  np_walk_answer (self, "interpreter", "[{'is':'interpreter-needed','professional':true,'name':'A'}]");
  ck_assert_ptr_null (np_consultation_get (self, "/interpreter"));
  todo = np_consultation_todo (self, NP_STEP_PEOPLE);
  for (guint i = 0; i < todo->len && !asked; i++)
    asked = g_str_equal (((NpTodo *) g_ptr_array_index (todo, i))->id, "/interpreter/name");
  ck_assert (asked);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("answers");
  TCase *tcase = tcase_create ("answers");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, np_walked_set_up, np_walked_tear_down);
  tcase_add_loop_test (tcase, takes_what_the_catalogue_says, 0, G_N_ELEMENTS (answers));
  tcase_add_test (tcase, a_note_is_no_answer);
  tcase_add_loop_test (tcase, guards_what_has_its_own_way, 0, G_N_ELEMENTS (barred));
  tcase_add_test (tcase, cleans_what_is_pasted);
  tcase_add_test (tcase, typing_on_is_one_entry);
  tcase_add_test (tcase, a_group_is_answered_at_once);
  tcase_add_test (tcase, a_group_leaves_out_what_the_plan_does_not_ask);
  tcase_add_test (tcase, a_group_leaves_open_what_the_lists_contradict);
  tcase_add_test (tcase, a_group_leaves_open_what_is_to_be_asked_by_itself);
  tcase_add_test (tcase, counts_what_is_asked);
  tcase_add_test (tcase, an_interpreter_answers_the_question);
  tcase_add_test (tcase, an_interpreter_changes_no_answer);
  tcase_add_test (tcase, an_answer_names_no_interpreter);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
