/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* The record that a consultation became, once it was written and read back: it stays with the consultation. */
void np_saved_record_set (NpConsultation *consultation, JsonNode *file, const char *path);
JsonNode *np_saved_record_get_file (NpConsultation *consultation);      /* NULL = not saved */
const char *np_saved_record_get_path (NpConsultation *consultation);
/* Whether it is on its way to disk: nobody closes the consultation meanwhile. */
void np_saved_record_set_saving (NpConsultation *consultation, gboolean saving);
gboolean np_saved_record_is_saving (NpConsultation *consultation);

G_END_DECLS
