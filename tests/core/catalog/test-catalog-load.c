/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-small-catalog.h"
#include "np-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* One change to the small catalogue each, and everything that is said about it. */
static const struct
{
  const char *file;
  const char *pointer;
  const char *json;
  const char *problems;
} cases[] = {
  { "catalog", "/format", "\"needlepoint-catalog/9\"",
    "catalog.json: /format: the format is not “needlepoint-catalog/1”: this file is for another version" },
  { "catalog", "/version", "\"\"", "catalog.json: /version: the text is empty: write it" },
  { "catalog", "/extra", "\"x\"", "catalog.json: /extra: this member is not known here" },
  { "catalog", "/sources/0/key", "\"Other\"",
    "indications.json: /indications/0/evidence/1: the source “Book” is not declared: add it to the sources of "
    "catalog.json\n"
    "indications.json: /indications/1/evidence/1: the source “Book” is not declared: add it to the sources of "
    "catalog.json" },
  { "indications", "/indications/0/name", "\"\"",
    "indications.json: /indications/0/name: the text is empty: write it" },
  { "indications", "/indications/0/name", "\" Scars\"",
    "indications.json: /indications/0/name: the text begins or ends with a space: take it away" },
  { "indications", "/indications/0/name", NULL, "indications.json: /indications/0/name: this member is missing" },
  { "indications", "/indications/0/name", "7", "indications.json: /indications/0/name: a string is expected here" },
  { "indications", "/indications/1/id", "\"scars\"",
    "indications.json: /indications/1: the id “scars” is there twice: give one of them another\n"
    "indications.json: /sets/dark/0: there is no indication “spots”" },
  { "indications", "/indications/0/id", "\"Scars\"",
    "indications.json: /indications/0/id: an id is made of a-z, 0-9, “-” and “:”, as “skin-tone”\n"
    "devices.json: /devices/0/authorised_uses/0/indication: there is no indication “scars”\n"
    "devices.json: /devices/1/authorised_uses/0/indication: there is no indication “scars”" },
  { "indications", "/indications/0/alternatives", "[]",
    "indications.json: /indications/0/alternatives: there is always another option: name at least one, without a “when”" },
  { "indications", "/indications/0/alternatives", "[{\"id\":\"laser\",\"text\":\"Laser.\",\"when\":\"age>=18\"}]",
    "indications.json: /indications/0/alternatives: there is always another option: name at least one, without a “when”" },
  { "indications", "/indications/0/alternatives",
    "[{\"id\":\"cream\",\"text\":\"A cream.\"},{\"id\":\"laser\",\"text\":\"Laser.\",\"when\":\"age<18 and age>18\"}]",
    "indications.json: /indications/0/alternatives/1/when: this rule can never hold: its terms contradict each other" },
  { "questions", "/questions/2/by_itself", "\"age<18 and age>18\"",
    "questions.json: /questions/2/by_itself: this rule can never hold: its terms contradict each other" },
  { "indications", "/indications/0/sessions_max", "2",
    "indications.json: /indications/0: sessions_max is less than sessions_min: swap them" },
  { "indications", "/indications/0/interval_days", "0",
    "indications.json: /indications/0/interval_days: a whole number from 1 to 730 is expected here" },
  { "indications", "/indications/0/evidence_strength", "\"high\"",
    "indications.json: /indications/0/evidence_strength: one of these words is expected here: moderate, low-moderate, "
    "low" },
  { "indications", "/indications/0/evidence", "[]",
    "indications.json: /indications/0/evidence: no evidence is named: say at least “policy” or “K”" },
  { "indications", "/indications/0/evidence/-", "\"src:Nobody\"",
    "indications.json: /indications/0/evidence/2: the source “Nobody” is not declared: add it to the sources of "
    "catalog.json" },
  { "indications", "/indications/0/evidence/-", "\"seed:S31\"",
    "indications.json: /indications/0/evidence/2: “seed:S31” is no evidence tag: use seed, seed:S01 to seed:S30, "
    "src:KEY, src2:KEY, K, K:words, policy or conflict" },
  { "indications", "/indications/0/evidence/-", "\"maybe\"",
    "indications.json: /indications/0/evidence/2: “maybe” is no evidence tag: use seed, seed:S01 to seed:S30, src:KEY, "
    "src2:KEY, K, K:words, policy or conflict" },
  { "indications", "/sets/dark", "[ \"moles\" ]", "indications.json: /sets/dark/0: there is no indication “moles”" },
  { "indications", "/sets/dark", "[]", "indications.json: /sets/dark: the set is empty: fill it or take it out" },
  { "areas", "/areas/0/depth", "\"chin\"", "areas.json: /areas/0/depth: there is no depth row “chin”" },
  { "areas", "/areas/0/depth", NULL,
    "areas.json: /depths/0: no area uses this row: name it in an area's “depth” or take it out" },
  { "areas", "/depths/0/max_um", "10", "areas.json: /depths/0: max_um is less than min_um: swap them" },
  { "areas", "/areas/0/face", "\"yes\"", "areas.json: /areas/0/face: true or false is expected here" },
  { "devices", "/devices/0/authorised_uses/0/indication", "\"moles\"",
    "devices.json: /devices/0/authorised_uses/0/indication: there is no indication “moles”" },
  { "devices", "/devices/0/authorised_uses/0/area", "\"nose\"",
    "devices.json: /devices/0/authorised_uses/0/area: there is no area “nose”; “face” stands for any area of the "
    "face" },
  { "devices", "/devices/0/label_contraindications", "[ \"pregnant\" ]",
    "devices.json: /devices/0/label_contraindications/0: there is no finding “pregnant”" },
  { "devices", "/plan_checks/0/when", "\"thinner:takes\"",
    "devices.json: /plan_checks/0/when: column 1: only the plan and the age can stand here, no answers" },
  { "devices", "/plan_checks/-",
    "{\"id\":\"idle\",\"ask\":\"Yes?\",\"fail\":\"No.\",\"when\":\"always\",\"on_the_day\":false,\"evidence\":["
    "\"policy\"]}",
    "devices.json: /plan_checks/1: no rule reads this check: use it as check:... or take it out" },
  { "products", "/anaesthetics/0/id", "\"nothing\"",
    "products.json: /anaesthetics: the first anaesthetic has to be “none”: put it first" },
  { "products", "/medicine_groups/0/words", "[]",
    "products.json: /medicine_groups/0/words: a group without words is never found: add words" },
  { "products", "/medicine_groups/-", "{\"id\":\"idle\",\"name\":\"Idle\",\"words\":[\"idle\"]}",
    "products.json: /medicine_groups/1: no rule reads this group: use it as medicine(...) or take it out" },
  { "products", "/allergy_groups/-", "{\"id\":\"idle\",\"name\":\"Idle\",\"words\":[\"idle\"]}",
    "products.json: /allergy_groups/1: no rule reads this group: use it as allergy(...) or take it out" },
  { "products", "/allergy_groups/0/id", "\"topical:oil\"",
    "products.json: /allergy_groups/0: the group “topical:oil” is for a topical that is not there" },
  { "questions", "/questions/1/id", "\"device\"",
    "questions.json: /questions/1: “device” is a word of the rule notation: give the question another id\n"
    "findings.json: /findings/1/when: column 1: there is no question “skin”\n"
    "findings.json: /findings/2/when: column 1: there is no question “skin”\n"
    "findings.json: /findings/5/when: column 8: there is no question “skin”\n"
    "findings.json: /findings/2/wait/0/when: column 1: no trigger of this finding names a state, so there is no "
    "“this”" },
  { "questions", "/questions/1/group", "\"wealth\"",
    "questions.json: /questions/1/group: there is no group of questions “wealth”" },
  { "questions", "/questions/1/who", "[ \"nurse\" ]",
    "questions.json: /questions/1/who/0: a question is answered by “patient” or “staff”" },
  { "questions", "/questions/1/who", "[]",
    "questions.json: /questions/1/who: nobody answers this question: name “patient” or “staff”" },
  { "questions", "/questions/1/fact", "\"height\"",
    "questions.json: /questions/1/fact: one of these words is expected here: date-of-birth" },
  { "questions", "/questions/1/when", "\"finding(young)\"",
    "questions.json: /questions/1/when: column 1: finding(...) cannot stand here: this rule is read before the "
    "findings" },
  { "questions", "/questions/1/when", "\"device:rf and device:pen\"",
    "questions.json: /questions/1/when: this rule can never hold: its terms contradict each other" },
  { "questions", "/questions/1/alone", "[ \"wet\" ]",
    "questions.json: /questions/1/alone/0: this question has no state “wet”" },
  { "questions", "/questions/1/states/-", "{\"id\":\"sore\",\"label\":\"Sore\",\"short\":\"sore skin\"}",
    "questions.json: /questions/1/states/3: no rule reads this state: write a finding for it, or mark it "
    "“record_only”" },
  { "questions", "/questions/1/states/-", "{\"id\":\"now\",\"label\":\"Again\",\"short\":\"again\"}",
    "questions.json: /questions/1/states/3: the id “now” is there twice: give one of them another" },
  { "questions", "/questions/1/states/-", "{\"id\":\"no\",\"label\":\"No\",\"short\":\"none\",\"record_only\":true}",
    "questions.json: /questions/1/states/3: “no” is an answer of every question: it is not listed among the states" },
  { "questions", "/questions/1/states/0/interpreter", "\"disease\"",
    "questions.json: /questions/1/states/0/interpreter: “disease” is no text among the fields: name the one that takes "
    "the interpreter's name" },
  { "questions", "/questions/1/states/0/record_only", "true",
    "questions.json: /questions/1/states/0: a rule reads this state: take “record_only” out" },
  { "questions", "/questions/1/states/1/fields/0/type", "\"day\"",
    "questions.json: /questions/1/states/1/fields/0/type: one of these words is expected here: date, text, integer, "
    "yes-no, one-of, some-of" },
  { "questions", "/questions/1/states/1/fields/0/unit", "\"days\"",
    "questions.json: /questions/1/states/1/fields/0: “unit” means nothing for the type “date”: take it out" },
  { "questions", "/questions/1/states/0/fields/0/options", "[]",
    "questions.json: /questions/1/states/0/fields/0/options: there are no options: add some" },
  { "questions", "/questions/1/states/0/fields/0/options_from", "\"devices\"",
    "questions.json: /questions/1/states/0/fields/0/options_from: one of these words is expected here: topicals" },
  { "questions", "/questions/1/states/2/fields",
    "[{\"id\":\"a\",\"label\":\"A\",\"type\":\"text\"},{\"id\":\"b\",\"label\":\"B\",\"type\":\"text\"},{\"id\":\"c\","
    "\"label\":\"C\",\"type\":\"text\"},{\"id\":\"d\",\"label\":\"D\",\"type\":\"text\"},{\"id\":\"e\",\"label\":\"E\","
    "\"type\":\"text\"}]",
    "questions.json: /questions/1/states/2/fields: there are 5 fields, and a state can hold 4: take some out" },
  { "questions", "/questions/2/states/0/fields/1/max", "-1",
    "questions.json: /questions/2/states/0/fields/1/max: a whole number from 0 to 999999 is expected here" },
  { "questions", "/questions/-",
    "{\"id\":\"idle\",\"number\":\"Q09\",\"group\":\"health\",\"ask\":\"Idle?\",\"why\":\"So.\",\"who\":[\"patient\"],"
    "\"on_the_day\":false,\"no\":true,\"not_applicable\":false,\"states\":[],\"evidence\":[\"policy\"]}",
    "questions.json: /questions/3: no rule reads the answer: write a finding for it, or take the question out" },
  { "questions", "/groups/-", "{\"id\":\"empty\",\"title\":\"Empty\",\"all_no\":\"Nothing?\"}",
    "questions.json: /groups/1: no question is in this group: put one in or take the group out" },
  { "findings", "/findings/0/when", "\"age<\"",
    "findings.json: /findings/0/when: column 5: a whole number of up to six digits is missing here" },
  { "findings", "/findings/0/when", "\"age<18 and age>=18\"",
    "findings.json: /findings/0/when: this rule can never hold: its terms contradict each other" },
  { "findings", "/findings/0/when", "\"not always\"",
    "questions.json: /questions/0: no rule reads the answer: write a finding for it, or take the question out\n"
    "findings.json: /findings/0/when: this rule can never hold: its terms contradict each other" },
  { "findings", "/findings/0/when", NULL, "findings.json: /findings/0/when: this member is missing" },
  { "findings", "/findings/0/class", "\"severe\"",
    "findings.json: /findings/0/class: one of these words is expected here: advisory, relative, deferral, absolute" },
  { "findings", "/findings/0/class", "[]", "findings.json: /findings/0/class: there is no class: name one" },
  { "findings", "/findings/0/class", "[ { \"is\": \"absolute\" }, { \"is\": \"advisory\", \"when\": \"face\" } ]",
    "findings.json: /findings/0/class/1: this can never be reached: what stands before it, or the finding's own rule, "
    "excludes it" },
  { "findings", "/findings/2/class/0/when", "\"age<18 and not heat and device:rf\"",
    "findings.json: /findings/2/class/0: this can never be reached: what stands before it, or the finding's own rule, "
    "excludes it" },
  { "findings", "/findings/2/wait", "[ { \"for\": \"14 d\" }, { \"for\": \"6 m\", \"when\": \"device:rf\" } ]",
    "findings.json: /findings/2/wait/1: this can never be reached: what stands before it, or the finding's own rule, "
    "excludes it" },
  { "findings", "/findings/2/wait/1/for", "\"two weeks\"",
    "findings.json: /findings/2/wait/1/for: “two weeks” is no interval: write it as “14 d”, “12 w” or “6 m”" },
  { "findings", "/findings/2/wait/0/when", "\"this[colour=red]\"",
    "findings.json: /findings/2/wait/0/when: column 6: the state “quiet” has no field “colour”" },
  { "findings", "/findings/0/wait", "[ { \"for\": \"14 d\" } ]",
    "findings.json: /findings/0: only a deferral has a “wait”: take it out" },
  { "findings", "/findings/1/discloses/0", "\"risk-none\"",
    "findings.json: /findings/1/discloses/0: there is no risk “risk-none”" },
  { "findings", "/findings/2/lifted_by", "[]",
    "findings.json: /changes/0: no finding is lifted by this change: name it in “lifted_by” or take it out" },
  { "findings", "/findings/2/lifted_by/0/change", "\"other\"",
    "findings.json: /findings/2/lifted_by/0/change: there is no plan change “other”" },
  { "findings", "/findings/3/decision", "\"none\"",
    "findings.json: /findings/3: a relative finding needs a decision: “internal” or “external”" },
  { "findings", "/findings/3/decides", NULL,
    "findings.json: /findings/3: somebody decides here: say who in “decides”" },
  { "findings", "/findings/3/decision", "\"override\"",
    "findings.json: /findings/3: only a deferral can be overridden: use “internal”, “external” or “none”" },
  { "findings", "/findings/3/settles", "{\"ask\":\"Which?\",\"answers\":[{\"id\":\"one\",\"label\":\"One\"}]}",
    "findings.json: /findings/3/settles: there is nothing to choose between: give two answers or more" },
  { "findings", "/findings/0/settles",
    "{\"ask\":\"Which?\",\"answers\":[{\"id\":\"one\",\"label\":\"One\"},{\"id\":\"two\",\"label\":\"Two\"}]}",
    "findings.json: /findings/0/settles: nobody decides here: take “settles” out" },
  { "questions", "/questions/1/by_itself", "\"finding(young)\"",
    "questions.json: /questions/1/by_itself: column 1: finding(...) cannot stand here: this rule is read before the "
    "findings" },
  { "findings", "/findings/3/override_unless", "\"device:rf\"",
    "findings.json: /findings/3: “override_unless” means something only with the decision “override”" },
  { "findings", "/findings/3/seed", "true",
    "findings.json: /findings/3: “seed” marks absolute findings: take it out or make the finding absolute" },
  { "findings", "/findings/7/when", "\"face\"",
    "findings.json: /findings/7: “when” and “when_any” exclude each other: keep one" },
  { "findings", "/findings/7/when_any/1/id", "\"thinner\"",
    "findings.json: /findings/7/when_any/1: the id “thinner” is there twice: give one of them another" },
  { "findings", "/findings/7/when_any", "[]",
    "findings.json: /findings/7/when_any: nothing triggers this finding: add a rule" },
  { "findings", "/findings/0/when", "\"age<18 or finding(young)\"",
    "findings.json: /findings/0: finding(...) leads back to this finding: take it out of the circle" },
  { "findings", "/terms/heat", "\"device:laser\"", "findings.json: /terms/heat: column 8: there is no device “laser”" },
  { "findings", "/terms/heat", "\"cold\"",
    "findings.json: /terms/heat: column 1: “cold” is not a term of the notation and not one of the named rules "
    "(terms)" },
  { "findings", "/terms/cold", "\"device:pen\"",
    "findings.json: /terms/cold: no rule uses this named rule: use it or take it out" },
  { "findings", "/terms/and", "\"device:pen\"",
    "findings.json: /terms/and: “and” is a word of the rule notation: give the named rule another name" },
  { "findings", "/terms/heat", "\"device:rf or heat\"",
    "findings.json: /terms/heat: column 14: the named rules lead back to themselves: take one out of the circle" },
  { "findings", "/findings/0/when", "\"always\"",
    "questions.json: /questions/0: no rule reads the answer: write a finding for it, or take the question out" },
  { "risks", "/risks/0/when", NULL,
    "risks.json: /risks/0: nothing triggers this risk: give it a “when”, or name it in what a finding discloses" },
  { "risks", "/risks/0/frequency", "\"often\"",
    "risks.json: /risks/0/frequency: one of these words is expected here: expected, common, some, uncommon, rare, "
    "very-rare, unknown" },
  { "risks", "/risks/0/group", "\"other\"", "risks.json: /risks/0/group: there is no group of risks “other”" },
  { "risks", "/risks/1/when", "\"device:rf and not device:rf\"",
    "risks.json: /risks/1/when: this rule can never hold: its terms contradict each other" },
  { "risks", "/groups/-", "{\"id\":\"empty\",\"title\":\"Empty\"}",
    "risks.json: /groups/2: no risk is in this group: put one in or take the group out" },
  { "information", "/cooling_off/0/hours", "-1",
    "information.json: /cooling_off/0/hours: a whole number from 0 to 8784 is expected here" },
  { "information", "/cooling_off/0/when", "\"age<18\"",
    "information.json: /cooling_off: one time to think has to be for everyone: write one without “when”" },
  { "information", "/information/0/section", "\"signatures\"",
    "information.json: /information/0/section: one of these words is expected here: expect, risks, alternatives, costs, "
    "aftercare, red-flags, photographs, time-to-think, record" },
  { "information", "/information/0/told_with", "[ \"weather\" ]",
    "information.json: /information/0/told_with/0: “weather” is nothing that a text is told with: write “conditions”, "
    "“device” or the like" },
  { "information", "/information/0/when", "\"go-ahead\"",
    "information.json: /information/0/when: column 1: go-ahead stands only in the rule of a risk" },
  { "information", "/aftercare/0/avoid", "\"   \"",
    "information.json: /aftercare/0/avoid: the text is empty: write it" },
  { "teach-back", "/questions/0/when", "\"skin:wet\"",
    "teach-back.json: /questions/0/when: column 6: the question “skin” has no state “wet”" },
  { "attestations", "/attestations/1/role", "\"patient\"",
    "attestations.json: /attestations/1: “consent-patient” is already there for this kind and role: keep one" },
  { "attestations", "/attestations/0/kind", "\"agreement\"",
    "attestations.json: /attestations/0/kind: one of these words is expected here: consent, refusal, postponement, "
    "not-suitable" },
  { "attestations", "/identified_by/0/for", "[\"patient\",\"nurse\"]",
    "attestations.json: /identified_by/0/for/1: “nurse” is no role of a person who signs" },
  { "attestations", "/identified_by/0/for", "[]",
    "attestations.json: /identified_by/0/for: it is for nobody: name a role, or leave “for” out" },
  { "attestations", "/relationships/0/for", "[\"patient\"]",
    "attestations.json: /relationships/0/for: this member is not known here" },
  { "sheet", "/labels/-", "{\"id\":\"page-of\",\"text\":\"Again\"}",
    "sheet.json: /labels/1: the id “page-of” is there twice: give one of them another" },
  { "sheet", "/labels", NULL, "sheet.json: /labels: this member is missing" },
  { "products", "/anaesthetics/1/id", "\"gel\"",
    "products.json: /anaesthetics/1/name: translators find texts by id and field, and there is another text "
    "“gel.name”: change the id\n"
    "products.json: /anaesthetics/1/why: translators find texts by id and field, and there is another text “gel.why”: "
    "change the id\n"
    "products.json: /anaesthetics/1/check: translators find texts by id and field, and there is another text "
    "“gel.check”: change the id" },
  { "findings", "/findings/2/wait/-", "{\"for\":\"7 d\"}",
    "findings.json: /findings/2/wait/2: this can never be reached: what stands before it, or the finding's own rule, "
    "excludes it" },
  { "findings", "/findings/2/discloses/0/when", "\"device:pen and heat\"",
    "findings.json: /findings/2/discloses/0: this can never be reached: what stands before it, or the finding's own "
    "rule, excludes it" },
  { "risks", "/risks/1/when", "\"device:rf and age>200\"",
    "risks.json: /risks/1/when: this rule can never hold: its terms contradict each other" },
};

