/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the clinic's catalogue is milder somewhere than the one that ships. Where that cannot be told from the form
 * of a change, it counts as milder: it is then only marked, and a reader looks. */

#include "np-overlay.h"

#include <string.h>

#define SHORTEST_MONTH 28
#define LONGEST_MONTH 31

static int
days (NpInterval interval, int month)
{
  switch (interval.unit)
    {
    case NP_UNIT_DAYS:
      return interval.count;
    case NP_UNIT_WEEKS:
      return interval.count * 7;
    case NP_UNIT_MONTHS:
      return interval.count * month;
    }
  return 0;
}

static gboolean
at_least_as_long (NpInterval now, NpInterval before)
{
  if (now.unit == before.unit)
    return now.count >= before.count;
  return days (now, SHORTEST_MONTH) >= days (before, LONGEST_MONTH);
}

static gboolean
same_rule (const NpRule *a, const NpRule *b)
{
  return g_strcmp0 (a->text, b->text) == 0;
}

/* Whether the new rule holds wherever the old one does: it is the same, always, or the old one `or` more. */
static gboolean
covers (const NpRule *now, const NpRule *before)
{
  gsize length;

  if (!np_rule_is_set (now) || g_strcmp0 (now->text, "always") == 0 || same_rule (now, before))
    return TRUE;
  if (!np_rule_is_set (before))
    return FALSE;
  length = strlen (before->text);
  return g_str_has_prefix (now->text, before->text) && g_str_has_prefix (now->text + length, " or ");
}

static NpClass
strictest (const NpFinding *finding)
{
  NpClass worst = NP_CLASS_ADVISORY;

  for (guint i = 0; i < finding->n_classes; i++)
    worst = MAX (worst, finding->classes[i].is);
  return worst;
}

static gboolean
class_is_milder (const NpFinding *now, const NpFinding *before)
{
  if (now->n_classes == 1 && !np_rule_is_set (&now->classes[0].when))
    return now->classes[0].is < strictest (before);
  if (now->n_classes != before->n_classes)
    return TRUE;
  for (guint i = 0; i < now->n_classes; i++)
    if (!same_rule (&now->classes[i].when, &before->classes[i].when) || now->classes[i].is < before->classes[i].is)
      return TRUE;
  return FALSE;
}

static gboolean
trigger_is_covered (const NpFinding *now, const NpTrigger *before)
{
  for (guint i = 0; i < now->n_triggers; i++)
    if (g_strcmp0 (now->triggers[i].id, before->id) == 0 && covers (&now->triggers[i].when, &before->when))
      return TRUE;
  return FALSE;
}

