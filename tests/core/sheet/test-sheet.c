/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-json-read.h"
#include "np-sheet.h"
#include <string.h>

static void
add_text (const NpText *text, gboolean for_patient, const char *purpose, gpointer data)
{
  JsonObject *entry = json_object_new ();

  (void) for_patient;
  (void) purpose;
  if (text->source == NULL)
    {
      json_object_unref (entry);
      return;
    }
  json_object_set_string_member (entry, "id", text->id);
  json_object_set_string_member (entry, "field", text->field);
  json_object_set_string_member (entry, "text", text->source);
  json_array_add_object_element (data, entry);
}

static NpCatalog *
load_catalog (void)
{
  g_autofree char *folder = np_test_data ("catalog");
  g_autoptr (GError) error = NULL;
  NpCatalog *catalog = np_catalog_load (folder, NULL, NULL, &error);

  ck_assert_msg (catalog != NULL, "%s", error != NULL ? error->message : "");
  return catalog;
}

/* a record of tests/fixtures/records with the catalogue's texts put in */
static JsonNode *
load_record (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("NEEDLEPOINT_TESTS"), "fixtures", "records", file, NULL);
  g_autoptr (NpCatalog) catalog = load_catalog ();
  g_autoptr (GError) error = NULL;
  JsonNode *node = np_json_read_file (path, &error);
  JsonObject *record;

  ck_assert_msg (node != NULL, "%s", error != NULL ? error->message : "");
  record = json_object_get_object_member (json_node_get_object (node), "record");
  np_catalog_foreach_text (catalog, add_text, json_object_get_array_member (record, "texts"));
  return node;
}

static NpSheet *
sheet_of (const char *name)
{
  g_autoptr (JsonNode) node = load_record (name);

  return np_sheet_of_file (node);
}

static guint
count_blocks (const NpSheet *sheet, NpBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    n += ((NpBlock *) g_ptr_array_index (sheet->blocks, i))->kind == kind;
  return n;
}

