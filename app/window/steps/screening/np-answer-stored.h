/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The answer to a question as the document holds it. */

/* of whatever day; NULL where there is none */
JsonArray *np_answer_stored_states (NpConsultation *consultation, guint question);
/* NULL too while an answer of an earlier day is to be confirmed */
JsonArray *np_answer_stored_today (NpConsultation *consultation, guint question);
/* given on an earlier day, and asked anew each day */
gboolean np_answer_stored_is_to_confirm (NpConsultation *consultation, guint question);
/* the day it was given on, as text; nullable */
const char *np_answer_stored_day (NpConsultation *consultation, guint question);
/* Answers for a person, through the page of `widget`; NULL takes the answer out. */
void np_answer_stored_set (GtkWidget *widget, guint question, JsonArray *states /* (nullable) */);

G_END_DECLS
