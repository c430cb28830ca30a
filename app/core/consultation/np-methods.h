/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a signature was given. */
typedef enum { NP_METHOD_DRAWN, NP_METHOD_TYPED, NP_METHOD_INK, NP_METHOD_BY_WITNESS, NP_METHOD_DECLINED } NpMethod;
extern const char *const np_method_words[];   /* "drawn", "typed", "ink", "by-witness", "declined" */

G_END_DECLS
