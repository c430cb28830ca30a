/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-tries.h"

#include <glib/gi18n-lib.h>

/* Three slips of the finger cost nothing; then each costs twice the one before, up to five minutes. */
#define FREE 3
#define FIRST_WAIT 5
#define LONGEST_WAIT 300

static gint64
seconds_now (const NpClock *clock)
{
  g_autoptr (GDateTime) now = clock->now (clock->data);

  return g_date_time_to_unix (now);
}

static gint64
cost (guint wrong)
{
  if (wrong < FREE)
    return 0;
  return wrong - FREE >= 6 ? LONGEST_WAIT : MIN (FIRST_WAIT << (wrong - FREE), LONGEST_WAIT);
}

/**
 * np_tries_wait:
 * @self: the tries so far
 * @clock: the time
 *
 * A clock that was set back does not shorten the time, and does not lengthen it beyond what it was.
 *
 * Returns: seconds until the next try is allowed
 */
guint
np_tries_wait (const NpTries *self, const NpClock *clock)
{
  gint64 waited;

  g_return_val_if_fail (self != NULL && clock != NULL, 0);

  waited = MAX (seconds_now (clock) - self->last, 0);
  return (guint) MAX (cost (self->wrong) - waited, 0);
}

static void
refuse_for (guint wait, GError **error)
{
  g_autofree char *text
      /* Translators: %u is a number of seconds */
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The passphrase was wrong too often. Wait %u second.",
                                      "The passphrase was wrong too often. Wait %u seconds.", wait),
                         wait);

  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_TOO_SOON, text);
}

/**
 * np_tries_open:
 * @self: the tries so far; told of this one
 * @clock: the time
 * @path: (type filename): a key file
 * @passphrase: what was typed
 * @error: return location for an error
 *
 * Opens a practitioner's key, unless wrong passphrases made it wait: then nothing is even tried.
 *
 * Returns: (transfer full) (nullable): the pair; %NULL with %NP_SEAL_ERROR_TOO_SOON, or as np_key_file_open()
 */
NpKey *
np_tries_open (NpTries *self, const NpClock *clock, const char *path, const NpSecret *passphrase, GError **error)
{
  guint wait = np_tries_wait (self, clock);
  g_autoptr (GError) problem = NULL;
  NpKey *key;

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (wait > 0)
    {
      refuse_for (wait, error);
      return NULL;
    }
  key = np_key_file_open (path, passphrase, &problem);
  if (key != NULL)
    *self = (NpTries) { 0 };
  else if (g_error_matches (problem, NP_SEAL_ERROR, NP_SEAL_ERROR_PASSPHRASE))
    *self = (NpTries) { .wrong = self->wrong + 1, .last = seconds_now (clock) };
  if (key == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return key;
}
