/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `verify`: what the seals of records prove, and what they do not. */
#include "np-cli.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "np-archive-verification.h"
#include "np-seal-desk.h"
#include "np-json-read.h"
#include "np-json-write.h"

typedef struct
{
  NpKeyRing *ring;      /* nullable */
  JsonArray *found;     /* nullable: one object a file, for --json */
  int status;
  gint64 began, said;   /* monotonic, for the progress */
} Run;

/* ---- one file ---- */

/* That something is not so outweighs that something else could not be read. */
static void
note_status (Run *run, int status)
{
  if (run->status == NP_EXIT_DONE || status == NP_EXIT_NO)
    run->status = status;
}

static void
print_lines (const char *name, const char *before, GPtrArray *lines, gboolean faults)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      /* What the reader complains of names its file already. */
      g_autofree char *full = g_str_has_prefix (line, name) ? g_strdup (line) : g_strdup_printf ("%s: %s%s", name, before, line);

      if (faults)
        g_printerr ("%s\n", full);
      else
        g_print ("%s\n", full);
    }
}

static char *
joined (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

static void
print_found (const NpVerification *found)
{
  g_autofree char *sentence = np_verification_sentence (found);
  g_autofree char *unproved = joined (found->unproved);

  if (found->unproved->len == 0)
    g_print ("%s: %s\n", found->name, sentence);
  else
    /* Translators: a file, what was proved of it, and a list of what was not */
    g_print (_("%s: %s. Not proved: %s\n"), found->name, sentence, unproved);
  /* Translators: before something that ought to be looked at */
  print_lines (found->name, _("attention: "), found->doubts, FALSE);
}

static void
tell (Run *run, const NpVerification *found)
{
  g_autoptr (JsonNode) node = NULL;

  if (run->found != NULL)
    {
      node = np_verification_to_json (found);
      json_array_add_element (run->found, json_node_ref (node));
    }
  else if (found->proof != NP_PROOF_UNREADABLE)
    print_found (found);
  print_lines (found->name, "", found->faults, TRUE);
}

static int
status_of (const NpVerification *found)
{
  if (np_verification_is_good (found))
    return NP_EXIT_DONE;
  return found->unreadable == NULL ? NP_EXIT_NO : np_cli_status (found->unreadable);
}

static void
verify_file (Run *run, const char *path)
{
  g_autoptr (NpVerification) found = np_verification_of_file (path, run->ring);

  tell (run, found);
  if (!np_verification_is_good (found))
    note_status (run, status_of (found));
}

/* ---- an archive ---- */

/* Only for somebody who waits and watches. */
static void
show_progress (Run *run, guint done, guint all)
{
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || now - run->began < G_USEC_PER_SEC || (now - run->said < G_USEC_PER_SEC / 5 && done < all))
    return;
  run->said = now;
  g_printerr ("\r");
  /* Translators: how many of how many files */
  g_printerr (_("%u of %u"), done, all);
  if (done == all)
    g_printerr ("\r\033[K");
}

static gboolean
verified (const NpVerification *found, guint done, guint all, gpointer data)
{
  Run *run = data;

  tell (run, found);
  show_progress (run, done, all);
  return TRUE;
}

/* What this user's desk remembers of the clinic whose archive this is. */
static GPtrArray *
remembered (const char *archive)
{
  g_autoptr (NpKeyRing) ring = np_key_ring_load (archive, NULL);
  const NpRingKey *first = ring == NULL ? NULL : np_key_ring_first (ring);
  g_autofree char *folder = first == NULL ? NULL : np_seal_desk_default_folder (np_key_id (first->key));
  g_autoptr (NpSealDesk) desk = folder == NULL ? NULL : np_seal_desk_open (folder, NULL);

  return desk == NULL ? NULL : np_seal_desk_heads (desk);
}

static JsonNode *
archive_node (const char *name, const NpArchiveVerification *found)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_copy (found->faults, NULL, NULL);
  g_autoptr (GPtrArray) doubts = g_ptr_array_copy (found->doubts, NULL, NULL);

  g_ptr_array_set_free_func (faults, NULL);
  g_ptr_array_set_free_func (doubts, NULL);
  g_ptr_array_add (faults, NULL);
  g_ptr_array_add (doubts, NULL);
  np_json_put_string (object, "archive", name);
  np_json_put_bool (object, "good", np_archive_verification_is_good (found));
  np_json_put_int (object, "records", found->n_records);
  np_json_put_int (object, "unchanged", found->n_good);
  np_json_put_strings (object, "faults", (const char *const *) faults->pdata);
  np_json_put_strings (object, "doubts", (const char *const *) doubts->pdata);
  json_node_take_object (node, object);
  return node;
}

static void
tell_archive (Run *run, const char *name, const NpArchiveVerification *found)
{
  if (run->found != NULL)
    json_array_add_element (run->found, archive_node (name, found));
  else
    {
      /* Translators: a folder, and how many of how many records */
      g_print (_("%s: %u of %u records are unchanged\n"), name, found->n_good, found->n_records);
      /* Translators: before something that ought to be looked at */
      print_lines (name, _("attention: "), found->doubts, FALSE);
    }
  print_lines (name, "", found->faults, TRUE);
}

static void
verify_archive (Run *run, const char *path)
{
  g_autoptr (GPtrArray) heads = remembered (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (NpArchiveVerification) found = np_archive_verification_run (path, run->ring, heads, verified, run);

  tell_archive (run, name, found);
  if (!np_archive_verification_is_good (found))
    note_status (run, NP_EXIT_NO);
}

/* ---- the command ---- */

static NpKeyRing *
load_keys (const char *path, GError **error)
{
  g_autoptr (JsonNode) set = np_json_read_file (path, error);

  return set == NULL ? NULL : np_key_ring_from_set (set, path, error);
}

static void
verify_all (Run *run, char **paths)
{
  run->began = g_get_monotonic_time ();
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      verify_archive (run, paths[i]);
    else
      verify_file (run, paths[i]);
}

static void
print_json (JsonArray *found)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  np_json_put_array (object, "verified", found);
  json_node_take_object (node, object);
  text = np_json_write_pretty (node);
  g_print ("%s", text);
}

static int
run_verify (int argc, char **argv)
{
  g_auto (NpOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NpKeyRing) ring = NULL;
  Run run = { 0 };
  int status = np_cli_parse (&np_verify_command, argc, argv, NP_TAKES_JSON | NP_TAKES_KEYS, 1, G_MAXUINT, &options);

  if (status != NP_EXIT_DONE)
    return status;
  ring = options.keys == NULL ? NULL : load_keys (options.keys, &error);
  if (error != NULL)
    return np_cli_fail (error);
  run.ring = ring;
  run.found = options.json ? json_array_new () : NULL;
  verify_all (&run, options.files);
  if (run.found != NULL)
    print_json (run.found);
  return run.status;
}

const NpCommand np_verify_command
    = { "verify", "FILE-or-DIR...", N_("Say what the seals of records prove, and what they do not"), run_verify };
