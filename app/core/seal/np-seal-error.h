/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NpSealError:
 * @NP_SEAL_ERROR_FORM: a key, a seal or an enrolment is not of the strict form that is read here
 * @NP_SEAL_ERROR_SIGNATURE: the form is right and the signature does not belong to it
 * @NP_SEAL_ERROR_PASSPHRASE: the passphrase does not open the key
 * @NP_SEAL_ERROR_TOO_SOON: after wrong passphrases there is a time to wait
 * @NP_SEAL_ERROR_STATE: this cannot be sealed as it stands, or not by this key
 * @NP_SEAL_ERROR_LIBRARY: libcrypto could not do its work
 */
typedef enum {
  NP_SEAL_ERROR_FORM,
  NP_SEAL_ERROR_SIGNATURE,
  NP_SEAL_ERROR_PASSPHRASE,
  NP_SEAL_ERROR_TOO_SOON,
  NP_SEAL_ERROR_STATE,
  NP_SEAL_ERROR_LIBRARY,
} NpSealError;

#define NP_SEAL_ERROR (np_seal_error_quark ())
GQuark np_seal_error_quark (void);

/* libcrypto gave up: says so with its own reason and empties its list of errors */
gpointer np_seal_error_library (GError **error);

G_END_DECLS
