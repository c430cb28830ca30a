/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-clinic-copy.h"
#include "np-json-write.h"

static JsonNode *
clinic_node (const NpClinic *clinic)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "name", clinic->name);
  np_json_put_string (object, "address", clinic->address);
  np_json_put_string (object, "phone", clinic->phone);
  np_json_put_string (object, "urgent_phone", clinic->urgent_phone);
  np_json_put_string (object, "out_of_hours", clinic->out_of_hours);
  return json_node_init_object (json_node_alloc (), object);
}

/**
 * np_clinic_practitioner_node:
 * @practitioner: one of the clinic's practitioners
 *
 * Returns: (transfer full): the practitioner as the document names the one who treats
 */
JsonNode *
np_clinic_practitioner_node (const NpPractitioner *practitioner)
{
  JsonObject *object = json_object_new ();

  np_json_put_string (object, "id", practitioner->id);
  np_json_put_string (object, "name", practitioner->name);
  np_json_put_string (object, "role", practitioner->role);
  np_json_put_string (object, "registration", practitioner->registration);
  return json_node_init_object (json_node_alloc (), object);
}

static void
set (NpConsultation *consultation, const char *pointer, JsonNode *value)
{
  g_autoptr (GError) error = NULL;
  JsonNode *now = np_consultation_get (consultation, pointer);

  if (now && json_node_equal (now, value))
    json_node_unref (value);
  else if (!np_consultation_set (consultation, pointer, value, &error))
    g_warning ("The clinic's details do not fit a consultation: %s", error->message);
}

static const NpPractitioner *
only_practitioner (const NpClinic *clinic)
{
  const NpPractitioner *only = NULL;

  for (guint i = 0; i < clinic->practitioners->len; i++)
    {
      const NpPractitioner *practitioner = g_ptr_array_index (clinic->practitioners, i);
      if (practitioner->retired)
        continue;
      if (only)
        return NULL;
      only = practitioner;
    }
  return only;
}

/**
 * np_clinic_copy:
 * @consultation: a consultation
 * @clinic: the clinic as it is now
 *
 * Puts the clinic's details into the document, and the practitioner where there is only one to choose.
 */
void
np_clinic_copy (NpConsultation *consultation, const NpClinic *clinic)
{
  const NpPractitioner *only;

  g_return_if_fail (NP_IS_CONSULTATION (consultation) && clinic);
  if (np_consultation_get (consultation, "/signatures"))
    return;
  if (clinic->name && *clinic->name)
    set (consultation, "/clinic", clinic_node (clinic));
  only = only_practitioner (clinic);
  if (only && !np_consultation_get (consultation, "/practitioner"))
    set (consultation, "/practitioner", np_clinic_practitioner_node (only));
}
