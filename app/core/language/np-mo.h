/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One compiled message file (GNU .mo), read directly: no process locale, no environment. Immutable, thread-safe. */
typedef struct _NpMo NpMo;

#define NP_MO_ERROR (np_mo_error_quark ())
GQuark np_mo_error_quark (void);
typedef enum { NP_MO_ERROR_DAMAGED } NpMoError;

NpMo *np_mo_open (const char *path, GError **error);
void np_mo_free (NpMo *self);
/* the translation of the message whose key is these pieces one after the other, up to a NULL; NULL if there is none */
const char *np_mo_find (const NpMo *self, const char *const *key);
/* the same for a message with plural forms, in the form for `n` */
const char *np_mo_find_plural (const NpMo *self, const char *singular, gulong n);

/* what stands between context and message in a key */
#define NP_MO_CONTEXT "\004"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpMo, np_mo_free)

G_END_DECLS
