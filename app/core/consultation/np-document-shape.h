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

G_END_DECLS