START_TEST (a_mistake_is_named)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_auto (GStrv) problems = NULL;
  g_autofree char *all = NULL;

  np_small_change (small, cases[_i].file, cases[_i].pointer, cases[_i].json);
  problems = np_small_problems (small, NULL);
  all = g_strjoinv ("\n", problems);
  ck_assert_str_eq (all, cases[_i].problems);
}
END_TEST

START_TEST (the_small_catalogue_is_sound)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_auto (GStrv) problems = np_small_problems (small, NULL);

  ck_assert_ptr_null (problems[0]);
}
END_TEST

START_TEST (all_mistakes_are_named_at_once)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_auto (GStrv) problems = NULL;

  np_small_change (small, "catalog", "/title", "\"\"");
  np_small_change (small, "findings", "/findings/0/when", "\"age\"");
  np_small_change (small, "sheet", "/labels/0/text", "7");
  problems = np_small_problems (small, NULL);
  ck_assert_uint_eq (g_strv_length (problems), 3);
}
END_TEST

START_TEST (states_beyond_what_a_question_holds_are_refused)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_auto (GStrv) problems = NULL;

  for (guint i = 0; i + 2 < NP_MAX_STATES; i++)
    {
      g_autofree char *state =
          g_strdup_printf ("{ \"id\": \"s%u\", \"label\": \"S\", \"short\": \"s\", \"record_only\": true }", i);

      np_small_change (small, "questions", "/questions/1/states/-", state);
    }
  problems = np_small_problems (small, NULL);
  ck_assert_str_eq (problems[0],
                    "questions.json: /questions/1/states: there are 49 states, and a question can hold 48: split it");
}
END_TEST

