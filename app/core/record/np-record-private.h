/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-record.h"

G_BEGIN_DECLS

/* The catalogue texts that a record of this consultation holds: everything that its pages showed and its sheet prints. */
JsonArray *np_record_texts (NpConsultation *consultation);

G_END_DECLS
