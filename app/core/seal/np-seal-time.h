/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* whether one checked stamp, as "2026-03-10T09:15:02+01:00", is earlier than another */
gboolean np_seal_time_is_before (const char *stamp, const char *other);

G_END_DECLS
