/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing off, saving and reading back; and the rules of what a record must hold, each looked for where it stands. */
#include "np-document.h"
#include "np-json-read.h"
#include "np-json-write.h"
#include "np-record.h"
#include "np-save.h"
#include "np-test.h"
#include "np-walk.h"

#include <glib/gstdio.h>
#include <string.h>

#define MADE_BY "test 1.0.0"

static NpClock *clock_;
static char *archive;

static void
setup (void)
{
  clock_ = np_clock_new_fixed (NP_WALK_NOW, 1);
  archive = g_dir_make_tmp ("np-record-XXXXXX", NULL);
}

static void
remove_below (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_below (below);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
teardown (void)
{
  remove_below (archive);
  g_clear_pointer (&archive, g_free);
  g_clear_pointer (&clock_, np_clock_free);
}

/* A consultation that ends in this kind, signed by everybody; born decides whether a guardian is there. */
static NpConsultation *
walked (NpKind kind, const char *born)
{
  NpConsultation *self = np_walk_new (clock_);

  np_walk_people (self, born);
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_answer (self, "blood-thinner", "[{'is':'anticoagulant'}]");
  np_walk_answer (self, "keloid", "[{'is':'dont-know'}]");
  np_walk_screening (self);
  np_walk_set (self, "/planned_on", "'2026-04-10'");
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_disclosure (self);
  np_walk_understanding (self);
  np_walk_set (self, "/handed_over", "[{'what':'Sample leaflet','version':'3','language':'en','at':'" NP_WALK_NOW "'}]");
  np_walk_sign_all (self, kind);
  return self;
}

static JsonNode *
sign_off (NpConsultation *self)
{
  g_autoptr (GError) error = NULL;
  JsonNode *file = np_record_sign_off (self, MADE_BY, &error);

  ck_assert_msg (file != NULL, "%s", error != NULL ? error->message : "");
  return file;
}

static char *
save (JsonNode *file)
{
  g_autoptr (GError) error = NULL;
  char *path = np_record_save (file, archive, &error);

  ck_assert_msg (path != NULL, "%s", error != NULL ? error->message : "");
  return path;
}

/* ---- every kind ---- */

static const struct
{
  NpKind kind;
  const char *born;
} ways[] = {
  { NP_KIND_CONSENT, "1992-05-04" },      { NP_KIND_CONSENT, "2010-05-04" },      { NP_KIND_REFUSAL, "1992-05-04" },
  { NP_KIND_REFUSAL, "2010-05-04" },      { NP_KIND_POSTPONEMENT, "1992-05-04" }, { NP_KIND_POSTPONEMENT, "2010-05-04" },
  { NP_KIND_NOT_SUITABLE, "1992-05-04" }, { NP_KIND_NOT_SUITABLE, "2010-05-04" },
};

START_TEST (is_saved_and_read_back)
{
  g_autoptr (NpConsultation) self = walked (ways[_i].kind, ways[_i].born);
  g_autoptr (JsonNode) file = sign_off (self);
  g_autofree char *path = save (file);
  g_autofree char *again = save (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) back = np_record_read_file (path, &error);
  g_autofree char *meant = np_json_digest (file);
  g_autofree char *saved = back == NULL ? NULL : np_json_digest (back);

  ck_assert_str_eq (path, again);
  ck_assert_msg (back != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_str_eq (saved, meant);
  ck_assert_str_eq (np_document_string (back, "/record/kind"), np_kind_words[ways[_i].kind]);
}
END_TEST

START_TEST (never_overwrites)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  g_autofree char *path = save (file);
  g_autofree char *before = NULL, *after = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_get_contents (path, &before, NULL, NULL));
  np_document_put (file, "/record/made_by", json_node_init_string (json_node_alloc (), "somebody else"));
  other = np_record_save (file, archive, &error);
  ck_assert_ptr_null (other);
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS));
  ck_assert (g_file_get_contents (path, &after, NULL, NULL));
  ck_assert_str_eq (before, after);
}
END_TEST

