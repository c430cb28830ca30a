/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-arena.h"
#include "np-causes.h"
#include "np-view.h"

G_BEGIN_DECLS

/* An assessment in the making. */
typedef struct
{
  NpView view;
  NpArena *arena;
  const NpRuling *rulings;
  guint n_rulings;
  NpFired *fired; /* per finding until they are drawn together */
  NpMet *met;     /* per finding */
  NpCauses causes; /* of the finding under consideration */
  NpAssessment *result;
} NpAssessing;

/* The parts of an assessment, in the order they are worked out. */
void np_assess_findings (NpAssessing *self);
void np_assess_rulings (NpAssessing *self);
void np_assess_open (NpAssessing *self);
void np_assess_risks (NpAssessing *self);
void np_assess_remedies (NpAssessing *self);

gboolean np_assess_label_contraindicates (const NpAssessing *self, guint finding);

G_END_DECLS
