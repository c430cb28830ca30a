/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The check below something that is talked about. Signal "ticked" (gboolean active, gboolean by_key): a person did it, with a key or
 * with the pointer; np_tick_set () emits nothing. */
#define NP_TYPE_TICK (np_tick_get_type ())
G_DECLARE_FINAL_TYPE (NpTick, np_tick, NP, TICK, AdwBin)
GtkWidget *np_tick_new (const char *label, const char *name);
void np_tick_set (NpTick *self, gboolean active);
gboolean np_tick_get (NpTick *self);
/* a key that ticks: Space or Enter */
gboolean np_tick_is_key (guint keyval);

G_END_DECLS
