/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-arena.h"

/* The first block is the arena itself. */
struct _NpArena
{
  NpArena *next;
  NpArena *current; /* of the first only: the block that is being filled */
  gsize used, room;
  guint64 bytes[];
};

NpArena *
np_arena_new (gsize room)
{
  NpArena *self = g_malloc (sizeof *self + room);

  self->next = NULL;
  self->current = self;
  self->used = 0;
  self->room = room;
  return self;
}

void
np_arena_free (NpArena *self)
{
  while (self != NULL)
    {
      NpArena *next = self->next;

      g_free (self);
      self = next;
    }
}

gpointer
np_arena_take (NpArena *self, gsize size)
{
  gsize rounded = (size + 7) & ~(gsize) 7;
  NpArena *block = self->current;
  gpointer taken;

  if (block->room - block->used < rounded)
    {
      block->next = np_arena_new (MAX (rounded, self->room));
      block = block->next;
      self->current = block;
    }
  taken = (char *) block->bytes + block->used;
  block->used += rounded;
  return taken;
}
