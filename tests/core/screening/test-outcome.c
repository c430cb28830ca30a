/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include "np-notation.h"
#include "np-screened.h"

/* The headline that follows from the findings together, and what decisions make of it. */

static char *
day_word (NpDay day)
{
  return day == NP_DAY_NONE ? g_strdup ("") : np_day_format (day);
}

/* ---- the headline ---- */

static const struct
{
  const char *facts, *rulings, *outcome, *date;
} outcomes[] = {
  { "", "", "proceed", "" },
  { "keloid=family", "", "proceed", "" },
  { "keloid=?", "", "incomplete", "" },
  { "blank", "", "incomplete", "" },
  { "born=?", "", "incomplete", "" },
  { "medicines=?", "", "incomplete", "" },
  { "allergies=?", "", "incomplete", "" },
  { "device=", "", "incomplete", "" },
  { "anaesthetic=", "", "incomplete", "" },
  { "check:needle-new-sterile=?", "", "incomplete", "" },
  { "keloid=within-wound", "", "refer", "" },
  { "keloid=within-wound sun=?", "", "refer", "" },
  { "keloid=dont-know", "", "refer", "" },
  { "keloid=within-wound isotretinoin=stopped:2025-12-10", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=?", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=tan:2026-03-01", "", "defer", "2026-06-10" },
  { "isotretinoin=stopped:2025-12-10 sun=tan", "", "defer", "" },
  { "isotretinoin=stopped:2025-12-10 cold-sores=now", "", "defer", "" },
  { "isotretinoin=stopped:2025-12-10 keloid=beyond-wound", "", "do-not-proceed", "" },
  { "isotretinoin=stopped:2025-12-10 planned=2026-06-10", "", "proceed", "" },
  { "voluntary=pressure keloid=?", "", "do-not-proceed", "" },
  { "interpreter=interpreter-needed", "", "defer", "" },

  /* decisions */
  { "keloid=within-wound", "hypertrophic-history=go-ahead", "proceed", "" },
  { "keloid=within-wound sun=?", "hypertrophic-history=go-ahead", "incomplete", "" },
  { "keloid=within-wound", "hypertrophic-history=wait", "defer", "" },
  { "keloid=within-wound", "hypertrophic-history=do-not-treat", "do-not-proceed", "" },
  { "keloid=within-wound", "hypertrophic-history=wait hypertrophic-history=go-ahead", "proceed", "" },
  { "keloid=within-wound", "hypertrophic-history=go-ahead hypertrophic-history=wait", "defer", "" },
  { "keloid=within-wound melasma=in-area", "hypertrophic-history=go-ahead", "refer", "" },
  { "keloid=within-wound melasma=in-area", "hypertrophic-history=go-ahead melasma-present=go-ahead", "proceed", "" },
  { "blood-thinner=anticoagulant medicines=apixaban", "anticoagulant=go-ahead", "proceed", "" },
  { "keloid=dont-know", "unknown:keloid=go-ahead", "proceed", "" },
  { "keloid=beyond-wound", "keloid-history=go-ahead", "do-not-proceed", "" },
  { "keloid=beyond-wound", "keloid-history=wait", "do-not-proceed", "" },
  { "keloid=family", "keloid-family=wait", "defer", "" },
  { "keloid=family", "keloid-family=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10 sun=tan:2026-03-01", "isotretinoin-recent=go-ahead", "defer", "2026-03-15" },
  { "isotretinoin=stopped:2025-12-10 device=rf", "isotretinoin-recent=go-ahead", "defer", "2026-06-10" },
  { "isotretinoin=stopped", "isotretinoin-recent=go-ahead", "proceed", "" },
  { "isotretinoin=stopped:2025-12-10", "isotretinoin-recent=wait", "defer", "" },
  { "sun=tan:2026-03-01", "sun-recent=go-ahead", "defer", "2026-03-15" },
  { "sun=tan:2026-03-01", "sun-recent=do-not-treat", "do-not-proceed", "" },
  { "suspicious-lesion=cancer-in-area-past", "skin-cancer-area=go-ahead", "proceed", "" },
  { "suspicious-lesion=cancer-in-area-past device=rf", "skin-cancer-area=go-ahead", "do-not-proceed", "" },
  { "", "hypertrophic-history=do-not-treat", "proceed", "" },
};

