/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"
#include "np-document-shape.h"

#include <string.h>

/* Decisions, what was told, and what was understood. */

static void
read_outside (const NpJsonView *decision)
{
  NpJsonView outside = np_json_view_opt_object (decision, "outside");

  if (!np_json_view_exists (&outside))
    return;
  np_json_view_only (&outside, "who", "answer", "date", NULL);
  np_reader_text (&outside, "who");
  np_reader_text (&outside, "answer");
  np_reader_day (&outside, "date", TRUE);
}

static gboolean
has_ruling (const NpReading *reading, guint finding)
{
  for (guint i = 0; i < reading->rulings->len; i++)
    if (g_array_index (reading->rulings, NpRuling, i).finding == finding)
      return TRUE;
  return FALSE;
}

static void
add_ruling (NpReader *reader, const NpJsonView *view, int finding, int verdict)
{
  NpRuling ruling = { .finding = (guint16) finding, .verdict = verdict };

  if (finding < 0 || verdict < 0)
    return;
  if (has_ruling (reader->reading, (guint) finding))
    {
      np_json_view_complain (view, "there is a decision on this finding already");
      return;
    }
  ruling.basis = np_json_view_opt_string (view, "basis", NULL);
  g_array_append_val (reader->reading->rulings, ruling);
}

static void
read_decision (NpReader *reader, const NpJsonView *view)
{
  NpJsonView id = np_json_view_member (view, "finding");
  int finding;

  np_json_view_only (view, "finding", "decision", "name", "role", "date", "reason", "outside", "basis", NULL);
  finding = np_reader_find (reader, &id, np_json_view_need_string (view, "finding"), np_catalog_find_finding);
  np_reader_text (view, "name");
  np_reader_text (view, "role");
  np_reader_day (view, "date", TRUE);
  np_reader_text (view, "reason");
  read_outside (view);
  add_ruling (reader, view, finding, np_json_view_need_word (view, "decision", np_verdict_words));
}

void
np_document_read_decisions (NpReader *reader, const NpJsonView *root)
{
  NpJsonView decisions = np_json_view_opt_array (root, "decisions");

  np_reader_items (reader, &decisions, read_decision);
}

/* ---- disclosure ---- */

static void
read_noted (const NpJsonView *view)
{
  np_json_view_only (view, "at", "digest", NULL);
  np_reader_stamp (view, "at", TRUE);
  np_json_view_opt_string (view, "digest", NULL);
}

static void
read_acknowledged (NpReader *reader, const NpJsonView *view)
{
  np_reader_find (reader, view, view->name, np_catalog_find_risk);
  read_noted (view);
}

static void
read_told (NpReader *reader, const NpJsonView *view)
{
  gboolean known = FALSE;

  for (guint i = 0; i < reader->catalog->n_information && !known; i++)
    known = g_str_equal (reader->catalog->information[i].id, view->name);
  if (!known)
    np_json_view_complain (view, "this information is not in this catalogue");
  read_noted (view);
}

static void
read_statement (const NpJsonView *disclosure, const char *name)
{
  NpJsonView statement = np_json_view_opt_object (disclosure, name);

  if (!np_json_view_exists (&statement))
    return;
  np_json_view_only (&statement, "text", "none", NULL);
  if (np_json_view_opt_bool (&statement, "none", FALSE) && np_json_view_has (&statement, "text"))
    np_json_view_complain (&statement, "either a text or “none”, not both");
  np_json_view_opt_string (&statement, "text", NULL);
}

static void
read_costs (const NpJsonView *disclosure)
{
  NpJsonView costs = np_json_view_opt_object (disclosure, "costs");

  if (!np_json_view_exists (&costs))
    return;
  np_json_view_only (&costs, "session", "course", "note", NULL);
  np_json_view_opt_string (&costs, "session", NULL);
  np_json_view_opt_string (&costs, "course", NULL);
  np_json_view_opt_string (&costs, "note", NULL);
}

