/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* A clinician's word on one finding. */

static int
decision_position (JsonNode *document, const char *finding)
{
  JsonArray *decisions = np_document_array (document, "/decisions");

  for (guint i = 0; decisions != NULL && i < json_array_get_length (decisions); i++)
    {
      JsonObject *decision = json_array_get_object_element (decisions, i);

      if (g_str_equal (json_object_get_string_member (decision, "finding"), finding))
        return (int) i;
    }
  return -1;
}

static gboolean
take_out (JsonNode *document, const char *finding)
{
  int position = decision_position (document, finding);
  g_autofree char *pointer = g_strdup_printf ("/decisions/%d", position);

  if (position >= 0)
    np_document_put (document, pointer, NULL);
  return position >= 0;
}

/* What may be decided: an absolute finding never, an advisory one has nothing to decide, and a go-ahead only where the
 * catalogue permits one (brief 0.4, "Overrides"). */
static gboolean
may_decide (const NpFired *fired, NpVerdict verdict, GError **error)
{
  if (fired == NULL)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   _("There is nothing to decide here: this finding is not there."));
  if (fired->class == NP_CLASS_ABSOLUTE)
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
        _("Nobody can decide to go ahead here. The plan as it stands must not be carried out."));
  if (fired->class == NP_CLASS_ADVISORY)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED, _("This finding needs no decision."));
  if (verdict == NP_VERDICT_GO_AHEAD && !fired->ruling_allowed)
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
        _("A go-ahead is not possible here. What the finding waits for has to happen first."));
  return TRUE;
}

/* A finding that someone outside has to answer needs that answer before the plan may go ahead. */
static gboolean
is_outside_missing (NpConsultation *self, guint finding, NpVerdict verdict, JsonObject *outside)
{
  return self->catalog->findings[finding].decision == NP_DECIDE_EXTERNAL && verdict == NP_VERDICT_GO_AHEAD &&
         outside == NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

static JsonNode *
make_decision (NpConsultation *self,
               const NpFired *fired,
               NpVerdict verdict,
               const char *name,
               const char *role,
               const char *reason,
               JsonObject *outside)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *basis = np_assessment_basis (self->reading->facts, fired);
  JsonObject *decision = json_object_new ();

  json_node_take_object (node, decision);
  np_json_put_string (decision, "finding", self->catalog->findings[fired->finding].id);
  np_json_put_string (decision, "decision", np_verdict_words[verdict]);
  np_json_put_string (decision, "name", name);
  np_json_put_string (decision, "role", role);
  np_json_put_string (decision, "date", np_document_string (self->document, "/assessed_on"));
  np_json_put_string (decision, "reason", reason);
  if (outside != NULL)
    np_json_put_object (decision, "outside", json_object_ref (outside));
  np_json_put_string (decision, "basis", basis);
  return np_document_copy_clean (node);
}

/**
 * np_consultation_decide:
 * @self: a consultation
 * @finding: position of a finding that fires
 * @verdict: what was decided
 * @name: who decided
 * @role: as what
 * @reason: why
 * @outside: (transfer full) (nullable): who outside was asked, `who`, `answer`, `date`; needed to go ahead on a finding
 * that only someone outside can answer
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Records a decision, in the place of an earlier one on the same finding. It ends by itself when what it was based on
 * changes.
 *
 * Returns: whether the decision was taken
 */
gboolean
np_consultation_decide (NpConsultation *self,
                        guint finding,
                        NpVerdict verdict,
                        const char *name,
                        const char *role,
                        const char *reason,
                        JsonObject *outside,
                        GError **error)
{
  g_autoptr (JsonObject) given = outside;
  const NpFired *fired;
  const char *id;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (finding < self->catalog->n_findings, FALSE);

  fired = np_assessment_find (self->assessment, finding);
  if (!may_decide (fired, verdict, error))
    return FALSE;
  if (is_blank (name) || is_blank (role) || is_blank (reason))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_INVALID,
                                   _("A decision needs a name, a role and a reason."));
  if (is_outside_missing (self, finding, verdict, given))
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_INVALID,
        _("Enter who was asked, what the answer was, and when. Only then can this go ahead."));
  id = self->catalog->findings[finding].id;
  changed = np_consultation_begin (self);
  take_out (changed, id);
  np_document_put (changed, "/decisions/-", make_decision (self, fired, verdict, name, role, reason, given));
  np_document_log (changed, self->clock, "decided", id, np_verdict_words[verdict]);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_undecide:
 * @self: a consultation
 * @finding: position of a finding
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Takes a decision back. The log keeps that there was one.
 *
 * Returns: whether there was a decision
 */
