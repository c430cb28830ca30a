/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound-field.h"

G_BEGIN_DECLS

/* A row of linked toggle buttons of which at most one is chosen: "No / Yes / Don't know / Rather not say". One Tab stop, arrow keys move,
 * wraps onto further lines when the width is small. Choosing is a person's act and emits "chosen"; np_choice_set () does not.
 * With "pointer" it edits a string member by itself. Accessible as a radio group. */
#define NP_TYPE_CHOICE (np_choice_get_type ())
G_DECLARE_FINAL_TYPE (NpChoice, np_choice, NP, CHOICE, NpBoundField)
GtkWidget *np_choice_new (const char *label /* accessible name */);
/* `key` is the letter that chooses it while the choice has the focus; 0 = none */
void np_choice_add (NpChoice *self, const char *id, const char *label, char key);
void np_choice_clear (NpChoice *self);                            /* no buttons */
const char *np_choice_get (NpChoice *self);                       /* NULL = none */
void np_choice_set (NpChoice *self, const char *id);

G_END_DECLS
