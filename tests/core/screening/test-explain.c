/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include <string.h>

#include "np-explain.h"
#include "np-notation.h"
#include "np-screened.h"

/* `sentence` with the words of the catalogue put in: {q/s} the state's short name, {f} the title of a finding, {f!} its
 * reason */
static char *
fill_in (const char *sentence)
{
  g_auto (GStrv) parts = g_strsplit_set (sentence, "{}", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit (parts[i], "/", 2);

      if (i % 2 == 0)
        g_string_append (line, parts[i]);
      else if (ids[1] != NULL)
        {
          const NpQuestion *question = &catalog->questions[np_catalog_find_question (catalog, ids[0])];

          g_string_append (line, question->states[np_catalog_find_state (question, ids[1])].brief.source);
        }
      else if (g_str_has_suffix (parts[i], "!"))
        {
          parts[i][strlen (parts[i]) - 1] = '\0';
          g_string_append (line, catalog->findings[np_catalog_find_finding (catalog, parts[i])].reason.source);
        }
      else
        g_string_append (line, catalog->findings[np_catalog_find_finding (catalog, parts[i])].title.source);
    }
  return g_string_free (line, FALSE);
}

static const struct
{
  const char *facts, *sentence;
} outcomes[] = {
  { "", "Can go ahead." },
  { "sun=?", "1 answer is still open." },
  { "sun=? keloid=?", "2 answers are still open." },
  { "isotretinoin=stopped:2025-12-10",
    "Wait until 10 June 2026: {isotretinoin/stopped} 10 December 2025, six months." },
  { "isotretinoin=stopped:2025-12", "Wait until 30 June 2026: {isotretinoin/stopped} December 2025, six months." },
  { "isotretinoin=stopped", "Wait: {isotretinoin/stopped}, date not known." },
  { "isotretinoin=stopped:2025-12-10 sun=tan:2026-03-01",
    "Wait until 10 June 2026: {isotretinoin/stopped} 10 December 2025, six months." },
  { "isotretinoin=stopped:2025-12-10 skin-infection=cleared", "Wait: {skin-infection/cleared}, date not known." },
  { "cold-sores=now", "Wait: {cold-sores/now}." },
  { "keloid=beyond-wound", "Do not treat: {keloid/beyond-wound}." },
  { "keloid=beyond-wound isotretinoin=stopped:2025-12-10", "Do not treat: {keloid/beyond-wound}." },
  { "born=2008-03-11 treat=rejuvenation@cheek", "Do not treat: {age-under-18-cosmetic}." },
  { "keloid=within-wound", "Decision needed: {keloid/within-wound}." },
  { "blood-thinner=anticoagulant medicines=apixaban", "Decision needed: {blood-thinner/anticoagulant}." },
  { "keloid=dont-know", "Decision needed: {unknown:keloid}." },
  { "isotretinoin=no medicines=roaccutane", "Do not treat: {isotretinoin-current}." },
  { "blood-thinner=no medicines=apixaban", "Decision needed: {anticoagulant}." },
};

START_TEST (test_outcome)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, outcomes[_i].facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *sentence = np_explain_outcome (facts, assessment, english);
  g_autofree char *expected = fill_in (outcomes[_i].sentence);

  ck_assert_str_eq (sentence, expected);
}
END_TEST

static const struct
{
  const char *facts, *risk, *sentence;
} risks[] = {
  { "", "risk-bruising", "" },
  { "blood-thinner=anticoagulant", "risk-bruising", "Because {anticoagulant!}." },
  { "healing-smoking=smokes,ulcers", "risk-slow-healing-raised", "Because {poor-healing!}, and {smoker!}." },
};

START_TEST (test_risk)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, risks[_i].facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  guint wanted = (guint) np_catalog_find_risk (catalog, risks[_i].risk);
  g_autofree char *expected = fill_in (risks[_i].sentence);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < assessment->n_risks; i++)
    if (assessment->risks[i].risk == wanted)
      sentence = np_explain_risk (assessment, &assessment->risks[i], english);
  ck_assert_str_eq (sentence == NULL ? "" : sentence, expected);
}
END_TEST

/* The whole sentence is in the patient's language, whatever the interface's is. */
START_TEST (test_risk_translated)
{
  static const TestMessage messages[] = {
    MESSAGE ("label.and.text\004%1, and %2", "%1 und %2"),
    MESSAGE ("label.because.text\004Because %1.", "Weil %1."),
  };
  g_autoptr (NpLanguage) german = np_screened_german (NULL, 0, messages, G_N_ELEMENTS (messages));
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "healing-smoking=smokes,ulcers");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  int wanted = np_catalog_find_risk (catalog, "risk-slow-healing-raised");
  g_autofree char *expected = fill_in ("Weil {poor-healing!} und {smoker!}.");
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < assessment->n_risks; i++)
    if (assessment->risks[i].risk == wanted)
      sentence = np_explain_risk (assessment, &assessment->risks[i], german);
  ck_assert_str_eq (sentence, expected);
}
END_TEST

