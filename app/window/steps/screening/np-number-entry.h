/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-catalog.h"
#include "np-field-entry.h"

G_BEGIN_DECLS

/* A labelled entry as the field of a number: what may be typed stands below it, and how it was understood. */
void np_number_entry_set_up (NpFieldEntry *self, const NpField *field);
/* the number that is typed, which is said below; (transfer full) (nullable) */
JsonNode *np_number_entry_read (NpFieldEntry *self, const NpField *field);
/* What is typed and means the same stays. */
void np_number_entry_show (NpFieldEntry *self, const NpField *field, JsonNode *number /* (nullable) */);

G_END_DECLS
