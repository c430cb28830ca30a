/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include <string.h>

#include "np-assessment.h"
#include "np-notation.h"
#include "np-screened.h"

/* What makes each risk shown (clinical brief E8), typed from the brief and not from the data. */

typedef struct
{
  const char *risk;
  const char *facts;
  const char
      *because; /* the finding that is the reason; "" for anybody with this plan, "absent" where it is not shown */
} Row;

static const Row rows[] = {
  { "risk-skin-irritation", "blank", "" },
  { "risk-redness-swelling", "blank", "" },
  { "risk-discomfort", "blank", "" },
  { "risk-flaking-dryness", "blank", "" },
  { "risk-bleeding", "blank", "" },
  { "risk-bruising", "blank", "" },
  { "risk-pigment-change", "blank", "" },
  { "risk-infection", "blank", "" },
  { "risk-spots-milia", "blank", "" },
  { "risk-scarring", "blank", "" },
  { "risk-nerve-vessel", "blank", "" },
  { "risk-bloodborne", "blank", "" },
  { "risk-no-benefit", "blank", "" },
  { "risk-herpes-reactivation", "blank", "absent" },
  { "risk-herpes-reactivation", "", "" },
  { "risk-herpes-reactivation", "treat=striae@thigh", "absent" },
  { "risk-herpes-reactivation", "cold-sores=now", "herpes-active" },
  { "risk-herpes-reactivation", "cold-sores=healed", "herpes-recent" },
  { "risk-herpes-reactivation", "treat=striae@thigh cold-sores=ever", "herpes-history" },
  { "risk-herpes-reactivation", "treat=striae@thigh cold-sores=dont-know", "unknown:cold-sores" },
  { "risk-eye-injury", "treat=rejuvenation@periorbital", "" },
  { "risk-eye-injury", "treat=rejuvenation@nose", "" },
  { "risk-eye-injury", "treat=rejuvenation@cheek~", "" },
  { "risk-eye-injury", "", "absent" },
  { "risk-tramtrack", "device=roller", "" },
  { "risk-tramtrack", "device=pen", "absent" },
  { "risk-uneven-stamp", "device=stamp", "" },
  { "risk-uneven-stamp", "device=pen", "absent" },
  { "risk-pen-crosscontam", "device=pen", "" },
  { "risk-pen-crosscontam", "device=rf", "absent" },
  { "risk-rf-burn", "device=rf", "" },
  { "risk-rf-burn", "device=pen", "absent" },
  { "risk-rf-burn", "device=rf metal-filler-area=metal", "metal-filler-area" },
  { "risk-rf-burn", "device=pen metal-filler-area=metal", "absent" },
  { "risk-rf-burn", "device=rf metal-filler-area=dont-know", "unknown:metal-filler-area" },
  { "risk-rf-fat-loss", "device=rf", "" },
  { "risk-rf-fat-loss", "device=pen", "absent" },
  { "risk-rf-nerve", "device=rf", "" },
  { "risk-rf-nerve", "device=pen", "absent" },
  { "risk-rf-scar", "device=rf", "" },
  { "risk-rf-scar", "device=pen", "absent" },
  { "risk-rf-marks", "device=rf", "" },
  { "risk-rf-marks", "device=pen", "absent" },
  { "risk-rf-implant", "device=rf", "absent" },
  { "risk-rf-implant", "device=rf electronic-implant=implant", "electronic-implant" },
  { "risk-rf-implant", "device=rf electronic-implant=dont-know", "unknown:electronic-implant" },
  { "risk-rf-implant", "device=pen electronic-implant=implant", "absent" },
  { "risk-topical-reaction", "topicals=ha", "" },
  { "risk-topical-reaction", "", "absent" },
  { "risk-topical-reaction", "topicals=ha allergy-topical=product", "allergy-topical" },
  { "risk-topical-reaction", "topicals=ha allergy-topical=skincare", "contact-dermatitis-history" },
  { "risk-topical-reaction", "allergy-other=latex", "antiseptic-allergy" },
  { "risk-topical-reaction", "allergy-other=severe", "severe-allergy-history" },
  { "risk-topical-reaction", "topicals=ha allergy-topical=dont-know", "unknown:allergy-topical" },
  { "risk-granuloma", "topicals=ha", "" },
  { "risk-granuloma", "", "absent" },
  { "risk-granuloma", "topicals=ha allergy-topical=product", "allergy-topical" },
  { "risk-granuloma", "metal-filler-area=silicone", "metal-filler-area" },
  { "risk-granuloma", "topicals=growth-factor-exosome", "plan-topical-nonsterile" },
  { "risk-granuloma", "topicals=ha allergy-topical=dont-know", "unknown:allergy-topical" },
  { "risk-granuloma", "device=rf metal-filler-area=dont-know", "unknown:metal-filler-area" },
  { "risk-tretinoin", "topicals=tretinoin", "" },
  { "risk-tretinoin", "topicals=ha", "absent" },
  { "risk-vitamin-c", "topicals=vitamin-c", "" },
  { "risk-vitamin-c", "topicals=ha", "absent" },
  { "risk-txa", "topicals=txa", "" },
  { "risk-txa", "topicals=ha clot-txa=clot", "absent" },
  { "risk-txa", "topicals=txa clot-txa=clot", "clot-txa" },
  { "risk-txa", "topicals=txa clot-txa=combined-hormonal", "txa-hormonal" },
  { "risk-prp", "topicals=prp", "" },
  { "risk-prp", "topicals=ha prp-blood=blood-borne-virus", "absent" },
  { "risk-prp", "topicals=prp prp-blood=blood-borne-virus", "prp-blood-virus" },
  { "risk-prp", "topicals=prp prp-blood=dont-know", "unknown:prp-blood" },
  { "risk-ha", "topicals=ha", "" },
  { "risk-ha", "topicals=txa", "absent" },
  { "risk-lidocaine-toxicity", "anaesthetic=lidocaine", "" },
  { "risk-lidocaine-toxicity", "anaesthetic=prilocaine", "" },
  { "risk-lidocaine-toxicity", "anaesthetic=lidocaine heart-liver=heart", "heart-liver" },
  { "risk-lidocaine-toxicity", "device=rf heart-liver=heart", "absent" },
  { "risk-anaesthetic-allergy", "anaesthetic=lidocaine", "" },
  { "risk-anaesthetic-allergy", "", "absent" },
  { "risk-anaesthetic-allergy", "allergy-anaesthetic=ester", "allergy-anaesthetic" },
  { "risk-anaesthetic-allergy", "anaesthetic=lidocaine allergy-anaesthetic=dont-know", "unknown:allergy-anaesthetic" },
  { "risk-methaemoglobinaemia", "anaesthetic=prilocaine", "" },
  { "risk-methaemoglobinaemia", "anaesthetic=lidocaine", "absent" },
  { "risk-methaemoglobinaemia", "anaesthetic=prilocaine methaemoglobin=methaemoglobinaemia",
    "methaemoglobinaemia-history" },
  { "risk-methaemoglobinaemia", "anaesthetic=prilocaine methaemoglobin=family", "methaemoglobin-risk" },
  { "risk-methaemoglobinaemia", "anaesthetic=prilocaine methaemoglobin=dont-know", "unknown:methaemoglobin" },
  { "risk-pigment-rebound", "treat=pih@cheek", "" },
  { "risk-pigment-rebound", "treat=pigment-other@cheek", "" },
  { "risk-pigment-rebound", "treat=striae@thigh", "absent" },
  { "risk-pigment-rebound", "melasma=in-area", "melasma-present" },
  { "risk-limited-effect", "treat=laxity@neck", "" },
  { "risk-limited-effect", "", "absent" },
  { "risk-outside-approved-use", "", "absent" },
  { "risk-outside-approved-use", "treat=rejuvenation@chin-jaw", "absent" },
  { "risk-outside-approved-use", "treat=scar-other@abdomen", "absent" },
  { "risk-outside-approved-use", "treat=scar-other@cheek", "" },
  { "risk-outside-approved-use", "treat=acne-scar-atrophic@back", "" },
  { "risk-outside-approved-use", "treat=acne-scar-atrophic@abdomen,scar-other@abdomen", "" },
  { "risk-outside-approved-use", "treat=melasma@cheek", "" },
  { "risk-outside-approved-use", "device=rf", "" },
  { "risk-outside-approved-use", "topicals=ha", "" },
  { "risk-outside-approved-use", "born=2008-03-11 treat=rejuvenation@cheek", "age-under-18-cosmetic" },
  { "risk-outside-approved-use", "born=2008-03-11", "age-under-18-scar" },
  { "risk-outside-approved-use", "born=2004-03-11", "age-18-21" },
  { "risk-outside-approved-use", "born=2004-03-10", "absent" },
  { "risk-outside-approved-use", "treat=acne-scar-atrophic@cheek/1600", "plan-depth-over-label" },
  { "risk-outside-approved-use", "check:device-authorised=fail", "plan-device-not-authorised" },
  { "risk-bleeding-raised", "", "absent" },
  { "risk-bleeding-raised", "blood-thinner=anticoagulant", "anticoagulant" },
  { "risk-bleeding-raised", "blood-thinner=antiplatelet", "antiplatelet" },
  { "risk-bleeding-raised", "bleeding-disorder=disorder", "bleeding-disorder" },
  { "risk-bleeding-raised", "otc-bleed=last-week", "absent" },
  { "risk-bruising", "blood-thinner=anticoagulant", "anticoagulant" },
  { "risk-bruising", "blood-thinner=antiplatelet", "antiplatelet" },
  { "risk-bruising", "otc-bleed=last-week", "otc-bleed" },
  { "risk-keloid-raised", "", "absent" },
  { "risk-keloid-raised", "keloid=beyond-wound", "keloid-history" },
  { "risk-keloid-raised", "keloid=within-wound", "hypertrophic-history" },
  { "risk-keloid-raised", "keloid=family", "keloid-family" },
  { "risk-keloid-raised", "keloid=dont-know", "unknown:keloid" },
  { "risk-pigment-raised", "", "absent" },
  { "risk-pigment-raised", "skin-tone=type-v", "skin-tone-iv-vi" },
  { "risk-pigment-raised", "skin-tone=type-i,dark-marks", "pih-history" },
  { "risk-pigment-raised", "sun=tan:2026-03-09", "sun-recent" },
  { "risk-pigment-raised", "sun=tan:2025", "absent" },
  { "risk-pigment-raised", "sun=trip", "sun-planned" },
  { "risk-pigment-raised", "photosensitiser=medicine", "photosensitising-med" },
  { "risk-pigment-raised", "previous-needling=bad-reaction", "needling-bad-reaction" },
  { "risk-pigment-raised", "sun=dont-know", "unknown:sun" },
  { "risk-pigment-raised", "previous-needling=dont-know", "unknown:previous-needling" },
  { "risk-slow-healing-raised", "", "absent" },
  { "risk-slow-healing-raised", "diabetes=diabetes{hba1c=60;on=2026-01-01}", "diabetes-controlled" },
  { "risk-slow-healing-raised", "diabetes=diabetes", "diabetes-uncontrolled" },
  { "risk-slow-healing-raised", "immune=disease", "immune-suppressed" },
  { "risk-slow-healing-raised", "connective-tissue=not-active-in-skin", "connective-tissue" },
  { "risk-slow-healing-raised", "connective-tissue=scleroderma", "connective-tissue-active" },
  { "risk-slow-healing-raised", "cancer-treatment=chemotherapy-now", "cancer-treatment" },
  { "risk-slow-healing-raised", "healing-smoking=ulcers", "poor-healing" },
  { "risk-slow-healing-raised", "healing-smoking=smokes", "smoker" },
  { "risk-slow-healing-raised", "connective-tissue=dont-know", "unknown:connective-tissue" },
  { "risk-slow-healing-raised", "device=rf suspicious-lesion=dont-know", "unknown:suspicious-lesion" },
  { "risk-slow-healing-raised", "device=pen suspicious-lesion=dont-know", "absent" },
  { "risk-herpes-raised", "", "absent" },
  { "risk-herpes-raised", "cold-sores=ever", "herpes-history" },
  { "risk-herpes-raised", "cold-sores=healed", "herpes-recent" },
  { "risk-herpes-raised", "cold-sores=dont-know", "unknown:cold-sores" },
  { "risk-isotretinoin", "isotretinoin=stopped:2020", "absent" },
  { "risk-isotretinoin", "isotretinoin=current", "isotretinoin-current" },
  { "risk-isotretinoin", "isotretinoin=stopped:2026-01", "isotretinoin-recent" },
  { "risk-isotretinoin", "isotretinoin=dont-know", "unknown:isotretinoin" },
  { "risk-koebner", "", "absent" },
  { "risk-koebner", "skin-unstable=never-in-area{disease=eczema}", "skin-disease-stable" },
  { "risk-koebner", "skin-unstable=in-area{disease=eczema}", "skin-unstable-flare" },
  { "risk-koebner", "skin-unstable=dont-know", "unknown:skin-unstable" },
  { "risk-pregnancy-unknown", "pregnancy=possible", "absent" },
  { "risk-pregnancy-unknown", "pregnancy=pregnant", "pregnant" },
  { "risk-pregnancy-unknown", "pregnancy=trying", "pregnancy-trying" },
  { "risk-pregnancy-unknown", "pregnancy=dont-know", "unknown:pregnancy" },
  { "risk-breastfeeding", "", "absent" },
  { "risk-breastfeeding", "breastfeeding=breastfeeding", "breastfeeding" },
  { "risk-sun-sensitive", "topicals=tretinoin", "" },
  { "risk-sun-sensitive", "topicals=ha", "absent" },
  { "risk-sun-sensitive", "photosensitiser=medicine", "photosensitising-med" },
  { "risk-metal-allergy", "", "absent" },
  { "risk-metal-allergy", "metal-allergy=nickel", "nickel-allergy" },
  { "risk-metal-allergy", "metal-allergy=steel", "stainless-steel-allergy" },
  { "risk-metal-allergy", "metal-allergy=dont-know", "unknown:metal-allergy" },
  { "risk-fainting", "", "absent" },
  { "risk-fainting", "fainting=faints", "fainting" },
  { "risk-override", "keloid=within-wound", "absent" },

  /* risks that everybody is told, with a personal reason (D4) */
  { "risk-no-benefit", "expectations-wellbeing=wants-perfect", "unrealistic-expectation" },
  { "risk-infection", "skin-infection=now", "skin-infection-active" },
  { "risk-infection", "skin-infection=cleared", "skin-infection-recent" },
  { "risk-infection", "broken-skin=now", "broken-skin-active" },
  { "risk-infection", "skin-infection=dont-know", "unknown:skin-infection" },
  { "risk-infection", "broken-skin=dont-know", "unknown:broken-skin" },
  { "risk-scarring", "acne-active=now", "acne-active" },
  { "risk-scarring", "suspicious-lesion=rough-patches", "actinic-keratosis" },
  { "risk-scarring", "keloid=within-wound", "hypertrophic-history" },
  { "risk-scarring", "connective-tissue=not-active-in-skin", "connective-tissue" },
  { "risk-scarring", "connective-tissue=scleroderma", "connective-tissue-active" },
  { "risk-scarring", "recent-resurfacing=peel-deep", "peel-recent-deep" },
  { "risk-scarring", "recent-resurfacing=laser-ablative", "laser-recent-ablative" },
  { "risk-scarring", "recent-surgery-illness=surgery", "surgery-recent" },
  { "risk-scarring", "previous-needling=bad-reaction", "needling-bad-reaction" },
  { "risk-scarring", "acne-active=dont-know", "unknown:acne-active" },
  { "risk-scarring", "suspicious-lesion=dont-know", "unknown:suspicious-lesion" },
  { "risk-scarring", "keloid=dont-know", "unknown:keloid" },
  { "risk-scarring", "connective-tissue=dont-know", "unknown:connective-tissue" },
  { "risk-scarring", "recent-resurfacing=dont-know", "unknown:recent-resurfacing" },
  { "risk-scarring", "recent-surgery-illness=dont-know", "unknown:recent-surgery-illness" },
  { "risk-scarring", "previous-needling=dont-know", "unknown:previous-needling" },
  { "risk-spots-milia", "acne-active=settled", "acne-recent" },
  { "risk-spots-milia", "acne-active=dont-know", "unknown:acne-active" },
  { "risk-skin-irritation", "skin-unstable=never-in-area{disease=eczema}", "skin-disease-stable" },
  { "risk-skin-irritation", "actives=scrub", "actives-recent" },
  { "risk-skin-irritation", "actives=wax", "hair-removal-recent" },
  { "risk-skin-irritation", "recent-resurfacing=peel-light", "peel-recent-light" },
  { "risk-skin-irritation", "skin-unstable=dont-know", "unknown:skin-unstable" },
  { "risk-skin-irritation", "actives=dont-know", "unknown:actives" },
  { "risk-skin-irritation", "recent-resurfacing=dont-know", "unknown:recent-resurfacing" },
};

