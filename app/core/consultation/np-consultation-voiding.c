/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* What an edit ends (design 4): one comparison of what the document holds with what follows from it now. Everything
 * that is ended is taken out, logged, and said in a sentence. */

void
np_consultation_say_voided (NpConsultation *self, const char *of, char *sentence)
{
  np_document_log (self->document, self->clock, "voided", of, NULL);
  g_ptr_array_add (self->voided, sentence);
}

static void
derive_again (NpConsultation *self)
{
  g_autoptr (GError) error = NULL;

  if (!np_consultation_derive (self, NULL, &error))
    g_error ("taking out what ended made the document invalid: %s", error->message);
}

/* ---- decisions ---- */

/* A decision ends when what it was based on changed, or is no longer there. */
static gboolean
decision_holds (NpConsultation *self, JsonObject *decision)
{
  int finding = np_catalog_find_finding (self->catalog, json_object_get_string_member (decision, "finding"));
  const NpFired *fired = np_assessment_find (self->assessment, (guint) finding);
  const char *stored = json_object_get_string_member_with_default (decision, "basis", NULL);
  g_autofree char *basis = NULL;

  if (fired == NULL)
    return FALSE;
  basis = np_assessment_basis (self->reading->facts, fired);
  return stored == NULL || g_str_equal (stored, basis);
}

static void
end_decision (NpConsultation *self, guint position, const char *id)
{
  int finding = np_catalog_find_finding (self->catalog, id);
  g_autofree char *pointer = g_strdup_printf ("/decisions/%u", position);

  np_document_log (self->document, self->clock, "decision-ended", id, NULL);
  g_ptr_array_add (self->voided,
                   /* Translators: %s is the title of what was found */
                   g_strdup_printf (_("The decision on “%s” ends, because what it was based on has changed."),
                                    self->catalog->findings[finding].title.source));
  np_document_put (self->document, pointer, NULL);
}

static void
void_decisions (NpConsultation *self)
{
  JsonArray *decisions = np_document_array (self->document, "/decisions");
  gboolean ended = FALSE;

  for (guint i = decisions != NULL ? json_array_get_length (decisions) : 0; i > 0; i--)
    {
      JsonObject *decision = json_array_get_object_element (decisions, i - 1);
      g_autofree char *id = g_strdup (json_object_get_string_member (decision, "finding"));

      if (decision_holds (self, decision))
        continue;
      end_decision (self, i - 1, id);
      ended = TRUE;
    }
  if (ended)
    derive_again (self);
}

/* ---- what was shown, told and understood ---- */

/* An entry that was made on another text, or for another reason, than today's. */
static gboolean
is_outdated (JsonObject *entries, const char *id, const char *digest)
{
  JsonObject *entry =
      entries != NULL && json_object_has_member (entries, id) ? json_object_get_object_member (entries, id) : NULL;
  const char *stored = entry != NULL ? json_object_get_string_member_with_default (entry, "digest", NULL) : NULL;

  return stored != NULL && !g_str_equal (stored, digest);
}

static void
void_acknowledgements (NpConsultation *self)
{
  for (guint i = 0; i < self->assessment->n_risks; i++)
    {
      const NpShownRisk *shown = &self->assessment->risks[i];
      const NpRisk *risk = &self->catalog->risks[shown->risk];
      g_autofree char *digest = np_consultation_risk_digest (self, shown);
      JsonObject *entries = np_document_object (self->document, "/disclosure/acknowledged");

      if (!is_outdated (entries, risk->id, digest))
        continue;
      json_object_remove_member (entries, risk->id);
      np_consultation_say_voided (self, risk->id,
                                  /* Translators: %s is the title of a risk */
                                  g_strdup_printf (_("The risk “%s” has to be gone through again."),
                                                   np_consultation_say (self, &risk->title)));
    }
}

static void
end_unseen (NpConsultation *self, JsonObject *entries, const char *id)
{
  int risk = np_catalog_find_risk (self->catalog, id);

  json_object_remove_member (entries, id);
  np_consultation_say_voided (
      self, id,
      /* Translators: %s is the title of a risk */
      g_strdup_printf (_("The risk “%s” was ticked without having been shown. It has to be gone through again."),
                       np_consultation_say (self, &self->catalog->risks[risk].title)));
}

/* Once a tick was taken for a risk that had not been in view. A record of such a draft would be refused (record rules 29 and
 * 30), and only when everyone has signed. */
