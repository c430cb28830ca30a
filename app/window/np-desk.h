/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "np-catalog.h"
#include "np-clinic.h"

G_BEGIN_DECLS

/* What this desk works with: the catalogue, the clinic, and the folders of records and drafts. Loaded off the main thread, so that the
 * window stands before anything is read. */
#define NP_TYPE_DESK (np_desk_get_type ())
G_DECLARE_FINAL_TYPE (NpDesk, np_desk, NP, DESK, GObject)

/* Signal "loaded": what could be read is there, what could not has its problem. */
NpDesk *np_desk_new (const NpClock *clock);
void np_desk_load (NpDesk *self);
gboolean np_desk_is_loaded (NpDesk *self);
NpCatalog *np_desk_get_catalog (NpDesk *self);              /* NULL until loaded, and when it has a problem */
const char *np_desk_get_catalog_problem (NpDesk *self);     /* file, place and what is wrong; NULL = none */
NpClinic *np_desk_get_clinic (NpDesk *self);                /* never NULL once loaded; edit it, then np_desk_save_clinic () */
const char *np_desk_get_clinic_problem (NpDesk *self);
gboolean np_desk_save_clinic (NpDesk *self, GError **error);
const char *np_desk_get_archive (NpDesk *self);
const char *np_desk_get_drafts (NpDesk *self);
const NpClock *np_desk_get_clock (NpDesk *self);

G_END_DECLS
