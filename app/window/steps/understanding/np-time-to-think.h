/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The time to think before treatment: how long and why, when it is over, the planned day, and the reason where that is earlier. */
#define NP_TYPE_TIME_TO_THINK (np_time_to_think_get_type ())
G_DECLARE_FINAL_TYPE (NpTimeToThink, np_time_to_think, NP, TIME_TO_THINK, GtkBox)
GtkWidget *np_time_to_think_new (void);
void np_time_to_think_refresh (NpTimeToThink *self, NpConsultation *consultation);

G_END_DECLS
