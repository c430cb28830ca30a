/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-notation.h"

#include <stdlib.h>
#include <string.h>

static guint
need (int position, const char *what, const char *id)
{
  if (position < 0)
    g_error ("there is no %s “%s”", what, id);
  return (guint) position;
}

static NpDate
need_date (const char *text)
{
  NpDate date;

  if (!np_date_parse (text, &date))
    g_error ("“%s” is not a date", text);
  return date;
}

static NpDay
need_day (const char *text)
{
  return np_date_last_day (need_date (text));
}

/* ---- answers ---- */

static guint64
common_state (const char *id)
{
  static const struct
  {
    const char *id;
    guint64 state;
  } commons[] = {
    { "no", NP_STATE_NO },
    { "dont-know", NP_STATE_DONT_KNOW },
    { "prefer-not-to-say", NP_STATE_PREFER_NOT_TO_SAY },
    { "not-applicable", NP_STATE_NOT_APPLICABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commons); i++)
    if (g_str_equal (commons[i].id, id))
      return commons[i].state;
  return 0;
}

static guint64
options_of (const NpCatalog *catalog, const NpField *field, const char *value)
{
  g_auto (GStrv) ids = g_strsplit (value, "+", -1);
  guint64 options = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    options |= NP_STATE_BIT (need (field->from_topicals ? np_catalog_find_topical (catalog, ids[i])
                                                        : np_items_find (&field->options, ids[i]),
                                   "option", ids[i]));
  return options;
}

static void
set_field (const NpCatalog *catalog, const NpState *state, NpEntry *entry, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  guint position = need (np_catalog_find_field (state, parts[0]), "field", parts[0]);
  const NpField *field = &state->fields[position];
  const char *value = parts[1] == NULL ? "yes" : parts[1];

  switch (field->type)
    {
    case NP_FIELD_DATE:
      np_entry_set_date (entry, position, need_date (value));
      break;
    case NP_FIELD_TEXT:
      np_entry_set_text (entry, position, value);
      break;
    case NP_FIELD_INTEGER:
      np_entry_set_number (entry, position, atoi (value));
      break;
    case NP_FIELD_YES_NO:
      np_entry_set_yes (entry, position, g_str_equal (value, "yes"));
      break;
    case NP_FIELD_ONE_OF:
    case NP_FIELD_SOME_OF:
      np_entry_set_options (entry, position, options_of (catalog, field, value));
      break;
    }
}

static void
set_fields (const NpCatalog *catalog, const NpState *state, NpEntry *entry, char *list)
{
  g_auto (GStrv) words = NULL;

  if (!g_str_has_suffix (list, "}"))
    g_error ("“}” is missing in “%s”", list);
  list[strlen (list) - 1] = '\0';
  words = g_strsplit (list, ";", -1);
  for (guint i = 0; words[i] != NULL; i++)
    set_field (catalog, state, entry, words[i]);
}

static void
add_state (NpFacts *facts, guint question, const char *word)
{
  const NpQuestion *asked = &facts->catalog->questions[question];
  g_autofree char *id = g_strdup (word);
  char *rest = strpbrk (id, ":{");
  char sign = rest == NULL ? '\0' : *rest;
  const NpState *state;
  NpEntry *entry;

  if (common_state (id) != 0)
    {
      np_facts_add_common (facts, question, common_state (id));
      return;
    }
  if (rest != NULL)
    *rest++ = '\0';
  state = &asked->states[need (np_catalog_find_state (asked, id), "state", id)];
  entry = np_facts_add_state (facts, question, (guint) (state - asked->states));
  if (sign == ':')
    np_entry_set_date (entry, need (np_catalog_find_field (state, "on"), "field", "on"), need_date (rest));
  if (sign == '{')
    set_fields (facts->catalog, state, entry, rest);
}

static void
set_answer (NpFacts *facts, const char *id, const char *value)
{
  guint question = need (np_catalog_find_question (facts->catalog, id), "question", id);
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  np_facts_clear_answer (facts, question);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "?"))
      add_state (facts, question, words[i]);
}

/* ---- plan and lists ---- */

static void
add_pair (NpFacts *facts, char *word)
{
  NpPair *pair = &facts->pairs[facts->n_pairs++];
  char *area = strchr (word, '@');
  char *mark = strchr (word, '~');
  char *depth = strchr (word, '/');

  if (area == NULL)
    g_error ("“%s” has no area", word);
  *area++ = '\0';
  if (mark != NULL)
    *mark = '\0';
  if (depth != NULL)
    *depth++ = '\0';
  pair->indication = (guint16) need (np_catalog_find_indication (facts->catalog, word), "indication", word);
  pair->area = (guint16) need (np_catalog_find_area (facts->catalog, area), "area", area);
  pair->near_eye = mark != NULL;
  pair->depth_um = depth == NULL ? 0 : atoi (depth);
}

static void
set_treat (NpFacts *facts, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  facts->n_pairs = 0;
  for (guint i = 0; words[i] != NULL; i++)
    add_pair (facts, words[i]);
}

static void
set_topicals (NpFacts *facts, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  facts->topicals = 0;
  for (guint i = 0; words[i] != NULL; i++)
    facts->topicals |= NP_STATE_BIT (need (np_catalog_find_topical (facts->catalog, words[i]), "topical", words[i]));
}

