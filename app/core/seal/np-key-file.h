/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-key.h"
#include "np-secret.h"

G_BEGIN_DECLS

/* Secret keys as files: PKCS#8 in PEM. A practitioner's is encrypted under the passphrase (scrypt and AES-256), a desk's is not, for it
 * works while nobody is there. A file is never replaced: a new passphrase goes with a new key. */
gboolean np_key_file_save (const char *path, const NpKey *key, const NpSecret *passphrase, GError **error);
NpKey *np_key_file_open (const char *path, const NpSecret *passphrase, GError **error);

G_END_DECLS
