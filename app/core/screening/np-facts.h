/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-catalog.h"

G_BEGIN_DECLS

/* Everything a consultation knows, as data that rules can read: plan, answers, lists, age, dates. Plain data, no rules here. */

/* From here on people sign for themselves (brief, F-cooling-off and D2 "age-under-18"). */
#define NP_ADULT_AGE 18

typedef union
{
  struct { NpDate date; NpDay first, last; /* days that it can mean */ };
  gint32 number;
  guint64 options;
  gboolean yes;
  guint32 mark;                         /* of a text */
} NpFieldValue;
typedef struct
{
  guint8 state;                         /* position in the question */
  guint8 present;                       /* bit per field */
  NpFieldValue value[NP_MAX_FIELDS];    /* what a text says is no fact: only its mark */
} NpEntry;
typedef struct
{
  guint64 states;                       /* 0 = unanswered */
  NpEntry *entries;                     /* one per state of the question's own, in the order given */
  guint16 n_entries;
} NpAnswerFacts;

typedef enum { NP_CHECK_UNANSWERED, NP_CHECK_PASS, NP_CHECK_FAIL, NP_CHECK_DONT_KNOW } NpCheckResult;
extern const char *const np_check_words[];   /* "pass", "fail", "dont-know" (from NP_CHECK_PASS on) */

typedef struct { guint16 indication, area; gint32 depth_um; /* 0 = not chosen */ gboolean near_eye; /* marked by staff */ } NpPair;

#define NP_MAX_PAIRS 32
#define NP_MAX_GROUPS 64
typedef struct
{
  const NpCatalog *catalog;             /* borrowed */
  NpDay assessed_on, planned_on;        /* planned_on NP_DAY_NONE = assessed_on */
  NpDay born;                           /* last possible day; NP_DAY_NONE = unanswered */
  NpPair pairs[NP_MAX_PAIRS];
  guint n_pairs;
  int device;                           /* -1 = not chosen */
  int material;                         /* -1 = not stated */
  guint64 topicals;
  int anaesthetic;                      /* -1 = not chosen, 0 = none */
  gint32 amounts[3];                    /* NpAmount; -1 = not given */
  NpCheckResult *checks;                /* n_plan_checks */
  gboolean medicines_known, allergies_known;
  guint n_medicines, n_allergies;
  guint64 medicine_groups, allergy_groups;
  guint32 medicine_marks[NP_MAX_GROUPS], allergy_marks[NP_MAX_GROUPS];   /* per group: which names are in it */
  NpAnswerFacts *answers;               /* n_questions */
} NpFacts;

NpFacts *np_facts_new (const NpCatalog *catalog, NpDay assessed_on);
NpFacts *np_facts_copy (const NpFacts *self);
void np_facts_free (NpFacts *self);

/* Adding to an answer. `np_facts_add_state` returns the entry so that fields can be filled; NULL for the four common states. */
void np_facts_clear_answer (NpFacts *self, guint question);
void np_facts_add_common (NpFacts *self, guint question, guint64 common_state);
NpEntry *np_facts_add_state (NpFacts *self, guint question, guint state);
void np_entry_set_date (NpEntry *entry, guint field, NpDate date);
void np_entry_set_number (NpEntry *entry, guint field, gint32 number);
void np_entry_set_options (NpEntry *entry, guint field, guint64 options);
void np_entry_set_yes (NpEntry *entry, guint field, gboolean yes);
void np_entry_set_text (NpEntry *entry, guint field, const char *text);   /* its mark, so that a change of it is seen */

/* The groups that a name belongs to: whole words, without regard to case (brief D3). */
guint64 np_facts_medicine_groups (const NpCatalog *catalog, const char *name, gboolean on_skin);
guint64 np_facts_allergy_groups (const NpCatalog *catalog, const char *substance, gboolean severe);
/* One more entry of a list, in these groups; and the list as not asked. */
void np_facts_add_medicine (NpFacts *self, const char *name, guint64 groups);
void np_facts_add_allergy (NpFacts *self, const char *substance, guint64 groups);
void np_facts_clear_medicines (NpFacts *self);
void np_facts_clear_allergies (NpFacts *self);

NpDay np_facts_planned (const NpFacts *self);
int np_facts_age (const NpFacts *self);                  /* -1 = unanswered */
/* switched on by the plan */
gboolean np_facts_asks_question (const NpFacts *self, guint question);
gboolean np_facts_asks_check (const NpFacts *self, guint check);
gboolean np_facts_question_answered (const NpFacts *self, guint question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpFacts, np_facts_free)

G_END_DECLS