/* What must stand on a sheet, and, where it begins with "!", what must not. The number is that of record-rules.md. */
static const struct { const char *record; int rule; const char *text; } lines[] = {
  { "consent", 1, "Sample Patient" },
  { "consent", 1, "Practitioner who treats or is in charge" },
  { "consent", 1, "10 March 2026, 09:38 (UTC +01:00)" },
  { "consent", 1, "I agree to this treatment." },
  { "consent", 1, "Signed by hand on the screen" },
  { "consent", 4, "Photo identity document seen" },
  { "consent", 7, "I give this treatment myself, or I am in charge of the person who does." },
  { "unsigned", 8, "Sample Witness, Nurse, Broken right hand" },
  { "unsigned", 9, "Sample Guardian, Birth certificate" },
  { "unsigned", 9, "Mother" },
  { "unsigned", 9, "I want to have this treatment." },
  { "unsigned", 10, "Sample Interpreter, Polish, Agency no. 17" },
  { "unsigned", 10, "I interpreted all that was said" },
  { "consent", 11, "needlepoint-microneedling, version 2026.1, digest 9f2c4e6a" },
  { "consent", 12, "Sample Skin Clinic" },
  { "consent", 12, "Needling pen" },
  { "consent", 12, "Sunken acne scars: Cheeks, 1.5 mm deep" },
  { "consent", 12, "Sunken acne scars: Forehead and temples, 1.25 mm deep" },
  { "consent", 12, "Sample Practitioner, Dermatologist, Register no. 000000" },
  { "consent", 12, "Who talked with you" },
  { "consent", 13, "What it may do" },
  { "consent", 13, "Because you take" },
  { "consent", 13, "Infection (can be serious)" },
  { "consent", 13, "No treatment: leave your skin as it is." },
  { "consent", 13, "A chemical peel." },
  { "consent", 13, "How it works" },
  { "consent", 13, "The first 24 hours" },
  { "consent", 13, "You find it hard to breathe." },
  { "consent", 13, "+44 20 7946 0001" },
  { "consent", 14, "I sing in a choir and cannot be red on 12 April." },
  { "refusal", 14, "None stated" },
  { "consent", 15, "I would like the scars on my cheeks to catch the light less." },
  { "consent", 16, "Can I go to work the next day?" },
  { "consent", 16, "Yes, but your face will look sunburnt" },
  { "refusal", 16, "You had no questions." },
  { "consent", 17, "10 March 2026, 09:30 (UTC +01:00)" },
  { "consent", 17, "48 hours" },
  { "consent", 17, "12 March 2026, 09:30 (UTC +01:00)" },
  { "unsigned", 17, "Asked for by the family. (Sample Practitioner, Dermatologist, 10 March 2026)" },
  { "consent", 18, "Told in own words (tries: 1): " },
  { "consent", 18, "Clear after explaining it again (tries: 2): " },
  { "consent", 19, "I do not know" },
  { "consent", 19, "I took it and have stopped, Stopped on: 10 December 2024" },
  { "consent", 19, "Filler that fades, Date: September 2025\nBotulinum toxin (like Botox), Date: 1 December 2025\nNote: Lips and forehead." },
  { "consent", 19, "\nYou answered no\n" },
  { "consent", 19, "Skin infection; Active acne; " },
  { "blocked", 19, "\nScars that grow (keloid)\tNot answered\n" },
  { "blocked", 19, "!Scars that grow (keloid); " },
  { "blocked", 19, "\tNot answered" },
  { "blocked", 19, "Every planned depth is within what the device's instructions allow.\tNot answered" },
  { "blocked", 19, "Allergies\tNot asked" },
  { "blocked", 19, "Medicines\tTakes none" },
  { "consent", 20, "Weakened immune system\nA clinician decides\nchanged by the clinic" },
  { "consent", 20, "Decided: go ahead. Sample Practitioner, Dermatologist, 10 March 2026." },
  { "consent", 20, "Reason: Low dose, small area, no bleeding before." },
  { "consent", 20, "Asked: Sample Cardiologist, on 9 March 2026. Answer: May go on taking it; no objection." },
  { "consent", 20, "Isotretinoin stopped recently: the time to wait was over on 10 June 2025" },
  { "consent", 21, "Consent sheet, version 2026.1, language en, 10 March 2026, 09:40 (UTC +01:00)" },
  { "consent", 22, "May we take photos of your skin and keep them in your clinical record?" },
  { "consent", 22, "Your treatment does not depend on your answer.\t\u2611\t\u2610" },
  { "consent", 22, "Your treatment does not depend on your answer.\t\u2610\t\u2611" },
  { "consent", 23, "The use of my data and the use of photographs are separate choices." },
  { "refusal", 24, "You decided not to have this treatment." },
  { "refusal", 24, "Wants to think about laser treatment first." },
  { "refusal", 24, "Chose not to sign. Reason: Sees no need to sign." },
  { "refusal", 24, "I have decided not to have the treatment on this form." },
  { "refusal", 13, "What microneedling is" },
  { "refusal", 13, "!How it works" },           /* it was not told */
  { "refusal", 13, "!The first 24 hours" },
  { "refusal", 0, "!no key has sealed it" },
  { "consent", 0, "no key has sealed it" },
  { "consent", 32, "On paper, now" },
  { "consent", 11, "sample-clinic, version 3, digest 00aa" },
  { "consent", 11, "immune-suppressed. Sample Practitioner, Dermatologist, 5 January 2026." },
  { "blocked", 0, "Isotretinoin stopped recently: wait until 10 June 2026." },
  { "blocked", 0, "Do not treat: Pregnant" },
  { "blocked", 0, "Answers still missing: 3." },
  { "blocked", 0, "There is no place to sign on this sheet" },
  { "blocked", 0, "!I agree to have this treatment." },
};

START_TEST (a_sheet_says_what_the_rules_ask_for)
{
  g_autoptr (NpSheet) sheet = sheet_of (lines[_i].record);
  g_autofree char *text = np_sheet_to_text (sheet);
  gboolean absent = *lines[_i].text == '!';

  ck_assert_msg ((strstr (text, lines[_i].text + absent) == NULL) == absent, "rule %d, %s: %s", lines[_i].rule, lines[_i].record,
                 lines[_i].text);
}
END_TEST

