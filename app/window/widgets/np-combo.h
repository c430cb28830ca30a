/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound-field.h"
#include "np-catalog.h"

G_BEGIN_DECLS

/* A choice of one from a longer list, as a row with a menu. The first entry is "not chosen". With a pointer it edits a string of the
 * document. Properties: label, pointer. Signal "chosen": a person chose. */
#define NP_TYPE_COMBO (np_combo_get_type ())
G_DECLARE_FINAL_TYPE (NpCombo, np_combo, NP, COMBO, NpBoundField)
GtkWidget *np_combo_new (const char *label, const char *pointer);
/* `none` is what stands there while nothing is chosen, as "Choose…" */
void np_combo_set_none (NpCombo *self, const char *none);
void np_combo_add (NpCombo *self, const char *id, const char *label);
void np_combo_set_items (NpCombo *self, const NpItems *items);
void np_combo_clear (NpCombo *self);
const char *np_combo_get (NpCombo *self);               /* NULL = none */
void np_combo_set (NpCombo *self, const char *id);      /* without "chosen" */

G_END_DECLS
