/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-overlay.h"

/* The merged documents share with the shipped ones whatever no entry touches; what one touches is copied first, one
 * level at a time. */

static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (copy, name->data, json_node_copy (json_object_get_member (object, name->data)));
  return copy;
}

static JsonArray *
copy_array (JsonArray *array)
{
  JsonArray *copy = json_array_sized_new (json_array_get_length (array));

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, json_node_copy (json_array_get_element (array, i)));
  return copy;
}

static JsonNode *
copy_root (JsonNode *root)
{
  JsonNode *copy = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (copy, copy_object (json_node_get_object (root)));
  return copy;
}

/* A copy of the array member that may be changed, put in its place; an empty one where there is none. */
static JsonArray *
own_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *copy =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? copy_array (json_node_get_array (node)) : json_array_new ();

  json_object_set_array_member (object, member, copy);
  return copy;
}

static const char *
key_of (const NpOverlayEntry *entry)
{
  return entry->file == NP_FILE_CATALOG ? "key" : "id";
}

static int
find_entry (JsonArray *array, const char *key, const char *id)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (node), key, NULL), id) == 0)
        return (int) i;
    }
  return -1;
}

/* The array with one element another or gone (replacement NULL): json-glib cannot put an element in place. */
static JsonArray *
with_element (JsonArray *array, guint index, JsonObject *replacement)
{
  JsonArray *copy = json_array_sized_new (json_array_get_length (array));

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (i != index)
      json_array_add_element (copy, json_node_copy (json_array_get_element (array, i)));
    else if (replacement != NULL)
      json_array_add_object_element (copy, replacement);
  return copy;
}

static void
set_members (JsonObject *object, JsonObject *set)
{
  g_autoptr (GList) names = set == NULL ? NULL : json_object_get_members (set);

  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (object, name->data, json_node_copy (json_object_get_member (set, name->data)));
}

/* A clinic that words a text anew means the printed sheet too: the brief of the old text goes, unless a new one comes with it. */
static void
forget_briefs (JsonObject *entry, JsonObject *set)
{
  static const char *const briefs[][2] = {
    { "text", "brief" }, { "how_often", "often_brief" }, { "evidence_text", "evidence_brief" },
  };

  for (guint i = 0; set != NULL && i < G_N_ELEMENTS (briefs); i++)
    if (json_object_has_member (set, briefs[i][0]))
      json_object_remove_member (entry, briefs[i][1]);
}

static gboolean
add_elements (JsonObject *object, JsonObject *add)
{
  g_autoptr (GList) names = add == NULL ? NULL : json_object_get_members (add);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonNode *more = json_object_get_member (add, name->data);
      JsonNode *there = json_object_get_member (object, name->data);
      JsonArray *array;

      if (!JSON_NODE_HOLDS_ARRAY (more) || (there != NULL && !JSON_NODE_HOLDS_ARRAY (there)))
        return FALSE;
      array = own_array (object, name->data);
      for (guint i = 0; i < json_array_get_length (json_node_get_array (more)); i++)
        json_array_add_element (array, json_node_copy (json_array_get_element (json_node_get_array (more), i)));
    }
  return TRUE;
}

static gboolean
discloses (JsonNode *node, const char *risk)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (node), "risk", NULL), risk) ==
           0;
  return g_strcmp0 (json_node_get_string (node), risk) == 0;
}

static JsonArray *
without_disclosure (JsonArray *array, const char *risk)
{
  JsonArray *copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!discloses (json_array_get_element (array, i), risk))
      json_array_add_element (copy, json_node_copy (json_array_get_element (array, i)));
  return copy;
}

/* A removed risk is no longer named by any finding. */
static void
forget_risk (JsonObject *findings_file, const char *risk)
{
  JsonArray *findings = own_array (findings_file, "findings");
  JsonArray *changed = json_array_new ();

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = copy_object (json_array_get_object_element (findings, i));

      json_object_set_array_member (finding, "discloses",
                                    without_disclosure (json_object_get_array_member (finding, "discloses"), risk));
      json_array_add_object_element (changed, finding);
    }
  json_object_set_array_member (findings_file, "findings", changed);
}

