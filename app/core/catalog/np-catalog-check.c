/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks that need the whole catalogue: whatever nothing reads, names or triggers is a mistake, because the person who
 * wrote it thought that it does something. */

#include "np-catalog-load.h"

typedef struct
{
  NpLoad *load;
  guint64 *states; /* per question: the states that rules read */
  gboolean *risks; /* per risk: disclosed by a finding */
  gboolean *changes;
  gboolean *checks;
  guint64 medicine_groups, allergy_groups;
  gboolean allergy_to_topicals, age;
} Uses;

static void
complain (NpLoad *load, NpFile file, const char *list, guint index, const char *what)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%u", list, index);

  np_problems_add (load->problems, load->paths[file], pointer, "%s", what);
}

static void
use_term (Uses *uses, const NpTerm *term)
{
  if (term->kind == NP_TERM_STATES || term->kind == NP_TERM_TWO_OF)
    uses->states[term->index] |= term->mask;
  else if (term->kind == NP_TERM_MEDICINE)
    uses->medicine_groups |= term->mask;
  else if (term->kind == NP_TERM_ALLERGY)
    uses->allergy_groups |= term->mask;
  else if (term->kind == NP_TERM_ALLERGY_TO_TOPICAL)
    uses->allergy_to_topicals = TRUE;
  else if (term->kind == NP_TERM_CHECK)
    uses->checks[term->index] = TRUE;
  else if (term->kind == NP_TERM_AGE)
    uses->age = TRUE;
}

static void
use_rule (Uses *uses, const NpRule *rule)
{
  for (guint i = 0; i < rule->n_terms; i++)
    use_term (uses, &rule->terms[i]);
}

static void
use_finding (Uses *uses, const NpFinding *finding)
{
  for (guint i = 0; i < finding->n_triggers; i++)
    use_rule (uses, &finding->triggers[i].when);
  for (guint i = 0; i < finding->n_classes; i++)
    use_rule (uses, &finding->classes[i].when);
  for (guint i = 0; i < finding->n_waits; i++)
    use_rule (uses, &finding->waits[i].when);
  for (guint i = 0; i < finding->n_lifts; i++)
    {
      uses->changes[finding->lifts[i].change] = TRUE;
      use_rule (uses, &finding->lifts[i].when);
    }
  for (guint i = 0; i < finding->n_discloses; i++)
    {
      uses->risks[finding->discloses[i].risk] = TRUE;
      use_rule (uses, &finding->discloses[i].when);
    }
  use_rule (uses, &finding->override_unless);
}

static void
use_all (Uses *uses)
{
  const NpCatalog *catalog = uses->load->catalog;

  for (guint i = 0; i < catalog->n_findings; i++)
    use_finding (uses, &catalog->findings[i]);
  for (guint i = 0; i < catalog->n_risks; i++)
    use_rule (uses, &catalog->risks[i].when);
  for (guint i = 0; i < catalog->n_information; i++)
    use_rule (uses, &catalog->information[i].when);
  for (guint i = 0; i < catalog->n_aftercare; i++)
    use_rule (uses, &catalog->aftercare[i].when);
  for (guint i = 0; i < catalog->n_cooling_off; i++)
    use_rule (uses, &catalog->cooling_off[i].when);
  for (guint i = 0; i < catalog->n_teach_back; i++)
    use_rule (uses, &catalog->teach_back[i].when);
}

static void
check_state (NpLoad *load, guint question, guint state, gboolean read)
{
  const NpState *it = &load->catalog->questions[question].states[state];
  g_autofree char *list = g_strdup_printf ("questions/%u/states", question);

  if (!read && !it->record_only)
    complain (load, NP_FILE_QUESTIONS, list, state,
              "no rule reads this state: write a finding for it, or mark it “record_only”");
  if (read && it->record_only)
    complain (load, NP_FILE_QUESTIONS, list, state, "a rule reads this state: take “record_only” out");
}

static void
check_questions (Uses *uses)
{
  const NpCatalog *catalog = uses->load->catalog;

  for (guint i = 0; i < catalog->n_questions; i++)
    {
      const NpQuestion *question = &catalog->questions[i];
      gboolean idle = TRUE;

      for (guint j = 0; j < question->n_states; j++)
        {
          check_state (uses->load, i, j, (uses->states[i] & NP_STATE_BIT (j)) != 0);
          idle = idle && question->states[j].record_only;
        }
      if (question->is_birth_date ? !uses->age : uses->states[i] == 0 && !(idle && question->n_states > 0))
        complain (uses->load, NP_FILE_QUESTIONS, "questions", i,
                  "no rule reads the answer: write a finding for it, or take the question out");
      if (!question->is_birth_date && question->n_states == 0 && !question->takes_no)
        complain (uses->load, NP_FILE_QUESTIONS, "questions", i,
                  "the question can only be answered with “don't know”: give it states");
    }
}

