/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* The clinic as a consultation names it. A consultation that was signed keeps what it was signed with. */
void np_clinic_copy (NpConsultation *consultation, const NpClinic *clinic);
/* one of the clinic's practitioners as a member "practitioner"; (transfer full) */
JsonNode *np_clinic_practitioner_node (const NpPractitioner *practitioner);

G_END_DECLS
