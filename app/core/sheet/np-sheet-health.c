/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* Medicines, allergies and the health questions as they were answered (record-rules 19). */

static char *
medicine_in_words (const NpSheetWriter *self, JsonObject *medicine)
{
  const char *name = np_sheet_string (medicine, "name");

  if (g_strcmp0 (np_sheet_string (medicine, "route"), "skin") == 0)
    return np_sheet_fill (self, "on-the-skin", name != NULL ? name : "", NULL);
  return g_strdup (name != NULL ? name : "");
}

static char *
allergy_in_words (const NpSheetWriter *self, JsonObject *allergy)
{
  const char *substance = np_sheet_string (allergy, "substance"), *reaction = np_sheet_string (allergy, "reaction");
  g_autofree char *what = reaction == NULL ? g_strdup (substance) : np_sheet_fill (self, "with", substance != NULL ? substance : "", reaction, NULL);

  return np_sheet_bool (allergy, "severe") ? np_sheet_fill (self, "severe", what != NULL ? what : "", NULL) : g_steal_pointer (&what);
}

/* A list that is absent was not asked; an empty one is "none". */
static char *
list_in_words (const NpSheetWriter *self, const char *member, const char *none, char *(*in_words) (const NpSheetWriter *, JsonObject *))
{
  JsonArray *list = np_sheet_array (self->consultation, member);
  GString *text;

  if (list == NULL)
    return self->blank ? NULL : g_strdup (np_sheet_label (self, "not-asked"));
  text = g_string_new (np_sheet_length (list) == 0 ? np_sheet_label (self, none) : NULL);
  for (guint i = 0; i < np_sheet_length (list); i++)
    {
      g_autofree char *line = in_words (self, np_sheet_element (list, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line != NULL ? line : "");
    }
  return g_string_free (text, FALSE);
}

/* One detail of an answer: a word of the catalogue where there is one, else as given */
static char *
value_in_words (const NpSheetWriter *self, const char *prefix, JsonNode *node)
{
  GPtrArray *parts;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      parts = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        g_ptr_array_add (parts, value_in_words (self, prefix, json_array_get_element (json_node_get_array (node), i)));
      return np_sheet_join (self, parts);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (np_sheet_label (self, json_node_get_boolean (node) ? "yes" : "no"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (np_sheet_text_of (self, prefix, json_node_get_string (node), "label") != NULL)
    return g_strdup (np_sheet_text_of (self, prefix, json_node_get_string (node), "label"));
  if (np_sheet_text (self, json_node_get_string (node), "name") != NULL)
    return g_strdup (np_sheet_text (self, json_node_get_string (node), "name"));
  return np_sheet_date (self, json_node_get_string (node));
}

static char *
state_in_words (const NpSheetWriter *self, const char *question, JsonObject *state, const char *field)
{
  const char *is = np_sheet_string (state, "is"), *label = np_sheet_text_of (self, question, is != NULL ? is : "", field);
  g_autofree char *prefix = g_strconcat (question, ".", is, NULL), *common = g_strconcat ("answer-", is, NULL);
  g_autoptr (GList) members = state != NULL ? json_object_get_members (state) : NULL;
  GString *text;

  if (label == NULL && g_strcmp0 (is, "no") == 0)
    label = np_sheet_text (self, question, "no_label");
  text = g_string_new (label != NULL ? label : np_sheet_label (self, common));
  for (GList *member = members; member != NULL; member = member->next)
    {
      g_autofree char *path = g_strconcat (prefix, ".", member->data, NULL), *value = NULL;
      const char *name = np_sheet_text (self, path, "label");

      if (strcmp (member->data, "is") == 0)
        continue;
      value = value_in_words (self, path, json_object_get_member (state, member->data));
      g_string_append_printf (text, "%s %s", np_sheet_label (self, "comma"), *field == 's' || name == NULL ? value : "");
      if (*field != 's' && name != NULL)
        {
          g_autofree char *detail = np_sheet_fill (self, "detail", name, value, NULL);

          g_string_append (text, detail);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * np_sheet_answer:
 * @self: a writer
 * @question: the id of a question
 * @field: "label" for the answer as it was given, "short" for use in a reason
 *
 * Returns: (transfer full) (nullable): every state with its details, one on each line (with "short": a comma between); %NULL where
 *   there is no answer
 */
char *
np_sheet_answer (const NpSheetWriter *self, const char *question, const char *field)
{
  JsonObject *answer = np_sheet_object (np_sheet_object (self->consultation, "answers"), question);
  JsonArray *states = np_sheet_array (answer, "states");
  GPtrArray *parts;

  if (np_sheet_length (states) == 0)
    return NULL;
  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < np_sheet_length (states); i++)
    g_ptr_array_add (parts, state_in_words (self, question, np_sheet_element (states, i), field));
  if (strcmp (field, "label") == 0)
    {
      char *lines;

      g_ptr_array_add (parts, NULL);
      lines = g_strjoinv ("\n", (char **) parts->pdata);
      g_ptr_array_unref (parts);
      return lines;
    }
  return np_sheet_join (self, parts);
}

/* "no" or "not-applicable" alone and without a note; NULL otherwise, and where it was said on an earlier day and has to be asked anew */
static const char *
plain_answer (const NpSheetWriter *self, const char *question)
{
  JsonObject *answer = np_sheet_object (np_sheet_object (self->consultation, "answers"), question);
  JsonArray *states = np_sheet_array (answer, "states");
  const char *is = np_sheet_length (states) == 1 ? np_sheet_string (np_sheet_element (states, 0), "is") : NULL;

  if (np_sheet_string (answer, "note") != NULL || (g_strcmp0 (is, "no") != 0 && g_strcmp0 (is, "not-applicable") != 0))
    return NULL;
  return np_sheet_holds (np_sheet_array (self->assessment, "unanswered"), question) ? NULL : is;
}

/* What a question is about, in a few words; a question that has none is printed as it was asked. */
static const char *
topic_of (const NpSheetWriter *self, const char *question)
{
  const char *topic = np_sheet_text (self, question, "topic");

  return topic != NULL ? topic : np_sheet_text (self, question, "ask");
}

static void
add_answer (NpSheetWriter *self, NpBlock *grid, const char *question, JsonObject *answer)
{
  const char *topic = topic_of (self, question), *note = np_sheet_string (answer, "note");
  g_autofree char *states = np_sheet_answer (self, question, "label");
  const char *day = np_sheet_string (answer, "on");
  gboolean today = g_strcmp0 (day, np_sheet_string (self->consultation, "assessed_on")) == 0;
  g_autofree char *on = today ? NULL : np_sheet_date (self, day);
  g_autofree char *given = on != NULL ? np_sheet_fill (self, "given-on", on, NULL) : NULL;
  g_autofree char *noted = note != NULL ? np_sheet_fill (self, "note", note, NULL) : NULL;
  g_autofree char *text = g_strconcat (states != NULL ? states : "", noted != NULL ? "\n" : "", noted != NULL ? noted : "",
                                       given != NULL ? "\n" : "", given != NULL ? given : "", NULL);

  np_block_add_cell (grid, topic != NULL ? topic : question);
  np_block_add_cell (grid, text);
}

static void
close_group (NpSheetWriter *self, NpBlock *facts, const char *group, GPtrArray *topics)
{
  g_autofree char *all = np_sheet_join_with (self, topics, "between-topics");

  if (*all == '\0')
    return;
  np_block_add_cell (facts, group != NULL ? group : np_sheet_label (self, "question"));
  np_block_add_cell (facts, all);
}

/* One kind of plain answer, a row for each group: what its questions are about. Groups' titles stand before their questions in the
 * record's texts. */
static void
write_plain (NpSheetWriter *self, const char *word, const char *label)
{
  GPtrArray *topics = g_ptr_array_new_with_free_func (g_free);
  const char *group = NULL;
  NpBlock *facts;

  np_sheet_add (self->sheet, NP_BLOCK_SUBHEADING, np_sheet_label (self, label));
  facts = np_sheet_facts (self, 1);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "title") == 0 && g_str_has_prefix (key->id, "question-group.") && g_strcmp0 (group, key->text) != 0)
        {
          close_group (self, facts, group, g_steal_pointer (&topics));
          topics = g_ptr_array_new_with_free_func (g_free);
          group = key->text;
        }
      if (strcmp (key->field, "ask") == 0 && g_strcmp0 (plain_answer (self, key->id), word) == 0)
        g_ptr_array_add (topics, g_strdup (topic_of (self, key->id)));
    }
  close_group (self, facts, group, topics);
  np_sheet_drop_empty (self);
}

/* In the catalogue's order; an answer to a question that has no text any more comes last and is never left out. */
static void
add_answers (NpSheetWriter *self, NpBlock *grid)
{
  JsonObject *answers = np_sheet_object (self->consultation, "answers");
  g_autoptr (GList) members = answers != NULL ? json_object_get_members (answers) : NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "ask") == 0 && np_sheet_object (answers, key->id) != NULL)
        g_ptr_array_add (order, (gpointer) key->id);
    }
  for (GList *member = members; member != NULL; member = member->next)
    if (np_sheet_text (self, member->data, "ask") == NULL)
      g_ptr_array_add (order, member->data);
  for (guint i = 0; i < order->len; i++)
    {
      const char *id = g_ptr_array_index (order, i);

      if (np_sheet_text (self, id, "ask") == NULL || plain_answer (self, id) == NULL)
        add_answer (self, grid, id, np_sheet_object (answers, id));
    }
}

