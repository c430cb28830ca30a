/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-language.h"
#include "np-problems.h"
#include "np-rule.h"

G_BEGIN_DECLS

/* The clinical catalogue in memory: what data/catalog/ says, checked and with every id resolved. Immutable once loaded. Strings and
 * arrays belong to the catalogue. A text that an entry does not have has a NULL source. */

typedef struct { const char *const *tags; guint n_tags; } NpEvidence;
/* one named sentence or word; `roles`: 1 << NpRole, 0 = for all; `when`: for whom, unset = for everybody */
typedef struct { const char *id; NpText text; guint roles; NpRule when; } NpItem;
typedef struct { const NpItem *items; guint n_items; } NpItems;

typedef enum { NP_CLASS_ADVISORY, NP_CLASS_RELATIVE, NP_CLASS_DEFERRAL, NP_CLASS_ABSOLUTE } NpClass;
typedef enum { NP_DECIDE_NONE, NP_DECIDE_INTERNAL, NP_DECIDE_EXTERNAL, NP_DECIDE_OVERRIDE } NpDecisionBy;
typedef enum { NP_FIELD_DATE, NP_FIELD_TEXT, NP_FIELD_INTEGER, NP_FIELD_YES_NO, NP_FIELD_ONE_OF, NP_FIELD_SOME_OF } NpFieldType;
typedef enum { NP_KIND_CONSENT, NP_KIND_REFUSAL, NP_KIND_POSTPONEMENT, NP_KIND_NOT_SUITABLE } NpKind;
typedef enum { NP_ROLE_PATIENT, NP_ROLE_GUARDIAN, NP_ROLE_MINOR, NP_ROLE_INTERPRETER, NP_ROLE_WITNESS, NP_ROLE_PRACTITIONER } NpRole;
#define NP_N_ROLES 6
typedef enum { NP_FREQUENCY_EXPECTED, NP_FREQUENCY_COMMON, NP_FREQUENCY_SOME, NP_FREQUENCY_UNCOMMON, NP_FREQUENCY_RARE, NP_FREQUENCY_VERY_RARE, NP_FREQUENCY_UNKNOWN } NpFrequency;

/* the words these stand as in JSON, NULL-terminated, in the order of the enums */
extern const char *const np_class_words[];      /* "advisory", "relative", "deferral", "absolute" */
extern const char *const np_decision_by_words[];
extern const char *const np_field_type_words[];
extern const char *const np_kind_words[];       /* "consent", "refusal", "postponement", "not-suitable" */
extern const char *const np_role_words[];
extern const char *const np_frequency_words[];

typedef struct { const char *code; NpText title; NpEvidence evidence; } NpDiagnosisCode;
typedef struct
{
  const char *id;
  NpText name, explain, sessions, interval, result_when, benefit, evidence_text, evidence_brief, no_treatment, cautions;
  int sessions_min, sessions_max, interval_days;
  const char *evidence_strength;
  NpItems alternatives;
  const NpDiagnosisCode *codes;
  guint n_codes;
  NpEvidence evidence;
} NpIndication;
typedef struct { const char *id; guint64 mask; } NpSet;              /* named sets of indications */

typedef struct { const char *id; int min_um, max_um, scar_max_um; NpText note; NpEvidence evidence; } NpDepthRow;
typedef struct { const char *id; NpText name, note; gboolean face, near_eye; int depth_row; /* -1 = none */ NpEvidence evidence; } NpArea;

typedef struct { guint16 indication; int area; /* -1 = any face area */ } NpUse;
typedef enum { NP_AUTHORISED_UNSTATED, NP_AUTHORISED_YES, NP_AUTHORISED_NO } NpAuthorised;
typedef struct
{
  const char *id;
  NpText name, what, geometry, single_use, risk_summary;
  const char *make, *model;                                           /* from the clinic's overlay; nullable */
  NpItems checks;
  int evaluated_depth_um;                                             /* 0 = not named */
  NpAuthorised authorised;
  const NpUse *uses;
  guint n_uses;
  const guint16 *label_contraindications;                             /* findings */
  guint n_label_contraindications;
  NpEvidence evidence;
} NpDevice;
typedef struct { const char *id; NpText ask, fail; NpRule when; gboolean on_the_day; NpEvidence evidence; } NpPlanCheck;

typedef struct { const char *id; NpText name, why, check; NpEvidence evidence; } NpProduct;   /* a topical or an anaesthetic */
typedef struct { const char *id; NpText name; const char *const *words; gboolean skin, severe; int topical; /* -1 */ } NpWordGroup;

