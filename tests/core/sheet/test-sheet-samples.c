/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"
#include "np-document.h"
#include "np-json-read.h"
#include "np-sample-sheets.h"
#include <glib/gstdio.h>
#include <string.h>

/* The sheets of the samples: what a person in that place takes home */

/* What stands on the sheet of a sample, or, after a "!", does not. */
static const struct { const char *sample, *text; } sample_lines[] = {
  /* only what goes ahead is still planned for a day */
  { "isotretinoin-wait", "\nWas planned for\t24 March 2026\n" },
  { "acne-scars-pen", "!Was planned for" },
  /* one answer with two states: each finding has its own, with its time to wait, and not the other's */
  { "isotretinoin-wait", "\nWait\tfiller February 2026, 28 days\t" },
  { "isotretinoin-wait", "was over on 15 March 2026 (botulinum toxin 1 March 2026, 14 days)." },
  { "isotretinoin-wait", "we wait the full six months.\nIsotretinoin stopped recently: wait until 10 June 2026.\n" },
  /* the frame says once why it does not go on; a consent says who agreed */
  { "isotretinoin-wait", "!Outcome" },
  { "pacemaker-radiofrequency", "!Do not treat: " },
  { "acne-scars-pen", "\nDecision\tAgreed to this treatment, 10 March 2026, 09:34 (UTC +01:00)\n" },
  { "minor-chickenpox-scar-stamp", "\nDecision\tAgreed to this treatment, 10 March 2026, 09:34 (UTC +01:00)\n" },
  { "isotretinoin-wait", "!\nDecision\t" },
  { "acne-scars-pen", "Numbing\tNumbing cream with lidocaine, 5 g, on 100 cm², for 45 minutes\n" },
  /* information opens its section, and stands nowhere else */
  { "acne-scars-pen", "\nTime to think, and what you take home\nYou do not have to decide today" },
  { "acne-scars-pen", "\nPhotographs\nThese are choices of their own." },
  { "acne-scars-pen", "!\nTime to think\tYou do not have" },
  { "acne-scars-pen", "\nHow it works\t" },
  /* every plain no is told by name, group by group (record-rules 19, 31); what was not a plain no stands before them */
  { "acne-scars-pen", "\nYou answered no\nYou and your choice\tHelp with deciding; " },
  { "acne-scars-pen", "\nYour skin today\tSkin infection; Active acne; Cold sores or herpes; Skin disease or fragile skin; Open skin; Changed mole, skin cancer\n" },
  { "acne-scars-pen", "Isotretinoin tablets\tI took it and have stopped, Stopped on: June 2019" },
  { "blood-thinner-waits-for-prescriber", "\nDoes not apply to you\nYour health\tPregnancy; Breastfeeding\n" },
  { "blood-thinner-waits-for-prescriber", "!Blood thinners; " },
  /* the numbers that were told can be read again at home */
  { "acne-scars-pen", "up to 1 in 5 people bled" },
  { "acne-scars-pen", "the skin of up to 1 in 25 people got darker" },
  { "acne-scars-pen", "7 of the 40 people who finished got no better" },
  { "acne-scars-pen", "9 fair tests" },
  { "acne-scars-pen", "Where no number is given, no reliable one is known." },
  { "loose-skin-radiofrequency", "3 of 40 people got grid marks" },
  { "melasma-roller-tranexamic", "12 studies with 459 people" },
  { "interpreter-stretch-marks", "When 11 of them were put together" },
  { "isotretinoin-wait", "!What we talked about" },
  /* a text that is kept in the record only */
  { "acne-scars-pen", "!Your data" },
  { "refusal-fine-lines", "!Your data" },
  /* whoever goes home without a treatment knows what comes next and whom to call */
  { "isotretinoin-wait", "What next, and whom to call\nKeep this sheet. Call us for a new visit" },
  { "isotretinoin-wait", "Urgent number\t01632 960 001" },
  { "refusal-fine-lines", "You can change your mind at any time." },
  { "pacemaker-radiofrequency", "call us and we look at it again." },
  /* who, what and what came out of it stand first */
  { "acne-scars-pen", "Consent to microneedling\nName\tSample Patient\n" },
  { "acne-scars-pen", "Outcome\tCan go ahead.\n" },
  { "refusal-fine-lines", "!Outcome\t" },
  /* without those sections it stands together, as far as it was told */
  { "refusal-fine-lines", "\nPhotographs\tThese are choices of their own." },
};

static void
assert_line (const char *sample, const char *text, const char *line)
{
  gboolean absent = *line == '!';

  ck_assert_msg ((strstr (text, line + absent) == NULL) == absent, "%s: %s", sample, line);
}

