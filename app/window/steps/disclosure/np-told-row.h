/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* One entry of what every patient is told, with the check that it was. */
#define NP_TYPE_TOLD_ROW (np_told_row_get_type ())
G_DECLARE_FINAL_TYPE (NpToldRow, np_told_row, NP, TOLD_ROW, GtkBox)
GtkWidget *np_told_row_new (NpConsultation *consultation, guint information);

G_END_DECLS
