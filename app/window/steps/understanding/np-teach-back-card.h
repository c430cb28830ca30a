/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One thing the patient says back: the question, what staff listen for, how it came across, and another way to explain it. */
#define NP_TYPE_TEACH_BACK_CARD (np_teach_back_card_get_type ())
G_DECLARE_FINAL_TYPE (NpTeachBackCard, np_teach_back_card, NP, TEACH_BACK_CARD, GtkBox)
GtkWidget *np_teach_back_card_new (NpConsultation *consultation, guint teach_back);

G_END_DECLS
