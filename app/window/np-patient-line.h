/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* Who and what, as the header of a consultation shows it on every page. (transfer full) */
const char *np_patient_name (NpConsultation *consultation);   /* (transfer none) */
char *np_patient_line (NpConsultation *consultation);   /* "24 years, born 19 July 2001" */
char *np_plan_line (NpConsultation *consultation);      /* "Needling pen: Cheeks 1.5 mm"; "" while nothing is planned */
/* a depth in mm, as people write it in this locale: "1.5 mm" */
char *np_depth_in_words (int depth_um);

G_END_DECLS