gboolean
np_consultation_undecide (NpConsultation *self, guint finding, GError **error)
{
  g_autoptr (JsonNode) changed = NULL;
  const char *id;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail (finding < self->catalog->n_findings, FALSE);

  id = self->catalog->findings[finding].id;
  changed = np_consultation_begin (self);
  if (!take_out (changed, id))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("There is no decision on this finding."));
  np_document_log (changed, self->clock, "decision-ended", id, NULL);
  return np_consultation_apply_undoable (self, g_steal_pointer (&changed), error);
}

/**
 * np_consultation_get_decision:
 * @self: a consultation
 * @finding: position of a finding
 *
 * Returns: (transfer none) (nullable): the decision on it, until the next edit
 */
JsonObject *
np_consultation_get_decision (NpConsultation *self, guint finding)
{
  int position;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  g_return_val_if_fail (finding < self->catalog->n_findings, NULL);

  position = decision_position (self->document, self->catalog->findings[finding].id);
  if (position < 0)
    return NULL;
  return json_array_get_object_element (np_document_array (self->document, "/decisions"), (guint) position);
}

/**
 * np_consultation_assessment_json:
 * @self: a consultation
 *
 * Writes the assessment as it stands in records and as `needlepointctl screen` prints it, each decision with the finding that it is
 * about, and what is waited for in the patient's language.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
np_consultation_assessment_json (NpConsultation *self)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);

  for (guint i = 0; i < self->assessment->n_findings; i++)
    {
      guint finding = self->assessment->findings[i].finding;
      JsonObject *decision = np_consultation_get_decision (self, finding);

      if (decision != NULL)
        g_hash_table_insert (decisions, (gpointer) self->catalog->findings[finding].id, decision);
    }
  return np_assessment_to_json (self->assessment, self->language, decisions);
}

static gboolean
needs_decision (const NpFired *fired)
{
  return fired->class == NP_CLASS_RELATIVE && fired->ruling < 0;
}

/* A file may hold a go-ahead without the answer from outside that it needs. */
static gboolean
lacks_outside (NpConsultation *self, const NpFired *fired)
{
  JsonObject *decision = np_consultation_get_decision (self, fired->finding);

  return fired->ruling >= 0 && self->catalog->findings[fired->finding].decision == NP_DECIDE_EXTERNAL &&
         g_str_equal (json_object_get_string_member (decision, "decision"), np_verdict_words[NP_VERDICT_GO_AHEAD]) &&
         !json_object_has_member (decision, "outside");
}

void
np_consultation_todo_decisions (NpConsultation *self, GPtrArray *todo)
{
  for (guint i = 0; i < self->assessment->n_findings; i++)
    {
      const NpFired *fired = &self->assessment->findings[i];
      const NpFinding *finding = &self->catalog->findings[fired->finding];

      if (needs_decision (fired))
        np_todo_add (todo, NP_STEP_DECISIONS, g_strdup_printf ("/decisions/%s", finding->id),
                     /* Translators: %s is the title of what was found, as “Takes a blood thinner” */
                     g_strdup_printf (_("Record a decision: %s."), finding->title.source));
      else if (lacks_outside (self, fired))
        np_todo_add (todo, NP_STEP_DECISIONS, g_strdup_printf ("/decisions/%s", finding->id),
                     /* Translators: %s is the title of what was found, as “Takes a blood thinner” */
                     g_strdup_printf (_("Enter who outside was asked: %s."), finding->title.source));
    }
}
