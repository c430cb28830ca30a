/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-json-write.h"

/* Plain values of the document: getting them, and the edits that need no more than a value. */

/**
 * np_consultation_get_document:
 * @self: a consultation
 *
 * Returns: (transfer none): the document, to read only; another one after the next edit
 */
JsonNode *
np_consultation_get_document (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->document;
}

/**
 * np_consultation_get_facts:
 * @self: a consultation
 *
 * Returns: (transfer none): the facts in the document, until the next edit
 */
const NpFacts *
np_consultation_get_facts (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->reading->facts;
}

/**
 * np_consultation_get_assessment:
 * @self: a consultation
 *
 * Returns: (transfer none): what follows from the facts, until the next edit
 */
const NpAssessment *
np_consultation_get_assessment (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->assessment;
}

/**
 * np_consultation_get_catalog:
 * @self: a consultation
 *
 * Returns: (transfer none): its catalogue
 */
const NpCatalog *
np_consultation_get_catalog (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->catalog;
}

/**
 * np_consultation_get_language:
 * @self: a consultation
 *
 * Returns: (transfer none): the patient's language, until it is changed
 */
const NpLanguage *
np_consultation_get_language (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->language;
}

/**
 * np_consultation_get_clock:
 * @self: a consultation
 *
 * Returns: (transfer none): its clock
 */
const NpClock *
np_consultation_get_clock (NpConsultation *self)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  return self->clock;
}

/**
 * np_consultation_get_id:
 * @self: a consultation
 *
 * Returns: (transfer none): its id, which the record will have too
 */
const char *
np_consultation_get_id (NpConsultation *self)
{
  return np_consultation_get_string (self, "/id");
}

/**
 * np_consultation_get:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 *
 * Returns: (transfer none) (nullable): what stands there, until the next edit
 */
JsonNode *
np_consultation_get (NpConsultation *self, const char *pointer)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self) && pointer != NULL, NULL);
  return np_document_lookup (self->document, pointer);
}

/**
 * np_consultation_get_string:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 *
 * Returns: (transfer none) (nullable): the text there; %NULL where there is none
 */
const char *
np_consultation_get_string (NpConsultation *self, const char *pointer)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self) && pointer != NULL, NULL);
  return np_document_string (self->document, pointer);
}

/**
 * np_consultation_get_bool:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 *
 * Returns: whether true stands there
 */
gboolean
np_consultation_get_bool (NpConsultation *self, const char *pointer)
{
  JsonNode *node = np_consultation_get (self, pointer);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/**
 * np_consultation_get_int:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 * @otherwise: what an absent member means
 *
 * Returns: the number there
 */
gint64
np_consultation_get_int (NpConsultation *self, const char *pointer, gint64 otherwise)
{
  JsonNode *node = np_consultation_get (self, pointer);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : otherwise;
}

char *
np_consultation_initials_of (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name != NULL ? name : "", " \t\n-", -1);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
  return g_string_free (initials, FALSE);
}

gboolean
np_consultation_has_text (NpConsultation *self, const char *pointer)
{
  const char *text = np_document_string (self->document, pointer);

  return text != NULL && *text != '\0';
}

gboolean
np_consultation_has_any (NpConsultation *self, const char *pointer)
{
  JsonArray *array = np_document_array (self->document, pointer);
  JsonObject *object = np_document_object (self->document, pointer);

  return (array != NULL && json_array_get_length (array) > 0) || (object != NULL && json_object_get_size (object) > 0);
}

const char *
np_consultation_say (NpConsultation *self, const NpText *text)
{
  return np_language_say (self->language, text);
}

/* ---- setting ---- */

/* Parts of the document that have operations of their own, which keep the order of the steps. */
static const char *const guarded[] = { "/format",
                                       "/id",
                                       "/started_at",
                                       "/assessed_on",
                                       "/catalog",
                                       "/decisions",
                                       "/disclosure/acknowledged",
                                       "/disclosure/told",
                                       "/disclosure/informed_at",
                                       "/understanding",
                                       "/ending",
                                       "/signatures",
                                       "/log",
                                       "/unknown",
                                       "/patient/confirmed_at" };

static gboolean
same_at (JsonNode *a, JsonNode *b, const char *pointer)
{
  JsonNode *node_a = np_document_lookup (a, pointer);
  JsonNode *node_b = np_document_lookup (b, pointer);
  g_autofree char *text_a = node_a != NULL ? np_json_write_canonical (node_a) : NULL;
  g_autofree char *text_b = node_b != NULL ? np_json_write_canonical (node_b) : NULL;

  return g_strcmp0 (text_a, text_b) == 0;
}

/* Of an answer only the note is a plain value. */
static gboolean
same_answer (JsonNode *a, JsonNode *b, const char *id)
{
  static const char *const members[] = { "states", "on", "together" };
  gboolean same = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (members) && same; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/answers/%s/%s", id, members[i]);

      same = same_at (a, b, pointer);
    }
  return same;
}

static gboolean
keeps_guarded (NpConsultation *self, JsonNode *changed, GError **error)
{
  gboolean kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (guarded) && kept; i++)
    kept = same_at (self->document, changed, guarded[i]);
  for (guint i = 0; i < self->catalog->n_questions && kept; i++)
    kept = same_answer (self->document, changed, self->catalog->questions[i].id);
  if (!kept)
    g_set_error_literal (error, NP_CONSULTATION_ERROR, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                         _("This part of the consultation cannot be set directly."));
  return kept;
}

