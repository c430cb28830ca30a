/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-date.h"

G_BEGIN_DECLS

/* The time, the calendar and chance are passed in, so that every test is deterministic. */
typedef struct _NpClock NpClock;
struct _NpClock
{
  GDateTime *(*now) (gpointer data);   /* with the local zone */
  void (*random) (gpointer data, guint8 *bytes, gsize count);
  gpointer data;
};

const NpClock *np_clock_system (void);
char *np_clock_stamp (const NpClock *clock);        /* RFC 3339 with offset, seconds: "2026-03-10T09:15:02+01:00" */
NpDay np_clock_today (const NpClock *clock);
char *np_clock_new_id (const NpClock *clock);       /* UUID version 4 from the clock's chance */
/* checks an RFC 3339 time with offset; NULL when it is not one */
GDateTime *np_stamp_parse (const char *stamp);

/* For tests and tools: a clock that stands at `stamp` and counts its ids from `seed`; free with np_clock_free (). */
NpClock *np_clock_new_fixed (const char *stamp, guint32 seed);
/* moves a fixed clock on */
void np_clock_advance (NpClock *clock, gint64 seconds);
void np_clock_free (NpClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpClock, np_clock_free)

G_END_DECLS
