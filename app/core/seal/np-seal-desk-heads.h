/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Each desk leaves its newest seal in the clinic's folder, ARCHIVE/keys/heads/KID.json, where other desks see it and repeat it in their
 * own seals: whoever removes the newest record of one desk has to change those of the others too. */
void np_seal_desk_heads_leave (const char *archive, const char *kid, const char *seal);
/* notes what lies there in a list of NpHead; what cannot be read is passed over, and missed when the archive is verified */
void np_seal_desk_heads_look (const char *archive, GPtrArray *heads);

G_END_DECLS
