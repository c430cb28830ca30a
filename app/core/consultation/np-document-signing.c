/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"
#include "np-document-shape.h"

/* The signatures speak in the catalogue's ids; of ending and log the shape says all there is. */

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

/* What is to be set aside may be of any shape; otherwise that was looked at before, with everything else. */
static void
read_signature (NpReader *reader, const NpJsonView *view)
{
  if (reader->aside != NULL)
    np_json_shape_check (&np_document_shape_signature, view);
  read_attestation (reader, view);
  np_reader_opt_ids (reader, view, "identified_by", &reader->catalog->identified_by);
  np_reader_opt_id (reader, view, "relationship", &reader->catalog->relationships);
}

void
np_document_read_signing (NpReader *reader, const NpJsonView *root)
{
  NpJsonView signatures = np_json_view_opt_array (root, "signatures");

  np_reader_items (reader, &signatures, read_signature);
}
