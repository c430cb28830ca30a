/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* The steps of a consultation with their state as icon and word. Signal "chosen" (int step). */
#define NP_TYPE_STEP_LIST (np_step_list_get_type ())
G_DECLARE_FINAL_TYPE (NpStepList, np_step_list, NP, STEP_LIST, AdwBin)
void np_step_list_show (NpStepList *self, NpConsultation *consultation, NpStep current);
void np_step_list_focus (NpStepList *self);

G_END_DECLS
