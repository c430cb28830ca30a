/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"
#include "np-desk.h"

G_BEGIN_DECLS

/* The frame of a consultation: who and what at the top, the steps at the side, the page, and at the bottom the outcome in words with
 * the way on. The actions it has are listed in np-page.h. */
#define NP_TYPE_CONSULTATION_VIEW (np_consultation_view_get_type ())
G_DECLARE_FINAL_TYPE (NpConsultationView, np_consultation_view, NP, CONSULTATION_VIEW, AdwBin)

void np_consultation_view_open (NpConsultationView *self, NpConsultation *consultation, NpDesk *desk, NpStep step);
gboolean np_consultation_view_is_open (NpConsultationView *self);
/* the clinic changed */
void np_consultation_view_refresh (NpConsultationView *self);
/* Keeps the draft and lets go of the consultation. FALSE when the draft could not be kept: then it stays open. */
gboolean np_consultation_view_close (NpConsultationView *self, GError **error);
/* where a resumed consultation goes on */
NpStep np_consultation_view_first_open_step (NpConsultation *consultation);

G_END_DECLS
