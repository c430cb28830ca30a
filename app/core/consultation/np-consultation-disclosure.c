/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* What the patient is told. */

/* ---- what applies ---- */

gboolean
np_consultation_holds (NpConsultation *self, const NpRule *rule)
{
  return np_assessment_holds (self->assessment, self->reading->facts, rule);
}

/**
 * np_consultation_applies_information:
 * @self: a consultation
 * @information: position of an entry
 *
 * Returns: whether it has to be told for this plan
 */
gboolean
np_consultation_applies_information (NpConsultation *self, guint information)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (information < self->catalog->n_information, FALSE);

  return np_consultation_holds (self, &self->catalog->information[information].when);
}

/**
 * np_consultation_applies_alternative:
 * @self: a consultation
 * @alternative: another option for a condition
 *
 * Returns: whether it is one for this patient
 */
gboolean
np_consultation_applies_alternative (NpConsultation *self, const NpItem *alternative)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (alternative != NULL, FALSE);

  return np_consultation_holds (self, &alternative->when);
}

/**
 * np_consultation_applies_aftercare:
 * @self: a consultation
 * @aftercare: position of an entry
 *
 * Returns: whether it is part of this patient's aftercare
 */
gboolean
np_consultation_applies_aftercare (NpConsultation *self, guint aftercare)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (aftercare < self->catalog->n_aftercare, FALSE);

  return np_consultation_holds (self, &self->catalog->aftercare[aftercare].when);
}

/**
 * np_consultation_applies_teach_back:
 * @self: a consultation
 * @teach_back: position of a question
 *
 * Returns: whether it is asked for this plan
 */
gboolean
np_consultation_applies_teach_back (NpConsultation *self, guint teach_back)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (teach_back < self->catalog->n_teach_back, FALSE);

  return np_consultation_holds (self, &self->catalog->teach_back[teach_back].when);
}

const NpShownRisk *
np_consultation_shown_risk (NpConsultation *self, guint risk)
{
  for (guint i = 0; i < self->assessment->n_risks; i++)
    if (self->assessment->risks[i].risk == risk)
      return &self->assessment->risks[i];
  return NULL;
}

/* ---- noting ---- */

char *
np_consultation_entry_pointer (const char *folder, const char *id)
{
  return g_strdup_printf ("%s/%s", folder, id);
}

/* An entry counts as long as it was made on what is shown now. */
gboolean
np_consultation_is_noted (NpConsultation *self, const char *folder, const char *id, const char *digest)
{
  g_autofree char *pointer = np_consultation_entry_pointer (folder, id);
  JsonObject *entry = np_document_object (self->document, pointer);

  return entry != NULL && g_str_equal (json_object_get_string_member_with_default (entry, "digest", digest), digest);
}

JsonNode *
np_consultation_make_note (NpConsultation *self, const char *digest)
{
  g_autofree char *stamp = np_clock_stamp (self->clock);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *entry = json_object_new ();

  np_json_put_string (entry, "at", stamp);
  np_json_put_string (entry, "digest", digest);
  json_node_take_object (node, entry);
  return node;
}

/* People, plan, screening and decisions come first: before them nobody knows which risks there are (record rule 30). */
static gboolean
may_tell (NpConsultation *self, GError **error)
{
  return np_consultation_is_done_until (self, NP_STEP_DECISIONS, error);
}

static gboolean
note (NpConsultation *self, const char *folder, const char *id, const char *word, char *given_digest, GError **error)
{
  g_autofree char *digest = given_digest;
  g_autofree char *pointer = np_consultation_entry_pointer (folder, id);
  JsonNode *changed;

  if (digest != NULL && !may_tell (self, error))
    return FALSE;
  /* said once more, it was still first said then, and voids nothing */
  if (digest != NULL && np_consultation_is_noted (self, folder, id, digest))
    return TRUE;
  changed = np_consultation_begin (self);
  np_document_put (changed, pointer, digest != NULL ? np_consultation_make_note (self, digest) : NULL);
  np_document_log (changed, self->clock, word, id, digest != NULL ? NULL : "taken-back");
  return np_consultation_apply (self, changed, error);
}

