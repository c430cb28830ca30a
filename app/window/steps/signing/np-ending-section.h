/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* How the consultation ends. Consent is on offer only where it is allowed; where the plan is blocked, the reason stands first. */
#define NP_TYPE_ENDING_SECTION (np_ending_section_get_type ())
G_DECLARE_FINAL_TYPE (NpEndingSection, np_ending_section, NP, ENDING_SECTION, GtkBox)
GtkWidget *np_ending_section_new (void);
void np_ending_section_refresh (NpEndingSection *self, NpConsultation *consultation);

G_END_DECLS