gboolean
np_consultation_void_unseen (NpConsultation *self)
{
  JsonObject *entries = np_document_object (self->document, "/disclosure/acknowledged");
  g_autoptr (GList) ids = entries != NULL ? json_object_get_members (entries) : NULL;
  gboolean any = FALSE;

  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *id = g_strdup (l->data);

      if (np_consultation_was_shown (self, id, NULL))
        continue;
      end_unseen (self, entries, id);
      any = TRUE;
    }
  return any;
}

static void
void_told (NpConsultation *self)
{
  for (guint i = 0; i < self->catalog->n_information; i++)
    {
      const NpInformation *information = &self->catalog->information[i];
      g_autofree char *digest = np_consultation_information_digest (self, i);
      JsonObject *entries = np_document_object (self->document, "/disclosure/told");

      if (!is_outdated (entries, information->id, digest))
        continue;
      json_object_remove_member (entries, information->id);
      np_consultation_say_voided (
          self, information->id,
          /* Translators: %s is the heading of a piece of information */
          g_strdup_printf (_("“%s” has to be told again."), np_consultation_say (self, &information->title)));
    }
}

static void
void_understanding (NpConsultation *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->catalog->n_teach_back; i++)
    {
      const NpTeachBack *teach_back = &self->catalog->teach_back[i];
      g_autofree char *digest = np_consultation_teach_back_digest (self, i);
      g_autofree char *ask = NULL;
      JsonObject *entries = np_document_object (self->document, "/understanding");

      if (!is_outdated (entries, teach_back->id, digest))
        continue;
      json_object_remove_member (entries, teach_back->id);
      any = TRUE;
      ask = np_consultation_quote (self, &teach_back->ask);
      np_consultation_say_voided (self, teach_back->id,
                                  /* Translators: %s is how a question to the patient begins */
                                  g_strdup_printf (_("“%s” has to be asked again."), ask));
    }
  /* A decision to go on although something was not understood was about those answers. */
  if (any && np_document_lookup (self->document, "/understanding_decision") != NULL)
    {
      np_document_put (self->document, "/understanding_decision", NULL);
      np_consultation_say_voided (self, "understanding-decision",
                                  g_strdup (_("The decision on what was not understood ends.")));
    }
}

/* ---- signatures ---- */

static void
void_identity (NpConsultation *self)
{
  if (np_document_lookup (self->document, "/patient/confirmed_at") == NULL)
    return;
  np_document_put (self->document, "/patient/confirmed_at", NULL);
  np_consultation_say_voided (self, "identity",
                              g_strdup (_("The patient's identity has to be confirmed again before signing.")));
}

static void
end_signature (NpConsultation *self, NpRole role)
{
  int position = np_consultation_signature_position (self->document, role);
  g_autofree char *name_pointer = g_strdup_printf ("/signatures/%d/name", position);
  g_autofree char *pointer = g_strdup_printf ("/signatures/%d", position);

  if (position < 0)
    return;
  np_consultation_say_voided (
      self, np_role_words[role],
      /* Translators: %s is who signed, as “Patient” */
      g_strdup_printf (_("The signature of %s ends."), np_document_string (self->document, name_pointer)));
  np_document_put (self->document, pointer, NULL);
}

static void
void_signatures (NpConsultation *self)
{
  for (NpRole role = 0; role < NP_N_ROLES; role++)
    end_signature (self, role);
  np_document_put (self->document, "/signatures", NULL);
}

static JsonNode *
signature_in (JsonNode *document, NpRole role)
{
  int position = np_consultation_signature_position (document, role);

  return position >= 0 ? json_array_get_element (np_document_array (document, "/signatures"), (guint) position) : NULL;
}

/* The practitioner signs what the others signed, and a witness what someone could not sign by hand: those end with it. */
static void
void_later_signatures (NpConsultation *self, JsonNode *before)
{
  for (NpRole role = 0; role < NP_ROLE_PRACTITIONER; role++)
    {
      JsonNode *then = signature_in (before, role), *now = signature_in (self->document, role);

      if (then == NULL || (now != NULL && json_node_equal (then, now)))
        continue;
      if (np_consultation_method_of (json_node_get_object (then)) == NP_METHOD_BY_WITNESS)
        end_signature (self, NP_ROLE_WITNESS);
      end_signature (self, NP_ROLE_PRACTITIONER);
    }
}

