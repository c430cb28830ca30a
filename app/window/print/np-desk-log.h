/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clock.h"

G_BEGIN_DECLS

/* What this desk did with records after they were signed off: XDG_STATE_HOME/needlepoint/desk.log, 0600. Record ids and times only. */
gboolean np_desk_log_add (const NpClock *clock, const char *what /* as "printed" */, const char *record_id, GError **error);

G_END_DECLS
