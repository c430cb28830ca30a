/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* How it ends, and who signs that. */

/* ---- the ending ---- */

gboolean
np_consultation_is_blocked (NpConsultation *self)
{
  return self->assessment->outcome == NP_OUTCOME_DEFER || self->assessment->outcome == NP_OUTCOME_DO_NOT_PROCEED;
}

static gboolean
may_consent (NpConsultation *self, GError **error)
{
  if (np_consultation_is_blocked (self))
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
        _("This plan cannot be consented to as it stands. It can be postponed, or end as not suitable."));
  if (!np_consultation_is_done_until (self, NP_STEP_UNDERSTANDING, error))
    return FALSE;
  if (!self->assessment->for_signature)
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
        _("This plan is not ready to be consented to. Look at the reason at the bottom of the window."));
  if (np_consultation_is_minor (self) && np_consultation_is_early (self))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                                   _("The planned day is too early for someone under 18. Choose a later day."));
  return TRUE;
}

/**
 * np_consultation_may_end:
 * @self: a consultation
 * @kind: how it would end
 * @error: return location for an error of #NP_CONSULTATION_ERROR: why not
 *
 * Stopping is possible at any time, as soon as it is known who the patient and the practitioner are. Consent needs
 * every step done and an outcome that permits it.
 *
 * Returns: whether it may end so
 */
gboolean
np_consultation_may_end (NpConsultation *self, NpKind kind, GError **error)
{
  g_autoptr (GPtrArray) todo = NULL;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  if (kind == NP_KIND_CONSENT)
    return may_consent (self, error);
  todo = g_ptr_array_new_with_free_func ((GDestroyNotify) np_todo_free);
  np_consultation_todo_names (self, todo);
  if (todo->len > 0)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   ((NpTodo *) g_ptr_array_index (todo, 0))->message);
  return TRUE;
}

/**
 * np_consultation_set_ending:
 * @self: a consultation
 * @kind: how it ends
 * @reason: (nullable): why; needed unless it is consent
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Signatures given for another ending end.
 *
 * Returns: whether it may end so
 */
gboolean
np_consultation_set_ending (NpConsultation *self, NpKind kind, const char *reason, GError **error)
{
  g_autofree char *clean = NULL;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  clean = g_strstrip (np_json_clean_text (reason != NULL ? reason : "", NULL));
  if (!np_consultation_may_end (self, kind, error))
    return FALSE;
  if (kind != NP_KIND_CONSENT && *clean == '\0')
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_INVALID, _("Enter the reason."));
  changed = np_consultation_begin (self);
  np_document_put_string (changed, "/ending/kind", np_kind_words[kind]);
  if (*clean != '\0')
    np_document_put_string (changed, "/ending/reason", clean);
  else
    np_document_put (changed, "/ending/reason", NULL);
  np_document_log (changed, self->clock, "ending", np_kind_words[kind], NULL);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_clear_ending:
 * @self: a consultation
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * It is open again how it ends; signatures end with what they were given for.
 *
 * Returns: whether an ending had been chosen
 */
gboolean
np_consultation_clear_ending (NpConsultation *self, GError **error)
{
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  if (!np_consultation_get_ending (self, NULL))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("No ending has been chosen."));
  changed = np_consultation_begin (self);
  np_document_put (changed, "/ending", NULL);
  np_document_log (changed, self->clock, "ending", NULL, NULL);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_get_ending:
 * @self: a consultation
 * @kind: (out) (optional): how it ends
 *
 * Returns: whether that was chosen
 */
gboolean
np_consultation_get_ending (NpConsultation *self, NpKind *kind)
{
  const char *word;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  word = np_document_string (self->document, "/ending/kind");
  for (int i = 0; word != NULL && np_kind_words[i] != NULL; i++)
    if (g_str_equal (word, np_kind_words[i]))
      {
        if (kind != NULL)
          *kind = i;
        return TRUE;
      }
  return FALSE;
}

/* ---- who signs ---- */

NpMethod
np_consultation_method_of (JsonObject *signature)
{
  const char *word = json_object_get_string_member_with_default (signature, "method", "");

  for (int i = 0; np_method_words[i] != NULL; i++)
    if (g_str_equal (word, np_method_words[i]))
      return i;
  return NP_METHOD_DECLINED;
}

static gboolean
is_signed_by_witness (NpConsultation *self)
{
  JsonArray *signatures = np_document_array (self->document, "/signatures");

  for (guint i = 0; signatures != NULL && i < json_array_get_length (signatures); i++)
    if (np_consultation_method_of (json_array_get_object_element (signatures, i)) == NP_METHOD_BY_WITNESS)
      return TRUE;
  return FALSE;
}

/* For someone under 18 the guardian signs; an ending other than consent is possible without one. */
static gboolean
guardian_signs (NpConsultation *self, NpKind kind)
{
  return np_consultation_is_minor (self) &&
         (kind == NP_KIND_CONSENT || np_consultation_has_text (self, "/guardian/name"));
}

gboolean
np_consultation_signs (NpConsultation *self, NpKind kind, NpRole role)
{
  if (np_catalog_attestation (self->catalog, kind, role) == NULL)
    return FALSE;
  switch (role)
    {
    case NP_ROLE_PATIENT:
      return !guardian_signs (self, kind);
    case NP_ROLE_GUARDIAN:
      return guardian_signs (self, kind);
    case NP_ROLE_MINOR:
      return np_consultation_is_minor (self) && kind == NP_KIND_CONSENT;
    case NP_ROLE_INTERPRETER:
      return np_consultation_has_text (self, "/interpreter/name");
    case NP_ROLE_WITNESS:
      return is_signed_by_witness (self);
    case NP_ROLE_PRACTITIONER:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * np_consultation_signers:
 * @self: a consultation
 * @kind: how it ends
 *
 * A witness is among them once someone signed by witness.
 *
 * Returns: (transfer full) (element-type NpRole): who signs, in order; the practitioner is the last
 */
GArray *
np_consultation_signers (NpConsultation *self, NpKind kind)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (NpRole));

  g_return_val_if_fail (NP_IS_CONSULTATION (self), roles);

  for (NpRole role = 0; role < NP_N_ROLES; role++)
    if (np_consultation_signs (self, kind, role))
      g_array_append_val (roles, role);
  return roles;
}

/**
 * np_consultation_role_may_decline:
 * @self: a consultation
 * @kind: how it ends
 * @role: who signs
 *
 * Returns: whether that person is only offered to sign: everyone but the practitioner, unless it is consent (design 5)
 */
gboolean
np_consultation_role_may_decline (NpConsultation *self, NpKind kind, NpRole role)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  return kind != NP_KIND_CONSENT && role != NP_ROLE_PRACTITIONER;
}

static const char *const name_pointers[] = { "/patient/name",     "/guardian/name", "/patient/name",
                                             "/interpreter/name", "/witness/name",  "/practitioner/name" };
G_STATIC_ASSERT (G_N_ELEMENTS (name_pointers) == NP_N_ROLES);

/**
 * np_consultation_signer_name:
 * @self: a consultation
 * @role: who signs
 *
 * Returns: (transfer full) (nullable): the printed name; %NULL where there is none yet
 */
char *
np_consultation_signer_name (NpConsultation *self, NpRole role)
{
  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  g_return_val_if_fail ((guint) role < NP_N_ROLES, NULL);

  return np_consultation_has_text (self, name_pointers[role])
             ? g_strdup (np_document_string (self->document, name_pointers[role]))
             : NULL;
}
