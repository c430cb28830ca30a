/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound-field.h"
#include "np-catalog.h"

G_BEGIN_DECLS

/* Any of a few: check buttons that edit an array of ids in the document. Properties: label (what is ticked, also the name of the group
 * for a screen reader; shown above), pointer. */
#define NP_TYPE_CHECKS (np_checks_get_type ())
G_DECLARE_FINAL_TYPE (NpChecks, np_checks, NP, CHECKS, NpBoundField)
GtkWidget *np_checks_new (const char *label, const char *pointer);
void np_checks_add (NpChecks *self, const char *id, const char *label);
/* one for each item that is for `role`, in the interface's language; what was there goes */
void np_checks_set_items (NpChecks *self, const NpItems *items, NpRole role);

G_END_DECLS
