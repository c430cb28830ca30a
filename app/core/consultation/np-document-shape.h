/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-json-shape.h"

G_BEGIN_DECLS

/* What a consultation looks like, whatever the catalogue: data/schema/consultation.schema.json in C. A record holds its parts. */
extern const NpJsonShape np_document_shape, np_document_shape_in_record;
extern const NpJsonShape np_document_shape_uuid, np_document_shape_day, np_document_shape_stamp, np_document_shape_role;
extern const NpJsonShape np_document_shape_kind, np_document_shape_ending, np_document_shape_signatures, np_document_shape_log;
/* a decision, and one inside a finding, which says what it made of the class */
extern const NpJsonShape np_document_shape_decision, np_document_shape_decided;

/* one of the signatures, for a reader that sets aside what does not fit */
extern const NpJsonShape np_document_shape_signature;

/* the words that may stand in a place */
extern const char *const np_document_route_words[];        /* of a medicine: "systemic", "skin" */
extern const char *const np_document_teach_back_words[];   /* "own-words", "after-explaining", "not-yet" */
extern const char *const np_document_log_words[];          /* what happened: "opened", "changed" ... */

G_END_DECLS
