/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-date.h"

G_BEGIN_DECLS

/* A compiled predicate over facts, in the notation of the brief's D4. Ids are resolved to positions in the catalogue, so that
 * evaluating it is table look-ups and nothing else. `screening` evaluates; this file only says what a rule is. */

/* The states of a question are bits: its own from 0 in catalogue order, the four that every question may take at the top. */
#define NP_STATE_NO (G_GUINT64_CONSTANT (1) << 60)
#define NP_STATE_DONT_KNOW (G_GUINT64_CONSTANT (1) << 61)
#define NP_STATE_PREFER_NOT_TO_SAY (G_GUINT64_CONSTANT (1) << 62)
#define NP_STATE_NOT_APPLICABLE (G_GUINT64_CONSTANT (1) << 63)
#define NP_STATE_UNSURE (NP_STATE_DONT_KNOW | NP_STATE_PREFER_NOT_TO_SAY)
#define NP_STATE_BIT(index) (G_GUINT64_CONSTANT (1) << (index))
#define NP_MAX_STATES 48
#define NP_MAX_FIELDS 4         /* of one state */

typedef enum {
  NP_TERM_ALWAYS,
  NP_TERM_NOT,                  /* left */
  NP_TERM_AND,                  /* left, right */
  NP_TERM_OR,                   /* left, right */
  NP_TERM_STATES,               /* index = question, mask = states, conditions = all hold of one entry */
  NP_TERM_THIS,                 /* conditions hold of the entry under consideration (waits only) */

  /* of the person and of what was found */
  NP_TERM_TWO_OF,               /* index = question, mask: at least two of the states hold */
  NP_TERM_MEDICINE,             /* mask = one bit, the medicine group */
  NP_TERM_ALLERGY,              /* mask = one bit, the allergy group */
  NP_TERM_ALLERGY_TO_TOPICAL,   /* an allergy group `topical:t` of a topical t in the plan */
  NP_TERM_NO_MEDICINES,
  NP_TERM_NO_ALLERGIES,
  NP_TERM_AGE,                  /* compare, number = years */
  NP_TERM_DATE_IN_FUTURE,
  NP_TERM_FINDING,              /* index = finding: it fires */
  NP_TERM_GO_AHEAD,

  /* of the plan */
  NP_TERM_DEVICE,               /* index */
  NP_TERM_TOPICAL,              /* mask; all bits = any topical */
  NP_TERM_ANAESTHETIC,          /* mask of anaesthetics */
  NP_TERM_MATERIAL,             /* mask of needle materials; all bits = one is stated */
  NP_TERM_FACE,
  NP_TERM_NEAR_EYE,
  NP_TERM_SOME,                 /* mask of indications: some pair has one; all bits = there is a pair */
  NP_TERM_EVERY,                /* mask of indications: there is a pair and every pair has one */
  NP_TERM_AREA,                 /* mask of areas: some pair has one */
  NP_TERM_CHECK,                /* index = plan check: fail or dont-know */
  NP_TERM_DEPTH_OVER_EVALUATED,
  NP_TERM_DEVICE_NAMES_DEPTH,
  NP_TERM_DEVICE_NOT_AUTHORISED,
  NP_TERM_DEVICE_SAYS_AUTHORISED,
  NP_TERM_OUTSIDE_AUTHORISED_USE,
  NP_TERM_AMOUNT,               /* index = NpAmount, compare, number */
} NpTermKind;
#define NP_FIRST_PLAN_TERM NP_TERM_DEVICE
#define NP_N_TERM_KINDS (NP_TERM_AMOUNT + 1)

typedef enum { NP_AMOUNT_GRAMS, NP_AMOUNT_AREA_CM2, NP_AMOUNT_MINUTES } NpAmount;
typedef enum { NP_COMPARE_LESS, NP_COMPARE_AT_MOST, NP_COMPARE_EQUAL, NP_COMPARE_NOT, NP_COMPARE_AT_LEAST, NP_COMPARE_MORE } NpCompare;

typedef enum {
  NP_CONDITION_PRESENT,    /* yes-no: true */
  NP_CONDITION_MISSING,
  NP_CONDITION_WORD,       /* compare EQUAL or NOT, mask = option bits */
  NP_CONDITION_NUMBER,     /* compare, number */
  NP_CONDITION_DATE,       /* field `compare` (`anchor` + interval), or (field + interval) on the left */
  NP_CONDITION_IN_TOPICALS
} NpConditionKind;

typedef enum { NP_ANCHOR_PLANNED, NP_ANCHOR_ASSESSED } NpAnchor;

/* `field compare anchor + interval`; where the rule was written `planned < on + 3 m` the interval stands with the field. */
typedef struct
{
  NpConditionKind kind;
  guint8 field;            /* position among the fields of the state */
  NpCompare compare;
  gint32 number;
  guint64 mask;
  NpAnchor anchor;
  NpInterval field_plus;   /* added to the field */
  NpInterval anchor_plus;  /* added to the anchor */
} NpCondition;

typedef struct
{
  NpTermKind kind;
  NpCompare compare;
  guint16 index;
  guint16 left, right;           /* positions in `terms` */
  guint16 conditions, n_conditions;
  gint32 number;
  guint64 mask;
} NpTerm;

typedef struct
{
  NpTerm *terms;                 /* the last one is the root; NULL where n_terms is 0 */
  guint16 n_terms;
  NpCondition *conditions;
  guint16 n_conditions;
  guint64 needs;                 /* np_rule_find_needs () */
  char *text;                    /* as written, for people */
} NpRule;

/* What a rule can need to hold: a bit per question, and the lists. */
#define NP_NEED_QUESTIONS 62
#define NP_NEED_MEDICINES NP_STATE_BIT (62)
#define NP_NEED_ALLERGIES NP_STATE_BIT (63)

static inline gboolean
np_rule_is_set (const NpRule *rule)
{
  return rule->n_terms > 0;
}

void np_rule_clear (NpRule *rule);
guint64 np_rule_find_needs (const NpRule *rule);

G_END_DECLS
