/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-seal-error.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>

G_DEFINE_QUARK (np-seal-error-quark, np_seal_error)

/**
 * np_seal_error_library:
 * @error: return location for an error
 *
 * Says that libcrypto gave up, and empties its list of errors, which would otherwise be told of the next thing that fails.
 *
 * Returns: (nullable): always %NULL, so that a function can end with it
 */
gpointer
np_seal_error_library (GError **error)
{
  char reason[256];

  ERR_error_string_n (ERR_get_error (), reason, sizeof reason);
  ERR_clear_error ();
  /* Translators: %s is what the cryptographic library says of it, in English */
  g_set_error (error, NP_SEAL_ERROR, NP_SEAL_ERROR_LIBRARY, _("The cryptographic library failed: %s"), reason);
  return NULL;
}
