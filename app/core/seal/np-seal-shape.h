/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-json-shape.h"

G_BEGIN_DECLS

/* What the small documents of this folder are made of. */
extern const NpJsonShape np_seal_shape_digest, np_seal_shape_kid, np_seal_shape_sequence;
extern const NpJsonShape np_seal_shape_head, np_seal_shape_heads;

/* Checks a document that was read strictly; %FALSE and the first complaint as an error of #NP_SEAL_ERROR. */
gboolean np_seal_shape_fits (const NpJsonShape *self, JsonNode *node, const char *name, GError **error);

G_END_DECLS
