/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"

#include "np-methods.h"

/* The ending, the signatures and the log. */

#define MAX_PEN 10000000 /* 1/10 px, or ms: beyond any screen and any patience */

const char *const np_method_words[] = { "drawn", "typed", "ink", "by-witness", "declined", NULL };

static const char *const log_words[] = { "opened",
                                         "resumed",
                                         "changed",
                                         "answered",
                                         "answered-together",
                                         "shown",
                                         "acknowledged",
                                         "told",
                                         "understood",
                                         "decided",
                                         "decision-ended",
                                         "voided",
                                         "undone",
                                         "printed",
                                         "handed-over",
                                         "identity-confirmed",
                                         "informed",
                                         "ending",
                                         "signed",
                                         "signature-cleared",
                                         "language",
                                         "saved",
                                         NULL };

/* A stroke is x, y, milliseconds and again; a point is never half there. */
static void
read_stroke (NpReader *reader G_GNUC_UNUSED, const NpJsonView *stroke)
{
  guint length = np_json_view_length (stroke);

  if (length == 0 || length % 3 != 0)
    np_json_view_complain (stroke, "a stroke holds x, y and milliseconds for each point");
  for (guint i = 0; i < length; i++)
    {
      NpJsonView number = np_json_view_element (stroke, i);

      if (json_node_get_value_type (number.node) != G_TYPE_INT64)
        np_json_view_complain (&number, "a whole number is expected here");
      else if (json_node_get_int (number.node) > MAX_PEN || json_node_get_int (number.node) < -MAX_PEN)
        np_json_view_complain (&number, "this number is too large");
    }
}

static void
read_drawn (NpReader *reader, const NpJsonView *view)
{
  NpJsonView strokes = np_json_view_need_array (view, "strokes");

  if (np_json_view_exists (&strokes) && np_json_view_length (&strokes) == 0)
    np_json_view_complain (&strokes, "the signature box is empty");
  np_reader_items (reader, &strokes, read_stroke);
  np_json_view_need_int (view, "width", 1, MAX_PEN);
  np_json_view_need_int (view, "height", 1, MAX_PEN);
}

static void
read_method (NpReader *reader, const NpJsonView *view)
{
  switch ((NpMethod) np_json_view_need_word (view, "method", np_method_words))
    {
    case NP_METHOD_DRAWN:
      read_drawn (reader, view);
      break;
    case NP_METHOD_TYPED:
      np_reader_text (view, "typed");
      break;
    case NP_METHOD_INK:
      np_reader_text (view, "kept_at");
      np_reader_text (view, "attested_by");
      break;
    case NP_METHOD_BY_WITNESS:
      np_reader_text (view, "reason");
      break;
    case NP_METHOD_DECLINED:
      np_json_view_opt_string (view, "reason", NULL);
      break;
    }
}

static void
read_attestation (NpReader *reader, const NpJsonView *view)
{
  NpJsonView member = np_json_view_member (view, "attestation");
  const char *id = np_json_view_need_string (view, "attestation");

  for (guint i = 0; i < reader->catalog->n_attestations; i++)
    if (g_str_equal (reader->catalog->attestations[i].id, id))
      return;
  if (*id != '\0')
    np_reader_complain_of (&member, id, "is not in this catalogue");
}

static void
read_signature (NpReader *reader, const NpJsonView *view)
{
  np_json_view_only (view, "role", "name", "at", "method", "attestation", "meaning", "identified_by", "relationship",
                     "strokes", "width", "height", "typed", "kept_at", "attested_by", "reason", NULL);
  np_json_view_need_word (view, "role", np_role_words);
  np_reader_text (view, "name");
  np_reader_stamp (view, "at", TRUE);
  read_method (reader, view);
  read_attestation (reader, view);
  np_reader_text (view, "meaning");
  np_reader_opt_ids (reader, view, "identified_by", &reader->catalog->identified_by);
  np_reader_opt_id (reader, view, "relationship", &reader->catalog->relationships);
}

static void
check_one_per_role (const NpJsonView *signatures)
{
  guint seen = 0;

  for (guint i = 0; i < np_json_view_length (signatures); i++)
    {
      NpJsonView signature = np_json_view_element (signatures, i);
      int role = np_json_view_need_word (&signature, "role", np_role_words);

      if (role >= 0 && (seen & 1u << role) != 0)
        np_json_view_complain (&signature, "there is a signature of this role already");
      if (role >= 0)
        seen |= 1u << role;
    }
}

static void
read_ending (const NpJsonView *root)
{
  NpJsonView ending = np_json_view_opt_object (root, "ending");
  int kind;

  if (!np_json_view_exists (&ending))
    return;
  np_json_view_only (&ending, "kind", "reason", NULL);
  kind = np_json_view_need_word (&ending, "kind", np_kind_words);
  if (kind > NP_KIND_CONSENT)
    np_reader_text (&ending, "reason");
  else
    np_json_view_opt_string (&ending, "reason", NULL);
}

gboolean
np_document_is_log_word (const char *word)
{
  return g_strv_contains (log_words, word);
}

static void
read_log_entry (NpReader *reader G_GNUC_UNUSED, const NpJsonView *view)
{
  np_json_view_only (view, "at", "what", "of", "detail", NULL);
  np_reader_stamp (view, "at", TRUE);
  np_json_view_need_word (view, "what", log_words);
  np_json_view_opt_string (view, "of", NULL);
  np_json_view_opt_string (view, "detail", NULL);
}

void
np_document_read_signing (NpReader *reader, const NpJsonView *root)
{
  NpJsonView signatures = np_json_view_opt_array (root, "signatures");
  NpJsonView log = np_json_view_opt_array (root, "log");

  read_ending (root);
  np_reader_items (reader, &signatures, read_signature);
  check_one_per_role (&signatures);
  for (guint i = 0; i < np_json_view_length (&log); i++)
    {
      NpJsonView entry = np_json_view_element (&log, i);

      read_log_entry (reader, &entry);
    }
}