static const struct { const char *record; guint signatures, places, drawn; const char *mark; } signed_as[] = {
  { "consent", 2, 0, 2, "Not sealed" },
  { "unsigned", 6, 6, 0, "Not sealed" },
  { "blocked", 0, 0, 0, "Not for signature · Not sealed" },
  { "refusal", 2, 0, 1, "Treatment declined" },
};

START_TEST (signatures_and_places_to_sign)
{
  g_autoptr (NpSheet) sheet = sheet_of (signed_as[_i].record);
  guint places = 0, drawn = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const NpBlock *block = g_ptr_array_index (sheet->blocks, i);

      places += block->kind == NP_BLOCK_SIGNATURE && block->flag;
      drawn += block->strokes != NULL;
    }
  ck_assert_uint_eq (count_blocks (sheet, NP_BLOCK_SIGNATURE), signed_as[_i].signatures);
  ck_assert_uint_eq (places, signed_as[_i].places);
  ck_assert_uint_eq (drawn, signed_as[_i].drawn);
  ck_assert_str_eq (sheet->mark, signed_as[_i].mark);
}
END_TEST

/* the reason is the first thing on it, the worst before the others */
START_TEST (a_blocked_sheet_begins_with_its_reasons)
{
  g_autoptr (NpSheet) sheet = sheet_of ("blocked");
  const NpBlock *banner = g_ptr_array_index (sheet->blocks, 2);    /* under clinic and title */

  ck_assert_int_eq (banner->kind, NP_BLOCK_BANNER);
  ck_assert (banner->strong);
  ck_assert_ptr_nonnull (strstr (banner->text, "Do not treat: Pregnant"));
  ck_assert_ptr_nonnull (strstr (banner->text, "wait until 10 June 2026"));
  ck_assert (strstr (banner->text, "Do not treat") < strstr (banner->text, "wait until"));
}
END_TEST

/* record-rules 33; and no name of a patient in what becomes the file's metadata */
START_TEST (the_foot_names_record_catalogue_and_language)
{
  g_autoptr (NpSheet) sheet = sheet_of ("consent");

  ck_assert_str_eq (sheet->footer, "Record 5f0c1a52-6f0e-4f43-9d6b-0c7f7c0a1b2d · Catalogue 2026.1 · Language en");
  ck_assert_str_eq (sheet->page_of, "Page %1 of %2");
  ck_assert_str_eq (sheet->title, "Consent to microneedling");
  ck_assert_str_eq (sheet->made_at, "2026-03-10T09:41:00+01:00");
}
END_TEST

/* personal risks first, with their reason */
START_TEST (risks_of_this_person_come_first)
{
  g_autoptr (NpSheet) sheet = sheet_of ("consent");
  g_autofree char *text = np_sheet_to_text (sheet);
  const char *personal = strstr (text, "More important for you"), *reason = strstr (text, "Because you"), *rest = strstr (text, "Risks of this treatment");

  ck_assert (personal != NULL && reason != NULL && rest != NULL);
  ck_assert (personal < reason && reason < rest);
}
END_TEST

/* an old record prints the same for ever: nothing but its own texts is on the sheet (record-rules 11) */
START_TEST (every_word_is_the_records_own)
{
  g_autoptr (JsonNode) node = load_record ("consent");
  JsonObject *record = json_object_get_object_member (json_node_get_object (node), "record");
  JsonArray *texts = json_object_get_array_member (record, "texts");
  g_autoptr (NpSheet) sheet = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      JsonObject *entry = json_array_get_object_element (texts, i);

      if (strcmp (json_object_get_string_member (entry, "id"), "label.month-3") == 0)
        json_object_set_string_member (entry, "text", "Lenzmond");
      if (strcmp (json_object_get_string_member (entry, "id"), "label.risks") == 0)
        json_object_set_string_member (entry, "text", "Gefahren");
    }
  sheet = np_sheet_of_record (record);
  text = np_sheet_to_text (sheet);
  ck_assert_ptr_nonnull (strstr (text, "10 Lenzmond 2026, 09:38"));
  ck_assert_ptr_nonnull (strstr (text, "\nGefahren\n"));
  ck_assert_ptr_null (strstr (text, "March"));
}
END_TEST