static void
void_ending (NpConsultation *self)
{
  NpKind kind;

  if (!np_consultation_get_ending (self, &kind) || kind != NP_KIND_CONSENT || self->assessment->for_signature)
    return;
  /* While answers of an earlier day wait to be given again nothing is possible yet: it is judged when they are there. */
  if (np_consultation_is_reopened (self))
    return;
  np_document_put (self->document, "/ending", NULL);
  np_consultation_say_voided (self, "ending", g_strdup (_("Consent is no longer possible. Choose how this ends.")));
}

/* ---- the time to think ---- */

static gboolean
is_informed (NpConsultation *self)
{
  g_autoptr (GPtrArray) todo = g_ptr_array_new_with_free_func ((GDestroyNotify) np_todo_free);

  if (!np_consultation_is_done_until (self, NP_STEP_DECISIONS, NULL))
    return FALSE;
  np_consultation_todo_disclosure (self, todo);
  return todo->len == 0;
}

/* Sets `informed_at` when disclosure has become complete (design 4). A file that holds all of it and does not say since
 * when was told now, as far as anyone can prove. */
void
np_consultation_note_informed (NpConsultation *self)
{
  g_autofree char *stamp = NULL;

  if (np_document_lookup (self->document, "/disclosure/informed_at") != NULL || !is_informed (self))
    return;
  stamp = np_clock_stamp (self->clock);
  np_document_put_string (self->document, "/disclosure/informed_at", stamp);
  np_document_log (self->document, self->clock, "informed", NULL, NULL);
}

/* What was complete and is not any more has to be completed again, and the time to think begins then. */
static void
void_informed (NpConsultation *self)
{
  g_autoptr (GPtrArray) todo = g_ptr_array_new_with_free_func ((GDestroyNotify) np_todo_free);

  if (np_document_lookup (self->document, "/disclosure/informed_at") == NULL)
    return;
  np_consultation_todo_disclosure (self, todo);
  if (todo->len == 0)
    return;
  np_document_put (self->document, "/disclosure/informed_at", NULL);
  np_consultation_say_voided (self, "informed",
                              g_strdup (_("The time to think begins again once everything has been told.")));
}

/* The reason for an early day was given for that day, and for the time at which all was told. */
static void
void_early (NpConsultation *self, JsonNode *before)
{
  static const char *const grounds[] = { "/planned_on", "/disclosure/informed_at" };
  gboolean same = TRUE;

  if (np_document_lookup (self->document, "/early") == NULL || np_document_lookup (before, "/early") == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    same = same && g_strcmp0 (np_document_string (before, grounds[i]), np_document_string (self->document, grounds[i])) == 0;
  if (same)
    return;
  np_document_put (self->document, "/early", NULL);
  np_consultation_say_voided (self, "early", g_strdup (_("The reason for an early day ends, for it was given for another day.")));
}

/* Ends what does not follow from the document any more. While answers of an earlier day are waiting to be given again,
 * reasons are incomplete and nothing can be said about what rests on them. */
void
np_consultation_void_followed (NpConsultation *self)
{
  if (np_consultation_is_reopened (self))
    return;
  void_decisions (self);
  void_acknowledgements (self);
  void_told (self);
  void_understanding (self);
  void_informed (self);
}

/* Any edit of the content ends every signature, and the identity has to be confirmed anew. */
void
np_consultation_void_signed (NpConsultation *self)
{
  void_signatures (self);
  void_identity (self);
  void_ending (self);
}

static gboolean
same_ending (JsonNode *before, JsonNode *after)
{
  return g_strcmp0 (np_document_string (before, "/ending/kind"), np_document_string (after, "/ending/kind")) == 0 &&
         g_strcmp0 (np_document_string (before, "/ending/reason"), np_document_string (after, "/ending/reason")) == 0;
}

/* A witness is found when someone turns out not to be able to sign: that ends what was signed, not who the patient is. */
static gboolean
same_witness (JsonNode *before, JsonNode *after)
{
  JsonNode *then = np_document_lookup (before, "/witness"), *now = np_document_lookup (after, "/witness");

  return then != NULL && now != NULL ? json_node_equal (then, now) : then == now;
}

void
np_consultation_void (NpConsultation *self, JsonNode *before, gboolean content_changed)
{
  if (content_changed)
    {
      np_consultation_void_followed (self);
      void_early (self, before);
      np_consultation_void_signed (self);
    }
  else if (!same_ending (before, self->document) || !same_witness (before, self->document))
    void_signatures (self);
  else
    void_later_signatures (self, before);
  if (self->voided->len > 0)
    derive_again (self);
}