START_TEST (a_sample_prints)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (sample_lines[_i].sample);
  g_autofree char *text = np_sheet_to_text (sheet);

  assert_line (sample_lines[_i].sample, text, sample_lines[_i].text);
}
END_TEST

/* Where the brief's table 0.2 puts a fact of the seed into what is on paper too, it is read off the sheet: regular expressions, without
 * regard to case, a blank being any white space. The rest of the table is about pages and about what staff say. */
static const struct { const char *seed, *sample, *words[5]; } seeds[] = {
  { "S01", "acne-scars-pen", { "some dermatologists", "range of skin conditions" } },
  { "S02", "acne-scars-pen", { "many tiny, sterile needles puncture the skin", "physical trauma" } },
  { "S03", "acne-scars-pen", { "trauma makes the dermis, a deeper layer.*rebuild" } },
  { "S08", "acne-scars-pen", { "skin professionals can also bring a medicine deeper" } },
  { "S08", "isotretinoin-wait", { "tretinoin" } },
  { "S10", "acne-scars-pen", { "more collagen and other healing factors" } },
  { "S11", "acne-scars-pen", { "collagen is a protein", "young, firm, smooth and stretchy" } },
  { "S12", "acne-scars-pen", { "ageing lowers it", "wrinkles and other signs of age" } },
  { "S13", "acne-scars-pen", { "injury costs collagen too: acne scars, stretch marks and other scars" } },
  { "S14", "acne-scars-pen", { "not a quick fix", "new skin has to grow" } },
  { "S15", "acne-scars-pen", { "full result can take several months" } },
  { "S15", "interpreter-stretch-marks", { "full result can take several months" } },
  { "S16", "acne-scars-pen", { "generally regard microneedling as safe and effective, but risks remain" } },
  { "S17", "acne-scars-pen", { "skin irritation is the main risk" } },
  { "S18", "acne-scars-pen", { "discomfort where you were treated" } },
  { "S19", "acne-scars-pen", { "flak" } },
  { "S20", "acne-scars-pen", { "bleeding is uncommon, but more likely after deeper treatment" } },
  { "S21", "blood-thinner-waits-for-prescriber", { "blood thinner|blood-thinning" } },
  { "S21", "acne-scars-pen", { "bleeding disorders or with blood-thinning medicines" } },
  { "S22", "acne-scars-pen", { "before treatment, tell a doctor if you have a bleeding problem or take a blood thinner" } },
  { "S23", "acne-scars-pen", { "pigment changes", "more serious" } },
  { "S24", "melasma-roller-tranexamic", { "more serious", "react to topical medicines" } },
  { "S25", "loose-skin-radiofrequency", { "energy or heat", "burns" } },
  { "S30", "acne-scars-pen", { "experienced dermatologist.*medical skin professional.*keeps your risk down" } },
};

START_TEST (the_seed_is_said_on_the_sheet)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (seeds[_i].sample);
  g_autofree char *text = np_sheet_to_text (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (seeds[_i].words) && seeds[_i].words[i] != NULL; i++)
    ck_assert_msg (g_regex_match_simple (seeds[_i].words[i], text, G_REGEX_CASELESS, 0), "%s: the sheet of %s does not say “%s”",
                   seeds[_i].seed, seeds[_i].sample, seeds[_i].words[i]);
}
END_TEST

#define APPROVED "\"approved\": { \"name\": \"Sample Approver\", \"role\": \"dermatologist\", \"date\": \"2026-01-31\" }"

/* What a clinic made milder is marked where it stands, and who approved it is named; what it words anew is printed in its words and not
 * in a brief of the old ones. */
