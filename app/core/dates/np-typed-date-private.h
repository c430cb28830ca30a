/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-typed-date.h"

G_BEGIN_DECLS

/* Typed text becomes a row of numbers and words; which ones stand where decides what the date is. Nothing is guessed:
 * what can mean two days comes back as two readings, and what fits no form is unclear. */

#define NP_DATE_TOKENS_MAX 8
#define NP_DATE_WORD_MAX 32

typedef struct
{
  int value;      /* of a number */
  int digits;     /* of a number; 0 for a word */
  char separator; /* what stood before: '.', '/', '-', ',', '\'' or ' ' */
  char word[NP_DATE_WORD_MAX];
} NpDateToken;

typedef struct
{
  NpDateToken tokens[NP_DATE_TOKENS_MAX];
  int count;
  NpDay today;
  NpDate now;
} NpDateReader;

extern const NpTypedDate np_typed_unclear;

/* Lower case, without accents, full-width and other digits as ASCII: what is compared and counted. */
char *np_typed_fold (const char *text);
/* Folded text into tokens; FALSE where it is no row of words and numbers. */
gboolean np_typed_split (NpDateReader *self, const char *text);
gboolean np_typed_is_word (const NpDateReader *self, int at, const char *word);

/* The date, or one that is not known where the calendar has no such day. */
NpDate np_typed_make (int year, int month, int day);
/* One reading; unclear where the date is not known. */
NpTypedDate np_typed_one (NpDate date);

/* "10.12.2025", "Dec 2025": as the calendar names it */
NpTypedDate np_typed_calendar (NpDateReader *self);
/* "yesterday", "3 months ago": as a distance from today */
NpTypedDate np_typed_distance (const NpDateReader *self);

G_END_DECLS