/* in a right-to-left language what is put into a sentence keeps its own direction */
START_TEST (insertions_are_isolated)
{
  g_autoptr (JsonNode) node = load_record ("consent");
  JsonObject *record = json_object_get_object_member (json_node_get_object (node), "record");
  g_autoptr (NpSheet) sheet = NULL;
  g_autofree char *text = NULL;

  json_object_set_string_member (json_object_get_object_member (record, "shown"), "language", "ar");
  sheet = np_sheet_of_record (record);
  text = np_sheet_to_text (sheet);
  ck_assert (sheet->rtl);
  ck_assert_ptr_nonnull (strstr (text, "\u2066" "1.5" "\u2069 mm"));
}
END_TEST

/* A record is read by people long after: whatever is missing from it, a sheet comes out. */
#define N_MEMBERS 16

START_TEST (what_is_missing_does_no_harm)
{
  g_autoptr (JsonNode) node = load_record ("consent");
  JsonObject *record = json_object_get_object_member (json_node_get_object (node), "record");
  g_autoptr (GList) members = json_object_get_members (record);
  g_autoptr (NpSheet) sheet = NULL;

  ck_assert_uint_eq (g_list_length (members), N_MEMBERS);
  if (_i < N_MEMBERS)
    json_object_remove_member (record, g_list_nth_data (members, (guint) _i));
  else
    json_object_set_string_member (record, g_list_nth_data (members, (guint) _i - N_MEMBERS), "not what it should be");
  sheet = np_sheet_of_record (record);
  ck_assert_uint_gt (sheet->blocks->len, 2);
}
END_TEST

START_TEST (a_blank_sheet_has_lines_and_no_patient)
{
  g_autoptr (NpCatalog) catalog = load_catalog ();
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T09:00:00+01:00", 1);
  g_autoptr (NpSheet) sheet = np_sheet_blank (catalog, clock, "en", NULL, NULL);
  g_autofree char *text = np_sheet_to_text (sheet);

  ck_assert_uint_ge (count_blocks (sheet, NP_BLOCK_WRITE_LINES), 3);
  ck_assert_uint_eq (count_blocks (sheet, NP_BLOCK_SIGNATURE), 2);
  ck_assert_ptr_nonnull (strstr (text, "Did you ever take isotretinoin"));
  ck_assert_ptr_nonnull (strstr (text, "Skin irritation"));
  ck_assert_ptr_nonnull (strstr (text, "The first 24 hours"));
  ck_assert_ptr_null (strstr (text, "More important for you"));
  ck_assert_ptr_null (sheet->mark);
}
END_TEST

START_TEST (a_file_that_is_no_record_has_no_sheet)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), NULL);

  ck_assert_ptr_null (np_sheet_of_file (NULL));
  ck_assert_ptr_null (np_sheet_of_file (node));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheet");
  TCase *tcase = tcase_create ("sheet");

  tcase_add_loop_test (tcase, a_sheet_says_what_the_rules_ask_for, 0, G_N_ELEMENTS (lines));
  tcase_add_loop_test (tcase, signatures_and_places_to_sign, 0, G_N_ELEMENTS (signed_as));
  tcase_add_test (tcase, a_blocked_sheet_begins_with_its_reasons);
  tcase_add_test (tcase, the_foot_names_record_catalogue_and_language);
  tcase_add_test (tcase, risks_of_this_person_come_first);
  tcase_add_test (tcase, every_word_is_the_records_own);
  tcase_add_test (tcase, insertions_are_isolated);
  tcase_add_loop_test (tcase, what_is_missing_does_no_harm, 0, 2 * N_MEMBERS);
  tcase_add_test (tcase, a_blank_sheet_has_lines_and_no_patient);
  tcase_add_test (tcase, a_file_that_is_no_record_has_no_sheet);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