static const struct { const char *sample, *entry, *text; } changes[] = {
  { "isotretinoin-wait", "\"file\": \"findings\", \"id\": \"isotretinoin-recent\", \"set\": { \"wait\": [ { \"for\": \"4 m\" } ] }",
    "Isotretinoin stopped recently\nWait\nchanged by the clinic\t" },
  { "isotretinoin-wait", "\"file\": \"findings\", \"id\": \"isotretinoin-recent\", \"set\": { \"wait\": [ { \"for\": \"4 m\" } ] }",
    "Approved\tfindings/isotretinoin-recent. Sample Approver, dermatologist, 31 January 2026." },
  { "acne-scars-pen", "\"file\": \"risks\", \"id\": \"risk-infection\", \"set\": { \"serious\": false }",
    "Infection\tChanged by the clinic. Germs can get in" },
  { "acne-scars-pen", "\"file\": \"information\", \"list\": \"cooling_off\", \"id\": \"cool-first-course\", \"set\": { \"hours\": 24 }",
    "more questions. (changed by the clinic)\n" },
  { "isotretinoin-wait", "\"file\": \"risks\", \"id\": \"risk-infection\", \"remove\": true",
    "Approved\trisks/risk-infection. Sample Approver, dermatologist, 31 January 2026. (changed by the clinic)\n" },
  { "acne-scars-pen", "\"file\": \"questions\", \"id\": \"voluntary\", \"set\": { \"no\": true }",
    "Approved\tquestions/voluntary. Sample Approver, dermatologist, 31 January 2026. (changed by the clinic)\n" },
  { "acne-scars-pen", "\"file\": \"questions\", \"id\": \"skin-tone\", \"set\": { \"needs_one_of\": [] }",
    "Approved\tquestions/skin-tone. Sample Approver, dermatologist, 31 January 2026. (changed by the clinic)\n" },
  { "acne-scars-pen", "\"file\": \"information\", \"list\": \"information\", \"id\": \"who\", \"set\": { \"text\": \"Only our own doctors treat you.\" }",
    "Who will treat you\tOnly our own doctors treat you.\n" },
  { "acne-scars-pen", "\"file\": \"risks\", \"id\": \"risk-bruising\", \"set\": { \"how_often\": \"One in ten of our patients.\" }",
    "One in ten of our patients." },
};

START_TEST (what_the_clinic_changed_is_on_the_sheet)
{
  g_autofree char *folder = np_test_data ("catalog"), *path = NULL;
  g_autofree char *overlay = g_strdup_printf ("{ \"format\": \"needlepoint-overlay/1\", \"id\": \"clinic\", \"version\": \"1\", \"entries\": [ { %s, "
                                              APPROVED " } ] }", changes[_i].entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = NULL;
  g_autoptr (NpSheet) sheet = NULL;
  g_autofree char *text = NULL;
  int file = g_file_open_tmp ("np-overlay-XXXXXX.json", &path, NULL);

  ck_assert (file >= 0 && g_close (file, NULL) && g_file_set_contents (path, overlay, -1, NULL));
  catalog = np_catalog_load (folder, path, NULL, &error);
  g_unlink (path);
  ck_assert_msg (catalog != NULL, "%s", error != NULL ? error->message : "");
  sheet = np_sample_sheet_with (changes[_i].sample, catalog);
  text = np_sheet_to_text (sheet);
  ck_assert_msg (strstr (text, changes[_i].text) != NULL, "not on the sheet: %s\n%s", changes[_i].text, text);
}
END_TEST

/* Where a text is missing from a record the sheet falls back on its id, which nobody should have to read. */
static void
assert_no_id (const char *text)
{
  g_auto (GStrv) sentences = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; sentences[i] != NULL; i++)
    ck_assert_msg (!g_regex_match_simple ("^[a-z]+(-[a-z0-9]+)+$", sentences[i], 0, 0), "an id on the sheet: %s", sentences[i]);
}

START_TEST (a_consultation_prints_without_an_id_for_a_word)
{
  g_autoptr (NpSheet) sheet = np_sample_sheet (np_samples[_i]);

  ck_assert_uint_gt (sheet->blocks->len, 10);
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const NpBlock *block = g_ptr_array_index (sheet->blocks, i);

      assert_no_id (block->text);
      for (guint k = 0; block->cells != NULL && k < block->cells->len; k++)
        assert_no_id (g_ptr_array_index (block->cells, k));
    }
}
END_TEST

