/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A labelled entry that shows and edits one string of the consultation: "pointer" is its JSON pointer. Shows what is in the document on
 * np_field_entry_refresh (), sets it as the person types. Usable from .ui files:
 * <object class="NpFieldEntry"><property name="label">...</property><property name="pointer">/patient/name</property></object>
 * Properties: label, spoken (a fuller name for a screen reader, where the label stands on the page more than once), pointer, hint (dim text below), placeholder, lines (1 = GtkEntry, 2 = GtkTextView, which grows), numeric (sets an integer).
 * Without a pointer it only holds text: np_field_entry_get_text (), np_field_entry_set_text () and the signals "edited" (at each key),
 * "committed" (typing rests, the focus leaves, Enter) and "activate" (Enter in a one-line entry; unhandled it goes on to the next field). */
#define NP_TYPE_FIELD_ENTRY (np_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (NpFieldEntry, np_field_entry, NP, FIELD_ENTRY, GtkBox)
GtkWidget *np_field_entry_new (const char *label, const char *pointer);
void np_field_entry_refresh (NpFieldEntry *self);
char *np_field_entry_get_text (NpFieldEntry *self);
/* is something typed that was not committed yet? */
gboolean np_field_entry_is_typing (NpFieldEntry *self);
void np_field_entry_set_text (NpFieldEntry *self, const char *text);
/* what is wrong with the text, shown below in place of the hint and told to a screen reader; NULL = nothing */
void np_field_entry_set_error (NpFieldEntry *self, const char *error);
/* refreshes every entry, date entry and choice below `root` */
void np_fields_refresh (GtkWidget *root);
/* focuses the one below `root` that edits `pointer` */
gboolean np_fields_focus (GtkWidget *root, const char *pointer);

G_END_DECLS
