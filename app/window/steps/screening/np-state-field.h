/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>
#include "np-catalog.h"

G_BEGIN_DECLS

/* One field of a state of an answer: a date, a text, a number, a yes or no, one or some of a few. It edits a member of the state's
 * object in place. Signals: "changed" (gboolean settled; FALSE while a text is being typed), "activate" (Enter in an entry). */
#define NP_TYPE_STATE_FIELD (np_state_field_get_type ())
G_DECLARE_FINAL_TYPE (NpStateField, np_state_field, NP, STATE_FIELD, AdwBin)
GtkWidget *np_state_field_new (const NpField *field, const NpCatalog *catalog, const NpLanguage *language);
/* Shows and edits `entry` from now on; what is being typed and means the same stays. */
void np_state_field_show (NpStateField *self, JsonObject *entry);
gboolean np_state_field_is_missing (NpStateField *self);

G_END_DECLS
