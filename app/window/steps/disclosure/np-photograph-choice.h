/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One use of photographs, with yes and no: never a part of the consent, never taken for granted. */
#define NP_TYPE_PHOTOGRAPH_CHOICE (np_photograph_choice_get_type ())
G_DECLARE_FINAL_TYPE (NpPhotographChoice, np_photograph_choice, NP, PHOTOGRAPH_CHOICE, GtkBox)
GtkWidget *np_photograph_choice_new (NpConsultation *consultation, const NpItem *use);

G_END_DECLS
