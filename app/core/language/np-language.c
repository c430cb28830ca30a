/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-language-private.h"

#include "np-config.h"
#include "np-language-tag.h"
#include "np-mo.h"

#define DOMAIN_CLINICAL "needlepoint-clinical"
#define DOMAIN_PROGRAM "needlepoint"

struct _NpLanguage
{
  gatomicrefcount references;
  char *tag;
  gboolean is_rtl;
  gboolean is_english;
  GPtrArray *clinical; /* NpMo, the best first: "de_AT" may hold only what differs from "de" */
  GPtrArray *program;  /* NpMo */
};

/* A file that is not there is the normal case; one that is there and broken is worth a line, because its texts will be
 * missing. */
static void
add_messages (GPtrArray *messages, const char *locale_dir, const char *folder, const char *domain)
{
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);
  g_autofree char *path = g_build_filename (locale_dir, folder, "LC_MESSAGES", name, NULL);
  g_autoptr (GError) error = NULL;
  NpMo *mo = np_mo_open (path, &error);

  if (mo != NULL)
    g_ptr_array_add (messages, mo);
  else if (error->domain == NP_MO_ERROR)
    g_warning ("%s", error->message);
}

static void
load (NpLanguage *self, const char *locale_dir)
{
  g_auto (GStrv) folders = np_language_tag_folders (self->tag);

  for (int i = 0; folders[i] != NULL; i++)
    {
      add_messages (self->clinical, locale_dir, folders[i], DOMAIN_CLINICAL);
      add_messages (self->program, locale_dir, folders[i], DOMAIN_PROGRAM);
    }
}

/**
 * np_language_new:
 * @tag: a BCP 47 tag, such as "de-AT"
 * @locale_dir: (nullable): the folder of the compiled translations; %NULL for the installed one
 *
 * Opens the patient's language. The translations of the tag, as they are known under its folder names, come first, then
 * those it falls back to. Where there are none, or @tag is no tag, the language says the source.
 *
 * Returns: (transfer full): the language
 */
NpLanguage *
np_language_new (const char *tag, const char *locale_dir)
{
  NpLanguage *self;
  char *normal;

  g_return_val_if_fail (tag != NULL, NULL);

  normal = np_language_tag_normalize (tag);
  self = g_new0 (NpLanguage, 1);
  g_atomic_ref_count_init (&self->references);
  self->clinical = g_ptr_array_new_with_free_func ((GDestroyNotify) np_mo_free);
  self->program = g_ptr_array_new_with_free_func ((GDestroyNotify) np_mo_free);
  self->tag = normal != NULL ? normal : g_strdup (tag);
  if (normal == NULL)
    return self;
  self->is_rtl = np_language_tag_is_rtl (normal);
  self->is_english = np_language_tag_is_english (normal);
  load (self, locale_dir != NULL ? locale_dir : NP_LOCALEDIR);
  return self;
}

/**
 * np_language_ref:
 * @self: a language
 *
 * Returns: (transfer full): @self
 */
NpLanguage *
np_language_ref (NpLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * np_language_unref:
 * @self: (transfer full): a language
 */
void
np_language_unref (NpLanguage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->clinical);
  g_ptr_array_unref (self->program);
  g_free (self->tag);
  g_free (self);
}

/**
 * np_language_tag:
 * @self: a language
 *
 * Returns: (transfer none): its BCP 47 tag in the usual writing, "de-AT"
 */
const char *
np_language_tag (const NpLanguage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tag;
}

/**
 * np_language_is_rtl:
 * @self: a language
 *
 * Returns: whether it is written from right to left
 */
gboolean
np_language_is_rtl (const NpLanguage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_rtl;
}

static const char *
find_text (const NpLanguage *self, const NpText *text)
{
  const char *const key[] = { text->id, ".", text->field, NP_MO_CONTEXT, text->source, NULL };

  for (guint i = 0; i < self->clinical->len; i++)
    {
      const char *found = np_mo_find (g_ptr_array_index (self->clinical, i), key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * np_language_say:
 * @self: a language
 * @text: a text of the catalogue, with its id, field and source
 *
 * Looks a text up under the message context "id.field". A translation counts only for the very sentence it was made
 * for, so that a changed source is shown in English and never in an old meaning.
 *
 * Returns: (transfer none): the text to show; lives as long as @self and @text's source
 */
const char *
np_language_say (const NpLanguage *self, const NpText *text)
{
  const char *found;

  g_return_val_if_fail (self != NULL && text != NULL && text->source != NULL, "");
  g_return_val_if_fail (text->id != NULL && text->field != NULL, text->source);

  found = find_text (self, text);
  return found != NULL ? found : text->source;
}

/**
 * np_language_has:
 * @self: a language
 * @text: a text of the catalogue
 *
 * Returns: whether what np_language_say() gives is in this language: a translation, or the source for English
 */
gboolean
np_language_has (const NpLanguage *self, const NpText *text)
{
  g_return_val_if_fail (self != NULL && text != NULL && text->source != NULL, FALSE);
  g_return_val_if_fail (text->id != NULL && text->field != NULL, FALSE);

  return self->is_english || find_text (self, text) != NULL;
}

/**
 * np_language_word:
 * @self: a language
 * @context: the message's context
 * @english: a message of the program
 *
 * Looks up the program's own words in the patient's language, where gettext would know only the interface's.
 *
 * Returns: (transfer none): the translation, or @english
 */
const char *
np_language_word (const NpLanguage *self, const char *context, const char *english)
{
  const char *const key[] = { context, NP_MO_CONTEXT, english, NULL };
  const char *found = NULL;

  g_return_val_if_fail (self != NULL && context != NULL && english != NULL, english);

  for (guint i = 0; i < self->program->len && found == NULL; i++)
    found = np_mo_find (g_ptr_array_index (self->program, i), key);
  return found != NULL ? found : english;
}

const char *
np_language_plural (const NpLanguage *self, const char *singular, gulong n)
{
  const char *found = NULL;

  for (guint i = 0; i < self->program->len && found == NULL; i++)
    found = np_mo_find_plural (g_ptr_array_index (self->program, i), singular, n);
  return found;
}

/**
 * np_language_isolate:
 * @self: a language
 * @inserted: a number, date, dose or name that goes into a sentence
 *
 * In a right-to-left sentence "5-10 mg" would print as "10-5 mg"; between U+2066 and U+2069 it keeps its order.
 *
 * Returns: (transfer full): @inserted between the two marks, or a copy in other languages
 */
char *
np_language_isolate (const NpLanguage *self, const char *inserted)
{
  g_return_val_if_fail (self != NULL && inserted != NULL, NULL);

  return self->is_rtl ? g_strconcat ("\u2066", inserted, "\u2069", NULL) : g_strdup (inserted);
}
