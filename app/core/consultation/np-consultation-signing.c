/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

#include "np-json-write.h"

/* Signatures: what each one needs, and what is still missing. */

/**
 * np_consultation_confirm_identity:
 * @self: a consultation
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Notes that the patient's identity was confirmed once more, right before signing.
 *
 * Returns: whether that was noted
 */
gboolean
np_consultation_confirm_identity (NpConsultation *self, GError **error)
{
  g_autofree char *stamp = NULL;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  if (!np_consultation_may_end (self, NP_KIND_REFUSAL, error))
    return FALSE;
  stamp = np_clock_stamp (self->clock);
  changed = np_consultation_begin (self);
  np_document_put_string (changed, "/patient/confirmed_at", stamp);
  np_document_log (changed, self->clock, "identity-confirmed", NULL, NULL);
  return np_consultation_apply (self, changed, error);
}

int
np_consultation_signature_position (JsonNode *document, NpRole role)
{
  JsonArray *signatures = np_document_array (document, "/signatures");

  for (guint i = 0; signatures != NULL && i < json_array_get_length (signatures); i++)
    {
      JsonObject *signature = json_array_get_object_element (signatures, i);

      if (g_str_equal (json_object_get_string_member (signature, "role"), np_role_words[role]))
        return (int) i;
    }
  return -1;
}

static void
take_out (JsonNode *document, NpRole role)
{
  int position = np_consultation_signature_position (document, role);
  g_autofree char *pointer = g_strdup_printf ("/signatures/%d", position);

  if (position >= 0)
    np_document_put (document, pointer, NULL);
}

static gboolean
others_have_signed (NpConsultation *self, NpKind kind)
{
  for (NpRole role = 0; role < NP_ROLE_PRACTITIONER; role++)
    if (np_consultation_signs (self, kind, role) && np_consultation_get_signature (self, role) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
np_consultation_may_witness (NpConsultation *self, NpRole role, GError **error)
{
  if (role > NP_ROLE_MINOR)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                                   _("Only the patient or guardian can sign by witness."));
  if (!np_consultation_has_text (self, "/witness/name") || !np_consultation_has_text (self, "/witness/reason"))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   _("Enter the witness first, and why the patient cannot sign by hand."));
  return TRUE;
}

/* What is asked on the day is asked on the day of each signature (brief 0.4). */
static gboolean
is_today (NpConsultation *self)
{
  return np_day_parse (np_document_string (self->document, "/assessed_on")) == np_clock_today (self->clock);
}

static gboolean
is_name_of (NpConsultation *self, NpRole role, const char *typed)
{
  g_autofree char *name = np_consultation_signer_name (self, role);
  g_autofree char *printed = name != NULL ? g_utf8_casefold (name, -1) : NULL;
  g_autofree char *given = g_utf8_casefold (typed, -1);

  return g_strcmp0 (g_strstrip (given), printed) == 0;
}

/* People type what they are called, so any words are taken; only not the name of somebody else who takes part. */
static gboolean
is_name_of_another (NpConsultation *self, NpRole role, JsonObject *signature)
{
  const char *typed = json_object_get_string_member_with_default (signature, "typed", NULL);

  if (typed == NULL || is_name_of (self, role, typed))
    return FALSE;
  for (NpRole other = 0; other < NP_N_ROLES; other++)
    if (is_name_of (self, other, typed))
      return TRUE;
  return FALSE;
}

static gboolean
may_sign (NpConsultation *self, NpKind kind, NpRole role, JsonObject *signature, GError **error)
{
  NpMethod method = np_consultation_method_of (signature);

  if (!np_consultation_may_end (self, kind, error))
    return FALSE;
  if (!np_consultation_signs (self, kind, role))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED, _("This person does not sign here."));
  if (np_document_lookup (self->document, "/patient/confirmed_at") == NULL)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("Confirm the patient's identity first."));
  if (kind == NP_KIND_CONSENT && !is_today (self))
    return np_consultation_refuse (
        error, NP_CONSULTATION_ERROR_NOT_NOW,
        _("A new day has begun. Close this consultation and open it again: some questions are asked anew each day."));
  if (method == NP_METHOD_DECLINED && !np_consultation_role_may_decline (self, kind, role))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                                   _("This signature is needed and cannot be declined."));
  if (method == NP_METHOD_BY_WITNESS && !np_consultation_may_witness (self, role, error))
    return FALSE;
  if (is_name_of_another (self, role, signature))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_ALLOWED,
                                   _("This is the name of somebody else. Whoever signs here types their own name."));
  if (role == NP_ROLE_PRACTITIONER && !others_have_signed (self, kind))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   _("The practitioner signs last. Someone has not signed yet."));
  return TRUE;
}