static const NpShownRisk *
find_risk (const NpAssessment *assessment, const char *id)
{
  for (guint i = 0; i < assessment->n_risks; i++)
    if (g_str_equal (catalog->risks[assessment->risks[i].risk].id, id))
      return &assessment->risks[i];
  return NULL;
}

static gboolean
is_reason (const NpShownRisk *risk, const char *finding)
{
  for (guint i = 0; i < risk->n_because; i++)
    if (g_str_equal (catalog->findings[risk->because[i]].id, finding))
      return TRUE;
  return FALSE;
}

START_TEST (test_trigger)
{
  const Row *row = &rows[_i];
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row->facts);
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  const NpShownRisk *risk = find_risk (assessment, row->risk);

  ck_assert_msg ((risk == NULL) == g_str_equal (row->because, "absent"), "%s: %s is %sshown", row->facts, row->risk,
                 risk == NULL ? "not " : "");
  if (risk == NULL)
    return;
  if (*row->because == '\0')
    ck_assert_msg (risk->n_because == 0 || strstr (row->facts, "=") != NULL, "%s: %s has a reason", row->facts,
                   row->risk);
  else
    ck_assert_msg (is_reason (risk, row->because), "%s: %s is not the reason for %s", row->facts, row->because,
                   row->risk);
}
END_TEST

