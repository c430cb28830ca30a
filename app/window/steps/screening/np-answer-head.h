/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-catalog.h"

G_BEGIN_DECLS

/* The words of a question, how it is to be asked, and why, which unfolds below. Signal "note-wanted": the button for a note. */
#define NP_TYPE_ANSWER_HEAD (np_answer_head_get_type ())
G_DECLARE_FINAL_TYPE (NpAnswerHead, np_answer_head, NP, ANSWER_HEAD, GtkBox)
GtkWidget *np_answer_head_new (const NpQuestion *question, const NpLanguage *language);
/* whether the note is to be seen, for a screen reader */
void np_answer_head_say_note (NpAnswerHead *self, gboolean shown);

G_END_DECLS
