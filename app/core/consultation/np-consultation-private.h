/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"
#include "np-document-private.h"
#include "np-methods.h"

G_BEGIN_DECLS

/* What the files of the consultation share. */

struct _NpConsultation
{
  GObject parent_instance;
  NpCatalog *catalog;
  const NpClock *clock;       /* borrowed */
  NpLanguage *language;
  JsonNode *document;
  NpReading *reading;
  NpAssessment *assessment;
  JsonNode *undo;             /* before the last edit that voided something; NULL = nothing to take back */
  GPtrArray *voided;          /* what the last edit voided, in words */
};

/* sets the error; always FALSE */
gboolean np_consultation_refuse (GError **error, NpConsultationError code, const char *message);

/* A consultation of a document (transfer full), from which nothing is derived yet. */
NpConsultation *np_consultation_make (NpCatalog *catalog, const NpClock *clock, JsonNode *document);

/* ---- changing ---- */
/* A copy of the document to change and hand to np_consultation_apply (). */
JsonNode *np_consultation_begin (NpConsultation *self);
/* Reads `changed` (transfer full) strictly; when it is right it becomes the document, and what it voids is voided. */
gboolean np_consultation_apply (NpConsultation *self, JsonNode *changed, GError **error);
gboolean np_consultation_apply_undoable (NpConsultation *self, JsonNode *changed, GError **error); /* can be taken back in any case */
/* Reads and assesses the document again after it was changed in place. FALSE when it is not right: then nothing was derived. */
gboolean np_consultation_derive (NpConsultation *self, const char *file, GError **error);
/* Takes out of the document what an edit ended. */
void np_consultation_void (NpConsultation *self, JsonNode *before, gboolean content_changed);
void np_consultation_void_followed (NpConsultation *self);
void np_consultation_void_signed (NpConsultation *self);
/* what a draft of an earlier program says was acknowledged, and was never shown; FALSE where there is nothing of it */
gboolean np_consultation_void_unseen (NpConsultation *self);
void np_consultation_say_voided (NpConsultation *self, const char *of, char *sentence);
/* something for the log that changes nothing else */
void np_consultation_note_log (NpConsultation *self, const char *word, const char *of, const char *detail);
void np_consultation_note_informed (NpConsultation *self);
void np_consultation_fill_in (NpConsultation *self);
void np_consultation_move_to_today (JsonNode *document, const NpCatalog *catalog, const char *today);
gboolean np_consultation_has_passed (NpConsultation *self, const char *today);

/* ---- asking ---- */
gboolean np_consultation_has_text (NpConsultation *self, const char *pointer);
gboolean np_consultation_has_any (NpConsultation *self, const char *pointer);   /* an array or object with something in it */
gboolean np_consultation_holds (NpConsultation *self, const NpRule *rule);
/* answers, lists or checks of an earlier day that have to be given again today */
gboolean np_consultation_is_reopened (NpConsultation *self);
gboolean np_consultation_has_interpreter (NpConsultation *self);
/* FALSE when it was last worked on under another catalogue */
gboolean np_consultation_is_of_this_catalog (NpConsultation *self);
gboolean np_consultation_is_saved (NpConsultation *self);
gboolean np_consultation_is_minor (NpConsultation *self);
gboolean np_consultation_is_blocked (NpConsultation *self);
const NpShownRisk *np_consultation_shown_risk (NpConsultation *self, guint risk);
gboolean np_consultation_was_shown (NpConsultation *self, const char *id, const char *digest /* nullable: in any words */);
gboolean np_consultation_understood (NpConsultation *self, guint teach_back);
/* noting in the document what was told and understood, with the time and the digest of what was said */
char *np_consultation_entry_pointer (const char *folder, const char *id);
gboolean np_consultation_is_noted (NpConsultation *self, const char *folder, const char *id, const char *digest);
JsonNode *np_consultation_make_note (NpConsultation *self, const char *digest);
/* who signs an ending, and how a signature was given */
gboolean np_consultation_signs (NpConsultation *self, NpKind kind, NpRole role);
NpMethod np_consultation_method_of (JsonObject *signature);
/* in /signatures; -1 = this person has not signed */
int np_consultation_signature_position (JsonNode *document, NpRole role);
char *np_consultation_initials_of (const char *name);   /* nullable */
gboolean np_consultation_may_witness (NpConsultation *self, NpRole role, GError **error);
const char *np_consultation_role_label (NpConsultation *self, NpRole role);
const char *np_consultation_say (NpConsultation *self, const NpText *text);

/* of everything that was said or shown, in the language it was shown in */
char *np_consultation_risk_digest (NpConsultation *self, const NpShownRisk *shown);
char *np_consultation_information_digest (NpConsultation *self, guint information);
char *np_consultation_teach_back_digest (NpConsultation *self, guint teach_back);

/* ---- what is still to do ---- */
char *np_consultation_quote (NpConsultation *self, const NpText *text);
void np_todo_add (GPtrArray *todo, NpStep step, char *id, char *message);   /* takes both */
void np_consultation_todo_names (NpConsultation *self, GPtrArray *todo);    /* what any ending needs */
void np_consultation_todo_people (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_plan (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_screening (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_decisions (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_disclosure (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_understanding (NpConsultation *self, GPtrArray *todo);
void np_consultation_todo_signing (NpConsultation *self, GPtrArray *todo);
/* signatures, and the times they rest on, that cannot be true */
void np_consultation_todo_signed (NpConsultation *self, NpKind kind, GPtrArray *todo);
gboolean np_consultation_is_done_until (NpConsultation *self, NpStep last, GError **error);

G_END_DECLS