/* As when a draft outlived its record and is signed off once more on another day. */
START_TEST (never_makes_a_second_one)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_REFUSAL, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  g_autofree char *path = save (file);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  np_document_put (file, "/record/made_at", json_node_init_string (json_node_alloc (), "2027-01-02T09:15:00+01:00"));
  other = np_record_save (file, archive, &error);
  ck_assert_ptr_null (other);
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS));
  ck_assert_msg (strstr (error->message, path) != NULL, "%s", error->message);
}
END_TEST

/* What goes on in the consultation does not reach into the record that was made of it. */
START_TEST (stands_by_itself)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  g_autofree char *before = np_json_digest (file), *after = NULL;

  np_consultation_log (self, "saved", NULL);
  after = np_json_digest (file);
  ck_assert_str_eq (before, after);
}
END_TEST

/* What a patient may have been shown of a thing that stands in the record stands there whole (rule 11). */
typedef struct
{
  GHashTable *texts, *things;   /* "id field"; "id kind", for a question and a finding may share an id */
  GString *missing;
} Held;

static char *
thing_of (const NpText *text, const char *purpose)
{
  return g_strdup_printf ("%s %.*s", text->id, (int) strcspn (purpose, ":"), purpose);
}

static void
note_thing (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  Held *held = data;
  g_autofree char *key = g_strdup_printf ("%s %s", text->id, text->field);

  if (for_patient && g_hash_table_contains (held->texts, key))
    g_hash_table_add (held->things, thing_of (text, purpose));
}

static void
look_for (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  Held *held = data;
  g_autofree char *key = g_strdup_printf ("%s %s", text->id, text->field);
  g_autofree char *thing = thing_of (text, purpose);

  if (for_patient && g_hash_table_contains (held->things, thing) && !g_hash_table_contains (held->texts, key))
    g_string_append_printf (held->missing, "%s (%s); ", key, purpose);
}

START_TEST (holds_whole_what_was_shown)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  JsonArray *texts = json_node_get_array (np_document_lookup (file, "/record/texts"));
  g_autoptr (GHashTable) held_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Held held = { held_texts, things, g_string_new (NULL) };

  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      JsonObject *text = json_array_get_object_element (texts, i);

      g_hash_table_add (held_texts, g_strdup_printf ("%s %s", json_object_get_string_member (text, "id"),
                                                     json_object_get_string_member (text, "field")));
    }
  np_catalog_foreach_text (np_walk_catalog (), note_thing, &held);
  np_catalog_foreach_text (np_walk_catalog (), look_for, &held);
  ck_assert_uint_gt (g_hash_table_size (things), 50);
  ck_assert_msg (held.missing->len == 0, "not in the record: %s", held.missing->str);
  g_string_free (held.missing, TRUE);
}
END_TEST

/* ---- the rules ---- */

static const struct
{
  const char *rule;
  const char *pointer;
  const char *holds;   /* a part of its canonical form; NULL = only that it is there */
} rules[] = {
  { "1 name", "/record/signatures/0/name", "Sample Patient" },
  { "1 role", "/record/signatures/0/role", "patient" },
  { "1 time with zone", "/record/signatures/0/at", "+01:00" },
  { "1 meaning", "/record/signatures/0/meaning", NULL },
  { "4 how identified", "/record/consultation/patient/identified_by", "photo-id" },
  { "4 confirmed before signing", "/record/consultation/patient/confirmed_at", "2026" },
  { "11 exact text", "/record/texts/0/text", NULL },
  { "11 language", "/record/shown/language", "en" },
  { "11 catalogue", "/record/catalog/id", "needlepoint-microneedling" },
  { "11 version", "/record/catalog/version", NULL },
  { "11 digest", "/record/catalog/digest", NULL },
  { "12 clinic", "/record/consultation/clinic/name", "Sample Clinic" },
  { "12 device", "/record/consultation/plan/device", "pen" },
  { "12 areas", "/record/consultation/plan/treat", "cheek" },
  { "12 practitioner", "/record/consultation/practitioner/name", "Sample Practitioner" },
  { "13 benefits told", "/record/shown/information", NULL },
  { "13 risks told", "/record/shown/risks/0/acknowledged_at", "2026" },
  { "13 no treatment", "/record/texts", "no_treatment" },
  { "13 aftercare", "/record/shown/aftercare", NULL },
  { "13 red flags", "/record/shown/red_flags", "emergency" },
  { "14 what matters", "/record/consultation/disclosure/matters", "none" },
  { "15 hoped for", "/record/consultation/disclosure/goals", "smoother cheeks" },
  { "16 none asked", "/record/consultation/disclosure/questions", "[]" },
  { "17 informed", "/record/cooling_off/informed_at", "2026" },
  { "17 the rule in force", "/record/cooling_off/hours", NULL },
  { "17 kept", "/record/cooling_off/kept", "true" },
  { "18 teach-back", "/record/consultation/understanding", "\"result\":\"own-words\",\"tries\":1" },
  { "19 as given", "/record/consultation/answers/keloid", "dont-know" },
  { "20 rule id", "/record/assessment/findings/0/id", NULL },
  { "20 class", "/record/assessment/findings/0/class", NULL },
  { "20 cause", "/record/assessment/findings", "blood-thinner" },
  { "20 decision", "/record/assessment/findings", "talked it through" },
  { "21 handed over", "/record/consultation/handed_over", "Sample leaflet" },
  { "22 three choices", "/record/consultation/disclosure/photographs", "\"marketing\":false,\"record\":true,\"teaching\":false" },
  { "24 the kind", "/record/kind", "consent" },
  { "29 the log: opened", "/record/log/0/what", "opened" },
  { "29 the log: signed", "/record/log", "\"signed\"" },
  { "29 the log: acknowledged", "/record/log", "\"acknowledged\"" },
  { "33 its id", "/record/id", NULL },
};

