/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-bound-field.h"

G_BEGIN_DECLS

/* A labelled entry of text, usable from .ui files. Properties beside label and pointer: spoken (a fuller name for a screen reader, where
 * the label stands on the page more than once), hint (dim text below), lines (1 = GtkEntry, 2 = GtkTextView, which grows), numeric (the document
 * holds a whole number), to-add (a button puts the text on a list: Next stops while it was not pressed).
 * Without a pointer it only holds text: np_field_entry_get_text (), np_field_entry_set_text () and the signals "edited" (at each key),
 * "committed" (typing rests, the focus leaves, Enter) and "activate" (Enter in a one-line entry; unhandled it goes on to the next field). */
#define NP_TYPE_FIELD_ENTRY (np_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (NpFieldEntry, np_field_entry, NP, FIELD_ENTRY, NpBoundField)
GtkWidget *np_field_entry_new (const char *label, const char *pointer);
char *np_field_entry_get_text (NpFieldEntry *self);
/* without what a document does not keep: spaces around it, control characters */
char *np_field_entry_get_tidy_text (NpFieldEntry *self);
/* is something typed that was not committed yet? */
gboolean np_field_entry_is_typing (NpFieldEntry *self);
void np_field_entry_set_text (NpFieldEntry *self, const char *text);
/* what is wrong with the text, shown below in place of the hint and told to a screen reader; NULL = nothing */
void np_field_entry_set_error (NpFieldEntry *self, const char *error);
/* FALSE where nothing is typed: then `missing` is said there, and the entry has the focus and is in view */
gboolean np_field_entry_require (NpFieldEntry *self, const char *missing);
/* refreshes every entry, date entry and choice below `root` */
void np_fields_refresh (GtkWidget *root);
/* focuses the one below `root` that edits `pointer` */
gboolean np_fields_focus (GtkWidget *root, const char *pointer);

G_END_DECLS
