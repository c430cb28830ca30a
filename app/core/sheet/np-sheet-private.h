/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "np-language.h"
#include "np-sheet.h"

G_BEGIN_DECLS

/* boxes in a table's cell */
#define NP_SHEET_BOX "\u2610"
#define NP_SHEET_TICKED "\u2611"

/* Writes a sheet from the object under "record" and nothing else: its texts by id and field, its dates in words, and the sheet so far. */
typedef struct
{
  NpSheet *sheet;
  JsonObject *record;
  JsonObject *consultation, *assessment, *shown;   /* nullable */
  NpLanguage *language;
  GHashTable *texts;        /* "id\tfield" -> text */
  GPtrArray *keys;          /* NpTextKey, in the record's order, which is the catalogue's */
  const char *kind;         /* of the ending: "consent", "refusal" ... */
  gboolean blank;           /* to be filled in by hand */
  gboolean open;            /* no ending chosen yet */
  gboolean unsealed;        /* a saved record without a seal */
} NpSheetWriter;

typedef struct { const char *id, *field, *text; } NpTextKey;

NpSheetWriter *np_sheet_writer_new (JsonObject *record);
NpSheet *np_sheet_writer_finish (NpSheetWriter *self);

/* Writes every section and ends the writer. */
NpSheet *np_sheet_write (NpSheetWriter *self /* (transfer full) */);

/* Members by path ("patient/name"); what is missing or of another type is NULL, the default or empty. */
const char *np_sheet_string (JsonObject *from, const char *path);
gint64 np_sheet_int (JsonObject *from, const char *path, gint64 otherwise);
gboolean np_sheet_bool (JsonObject *from, const char *path);
JsonNode *np_sheet_node (JsonObject *from, const char *path);
JsonObject *np_sheet_object (JsonObject *from, const char *path);
JsonArray *np_sheet_array (JsonObject *from, const char *path);
guint np_sheet_length (JsonArray *array);
JsonObject *np_sheet_element (JsonArray *array, guint index);
const char *np_sheet_word (JsonArray *array, guint index);
gboolean np_sheet_holds (JsonArray *array, const char *word);

/* Texts of the record: NULL where it has none. `_of` looks under "prefix.id". A label that is missing is named by its id. */
const char *np_sheet_text (const NpSheetWriter *self, const char *id, const char *field);
const char *np_sheet_text_of (const NpSheetWriter *self, const char *prefix, const char *id, const char *field);
const char *np_sheet_label (const NpSheetWriter *self, const char *id);
/* a label with %1, %2 ... filled in; the list ends with NULL */
char *np_sheet_fill (const NpSheetWriter *self, const char *label, ...) G_GNUC_NULL_TERMINATED;
/* "2026-03" or "2026-03-10T09:15:02+01:00" in words; what is no date as it stands */
char *np_sheet_date (const NpSheetWriter *self, const char *date);
char *np_sheet_stamp (const NpSheetWriter *self, const char *stamp);
gboolean np_sheet_is_changed (const NpSheetWriter *self, const char *id);
/* joins with the language's own comma; takes `list` (element-type utf8, owned) */
char *np_sheet_join (const NpSheetWriter *self, GPtrArray *list);
/* the same with another mark than the comma; with none where @label is NULL */
char *np_sheet_join_with (const NpSheetWriter *self, GPtrArray *list, const char *label);

/* what the sheet says of a piece of information: its brief where it has one, else all of it */
const char *np_sheet_information (const NpSheetWriter *self, const char *id);
/* paragraphs as one: for the cells of a table; NULL stays NULL */
char *np_sheet_running (const char *text);

/* Building blocks */
/* the information that opens the section stands under its heading */
void np_sheet_heading (NpSheetWriter *self, const char *label);
/* the section that a piece of information opens on this sheet, or NULL */
const char *np_sheet_section_of (const NpSheetWriter *self, const char *information);
void np_sheet_paragraph (NpSheetWriter *self, const char *text);
/* in the frame that the block before it is in, or in one of its own */
NpBlock *np_sheet_boxed (NpBlock *block);
/* a label and its value; a missing value is left out, or is a line to write on in a blank sheet */
void np_sheet_fact (NpSheetWriter *self, NpBlock *facts, const char *label, const char *value);
NpBlock *np_sheet_facts (NpSheetWriter *self, guint per_row);
NpBlock *np_sheet_table (NpSheetWriter *self, const char *const *labels, const double *widths, guint columns);
/* a text of a grid in running text; left out where there is none */
void np_sheet_piece (NpBlock *grid, const char *title, const char *text);
/* a title across the grid */
void np_sheet_pieces_title (NpBlock *grid, const char *title);
/* takes back a heading or a table with nothing under it */
void np_sheet_drop_empty (NpSheetWriter *self);
void np_sheet_write_lines (NpSheetWriter *self, guint lines);

/* The sections, in the order of the sheet */
void np_sheet_write_top (NpSheetWriter *self);
void np_sheet_write_summary (NpSheetWriter *self);
void np_sheet_write_people (NpSheetWriter *self);
void np_sheet_write_plan (NpSheetWriter *self);
void np_sheet_write_health (NpSheetWriter *self);
void np_sheet_write_findings (NpSheetWriter *self);
void np_sheet_write_information (NpSheetWriter *self);
void np_sheet_write_risks (NpSheetWriter *self);
void np_sheet_write_afterwards (NpSheetWriter *self);
void np_sheet_write_choices (NpSheetWriter *self);
void np_sheet_write_signatures (NpSheetWriter *self);
void np_sheet_write_about (NpSheetWriter *self);

/* Parts of sections */
void np_sheet_write_treatment (NpSheetWriter *self);
char *np_sheet_person (const NpSheetWriter *self, const char *member);

/* An answer in words: its states with dates and details, and the note. */
char *np_sheet_answer (const NpSheetWriter *self, const char *question, const char *field);
/* whether a finding still stands in the way: its decision taken into account */
gboolean np_sheet_blocks (JsonObject *finding);
/* whether this is a sheet on which consent can be signed */
gboolean np_sheet_may_sign (const NpSheetWriter *self);

G_END_DECLS
