/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* Walks a consultation from step to step as staff would, with obviously made-up people. Everything that is refused ends the test. */

#define NP_WALK_NOW "2026-03-10T09:15:00+01:00"

NpCatalog *np_walk_catalog (void);                                        /* the shipped one; loaded once */
NpConsultation *np_walk_new (NpClock *clock);

/* a value as JSON text, as "\"pen\"" or "[]" */
void np_walk_set (NpConsultation *self, const char *pointer, const char *json);
/* an answer's states as JSON text, as "[{'is':'no'}]"; single quotes stand for double ones */
gboolean np_walk_try_answer (NpConsultation *self, const char *question, const char *states, GError **error);
void np_walk_answer (NpConsultation *self, const char *question, const char *states);

void np_walk_people (NpConsultation *self, const char *born);             /* with a guardian when born after 2008 */
void np_walk_plan (NpConsultation *self, const char *indication, const char *device);
void np_walk_screening (NpConsultation *self);                            /* everything that is open: no, or the untroubled answer */
void np_walk_decisions (NpConsultation *self, NpVerdict verdict);         /* every one that is still to be made */
void np_walk_disclosure (NpConsultation *self);
void np_walk_understanding (NpConsultation *self);
void np_walk_sign (NpConsultation *self, NpRole role);                    /* typed */
void np_walk_sign_all (NpConsultation *self, NpKind kind);
/* from the beginning to the point where only the ending is left */
void np_walk_to_signing (NpConsultation *self);

/* what the log holds of a word */
guint np_walk_count_log (NpConsultation *self, const char *word);

G_END_DECLS