/* So is the sentence about the outcome, which a record keeps and its sheet prints: every word around the catalogue's too. */
static const struct
{
  const char *facts, *sentence;
} outcomes_translated[] = {
  { "", "Kann gemacht werden." },
  { "sun=? keloid=?", "Noch 2 Antworten offen." },
  { "isotretinoin=stopped:2025-12-10", "Warten bis 10. Juni 2026: Isotretinoin abgesetzt am 10. Dezember 2025, 6 Monate." },
  { "isotretinoin=stopped", "Warten: Isotretinoin abgesetzt, unbekannt wann." },
  { "cold-sores=now", "Warten: {cold-sores/now}." },
  { "keloid=beyond-wound", "Nicht behandeln: {keloid/beyond-wound}." },
  { "keloid=within-wound", "Zu entscheiden: {keloid/within-wound}." },
};

START_TEST (test_outcome_translated)
{
  static const TestMessage words[] = {
    MESSAGE ("date\004{day} {month} {year}", "{day}. {month} {year}"),
    MESSAGE ("month after a day\004December", "Dezember"),
    MESSAGE ("month after a day\004June", "Juni"),
    MESSAGE ("outcome\004%1 %2, %3", "%1 am %2, %3"),
    MESSAGE ("outcome\004%1, date not known", "%1, unbekannt wann"),
    MESSAGE ("outcome\004Can go ahead.", "Kann gemacht werden."),
    MESSAGE ("outcome\004Decision needed: %1.", "Zu entscheiden: %1."),
    MESSAGE ("outcome\004Do not treat: %1.", "Nicht behandeln: %1."),
    MESSAGE ("outcome\004Wait until %1: %2.", "Warten bis %1: %2."),
    MESSAGE ("outcome\004Wait: %1.", "Warten: %1."),
    MESSAGE ("{n} answer is still open.\000{n} answers are still open.", "Noch {n} Antwort offen.\000Noch {n} Antworten offen."),
    MESSAGE ("{n} month\000{n} months", "{n} Monat\000{n} Monate"),
  };
  const NpQuestion *question = &catalog->questions[np_catalog_find_question (catalog, "isotretinoin")];
  const NpText *brief = &question->states[np_catalog_find_state (question, "stopped")].brief;
  g_autofree char *key = g_strdup_printf ("%s.%s\004%s", brief->id, brief->field, brief->source);
  const TestMessage clinical = { key, strlen (key), "Isotretinoin abgesetzt", strlen ("Isotretinoin abgesetzt") };
  g_autoptr (NpLanguage) german = np_screened_german (words, G_N_ELEMENTS (words), &clinical, 1);
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, outcomes_translated[_i].facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *expected = fill_in (outcomes_translated[_i].sentence);
  g_autofree char *sentence = np_explain_outcome (facts, assessment, german);

  ck_assert_str_eq (sentence, expected);
}
END_TEST

/* Of several entries of one finding the one that lasts longest is named. */
START_TEST (test_deciding_entry)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "recent-injectables=filler:2026-03-05,fat:2026-02-20");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *cause = np_explain_cause (facts, &assessment->findings[0], english);
  g_autofree char *expected = fill_in ("{recent-injectables/filler} 5 March 2026, ");

  ck_assert (g_str_has_prefix (cause, expected));
}
END_TEST

/* A wait that is long over is told by its answer: the title says "recently". */
START_TEST (test_met)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "isotretinoin=stopped:2019-06");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *expected = fill_in ("{isotretinoin/stopped} June 2019, ");

  ck_assert_uint_eq (assessment->n_met, 1);
  g_autofree char *met = np_explain_met (facts, &assessment->met[0], english);
  ck_assert (g_str_has_prefix (met, expected));
}
END_TEST

/* No sentence comes out empty, whatever fires. */
START_TEST (test_every_finding_is_said)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (
      catalog,
      "device=rf topicals=txa,prp,growth-factor-exosome anaesthetic=prilocaine grams=80 treat=melasma@nose/2000 "
      "born=2008-04-01 medicines=apixaban,amiodarone allergies=nickel,severe:wasp check:orbital-rim=fail "
      "check:needle-new-sterile=fail sun=tan,trip:2026-03-12 keloid=dont-know,family immune=prefer-not-to-say "
      "recent-resurfacing=other{what},peel-deep:2026 previous-needling=session:2026-03-30,bad-reaction");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_uint_gt (assessment->n_findings, 15);
  for (guint i = 0; i < assessment->n_findings; i++)
    {
      g_autofree char *cause = np_explain_cause (facts, &assessment->findings[i], english);

      ck_assert (cause != NULL && *cause != '\0');
    }
}
END_TEST

START_TEST (test_chip)
{
  static const char *const chips[] = { "Can go ahead", "Still open", "Decision needed", "Wait", "Do not treat" };

  ck_assert_str_eq (np_explain_chip ((NpOutcome) _i), chips[_i]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("explain");
  TCase *tcase = tcase_create ("sentences");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_outcome, 0, G_N_ELEMENTS (outcomes));
  tcase_add_loop_test (tcase, test_risk, 0, G_N_ELEMENTS (risks));
  tcase_add_test (tcase, test_risk_translated);
  tcase_add_loop_test (tcase, test_outcome_translated, 0, G_N_ELEMENTS (outcomes_translated));
  tcase_add_test (tcase, test_deciding_entry);
  tcase_add_test (tcase, test_met);
  tcase_add_test (tcase, test_every_finding_is_said);
  tcase_add_loop_test (tcase, test_chip, 0, 5);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