static gboolean
table_has (const char *risk, const char *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].risk, risk) && g_str_equal (rows[i].because, finding))
      return TRUE;
  return FALSE;
}

/* Nothing in the data discloses what the table does not say. */
START_TEST (test_no_other_reason)
{
  for (guint f = 0; f < catalog->n_findings; f++)
    for (guint d = 0; d < catalog->findings[f].n_discloses; d++)
      {
        const char *risk = catalog->risks[catalog->findings[f].discloses[d].risk].id;

        ck_assert_msg (table_has (risk, catalog->findings[f].id), "%s discloses %s", catalog->findings[f].id, risk);
      }
}
END_TEST

START_TEST (test_every_risk_is_in_the_table)
{
  for (guint r = 0; r < catalog->n_risks; r++)
    {
      gboolean there = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        there |= g_str_equal (rows[i].risk, catalog->risks[r].id);
      ck_assert_msg (there, "no row is about %s", catalog->risks[r].id);
    }
}
END_TEST

/* A go-ahead adds a risk of its own and keeps those of the finding. */
START_TEST (test_override)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "keloid=within-wound");
  NpRuling ruling = { (guint16) np_catalog_find_finding (catalog, "hypertrophic-history"), NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, &ruling, 1);

  ck_assert_ptr_nonnull (find_risk (assessment, "risk-override"));
  ck_assert (is_reason (find_risk (assessment, "risk-keloid-raised"), "hypertrophic-history"));
}
END_TEST

