/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <glib/gi18n-lib.h>

/* Whether what a document says was signed can be true. The window never lets anything else in; a file may hold it. */

typedef struct
{
  NpConsultation *consultation;
  NpKind kind;
  NpRole role;
  JsonObject *signature;
  GDateTime *at;
} Signed;

static GDateTime *
time_at (NpConsultation *self, const char *pointer)
{
  const char *stamp = np_document_string (self->document, pointer);

  return stamp != NULL ? np_stamp_parse (stamp) : NULL;
}

static GDateTime *
signed_at (JsonObject *signature)
{
  return np_stamp_parse (json_object_get_string_member (signature, "at"));
}

static gboolean
is_before (const Signed *it, const char *pointer)
{
  g_autoptr (GDateTime) time = time_at (it->consultation, pointer);

  return time != NULL && g_date_time_compare (it->at, time) < 0;
}

static gboolean
belongs (const Signed *it)
{
  const NpAttestation *attestation = np_catalog_attestation (it->consultation->catalog, it->kind, it->role);

  return attestation != NULL && np_consultation_signs (it->consultation, it->kind, it->role) &&
         g_str_equal (json_object_get_string_member (it->signature, "attestation"), attestation->id) &&
         (np_consultation_method_of (it->signature) != NP_METHOD_DECLINED ||
          np_consultation_role_may_decline (it->consultation, it->kind, it->role));
}

static gboolean
has_name (const Signed *it)
{
  g_autofree char *name = np_consultation_signer_name (it->consultation, it->role);

  return g_strcmp0 (json_object_get_string_member (it->signature, "name"), name) == 0;
}

/* The words that were signed are the ones this catalogue has in this language (record rule 11). */
static gboolean
has_meaning (const Signed *it)
{
  const NpAttestation *attestation = np_catalog_attestation (it->consultation->catalog, it->kind, it->role);

  return g_str_equal (json_object_get_string_member (it->signature, "meaning"),
                      np_consultation_say (it->consultation, &attestation->meaning));
}

static gboolean
has_witness (const Signed *it)
{
  return np_consultation_method_of (it->signature) != NP_METHOD_BY_WITNESS ||
         np_consultation_may_witness (it->consultation, it->role, NULL);
}

static gboolean
is_in_future (const Signed *it)
{
  g_autoptr (GDateTime) now = it->consultation->clock->now (it->consultation->clock->data);

  return g_date_time_compare (it->at, now) > 0;
}

/* What is asked on the day is asked on the day of each signature (brief 0.4). */
static gboolean
is_of_the_day (const Signed *it)
{
  g_autofree char *day = g_date_time_format (it->at, "%Y-%m-%d");

  return it->kind != NP_KIND_CONSENT ||
         g_strcmp0 (day, np_document_string (it->consultation->document, "/assessed_on")) == 0;
}

static gboolean
is_before_the_others (const Signed *it)
{
  for (NpRole role = 0; it->role == NP_ROLE_PRACTITIONER && role < NP_ROLE_PRACTITIONER; role++)
    {
      JsonObject *other = np_consultation_get_signature (it->consultation, role);
      g_autoptr (GDateTime) at = other != NULL ? signed_at (other) : NULL;

      if (at != NULL && g_date_time_compare (it->at, at) < 0)
        return TRUE;
    }
  return FALSE;
}

/* The first thing that cannot be true, with one place for who signed; NULL when there is none. */
static const char *
what_is_wrong (const Signed *it)
{
  if (!belongs (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("This signature does not belong to this ending: %s.");
  if (!has_name (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("The printed name at this signature is not this person's name: %s.");
  if (!has_meaning (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("This signature was given for another statement than the one that is signed here: %s.");
  if (!has_witness (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("A signature by witness needs a witness and the reason: %s.");
  if (is_in_future (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("The time of this signature has not come yet: %s.");
  if (!is_of_the_day (it))
    /* Translators: %s is who signed, as “Patient” */
    return _("This was signed on another day than the questions of the day were answered: %s.");
  if (it->kind == NP_KIND_CONSENT && is_before (it, "/disclosure/informed_at"))
    /* Translators: %s is who signed, as “Patient” */
    return _("This was signed before everything had been told: %s.");
  if (is_before (it, "/patient/confirmed_at"))
    /* Translators: %s is who signed, as “Patient” */
    return _("This was signed before the patient's identity was confirmed: %s.");
  /* Translators: %s is who signed, as “Patient” */
  return is_before_the_others (it) ? _("This has to be signed last: %s.") : NULL;
}

static void
todo_signed (NpConsultation *self, NpKind kind, NpRole role, GPtrArray *todo)
{
  JsonObject *signature = np_consultation_get_signature (self, role);
  g_autoptr (GDateTime) at = signature != NULL ? signed_at (signature) : NULL;
  Signed it = { self, kind, role, signature, at };
  const char *wrong = signature != NULL ? what_is_wrong (&it) : NULL;
  GString *message;

  if (wrong == NULL)
    return;
  message = g_string_new (wrong);
  g_string_replace (message, "%s", np_consultation_role_label (self, role), 1);
  np_todo_add (todo, NP_STEP_SIGNING, g_strdup_printf ("/signatures/%s", np_role_words[role]),
               g_string_free (message, FALSE));
}

/* Whether an entry of `folder` was made after the patient is said to have been informed. */
static gboolean
is_any_later (NpConsultation *self, const char *folder, GDateTime *informed)
{
  JsonObject *entries = np_document_object (self->document, folder);
  g_autoptr (GList) all = entries != NULL ? json_object_get_values (entries) : NULL;

  for (GList *l = all; l != NULL; l = l->next)
    {
      g_autoptr (GDateTime) at = np_stamp_parse (json_object_get_string_member (json_node_get_object (l->data), "at"));

      if (g_date_time_compare (at, informed) > 0)
        return TRUE;
    }
  return FALSE;
}

/* The time to think is counted from here, so it must not lie before what was told. */
static void
todo_informed (NpConsultation *self, GPtrArray *todo)
{
  g_autoptr (GDateTime) informed = time_at (self, "/disclosure/informed_at");

  if (informed != NULL && (is_any_later (self, "/disclosure/acknowledged", informed) ||
                           is_any_later (self, "/disclosure/told", informed)))
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/disclosure/informed_at"),
                 g_strdup (_("Something was told after the time at which everything is said to have been told.")));
}

/* Nobody signs under a catalogue that is not the one of the texts. */
static void
todo_catalog (NpConsultation *self, GPtrArray *todo)
{
  if (!np_consultation_is_of_this_catalog (self))
    np_todo_add (todo, NP_STEP_SIGNING, g_strdup ("/catalog"),
                 g_strdup (_("This consultation was held with another catalogue than the one in use. Go through it again "
                             "with this one.")));
}

void
np_consultation_todo_signed (NpConsultation *self, NpKind kind, GPtrArray *todo)
{
  todo_catalog (self, todo);
  if (kind == NP_KIND_CONSENT)
    todo_informed (self, todo);
  for (NpRole role = 0; role < NP_N_ROLES; role++)
    todo_signed (self, kind, role, todo);
}
