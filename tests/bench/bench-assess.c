/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assessment.h"
#include "np-notation.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* bench-assess [NAME]: how many assessments one core makes in a second, with the whole catalogue, from facts in memory
 * to the assessment in memory; and, as the floor of what any assessment costs, how many times the same facts can be
 * copied and read through. */

#define SECONDS_EACH 1.0
#define BATCH 500

static const struct
{
  const char *name, *facts;
} cases[] = {
  { "healthy adult", "" },
  { "nothing answered", "blank" },
  { "one deferral", "isotretinoin=stopped:2025-12-10" },
  { "RF with topicals",
    "device=rf topicals=txa,ha,tretinoin anaesthetic=prilocaine treat=melasma@cheek,pih@nose/1200,laxity@neck" },
  { "many findings",
    "device=rf topicals=txa,prp anaesthetic=prilocaine treat=melasma@cheek,acne-scar-atrophic@periorbital/2000 "
    "born=2005-01-01 "
    "medicines=apixaban,aciclovir,methotrexate,amiodarone,the_combined_pill allergies=nickel,lidocaine,severe:perfume "
    "cold-sores=healed:2026-03-01,ever skin-unstable=quiet{disease=eczema;on=2026-01} skin-tone=type-vi,dark-marks "
    "sun=tan:2026-03-01,trip:2026-03-20 isotretinoin=stopped:2025-12 keloid=within-wound,family "
    "actives=retinoid:2026-03-09,wax "
    "recent-resurfacing=peel-light:2026-02-20,peel-deep:2026-01,laser-ablative "
    "recent-injectables=filler:2026-03-01,botulinum:2026-03-01 "
    "previous-needling=session{on=2026-02-20;rf},bad-reaction immune=dont-know heart-liver=dont-know clot-txa=clot "
    "prp-blood=anaemia "
    "electronic-implant=implant metal-filler-area=metal diabetes=diabetes healing-smoking=smokes,ulcers" },
  { "nothing known",
    "keloid=dont-know isotretinoin=dont-know sun=dont-know cold-sores=dont-know skin-unstable=dont-know "
    "blood-thinner=dont-know pregnancy=dont-know recent-injectables=dont-know skin-tone=dont-know melasma=dont-know" },
};

typedef guint64 (*Work) (const NpFacts *facts);

static guint64
assess_once (const NpFacts *facts)
{
  NpAssessment *assessment = np_assess (facts, NULL, 0);
  guint64 seen = assessment->outcome + assessment->n_findings + assessment->n_risks;

  np_assessment_free (assessment);
  return seen;
}

static guint64
read_through (const NpFacts *facts)
{
  guint64 seen = facts->n_pairs + facts->medicine_groups + facts->topicals;

  for (guint q = 0; q < facts->catalog->n_questions; q++)
    {
      seen += facts->answers[q].states;
      for (guint i = 0; i < facts->answers[q].n_entries; i++)
        seen += facts->answers[q].entries[i].present + facts->answers[q].entries[i].state;
    }
  for (guint i = 0; i < facts->catalog->n_plan_checks; i++)
    seen += facts->checks[i];
  return seen;
}

static guint64
copy_once (const NpFacts *facts)
{
  NpFacts *copy = np_facts_copy (facts);
  guint64 seen = read_through (copy);

  np_facts_free (copy);
  return seen;
}

/* Seconds of one core that this program had, so that other programs do not count. */
static double
seconds_used (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (double) used.tv_sec + (double) used.tv_nsec / 1e9;
}

/* times a second */
static double
measure (Work work, const NpFacts *facts, guint64 *seen)
{
  double start = seconds_used ();
  guint64 done = 0;
  double elapsed;

  do
    {
      for (guint i = 0; i < BATCH; i++)
        *seen += work (facts);
      done += BATCH;
      elapsed = seconds_used () - start;
    }
  while (elapsed < SECONDS_EACH);
  return (double) done / elapsed;
}

static guint
count_rules (const NpCatalog *catalog)
{
  guint count = 0;

  for (guint i = 0; i < catalog->n_findings; i++)
    count += catalog->findings[i].n_triggers + catalog->findings[i].n_classes + catalog->findings[i].n_waits +
             catalog->findings[i].n_lifts + catalog->findings[i].n_discloses;
  for (guint i = 0; i < catalog->n_risks; i++)
    count += np_rule_is_set (&catalog->risks[i].when);
  for (guint i = 0; i < catalog->n_questions; i++)
    count += np_rule_is_set (&catalog->questions[i].when);
  return count;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = np_catalog_load (NULL, NULL, NULL, &error);
  double slowest = G_MAXDOUBLE;
  guint64 seen = 0;

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%u questions, %u findings, %u risks, %u rules\n", catalog->n_questions, catalog->n_findings,
           catalog->n_risks, count_rules (catalog));
  g_print ("%-18s %14s %14s %8s\n", "facts", "assessments/s", "floor/s", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, cases[i].facts);
      double floor, rate;

      if (argc > 1 && strcmp (argv[1], cases[i].name) != 0)
        continue;
      floor = measure (copy_once, facts, &seen);
      rate = measure (assess_once, facts, &seen);
      g_print ("%-18s %14.0f %14.0f %8.1f\n", cases[i].name, rate, floor, floor / rate);
      slowest = MIN (slowest, rate);
    }
  g_print ("slowest: %.0f assessments/s (%" G_GUINT64_FORMAT ")\n", slowest, seen);
  return slowest >= 100000 ? EXIT_SUCCESS : EXIT_FAILURE;
}