/* Only a go-ahead that counts does. */
START_TEST (test_wait_is_no_override)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "keloid=within-wound");
  NpRuling ruling = { (guint16) np_catalog_find_finding (catalog, "hypertrophic-history"), NP_VERDICT_WAIT, NULL };
  g_autoptr (NpAssessment) assessment = np_assess (facts, &ruling, 1);

  ck_assert_ptr_null (find_risk (assessment, "risk-override"));
}
END_TEST

START_TEST (test_catalogue_order)
{
  g_autoptr (NpFacts) facts =
      np_facts_from_notation (catalog, "healing-smoking=ulcers,smokes diabetes=diabetes immune=disease device=rf");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);

  for (guint i = 0; i < assessment->n_risks; i++)
    {
      const NpShownRisk *risk = &assessment->risks[i];

      ck_assert (i == 0 || assessment->risks[i - 1].risk < risk->risk);
      for (guint b = 1; b < risk->n_because; b++)
        ck_assert (risk->because[b - 1] < risk->because[b]);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("risks");
  TCase *tcase = tcase_create ("triggers");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_trigger, 0, G_N_ELEMENTS (rows));
  tcase_add_test (tcase, test_no_other_reason);
  tcase_add_test (tcase, test_every_risk_is_in_the_table);
  tcase_add_test (tcase, test_override);
  tcase_add_test (tcase, test_wait_is_no_override);
  tcase_add_test (tcase, test_catalogue_order);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
