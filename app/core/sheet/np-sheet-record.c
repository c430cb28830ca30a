/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"

/* record-rules 33: what every page carries */
static char *
footer_of (const NpSheetWriter *self)
{
  const char *id = np_sheet_string (self->record, "id"), *version = np_sheet_string (self->record, "catalog/version");

  return np_sheet_fill (self, id != NULL ? "footer" : "footer-blank", np_language_tag (self->language), version != NULL ? version : "",
                        id, NULL);
}

/* "Put off · Not sealed" */
static void
mark_unsealed (const NpSheetWriter *self)
{
  g_autofree char *mark = g_steal_pointer (&self->sheet->mark);
  const char *unsealed = np_sheet_label (self, "not-sealed");

  self->sheet->mark = mark != NULL ? np_sheet_fill (self, "marks", mark, unsealed, NULL) : g_strdup (unsealed);
}

/* The sections in the order of the paper sheet */
NpSheet *
np_sheet_write (NpSheetWriter *self)
{
  np_sheet_write_top (self);
  np_sheet_write_summary (self);
  np_sheet_write_plan (self);
  np_sheet_write_health (self);
  np_sheet_write_findings (self);
  np_sheet_write_information (self);
  np_sheet_write_risks (self);
  np_sheet_write_afterwards (self);
  np_sheet_write_choices (self);
  np_sheet_write_signatures (self);
  np_sheet_write_about (self);
  np_sheet_drop_empty (self);
  if (self->unsealed)
    mark_unsealed (self);
  self->sheet->footer = footer_of (self);
  self->sheet->page_of = g_strdup (np_sheet_label (self, "page-of"));
  self->sheet->made_at = g_strdup (np_sheet_string (self->record, "made_at"));
  return np_sheet_writer_finish (self);
}

/**
 * np_sheet_of_record:
 * @record: the object under "record", of a saved file or as composed before signing
 *
 * Everything comes from @record: its texts, labels and dates included, so that an old record prints the same for ever (record-rules
 * 11). A plan that is blocked is written whole but gets no place to sign, and its reasons stand first.
 *
 * Returns: (transfer full): the sheet
 */
NpSheet *
np_sheet_of_record (JsonObject *record)
{
  g_return_val_if_fail (record != NULL, NULL);
  return np_sheet_write (np_sheet_writer_new (record));
}

/**
 * np_sheet_of_file:
 * @file: a whole record file, with "record" and "seal"
 *
 * As np_sheet_of_record(); a file that no key has sealed says so on each page, and at its end what that means.
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL where @file is no record file
 */
NpSheet *
np_sheet_of_file (JsonNode *file)
{
  JsonObject *root = file != NULL && JSON_NODE_HOLDS_OBJECT (file) ? json_node_get_object (file) : NULL;
  JsonObject *record = np_sheet_object (root, "record");
  NpSheetWriter *writer;

  if (record == NULL)
    return NULL;
  writer = np_sheet_writer_new (record);
  writer->unsealed = np_sheet_length (np_sheet_array (root, "seal")) == 0;
  return np_sheet_write (writer);
}
