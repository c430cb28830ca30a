/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-assessment.h"

#include <string.h>

/* The ids of causes and of what is open, and the line that a decision stands on. */

/**
 * np_cause_id:
 * @catalog: the catalogue
 * @cause: a cause of a finding
 *
 * Returns: (transfer full): what an answer came from, as "isotretinoin", "medicines", "age", "plan" or "check:depth"
 */
char *
np_cause_id (const NpCatalog *catalog, const NpCause *cause)
{
  g_return_val_if_fail (catalog != NULL && cause != NULL, NULL);

  switch (cause->kind)
    {
    case NP_CAUSE_QUESTION:
      return g_strdup (catalog->questions[cause->index].id);
    case NP_CAUSE_MEDICINES:
      return g_strdup ("medicines");
    case NP_CAUSE_ALLERGIES:
      return g_strdup ("allergies");
    case NP_CAUSE_AGE:
      return g_strdup ("age");
    case NP_CAUSE_PLAN:
      return g_strdup ("plan");
    case NP_CAUSE_CHECK:
      return g_strconcat ("check:", catalog->plan_checks[cause->index].id, NULL);
    case NP_CAUSE_FINDING:
      return g_strdup (catalog->findings[cause->index].id);
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_open_id:
 * @catalog: the catalogue
 * @open: something unanswered
 *
 * Returns: (transfer full): the id of the question or check, or the name of the list or of the part of the plan
 */
char *
np_open_id (const NpCatalog *catalog, const NpOpen *open)
{
  static const char *const parts[] = { "treat", "device", "anaesthetic" };

  g_return_val_if_fail (catalog != NULL && open != NULL, NULL);

  switch (open->kind)
    {
    case NP_OPEN_QUESTION:
      return g_strdup (catalog->questions[open->index].id);
    case NP_OPEN_CHECK:
      return g_strdup (catalog->plan_checks[open->index].id);
    case NP_OPEN_MEDICINES:
      return g_strdup ("medicines");
    case NP_OPEN_ALLERGIES:
      return g_strdup ("allergies");
    case NP_OPEN_PLAN:
      return g_strdup (parts[open->index]);
    }
  g_return_val_if_reached (NULL);
}

/* ---- the basis of a decision ---- */

static void
add_options (GString *line, const NpCatalog *catalog, const NpField *field, guint64 options)
{
  guint n = field->from_topicals ? catalog->n_topicals : field->options.n_items;
  const char *between = "";

  for (guint i = 0; i < n; i++)
    if ((options & NP_STATE_BIT (i)) != 0)
      {
        g_string_append (line, between);
        g_string_append (line, field->from_topicals ? catalog->topicals[i].id : field->options.items[i].id);
        between = "+";
      }
}

static void
add_field (GString *line, const NpCatalog *catalog, const NpField *field, const NpFieldValue *value)
{
  g_autofree char *date = NULL;

  g_string_append_printf (line, "[%s=", field->id);
  switch (field->type)
    {
    case NP_FIELD_DATE:
      date = np_date_format (value->date);
      g_string_append (line, date);
      break;
    case NP_FIELD_INTEGER:
      g_string_append_printf (line, "%d", value->number);
      break;
    case NP_FIELD_YES_NO:
      g_string_append (line, value->yes ? "yes" : "no");
      break;
    case NP_FIELD_ONE_OF:
    case NP_FIELD_SOME_OF:
      add_options (line, catalog, field, value->options);
      break;
    case NP_FIELD_TEXT:
      g_string_append_printf (line, "%08x", value->mark);
      break;
    }
  g_string_append_c (line, ']');
}

static void
add_entry (GString *line, const NpCatalog *catalog, const NpState *state, const NpEntry *entry)
{
  g_string_append (line, state->id);
  for (guint i = 0; i < state->n_fields && i < NP_MAX_FIELDS; i++)
    if ((entry->present & 1u << i) != 0)
      add_field (line, catalog, &state->fields[i], &entry->value[i]);
}

static const char *
common_word (guint64 states)
{
  if ((states & NP_STATE_NO) != 0)
    return "no";
  if ((states & NP_STATE_NOT_APPLICABLE) != 0)
    return "not-applicable";
  if ((states & NP_STATE_UNSURE) == NP_STATE_UNSURE)
    return "dont-know+prefer-not-to-say";
  return (states & NP_STATE_DONT_KNOW) != 0 ? "dont-know" : "prefer-not-to-say";
}

/* An answer as a whole: its common states, or all of its states where they disagree with each other. */
static void
add_whole_answer (GString *line, const NpFacts *facts, guint question)
{
  const NpAnswerFacts *answer = &facts->answers[question];
  const NpQuestion *asked = &facts->catalog->questions[question];
  const char *between = "";

  if (answer->states >= NP_STATE_NO)
    {
      g_string_append (line, common_word (answer->states));
      return;
    }
  for (guint i = 0; i < asked->n_states; i++)
    if ((answer->states & NP_STATE_BIT (i)) != 0)
      {
        g_string_append_printf (line, "%s%s", between, asked->states[i].id);
        between = "+";
      }
}

static void
add_answer (GString *line, const NpFacts *facts, const NpCause *cause)
{
  const NpQuestion *question = &facts->catalog->questions[cause->index];

  g_string_append_printf (line, "%s:", question->id);
  if (cause->entry >= 0)
    {
      const NpEntry *entry = &facts->answers[cause->index].entries[cause->entry];

      add_entry (line, facts->catalog, &question->states[entry->state], entry);
      return;
    }
  add_whole_answer (line, facts, cause->index);
}

static void
add_pair (GString *line, const NpFacts *facts, const NpCause *cause)
{
  const NpPair *pair = &facts->pairs[cause->entry];
  const NpCatalog *catalog = facts->catalog;

  g_string_append_printf (line, "%s@%s", catalog->indications[pair->indication].id, catalog->areas[pair->area].id);
  if (cause->index == NP_TERM_DEPTH_OVER_EVALUATED)
    g_string_append_printf (line, "/%d@%s", pair->depth_um, catalog->devices[facts->device].id);
}

static void
add_plan (GString *line, const NpFacts *facts, const NpCause *cause)
{
  const NpCatalog *catalog = facts->catalog;

  switch ((guint) cause->index)
    {
    case NP_TERM_DEVICE:
      g_string_append (line, catalog->devices[cause->entry].id);
      break;
    case NP_TERM_TOPICAL:
      g_string_append (line, catalog->topicals[cause->entry].id);
      break;
    case NP_TERM_ANAESTHETIC:
      g_string_append (line, catalog->anaesthetics[cause->entry].id);
      break;
    case NP_TERM_MATERIAL:
      g_string_append (line, catalog->needle_materials.items[cause->entry].id);
      break;
    case NP_TERM_SOME:
      g_string_append (line, catalog->indications[cause->entry].id);
      break;
    case NP_TERM_AREA:
      g_string_append (line, catalog->areas[cause->entry].id);
      break;
    case NP_TERM_AMOUNT:
      g_string_append_printf (line, "amount-%d=%d", cause->entry, facts->amounts[cause->entry]);
      break;
    default:
      add_pair (line, facts, cause);
      break;
    }
}

/* The names themselves do not stand in the line, only what tells one list from another. */
static void
add_list (GString *line, const NpWordGroup *groups, const guint32 *marks, guint index)
{
  if (index == NP_CAUSE_EMPTY_LIST)
    g_string_append (line, "none");
  else
    g_string_append_printf (line, "%s[%08x]", groups[index].id, marks[index]);
}

static char *
describe_cause (const NpFacts *facts, const NpCause *cause)
{
  GString *line = g_string_new (NULL);

  switch (cause->kind)
    {
    case NP_CAUSE_QUESTION:
      add_answer (line, facts, cause);
      break;
    case NP_CAUSE_MEDICINES:
      g_string_append (line, "medicines:");
      add_list (line, facts->catalog->medicine_groups, facts->medicine_marks, cause->index);
      break;
    case NP_CAUSE_ALLERGIES:
      g_string_append (line, "allergies:");
      add_list (line, facts->catalog->allergy_groups, facts->allergy_marks, cause->index);
      break;
    case NP_CAUSE_AGE:
      g_string_append_printf (line, "age:%d", np_facts_age (facts));
      break;
    case NP_CAUSE_PLAN:
      g_string_append (line, "plan:");
      add_plan (line, facts, cause);
      break;
    case NP_CAUSE_CHECK:
      g_string_append_printf (line, "check:%s:%s", facts->catalog->plan_checks[cause->index].id,
                              np_check_words[facts->checks[cause->index]]);
      break;
    case NP_CAUSE_FINDING:
      g_string_append_printf (line, "finding:%s", facts->catalog->findings[cause->index].id);
      break;
    }
  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * np_assessment_basis:
 * @facts: the facts that the assessment was made from
 * @fired: a finding of it
 *
 * What a decision on the finding stands on: its class here and the facts that caused it, sorted, so that neither the
 * order of answers nor a fact that does not matter to it changes the line. A text and the name of a medicine stand in
 * it as a mark, not as words.
 *
 * Returns: (transfer full): one line
 */
char *
np_assessment_basis (const NpFacts *facts, const NpFired *fired)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *causes = NULL;

  g_return_val_if_fail (facts != NULL && fired != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fired->n_causes; i++)
    g_ptr_array_add (lines, describe_cause (facts, &fired->causes[i]));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  causes = g_strjoinv (" ", (char **) lines->pdata);
  return g_strconcat (np_class_words[fired->class], " ", causes, NULL);
}
