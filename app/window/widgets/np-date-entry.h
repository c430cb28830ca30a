/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound-field.h"
#include "np-date.h"

G_BEGIN_DECLS

/* A date as people type it ("10.12.25", "Dec 2025", "3 months ago"), with how it was understood below it, in words and as distance from
 * today; where day and month are not certain it asks with two buttons. Properties beside label and pointer (without one: only the signal):
 * full-day (only full days), future (a date without a year is the next one). Signal "date-chosen" when a reading is certain (read np_date_entry_get_date ()), and
 * "activate": Enter, with nothing left to ask. */
#define NP_TYPE_DATE_ENTRY (np_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (NpDateEntry, np_date_entry, NP, DATE_ENTRY, NpBoundField)
GtkWidget *np_date_entry_new (const char *label, const char *pointer);
NpDate np_date_entry_get_date (NpDateEntry *self);
void np_date_entry_set_date (NpDateEntry *self, NpDate date);    /* without the signal */

G_END_DECLS