START_TEST (files_that_cannot_be_read_are_all_named)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_autofree char *risks = np_small_path (small, "risks.json");
  g_autofree char *sheet = np_small_path (small, "sheet.json");
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_remove (risks), 0);
  ck_assert (g_file_set_contents (sheet, "{ not json }", -1, NULL));
  ck_assert_ptr_null (np_catalog_load (small->folder, NULL, problems, &error));
  ck_assert (g_error_matches (error, NP_JSON_ERROR, NP_JSON_ERROR_MISSING));
  ck_assert_uint_eq (np_problems_count (problems), 2);
  ck_assert_ptr_nonnull (strstr (np_problems_line (problems, 0), "risks.json"));
  ck_assert_ptr_nonnull (strstr (np_problems_line (problems, 1), "sheet.json:1:3: "));
}
END_TEST

START_TEST (the_digest_is_of_what_is_said)
{
  static const char other_spaces[] =
      "{\"labels\":[{\"text\":\"Page %1 of %2\",\"id\":\"page-of\"}],\"format\":\"needlepoint-catalog/1\"}";
  g_autoptr (NpSmall) small = np_small_new ();
  g_autofree char *path = np_small_path (small, "sheet.json");
  g_autoptr (NpCatalog) before = np_catalog_load (small->folder, NULL, NULL, NULL);
  g_autoptr (NpCatalog) spaced = NULL;
  g_autoptr (NpCatalog) changed = NULL;

  ck_assert (g_file_set_contents (path, other_spaces, -1, NULL));
  spaced = np_catalog_load (small->folder, NULL, NULL, NULL);
  np_small_change (small, "sheet", "/labels/0/text", "\"Page %1\"");
  changed = np_catalog_load (small->folder, NULL, NULL, NULL);
  ck_assert_uint_eq (strlen (before->digest), 64);
  ck_assert_str_eq (before->digest, spaced->digest);
  ck_assert_str_ne (before->digest, changed->digest);
  ck_assert_str_eq (np_catalog_effective_digest (before), before->digest);
}
END_TEST

/* Findings that others name come first, whatever their order in the file. */
START_TEST (findings_come_after_those_they_name)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_autoptr (NpCatalog) catalog = NULL;

  np_small_change (small, "findings", "/findings/0/when", "\"age<18 and not finding(reuse)\"");
  catalog = np_catalog_load (small->folder, NULL, NULL, NULL);
  ck_assert_str_eq (catalog->findings[catalog->turns[0].finding].id, "reuse");
  ck_assert_str_eq (catalog->findings[catalog->turns[1].finding].id, "young");
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("catalog-load");
  TCase *tests = tcase_create ("load");

  tcase_add_loop_test (tests, a_mistake_is_named, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, the_small_catalogue_is_sound);
  tcase_add_test (tests, all_mistakes_are_named_at_once);
  tcase_add_test (tests, states_beyond_what_a_question_holds_are_refused);
  tcase_add_test (tests, files_that_cannot_be_read_are_all_named);
  tcase_add_test (tests, the_digest_is_of_what_is_said);
  tcase_add_test (tests, findings_come_after_those_they_name);
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  return np_test_run (suite ());
}
