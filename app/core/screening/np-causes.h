/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-assessment.h"

G_BEGIN_DECLS

/* The facts that make a rule hold, gathered while it is looked at. Private to screening. */

/* How a rule holds. Where a finding waits, an entry counts until its day comes; a rule holds by the weaker of two things that
 * it needs both of, and by the stronger of two of which one is enough. Stronger last. */
typedef enum
{
  NP_HOLDS_NOT,
  NP_HOLDS_MET,     /* only by what one does not have to wait for any more */
  NP_HOLDS_DATED,   /* until a day */
  NP_HOLDS_DATELESS /* without an end in sight */
} NpHold;

typedef struct
{
  NpCause is;
  NpHold hold;
} NpHoldingCause;

typedef struct
{
  const NpFinding *waiting; /* whose waits say when an entry ends to count; NULL where nothing is waited for */
  NpHoldingCause *all;
  guint n, room;
  NpHoldingCause few[32]; /* room for a usual finding */
} NpCauses;

void np_causes_init (NpCauses *self);
void np_causes_clear (NpCauses *self);
/* Nothing gathered yet; `waiting` is nullable. */
void np_causes_begin (NpCauses *self, const NpFinding *waiting);

void np_causes_add (NpCauses *self, NpCauseKind kind, guint index, int entry);
void np_causes_add_entry (NpCauses *self, guint question, guint entry, NpDay clear_date, NpHold hold);
/* What was gathered since `mark` holds no better than this; with NP_HOLDS_NOT it is forgotten. */
void np_causes_limit (NpCauses *self, guint mark, NpHold hold);
/* Moves what holds at least like this to the front, each once. */
void np_causes_keep (NpCauses *self, NpHold least);

G_END_DECLS