typedef struct
{
  const char *id;
  NpText label;
  NpFieldType type;
  gboolean needed, future, full, rounds_first, from_topicals;
  const char *unit;
  int least, most;
  NpItems options;
} NpField;
typedef struct
{
  const char *id;
  NpText label, brief;              /* `short` in the file */
  gboolean record_only;
  int interpreter_field;            /* who interprets sets this state, and the field takes the name; -1 = not this state */
  const NpField *fields; guint n_fields;
} NpState;
typedef struct { const char *id; NpText title, all_no; } NpQuestionGroup;
typedef struct
{
  const char *id, *number;
  guint16 group;
  NpText topic, ask, why, staff, no_label, beside;
  gboolean by_patient, by_staff, in_private, confidential, on_the_day, is_birth_date, takes_no, takes_not_applicable;
  NpRule when;
  NpRule by_itself;                 /* while it holds, the "no" to the whole group does not answer this question; unset = never */
  guint64 alone, needs_one_of;      /* states */
  const NpState *states;
  guint n_states;
  NpEvidence evidence;
} NpQuestion;

typedef struct { NpClass is; NpRule when; } NpClassCase;
typedef struct { NpInterval interval; NpRule when; } NpWait;
typedef struct { const char *id; NpRule when; NpText says; } NpTrigger;
typedef struct { guint16 change; NpRule when; } NpLift;
typedef struct { guint16 risk; NpRule when; } NpDisclosure;
typedef struct
{
  const char *id;
  NpText title, reason, waiting_for, action, patient, decides;
  const NpClassCase *classes; guint n_classes;    /* the first whose rule holds; none holding = the finding does not fire */
  const NpTrigger *triggers; guint n_triggers;    /* fires when any does */
  const NpWait *waits; guint n_waits;
  const NpLift *lifts; guint n_lifts;
  const NpDisclosure *discloses; guint n_discloses;
  NpDecisionBy decision;
  NpText settle_ask; NpItems settle_answers;      /* what a decision to go ahead has to settle; no answers = nothing */
  NpRule override_unless;
  gboolean seed;
  gboolean clinic_changed;                        /* milder, shorter or fewer risks than the catalogue: "changed by the clinic" */
  NpEvidence evidence;
} NpFinding;

/* a finding that discloses a risk, and its rule for doing so */
typedef struct { guint16 finding; const NpRule *when; } NpDiscloser;
typedef struct
{
  const char *id;
  guint16 group;
  NpText title, what, how_often, often_brief, how_long, what_to_do, staff_note;
  NpFrequency frequency;
  gboolean serious;
  NpRule when;
  const NpDiscloser *disclosers; guint n_disclosers;   /* in the order of the findings */
  gboolean clinic_changed;
  NpEvidence evidence;
} NpRisk;

/* Some texts say only half of what is told with them: "what else you could do" is told with the options of this plan's
 * conditions. When that other half changes, they have to be told again. */
typedef enum
{
  NP_TOLD_WITH_CONDITIONS = 1 << 0,
  NP_TOLD_WITH_DEVICE = 1 << 1,         /* and its products */
  NP_TOLD_WITH_ANAESTHETIC = 1 << 2,
  NP_TOLD_WITH_PERSONAL_RISKS = 1 << 3, /* those that are there because of this person */
  NP_TOLD_WITH_AFTERCARE = 1 << 4,
  NP_TOLD_WITH_TIME_TO_THINK = 1 << 5,
  NP_TOLD_WITH_PRACTITIONER = 1 << 6
} NpToldWith;
extern const char *const np_told_with_words[];   /* "conditions", "device" ...; bit by bit */

/* `brief`: what the sheet prints of it, where the whole is too long for paper; `section`: of the sheet, which it opens; NULL = it stands
 * with the rest of the information */
typedef struct { const char *id; NpText title, text, brief; const char *section; NpToldWith told_with; NpRule when; NpEvidence evidence; } NpInformation;
extern const char *const np_section_words[];   /* "expect", "risks", "alternatives" ...: labels of headings; and "record": kept in the record and not printed */
typedef struct { const char *id; NpText title, avoid, act; /* `do` in the file */ NpRule when; NpEvidence evidence; } NpAftercare;
typedef struct { const char *id; NpText title, message; NpItems signs; NpEvidence evidence; } NpRedFlag;
typedef struct { const char *id; int hours; NpText reason; NpRule when; NpEvidence evidence; gboolean clinic_changed; } NpCoolingOff;
typedef struct { const char *id; NpText ask, listen_for, explain; NpToldWith told_with; NpRule when; NpEvidence evidence; } NpTeachBack;
typedef struct { const char *id; NpKind kind; NpRole role; NpText meaning, text; NpEvidence evidence; } NpAttestation;
typedef struct { const char *key, *page; } NpSource;

/* one entry of the overlay and who approved it; `id`: of the entry, NULL for the texts of a file; softer: it makes something milder,
 * shorter or fewer than the catalogue has it */
typedef struct { const char *what, *id, *name, *role, *date; gboolean softer; } NpApproval;

/* A finding's turn to be looked at: it does not fire unless something was told of what it needs (np_rule_find_needs (); 0 = it may). */
typedef struct { guint64 needs; guint16 finding; } NpTurn;