static void
check_risks (Uses *uses)
{
  const NpCatalog *catalog = uses->load->catalog;

  for (guint i = 0; i < catalog->n_risks; i++)
    if (!uses->risks[i] && !np_rule_is_set (&catalog->risks[i].when))
      complain (uses->load, NP_FILE_RISKS, "risks", i,
                "nothing triggers this risk: give it a “when”, or name it in what a finding discloses");
}

static void
check_groups (Uses *uses)
{
  const NpCatalog *catalog = uses->load->catalog;

  for (guint i = 0; i < catalog->n_medicine_groups; i++)
    if (!(uses->medicine_groups & NP_STATE_BIT (i)))
      complain (uses->load, NP_FILE_PRODUCTS, "medicine_groups", i,
                "no rule reads this group: use it as medicine(...) or take it out");
  for (guint i = 0; i < catalog->n_allergy_groups; i++)
    if (!(uses->allergy_groups & NP_STATE_BIT (i)) &&
        !(uses->allergy_to_topicals && catalog->allergy_groups[i].topical >= 0))
      complain (uses->load, NP_FILE_PRODUCTS, "allergy_groups", i,
                "no rule reads this group: use it as allergy(...) or take it out");
}

static void
check_plan (Uses *uses)
{
  const NpCatalog *catalog = uses->load->catalog;

  for (guint i = 0; i < catalog->n_plan_checks; i++)
    if (!uses->checks[i])
      complain (uses->load, NP_FILE_DEVICES, "plan_checks", i,
                "no rule reads this check: use it as check:... or take it out");
  for (guint i = 0; i < catalog->changes.n_items; i++)
    if (!uses->changes[i])
      complain (uses->load, NP_FILE_FINDINGS, "changes", i,
                "no finding is lifted by this change: name it in “lifted_by” or take it out");
}

/* A row is used by an area, or stands for a set of indications (`pigment`). */
static void
check_depth_rows (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;

  for (guint i = 0; i < catalog->n_depth_rows; i++)
    {
      gboolean used = np_catalog_find (catalog, NP_TABLE_SETS, catalog->depth_rows[i].id) >= 0;

      for (guint j = 0; j < catalog->n_areas; j++)
        used = used || catalog->areas[j].depth_row == (int) i;
      if (!used)
        complain (load, NP_FILE_AREAS, "depths", i,
                  "no area uses this row: name it in an area's “depth” or take it out");
    }
}

static void
check_named (NpLoad *load)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, load->named);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!((NpNamedRule *) value)->used)
      {
        g_autofree char *pointer = g_strconcat ("/terms/", (char *) name, NULL);

        np_problems_add (load->problems, load->paths[NP_FILE_FINDINGS], pointer,
                         "no rule uses this named rule: use it or take it out");
      }
}

/* A group without a question, or a group of risks without a risk, would be an empty heading. */
static void
check_headings (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;

  for (guint i = 0; i < catalog->n_question_groups; i++)
    {
      gboolean used = FALSE;

      for (guint j = 0; j < catalog->n_questions; j++)
        used = used || catalog->questions[j].group == i;
      if (!used)
        complain (load, NP_FILE_QUESTIONS, "groups", i,
                  "no question is in this group: put one in or take the group out");
    }
  for (guint i = 0; i < catalog->risk_groups.n_items; i++)
    {
      gboolean used = FALSE;

      for (guint j = 0; j < catalog->n_risks; j++)
        used = used || catalog->risks[j].group == i;
      if (!used)
        complain (load, NP_FILE_RISKS, "groups", i, "no risk is in this group: put one in or take the group out");
    }
}

static gboolean
is_for_everyone (const NpRule *rule)
{
  return !np_rule_is_set (rule) || (rule->n_terms == 1 && rule->terms[0].kind == NP_TERM_ALWAYS);
}

/* Each consultation has a time to think in force, which its record names (record rule 17). */
static void
check_cooling_off (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;

  for (guint i = 0; i < catalog->n_cooling_off; i++)
    if (is_for_everyone (&catalog->cooling_off[i].when))
      return;
  np_problems_add (load->problems, load->paths[NP_FILE_INFORMATION], "/cooling_off",
                   "one time to think has to be for everyone: write one without “when”");
}

void
np_load_check (NpLoad *load)
{
  const NpCatalog *catalog = load->catalog;
  Uses uses = {
    .load = load,
    .states = g_new0 (guint64, catalog->n_questions + 1),
    .risks = g_new0 (gboolean, catalog->n_risks + 1),
    .changes = g_new0 (gboolean, catalog->changes.n_items + 1),
    .checks = g_new0 (gboolean, catalog->n_plan_checks + 1),
  };

  use_all (&uses);
  check_questions (&uses);
  check_risks (&uses);
  check_groups (&uses);
  check_plan (&uses);
  check_depth_rows (load);
  check_named (load);
  check_headings (load);
  check_cooling_off (load);
  np_load_check_reach (load);
  np_load_order_findings (load);
  np_load_find_disclosers (load);
  g_free (uses.states);
  g_free (uses.risks);
  g_free (uses.changes);
  g_free (uses.checks);
}
