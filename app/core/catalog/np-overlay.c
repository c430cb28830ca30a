/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a clinic lays over the catalogue: its devices with make, model, evaluated depth, label contraindications and
 * authorised uses; areas, intervals, wording, phone numbers, hours to think it over, and questions, findings and risks
 * of its own. One JSON file (data/schema/overlay.schema.json):
 *
 *   { "format": "needlepoint-overlay/1", "id": "clinic", "version": "3",
 *     "entries": [
 *       { "file": "devices", "id": "pen", "approved": { "name": "...", "role": "...", "date": "2026-01-31" },
 *         "set": { "make": "...", "evaluated_depth_um": 2000 }, "add": { "label_contraindications": [ "pregnant" ] } },
 *       { "file": "information", "list": "cooling_off", "id": "rf", "approved": { ... }, "set": { "hours": 336 } },
 *       { "file": "risks", "id": "risk-x", "approved": { ... }, "remove": true },
 *       { "file": "catalog", "approved": { ... }, "set": { "title": "..." } } ] }
 *
 * `file` is a file of the catalogue without .json, `list` one of its lists (without it: the main one), `id` an entry.
 * What is not there is made; `set` gives members new values, `add` puts elements at the end of arrays. Without an id
 * the file's own texts are meant. Every entry names who approved it. Only risks can be removed. The result is loaded by
 * the same code as the catalogue itself. */

#include "np-overlay.h"

#include "np-catalog-load.h"
#include "np-date.h"

#define FORMAT "needlepoint-overlay/1"

/* The lists of each file that an overlay may change; the first is meant where none is named. */
static const char *const lists[NP_N_FILES][9] = {
  [NP_FILE_CATALOG] = { "sources", NULL },
  [NP_FILE_INDICATIONS] = { "indications", NULL },
  [NP_FILE_AREAS] = { "areas", "depths", NULL },
  [NP_FILE_DEVICES] = { "devices", "needle_materials", "plan_checks", NULL },
  [NP_FILE_PRODUCTS] = { "topicals", "anaesthetics", "steps", "limits", "medicine_groups", "allergy_groups", NULL },
  [NP_FILE_QUESTIONS] = { "questions", "groups", NULL },
  [NP_FILE_FINDINGS] = { "findings", "changes", NULL },
  [NP_FILE_RISKS] = { "risks", "groups", NULL },
  [NP_FILE_INFORMATION] = { "information", "aftercare", "red_flags", "cooling_off", "photographs", NULL },
  [NP_FILE_TEACH_BACK] = { "questions", NULL },
  [NP_FILE_ATTESTATIONS] = { "attestations", "relationships", "identified_by", "copy", "roles", NULL },
  [NP_FILE_SHEET] = { "labels", NULL },
};

/**
 * np_overlay_free:
 * @self: (transfer full) (nullable): an overlay
 */
void
np_overlay_free (NpOverlay *self)
{
  if (self == NULL)
    return;
  json_node_unref (self->root);
  g_array_unref (self->entries);
  g_free (self);
}

void
np_overlay_complain (const NpOverlay *self, const NpOverlayEntry *entry, NpProblems *problems, const char *format, ...)
{
  g_autofree char *pointer = g_strdup_printf ("/entries/%u", entry->position);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  np_problems_add (problems, self->path, pointer, "%s", what);
}

static void
read_approval (const NpJsonView *view, NpApproval *approval)
{
  NpJsonView approved = np_json_view_need_object (view, "approved");
  NpJsonView date = np_json_view_member (&approved, "date");

  if (!np_json_view_exists (&approved))
    return;
  np_json_view_only (&approved, "name", "role", "date", NULL);
  approval->name = np_load_words (&approved, "name");
  approval->role = np_load_words (&approved, "role");
  approval->date = np_json_view_need_string (&approved, "date");
  if (np_json_view_exists (&date) && np_day_parse (approval->date) == NP_DAY_NONE)
    np_json_view_complain (&date, "this is no day: write it as 2026-01-31");
}

static JsonObject *
read_members (const NpJsonView *view, const char *member)
{
  NpJsonView object = np_json_view_opt_object (view, member);

  if (np_json_view_exists (&object) && np_json_view_has (&object, "id"))
    np_json_view_complain (&object, "an id cannot be changed: take it out");
  return np_json_view_exists (&object) && JSON_NODE_HOLDS_OBJECT (object.node) ? json_node_get_object (object.node)
                                                                               : NULL;
}

static const char *
read_list (const NpJsonView *view, const NpOverlayEntry *entry)
{
  const char *list = np_json_view_opt_string (view, "list", lists[entry->file][0]);
  NpJsonView place = np_json_view_member (view, "list");

  if (!g_strv_contains (lists[entry->file], list))
    np_json_view_complain (&place, "“%s.json” has no list “%s”", np_file_names[entry->file], list);
  return list;
}

