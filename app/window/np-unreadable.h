/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a file cannot be read, for whoever sits at the desk. */
char *np_unreadable_words (const GError *error);

G_END_DECLS
