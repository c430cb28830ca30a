/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-facts.h"

G_BEGIN_DECLS

/* What follows from the facts (brief 0.4, design 3). Worst last, so that a larger value is a worse outcome. */
typedef enum { NP_OUTCOME_PROCEED, NP_OUTCOME_INCOMPLETE, NP_OUTCOME_REFER, NP_OUTCOME_DEFER, NP_OUTCOME_DO_NOT_PROCEED } NpOutcome;
extern const char *const np_outcome_words[];             /* "proceed", "incomplete", "refer", "defer", "do-not-proceed" */

typedef enum { NP_VERDICT_GO_AHEAD, NP_VERDICT_WAIT, NP_VERDICT_DO_NOT_TREAT } NpVerdict;
extern const char *const np_verdict_words[];             /* "go-ahead", "wait", "do-not-treat" */

/* A clinician's word on one finding, as far as the assessment reads it. */
typedef struct { guint16 finding; NpVerdict verdict; const char *basis; /* see np_assessment_basis (); NULL = counts */ } NpRuling;

/* Where a finding came from: a question, or one of the others. */
typedef enum { NP_CAUSE_QUESTION, NP_CAUSE_MEDICINES, NP_CAUSE_ALLERGIES, NP_CAUSE_AGE, NP_CAUSE_PLAN, NP_CAUSE_CHECK, NP_CAUSE_FINDING } NpCauseKind;
/* `index`: the question, medicine or allergy group, check or finding. For the plan it is the NpTermKind that names what of it. */
typedef struct
{
  NpCauseKind kind;
  guint16 index;
  gint16 entry;                /* of the answer, -1 = the answer as a whole; of the plan, which part */
  NpDay clear_date;
} NpCause;
#define NP_CAUSE_EMPTY_LIST G_MAXUINT16   /* index of a list that is there and says "none" */

typedef struct
{
  guint16 finding;
  NpClass class;             /* as it counts here, device label included */
  NpClass effective;         /* after a decision: what the outcome sees */
  gboolean by_label;         /* raised to absolute by the device's label */
  gboolean counts;           /* FALSE when a go-ahead took it out of the outcome */
  int ruling;                /* position in the rulings given, or -1 */
  gboolean ruling_allowed;   /* a go-ahead may be recorded here */
  NpDay clear_date;          /* NP_DAY_NONE = no date */
  guint16 trigger;           /* the first that fired */
  const NpCause *causes;
  guint16 n_causes;
} NpFired;

typedef struct { guint16 finding; NpDay clear_date; const NpCause *causes; guint16 n_causes; } NpMet;
typedef struct { guint16 risk; const guint16 *because; /* findings */ guint16 n_because; } NpShownRisk;
typedef struct { guint16 finding, change; } NpRemedy;
typedef enum { NP_OPEN_QUESTION, NP_OPEN_CHECK, NP_OPEN_MEDICINES, NP_OPEN_ALLERGIES, NP_OPEN_PLAN } NpOpenKind;
typedef enum { NP_PLAN_TREAT, NP_PLAN_DEVICE, NP_PLAN_ANAESTHETIC } NpPlanPart;   /* index of NP_OPEN_PLAN */
typedef struct { NpOpenKind kind; guint16 index; } NpOpen;

typedef struct
{
  const NpCatalog *catalog;
  NpOutcome outcome;
  NpDay clear_date;                        /* only for DEFER, when every deferral that counts has one */
  gboolean for_signature;                  /* the outcome is PROCEED */
  const NpFired *findings; guint n_findings;         /* catalogue order */
  const NpMet *met; guint n_met;
  const NpShownRisk *risks; guint n_risks;           /* catalogue order */
  const NpOpen *unanswered; guint n_unanswered;
  const NpRemedy *remedies; guint n_remedies;
  gpointer memory;                         /* private */
} NpAssessment;

/* Pure: the same facts and rulings give the same assessment. The result refers to the catalogue only. */
NpAssessment *np_assess (const NpFacts *facts, const NpRuling *rulings, guint n_rulings);
void np_assessment_free (NpAssessment *self);

const NpFired *np_assessment_find (const NpAssessment *self, guint finding);
/* Whether a rule of the catalogue holds, of what is told, waited or asked beside the assessment; one that is not set holds. */
gboolean np_assessment_holds (const NpAssessment *self, const NpFacts *facts, const NpRule *rule);
/* What a decision on this finding stands on: its class and the facts that caused it, as one canonical line. A decision ends when this
 * changes. */
char *np_assessment_basis (const NpFacts *facts, const NpFired *fired);
/* The assessment as design.md section 3 writes it, what is waited for in `language`. `decisions` (nullable): finding id -> JsonObject to
 * stand under "decision". */
JsonNode *np_assessment_to_json (const NpAssessment *self, const NpLanguage *language, GHashTable *decisions);
/* "isotretinoin", "medicines", "allergies", "age", "plan", "check:depth", ... */
char *np_cause_id (const NpCatalog *catalog, const NpCause *cause);
char *np_open_id (const NpCatalog *catalog, const NpOpen *open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpAssessment, np_assessment_free)

G_END_DECLS
