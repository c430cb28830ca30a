/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clock.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

typedef struct
{
  NpClock clock;
  GDateTime *now;
  GRand *chance;
} FixedClock;

static GDateTime *
system_now (gpointer data)
{
  (void) data;
  return g_date_time_new_now_local ();
}

/* Ids must not repeat between desks, so they come from the kernel and nothing weaker is taken instead. */
static void
system_random (gpointer data, guint8 *bytes, gsize count)
{
  (void) data;
  while (count > 0)
    {
      ssize_t got = getrandom (bytes, count, 0);

      if (got < 0 && errno != EINTR)
        g_error ("The system gives no random numbers: %s", g_strerror (errno));
      if (got > 0)
        {
          bytes += got;
          count -= (gsize) got;
        }
    }
}

/**
 * np_clock_system:
 *
 * Returns: (transfer none): the machine's clock, time zone and chance
 */
const NpClock *
np_clock_system (void)
{
  static const NpClock system_clock = { .now = system_now, .random = system_random, .data = NULL };

  return &system_clock;
}

/**
 * np_clock_stamp:
 * @clock: a clock
 *
 * Returns: (transfer full): the time as RFC 3339 with offset, in whole seconds
 */
char *
np_clock_stamp (const NpClock *clock)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  now = clock->now (clock->data);
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * np_clock_today:
 * @clock: a clock
 *
 * Returns: the calendar day in the clock's own time zone
 */
NpDay
np_clock_today (const NpClock *clock)
{
  g_autoptr (GDateTime) now = NULL;
  int year, month, day;

  g_return_val_if_fail (clock != NULL, NP_DAY_NONE);

  now = clock->now (clock->data);
  g_date_time_get_ymd (now, &year, &month, &day);
  return np_date_first_day ((NpDate){ (gint16) year, (gint8) month, (gint8) day });
}

/**
 * np_clock_new_id:
 * @clock: a clock
 *
 * Returns: (transfer full): a UUID of version 4 (RFC 4122, 4.4) from the clock's chance, in lower case
 */
char *
np_clock_new_id (const NpClock *clock)
{
  guint8 bytes[16];
  GString *id;

  g_return_val_if_fail (clock != NULL, NULL);

  clock->random (clock->data, bytes, sizeof bytes);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  id = g_string_sized_new (37);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", bytes[i]);
  return g_string_free (id, FALSE);
}

/* Matches `text` against a pattern where '0' stands for any digit; returns what follows, or NULL. */
static const char *
skip_pattern (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return NULL;
  return text;
}

static gboolean
is_offset (const char *text)
{
  const char *end;

  if (strcmp (text, "Z") == 0)
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  end = skip_pattern (text + 1, "00:00");
  return end != NULL && *end == '\0' && atoi (text + 1) <= 23 && text[4] <= '5';
}

/**
 * np_stamp_parse:
 * @stamp: (nullable): a time such as "2026-03-10T09:15:02+01:00"
 *
 * Checks a time as records hold it: RFC 3339 with offset, 'T' and 'Z' in upper case, no leap second (a clock of
 * this program never writes one). Fractions of a second are read.
 *
 * Returns: (transfer full) (nullable): the time in its own offset, or %NULL when @stamp is not one
 */
GDateTime *
np_stamp_parse (const char *stamp)
{
  const char *rest;

  if (stamp == NULL || (rest = skip_pattern (stamp, "0000-00-00T00:00:00")) == NULL)
    return NULL;
  if (*rest == '.')
    {
      if (!g_ascii_isdigit (rest[1]))
        return NULL;
      for (rest++; g_ascii_isdigit (*rest); rest++)
        ;
    }
  if (stamp[17] > '5' || !is_offset (rest))
    return NULL;
  /* GLib reads more forms than this one; the shape is settled above, and it checks the ranges. */
  return g_date_time_new_from_iso8601 (stamp, NULL);
}

static GDateTime *
fixed_now (gpointer data)
{
  return g_date_time_ref (((FixedClock *) data)->now);
}

static void
fixed_random (gpointer data, guint8 *bytes, gsize count)
{
  for (gsize i = 0; i < count; i++)
    bytes[i] = (guint8) g_rand_int_range (((FixedClock *) data)->chance, 0, 256);
}

/**
 * np_clock_new_fixed:
 * @stamp: an RFC 3339 time with offset, see np_stamp_parse()
 * @seed: where its ids start
 *
 * Makes a clock for tests and tools that stands still; np_clock_advance() moves it.
 *
 * Returns: (transfer full): the clock; free with np_clock_free()
 */
NpClock *
np_clock_new_fixed (const char *stamp, guint32 seed)
{
  GDateTime *now = np_stamp_parse (stamp);
  FixedClock *self;

  g_return_val_if_fail (now != NULL, NULL);

  self = g_new0 (FixedClock, 1);
  self->now = now;
  self->chance = g_rand_new_with_seed (seed);
  self->clock = (NpClock){ .now = fixed_now, .random = fixed_random, .data = self };
  return &self->clock;
}

/**
 * np_clock_advance:
 * @clock: a clock of np_clock_new_fixed()
 * @seconds: how far to move it; back if negative
 */
void
np_clock_advance (NpClock *clock, gint64 seconds)
{
  FixedClock *self;
  GDateTime *moved;

  g_return_if_fail (clock != NULL && clock->now == fixed_now);

  self = clock->data;
  moved = g_date_time_add_seconds (self->now, (double) seconds);
  g_return_if_fail (moved != NULL);
  g_date_time_unref (self->now);
  self->now = moved;
}

/**
 * np_clock_free:
 * @clock: (transfer full) (nullable): a clock of np_clock_new_fixed()
 */
void
np_clock_free (NpClock *clock)
{
  FixedClock *self;

  if (clock == NULL)
    return;
  g_return_if_fail (clock->now == fixed_now);
  self = clock->data;
  g_date_time_unref (self->now);
  g_rand_free (self->chance);
  g_free (self);
}