/* In these words and for these reasons, or with no digest in any; the log is read from its end, where what is on screen now was
 * noted. */
gboolean
np_consultation_was_shown (NpConsultation *self, const char *id, const char *digest)
{
  JsonArray *log = np_document_array (self->document, "/log");

  for (guint i = log != NULL ? json_array_get_length (log) : 0; i > 0; i--)
    {
      JsonObject *entry = json_array_get_object_element (log, i - 1);

      if (g_str_equal (json_object_get_string_member (entry, "what"), "shown") &&
          g_str_equal (json_object_get_string_member_with_default (entry, "of", ""), id) &&
          (digest == NULL || g_str_equal (json_object_get_string_member_with_default (entry, "detail", ""), digest)))
        return TRUE;
    }
  return FALSE;
}

/**
 * np_consultation_show_risk:
 * @self: a consultation
 * @risk: position of a risk that is shown
 *
 * Notes that all of it was in view, in the words and for the reasons that it has now. It changes nothing else, and once is
 * enough.
 */
void
np_consultation_show_risk (NpConsultation *self, guint risk)
{
  const NpShownRisk *shown;
  g_autofree char *digest = NULL;

  g_return_if_fail (NP_IS_CONSULTATION (self));
  g_return_if_fail (risk < self->catalog->n_risks);

  shown = np_consultation_shown_risk (self, risk);
  if (shown == NULL)
    return;
  digest = np_consultation_risk_digest (self, shown);
  if (!np_consultation_was_shown (self, self->catalog->risks[risk].id, digest))
    np_consultation_note_log (self, "shown", self->catalog->risks[risk].id, digest);
}

/**
 * np_consultation_acknowledge:
 * @self: a consultation
 * @risk: position of a risk that np_consultation_show_risk() noted
 * @acknowledged: whether the patient has taken note of it; %FALSE takes that back
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Returns: whether that was noted
 */
gboolean
np_consultation_acknowledge (NpConsultation *self, guint risk, gboolean acknowledged, GError **error)
{
  const NpShownRisk *shown;
  const char *id;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (risk < self->catalog->n_risks, FALSE);

  id = self->catalog->risks[risk].id;
  shown = np_consultation_shown_risk (self, risk);
  if (shown == NULL)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("This risk does not belong to this plan."));
  digest = np_consultation_risk_digest (self, shown);
  if (acknowledged && !np_consultation_was_shown (self, id, digest))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   _("This risk was not shown yet as it reads now. Show all of it first."));
  return note (self, "/disclosure/acknowledged", id, "acknowledged", acknowledged ? g_steal_pointer (&digest) : NULL, error);
}

/**
 * np_consultation_is_acknowledged:
 * @self: a consultation
 * @risk: position of a risk
 *
 * Returns: whether the patient has taken note of it, in the words and for the reasons that are shown now
 */
gboolean
np_consultation_is_acknowledged (NpConsultation *self, guint risk)
{
  const NpShownRisk *shown;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (risk < self->catalog->n_risks, FALSE);

  shown = np_consultation_shown_risk (self, risk);
  if (shown == NULL)
    return FALSE;
  digest = np_consultation_risk_digest (self, shown);
  return np_consultation_is_noted (self, "/disclosure/acknowledged", self->catalog->risks[risk].id, digest);
}

/**
 * np_consultation_tell:
 * @self: a consultation
 * @information: position of an entry that applies
 * @told: whether it was told; %FALSE takes that back
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Returns: whether that was noted
 */
gboolean
np_consultation_tell (NpConsultation *self, guint information, gboolean told, GError **error)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (information < self->catalog->n_information, FALSE);

  return note (self, "/disclosure/told", self->catalog->information[information].id, "told",
               told ? np_consultation_information_digest (self, information) : NULL, error);
}

/**
 * np_consultation_is_told:
 * @self: a consultation
 * @information: position of an entry
 *
 * Returns: whether it was told in the words that are shown now
 */
gboolean
np_consultation_is_told (NpConsultation *self, guint information)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (information < self->catalog->n_information, FALSE);

  digest = np_consultation_information_digest (self, information);
  return np_consultation_is_noted (self, "/disclosure/told", self->catalog->information[information].id, digest);
}