START_TEST (test_outcome)
{
  g_autoptr (NpAssessment) assessment = np_screened_assess (outcomes[_i].facts, outcomes[_i].rulings);
  g_autofree char *date = day_word (assessment->clear_date);

  ck_assert_msg (g_str_equal (np_outcome_words[assessment->outcome], outcomes[_i].outcome), "%s (%s): %s",
                 outcomes[_i].facts, outcomes[_i].rulings, np_outcome_words[assessment->outcome]);
  ck_assert_msg (g_str_equal (date, outcomes[_i].date), "%s (%s): “%s”", outcomes[_i].facts, outcomes[_i].rulings,
                 date);
  ck_assert_int_eq (assessment->for_signature, g_str_equal (outcomes[_i].outcome, "proceed"));
}
END_TEST

/* A go-ahead takes a finding out of the outcome, not out of the findings. */
START_TEST (test_go_ahead_stays)
{
  g_autoptr (NpAssessment) assessment = np_screened_assess ("keloid=within-wound", "hypertrophic-history=go-ahead");
  const NpFired *fired = np_assessment_find (assessment, np_screened_finding ("hypertrophic-history"));

  ck_assert_ptr_nonnull (fired);
  ck_assert_int_eq (fired->class, NP_CLASS_RELATIVE);
  ck_assert_int_eq (fired->effective, NP_CLASS_ADVISORY);
  ck_assert (!fired->counts);
  ck_assert (fired->ruling_allowed);
  ck_assert_int_eq (fired->ruling, 0);
}
END_TEST

START_TEST (test_go_ahead_not_allowed)
{
  g_autoptr (NpAssessment) assessment = np_screened_assess ("keloid=beyond-wound", "keloid-history=go-ahead");
  const NpFired *fired = np_assessment_find (assessment, np_screened_finding ("keloid-history"));

  ck_assert (fired->counts);
  ck_assert (!fired->ruling_allowed);
  ck_assert_int_eq (fired->ruling, -1);
}
END_TEST

/* ---- a decision ends when what it stands on changes ---- */

static const struct
{
  const char *finding, *then, *now;
  gboolean same;
} bases[] = {
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound,family", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound device=rf melasma=in-area", TRUE },
  { "hypertrophic-history", "keloid=within-wound", "keloid=within-wound planned=2026-04-01", TRUE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped:2025-12-11", FALSE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped:2025-12", FALSE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "isotretinoin=stopped", FALSE },
  { "body-image-concern", "expectations-wellbeing=avoidance", "expectations-wellbeing=avoidance,hours-of-worry",
    FALSE },
  { "body-image-concern", "expectations-wellbeing=avoidance,hours-of-worry",
    "expectations-wellbeing=hours-of-worry,avoidance", TRUE },
  { "body-image-concern", "expectations-wellbeing=avoidance", "expectations-wellbeing=dont-know", FALSE },
  { "unknown:keloid", "keloid=dont-know", "keloid=prefer-not-to-say", FALSE },
  { "anticoagulant", "medicines=apixaban", "medicines=apixaban blood-thinner=anticoagulant", FALSE },
  { "anticoagulant", "medicines=apixaban", "medicines=apixaban,vitamin_d", TRUE },
  { "anticoagulant", "medicines=apixaban", "medicines=warfarin", FALSE },
  { "anticoagulant", "medicines=apixaban,heparin", "medicines=heparin,apixaban", TRUE },
  { "anticoagulant", "medicines=apixaban,heparin", "medicines=apixaban", FALSE },
  { "anticoagulant", "blood-thinner=anticoagulant{name=apixaban}", "blood-thinner=anticoagulant{name=apixaban}", TRUE },
  { "anticoagulant", "blood-thinner=anticoagulant{name=apixaban}", "blood-thinner=anticoagulant{name=warfarin}",
    FALSE },
  { "nickel-allergy", "allergies=nickel", "allergies=nickel_rash", FALSE },
  { "herpes-history", "cold-sores=ever", "cold-sores=ever treat=striae@thigh", FALSE },
  { "melasma-present", "treat=melasma@cheek device=rf", "treat=melasma@cheek,pih@cheek device=rf", TRUE },
  { "plan-depth-over-label", "treat=acne-scar-atrophic@cheek/1600", "treat=acne-scar-atrophic@cheek/2500", FALSE },
  { "heart-liver", "anaesthetic=lidocaine heart-liver=heart", "anaesthetic=prilocaine heart-liver=heart", FALSE },
  { "diabetes-uncontrolled", "diabetes=diabetes{hba1c=75;on=2026-01-01}", "diabetes=diabetes{hba1c=90;on=2026-01-01}",
    FALSE },
  { "age-under-18-scar", "born=2008-03-11", "born=2010-03-11", FALSE },
  { "answers-contradict", "isotretinoin=current", "isotretinoin=current immune=medicine", FALSE },
  { "answers-contradict", "skin-tone=type-i,type-ii", "skin-tone=type-ii,type-i", TRUE },
  { "answers-contradict", "skin-tone=type-i,type-ii", "skin-tone=type-i,type-iii", FALSE },
  { "plan-device-not-authorised", "check:device-authorised=fail", "check:device-authorised=dont-know", FALSE },
};

