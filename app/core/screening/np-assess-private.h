/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-arena.h"
#include "np-view.h"

G_BEGIN_DECLS

enum
{
  NP_FIRES_NOT,
  NP_FIRES,
  NP_FIRES_NOT_BUT_MET
};

/* An assessment in the making. */
typedef struct
{
  NpView view;
  NpArena *arena;
  const NpRuling *rulings;
  guint n_rulings;
  NpFired *fired; /* per finding until they are drawn together */
  NpMet *met;     /* per finding */
  NpAssessment *result;

  NpCause *causes; /* of the finding under consideration */
  guint n_causes, room_for_causes;
  NpCause few_causes[32];
} NpAssessing;

/* Lets go of what was needed only while assessing. */
void np_assessing_clear (NpAssessing *self);

/* The parts of an assessment, in the order they are worked out. */
void np_assess_findings (NpAssessing *self);
void np_assess_rulings (NpAssessing *self);
void np_assess_open (NpAssessing *self);
void np_assess_risks (NpAssessing *self);
void np_assess_remedies (NpAssessing *self);

gboolean np_assess_label_contraindicates (const NpAssessing *self, guint finding);

G_END_DECLS