static void
set_check (NpFacts *facts, const char *id, const char *value)
{
  guint check = need (np_catalog_find_plan_check (facts->catalog, id), "check", id);
  NpCheckResult result = NP_CHECK_UNANSWERED;

  for (guint i = NP_CHECK_PASS; np_check_words[i] != NULL; i++)
    if (g_str_equal (value, np_check_words[i]))
      result = (NpCheckResult) i;
  if (result == NP_CHECK_UNANSWERED && !g_str_equal (value, "?"))
    g_error ("“%s” is not the result of a check", value);
  facts->checks[check] = result;
}

static void
set_medicines (NpFacts *facts, char *value)
{
  g_auto (GStrv) names = g_strsplit (g_strdelimit (value, "_", ' '), ",", -1);

  np_facts_clear_medicines (facts);
  for (guint i = 0; !g_str_equal (value, "?") && names[i] != NULL; i++)
    {
      gboolean on_skin = g_str_has_prefix (names[i], "skin:");
      const char *name = names[i] + (on_skin ? strlen ("skin:") : 0);

      np_facts_add_medicine (facts, name, np_facts_medicine_groups (facts->catalog, name, on_skin));
    }
}

static void
set_allergies (NpFacts *facts, char *value)
{
  g_auto (GStrv) names = g_strsplit (g_strdelimit (value, "_", ' '), ",", -1);

  np_facts_clear_allergies (facts);
  for (guint i = 0; !g_str_equal (value, "?") && names[i] != NULL; i++)
    {
      gboolean severe = g_str_has_prefix (names[i], "severe:");
      const char *substance = names[i] + (severe ? strlen ("severe:") : 0);

      np_facts_add_allergy (facts, substance, np_facts_allergy_groups (facts->catalog, substance, severe));
    }
}

static int
chosen (int position, const char *what, const char *value)
{
  return *value == '\0' ? -1 : (int) need (position, what, value);
}

static gboolean
set_plan (NpFacts *facts, const char *name, char *value)
{
  const NpCatalog *catalog = facts->catalog;

  if (g_str_equal (name, "treat"))
    set_treat (facts, value);
  else if (g_str_equal (name, "device"))
    facts->device = chosen (np_catalog_find_device (catalog, value), "device", value);
  else if (g_str_equal (name, "material"))
    facts->material = chosen (np_items_find (&catalog->needle_materials, value), "material", value);
  else if (g_str_equal (name, "anaesthetic"))
    facts->anaesthetic = chosen (np_catalog_find_anaesthetic (catalog, value), "anaesthetic", value);
  else if (g_str_equal (name, "topicals"))
    set_topicals (facts, value);
  else if (g_str_equal (name, "grams"))
    facts->amounts[NP_AMOUNT_GRAMS] = atoi (value);
  else if (g_str_equal (name, "area-cm2"))
    facts->amounts[NP_AMOUNT_AREA_CM2] = atoi (value);
  else if (g_str_equal (name, "minutes"))
    facts->amounts[NP_AMOUNT_MINUTES] = atoi (value);
  else if (g_str_has_prefix (name, "check:"))
    set_check (facts, name + strlen ("check:"), value);
  else
    return FALSE;
  return TRUE;
}

static gboolean
set_person (NpFacts *facts, const char *name, char *value)
{
  if (g_str_equal (name, "on"))
    facts->assessed_on = need_day (value);
  else if (g_str_equal (name, "planned"))
    facts->planned_on = need_day (value);
  else if (g_str_equal (name, "born"))
    facts->born = *value == '?' ? NP_DAY_NONE : need_day (value);
  else if (g_str_equal (name, "medicines"))
    set_medicines (facts, value);
  else if (g_str_equal (name, "allergies"))
    set_allergies (facts, value);
  else
    return FALSE;
  return TRUE;
}

/* ---- rows ---- */

static void
answer_untroubled (NpFacts *facts, guint question)
{
  const NpQuestion *asked = &facts->catalog->questions[question];
  guint64 wanted = asked->alone != 0 ? asked->alone : asked->needs_one_of;

  if (asked->takes_no)
    np_facts_add_common (facts, question, NP_STATE_NO);
  else if (wanted != 0)
    np_facts_add_state (facts, question, (guint) g_bit_nth_lsf ((gulong) wanted, -1));
}

static void
become_healthy (NpFacts *facts)
{
  facts->born = np_day_parse ("1990-01-01");
  facts->medicines_known = facts->allergies_known = TRUE;
  set_treat (facts, "acne-scar-atrophic@cheek");
  facts->device = np_catalog_find_device (facts->catalog, "pen");
  facts->material = np_items_find (&facts->catalog->needle_materials, "titanium-coated");
  facts->anaesthetic = np_catalog_find_anaesthetic (facts->catalog, "none");
  for (guint i = 0; i < facts->catalog->n_plan_checks; i++)
    facts->checks[i] = NP_CHECK_PASS;
  for (guint i = 0; i < facts->catalog->n_questions; i++)
    answer_untroubled (facts, i);
}

static void
read_word (NpFacts *facts, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    g_error ("“%s” has no value", word);
  if (!set_person (facts, parts[0], parts[1]) && !set_plan (facts, parts[0], parts[1]))
    set_answer (facts, parts[0], parts[1]);
}

NpFacts *
np_facts_from_notation (const NpCatalog *catalog, const char *row)
{
  NpFacts *facts = np_facts_new (catalog, np_day_parse ("2026-03-10"));
  g_auto (GStrv) words = g_strsplit (row, " ", -1);
  guint first = 0;

  if (words[0] != NULL && g_str_equal (words[0], "blank"))
    first = 1;
  else
    become_healthy (facts);
  for (guint i = first; words[i] != NULL; i++)
    if (*words[i] != '\0')
      read_word (facts, words[i]);
  return facts;
}
