/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a language's plural forms goes with a number: the C expression in the header of a .po file. */
gboolean np_plural_choose (const char *expression, gulong n, gulong *form);

G_END_DECLS
