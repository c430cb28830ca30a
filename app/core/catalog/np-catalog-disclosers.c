/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog-load.h"

/* A finding says which risks it discloses; here each risk learns which findings disclose it. */

static void
count_disclosers (NpCatalog *catalog, NpRisk *risks)
{
  for (guint i = 0; i < catalog->n_findings; i++)
    {
      const NpFinding *finding = &catalog->findings[i];

      for (guint d = 0; d < finding->n_discloses; d++)
        risks[finding->discloses[d].risk].n_disclosers++;
      catalog->n_disclosers += finding->n_discloses;
    }
}

static void
add_discloser (NpRisk *risk, guint finding, const NpRule *when)
{
  NpDiscloser *disclosers = (NpDiscloser *) risk->disclosers;

  disclosers[risk->n_disclosers++] = (NpDiscloser){ .finding = (guint16) finding, .when = when };
}

void
np_load_find_disclosers (NpLoad *load)
{
  NpCatalog *catalog = load->catalog;
  NpRisk *risks = (NpRisk *) catalog->risks;

  count_disclosers (catalog, risks);
  for (guint i = 0; i < catalog->n_risks; i++)
    {
      risks[i].disclosers = np_load_memory (load, risks[i].n_disclosers, sizeof (NpDiscloser));
      risks[i].n_disclosers = 0;
    }
  for (guint i = 0; i < catalog->n_findings; i++)
    for (guint d = 0; d < catalog->findings[i].n_discloses; d++)
      add_discloser (&risks[catalog->findings[i].discloses[d].risk], i, &catalog->findings[i].discloses[d].when);
}
