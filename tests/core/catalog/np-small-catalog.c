/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-small-catalog.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "np-json-read.h"
#include "np-json-write.h"

static const char *const files[] = { "catalog",     "indications", "areas",        "devices",
                                     "products",    "questions",   "findings",     "risks",
                                     "information", "teach-back",  "attestations", "sheet" };

char *
np_small_fixture (const char *name)
{
  return g_build_filename (g_getenv ("NEEDLEPOINT_TESTS"), "fixtures", name, NULL);
}

char *
np_small_path (const NpSmall *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

NpSmall *
np_small_new (void)
{
  NpSmall *self = g_new0 (NpSmall, 1);
  g_autofree char *from = np_small_fixture ("catalog-small");

  self->folder = g_dir_make_tmp ("needlepoint-catalog-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".json", NULL);
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = np_small_path (self, name);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (source, &text, &length, NULL) ||
          !g_file_set_contents_full (target, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
        g_error ("cannot copy %s", source);
    }
  return self;
}

void
np_small_free (NpSmall *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = np_small_path (self, name);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

static JsonNode *
child_of (JsonNode *node, const char *token)
{
  JsonNode *child;

  if (JSON_NODE_HOLDS_ARRAY (node))
    child = json_array_get_element (json_node_get_array (node), (guint) atoi (token));
  else
    child = json_object_get_member (json_node_get_object (node), token);
  if (child == NULL)
    g_error ("the fixture has no “%s”", token);
  return child;
}

static void
replace_element (JsonArray *array, const char *token, JsonNode *value)
{
  g_autoptr (JsonArray) after = json_array_new ();
  guint index = (guint) atoi (token);

  while (json_array_get_length (array) > index + 1 && value != NULL && *token != '-')
    {
      json_array_add_element (after, json_array_dup_element (array, index + 1));
      json_array_remove_element (array, index + 1);
    }
  if (*token != '-')
    json_array_remove_element (array, index);
  if (value != NULL)
    json_array_add_element (array, value);
  for (guint i = 0; i < json_array_get_length (after); i++)
    json_array_add_element (array, json_array_dup_element (after, i));
}

static void
put (JsonNode *parent, const char *token, JsonNode *value)
{
  if (JSON_NODE_HOLDS_ARRAY (parent))
    replace_element (json_node_get_array (parent), token, value);
  else if (value != NULL)
    json_object_set_member (json_node_get_object (parent), token, value);
  else
    json_object_remove_member (json_node_get_object (parent), token);
}

void
np_small_change (NpSmall *self, const char *file, const char *pointer, const char *json)
{
  g_autofree char *name = g_strconcat (file, ".json", NULL);
  g_autofree char *path = np_small_path (self, name);
  g_autoptr (JsonNode) root = np_json_read_file (path, NULL);
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  g_autofree char *text = NULL;
  JsonNode *parent = root;
  guint i;

  for (i = 1; tokens[i + 1] != NULL; i++)
    parent = child_of (parent, tokens[i]);
  put (parent, tokens[i], json == NULL ? NULL : json_from_string (json, NULL));
  text = np_json_write_pretty (root);
  g_unlink (path);     /* writing without care, which is quick, does not shorten a file */
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("cannot write %s", path);
}

GStrv
np_small_problems (const NpSmall *self, const char *overlay)
{
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpCatalog) catalog = np_catalog_load (self->folder, overlay, problems, NULL);
  g_autofree char *prefix = g_strconcat (self->folder, "/", NULL);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < np_problems_count (problems); i++)
    {
      g_auto (GStrv) parts = g_strsplit (np_problems_line (problems, i), prefix, -1);

      g_ptr_array_add (lines, g_strjoinv ("", parts));
    }
  if ((catalog == NULL) != (lines->len > 0))
    g_error ("a catalogue comes exactly when there are no problems");
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}