static void
read_photograph (NpReader *reader, const NpJsonView *view)
{
  np_reader_find_item (view, view->name, &reader->catalog->photographs);
  if (json_node_get_value_type (view->node) != G_TYPE_BOOLEAN)
    np_json_view_complain (view, "true or false is expected here");
}

static void
read_asked (NpReader *reader G_GNUC_UNUSED, const NpJsonView *view)
{
  np_json_view_only (view, "asked", "answered", NULL);
  np_json_view_need_string (view, "asked");
  np_json_view_need_string (view, "answered");
}

static void
read_disclosure (NpReader *reader, const NpJsonView *root)
{
  NpJsonView disclosure = np_json_view_opt_object (root, "disclosure");
  NpJsonView acknowledged = np_json_view_opt_object (&disclosure, "acknowledged");
  NpJsonView told = np_json_view_opt_object (&disclosure, "told");
  NpJsonView photographs = np_json_view_opt_object (&disclosure, "photographs");
  NpJsonView questions = np_json_view_opt_array (&disclosure, "questions");

  if (!np_json_view_exists (&disclosure))
    return;
  np_json_view_only (&disclosure, "acknowledged", "told", "costs", "photographs", "goals", "matters", "questions",
                     "informed_at", NULL);
  np_reader_members (reader, &acknowledged, read_acknowledged);
  np_reader_members (reader, &told, read_told);
  read_costs (&disclosure);
  np_reader_members (reader, &photographs, read_photograph);
  read_statement (&disclosure, "goals");
  read_statement (&disclosure, "matters");
  np_reader_items (reader, &questions, read_asked);
  np_reader_stamp (&disclosure, "informed_at", FALSE);
}

/* ---- understanding ---- */

static void
read_teach_back (NpReader *reader, const NpJsonView *view)
{
  gboolean known = FALSE;

  for (guint i = 0; i < reader->catalog->n_teach_back && !known; i++)
    known = g_str_equal (reader->catalog->teach_back[i].id, view->name);
  if (!known)
    np_json_view_complain (view, "this question is not in this catalogue");
  np_json_view_only (view, "result", "tries", "at", "digest", NULL);
  np_json_view_need_word (view, "result", np_document_teach_back_words);
  np_json_view_need_int (view, "tries", 1, G_MAXUINT16);
  np_reader_stamp (view, "at", TRUE);
  np_json_view_opt_string (view, "digest", NULL);
}

static void
read_reasoned (const NpJsonView *root, const char *name)
{
  NpJsonView reasoned = np_json_view_opt_object (root, name);

  if (!np_json_view_exists (&reasoned))
    return;
  np_json_view_only (&reasoned, "name", "role", "date", "reason", NULL);
  np_reader_text (&reasoned, "name");
  np_reader_text (&reasoned, "role");
  np_reader_day (&reasoned, "date", TRUE);
  np_reader_text (&reasoned, "reason");
}

static void
read_handed_over (NpReader *reader G_GNUC_UNUSED, const NpJsonView *view)
{
  np_json_view_only (view, "what", "version", "language", "at", NULL);
  np_reader_text (view, "what");
  np_json_view_opt_string (view, "version", NULL);
  np_reader_text (view, "language");
  np_reader_stamp (view, "at", TRUE);
}

void
np_document_read_talk (NpReader *reader, const NpJsonView *root)
{
  NpJsonView understanding = np_json_view_opt_object (root, "understanding");
  NpJsonView handed_over = np_json_view_opt_array (root, "handed_over");
  NpJsonView copy = np_json_view_opt_object (root, "copy");

  read_disclosure (reader, root);
  np_reader_members (reader, &understanding, read_teach_back);
  read_reasoned (root, "understanding_decision");
  read_reasoned (root, "early");
  np_reader_items (reader, &handed_over, read_handed_over);
  if (np_json_view_exists (&copy))
    {
      np_json_view_only (&copy, "how", NULL);
      np_reader_opt_id (reader, &copy, "how", &reader->catalog->copies);
    }
}
