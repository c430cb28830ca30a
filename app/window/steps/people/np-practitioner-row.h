/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Who treats or supervises: one of the clinic's practitioners. */
#define NP_TYPE_PRACTITIONER_ROW (np_practitioner_row_get_type ())
G_DECLARE_FINAL_TYPE (NpPractitionerRow, np_practitioner_row, NP, PRACTITIONER_ROW, AdwBin)
GtkWidget *np_practitioner_row_new (void);

G_END_DECLS
