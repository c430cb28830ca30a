/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passphrase or a secret key's bytes: in memory that is never swapped out nor dumped, and overwritten when it is freed. */
typedef struct _NpSecret NpSecret;

/* before anything secret is made; secret numbers of keys then lie there too */
void np_secret_begin (void);
NpSecret *np_secret_new (const char *bytes, gsize length);
NpSecret *np_secret_read_file (const char *path, GError **error);
/* the first line of an open file, without its end */
NpSecret *np_secret_read_line (int fd, GError **error);
const char *np_secret_bytes (const NpSecret *self);   /* with a NUL after it */
gsize np_secret_length (const NpSecret *self);
void np_secret_free (NpSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSecret, np_secret_free)

G_END_DECLS
