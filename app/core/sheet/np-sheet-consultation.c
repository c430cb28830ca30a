/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-record.h"
#include "np-sheet.h"

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

  return np_sheet_of_record (record);
}
