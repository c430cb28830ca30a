/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-verification.h"

G_BEGIN_DECLS

/* A whole archive is verified: every record below DIR/YYYY/MM, and then the desks' chains through them. */
typedef struct
{
  guint n_records, n_good;
  GPtrArray *faults;       /* char *: of the archive as a whole; a record's own are told as it is verified */
  GPtrArray *doubts;       /* char * */
} NpArchiveVerification;

/* called after each record; `verification` is gone afterwards. FALSE ends the walk. */
typedef gboolean (*NpVerified) (const NpVerification *verification, guint done, guint all, gpointer data);

/* `heads` (nullable): what a desk remembers, as np_seal_desk_heads() */
NpArchiveVerification *np_archive_verification_run (
    const char *archive, const NpKeyRing *ring, GPtrArray *heads, NpVerified verified, gpointer data);
void np_archive_verification_free (NpArchiveVerification *self);
gboolean np_archive_verification_is_good (const NpArchiveVerification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpArchiveVerification, np_archive_verification_free)

G_END_DECLS