START_TEST (holds_what_a_rule_wants)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  JsonNode *found = np_document_lookup (file, rules[_i].pointer);
  g_autofree char *text = found == NULL ? NULL : np_json_write_canonical (found);

  ck_assert_msg (found != NULL, "rule %s: nothing at %s", rules[_i].rule, rules[_i].pointer);
  if (rules[_i].holds != NULL)
    ck_assert_msg (strstr (text, rules[_i].holds) != NULL, "rule %s: %s", rules[_i].rule, text);
}
END_TEST

/* Rule 9: relationship and document of the guardian, the agreement of the minor; rule 7: the practitioner signs everything. */
START_TEST (a_minor_needs_everybody)
{
  static const char *const wanted[] = { "\"guardian\"", "\"minor\"", "\"practitioner\"" };
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "2010-05-04");
  g_autoptr (JsonNode) file = sign_off (self);
  g_autofree char *required = np_json_write_canonical (np_document_lookup (file, "/record/required_signatures"));

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    ck_assert_msg (strstr (required, wanted[i]) != NULL, "%s", required);
  ck_assert_str_eq (np_document_string (file, "/record/consultation/guardian/relationship"), "mother");
  ck_assert_str_eq (np_document_string (file, "/record/consultation/guardian/document"), "Sample document");
}
END_TEST

START_TEST (not_treating_has_a_reason)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_REFUSAL + _i, "1992-05-04");
  g_autoptr (JsonNode) file = sign_off (self);

  ck_assert_str_eq (np_document_string (file, "/record/ending/reason"), "a reason");
  ck_assert_str_eq (np_document_string (file, "/record/ending/kind"), np_document_string (file, "/record/kind"));
}
END_TEST

/* Rule 28. */
START_TEST (a_change_voids_what_was_signed)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = NULL;

  np_walk_set (self, "/plan/device", "'roller'");
  file = np_record_sign_off (self, MADE_BY, &error);
  ck_assert_ptr_null (file);
  ck_assert (g_error_matches (error, NP_RECORD_ERROR, NP_RECORD_ERROR_NOT_READY));
  ck_assert_uint_gt (np_walk_count_log (self, "voided"), 0);
}
END_TEST

START_TEST (says_each_reason_on_a_line)
{
  g_autoptr (NpConsultation) self = np_walk_new (clock_);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) file = np_record_sign_off (self, MADE_BY, &error);
  g_auto (GStrv) lines = NULL;

  ck_assert_ptr_null (file);
  ck_assert (g_error_matches (error, NP_RECORD_ERROR, NP_RECORD_ERROR_NOT_READY));
  lines = g_strsplit (error->message, "\n", 0);
  ck_assert_uint_gt (g_strv_length (lines), 1);
  for (guint i = 0; lines[i] != NULL; i++)
    ck_assert_int_ne (lines[i][0], '\0');
}
END_TEST