/* A list or a check that is asked again each day carries the day it was asked. */
static void
stamp_day (JsonNode *changed, const char *pointer)
{
  const char *today = np_document_string (changed, "/assessed_on");
  g_autofree char *day = g_strdup (today);

  if (g_str_has_prefix (pointer, "/medicines") && !g_str_equal (pointer, "/medicines_on"))
    np_document_put_string (changed, "/medicines_on", day);
  else if (g_str_has_prefix (pointer, "/allergies") && !g_str_equal (pointer, "/allergies_on"))
    np_document_put_string (changed, "/allergies_on", day);
  else if (g_str_has_prefix (pointer, "/plan/checks/"))
    {
      g_autofree char *on = g_strconcat ("/plan/checks_on/", pointer + strlen ("/plan/checks/"), NULL);

      if (np_document_lookup (changed, pointer) != NULL)
        np_document_put_string (changed, on, day);
      else
        np_document_put (changed, on, NULL);
    }
}

static gboolean
continues_last_entry (JsonNode *changed, const char *pointer)
{
  JsonArray *log = np_document_array (changed, "/log");
  guint length = log != NULL ? json_array_get_length (log) : 0;
  JsonObject *last = length > 0 ? json_array_get_object_element (log, length - 1) : NULL;

  return last != NULL && g_strcmp0 (json_object_get_string_member_with_default (last, "what", NULL), "changed") == 0 &&
         g_strcmp0 (json_object_get_string_member_with_default (last, "of", NULL), pointer) == 0;
}

/* Typing on in one place is one change, not one per key. */
static void
log_change (NpConsultation *self, JsonNode *changed, const char *pointer)
{
  g_autofree char *stamp = NULL;
  JsonArray *log;

  if (g_str_equal (pointer, "/language"))
    {
      np_document_log (changed, self->clock, "language", np_document_string (changed, "/language"), NULL);
      return;
    }
  if (!continues_last_entry (changed, pointer))
    {
      np_document_log (changed, self->clock, "changed", pointer, NULL);
      return;
    }
  log = np_document_array (changed, "/log");
  stamp = np_clock_stamp (self->clock);
  json_object_set_string_member (json_array_get_object_element (log, json_array_get_length (log) - 1), "at", stamp);
}

static void
put_interpreter (JsonNode *changed, const NpQuestion *question, guint state, const char *name, const char *day)
{
  const NpState *needed = &question->states[state];
  g_autofree char *states = g_strdup_printf ("/answers/%s/states", question->id);
  g_autofree char *is = g_strconcat (states, "/-/is", NULL);
  g_autofree char *field = g_strdup_printf ("%s/0/%s", states, needed->fields[needed->interpreter_field].id);
  g_autofree char *on = g_strdup_printf ("/answers/%s/on", question->id);

  np_document_put (changed, states, NULL);
  np_document_put_string (changed, is, needed->id);
  np_document_put_string (changed, field, name);
  np_document_put_string (changed, on, day);
}

/* Who interprets answers the question whether an interpreter is needed, where nobody has answered it yet; never the
 * other way round, and never over an answer. */
static void
answer_interpreter (NpConsultation *self, JsonNode *changed)
{
  g_autofree char *name = g_strdup (np_document_string (changed, "/interpreter/name"));
  g_autofree char *day = g_strdup (np_document_string (changed, "/assessed_on"));
  guint question, state;

  if (!np_catalog_find_interpreter (self->catalog, &question, &state) || name == NULL || *name == '\0' ||
      np_consultation_is_answered (self, question))
    return;
  put_interpreter (changed, &self->catalog->questions[question], state, name, day);
  np_document_log (changed, self->clock, "answered", self->catalog->questions[question].id, NULL);
}

static gboolean
is_empty_text (JsonNode *value)
{
  return value != NULL && json_node_get_value_type (value) == G_TYPE_STRING && *json_node_get_string (value) == '\0';
}

/**
 * np_consultation_set:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 * @value: (transfer full) (nullable): what stands there from now on; %NULL or an empty text takes the member out
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Texts are brought into the form that a record may hold. Answers, decisions, what was told and signed have operations
 * of their own.
 *
 * Returns: whether the change was made
 */
gboolean
np_consultation_set (NpConsultation *self, const char *pointer, JsonNode *value, GError **error)
{
  g_autoptr (JsonNode) given = value;
  g_autoptr (JsonNode) changed = NULL;
  g_autoptr (JsonNode) clean = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && pointer != NULL && *pointer == '/', FALSE);

  clean = given != NULL ? np_document_copy_clean (given) : NULL;
  if (is_empty_text (clean))
    g_clear_pointer (&clean, json_node_unref);
  changed = np_consultation_begin (self);
  np_document_put (changed, pointer, clean != NULL ? json_node_ref (clean) : NULL);
  if (!keeps_guarded (self, changed, error))
    return FALSE;
  if (same_at (self->document, changed, "") && !g_str_has_prefix (pointer, "/medicines") &&
      !g_str_has_prefix (pointer, "/allergies") && !g_str_has_prefix (pointer, "/plan/checks/"))
    return TRUE;
  stamp_day (changed, pointer);
  log_change (self, changed, pointer);
  if (g_str_has_prefix (pointer, "/interpreter"))
    answer_interpreter (self, changed);
  return np_consultation_apply (self, g_steal_pointer (&changed), error);
}

/**
 * np_consultation_set_string:
 * @self: a consultation
 * @pointer: a JSON pointer into the document
 * @text: (nullable): the text; %NULL or empty takes the member out
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Returns: whether the change was made
 */
gboolean
np_consultation_set_string (NpConsultation *self, const char *pointer, const char *text, GError **error)
{
  JsonNode *value = text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;

  return np_consultation_set (self, pointer, value, error);
}