/* Samples of which a little is other than in the file, and lines of their sheets as in sample_lines. */
static const struct
{
  const char *sample;
  struct { const char *pointer, *json; } edits[4]; /* without `json` it is taken out */
  const char *lines[4];
} variants[] = {
  /* record-rules 19: what was not asked is named as such, in a sentence, and never as a no */
  { "pacemaker-radiofrequency",
    { { "/medicines", NULL }, { "/answers/keloid", NULL }, { "/answers/diabetes", NULL }, { "/plan/checks", NULL } },
    { "The talk ended before these were asked: Scars that grow (keloid); Diabetes; Medicines.\n", "Nor were these checked: ",
      "!Not answered", "Your health\tBleeding or clotting problem; Autoimmune disease; " } },
  { "pacemaker-radiofrequency", { { "/plan/checks", NULL } },
    { "The talk ended before this was checked: ", "!Nor were these" } },
  /* an answer of an earlier day that has to be given again is none of today, whatever it was */
  { "pacemaker-radiofrequency",
    { { "/answers/isotretinoin", "{ \"states\": [ { \"is\": \"no\" } ], \"on\": \"2026-03-09\" }" } },
    { "Isotretinoin tablets\tNever taken\nAnswered on 9 March 2026\n", "Medicines and creams\tBlood thinners; ",
      "The talk ended before these were asked: Isotretinoin tablets.\n" } },
  /* the frame leaves out what the reason says, and no other thing that forbids the plan */
  { "pacemaker-radiofrequency",
    { { "/answers/keloid/states", "[ { \"is\": \"beyond-wound\" } ]" }, { "/ending/reason", "\"Call us in summer.\"" } },
    { "\nDo not treat: Keloid", "\nDo not treat: Electronic implant" } },
  { "pacemaker-radiofrequency",
    { { "/answers/keloid/states", "[ { \"is\": \"beyond-wound\" } ]" },
      { "/ending/reason", "\"Heat devices can disturb an implant. We use one without heat.\"" } },
    { "\nDo not treat: Keloid", "!\nDo not treat: Electronic implant" } },
  /* the sheet does not offer what the same sheet says has to wait until one is an adult */
  { "minor-chickenpox-scar-stamp", { { "/plan/treat/0/indication", "\"striae\"" } },
    { "\nStretch marks: No treatment: leave your skin as it is. Tretinoin cream (not in pregnancy). Other creams. There is little proof "
      "that they help.\n",
      "!Laser treatment." } },
  /* nor does it keep from them what is open to them */
  { "minor-chickenpox-scar-stamp", { { "/plan/device", "\"rf\"" } }, { " Silicone gel or sheets. Massage of the scar." } },
  /* a number that is not known is a line to write on */
  { "acne-scars-pen", { { "/clinic/urgent_phone", NULL } }, { "\nUrgent number\t\n" } },
  /* record-rules 1: with its zone, and readable */
  { "acne-scars-pen", { { "/disclosure/informed_at", "\"2026-03-10T09:24:00+00:00\"" } },
    { "\nYou were told\t10 March 2026, 09:24 (UTC)\n" } },
  { "acne-scars-pen", { { "/disclosure/informed_at", "\"2026-03-10T09:24:00Z\"" } },
    { "\nYou were told\t10 March 2026, 09:24 (UTC)\n" } },
};

static JsonNode *
variant (guint row)
{
  g_autofree char *file = g_strdup_printf ("samples/%s.json", variants[row].sample), *path = np_test_data (file);
  JsonNode *document = np_json_read_file (path, NULL);

  ck_assert_ptr_nonnull (document);
  for (guint i = 0; i < G_N_ELEMENTS (variants[row].edits) && variants[row].edits[i].pointer != NULL; i++)
    {
      const char *pointer = variants[row].edits[i].pointer, *json = variants[row].edits[i].json;

      ck_assert_msg (np_document_lookup (document, pointer) != NULL, "%s has no %s", variants[row].sample, pointer);
      np_document_put (document, pointer, json == NULL ? NULL : json_from_string (json, NULL));
    }
  return document;
}

START_TEST (a_variant_prints)
{
  g_autoptr (JsonNode) document = variant ((guint) _i);
  g_autoptr (NpCatalog) catalog = np_sample_catalog ();
  g_autoptr (NpClock) clock = np_clock_new_fixed ("2026-03-10T10:00:00+01:00", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpConsultation) consultation = np_consultation_open (catalog, clock, document, "sample", FALSE, &error);
  g_autoptr (NpSheet) sheet = NULL;
  g_autofree char *text = NULL;

  ck_assert_msg (consultation != NULL, "%s", error != NULL ? error->message : "");
  sheet = np_sheet_of_consultation (consultation, "needlepoint test");
  text = np_sheet_to_text (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (variants[_i].lines) && variants[_i].lines[i] != NULL; i++)
    assert_line (variants[_i].sample, text, variants[_i].lines[i]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheet-samples");
  TCase *tcase = tcase_create ("sheet-samples");

  tcase_add_loop_test (tcase, a_consultation_prints_without_an_id_for_a_word, 0, G_N_ELEMENTS (np_samples));
  tcase_add_loop_test (tcase, a_sample_prints, 0, G_N_ELEMENTS (sample_lines));
  tcase_add_loop_test (tcase, a_variant_prints, 0, G_N_ELEMENTS (variants));
  tcase_add_loop_test (tcase, the_seed_is_said_on_the_sheet, 0, G_N_ELEMENTS (seeds));
  tcase_add_loop_test (tcase, what_the_clinic_changed_is_on_the_sheet, 0, G_N_ELEMENTS (changes));
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
