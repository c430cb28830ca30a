/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-head.h"

G_BEGIN_DECLS

/* What a desk remembers between two seals: state.json in its folder. A number is used up before its record is saved, as `pending`; what
 * became of it is looked up the next time, so that a program that was killed in between neither skips a number nor uses one twice. */
typedef struct
{
  char *id, *name;
  NpHead *head;          /* nullable: nothing sealed yet */
  NpHead *pending;       /* nullable */
  char *pending_path;    /* below the archive */
  GPtrArray *seen;       /* NpHead: other desks */
} NpSealDeskState;

NpSealDeskState *np_seal_desk_state_load (const char *folder, GError **error);
gboolean np_seal_desk_state_save (const NpSealDeskState *self, const char *folder, GError **error);
void np_seal_desk_state_free (NpSealDeskState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSealDeskState, np_seal_desk_state_free)

G_END_DECLS
