/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "np-desk.h"

G_BEGIN_DECLS

/* The clinic's details and its practitioners, kept in clinic.json. Signal "done": saved, or left. */
#define NP_TYPE_CLINIC_PAGE (np_clinic_page_get_type ())
G_DECLARE_FINAL_TYPE (NpClinicPage, np_clinic_page, NP, CLINIC_PAGE, AdwBin)
void np_clinic_page_show (NpClinicPage *self, NpDesk *desk);
void np_clinic_page_focus (NpClinicPage *self);

G_END_DECLS
