/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the patient asked and what was answered; or the deliberate word that nothing was asked. */
#define NP_TYPE_QUESTIONS_ASKED (np_questions_asked_get_type ())
G_DECLARE_FINAL_TYPE (NpQuestionsAsked, np_questions_asked, NP, QUESTIONS_ASKED, GtkBox)
GtkWidget *np_questions_asked_new (void);

G_END_DECLS
