/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "np-clinic.h"
#include "np-document.h"

G_BEGIN_DECLS

/* One consultation in progress. Owns the document, the order of the steps, what blocks a step, what an edit voids, and the log.
 * Pages are views on it. */

typedef enum {
  NP_STEP_PEOPLE, NP_STEP_PLAN, NP_STEP_SCREENING, NP_STEP_DECISIONS, NP_STEP_DISCLOSURE, NP_STEP_UNDERSTANDING, NP_STEP_SIGNING, NP_STEP_SAVED
} NpStep;
#define NP_N_STEPS 8
extern const char *const np_step_words[];

typedef enum {
  NP_STEP_STATE_DONE,
  NP_STEP_STATE_OPEN,      /* something is still to do here */
  NP_STEP_STATE_BLOCKED    /* an earlier step has to be done first, or the outcome forbids it */
} NpStepState;

typedef enum {
  NP_CONSULTATION_ERROR_INVALID,     /* the change would make the document invalid */
  NP_CONSULTATION_ERROR_NOT_NOW,     /* not permitted at this step */
  NP_CONSULTATION_ERROR_NOT_ALLOWED  /* never permitted, as overriding an absolute finding */
} NpConsultationError;
#define NP_CONSULTATION_ERROR (np_consultation_error_quark ())
GQuark np_consultation_error_quark (void);

/* Something still to do: where, what, and in words. `id` is what a page focuses: a JSON pointer into the document. */
typedef struct { NpStep step; char *id; char *message; } NpTodo;
void np_todo_free (NpTodo *self);

#define NP_TYPE_CONSULTATION (np_consultation_get_type ())
/* Signals: "changed" (no arguments); "voided" (GStrv: what was voided, in words). */
G_DECLARE_FINAL_TYPE (NpConsultation, np_consultation, NP, CONSULTATION, GObject)

NpConsultation *np_consultation_new (NpCatalog *catalog, const NpClock *clock, const char *language);
/* A file or a draft. A draft of another day or another catalogue becomes today's: assessed_on, on-the-day questions reopened, what was
 * shown from changed text voided, unknown ids listed (`as_draft` TRUE). A file is taken as it stands (`as_draft` FALSE). */
NpConsultation *np_consultation_open (NpCatalog *catalog, const NpClock *clock, JsonNode *document, const char *file, gboolean as_draft, GError **error);
NpConsultation *np_consultation_open_file (NpCatalog *catalog, const NpClock *clock, const char *path, gboolean as_draft, GError **error);

JsonNode *np_consultation_get_document (NpConsultation *self);            /* (transfer none): read only */
const NpFacts *np_consultation_get_facts (NpConsultation *self);
const NpAssessment *np_consultation_get_assessment (NpConsultation *self);
const NpCatalog *np_consultation_get_catalog (NpConsultation *self);
const NpLanguage *np_consultation_get_language (NpConsultation *self);
const NpClock *np_consultation_get_clock (NpConsultation *self);
const char *np_consultation_get_id (NpConsultation *self);
const char *np_consultation_get_string (NpConsultation *self, const char *pointer);   /* NULL when absent */
gboolean np_consultation_get_bool (NpConsultation *self, const char *pointer);
gint64 np_consultation_get_int (NpConsultation *self, const char *pointer, gint64 otherwise);
JsonNode *np_consultation_get (NpConsultation *self, const char *pointer);            /* (transfer none) (nullable) */

/* The plain edits. Text is cleaned (np_json_clean_text); empty text removes the member. */
gboolean np_consultation_set (NpConsultation *self, const char *pointer, JsonNode *value /* (transfer full) (nullable) */, GError **error);
gboolean np_consultation_set_string (NpConsultation *self, const char *pointer, const char *text, GError **error);

/* Screening */
gboolean np_consultation_answer (NpConsultation *self, guint question, JsonArray *states /* (transfer full) */, GError **error);
gboolean np_consultation_answer_word (NpConsultation *self, guint question, const char *state, GError **error);   /* one bare state, as "no" */
gboolean np_consultation_clear_answer (NpConsultation *self, guint question, GError **error);
gboolean np_consultation_answer_group_no (NpConsultation *self, guint group, GError **error);   /* the open ones of the group; logged as one act */
gboolean np_consultation_group_takes_no (NpConsultation *self, guint group); /* there is a question for it */
gboolean np_consultation_is_answered (NpConsultation *self, guint question);   /* today, where it is asked on the day */
void np_consultation_count_answers (NpConsultation *self, guint *answered, guint *asked);

