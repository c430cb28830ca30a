/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "np-clock.h"

G_BEGIN_DECLS

/* The clinic's details and its practitioners: clinic.json in the archive folder. */
typedef struct { char *id, *name, *role, *registration; gboolean retired; } NpPractitioner;

typedef struct
{
  char *name, *address, *phone, *urgent_phone, *out_of_hours;
  GPtrArray *practitioners;     /* NpPractitioner */
} NpClinic;

NpClinic *np_clinic_new (void);
void np_clinic_free (NpClinic *self);
/* where records and clinic.json live: NEEDLEPOINT_ARCHIVE, else XDG_DATA_HOME/needlepoint/archive */
char *np_clinic_default_archive (void);
/* a missing file is an empty clinic */
NpClinic *np_clinic_load (const char *archive, GError **error);
gboolean np_clinic_save (const NpClinic *self, const char *archive, GError **error);
gboolean np_clinic_is_complete (const NpClinic *self);    /* a name, a phone and one practitioner */
NpPractitioner *np_clinic_add_practitioner (NpClinic *self, const NpClock *clock, const char *name, const char *role, const char *registration);
const NpPractitioner *np_clinic_find (const NpClinic *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpClinic, np_clinic_free)

G_END_DECLS
