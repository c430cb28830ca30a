/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-consultation.h"

G_BEGIN_DECLS

/* Drafts on disk: XDG_DATA_HOME/needlepoint/drafts (0700), files named by id. */
typedef struct { char *id, *path, *initials; GDateTime *changed_at; gboolean readable; } NpDraftInfo;
void np_draft_info_free (NpDraftInfo *self);

char *np_drafts_folder (void);
char *np_drafts_path (const char *folder, const char *id);
GPtrArray *np_drafts_list (const char *folder);                          /* NpDraftInfo, newest first */
gboolean np_drafts_save (const char *folder, NpConsultation *consultation, GError **error);
gboolean np_drafts_remove (const char *folder, const char *id, GError **error);

/* Saves a consultation's draft within a second of each change, for as long as it lives. "failed" (GError) when that did not work. */
#define NP_TYPE_DRAFT_KEEPER (np_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (NpDraftKeeper, np_draft_keeper, NP, DRAFT_KEEPER, GObject)
NpDraftKeeper *np_draft_keeper_new (NpConsultation *consultation, const char *folder);
gboolean np_draft_keeper_flush (NpDraftKeeper *self, GError **error);
void np_draft_keeper_stop (NpDraftKeeper *self);                         /* no further saves */

G_END_DECLS