START_TEST (test_basis)
{
  g_autoptr (NpFacts) then = np_facts_from_notation (catalog, bases[_i].then);
  g_autoptr (NpFacts) now = np_facts_from_notation (catalog, bases[_i].now);
  g_autoptr (NpAssessment) before = np_assess (then, NULL, 0);
  const NpFired *fired = np_assessment_find (before, np_screened_finding (bases[_i].finding));
  g_autofree char *basis = NULL;
  NpRuling ruling = { np_screened_finding (bases[_i].finding), NP_VERDICT_DO_NOT_TREAT, NULL };
  g_autoptr (NpAssessment) after = NULL;

  ck_assert_msg (fired != NULL, "%s does not fire", bases[_i].finding);
  basis = np_assessment_basis (then, fired);
  ruling.basis = basis;
  after = np_assess (now, &ruling, 1);
  fired = np_assessment_find (after, ruling.finding);
  ck_assert_msg (fired != NULL && (fired->ruling == 0) == bases[_i].same, "%s -> %s: the decision %s (%s)",
                 bases[_i].then, bases[_i].now, bases[_i].same ? "ended" : "stands", basis);
}
END_TEST

START_TEST (test_basis_line)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (
      catalog, "cold-sores=healed:2026-03,ever medicines=aciclovir isotretinoin=stopped:2025-12-10");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autofree char *dated =
      np_assessment_basis (facts, np_assessment_find (assessment, np_screened_finding ("isotretinoin-recent")));
  g_autofree char *several = np_assessment_basis (facts, np_assessment_find (assessment, np_screened_finding ("herpes-history")));

  ck_assert_str_eq (dated, "deferral isotretinoin:stopped[on=2025-12-10]");
  ck_assert (
      g_str_has_prefix (several, "relative cold-sores:ever cold-sores:healed[on=2026-03] medicines:herpes-antiviral["));
}
END_TEST

/* ---- the device's label ---- */

static const struct
{
  const char *label, *facts, *outcome;
  gboolean by_label;
} labels[] = {
  { "breastfeeding", "breastfeeding=breastfeeding", "do-not-proceed", TRUE },
  { "breastfeeding", "breastfeeding=breastfeeding device=roller", "refer", FALSE },
  { "bleeding-disorder", "bleeding-disorder=disorder", "do-not-proceed", TRUE },
  { "keloid-family", "keloid=family", "do-not-proceed", TRUE },
  { "isotretinoin-recent", "isotretinoin=stopped:2025-12-10", "do-not-proceed", TRUE },
  { "pregnant", "pregnancy=pregnant", "do-not-proceed", FALSE },
};

