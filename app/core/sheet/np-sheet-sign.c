/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* Who signs what (record-rules 1, 4, 5, 8 to 10), and what the sheet itself is. */

static void
cell_pair (NpSheetWriter *self, NpBlock *block, const char *label, const char *value, gboolean keep)
{
  if (value == NULL && !keep)
    return;
  np_block_add_cell (block, np_sheet_label (self, label));
  np_block_add_cell (block, value);
}

/* How it was signed, and what belongs to that way */
static char *
method_in_words (const NpSheetWriter *self, JsonObject *signature)
{
  const char *method = np_sheet_string (signature, "method"), *typed = np_sheet_string (signature, "typed");
  const char *kept = np_sheet_string (signature, "kept_at"), *by = np_sheet_string (signature, "attested_by");
  const char *reason = np_sheet_string (signature, "reason");
  g_autofree char *label = g_strconcat ("method-", method, NULL), *with_reason = g_strconcat ("method-", method, "-reason", NULL);

  if (g_strcmp0 (method, "typed") == 0)
    return np_sheet_fill (self, label, typed != NULL ? typed : "", NULL);
  if (g_strcmp0 (method, "ink") == 0)
    return np_sheet_fill (self, label, kept != NULL ? kept : "", by != NULL ? by : "", NULL);
  if (reason != NULL)
    return np_sheet_fill (self, with_reason, reason, NULL);
  return g_strdup (np_sheet_label (self, label));
}

static char *
ways_of (const NpSheetWriter *self, JsonObject *signature)
{
  JsonArray *ways = np_sheet_array (signature, "identified_by");
  GPtrArray *parts;

  if (np_sheet_length (ways) == 0)
    return NULL;
  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < np_sheet_length (ways); i++)
    {
      const char *label = np_sheet_text_of (self, "identified-by", np_sheet_word (ways, i), "label");

      g_ptr_array_add (parts, g_strdup (label != NULL ? label : np_sheet_word (ways, i)));
    }
  return np_sheet_join (self, parts);
}

static void
write_signed (NpSheetWriter *self, JsonObject *signature)
{
  const char *role = np_sheet_string (signature, "role"), *label = np_sheet_text_of (self, "role", role, "label");
  const char *statement = np_sheet_text (self, np_sheet_string (signature, "attestation"), "text");
  g_autofree char *at = np_sheet_stamp (self, np_sheet_string (signature, "at"));
  g_autofree char *method = method_in_words (self, signature), *identified = ways_of (self, signature);
  JsonArray *strokes = np_sheet_array (signature, "strokes");
  g_autofree char *running = np_sheet_running (statement);
  NpBlock *block = np_sheet_add (self->sheet, NP_BLOCK_SIGNATURE, running);

  cell_pair (self, block, "name", np_sheet_string (signature, "name"), TRUE);
  cell_pair (self, block, "role", label != NULL ? label : role, TRUE);
  cell_pair (self, block, "relationship", np_sheet_text_of (self, "relationship", np_sheet_string (signature, "relationship"), "label"), FALSE);
  cell_pair (self, block, "meaning", np_sheet_string (signature, "meaning"), FALSE);
  cell_pair (self, block, "date-time", at, TRUE);
  cell_pair (self, block, "method", method, TRUE);
  cell_pair (self, block, "identified", identified, FALSE);
  block->strokes = strokes != NULL ? json_array_ref (strokes) : NULL;
  block->stroke_width = (int) np_sheet_int (signature, "width", 0);
  block->stroke_height = (int) np_sheet_int (signature, "height", 0);
}

static const char *
known_name (const NpSheetWriter *self, const char *role)
{
  g_autofree char *path = g_strconcat (strcmp (role, "minor") == 0 ? "patient" : role, "/name", NULL);

  return np_sheet_string (self->consultation, path);
}

/* A place to sign in ink: what is known is printed, the rest is a line. */
static void
write_unsigned (NpSheetWriter *self, const char *role)
{
  const char *label = np_sheet_text_of (self, "role", role, "label");
  g_autofree char *attestation = g_strconcat (self->kind, "-", role, NULL);
  g_autofree char *statement = np_sheet_running (np_sheet_text (self, attestation, "text"));
  NpBlock *block = np_sheet_add (self->sheet, NP_BLOCK_SIGNATURE, statement);

  block->flag = TRUE;
  cell_pair (self, block, "name", known_name (self, role), TRUE);
  cell_pair (self, block, "role", label != NULL ? label : role, TRUE);
  cell_pair (self, block, "date-time", NULL, TRUE);
}