static void
copy_member (NpConsultation *self, JsonObject *signature, const char *name, const char *pointer)
{
  JsonNode *node = np_document_lookup (self->document, pointer);

  if (node != NULL)
    json_object_set_member (signature, name, np_document_copy (node));
}

/* How each signer was identified (record rule 4); for the guardian, how related (rule 9). */
static void
fill_identity (NpConsultation *self, JsonObject *signature, NpRole role)
{
  if (role == NP_ROLE_PATIENT || role == NP_ROLE_MINOR)
    copy_member (self, signature, "identified_by", "/patient/identified_by");
  if (role != NP_ROLE_GUARDIAN)
    return;
  copy_member (self, signature, "identified_by", "/guardian/identified_by");
  copy_member (self, signature, "relationship", "/guardian/relationship");
}

static void
fill_method (NpConsultation *self, JsonObject *signature)
{
  NpMethod method = np_consultation_method_of (signature);

  if (method == NP_METHOD_INK && !json_object_has_member (signature, "attested_by"))
    copy_member (self, signature, "attested_by", "/practitioner/name");
  if (method == NP_METHOD_BY_WITNESS && !json_object_has_member (signature, "reason"))
    copy_member (self, signature, "reason", "/witness/reason");
}

static JsonNode *
make_signature (NpConsultation *self, NpKind kind, NpRole role, JsonObject *given)
{
  const NpAttestation *attestation = np_catalog_attestation (self->catalog, kind, role);
  g_autoptr (JsonNode) wrapped = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *name = np_consultation_signer_name (self, role);
  g_autofree char *stamp = np_clock_stamp (self->clock);
  JsonNode *node;
  JsonObject *signature;

  json_node_set_object (wrapped, given);
  node = np_document_copy_clean (wrapped);
  signature = json_node_get_object (node);
  np_json_put_string (signature, "role", np_role_words[role]);
  np_json_put_string (signature, "name", name);
  np_json_put_string (signature, "at", stamp);
  np_json_put_string (signature, "attestation", attestation->id);
  np_json_put_string (signature, "meaning", np_consultation_say (self, &attestation->meaning));
  fill_identity (self, signature, role);
  fill_method (self, signature);
  return node;
}

/**
 * np_consultation_sign:
 * @self: a consultation
 * @role: who signs
 * @signature: (transfer full): `method` and what that method needs; the rest is filled in
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Takes a signature, in the place of an earlier one of the same role. A plan that is blocked takes none for consent,
 * whatever was asked for before. The practitioner signs last, and signs anew when one of the others does.
 *
 * Returns: whether it was taken
 */
gboolean
np_consultation_sign (NpConsultation *self, NpRole role, JsonObject *signature, GError **error)
{
  g_autoptr (JsonObject) given = signature;
  NpKind kind;
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self) && given != NULL, FALSE);
  g_return_val_if_fail ((guint) role < NP_N_ROLES, FALSE);

  if (!np_consultation_get_ending (self, &kind))
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW,
                                   _("Choose first how this consultation ends."));
  if (!may_sign (self, kind, role, given, error))
    return FALSE;
  changed = np_consultation_begin (self);
  take_out (changed, role);
  np_document_put (changed, "/signatures/-", make_signature (self, kind, role, given));
  np_document_log (changed, self->clock, "signed", np_role_words[role],
                   np_method_words[np_consultation_method_of (given)]);
  return np_consultation_apply (self, changed, error);
}

/**
 * np_consultation_clear_signature:
 * @self: a consultation
 * @role: whose signature
 * @error: return location for an error of #NP_CONSULTATION_ERROR
 *
 * Takes a signature out. What was signed after it ends with it. It can be brought back with np_consultation_undo().
 *
 * Returns: whether there was one
 */
gboolean
np_consultation_clear_signature (NpConsultation *self, NpRole role, GError **error)
{
  JsonNode *changed;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);
  g_return_val_if_fail ((guint) role < NP_N_ROLES, FALSE);

  if (np_consultation_get_signature (self, role) == NULL)
    return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, _("There is no signature to clear."));
  changed = np_consultation_begin (self);
  take_out (changed, role);
  np_document_log (changed, self->clock, "signature-cleared", np_role_words[role], NULL);
  return np_consultation_apply_undoable (self, changed, error);
}

