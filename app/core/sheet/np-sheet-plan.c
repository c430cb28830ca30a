/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"

/* What is planned, by whom, and what the patient hopes for (record-rules 12, 14, 15). */

static char *
millimetres (const NpSheetWriter *self, gint64 um)
{
  gint64 hundredths = (um + 5) / 10;
  g_autofree char *number = NULL;

  if (hundredths % 10 == 0)
    number = g_strdup_printf ("%" G_GINT64_FORMAT "%s%" G_GINT64_FORMAT, hundredths / 100, np_sheet_label (self, "decimal-mark"),
                              hundredths / 10 % 10);
  else
    number = g_strdup_printf ("%" G_GINT64_FORMAT "%s%02" G_GINT64_FORMAT, hundredths / 100, np_sheet_label (self, "decimal-mark"),
                              hundredths % 100);
  return np_sheet_fill (self, "millimetres", number, NULL);
}

static char *
pair_in_words (const NpSheetWriter *self, JsonObject *pair)
{
  const char *condition = np_sheet_text (self, np_sheet_string (pair, "indication"), "name");
  const char *area = np_sheet_text (self, np_sheet_string (pair, "area"), "name");
  gint64 depth = np_sheet_int (pair, "depth_um", 0);
  g_autofree char *deep = depth > 0 ? millimetres (self, depth) : NULL;

  if (condition == NULL)
    condition = np_sheet_string (pair, "indication");
  if (area == NULL)
    area = np_sheet_string (pair, "area");
  if (deep != NULL)
    return np_sheet_fill (self, "pair-depth", condition != NULL ? condition : "", area != NULL ? area : "", deep, NULL);
  return np_sheet_fill (self, "pair", condition != NULL ? condition : "", area != NULL ? area : "", NULL);
}

static char *
pairs_in_words (const NpSheetWriter *self)
{
  JsonArray *treat = np_sheet_array (self->consultation, "plan/treat");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < np_sheet_length (treat); i++)
    {
      g_autofree char *pair = pair_in_words (self, np_sheet_element (treat, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", pair);
    }
  return g_string_free (text, FALSE);
}

static const char *
name_of (const NpSheetWriter *self, const char *id)
{
  const char *name = np_sheet_text (self, id, "name");

  return name != NULL ? name : id;
}

/* the device and what the clinic wrote down of its make */
static char *
device_in_words (const NpSheetWriter *self)
{
  const char *device = name_of (self, np_sheet_string (self->consultation, "plan/device"));
  const char *product = np_sheet_string (self->consultation, "plan/product");

  return product == NULL ? g_strdup (device) : np_sheet_fill (self, "pair", device != NULL ? device : "", product, NULL);
}

static char *
topicals_in_words (const NpSheetWriter *self)
{
  JsonArray *topicals = np_sheet_array (self->consultation, "plan/topicals");
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (topicals != NULL && np_sheet_length (topicals) == 0)
    g_ptr_array_add (names, g_strdup (np_sheet_label (self, "none")));
  for (guint i = 0; i < np_sheet_length (topicals); i++)
    g_ptr_array_add (names, g_strdup (name_of (self, np_sheet_word (topicals, i))));
  return np_sheet_join (self, names);
}

/**
 * np_sheet_person:
 * @self: a writer
 * @member: "practitioner" or "held_by"
 *
 * Returns: (transfer full) (nullable): name, role and registration; %NULL where nobody is named
 */
char *
np_sheet_person (const NpSheetWriter *self, const char *member)
{
  JsonObject *from = np_sheet_object (self->consultation, member);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  static const char *const members[] = { "name", "role", "registration" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (np_sheet_string (from, members[i]) != NULL)
      g_ptr_array_add (parts, g_strdup (np_sheet_string (from, members[i])));
  if (parts->len > 0)
    return np_sheet_join (self, parts);
  g_ptr_array_unref (parts);
  return NULL;
}

/* What is treated with what and when, in the box at the top. Nobody takes home a day on which nothing happens as if it still held. */
void
np_sheet_write_treatment (NpSheetWriter *self)
{
  gint64 sessions = np_sheet_int (self->consultation, "plan/sessions", 0);
  g_autofree char *count = sessions > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sessions) : NULL;
  g_autofree char *planned = np_sheet_date (self, np_sheet_string (self->consultation, "planned_on"));
  g_autofree char *pairs = pairs_in_words (self), *device = device_in_words (self);
  gboolean goes_ahead = strcmp (self->kind, "consent") == 0;
  NpBlock *facts = np_sheet_boxed (np_sheet_facts (self, 1));

  np_sheet_fact (self, facts, "treat", pairs);
  np_sheet_fact (self, facts, "device", device);
  facts = np_sheet_boxed (np_sheet_facts (self, 2));
  np_sheet_fact (self, facts, goes_ahead ? "planned-date" : "planned-before", planned);
  np_sheet_fact (self, facts, "sessions", count);
}

static const char *
statement (const NpSheetWriter *self, const char *path)
{
  JsonObject *from = np_sheet_object (self->consultation, path);

  return np_sheet_bool (from, "none") ? np_sheet_label (self, "none-stated") : np_sheet_string (from, "text");
}

/* the cream, and how much of it, where and how long, as far as it is planned */
static char *
anaesthetic_in_words (const NpSheetWriter *self)
{
  static const struct { const char *member, *label; } amounts[] = {
    { "plan/anaesthetic_grams", "cream-grams" }, { "plan/anaesthetic_area_cm2", "cream-area" }, { "plan/anaesthetic_minutes", "cream-minutes" },
  };
  const char *name = name_of (self, np_sheet_string (self->consultation, "plan/anaesthetic"));
  GPtrArray *parts;

  if (name == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parts, g_strdup (name));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gint64 amount = np_sheet_int (self->consultation, amounts[i].member, -1);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, amount);

      if (amount >= 0)
        g_ptr_array_add (parts, np_sheet_fill (self, amounts[i].label, number, NULL));
    }
  return np_sheet_join (self, parts);
}

void
np_sheet_write_plan (NpSheetWriter *self)
{
  JsonObject *plan = np_sheet_object (self->consultation, "plan");
  const char *material = np_sheet_text_of (self, "needle-material", np_sheet_string (plan, "needle_material"), "name");
  g_autofree char *topicals = topicals_in_words (self), *numbing = anaesthetic_in_words (self);
  NpBlock *facts;

  np_sheet_heading (self, "plan");
  np_sheet_write_people (self);
  facts = np_sheet_facts (self, 2);
  np_sheet_fact (self, facts, "needle-material", material);
  np_sheet_fact (self, facts, "anaesthetic", numbing);
  facts = np_sheet_facts (self, 1);
  np_sheet_fact (self, facts, "topicals", topicals);
  np_sheet_fact (self, facts, "goals", statement (self, "disclosure/goals"));
  np_sheet_fact (self, facts, "matters", statement (self, "disclosure/matters"));
}
