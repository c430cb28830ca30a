/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clock.h"
#include "np-key.h"
#include "np-manifest.h"

G_BEGIN_DECLS

/* Adding seals to the file of a record that was signed off and not yet saved. First the practitioner, then any who countersign, and last
 * np_seal_desk_save(). */
gboolean np_sealing_sign (JsonNode *file, const NpKey *key, const char *name, const NpClock *clock, GError **error);
gboolean np_sealing_countersign (
    JsonNode *file, const NpKey *key, const char *name, const char *meaning, const NpClock *clock, GError **error);

/* what both and the desk are made of */
JsonArray *np_sealing_seals (JsonNode *file);
gboolean np_sealing_add (JsonNode *file, const NpKey *key, NpManifest *manifest, const NpClock *clock, GError **error);

/* the signature of the practitioner in a record, which the first seal takes its name and its meaning from; NULL when there is none */
JsonObject *np_sealing_signature (JsonObject *record);

G_END_DECLS
