/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-date.h"

G_BEGIN_DECLS

typedef enum {
  NP_TYPED_EMPTY,
  NP_TYPED_DATE,       /* understood: reading[0] */
  NP_TYPED_AMBIGUOUS,  /* reading[0] and reading[1], ask (10/12: day and month swapped; Dec 25: day or year) */
  NP_TYPED_UNCLEAR     /* not understood */
} NpTypedKind;

typedef struct
{
  NpTypedKind kind;
  NpDate reading[2];
  gboolean year_assumed;  /* no year was typed ("10 Dec"): the latest that is not after `today` */
} NpTypedDate;

/* What people type: "10.12.25", "10 Dec 2025", "Dec 2025", "2025", "yesterday", "3 months ago", "2 weeks ago",
 * "2025-12-10". Two-digit years are the latest that is not after `today` + 20 years. Month names English plus those of
 * the running locale. */
NpTypedDate np_typed_date_read (const char *typed, NpDay today);

/* For what lies ahead (a trip, a planned day): a date typed without a year is the next one that is not before `today`. */
NpTypedDate np_typed_date_ahead (NpTypedDate typed, NpDay today);

G_END_DECLS
