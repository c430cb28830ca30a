/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

#define NP_RECORD_FORMAT "needlepoint-record/1"

typedef enum { NP_RECORD_ERROR_NOT_READY, NP_RECORD_ERROR_CONTENT } NpRecordError;
#define NP_RECORD_ERROR (np_record_error_quark ())
GQuark np_record_error_quark (void);

/* The content of a record as a consultation stands now: the object under "record". Without the needed signatures it is what a sheet
 * is printed from before signing. `consultation` NULL-safe is not: for a blank sheet pass a new consultation. */
JsonObject *np_record_compose (NpConsultation *consultation, const char *made_by);
/* The whole file, once np_consultation_is_ready (); an error tells each reason on a line. */
JsonNode *np_record_sign_off (NpConsultation *consultation, const char *made_by, GError **error);
/* Strict check of a whole file's shape. */
gboolean np_record_check (JsonNode *file, const char *name, NpProblems *problems);
JsonNode *np_record_read_file (const char *path, GError **error);
/* DIR/2026/03/2026-03-10-<id>.json */
char *np_record_path (JsonNode *file, const char *archive);
/* Saves, reads back, compares (design 4). The path, or NULL. */
char *np_record_save (JsonNode *file, const char *archive, GError **error);

G_END_DECLS
