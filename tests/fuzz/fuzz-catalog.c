/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue loader: the input takes the place of one file of a small catalogue, the one whose member it has; otherwise it is what the
 * clinic lays over it. */
#include "np-fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "np-catalog.h"

/* A file, and a member that no file before it in this list has. */
static const struct
{
  const char *name, *member;
} files[] = {
  { "areas", "\"depths\"" },       { "attestations", "\"before_signing\"" }, { "devices", "\"plan_checks\"" },
  { "findings", "\"terms\"" },     { "indications", "\"sets\"" },            { "information", "\"red_flags\"" },
  { "products", "\"topicals\"" },  { "teach-back", "\"intro\"" },            { "questions", "\"questions\"" },
  { "risks", "\"risks\"" },        { "sheet", "\"labels\"" },                { "catalog", "\"notice\"" },
};
static char *small, *folder;

static char *
path_in (const char *where, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return g_build_filename (where, file, NULL);
}

static void
put_back (const char *name)
{
  g_autofree char *from = path_in (small, name), *to = path_in (folder, name);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert (g_file_get_contents (from, &text, &length, NULL));
  g_assert (g_file_set_contents_full (to, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
remove_folder (void)
{
  g_autofree char *overlay = path_in (folder, "overlay");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = path_in (folder, files[i].name);

      g_remove (path);
    }
  g_remove (overlay);
  g_rmdir (folder);
}

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  small = g_build_filename (g_getenv ("NEEDLEPOINT_TESTS"), "fixtures", "catalog-small", NULL);
  folder = g_dir_make_tmp ("np-fuzz-catalog-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    put_back (files[i].name);
  atexit (remove_folder);
  return 0;
}

/* The name of the file that an input is meant for; NULL for the overlay. */
static const char *
meant_for (const char *text, size_t length)
{
  if (g_strstr_len (text, (gssize) length, "needlepoint-overlay") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_strstr_len (text, (gssize) length, files[i].member) != NULL)
      return files[i].name;
  return NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  const char *text = (const char *) bytes;
  const char *name = meant_for (text, length);
  g_autofree char *path = path_in (folder, name != NULL ? name : "overlay");
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = NULL;

  g_assert (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  catalog = np_catalog_load (folder, name == NULL ? path : NULL, problems, &error);
  g_assert ((catalog == NULL) == (error != NULL));
  if (name != NULL)
    put_back (name);
  return 0;
}