static void
check_entry (const NpJsonView *view, const NpOverlayEntry *entry)
{
  if (entry->id == NULL && (np_json_view_has (view, "list") || entry->removes || entry->add != NULL))
    np_json_view_complain (view, "without an id only the file's own texts can be “set”: name the id");
  if (entry->removes && (entry->set != NULL || entry->add != NULL))
    np_json_view_complain (view, "what is removed cannot be changed as well: keep one");
  if (!entry->removes && entry->set == NULL && entry->add == NULL)
    np_json_view_complain (view, "this entry does nothing: say what to “set”, “add” or “remove”");
  if (entry->removes && entry->file != NP_FILE_RISKS)
    np_json_view_complain (view, "only risks can be removed: change the entry instead");
}

static void
read_entry (NpOverlay *self, const NpJsonView *view, guint position)
{
  NpOverlayEntry entry = { .position = position };
  NpJsonView remove = np_json_view_member (view, "remove");
  int file = np_json_view_need_word (view, "file", np_file_names);

  np_json_view_only (view, "file", "list", "id", "approved", "remove", "set", "add", NULL);
  read_approval (view, &entry.approval);
  if (file < 0)
    return;
  entry.file = (NpFile) file;
  entry.id = np_json_view_opt_string (view, "id", NULL);
  entry.list = entry.id == NULL ? NULL : read_list (view, &entry);
  entry.removes = np_json_view_opt_bool (view, "remove", FALSE);
  entry.approval.softer = entry.removes;
  if (np_json_view_exists (&remove) && !entry.removes)
    np_json_view_complain (&remove, "“remove” is true or not there");
  entry.set = read_members (view, "set");
  entry.add = read_members (view, "add");
  check_entry (view, &entry);
  g_array_append_val (self->entries, entry);
}

/**
 * np_overlay_read:
 * @root: the document
 * @path: (transfer none): its name in complaints; outlives the result
 * @problems: where complaints go
 *
 * Returns: (transfer full) (nullable): the overlay, or %NULL when it is not one
 */
NpOverlay *
np_overlay_read (JsonNode *root, const char *path, NpProblems *problems)
{
  g_autoptr (NpOverlay) self = g_new0 (NpOverlay, 1);
  NpJsonView view = np_json_view_root (root, path, problems);
  NpJsonView format = np_json_view_member (&view, "format");
  guint before = np_problems_count (problems);
  NpJsonView entries;

  self->path = path;
  self->root = json_node_ref (root);
  self->entries = g_array_new (FALSE, FALSE, sizeof (NpOverlayEntry));
  np_json_view_only (&view, "format", "id", "version", "entries", NULL);
  if (g_strcmp0 (np_json_view_need_string (&view, "format"), FORMAT) != 0 && np_json_view_exists (&format))
    np_json_view_complain (&format, "the format is not “%s”: this file is something else", FORMAT);
  self->id = np_load_words (&view, "id");
  self->version = np_load_words (&view, "version");
  entries = np_json_view_need_array (&view, "entries");
  for (guint i = 0; i < np_json_view_length (&entries); i++)
    {
      NpJsonView entry = np_json_view_element (&entries, i);

      read_entry (self, &entry, i);
    }
  return np_problems_count (problems) == before ? g_steal_pointer (&self) : NULL;
}

static const char *
kept (NpCatalog *catalog, char *string)
{
  g_ptr_array_add (catalog->owned, string);
  return string;
}

/**
 * np_overlay_sign:
 * @self: an overlay
 * @merged: the catalogue that it was laid over
 *
 * Writes into the catalogue whose changes it holds and who approved them.
 */
void
np_overlay_sign (const NpOverlay *self, NpCatalog *merged)
{
  NpApproval *approvals = g_new0 (NpApproval, self->entries->len + 1);

  g_ptr_array_add (merged->owned, approvals);
  g_ptr_array_add (merged->documents, json_node_ref (self->root));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const NpOverlayEntry *entry = &g_array_index (self->entries, NpOverlayEntry, i);

      approvals[i] = entry->approval;
      approvals[i].id = entry->id;
      approvals[i].what = entry->id == NULL
                              ? np_file_names[entry->file]
                              : kept (merged, g_strdup_printf ("%s/%s", np_file_names[entry->file], entry->id));
    }
  merged->approvals = approvals;
  merged->n_approvals = self->entries->len;
  merged->overlay_id = g_strdup (self->id);
  merged->overlay_version = g_strdup (self->version);
}