/**
 * np_consultation_get_signature:
 * @self: a consultation
 * @role: whose signature
 *
 * Returns: (transfer none) (nullable): the signature, until the next edit
 */
JsonObject *
np_consultation_get_signature (NpConsultation *self, NpRole role)
{
  int position;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), NULL);
  g_return_val_if_fail ((guint) role < NP_N_ROLES, NULL);

  position = np_consultation_signature_position (self->document, role);
  if (position < 0)
    return NULL;
  return json_array_get_object_element (np_document_array (self->document, "/signatures"), (guint) position);
}

/* ---- what is still to do ---- */

const char *
np_consultation_role_label (NpConsultation *self, NpRole role)
{
  int position = np_items_find (&self->catalog->roles, np_role_words[role]);

  return position >= 0 ? np_consultation_say (self, &self->catalog->roles.items[position].text) : np_role_words[role];
}

static void
todo_signatures (NpConsultation *self, NpKind kind, GPtrArray *todo)
{
  for (NpRole role = 0; role < NP_N_ROLES; role++)
    if (np_consultation_signs (self, kind, role) && np_consultation_get_signature (self, role) == NULL)
      np_todo_add (todo, NP_STEP_SIGNING, g_strdup_printf ("/signatures/%s", np_role_words[role]),
                   /* Translators: %s is who has to sign, as “Patient” */
                   g_strdup_printf (_("Signature is missing: %s."), np_consultation_role_label (self, role)));
}

static void
todo_ending (NpConsultation *self, NpKind kind, GPtrArray *todo)
{
  g_autoptr (GError) error = NULL;

  if (!np_consultation_may_end (self, kind, &error))
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/ending"), g_strdup (error->message));
}

void
np_consultation_todo_signing (NpConsultation *self, GPtrArray *todo)
{
  NpKind kind = NP_KIND_CONSENT;
  gboolean chosen = np_consultation_get_ending (self, &kind);

  if (!chosen)
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/ending"), g_strdup (_("Choose how this consultation ends. Unless the patient agrees, it needs a reason.")));
  else
    todo_ending (self, kind, todo);
  if (!np_consultation_has_text (self, "/copy/how"))
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/copy/how"),
                 g_strdup (_("Ask how the patient would like their copy.")));
  if (np_document_lookup (self->document, "/patient/confirmed_at") == NULL)
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/patient/confirmed_at"),
                 g_strdup (_("Confirm the patient's identity once more.")));
  if (!chosen)
    return;
  todo_signatures (self, kind, todo);
  np_consultation_todo_signed (self, kind, todo);
}

static void
add_reasons (NpConsultation *self, NpStep step, GPtrArray *reasons)
{
  g_autoptr (GPtrArray) todo = np_consultation_todo (self, step);

  for (guint i = 0; i < todo->len; i++)
    {
      const char *message = ((const NpTodo *) g_ptr_array_index (todo, i))->message;

      if (!g_ptr_array_find_with_equal_func (reasons, message, g_str_equal, NULL))
        g_ptr_array_add (reasons, g_strdup (message));
    }
}

/**
 * np_consultation_is_ready:
 * @self: a consultation
 * @error: return location for an error of #NP_CONSULTATION_ERROR: every reason on a line of its own
 *
 * Returns: whether it can be saved as a record
 */
gboolean
np_consultation_is_ready (NpConsultation *self, GError **error)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;
  NpKind kind = NP_KIND_CONSENT;

  g_return_val_if_fail (NP_IS_CONSULTATION (self), FALSE);

  np_consultation_get_ending (self, &kind);
  for (NpStep step = NP_STEP_PEOPLE; kind == NP_KIND_CONSENT && step < NP_STEP_SIGNING; step++)
    add_reasons (self, step, reasons);
  add_reasons (self, NP_STEP_SIGNING, reasons);
  if (reasons->len == 0)
    return TRUE;
  g_ptr_array_add (reasons, NULL);
  lines = g_strjoinv ("\n", (char **) reasons->pdata);
  return np_consultation_refuse (error, NP_CONSULTATION_ERROR_NOT_NOW, lines);
}
