/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-catalog.h"

G_BEGIN_DECLS

/* The states of one answer while a person edits them: an array of objects with "is", as the document holds it. */
JsonArray *np_answer_states_copy (JsonArray *states /* (nullable) */);
/* both may be NULL, which is the same as empty */
gboolean np_answer_states_equal (JsonArray *a, JsonArray *b);
JsonObject *np_answer_states_find (JsonArray *states, const char *id);
/* Adds a state, or takes it out. What stands alone drives the others out. */
void np_answer_states_set (JsonArray *states, const NpQuestion *question, const char *id, gboolean holds);
void np_answer_states_clear (JsonArray *states);
/* At least one state, and every field that a state needs is there. */
gboolean np_answer_states_are_complete (JsonArray *states, const NpQuestion *question);
/* which of the question's own states are there, as bits */
guint64 np_answer_states_own (JsonArray *states, const NpQuestion *question);

G_END_DECLS
