/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"
#include "np-test.h"
#include "np-walk.h"

/* The strict reading, and values by pointer. */

static NpClock *clock_;

static void
set_up (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 3);
}

static void
tear_down (void)
{
  np_clock_free (clock_);
}

/* One thing wrong each; the pointer is where the message has to say it. */
static const struct
{
  const char *pointer, *json, *complains_at;
} wrong[] = {
  { "/format", "'needlepoint-record/1'", "/format" },
  { "/id", "'no-uuid'", "/id" },
  { "/started_at", "'2026-03-10T09:15:00'", "/started_at" },
  { "/assessed_on", "'2026-02-30'", "/assessed_on" },
  { "/assessed_on", "'2026-03'", "/assessed_on" },
  { "/planned_on", "'2026-03-09'", "/planned_on" },
  { "/language", "5", "/language" },
  { "/language", "''", "/language" },
  { "/surprise", "true", "/surprise" },
  { "/patient/date_of_birth", "'2030'", "/patient/date_of_birth" },
  { "/patient/date_of_birth", "'19.7.2001'", "/patient/date_of_birth" },
  { "/patient/name", "7", "/patient/name" },
  { "/patient/nmae", "'x'", "/patient/nmae" },
  { "/patient/identified_by", "['smile']", "/patient/identified_by/0" },
  { "/guardian/relationship", "'neighbour'", "/guardian/relationship" },
  { "/medicines", "[{}]", "/medicines/0" },
  { "/medicines", "[{'name':'x','route':'nose'}]", "/medicines/0/route" },
  { "/medicines", "[{'name':'x','groups_added':['magic']}]", "/medicines/0/groups_added/0" },
  { "/allergies", "[{'severe':true}]", "/allergies/0" },
  { "/allergies", "{}", "/allergies" },
  { "/plan/treat", "[{'indication':'hair','area':'cheek'}]", "/plan/treat/0/indication" },
  { "/plan/treat", "[{'indication':'acne-scar-atrophic','area':'moon'}]", "/plan/treat/0/area" },
  { "/plan/treat", "[{'area':'cheek'}]", "/plan/treat/0" },
  { "/plan/treat", "[{'indication':'acne-scar-atrophic','area':'cheek','depth_um':0}]", "/plan/treat/0/depth_um" },
  { "/plan/device", "'hammer'", "/plan/device" },
  { "/plan/needle_material", "'wood'", "/plan/needle_material" },
  { "/plan/topicals", "['txa','glue']", "/plan/topicals/1" },
  { "/plan/anaesthetic", "'rum'", "/plan/anaesthetic" },
  { "/plan/checks/orbital-rim", "'perhaps'", "/plan/checks/orbital-rim" },
  { "/plan/checks/luck", "'pass'", "/plan/checks/luck" },
  { "/answers/age", "{'states':[{'is':'dont-know'}]}", "/answers/age" },
  { "/answers/height", "{'states':[{'is':'no'}]}", "/answers/height" },
  { "/answers/keloid", "{'states':[{'is':'maybe'}]}", "/answers/keloid/states/0" },
  { "/answers/keloid", "{'states':[{'is':'no'},{'is':'family'}]}", "/answers/keloid/states" },
  { "/answers/keloid", "{'states':[{'is':'no','on':'2025'}]}", "/answers/keloid/states/0/on" },
  { "/answers/keloid", "{'states':[{'is':'not-applicable'}]}", "/answers/keloid/states/0" },
  { "/answers/keloid", "{'states':[{'is':'family'}],'on':'yesterday'}", "/answers/keloid/on" },
  { "/answers/keloid", "{'states':[{'is':'family'}],'extra':1}", "/answers/keloid/extra" },
  { "/answers/voluntary", "{'states':[{'is':'no'}]}", "/answers/voluntary/states/0" },
  { "/answers/voluntary", "{'states':[{'is':'own-idea'},{'is':'pressure'}]}", "/answers/voluntary/states" },
  { "/answers/skin-tone", "{'states':[{'is':'no'}]}", "/answers/skin-tone/states/0" },
  { "/answers/isotretinoin", "{'states':[{'is':'stopped','on':'soon'}]}", "/answers/isotretinoin/states/0/on" },
  { "/answers/isotretinoin", "{'states':[{'is':'stopped','dose':5}]}", "/answers/isotretinoin/states/0/dose" },
  { "/answers/skin-unstable", "{'states':[{'is':'flaring'}]}", "/answers/skin-unstable/states/0" },
  { "/answers/skin-unstable", "{'states':[{'is':'flaring','disease':'flu'}]}", "/answers/skin-unstable/states/0/disease" },
  { "/answers/pregnancy", "{'states':[{'is':'test-negative','on':'2026-03'}]}", "/answers/pregnancy/states/0/on" },
  { "/answers/pregnancy", "{'states':[{'is':'pregnant','weeks':'x'}]}", "/answers/pregnancy/states/0/weeks" },
  { "/answers/otc-bleed", "{'states':[{'is':'last-week','which':['beer']}]}", "/answers/otc-bleed/states/0/which/0" },
  { "/answers/diabetes", "{'states':[{'is':'diabetes','poorly-controlled':'yes'}]}",
    "/answers/diabetes/states/0/poorly-controlled" },
  { "/decisions", "[{'finding':'fate','decision':'wait','name':'a','role':'b','date':'2026-03-10','reason':'c'}]",
    "/decisions/0/finding" },
  { "/decisions", "[{'finding':'antiplatelet','decision':'hope','name':'a','role':'b','date':'2026-03-10','reason':'c'}]",
    "/decisions/0/decision" },
  { "/decisions", "[{'finding':'antiplatelet','decision':'wait','name':'a','role':'b','date':'2026-03-10'}]",
    "/decisions/0" },
  { "/disclosure/acknowledged", "{'risk-of-rain':{'at':'2026-03-10T09:15:00+01:00'}}",
    "/disclosure/acknowledged/risk-of-rain" },
  { "/disclosure/told", "{'weather':{'at':'2026-03-10T09:15:00+01:00'}}", "/disclosure/told/weather" },
  { "/disclosure/told", "{'how':{'at':'today'}}", "/disclosure/told/how/at" },
  { "/disclosure/goals", "{'text':'a','none':true}", "/disclosure/goals" },
  { "/disclosure/photographs", "{'record':'yes'}", "/disclosure/photographs/record" },
  { "/disclosure/questions", "[{'asked':'why'}]", "/disclosure/questions/0" },
  { "/understanding", "{'tb-how':{'result':'well','tries':1,'at':'2026-03-10T09:15:00+01:00'}}",
    "/understanding/tb-how/result" },
  { "/understanding", "{'tb-how':{'result':'not-yet','tries':0,'at':'2026-03-10T09:15:00+01:00'}}",
    "/understanding/tb-how/tries" },
  { "/early", "{'name':'a','role':'b','date':'2026-03-10'}", "/early" },
  { "/copy", "{'how':'pigeon'}", "/copy/how" },
  { "/ending", "{'kind':'refusal'}", "/ending" },
  { "/ending", "{'kind':'walkout','reason':'x'}", "/ending/kind" },
  { "/signatures", "[{'role':'patient','name':'a','at':'2026-03-10T09:15:00+01:00','method':'typed',"
                   "'attestation':'consent-patient','meaning':'m'}]", "/signatures/0" },
  { "/signatures", "[{'role':'patient','name':'a','at':'2026-03-10T09:15:00+01:00','method':'drawn','strokes':[[1,2]],"
                   "'width':10,'height':10,'attestation':'consent-patient','meaning':'m'}]", "/signatures/0/strokes/0" },
  { "/signatures", "[{'role':'patient','name':'a','at':'2026-03-10T09:15:00+01:00','method':'drawn','strokes':[],"
                   "'width':10,'height':10,'attestation':'consent-patient','meaning':'m'}]", "/signatures/0/strokes" },
  { "/log", "[{'at':'2026-03-10T09:15:00+01:00','what':'guessed'}]", "/log/0/what" },
  { "/unknown", "[5]", "/unknown/0" },
};