static gboolean
fires_less (const NpFinding *now, const NpFinding *before)
{
  for (guint i = 0; i < before->n_triggers; i++)
    if (!trigger_is_covered (now, &before->triggers[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_shorter_than_all (const NpFinding *now, const NpFinding *before)
{
  for (guint i = 0; i < before->n_waits; i++)
    if (!at_least_as_long (now->waits[0].interval, before->waits[i].interval))
      return TRUE;
  return FALSE;
}

/* A deferral without an interval has no date at all, which is stricter than any. */
static gboolean
wait_is_shorter (const NpFinding *now, const NpFinding *before)
{
  if (now->n_waits == 0)
    return FALSE;
  if (before->n_waits == 0)
    return strictest (before) >= NP_CLASS_DEFERRAL;
  if (now->n_waits == 1 && !np_rule_is_set (&now->waits[0].when))
    return is_shorter_than_all (now, before);
  if (now->n_waits != before->n_waits)
    return TRUE;
  for (guint i = 0; i < now->n_waits; i++)
    if (!same_rule (&now->waits[i].when, &before->waits[i].when) ||
        !at_least_as_long (now->waits[i].interval, before->waits[i].interval))
      return TRUE;
  return FALSE;
}

static gboolean
still_discloses (const NpCatalog *catalog, const NpFinding *finding, const char *risk, const NpRule *when)
{
  for (guint i = 0; i < finding->n_discloses; i++)
    if (g_str_equal (catalog->risks[finding->discloses[i].risk].id, risk) && covers (&finding->discloses[i].when, when))
      return TRUE;
  return FALSE;
}

static gboolean
discloses_less (const NpCatalog *merged, const NpFinding *now, const NpCatalog *base, const NpFinding *before)
{
  for (guint i = 0; i < before->n_discloses; i++)
    if (!still_discloses (merged, now, base->risks[before->discloses[i].risk].id, &before->discloses[i].when))
      return TRUE;
  return FALSE;
}

/* Deciding: nobody can, somebody outside is asked first, somebody here can. */
static int
strictness (NpDecisionBy decision)
{
  static const int strictnesses[] = { [NP_DECIDE_NONE] = 2, [NP_DECIDE_EXTERNAL] = 1 };

  return (gsize) decision < G_N_ELEMENTS (strictnesses) ? strictnesses[decision] : 0;
}

static gboolean
decision_is_easier (const NpFinding *now, const NpFinding *before)
{
  if (strictness (now->decision) < strictness (before->decision))
    return TRUE;
  return np_rule_is_set (&before->override_unless) && now->decision == NP_DECIDE_OVERRIDE &&
         (!np_rule_is_set (&now->override_unless) || !covers (&now->override_unless, &before->override_unless));
}

static NpOverlayEntry *
entry_for (const NpOverlay *self, NpFile file, const char *list, const char *id)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      NpOverlayEntry *entry = &g_array_index (self->entries, NpOverlayEntry, i - 1);

      if (entry->file == file && g_strcmp0 (entry->list, list) == 0 && g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}

static void
mark (const NpOverlay *self, NpFile file, const char *list, const char *id)
{
  NpOverlayEntry *entry = entry_for (self, file, list, id);

  if (entry != NULL)
    entry->approval.softer = TRUE;
}

static void
refuse (const NpOverlay *self, NpFile file, const char *list, const char *id, NpProblems *problems, const char *why)
{
  NpOverlayEntry *entry = entry_for (self, file, list, id);

  if (entry != NULL)
    np_overlay_complain (self, entry, problems, "“%s” %s", id, why);
}

static void
compare_finding (
    const NpOverlay *self, const NpCatalog *base, const NpFinding *before, NpCatalog *merged, NpProblems *problems)
{
  NpFinding *now = (NpFinding *) &merged->findings[np_catalog_find_finding (merged, before->id)];
  gboolean milder = class_is_milder (now, before) || fires_less (now, before);

  if (before->seed && (milder || !now->seed))
    refuse (self, NP_FILE_FINDINGS, "findings", before->id, problems,
            "is a reason not to treat that cannot be made milder: take the change of its class, rule or “seed” out");
  now->clinic_changed = milder || wait_is_shorter (now, before) || discloses_less (merged, now, base, before) ||
                        decision_is_easier (now, before);
  if (now->clinic_changed)
    mark (self, NP_FILE_FINDINGS, "findings", before->id);
}

static char *
keep (NpCatalog *merged, const char *text)
{
  char *copy = g_strdup (text);

  g_ptr_array_add (merged->owned, copy);
  return copy;
}

/* A removed risk stands nowhere any more; its title stays, so that it can be said that it is missing. */
static void
note_removed (const NpRisk *before, NpCatalog *merged)
{
  NpText *titles = g_new0 (NpText, merged->n_removed_risks + 1);

  g_ptr_array_add (merged->owned, titles);
  for (guint i = 0; i < merged->n_removed_risks; i++)
    titles[i] = merged->removed_risks[i];
  titles[merged->n_removed_risks++] = (NpText){ .id = keep (merged, before->title.id),
                                                .field = keep (merged, before->title.field),
                                                .source = keep (merged, before->title.source) };
  merged->removed_risks = titles;
}

static void
compare_risk (const NpOverlay *self, const NpRisk *before, NpCatalog *merged)
{
  int position = np_catalog_find_risk (merged, before->id);
  NpRisk *now = position < 0 ? NULL : (NpRisk *) &merged->risks[position];

  if (now == NULL)
    {
      note_removed (before, merged);
      return;
    }
  now->clinic_changed =
      now->frequency > before->frequency || (before->serious && !now->serious) ||
      (np_rule_is_set (&before->when) && (!np_rule_is_set (&now->when) || !covers (&now->when, &before->when)));
  if (now->clinic_changed)
    mark (self, NP_FILE_RISKS, "risks", before->id);
}

static void
compare_cooling_off (const NpOverlay *self, const NpCoolingOff *before, NpCoolingOff *now)
{
  now->clinic_changed = now->hours < before->hours || !covers (&now->when, &before->when);
  if (now->clinic_changed)
    mark (self, NP_FILE_INFORMATION, "cooling_off", before->id);
}

/* With others and not by itself, less privately, not again on the day, or with an answer that the catalogue does not take. */
static gboolean
is_asked_more_lightly (const NpQuestion *now, const NpQuestion *before)
{
  gboolean together = np_rule_is_set (&before->by_itself) &&
                      (!np_rule_is_set (&now->by_itself) || !covers (&now->by_itself, &before->by_itself));

  return together || (before->on_the_day && !now->on_the_day) || (before->in_private && !now->in_private) ||
         (before->confidential && !now->confidential) || (!before->takes_no && now->takes_no) ||
         (!before->takes_not_applicable && now->takes_not_applicable) || (before->needs_one_of != 0 && now->needs_one_of == 0);
}

/* A question that is no longer asked would switch off every finding that reads it, those that the seed names too. */
static void
compare_question (const NpOverlay *self, const NpQuestion *before, const NpQuestion *now, NpProblems *problems)
{
  if (!covers (&now->when, &before->when))
    refuse (self, NP_FILE_QUESTIONS, "questions", before->id, problems,
            "cannot be asked less often than the catalogue asks it: take “when” out");
  for (guint i = 0; i < before->n_states; i++)
    if (np_catalog_find_state (now, before->states[i].id) < 0)
      refuse (self, NP_FILE_QUESTIONS, "questions", before->id, problems,
              "lost a state of the catalogue: list them all, or use “add”");
  if (is_asked_more_lightly (now, before))
    mark (self, NP_FILE_QUESTIONS, "questions", before->id);
}

static void
compare_check (const NpOverlay *self, const NpPlanCheck *before, const NpPlanCheck *now, NpProblems *problems)
{
  if (!covers (&now->when, &before->when))
    refuse (self, NP_FILE_DEVICES, "plan_checks", before->id, problems,
            "cannot be asked less often than the catalogue asks it: take “when” out");
  if (before->on_the_day && !now->on_the_day)
    mark (self, NP_FILE_DEVICES, "plan_checks", before->id);
}

/* What holds for faces and near the eye would not hold there any more. */
static void
compare_area (const NpOverlay *self, const NpArea *before, const NpArea *now)
{
  if ((before->face && !now->face) || (before->near_eye && !now->near_eye))
    mark (self, NP_FILE_AREAS, "areas", before->id);
}

static gboolean
still_offers (const NpIndication *now, const NpItem *before)
{
  int position = np_items_find (&now->alternatives, before->id);

  return position >= 0 && covers (&now->alternatives.items[position].when, &before->when);
}

/* Another option that fewer patients hear of. */
static void
compare_indication (const NpOverlay *self, const NpIndication *before, const NpIndication *now)
{
  for (guint i = 0; i < before->alternatives.n_items; i++)
    if (!still_offers (now, &before->alternatives.items[i]))
      mark (self, NP_FILE_INDICATIONS, "indications", before->id);
}

/* What fewer patients are told, given to take along or asked back. */
static void
compare_talk (const NpOverlay *self, const NpCatalog *base, const NpCatalog *merged)
{
  for (guint i = 0; i < base->n_information; i++)
    if (!covers (&merged->information[i].when, &base->information[i].when))
      mark (self, NP_FILE_INFORMATION, "information", base->information[i].id);
  for (guint i = 0; i < base->n_aftercare; i++)
    if (!covers (&merged->aftercare[i].when, &base->aftercare[i].when))
      mark (self, NP_FILE_INFORMATION, "aftercare", base->aftercare[i].id);
  for (guint i = 0; i < base->n_teach_back; i++)
    if (!covers (&merged->teach_back[i].when, &base->teach_back[i].when))
      mark (self, NP_FILE_TEACH_BACK, "questions", base->teach_back[i].id);
}

static void
compare_words (const NpOverlay *self, const char *list, const NpWordGroup *before, const NpWordGroup *now)
{
  if (before->skin && !now->skin)
    mark (self, NP_FILE_PRODUCTS, list, before->id);
  for (guint i = 0; before->words[i] != NULL; i++)
    if (!g_strv_contains (now->words, before->words[i]))
      mark (self, NP_FILE_PRODUCTS, list, before->id);
}

/**
 * np_overlay_compare:
 * @self: an overlay; its entries are marked where they make something milder
 * @base: the catalogue as it ships
 * @merged: the same with the overlay in it; its findings, risks and hours are marked
 * @problems: where complaints go
 *
 * Says what the clinic made milder, shorter or fewer. Only risks can be removed, so in every other list what ships stands first and in
 * its order.
 *
 * Returns: %FALSE when something was made milder that may not be (design 2)
 */
gboolean
np_overlay_compare (const NpOverlay *self, const NpCatalog *base, NpCatalog *merged, NpProblems *problems)
{
  guint before = np_problems_count (problems);

  for (guint i = 0; i < base->n_findings; i++)
    compare_finding (self, base, &base->findings[i], merged, problems);
  for (guint i = 0; i < base->n_risks; i++)
    compare_risk (self, &base->risks[i], merged);
  for (guint i = 0; i < base->n_cooling_off; i++)
    compare_cooling_off (self, &base->cooling_off[i], (NpCoolingOff *) &merged->cooling_off[i]);
  for (guint i = 0; i < base->n_questions; i++)
    compare_question (self, &base->questions[i], &merged->questions[i], problems);
  for (guint i = 0; i < base->n_plan_checks; i++)
    compare_check (self, &base->plan_checks[i], &merged->plan_checks[i], problems);
  for (guint i = 0; i < base->n_indications; i++)
    compare_indication (self, &base->indications[i], &merged->indications[i]);
  for (guint i = 0; i < base->n_areas; i++)
    compare_area (self, &base->areas[i], &merged->areas[i]);
  compare_talk (self, base, merged);
  for (guint i = 0; i < base->n_medicine_groups; i++)
    compare_words (self, "medicine_groups", &base->medicine_groups[i], &merged->medicine_groups[i]);
  for (guint i = 0; i < base->n_allergy_groups; i++)
    compare_words (self, "allergy_groups", &base->allergy_groups[i], &merged->allergy_groups[i]);
  return np_problems_count (problems) == before;
}
