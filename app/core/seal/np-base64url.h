/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 4648, 5, as RFC 7515 wants it: no padding, nothing else in between, and the bits that carry nothing are zero. Each text stands for
 * bytes that no other text stands for. */
char *np_base64url_encode (const guint8 *bytes, gsize length);
GBytes *np_base64url_decode (const char *text);

G_END_DECLS
