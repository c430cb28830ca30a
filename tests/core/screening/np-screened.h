/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-assessment.h"
#include "../language/np-test-mo.h"

G_BEGIN_DECLS

/* What tests of the screening begin with: the shipped catalogue, and facts in their notation assessed under it. */

extern NpCatalog *catalog;
extern NpLanguage *english;

/* a fixture's beginning and end */
void np_screened_load (void);
void np_screened_unload (void);

/* the position of a finding, which has to be there */
guint16 np_screened_finding (const char *id);
/* `rulings`: "keloid-family=wait hypertrophic-history=go-ahead" */
NpAssessment *np_screened_assess (const char *row, const char *rulings);
/* The catalogue with `device` contraindicating `id` on its label; `devices` is to be freed with g_free (). */
NpCatalog np_screened_with_label (const char *device, const guint16 *id, NpDevice **devices);
/* German that knows these texts of the program and of the catalogue; each list in order. */
NpLanguage *np_screened_german (const TestMessage *words, guint32 n_words, const TestMessage *texts, guint32 n_texts);

G_END_DECLS