typedef struct _NpCatalog NpCatalog;
struct _NpCatalog
{
  gatomicrefcount refs;
  const char *id, *version, *language;
  char *digest;                     /* SHA-256, hex, over all files in canonical form */
  char *overlay_id, *overlay_version, *overlay_digest, *merged_digest;   /* NULL without an overlay */
  const NpApproval *approvals; guint n_approvals;
  NpText title, notice, opening, not_treatment_consent, teach_back_intro, before_signing, ink;
  const NpSource *sources; guint n_sources;

  const NpIndication *indications; guint n_indications;
  const NpSet *sets; guint n_sets;
  const NpDepthRow *depth_rows; guint n_depth_rows;
  const NpArea *areas; guint n_areas;
  const NpDevice *devices; guint n_devices;
  NpItems needle_materials;
  const NpPlanCheck *plan_checks; guint n_plan_checks;
  const NpProduct *topicals; guint n_topicals;
  const NpProduct *anaesthetics; guint n_anaesthetics;    /* the first is `none` */
  NpItems treatment_steps, product_limits;
  const NpWordGroup *medicine_groups; guint n_medicine_groups;
  const NpWordGroup *allergy_groups; guint n_allergy_groups;
  const NpQuestionGroup *question_groups; guint n_question_groups;
  const NpQuestion *questions; guint n_questions;
  const NpFinding *findings; guint n_findings;            /* in the order of the file */
  const NpTurn *turns;                                    /* n_findings: each after the findings its rules name */
  NpItems changes;
  NpItems risk_groups;
  const NpRisk *risks; guint n_risks;
  const NpText *removed_risks; guint n_removed_risks;     /* titles of those that the clinic took out */
  guint n_disclosers;                                     /* of all risks */
  const NpInformation *information; guint n_information;
  const NpAftercare *aftercare; guint n_aftercare;
  const NpRedFlag *red_flags; guint n_red_flags;
  const NpCoolingOff *cooling_off; guint n_cooling_off;
  NpItems photographs;
  const NpTeachBack *teach_back; guint n_teach_back;
  const NpAttestation *attestations; guint n_attestations;
  NpItems relationships, identified_by, copies, roles;
  NpItems labels;                                         /* sheet.json */

  GHashTable *by_id[16];                                  /* private: per table, id -> position + 1 */
  GPtrArray *owned;                                       /* private: memory */
  GPtrArray *documents;                                   /* private: the JSON that ids and texts are borrowed from */
  GArray *texts;                                          /* private: every text, in the order of the files */
};

/* Loads and checks `folder` (nullable: the installed data) with the clinic's `overlay` file (nullable). NULL with the first problem as
 * an error; with `problems` (nullable) all of them are there. */
NpCatalog *np_catalog_load (const char *folder, const char *overlay, NpProblems *problems, GError **error);
NpCatalog *np_catalog_ref (NpCatalog *self);
void np_catalog_unref (NpCatalog *self);
/* NEEDLEPOINT_DATA, or where the data is installed, + "catalog" */
char *np_catalog_default_folder (void);
/* the digest that records name: of the merged result where there is an overlay */
const char *np_catalog_effective_digest (const NpCatalog *self);

/* Positions by id, -1 where there is none. */
int np_catalog_find_question (const NpCatalog *self, const char *id);
int np_catalog_find_state (const NpQuestion *question, const char *id);
int np_catalog_find_field (const NpState *state, const char *id);
/* the state that says that an interpreter is needed; FALSE where no question asks */
gboolean np_catalog_find_interpreter (const NpCatalog *self, guint *question, guint *state);
int np_catalog_find_finding (const NpCatalog *self, const char *id);
int np_catalog_find_risk (const NpCatalog *self, const char *id);
int np_catalog_find_indication (const NpCatalog *self, const char *id);
int np_catalog_find_area (const NpCatalog *self, const char *id);
int np_catalog_find_device (const NpCatalog *self, const char *id);
int np_catalog_find_topical (const NpCatalog *self, const char *id);
int np_catalog_find_anaesthetic (const NpCatalog *self, const char *id);
int np_catalog_find_plan_check (const NpCatalog *self, const char *id);
int np_catalog_find_medicine_group (const NpCatalog *self, const char *id);
int np_catalog_find_allergy_group (const NpCatalog *self, const char *id);
int np_items_find (const NpItems *items, const char *id);
/* a label of sheet.json; a programming error when there is none */
const NpText *np_catalog_label (const NpCatalog *self, const char *id);
const NpAttestation *np_catalog_attestation (const NpCatalog *self, NpKind kind, NpRole role);

/* Every text once, in the order of the files, with what it is for: for `catalog messages` and for coverage. */
typedef void (*NpTextFunc) (const NpText *text, gboolean for_patient, const char *purpose, gpointer data);
void np_catalog_foreach_text (const NpCatalog *self, NpTextFunc func, gpointer data);
/* the .pot */
char *np_catalog_messages (const NpCatalog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpCatalog, np_catalog_unref)

G_END_DECLS