static JsonObject *
file_of (NpDocuments *merged, NpFile file)
{
  return json_node_get_object (merged->roots[file]);
}

/* The texts that stand beside the lists; what the catalogue is called for programs stays. */
static void
change_file (const NpOverlay *self, const NpOverlayEntry *entry, NpDocuments *merged, NpProblems *problems)
{
  static const char *const fixed[] = { "format", "id", "version", "language", NULL };
  g_autoptr (GList) names = json_object_get_members (entry->set);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonNode *there = json_object_get_member (file_of (merged, entry->file), name->data);

      if (there == NULL || !JSON_NODE_HOLDS_VALUE (there) || g_strv_contains (fixed, name->data))
        np_overlay_complain (self, entry, problems, "“%s” is not a text of %s.json: name the id of an entry to change",
                             (char *) name->data, np_file_names[entry->file]);
    }
  set_members (file_of (merged, entry->file), entry->set);
}

static void
remove_risk (const NpOverlay *self, const NpOverlayEntry *entry, NpDocuments *merged, NpProblems *problems)
{
  JsonObject *file = file_of (merged, NP_FILE_RISKS);
  JsonArray *risks = json_object_get_array_member (file, "risks");
  int index = find_entry (risks, "id", entry->id);

  if (index < 0 || !g_str_equal (entry->list, "risks"))
    {
      np_overlay_complain (self, entry, problems, "there is no risk “%s” to remove", entry->id);
      return;
    }
  json_object_set_array_member (file, "risks", with_element (risks, (guint) index, NULL));
  forget_risk (file_of (merged, NP_FILE_FINDINGS), entry->id);
}

static void
change_entry (const NpOverlay *self, const NpOverlayEntry *entry, NpDocuments *merged, NpProblems *problems)
{
  JsonObject *file = file_of (merged, entry->file);
  JsonArray *array = json_object_get_array_member (file, entry->list);
  int index = find_entry (array, key_of (entry), entry->id);
  JsonObject *changed =
      index < 0 ? json_object_new () : copy_object (json_array_get_object_element (array, (guint) index));

  if (index < 0)
    json_object_set_string_member (changed, key_of (entry), entry->id);
  forget_briefs (changed, entry->set);
  set_members (changed, entry->set);
  if (!add_elements (changed, entry->add))
    np_overlay_complain (self, entry, problems, "“add” puts elements into arrays: use “set” for other members");
  if (index >= 0)
    {
      json_object_set_array_member (file, entry->list, with_element (array, (guint) index, changed));
      return;
    }
  array = own_array (file, entry->list);
  json_array_add_object_element (array, changed);
}

/**
 * np_overlay_merge:
 * @self: an overlay
 * @shipped: the documents of the catalogue as it ships; sound, for they were loaded
 * @merged: (out caller-allocates): documents with the changes in them
 * @problems: where complaints go
 *
 * Returns: whether every entry could be laid over
 */
gboolean
np_overlay_merge (const NpOverlay *self, const NpDocuments *shipped, NpDocuments *merged, NpProblems *problems)
{
  guint before = np_problems_count (problems);

  for (guint i = 0; i < NP_N_FILES; i++)
    {
      merged->roots[i] = copy_root (shipped->roots[i]);
      merged->paths[i] = g_strdup_printf ("%s with %s", shipped->paths[i], self->path);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NpOverlayEntry *entry = &g_array_index (self->entries, NpOverlayEntry, i);

      if (entry->id == NULL)
        change_file (self, entry, merged, problems);
      else if (entry->removes)
        remove_risk (self, entry, merged, problems);
      else
        change_entry (self, entry, merged, problems);
    }
  return np_problems_count (problems) == before;
}