/* Decisions */
gboolean np_consultation_decide (NpConsultation *self, guint finding, NpVerdict verdict, const char *name, const char *role, const char *reason,
                                 JsonObject *outside /* (transfer full) (nullable) */, GError **error);
gboolean np_consultation_undecide (NpConsultation *self, guint finding, GError **error);
JsonObject *np_consultation_get_decision (NpConsultation *self, guint finding);   /* (transfer none) (nullable) */
JsonNode *np_consultation_assessment_json (NpConsultation *self);                 /* (transfer full): with the decisions in it */

/* Disclosure and understanding */
/* logs that all of it was in view as it reads now: what was not shown is not acknowledged */
void np_consultation_show_risk (NpConsultation *self, guint risk);
gboolean np_consultation_acknowledge (NpConsultation *self, guint risk, gboolean acknowledged, GError **error);
gboolean np_consultation_is_acknowledged (NpConsultation *self, guint risk);
gboolean np_consultation_tell (NpConsultation *self, guint information, gboolean told, GError **error);
gboolean np_consultation_is_told (NpConsultation *self, guint information);
gboolean np_consultation_applies_information (NpConsultation *self, guint information);
gboolean np_consultation_applies_alternative (NpConsultation *self, const NpItem *alternative /* of an indication */);
gboolean np_consultation_applies_aftercare (NpConsultation *self, guint aftercare);
gboolean np_consultation_applies_teach_back (NpConsultation *self, guint teach_back);
gboolean np_consultation_teach_back (NpConsultation *self, guint teach_back, const char *result, GError **error);
/* the cooling-off in force: hours, and the earliest time; FALSE while not informed */
int np_consultation_cooling_off_hours (NpConsultation *self);
const NpCoolingOff *np_consultation_cooling_off (NpConsultation *self);
gboolean np_consultation_is_early (NpConsultation *self);

/* Ending and signing */
gboolean np_consultation_may_end (NpConsultation *self, NpKind kind, GError **error);   /* why not, as an error */
gboolean np_consultation_set_ending (NpConsultation *self, NpKind kind, const char *reason, GError **error);
gboolean np_consultation_clear_ending (NpConsultation *self, GError **error);
gboolean np_consultation_get_ending (NpConsultation *self, NpKind *kind);
/* who signs this ending, in order; each as NpRole. `offered` roles may decline. */
GArray *np_consultation_signers (NpConsultation *self, NpKind kind);
gboolean np_consultation_role_may_decline (NpConsultation *self, NpKind kind, NpRole role);
char *np_consultation_signer_name (NpConsultation *self, NpRole role);
gboolean np_consultation_confirm_identity (NpConsultation *self, GError **error);
/* `signature` holds method and what the method needs; role, name, time, attestation and meaning are filled in */
gboolean np_consultation_sign (NpConsultation *self, NpRole role, JsonObject *signature /* (transfer full) */, GError **error);
gboolean np_consultation_clear_signature (NpConsultation *self, NpRole role, GError **error);
JsonObject *np_consultation_get_signature (NpConsultation *self, NpRole role);    /* (transfer none) (nullable) */
/* what the patient was given to take along (record rule 21) */
gboolean np_consultation_hand_over (NpConsultation *self, const char *what, const char *version /* (nullable) */, GError **error);
gboolean np_consultation_take_back_handed (NpConsultation *self, guint position, GError **error);
gboolean np_consultation_is_ready (NpConsultation *self, GError **error);         /* to be saved as a record */

/* Steps */
NpStepState np_consultation_step_state (NpConsultation *self, NpStep step);
GPtrArray *np_consultation_todo (NpConsultation *self, NpStep step);              /* NpTodo, in page order; (transfer full) */
void np_consultation_log (NpConsultation *self, const char *word, const char *of);

/* What an edit would void, in words, without doing it (the edit runs on a copy); and taking back the last edit that voided something. */
typedef gboolean (*NpEdit) (NpConsultation *consultation, gpointer data, GError **error);
GStrv np_consultation_consequences (NpConsultation *self, NpEdit edit, gpointer data);
GStrv np_consultation_get_voided (NpConsultation *self);   /* by the last edit, or by resuming the draft */
gboolean np_consultation_can_undo (NpConsultation *self);
void np_consultation_undo (NpConsultation *self);

G_END_DECLS