/* ---- what is still to do ---- */

static void
todo_risk (NpConsultation *self, const NpShownRisk *shown, GPtrArray *todo)
{
  const NpRisk *risk = &self->catalog->risks[shown->risk];

  if (!np_consultation_is_acknowledged (self, shown->risk))
    np_todo_add (todo, NP_STEP_DISCLOSURE, np_consultation_entry_pointer ("/disclosure/acknowledged", risk->id),
                 /* Translators: %s is the title of a risk, as “Infection” */
                 g_strdup_printf (_("Go through this risk: %s."), np_consultation_say (self, &risk->title)));
}

/* The patient's own risks first, then the serious ones, then the rest, as the page shows them. */
static void
todo_risks (NpConsultation *self, GPtrArray *todo)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < self->assessment->n_risks; i++)
      {
        const NpShownRisk *shown = &self->assessment->risks[i];
        guint place = shown->n_because > 0 ? 0 : self->catalog->risks[shown->risk].serious ? 1 : 2;

        if (place == pass)
          todo_risk (self, shown, todo);
      }
}

static void
todo_told (NpConsultation *self, GPtrArray *todo)
{
  for (guint i = 0; i < self->catalog->n_information; i++)
    if (np_consultation_applies_information (self, i) && !np_consultation_is_told (self, i))
      {
        const NpInformation *entry = &self->catalog->information[i];

        np_todo_add (todo, NP_STEP_DISCLOSURE, np_consultation_entry_pointer ("/disclosure/told", entry->id),
                     /* Translators: %s is the heading of a piece of information, as “How it works” */
                     g_strdup_printf (_("Tell the patient: %s."), np_consultation_say (self, &entry->title)));
      }
}

static gboolean
has_statement (NpConsultation *self, const char *pointer)
{
  g_autofree char *text = g_strconcat (pointer, "/text", NULL);
  g_autofree char *none = g_strconcat (pointer, "/none", NULL);

  return np_consultation_has_text (self, text) || np_consultation_get_bool (self, none);
}

static void
todo_words (NpConsultation *self, GPtrArray *todo)
{
  if (!has_statement (self, "/disclosure/goals"))
    np_todo_add (todo, NP_STEP_DISCLOSURE, g_strdup ("/disclosure/goals"),
                 g_strdup (_("Write down what the patient hopes for, in their words.")));
  if (!has_statement (self, "/disclosure/matters"))
    np_todo_add (todo, NP_STEP_DISCLOSURE, g_strdup ("/disclosure/matters"),
                 g_strdup (_("Write down what matters most to the patient, or that nothing was named.")));
  if (np_document_lookup (self->document, "/disclosure/questions") == NULL)
    np_todo_add (todo, NP_STEP_DISCLOSURE, g_strdup ("/disclosure/questions"),
                 g_strdup (_("Ask whether the patient has questions.")));
  if (!np_consultation_has_text (self, "/disclosure/costs/session") &&
      !np_consultation_has_text (self, "/disclosure/costs/note"))
    np_todo_add (todo, NP_STEP_DISCLOSURE, g_strdup ("/disclosure/costs"),
                 g_strdup (_("Enter the price of a session, or a note on the costs.")));
}

static void
todo_photographs (NpConsultation *self, GPtrArray *todo)
{
  for (guint i = 0; i < self->catalog->photographs.n_items; i++)
    {
      const NpItem *item = &self->catalog->photographs.items[i];
      g_autofree char *pointer = np_consultation_entry_pointer ("/disclosure/photographs", item->id);
      g_autofree char *ask = np_consultation_quote (self, &item->text);

      if (np_document_lookup (self->document, pointer) == NULL)
        np_todo_add (todo, NP_STEP_DISCLOSURE, g_steal_pointer (&pointer),
                     /* Translators: %s is how a question begins */
                     g_strdup_printf (_("Ask about photographs: %s"), ask));
    }
}

void
np_consultation_todo_disclosure (NpConsultation *self, GPtrArray *todo)
{
  todo_risks (self, todo);
  todo_told (self, todo);
  todo_words (self, todo);
  todo_photographs (self, todo);
}
