/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-document-shape.h"
#include "np-json-write.h"

G_DEFINE_FINAL_TYPE (NpConsultation, np_consultation, G_TYPE_OBJECT)
G_DEFINE_QUARK (np-consultation-error-quark, np_consultation_error)

enum
{
  CHANGED,
  VOIDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
np_consultation_finalize (GObject *object)
{
  NpConsultation *self = NP_CONSULTATION (object);

  np_assessment_free (self->assessment);
  np_reading_free (self->reading);
  g_clear_pointer (&self->document, json_node_unref);
  g_clear_pointer (&self->undo, json_node_unref);
  g_clear_pointer (&self->language, np_language_unref);
  g_clear_pointer (&self->catalog, np_catalog_unref);
  g_ptr_array_unref (self->voided);
  G_OBJECT_CLASS (np_consultation_parent_class)->finalize (object);
}

static void
np_consultation_class_init (NpConsultationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_consultation_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", NP_TYPE_CONSULTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VOIDED] = g_signal_new ("voided", NP_TYPE_CONSULTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRV);
}

static void
np_consultation_init (NpConsultation *self)
{
  self->voided = g_ptr_array_new_with_free_func (g_free);
}

gboolean
np_consultation_refuse (GError **error, NpConsultationError code, const char *message)
{
  g_set_error_literal (error, NP_CONSULTATION_ERROR, code, message);
  return FALSE;
}

/* ---- reading and swapping ---- */

static void
follow_language (NpConsultation *self)
{
  const char *tag = np_document_string (self->document, "/language");

  if (self->language != NULL && g_str_equal (np_language_tag (self->language), tag))
    return;
  g_clear_pointer (&self->language, np_language_unref);
  self->language = np_language_new (tag, NULL);
}

gboolean
np_consultation_derive (NpConsultation *self, const char *file, GError **error)
{
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = np_document_read (self->document, file, self->catalog, problems);

  /* Whoever edits sees the field: where it stands in the document is of use in a file only. */
  if (file == NULL && np_problems_count (problems) > 0)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_INVALID, np_problems_what (problems, 0));
  if (!np_problems_none (problems, error))
    return FALSE;
  np_assessment_free (self->assessment);
  np_reading_free (self->reading);
  self->reading = g_steal_pointer (&reading);
  self->assessment = np_assess (self->reading->facts, (const NpRuling *) (gpointer) self->reading->rulings->data,
                                self->reading->rulings->len);
  follow_language (self);
  return TRUE;
}

JsonNode *
np_consultation_begin (NpConsultation *self)
{
  return np_document_copy (self->document);
}

/* What a signature stands on: all of the document but its own bookkeeping, what is asked for while signing, and the
 * signatures. */
static char *
content_of (JsonNode *document)
{
  static const char *const left_out[] = { "/id",
                                          "/started_at",
                                          "/catalog",
                                          "/log",
                                          "/unknown",
                                          "/copy",
                                          "/handed_over",
                                          "/ending",
                                          "/witness",
                                          "/signatures",
                                          "/patient/confirmed_at",
                                          "/disclosure/informed_at" };
  g_autoptr (JsonNode) content = np_document_copy (document);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    np_document_put (content, left_out[i], NULL);
  return np_json_write_canonical (content);
}

static gboolean
same_content (JsonNode *a, JsonNode *b)
{
  g_autofree char *content_a = content_of (a);
  g_autofree char *content_b = content_of (b);

  return g_str_equal (content_a, content_b);
}

static GStrv
voided_sentences (NpConsultation *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv sentences;

  for (guint i = 0; i < self->voided->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->voided, i));
  sentences = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return sentences;
}