static JsonNode *
parse (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');

  return json_from_string (text, NULL);
}

START_TEST (complains_of_what_is_wrong)
{
  g_autoptr (JsonNode) document = np_document_new (np_walk_catalog (), "en", clock_);
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = NULL;
  gboolean found = FALSE;

  np_document_put (document, wrong[_i].pointer, parse (wrong[_i].json));
  reading = np_document_read (document, "f.json", np_walk_catalog (), problems);
  for (guint i = 0; i < np_problems_count (problems) && !found; i++)
    found = strstr (np_problems_line (problems, i), wrong[_i].complains_at) != NULL;
  ck_assert_msg (found, "%s: %s", wrong[_i].complains_at,
                 np_problems_count (problems) > 0 ? np_problems_line (problems, 0) : "nothing was complained of");
}
END_TEST

START_TEST (takes_an_empty_one)
{
  g_autoptr (JsonNode) document = np_document_new (np_walk_catalog (), "en", clock_);
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = np_document_read (document, NULL, np_walk_catalog (), problems);

  ck_assert_uint_eq (np_problems_count (problems), 0);
  ck_assert_int_eq (reading->facts->born, NP_DAY_NONE);
  ck_assert (!reading->facts->medicines_known);
}
END_TEST

START_TEST (refuses_what_is_no_object)
{
  g_autoptr (JsonNode) document = json_from_string ("[]", NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (np_consultation_open (np_walk_catalog (), clock_, document, "f.json", _i == 1, &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

static const struct
{
  const char *before, *pointer, *value, *after;
} placings[] = {
  { "{}", "/a", "1", "{'a':1}" },
  { "{}", "/a/b/c", "true", "{'a':{'b':{'c':true}}}" },
  { "{'a':1,'b':2}", "/a", NULL, "{'b':2}" },
  { "{}", "/a/b", NULL, "{}" },
  { "{'a':[1,2,3]}", "/a/1", "9", "{'a':[1,9,3]}" },
  { "{'a':[1,2,3]}", "/a/0", NULL, "{'a':[2,3]}" },
  { "{'a':[1]}", "/a/-", "2", "{'a':[1,2]}" },
  { "{}", "/a/-", "2", "{'a':[2]}" },
  { "{}", "/a/-/b", "2", "{'a':[{'b':2}]}" },
  { "{'a':[1]}", "/a/5", "2", "{'a':[1]}" },
  { "{'a':5}", "/a/b", "2", "{'a':5}" },
  { "{}", "/a~1b/c~0d", "1", "{'a/b':{'c~d':1}}" },
  { "{'a':[{'b':1}]}", "/a/0/b", "2", "{'a':[{'b':2}]}" },
};

START_TEST (puts_by_pointer)
{
  g_autoptr (JsonNode) document = parse (placings[_i].before);
  g_autoptr (JsonNode) wanted = parse (placings[_i].after);
  g_autofree char *is = NULL;
  g_autofree char *should_be = NULL;

  np_document_put (document, placings[_i].pointer, placings[_i].value != NULL ? parse (placings[_i].value) : NULL);
  is = np_json_write_canonical (document);
  should_be = np_json_write_canonical (wanted);
  ck_assert_str_eq (is, should_be);
}
END_TEST

START_TEST (copies_share_nothing)
{
  g_autoptr (JsonNode) document = parse ("{'a':{'b':[1,{'c':2}]}}");
  g_autoptr (JsonNode) copy = np_document_copy (document);

  np_document_put (copy, "/a/b/1/c", parse ("3"));
  np_document_put (copy, "/a/b/-", parse ("4"));
  ck_assert_int_eq (json_node_get_int (np_document_lookup (document, "/a/b/1/c")), 2);
  ck_assert_ptr_null (np_document_lookup (document, "/a/b/2"));
  ck_assert_ptr_null (np_document_lookup (document, "/a/b/x"));
  ck_assert_ptr_null (np_document_string (document, "/a/b/0"));
}
END_TEST

/* Partial dates of birth count as their last day, but never later than the day of the assessment. */
static const struct
{
  const char *written, *born;
} births[] = {
  { "'2001-07-19'", "2001-07-19" },
  { "'2008-02'", "2008-02-29" },
  { "'2001'", "2001-12-31" },
  { "'2026'", "2026-03-10" },
};

START_TEST (rounds_dates_of_birth)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);

  np_walk_set (self, "/patient/date_of_birth", births[_i].written);
  ck_assert_int_eq (np_consultation_get_facts (self)->born, np_day_parse (births[_i].born));
}
END_TEST

START_TEST (groups_by_hand_count)
{
  const NpCatalog *catalog = np_walk_catalog ();
  guint64 thinner = NP_STATE_BIT (np_catalog_find_medicine_group (catalog, "anticoagulant"));
  g_autoptr (NpConsultation) self = np_walk_new (clock_);

  np_walk_set (self, "/medicines", "[{'name':'Warfarin'}]");
  ck_assert ((np_consultation_get_facts (self)->medicine_groups & thinner) != 0);
  np_walk_set (self, "/medicines", "[{'name':'Warfarin','groups_removed':['anticoagulant']}]");
  ck_assert ((np_consultation_get_facts (self)->medicine_groups & thinner) == 0);
  np_walk_set (self, "/medicines", "[{'name':'Something','groups_added':['anticoagulant']}]");
  ck_assert ((np_consultation_get_facts (self)->medicine_groups & thinner) != 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("document");
  TCase *tcase = tcase_create ("document");

  np_walk_catalog ();
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, complains_of_what_is_wrong, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, takes_an_empty_one);
  tcase_add_loop_test (tcase, refuses_what_is_no_object, 0, 2);
  tcase_add_loop_test (tcase, puts_by_pointer, 0, G_N_ELEMENTS (placings));
  tcase_add_test (tcase, copies_share_nothing);
  tcase_add_loop_test (tcase, rounds_dates_of_birth, 0, G_N_ELEMENTS (births));
  tcase_add_test (tcase, groups_by_hand_count);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