START_TEST (test_label)
{
  guint16 id = np_screened_finding (labels[_i].label);
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = np_screened_with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, labels[_i].facts);
  NpRuling ruling = { id, NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpAssessment) overridden = np_assess (facts, &ruling, 1);

  ck_assert_str_eq (np_outcome_words[assessment->outcome], labels[_i].outcome);
  ck_assert_int_eq (np_assessment_find (assessment, id)->by_label, labels[_i].by_label);
  if (labels[_i].by_label)
    ck_assert_int_eq (overridden->outcome, NP_OUTCOME_DO_NOT_PROCEED);
}
END_TEST

START_TEST (test_met_by_label)
{
  guint16 id = np_screened_finding ("isotretinoin-recent");
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = np_screened_with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, "isotretinoin=stopped:2025-01-01");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_PROCEED);
  ck_assert_uint_eq (assessment->n_met, 1);
}
END_TEST

/* What the label rules out stays as it is, whatever a clinician says: no milder, and with its date. */
START_TEST (test_ruling_on_label)
{
  guint16 id = np_screened_finding ("isotretinoin-recent");
  g_autofree NpDevice *devices = NULL;
  NpCatalog labelled = np_screened_with_label ("pen", &id, &devices);
  g_autoptr (NpFacts) facts = np_facts_from_notation (&labelled, "isotretinoin=stopped:2025-12-10");
  NpRuling ruling = { id, (NpVerdict) _i, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, &ruling, 1);
  const NpFired *fired = np_assessment_find (assessment, id);

  ck_assert_int_eq (fired->effective, NP_CLASS_ABSOLUTE);
  ck_assert_int_eq (fired->clear_date, np_day_parse ("2026-06-10"));
  ck_assert_int_eq (assessment->outcome, NP_OUTCOME_DO_NOT_PROCEED);
}
END_TEST

/* ---- rules beside the assessment ---- */

START_TEST (test_rules_beside)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "keloid=within-wound device=rf");
  NpRuling ruling = { np_screened_finding ("hypertrophic-history"), NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpAssessment) decided = np_assess (facts, &ruling, 1);
  NpTerm fires = { .kind = NP_TERM_FINDING, .index = ruling.finding };
  NpTerm go_ahead = { .kind = NP_TERM_GO_AHEAD };
  NpTerm rf = { .kind = NP_TERM_DEVICE, .index = (guint16) np_catalog_find_device (catalog, "pen") };

  ck_assert (np_assessment_holds (assessment, facts, &(NpRule){ .n_terms = 0 }));
  ck_assert (np_assessment_holds (assessment, facts, &(NpRule){ .terms = &fires, .n_terms = 1 }));
  ck_assert (!np_assessment_holds (assessment, facts, &(NpRule){ .terms = &go_ahead, .n_terms = 1 }));
  ck_assert (np_assessment_holds (decided, facts, &(NpRule){ .terms = &go_ahead, .n_terms = 1 }));
  ck_assert (!np_assessment_holds (assessment, facts, &(NpRule){ .terms = &rf, .n_terms = 1 }));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("outcome");
  TCase *tcase = tcase_create ("outcome");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_outcome, 0, G_N_ELEMENTS (outcomes));
  tcase_add_test (tcase, test_go_ahead_stays);
  tcase_add_test (tcase, test_go_ahead_not_allowed);
  tcase_add_loop_test (tcase, test_basis, 0, G_N_ELEMENTS (bases));
  tcase_add_test (tcase, test_basis_line);
  tcase_add_loop_test (tcase, test_label, 0, G_N_ELEMENTS (labels));
  tcase_add_test (tcase, test_met_by_label);
  tcase_add_loop_test (tcase, test_ruling_on_label, NP_VERDICT_GO_AHEAD, NP_VERDICT_DO_NOT_TREAT + 1);
  tcase_add_test (tcase, test_rules_beside);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
