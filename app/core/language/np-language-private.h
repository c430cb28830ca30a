/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-language.h"

G_BEGIN_DECLS

/* Words of the program itself (domain "needlepoint") in the patient's language; NULL where they are not translated. */
const char *np_language_word (const NpLanguage *self, const char *context, const char *english);
const char *np_language_plural (const NpLanguage *self, const char *singular, gulong n);

G_END_DECLS