/* ---- strictness: what no table of members says ---- */

static const struct
{
  const char *pointer, *json, *complains_at;
} wrong[] = {
  { "/record/format", "needlepoint-record/2", "/record/format" },
  { "/record/id", "../../etc", "/record/id" },
  { "/record/made_at", "2026-03-10", "/record/made_at" },
  { "/record/kind", "refusal", "/record/ending" },
  { "/record/catalog/digest", "abc", "/record/catalog/digest" },
  { "/record/signatures/0/method", "declined", "/record/signatures/0" },
  { "/record/required_signatures/0", "witness", "the signature of the witness is missing" },
  { "/record/required_signatures/1", "patient", "named twice" },
  { "/record/required_signatures/0", NULL, "the patient has to sign such a record" },
  { "/record/required_signatures/1", NULL, "the practitioner has to sign such a record" },
  { "/record/cooling_off/earliest", NULL, "/record/cooling_off/earliest" },
  { "/record/signatures/0", NULL, "the signature of the patient is missing" },
  { "/record/consultation/patient", NULL, "/record/consultation/patient" },
  { "/record/texts", NULL, "/record/texts" },
  { "/seal/-", "not a jws", "/seal/0" },
};

START_TEST (complains_of_what_is_wrong)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) signed_off = sign_off (self);
  g_autoptr (JsonNode) file = np_document_copy (signed_off);
  g_autoptr (NpProblems) problems = np_problems_new ();

  np_document_put (file, wrong[_i].pointer,
                   wrong[_i].json != NULL ? json_node_init_string (json_node_alloc (), wrong[_i].json) : NULL);
  ck_assert (!np_record_check (file, "r.json", problems));
  ck_assert_msg (strstr (np_problems_line (problems, 0), wrong[_i].complains_at) != NULL, "%s", np_problems_line (problems, 0));
}
END_TEST

/* What it claims to have been acknowledged on a screen was shown there before (record rules 29 and 30). */
static JsonNode *
without_shown (JsonNode *signed_off, const char *made_by)
{
  JsonNode *file = np_document_copy (signed_off);
  JsonArray *log = json_node_get_array (np_document_lookup (file, "/record/log"));

  for (guint i = json_array_get_length (log); i > 0; i--)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (log, i - 1), "what"), "shown"))
      json_array_remove_element (log, i - 1);
  np_document_put (file, "/record/made_by", json_node_init_string (json_node_alloc (), made_by));
  return file;
}

START_TEST (nothing_is_acknowledged_unseen)
{
  g_autoptr (NpConsultation) self = walked (NP_KIND_CONSENT, "1992-05-04");
  g_autoptr (JsonNode) signed_off = sign_off (self);
  g_autoptr (JsonNode) by_window = without_shown (signed_off, "needlepoint 1.0.0");
  g_autoptr (JsonNode) by_command = without_shown (signed_off, "needlepointctl 1.0.0");
  g_autoptr (NpProblems) problems = np_problems_new ();

  ck_assert (np_record_check (by_command, "r.json", problems));
  ck_assert (!np_record_check (by_window, "r.json", problems));
  ck_assert_ptr_nonnull (strstr (np_problems_line (problems, 0), "was acknowledged before it was shown"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("record");
  TCase *tcase = tcase_create ("record");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_loop_test (tcase, is_saved_and_read_back, 0, G_N_ELEMENTS (ways));
  tcase_add_test (tcase, never_overwrites);
  tcase_add_test (tcase, never_makes_a_second_one);
  tcase_add_test (tcase, stands_by_itself);
  tcase_add_test (tcase, holds_whole_what_was_shown);
  tcase_add_loop_test (tcase, holds_what_a_rule_wants, 0, G_N_ELEMENTS (rules));
  tcase_add_test (tcase, a_minor_needs_everybody);
  tcase_add_loop_test (tcase, not_treating_has_a_reason, 0, 3);
  tcase_add_test (tcase, a_change_voids_what_was_signed);
  tcase_add_test (tcase, says_each_reason_on_a_line);
  tcase_add_loop_test (tcase, complains_of_what_is_wrong, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, nothing_is_acknowledged_unseen);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
