/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BCP 47 tags. */
char *np_language_tag_normalize (const char *tag);      /* "de-at" -> "de-AT"; NULL when it is no tag */
gboolean np_language_tag_is_rtl (const char *tag);
gboolean np_language_tag_is_english (const char *tag);
/* names of the folders that may hold the language's translations, the best first (GStrv) */
char **np_language_tag_folders (const char *tag);

G_END_DECLS
