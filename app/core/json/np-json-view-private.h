/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-json-view.h"

G_BEGIN_DECLS

/* What is there, as what was asked for; NULL where it is something else or nothing. */
JsonObject *np_json_view_object_of (const NpJsonView *self);
JsonArray *np_json_view_array_of (const NpJsonView *self);
/* What does not exist was complained of where it was needed; what is asked of it is not a second problem. */
void np_json_view_complain_of_range (const NpJsonView *self, gint64 least, gint64 most);
void np_json_view_complain_of_type (const NpJsonView *self, const char *wanted);

G_END_DECLS
