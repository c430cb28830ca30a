/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory of one assessment, freed at once: one block that nearly always suffices, more where it does not. */
typedef struct _NpArena NpArena;

NpArena *np_arena_new (gsize room);
void np_arena_free (NpArena *self);
gpointer np_arena_take (NpArena *self, gsize size); /* not cleared; aligned for any of our structs */

#define np_arena_take_n(self, Type, count) ((Type *) np_arena_take ((self), sizeof (Type) * (count)))

G_END_DECLS
