/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clock.h"
#include "np-head.h"
#include "np-key.h"

G_BEGIN_DECLS

/* One installation and its key. It seals every record last, numbers its seals without gaps, chains each to the one before, and remembers
 * the newest, so that a record which disappears is missed. Its folder is its own user's; several programs may use it at once. */
typedef struct _NpSealDesk NpSealDesk;

/* one for each clinic that this user works for: XDG_DATA_HOME/needlepoint/desks/KID-OF-THE-CLINIC'S-FIRST-KEY */
char *np_seal_desk_default_folder (const char *first_kid);
NpSealDesk *np_seal_desk_new (const char *folder, const char *name, const NpClock *clock, GError **error);
NpSealDesk *np_seal_desk_open (const char *folder, GError **error);
void np_seal_desk_free (NpSealDesk *self);

const NpKey *np_seal_desk_key (const NpSealDesk *self);
const char *np_seal_desk_id (const NpSealDesk *self);
const char *np_seal_desk_name (const NpSealDesk *self);
/* its own head and those of other desks that it remembers: NpHead */
GPtrArray *np_seal_desk_heads (const NpSealDesk *self);

/* Seals a record that its practitioner sealed, saves it as np_record_save() does, and remembers it. The path, or NULL; may be called
 * again with the same file. */
char *np_seal_desk_save (NpSealDesk *self, JsonNode *file, const char *archive, const NpClock *clock, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSealDesk, np_seal_desk_free)

G_END_DECLS