static void
tell (NpConsultation *self)
{
  g_auto (GStrv) sentences = voided_sentences (self);

  if (self->voided->len > 0)
    g_signal_emit (self, signals[VOIDED], 0, sentences);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What followed from the document as it was before, and what can be taken back. */
static void
follow_edit (NpConsultation *self, JsonNode *before)
{
  gboolean content_changed = !same_content (before, self->document);

  g_ptr_array_set_size (self->voided, 0);
  g_clear_pointer (&self->undo, json_node_unref);
  np_consultation_void (self, before, content_changed);
  np_consultation_note_informed (self);
  if (self->voided->len > 0)
    self->undo = json_node_ref (before);
}

/* One press that answered much, or took a decision away, can be taken back though it voided nothing. */
gboolean
np_consultation_apply_undoable (NpConsultation *self, JsonNode *changed, GError **error)
{
  g_autoptr (JsonNode) before = json_node_ref (self->document);

  if (!np_consultation_apply (self, changed, error))
    return FALSE;
  if (self->undo == NULL)
    self->undo = g_steal_pointer (&before);
  return TRUE;
}

gboolean
np_consultation_apply (NpConsultation *self, JsonNode *changed, GError **error)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (GError) problem = NULL;

  if (np_consultation_is_saved (self))
    {
      json_node_unref (changed);
      return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                                     _("This consultation is saved and does not change any more. Begin a new one."));
    }
  before = self->document;
  self->document = changed;
  if (!np_consultation_derive (self, NULL, &problem))
    {
      self->document = g_steal_pointer (&before);
      json_node_unref (changed);
      /* Translators: why an entry was not taken; %s is what is wrong with it, as "the date of birth lies in the future" */
      g_set_error (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_INVALID, _("Not possible: %s."), problem->message);
      return FALSE;
    }
  follow_edit (self, before);
  tell (self);
  return TRUE;
}

NpConsultation *
np_consultation_make (NpCatalog *catalog, const NpClock *clock, JsonNode *document)
{
  NpConsultation *self = g_object_new (NP_TYPE_CONSULTATION, NULL);

  self->catalog = np_catalog_ref (catalog);
  self->clock = clock;
  self->document = document;
  return self;
}

/* ---- taking back ---- */

/**
 * np_consultation_consequences:
 * @self: a consultation; not changed
 * @edit: (scope call): an edit
 * @data: for @edit
 *
 * Runs @edit on a copy.
 *
 * Returns: (transfer full): what it would void, a sentence each; empty when it voids nothing or is refused
 */
GStrv
np_consultation_consequences (NpConsultation *self, NpEdit edit, gpointer data)
{
  g_autoptr (NpConsultation) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && edit != NULL, NULL);

  copy = np_consultation_make (self->catalog, self->clock, np_document_copy (self->document));
  if (!np_consultation_derive (copy, NULL, &error))
    g_error ("a consultation is not valid: %s", error->message);
  if (!edit (copy, data, &error))
    g_ptr_array_set_size (copy->voided, 0);
  return voided_sentences (copy);
}

/**
 * np_consultation_get_voided:
 * @self: a consultation
 *
 * Returns: (transfer full): what the last edit, or resuming the draft, voided, a sentence each
 */
GStrv
np_consultation_get_voided (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);

  return voided_sentences (self);
}

/**
 * np_consultation_can_undo:
 * @self: a consultation
 *
 * Returns: whether the last edit can be taken back, as one can that voided something
 */
gboolean
np_consultation_can_undo (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  return self->undo != NULL;
}

/**
 * np_consultation_undo:
 * @self: a consultation
 *
 * Brings back the document as it was before that edit. The log keeps both.
 */
void
np_consultation_undo (NpConsultation *self)
{
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NP_IS_CONSULTATION (self));
  g_return_if_fail (self->undo != NULL);

  document = g_steal_pointer (&self->undo);
  np_document_put (document, "/log", np_document_copy (np_document_lookup (self->document, "/log")));
  np_document_log (document, self->clock, "undone", NULL, NULL);
  json_node_unref (self->document);
  self->document = g_steal_pointer (&document);
  if (!np_consultation_derive (self, NULL, &error))
    g_error ("the document before the edit is not valid: %s", error->message);
  g_ptr_array_set_size (self->voided, 0);
  tell (self);
}

/* ---- the log ---- */

/* Something that changes nothing else: it voids nothing, and what can be undone still can. */
void
np_consultation_note_log (NpConsultation *self, const char *word, const char *of, const char *detail)
{
  np_document_log (self->document, self->clock, word, of, detail);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * np_consultation_log:
 * @self: a consultation
 * @word: a word of the log, as `printed`
 * @of: (nullable): what it is about, as an id
 *
 * Notes something that changes nothing else: it voids nothing, and what can be undone still can.
 */
void
np_consultation_log (NpConsultation *self, const char *word, const char *of)
{
  g_return_if_fail (NP_IS_CONSULTATION (self) && word != NULL);
  g_return_if_fail (g_strv_contains (np_document_log_words, word));

  np_consultation_note_log (self, word, of, NULL);
}
