/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-date.h"

G_BEGIN_DECLS

/* One text of the catalogue: the English source and the id and field it is translated by. */
typedef struct
{
  const char *id;       /* "isotretinoin" */
  const char *field;    /* "why" */
  const char *source;   /* English; owned by the catalogue */
} NpText;

/* The patient's language, whatever the process's locale is. Immutable, thread-safe. */
typedef struct _NpLanguage NpLanguage;

/* `tag` is BCP 47. Compiled translations are looked up in `locale_dir`/TAG/LC_MESSAGES/needlepoint-clinical.mo; where there is none
 * the language says the source. (nullable locale_dir: the installed one) */
NpLanguage *np_language_new (const char *tag, const char *locale_dir);
NpLanguage *np_language_ref (NpLanguage *self);
void np_language_unref (NpLanguage *self);
const char *np_language_tag (const NpLanguage *self);
gboolean np_language_is_rtl (const NpLanguage *self);
/* the text shown; never NULL */
const char *np_language_say (const NpLanguage *self, const NpText *text);
/* whether the text shown is a translation (or the language is the catalogue's own) */
gboolean np_language_has (const NpLanguage *self, const NpText *text);

/* Words for dates and spans: "10 December 2025", "December 2025", "2025", "six months", "in 12 days", "3 months ago". */
char *np_language_date (const NpLanguage *self, NpDate date);
char *np_language_day (const NpLanguage *self, NpDay day);
char *np_language_interval (const NpLanguage *self, NpInterval interval);
char *np_language_distance (const NpLanguage *self, NpDay from, NpDay today);
/* The program's own words in this language, as far as they are translated: a message with a context, and one with plural forms. */
const char *np_language_word (const NpLanguage *self, const char *context, const char *english);
char *np_language_count (const NpLanguage *self, const char *singular, const char *plural, int n);
/* U+2066 ... U+2069 around something inserted into a sentence, in right-to-left languages; a copy elsewhere */
char *np_language_isolate (const NpLanguage *self, const char *inserted);
/* a catalogue's sentence with %1, %2 and so on replaced */
char *np_language_fill (const NpLanguage *self, const char *pattern, const char *const *values, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpLanguage, np_language_unref)

G_END_DECLS
