/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-language.h"

G_BEGIN_DECLS

/* A message of the program itself (domain "needlepoint") in the form for n; NULL where it is not translated. */
const char *np_language_plural (const NpLanguage *self, const char *singular, gulong n);

G_END_DECLS