static JsonObject *
signature_of (const NpSheetWriter *self, const char *role)
{
  JsonArray *signatures = np_sheet_array (self->record, "signatures");

  for (guint i = 0; i < np_sheet_length (signatures); i++)
    if (g_strcmp0 (np_sheet_string (np_sheet_element (signatures, i), "role"), role) == 0)
      return np_sheet_element (signatures, i);
  return NULL;
}

static gboolean
is_signed (const NpSheetWriter *self)
{
  return np_sheet_length (np_sheet_array (self->record, "signatures")) > 0;
}

/* The patient, or who decides for them, is offered to sign an ending that needs only the practitioner. */
static void
write_offered (NpSheetWriter *self)
{
  const char *role = np_sheet_object (self->consultation, "guardian") != NULL ? "guardian" : "patient";

  if (strcmp (self->kind, "consent") != 0 && !is_signed (self)
      && !np_sheet_holds (np_sheet_array (self->record, "required_signatures"), role))
    write_unsigned (self, role);
}

void
np_sheet_write_signatures (NpSheetWriter *self)
{
  JsonArray *required = np_sheet_array (self->record, "required_signatures");
  JsonArray *signatures = np_sheet_array (self->record, "signatures");

  np_sheet_heading (self, "signatures");
  if (!np_sheet_may_sign (self))
    {
      np_sheet_paragraph (self, np_sheet_label (self, "no-place-to-sign"));
      return;
    }
  for (guint i = 0; i < np_sheet_length (signatures); i++)
    write_signed (self, np_sheet_element (signatures, i));
  write_offered (self);
  for (guint i = 0; i < np_sheet_length (required); i++)
    if (signature_of (self, np_sheet_word (required, i)) == NULL)
      write_unsigned (self, np_sheet_word (required, i));
}

static char *
catalog_in_words (const NpSheetWriter *self, const char *path)
{
  JsonObject *catalog = np_sheet_object (self->record, path);
  const char *id = np_sheet_string (catalog, "id"), *version = np_sheet_string (catalog, "version"), *digest = np_sheet_string (catalog, "digest");

  if (catalog == NULL)
    return NULL;
  return np_sheet_fill (self, "catalog-line", id != NULL ? id : "", version != NULL ? version : "", digest != NULL ? digest : "", NULL);
}

static void
add_about (NpSheetWriter *self, NpBlock *table, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  np_block_add_cell (table, np_sheet_label (self, label));
  np_block_add_cell (table, value);
}

/* Who of the clinic approved what it added or changed */
static void
add_approvals (NpSheetWriter *self, NpBlock *table)
{
  JsonArray *approvals = np_sheet_array (self->record, "catalog/approvals");

  for (guint i = 0; i < np_sheet_length (approvals); i++)
    {
      JsonObject *approval = np_sheet_element (approvals, i);
      const char *what = np_sheet_string (approval, "what"), *name = np_sheet_string (approval, "name"), *role = np_sheet_string (approval, "role");
      g_autofree char *date = np_sheet_date (self, np_sheet_string (approval, "date"));
      const char *slash = what != NULL ? strchr (what, '/') : NULL;
      g_autofree char *line = np_sheet_fill (self, "decided", what != NULL ? what : "", name != NULL ? name : "", role != NULL ? role : "",
                                             date != NULL ? date : "", NULL);
      g_autofree char *marked = slash != NULL && np_sheet_is_changed (self, slash + 1)
                                    ? np_sheet_fill (self, "with-mark", line, np_sheet_label (self, "changed-by-clinic"), NULL)
                                    : NULL;

      add_about (self, table, "approved-by-clinic", marked != NULL ? marked : line);
    }
}

void
np_sheet_write_about (NpSheetWriter *self)
{
  static const double widths[] = { 17, 83 };
  g_autofree char *made = np_sheet_stamp (self, np_sheet_string (self->record, "made_at"));
  g_autofree char *catalog = catalog_in_words (self, "catalog"), *overlay = catalog_in_words (self, "catalog/overlay");
  const char *program = np_sheet_string (self->record, "made_by");
  g_autofree char *made_with = made != NULL && program != NULL ? np_sheet_fill (self, "made-with", made, program, NULL) : NULL;
  NpBlock *table;

  np_sheet_heading (self, "about");
  table = np_sheet_table (self, NULL, widths, 2);
  table->flag = TRUE;
  if (self->unsealed)
    add_about (self, table, "not-sealed", np_sheet_label (self, "not-sealed-note"));
  add_about (self, table, "notice", np_sheet_text (self, "catalog", "notice"));
  add_about (self, table, "made-at", made_with != NULL ? made_with : made);
  add_about (self, table, "catalog", catalog);
  add_about (self, table, "clinic-catalog", overlay);
  add_approvals (self, table);
}
