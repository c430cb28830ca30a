/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-json-write.h"
#include "np-record.h"
#include "np-sheet.h"

/* While no ending is chosen, who would have to sign for consent: the sheet has their lines, to be read over or signed in ink. */
static void
put_signers (JsonObject *record, NpConsultation *consultation)
{
  g_autoptr (GArray) signers = np_consultation_signers (consultation, NP_KIND_CONSENT);
  JsonArray *roles = json_array_new ();

  for (guint i = 0; i < signers->len; i++)
    json_array_add_string_element (roles, np_role_words[g_array_index (signers, NpRole, i)]);
  np_json_put_array (record, "required_signatures", roles);
}

/**
 * np_sheet_of_consultation:
 * @consultation: a consultation at any step
 * @made_by: the program and its version
 *
 * Returns: (transfer full): the sheet of the record that @consultation would become as it stands now
 */
NpSheet *
np_sheet_of_consultation (NpConsultation *consultation, const char *made_by)
{
  g_autoptr (JsonObject) record = np_record_compose (consultation, made_by);

  if (!json_object_has_member (record, "required_signatures"))
    put_signers (record, consultation);
  return np_sheet_of_record (record);
}