/* a talk that did not end in a consent: what it left open is no longer to be answered */
static gboolean
has_ended_early (const NpSheetWriter *self)
{
  return strcmp (self->kind, "consent") != 0;
}

static const char *
open_in_words (const NpSheetWriter *self, const char *id)
{
  g_autofree char *label = g_strconcat ("open-", id, NULL);
  const char *ask = topic_of (self, id);

  if (ask == NULL)
    ask = np_sheet_text_of (self, "check", id, "ask");
  return ask != NULL ? ask : np_sheet_text_of (self, "label", label, "text") != NULL ? np_sheet_label (self, label) : id;
}

static void
add_open (NpSheetWriter *self, NpBlock *grid)
{
  JsonArray *open = np_sheet_array (self->assessment, "unanswered");

  if (has_ended_early (self))
    return;
  for (guint i = 0; i < np_sheet_length (open); i++)
    {
      np_block_add_cell (grid, open_in_words (self, np_sheet_word (open, i)));
      np_block_add_cell (grid, np_sheet_label (self, "not-answered"));
    }
}

/* what is still open, as a label says it or by its topic; NULL where it is for staff to check */
static const char *
open_topic (const NpSheetWriter *self, const char *id)
{
  static const struct { const char *id, *label; } labels[] = {
    { "medicines", "your-medicines" }, { "allergies", "your-allergies" }, { "treat", "treat" }, { "device", "device" },
    { "anaesthetic", "anaesthetic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (id, labels[i].id) == 0)
      return np_sheet_label (self, labels[i].label);
  return np_sheet_text_of (self, "check", id, "ask") != NULL ? NULL : topic_of (self, id) != NULL ? topic_of (self, id) : id;
}

static void
write_running (NpSheetWriter *self, const char *label, GPtrArray *parts, const char *mark)
{
  g_autofree char *all = np_sheet_join_with (self, parts, mark), *text = np_sheet_fill (self, label, all, NULL);

  np_sheet_paragraph (self, *all != '\0' ? text : NULL);
}

/* Where the talk ended before all was asked, a sentence says so and names what was not (record-rules 19). */
static void
write_not_reached (NpSheetWriter *self)
{
  JsonArray *open = np_sheet_array (self->assessment, "unanswered");
  GPtrArray *asked = g_ptr_array_new_with_free_func (g_free), *checked = g_ptr_array_new_with_free_func (g_free);
  const char *not_checked;

  for (guint i = 0; has_ended_early (self) && i < np_sheet_length (open); i++)
    {
      const char *id = np_sheet_word (open, i), *topic = open_topic (self, id);

      if (topic != NULL)
        g_ptr_array_add (asked, g_strdup (topic));
      else
        g_ptr_array_add (checked, g_strdup (np_sheet_text_of (self, "check", id, "ask")));
    }
  not_checked = asked->len > 0 ? "not-checked" : "only-not-checked";
  write_running (self, "not-reached", asked, "between-topics");
  write_running (self, not_checked, checked, NULL);
}

/* What was not a plain no stands out; then every plain answer by name, so that nobody has to look up what was asked. */
static void
write_answers (NpSheetWriter *self)
{
  NpBlock *grid = np_sheet_add (self->sheet, NP_BLOCK_GRID, NULL);

  add_answers (self, grid);
  add_open (self, grid);
  np_sheet_drop_empty (self);
  write_plain (self, "no", "answered-no");
  write_plain (self, "not-applicable", "answered-not-applicable");
  write_not_reached (self);
}

static gboolean
is_asked (const NpSheetWriter *self, const char *id)
{
  JsonArray *asked = np_sheet_array (self->record, "shown/questions");

  for (guint i = 0; i < np_sheet_length (asked); i++)
    if (g_strcmp0 (json_array_get_string_element (asked, i), id) == 0)
      return TRUE;
  return FALSE;
}

/* Every question with the answers to tick by hand, group by group */
static void
write_questionnaire (NpSheetWriter *self)
{
  static const char *const labels[] = { "question", "answer-no", "answer-yes-which" };
  static const double widths[] = { 54, 10, 36 };
  NpBlock *table;

  np_sheet_heading (self, "answers");
  np_sheet_add (self->sheet, NP_BLOCK_PARAGRAPH, np_sheet_label (self, "answers-by-hand"))->keep_with_next = TRUE;
  table = np_sheet_table (self, labels, widths, 3);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const NpTextKey *key = g_ptr_array_index (self->keys, i);

      if (strcmp (key->field, "title") == 0 && g_str_has_prefix (key->id, "question-group."))
        {
          np_block_add_cell (table, key->text);
          np_block_add_cell (table, NULL);
          np_block_add_cell (table, NULL);
        }
      if (strcmp (key->field, "ask") != 0 || !is_asked (self, key->id))
        continue;
      np_block_add_cell (table, key->text);
      np_block_add_cell (table, NP_SHEET_BOX);
      np_block_add_cell (table, "");
    }
}

/* beside each other as long as both are short */
#define SHORT_LIST 4

static gboolean
is_short (const NpSheetWriter *self, const char *member)
{
  return np_sheet_length (np_sheet_array (self->consultation, member)) <= SHORT_LIST;
}

void
np_sheet_write_health (NpSheetWriter *self)
{
  g_autofree char *medicines = list_in_words (self, "medicines", "takes-none", medicine_in_words);
  g_autofree char *allergies = list_in_words (self, "allergies", "none-known", allergy_in_words);
  NpBlock *facts;

  np_sheet_heading (self, "medicines");
  facts = np_sheet_facts (self, !self->blank && is_short (self, "medicines") && is_short (self, "allergies") ? 2 : 1);
  np_sheet_fact (self, facts, "your-medicines", medicines);
  np_sheet_fact (self, facts, "your-allergies", allergies);
  if (self->blank)
    {
      np_sheet_write_lines (self, 2);
      write_questionnaire (self);
    }
  else
    write_answers (self);
}
