/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-clock.h"
#include "np-key-file.h"

G_BEGIN_DECLS

/* How often one practitioner's passphrase was wrong of late. All zero is: never. Whoever asks for passphrases keeps one for each key. */
typedef struct
{
  guint wrong;
  gint64 last;   /* seconds since 1970 */
} NpTries;

/* seconds until the next try; 0 = now */
guint np_tries_wait (const NpTries *self, const NpClock *clock);
/* as np_key_file_open(), but refuses while there is a time to wait, and counts */
NpKey *np_tries_open (NpTries *self, const NpClock *clock, const char *path, const NpSecret *passphrase, GError **error);

G_END_DECLS
