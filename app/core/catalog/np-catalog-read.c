/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of all catalogue files share: ids, texts, evidence, lists of items, and what is put off until every
 * id is known. */

#include "np-catalog-load.h"

#include <string.h>

gpointer
np_load_memory (NpLoad *load, gsize count, gsize size)
{
  gpointer memory = g_malloc0_n (MAX (count, 1), size);

  g_ptr_array_add (load->catalog->owned, memory);
  return memory;
}

const char *
np_load_dotted (NpLoad *load, const char *first, const char *second)
{
  char *dotted = g_strconcat (first, ".", second, NULL);

  g_ptr_array_add (load->catalog->owned, dotted);
  return dotted;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

/* a-z and 0-9 in words joined by - or : */
static gboolean
is_id (const char *id)
{
  gboolean joined = TRUE;

  for (; *id != '\0'; id++)
    {
      gboolean joiner = *id == '-' || *id == ':';

      if (!joiner && !g_ascii_islower (*id) && !g_ascii_isdigit (*id))
        return FALSE;
      if (joiner && joined)
        return FALSE;
      joined = joiner;
    }
  return !joined;
}

const char *
np_load_words (const NpJsonView *view, const char *member)
{
  guint before = np_problems_count (view->problems);
  const char *words = np_json_view_need_string (view, member);
  NpJsonView place = np_json_view_member (view, member);

  if (np_problems_count (view->problems) == before && words != NULL && is_blank (words))
    np_json_view_complain (&place, "the text is empty: write it");
  return words == NULL ? "" : words;
}

const char *
np_load_id (const NpJsonView *view)
{
  const char *id = np_load_words (view, "id");
  NpJsonView place = np_json_view_member (view, "id");

  if (*id != '\0' && !is_id (id))
    np_json_view_complain (&place, "an id is made of a-z, 0-9, “-” and “:”, as “skin-tone”");
  return id;
}

static gboolean
was_seen (const NpJsonView *place, GHashTable *seen)
{
  JsonNode *id = place->node != NULL && JSON_NODE_HOLDS_OBJECT (place->node)
                     ? json_object_get_member (json_node_get_object (place->node), "id")
                     : NULL;

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING &&
         g_hash_table_contains (seen, json_node_get_string (id));
}

static void
enter (NpLoad *load, const NpJsonView *place, GHashTable *seen, const char *id, guint index, NpTable table)
{
  if (*id == '\0')
    return;
  if (!g_hash_table_add (seen, (gpointer) id))
    np_json_view_complain (place, "the id “%s” is there twice: give one of them another", id);
  else if (table != NP_TABLE_NONE)
    g_hash_table_insert (load->catalog->by_id[table], (gpointer) id, GUINT_TO_POINTER (index + 1));
}

gpointer
np_load_list (
    NpLoad *load, const NpJsonView *view, const char *member, NpTable table, gsize size, NpReadEntry read, guint *n)
{
  NpJsonView list = np_json_view_need_array (view, member);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint8 *entries;

  *n = np_json_view_length (&list);
  entries = np_load_memory (load, *n, size);
  for (guint i = 0; i < *n; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      gpointer entry = entries + i * size;
      gboolean outer = load->again;

      load->again = outer || was_seen (&place, seen);
      read (load, &place, entry);
      load->again = outer;
      enter (load, &place, seen, *(const char **) entry, i, table);
    }
  return entries;
}

static void
note_text (NpLoad *load, const NpJsonView *place, NpText text, NpAudience who, const char *purpose)
{
  NpTextNote note = { text, who == NP_FOR_PATIENT, purpose };
  char *context = g_strconcat (text.id, ".", text.field, NULL);

  if (!g_hash_table_add (load->contexts, context) && !load->again)
    np_json_view_complain (
        place, "translators find texts by id and field, and there is another text “%s”: change the id", context);
  g_array_append_val (load->catalog->texts, note);
}

NpText
np_load_text (
    NpLoad *load, const NpJsonView *view, const char *member, const char *id, NpAudience who, const char *purpose)
{
  NpText text = { id, member, np_load_words (view, member) };
  NpJsonView place = np_json_view_member (view, member);

  if (is_blank (text.source))
    return text;
  if (g_ascii_isspace (*text.source) || g_ascii_isspace (text.source[strlen (text.source) - 1]))
    np_json_view_complain (&place, "the text begins or ends with a space: take it away");
  else
    note_text (load, &place, text, who, purpose);
  return text;
}

NpText
np_load_opt_text (
    NpLoad *load, const NpJsonView *view, const char *member, const char *id, NpAudience who, const char *purpose)
{
  if (!np_json_view_has (view, member))
    return (NpText){ id, member, NULL };
  return np_load_text (load, view, member, id, who, purpose);
}

const char *const *
np_load_strings (NpLoad *load, const NpJsonView *view, const char *member, guint *n)
{
  NpJsonView list = np_json_view_need_array (view, member);
  guint length = np_json_view_length (&list);
  const char **strings = np_load_memory (load, length + 1, sizeof (char *));

  for (guint i = 0; i < length; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      const char *string = np_json_view_string (&place);

      strings[i] = string == NULL ? "" : string;
      if (is_blank (strings[i]))
        np_json_view_complain (&place, "the text is empty: write it or take it out");
      for (guint j = 0; j < i; j++)
        if (g_str_equal (strings[j], strings[i]))
          np_json_view_complain (&place, "“%s” is there twice", strings[i]);
    }
  if (n != NULL)
    *n = length;
  return strings;
}

static gboolean
is_seed_tag (const char *number)
{
  return number[0] == 'S' && g_ascii_isdigit (number[1]) && g_ascii_isdigit (number[2]) && number[3] == '\0' &&
         atoi (number + 1) >= 1 && atoi (number + 1) <= 30;
}

static void
check_tag (NpLoad *load, const NpJsonView *list, guint index, const char *tag)
{
  static const char *const whole[] = { "seed", "K", "policy", "conflict", NULL };
  NpJsonView place = np_json_view_element (list, index);
  const char *key = g_str_has_prefix (tag, "src:") ? tag + 4 : g_str_has_prefix (tag, "src2:") ? tag + 5 : NULL;

  if (g_strv_contains (whole, tag) || (g_str_has_prefix (tag, "K:") && !is_blank (tag + 2)))
    return;
  if (g_str_has_prefix (tag, "seed:") && is_seed_tag (tag + 5))
    return;
  if (key == NULL)
    np_json_view_complain (
        &place,
        "“%s” is no evidence tag: use seed, seed:S01 to seed:S30, src:KEY, src2:KEY, K, K:words, policy or conflict",
        tag);
  else if (!g_hash_table_contains (load->sources, key))
    np_json_view_complain (&place, "the source “%s” is not declared: add it to the sources of catalog.json", key);
}

NpEvidence
np_load_evidence (NpLoad *load, const NpJsonView *view)
{
  NpEvidence evidence = { 0 };
  NpJsonView list = np_json_view_member (view, "evidence");

  evidence.tags = np_load_strings (load, view, "evidence", &evidence.n_tags);
  if (evidence.n_tags == 0 && np_json_view_exists (&list))
    np_json_view_complain (&list, "no evidence is named: say at least “policy” or “K”");
  for (guint i = 0; i < evidence.n_tags; i++)
    if (!is_blank (evidence.tags[i]))
      check_tag (load, &list, i, evidence.tags[i]);
  return evidence;
}

static guint
read_roles (const NpJsonView *view)
{
  NpJsonView list = np_json_view_need_array (view, "for");
  guint n = np_json_view_length (&list), roles = 0;

  for (guint i = 0; i < n; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      const char *word = np_json_view_string (&place);
      guint role = 0;

      while (role < NP_N_ROLES && g_strcmp0 (np_role_words[role], word) != 0)
        role++;
      if (word != NULL && role == NP_N_ROLES)
        np_json_view_complain (&place, "“%s” is no role of a person who signs", word);
      roles |= role < NP_N_ROLES ? 1u << role : 0;
    }
  if (n == 0 && np_json_view_exists (&list))
    np_json_view_complain (&list, "it is for nobody: name a role, or leave “for” out");
  return roles;
}

static void
read_item (NpLoad *load, const NpJsonView *view, const NpItemsKind *kind, NpItem *item)
{
  static const char *const more[] = { NULL, "evidence", "for", "when" };

  np_json_view_only (view, "id", kind->field, more[kind->more], NULL);
  item->id = np_load_id (view);
  item->text =
      np_load_text (load, view, kind->field, np_load_dotted (load, kind->prefix, item->id), kind->who, kind->purpose);
  if (kind->more == NP_ITEMS_EVIDENCE)
    np_load_evidence (load, view);
  if (kind->more == NP_ITEMS_ROLES && np_json_view_has (view, "for"))
    item->roles = read_roles (view);
  if (kind->more == NP_ITEMS_WHEN)
    np_load_rule (load, view, "when", NP_RULE_ANSWERS | NP_RULE_FINDINGS, NULL, &item->when);
}

NpItems
np_load_items (NpLoad *load, const NpJsonView *view, const NpItemsKind *kind, NpTable table)
{
  NpJsonView list = np_json_view_need_array (view, kind->member);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = np_json_view_length (&list);
  NpItem *items = np_load_memory (load, n, sizeof (NpItem));

  for (guint i = 0; i < n; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      gboolean outer = load->again;

      load->again = outer || was_seen (&place, seen);
      read_item (load, &place, kind, &items[i]);
      load->again = outer;
      enter (load, &place, seen, items[i].id, i, table);
    }
  return (NpItems){ items, n };
}

void
np_load_rule (
    NpLoad *load, const NpJsonView *view, const char *member, NpRuleAllow allow, const NpFinding *waiting, NpRule *rule)
{
  const char *text = np_json_view_opt_string (view, member, NULL);
  NpJsonView place = np_json_view_member (view, member);
  NpPendingRule pending = { .rule = rule, .text = text, .allow = allow, .waiting = waiting, .file = view->file };

  if (text == NULL)
    return;
  pending.pointer = np_json_view_pointer (&place);
  g_array_append_val (load->rules, pending);
}

void
np_load_need_rule (NpLoad *load, const NpJsonView *view, const char *member, NpRuleAllow allow, NpRule *rule)
{
  np_json_view_need_string (view, member);
  np_load_rule (load, view, member, allow, NULL, rule);
}

void
np_load_reference (
    NpLoad *load, const NpJsonView *place, const char *id, NpTable table, const char *called, guint16 *position)
{
  NpPendingReference pending = { position, id, called, table, place->file, NULL };

  if (id == NULL || *id == '\0')
    return;
  pending.pointer = np_json_view_pointer (place);
  g_array_append_val (load->references, pending);
}

static void
look_up (NpLoad *load)
{
  for (guint i = 0; i < load->references->len; i++)
    {
      NpPendingReference *pending = &g_array_index (load->references, NpPendingReference, i);
      int position = np_catalog_find (load->catalog, pending->table, pending->id);

      if (position < 0)
        np_problems_add (load->problems, pending->file, pending->pointer, "there is no %s “%s”", pending->called,
                         pending->id);
      else
        *pending->position = (guint16) position;
      g_free (pending->pointer);
    }
  g_array_set_size (load->references, 0);
}

static void
compile (NpLoad *load, const NpPendingRule *pending)
{
  NpRuleContext context = { load->catalog, load->named, pending->allow, pending->waiting };
  g_autoptr (GError) error = NULL;

  if (!np_rule_parse (&context, pending->text, pending->rule, &error))
    {
      np_problems_add (load->problems, pending->file, pending->pointer, "%s", error->message);
      return;
    }
  g_ptr_array_add (load->catalog->owned, pending->rule->terms);
  g_ptr_array_add (load->catalog->owned, pending->rule->conditions);
  g_ptr_array_add (load->catalog->owned, pending->rule->text);
}

/* A named rule that is wrong is complained of once, here; what uses it then reads something harmless. */
static void
try_named (NpLoad *load)
{
  NpRuleContext context = { load->catalog, load->named, NP_RULE_ANSWERS | NP_RULE_FINDINGS, NULL };
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, load->named);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      NpNamedRule *named = value;
      g_autofree char *pointer = g_strconcat ("/terms/", (char *) name, NULL);
      g_autoptr (GError) error = NULL;
      NpRule rule;

      if (np_rule_parse (&context, named->text, &rule, &error))
        np_rule_clear (&rule);
      else
        {
          np_problems_add (load->problems, load->paths[NP_FILE_FINDINGS], pointer, "%s", error->message);
          named->text = "always";
        }
    }
}

/* Whether a named rule is used shows from the rules of entries and from the named rules that those use. */
static void
forget_uses (NpLoad *load)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, load->named);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((NpNamedRule *) value)->used = FALSE;
}

void
np_load_finish (NpLoad *load)
{
  look_up (load);
  try_named (load);
  forget_uses (load);
  /* `this` is read against the triggers, so those come first */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < load->rules->len; i++)
      {
        NpPendingRule *pending = &g_array_index (load->rules, NpPendingRule, i);

        if ((pending->waiting != NULL) == (pass == 1))
          compile (load, pending);
      }
  for (guint i = 0; i < load->rules->len; i++)
    g_free (g_array_index (load->rules, NpPendingRule, i).pointer);
  g_array_set_size (load->rules, 0);
}
