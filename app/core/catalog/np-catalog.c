/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-catalog-private.h"

#include "np-config.h"

#include <json-glib/json-glib.h>

const char *const np_class_words[] = { "advisory", "relative", "deferral", "absolute", NULL };
const char *const np_decision_by_words[] = { "none", "internal", "external", "override", NULL };
const char *const np_field_type_words[] = { "date", "text", "integer", "yes-no", "one-of", "some-of", NULL };
const char *const np_kind_words[] = { "consent", "refusal", "postponement", "not-suitable", NULL };
const char *const np_role_words[] = { "patient", "guardian", "minor", "interpreter", "witness", "practitioner", NULL };
const char *const np_frequency_words[] = { "expected", "common",    "some",    "uncommon",
                                           "rare",     "very-rare", "unknown", NULL };

const char *const np_file_names[NP_N_FILES + 1] = { "catalog",      "indications", "areas", "devices",     "products",
                                                    "questions",    "findings",    "risks", "information", "teach-back",
                                                    "attestations", "sheet",       NULL };

NpCatalog *
np_catalog_new (void)
{
  NpCatalog *self = g_new0 (NpCatalog, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < NP_N_TABLES; i++)
    self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->texts = g_array_new (FALSE, FALSE, sizeof (NpTextNote));
  return self;
}

/**
 * np_catalog_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): the same catalogue
 */
NpCatalog *
np_catalog_ref (NpCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * np_catalog_unref:
 * @self: (transfer full): a catalogue
 *
 * Gives up a reference; everything that belongs to the catalogue goes with the last.
 */
void
np_catalog_unref (NpCatalog *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->digest);
  g_free (self->overlay_id);
  g_free (self->overlay_version);
  g_free (self->overlay_digest);
  g_free (self->merged_digest);
  g_free ((gpointer) self->turns);
  for (guint i = 0; i < NP_N_TABLES; i++)
    g_hash_table_unref (self->by_id[i]);
  g_array_unref (self->texts);
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

/**
 * np_catalog_default_folder:
 *
 * Returns: (transfer full): the folder of the catalogue that comes with the program: below `NEEDLEPOINT_DATA` where
 * that is set, else where the data is installed
 */
char *
np_catalog_default_folder (void)
{
  const char *data = g_getenv ("NEEDLEPOINT_DATA");

  return g_build_filename (data != NULL && *data != '\0' ? data : NP_PKGDATADIR, "catalog", NULL);
}

/**
 * np_catalog_effective_digest:
 * @self: a catalogue
 *
 * Returns: (transfer none): the digest that a record names: of the merged result where there is an overlay
 */
const char *
np_catalog_effective_digest (const NpCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->merged_digest != NULL ? self->merged_digest : self->digest;
}
