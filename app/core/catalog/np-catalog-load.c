/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog-load.h"

#include "np-json-read.h"
#include "np-json-write.h"
#include "np-overlay.h"

#define FORMAT "needlepoint-catalog/1"

static void (*const readers[NP_N_FILES]) (NpLoad *load, const NpJsonView *root) = {
  np_load_catalog_file, np_load_indications, np_load_areas,        np_load_devices,
  np_load_products,     np_load_questions,   np_load_findings,     np_load_risks,
  np_load_information,  np_load_teach_back,  np_load_attestations, np_load_sheet,
};

static void
documents_clear (NpDocuments *documents)
{
  for (guint i = 0; i < NP_N_FILES; i++)
    {
      g_clear_pointer (&documents->roots[i], json_node_unref);
      g_clear_pointer (&documents->paths[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpDocuments, documents_clear)

/* Reads every file, also after one that cannot be read; the error is the first. */
static gboolean
read_documents (const char *folder, NpDocuments *documents, NpProblems *problems, GError **error)
{
  gboolean all = TRUE;

  for (guint i = 0; i < NP_N_FILES; i++)
    {
      g_autofree char *name = g_strconcat (np_file_names[i], ".json", NULL);
      g_autoptr (GError) problem = NULL;

      documents->paths[i] = g_build_filename (folder, name, NULL);
      documents->roots[i] = np_json_read_file (documents->paths[i], &problem);
      if (documents->roots[i] != NULL)
        continue;
      np_problems_add (problems, NULL, NULL, "%s", problem->message);
      if (all)
        g_propagate_error (error, g_steal_pointer (&problem));
      all = FALSE;
    }
  return all;
}

/* SHA-256 over name and canonical form of every file, in their order: which spaces a file has does not count, which
 * file says something does. */
static char *
digest_documents (const NpDocuments *documents)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < NP_N_FILES; i++)
    {
      g_autofree char *canonical = np_json_write_canonical (documents->roots[i]);

      g_checksum_update (sum, (const guchar *) np_file_names[i], -1);
      g_checksum_update (sum, (const guchar *) "\n", 1);
      g_checksum_update (sum, (const guchar *) canonical, -1);
      g_checksum_update (sum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
read_root (NpLoad *load, JsonNode *node, NpFile file)
{
  NpJsonView root = np_json_view_root (node, load->paths[file], load->problems);
  const char *format = np_json_view_need_string (&root, "format");
  NpJsonView place = np_json_view_member (&root, "format");

  if (np_json_view_exists (&place) && g_strcmp0 (format, FORMAT) != 0)
    np_json_view_complain (&place, "the format is not “%s”: this file is for another version", FORMAT);
  readers[file](load, &root);
}

static void
run (NpLoad *load, const NpDocuments *documents)
{
  guint before = np_problems_count (load->problems);

  for (guint i = 0; i < NP_N_FILES; i++)
    {
      g_ptr_array_add (load->catalog->documents, json_node_ref (documents->roots[i]));
      read_root (load, documents->roots[i], i);
    }
  np_load_finish (load);
  /* what a half-read catalogue seems to lack says nothing */
  if (np_problems_count (load->problems) == before)
    np_load_check (load);
}

/* A catalogue out of documents; NULL where there are problems. */
static NpCatalog *
build (const NpDocuments *documents, NpProblems *problems)
{
  g_autoptr (NpCatalog) catalog = np_catalog_new ();
  guint before = np_problems_count (problems);
  NpLoad load = {
    .catalog = catalog,
    .problems = problems,
    .paths = (const char *const *) documents->paths,
    .named = g_hash_table_new (g_str_hash, g_str_equal),
    .rules = g_array_new (FALSE, FALSE, sizeof (NpPendingRule)),
    .references = g_array_new (FALSE, FALSE, sizeof (NpPendingReference)),
    .contexts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .sources = g_hash_table_new (g_str_hash, g_str_equal),
  };

  run (&load, documents);
  g_hash_table_unref (load.named);
  g_array_unref (load.rules);
  g_array_unref (load.references);
  g_hash_table_unref (load.contexts);
  g_hash_table_unref (load.sources);
  return np_problems_count (problems) == before ? g_steal_pointer (&catalog) : NULL;
}

/* The same catalogue with the clinic's changes. The catalogue as it ships has to be sound first: an overlay repairs
 * nothing. */
static NpCatalog *
build_with_overlay (
    const NpDocuments *shipped, const NpCatalog *base, const char *path, NpProblems *problems, GError **error)
{
  g_autoptr (NpCatalog) merged = NULL;
  g_autoptr (JsonNode) root = np_json_read_file (path, error);
  g_auto (NpDocuments) documents = { 0 };
  g_autoptr (NpOverlay) overlay = NULL;

  if (root == NULL)
    {
      np_problems_add (problems, NULL, NULL, "%s", error != NULL && *error != NULL ? (*error)->message : path);
      return NULL;
    }
  overlay = np_overlay_read (root, path, problems);
  if (overlay == NULL || !np_overlay_merge (overlay, shipped, &documents, problems))
    return NULL;
  merged = build (&documents, problems);
  if (merged == NULL || !np_overlay_compare (overlay, base, merged, problems))
    return NULL;
  merged->digest = g_strdup (base->digest);
  merged->merged_digest = digest_documents (&documents);
  merged->overlay_digest = np_json_digest (root);
  np_overlay_sign (overlay, merged);
  return g_steal_pointer (&merged);
}

static NpCatalog *
load (const char *folder, const char *overlay, NpProblems *problems, GError **error)
{
  g_auto (NpDocuments) documents = { 0 };
  g_autoptr (NpCatalog) catalog = NULL;

  if (!read_documents (folder, &documents, problems, error))
    return NULL;
  catalog = build (&documents, problems);
  if (catalog == NULL)
    return NULL;
  catalog->digest = digest_documents (&documents);
  if (overlay == NULL)
    return g_steal_pointer (&catalog);
  return build_with_overlay (&documents, catalog, overlay, problems, error);
}

/**
 * np_catalog_load:
 * @folder: (nullable): the folder of the catalogue's files; %NULL for the one that comes with the program
 * @overlay: (nullable): the clinic's overlay file
 * @problems: (nullable): filled with everything that is wrong, a line each
 * @error: the first of the problems; %NP_JSON_ERROR_MISSING, %NP_JSON_ERROR_IO and %NP_JSON_ERROR_SYNTAX where a file
 * could not be read
 *
 * Reads the catalogue and the overlay over it, checks everything and resolves every id. All problems are looked for,
 * not only the first.
 *
 * Returns: (transfer full): the catalogue, or %NULL
 */
NpCatalog *
np_catalog_load (const char *folder, const char *overlay, NpProblems *problems, GError **error)
{
  g_autofree char *shipped = folder == NULL ? np_catalog_default_folder () : g_strdup (folder);
  g_autoptr (NpProblems) own = np_problems_new ();
  g_autoptr (GError) unreadable = NULL;
  NpProblems *all = problems != NULL ? problems : own;
  NpCatalog *catalog;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalog = load (shipped, overlay, all, &unreadable);
  if (catalog != NULL)
    return catalog;
  if (unreadable != NULL)
    g_propagate_error (error, g_steal_pointer (&unreadable));
  else
    np_problems_none (all, error);
  return NULL;
}
