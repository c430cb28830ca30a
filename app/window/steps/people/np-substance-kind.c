/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-substance-kind.h"

#include <glib/gi18n.h>

static gboolean
medicines_known (const NpFacts *facts)
{
  return facts->medicines_known;
}

static gboolean
allergies_known (const NpFacts *facts)
{
  return facts->allergies_known;
}

static guint64
medicine_groups (const NpCatalog *catalog, JsonObject *entry)
{
  const char *route = json_object_get_string_member_with_default (entry, "route", "");

  return np_facts_medicine_groups (catalog, json_object_get_string_member (entry, "name"), g_str_equal (route, "skin"));
}

static guint64
allergy_groups (const NpCatalog *catalog, JsonObject *entry)
{
  return np_facts_allergy_groups (catalog, json_object_get_string_member (entry, "substance"),
                                  json_object_get_boolean_member_with_default (entry, "severe", FALSE));
}

static const NpWordGroup *
medicine_table (const NpCatalog *catalog, guint *n)
{
  *n = catalog->n_medicine_groups;
  return catalog->medicine_groups;
}

static const NpWordGroup *
allergy_table (const NpCatalog *catalog, guint *n)
{
  *n = catalog->n_allergy_groups;
  return catalog->allergy_groups;
}

const NpSubstanceKind np_medicine_kind = {
  .pointer = "/medicines",
  .name = "name",
  .add = N_ ("Add a medicine or supplement"),
  .none = N_ ("Takes none: asked, and the answer was no"),
  .has_route = TRUE,
  .is_known = medicines_known,
  .groups = medicine_groups,
  .table = medicine_table,
};

const NpSubstanceKind np_allergy_kind = {
  .pointer = "/allergies",
  .name = "substance",
  .add = N_ ("Add what the patient is allergic to"),
  .none = N_ ("None known: asked, and the answer was no"),
  .has_reaction = TRUE,
  .is_known = allergies_known,
  .groups = allergy_groups,
  .table = allergy_table,
};

static guint64
mask_of (const NpWordGroup *table, guint n, JsonObject *entry, const char *member)
{
  guint64 mask = 0;

  if (!json_object_has_member (entry, member))
    return 0;
  JsonArray *ids = json_object_get_array_member (entry, member);
  for (guint i = 0; i < json_array_get_length (ids); i++)
    for (guint group = 0; group < n; group++)
      if (g_strcmp0 (table[group].id, json_array_get_string_element (ids, i)) == 0)
        mask |= G_GUINT64_CONSTANT (1) << group;
  return mask;
}

/**
 * np_substance_groups:
 * @kind: medicines or allergies
 * @catalog: the catalogue
 * @entry: an entry of the list
 *
 * Returns: a bit for each group of the catalogue that counts for the entry
 */
guint64
np_substance_groups (const NpSubstanceKind *kind, const NpCatalog *catalog, JsonObject *entry)
{
  guint n;
  const NpWordGroup *table = kind->table (catalog, &n);

  return (kind->groups (catalog, entry) | mask_of (table, n, entry, "groups_added")) &
         ~mask_of (table, n, entry, "groups_removed");
}

static void
put_mask (JsonObject *entry, const char *member, const NpWordGroup *table, guint n, guint64 mask)
{
  json_object_remove_member (entry, member);
  if (mask == 0)
    return;
  JsonArray *ids = json_array_new ();
  for (guint group = 0; group < n; group++)
    if (mask & (G_GUINT64_CONSTANT (1) << group))
      json_array_add_string_element (ids, table[group].id);
  json_object_set_array_member (entry, member, ids);
}

/**
 * np_substance_copy:
 * @entry: an entry
 *
 * Returns: (transfer full): a copy whose members can be set; arrays in it are replaced, never changed
 */
JsonObject *
np_substance_copy (JsonObject *entry)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (entry);

  for (GList *l = members; l; l = l->next)
    json_object_set_member (copy, l->data, json_node_copy (json_object_get_member (entry, l->data)));
  return copy;
}

/**
 * np_substance_with_group:
 * @kind: medicines or allergies
 * @catalog: the catalogue
 * @entry: an entry of the list
 * @group: position of a group in the catalogue
 * @counts: whether it shall count
 *
 * What the words say already is not added, and only what they say is taken out.
 *
 * Returns: (transfer full): a changed copy of @entry
 */
JsonObject *
np_substance_with_group (const NpSubstanceKind *kind,
                         const NpCatalog *catalog,
                         JsonObject *entry,
                         guint group,
                         gboolean counts)
{
  guint n;
  const NpWordGroup *table = kind->table (catalog, &n);
  guint64 bit = G_GUINT64_CONSTANT (1) << group;
  gboolean by_words = (kind->groups (catalog, entry) & bit) != 0;
  guint64 added = mask_of (table, n, entry, "groups_added") & ~bit;
  guint64 removed = mask_of (table, n, entry, "groups_removed") & ~bit;
  JsonObject *changed = np_substance_copy (entry);

  put_mask (changed, "groups_added", table, n, counts && !by_words ? added | bit : added);
  put_mask (changed, "groups_removed", table, n, !counts && by_words ? removed | bit : removed);
  return changed;
}
