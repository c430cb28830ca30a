/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "np-consultation.h"

G_BEGIN_DECLS

/* A consent sheet as blocks, without fonts or pages. Built from the object under "record" alone, so that an old record prints the same
 * for ever. A newline in a text is a new paragraph. */
typedef enum {
  NP_BLOCK_TITLE,
  NP_BLOCK_BANNER,       /* framed: "Not for signature" and why; its first paragraph is the headline. `strong`: a warning */
  NP_BLOCK_HEADING,
  NP_BLOCK_SUBHEADING,
  NP_BLOCK_PARAGRAPH,    /* `strong`: its first paragraph stands out */
  NP_BLOCK_BULLET,
  NP_BLOCK_TICK,         /* a box to tick, ticked or not: `flag` */
  NP_BLOCK_FACTS,        /* cells: label, value, label, value ...; `columns` pairs per row (0 = 2); a value of NULL is a line to write on */
  NP_BLOCK_TABLE,        /* cells by `columns`; the first row is the head; a row whose other cells are all NULL goes across the table.
                          * `strong`: the first paragraph of each row's first cell stands out; `flag`: small print */
  NP_BLOCK_GRID,         /* cells: title, text, title, text ...; short texts in two columns. A text of NULL: the title goes across */
  NP_BLOCK_SIGNATURE,    /* text = the statement; cells = label/value pairs; never split over pages. With strokes they are drawn; else
                          * `flag`: an empty line to sign on */
  NP_BLOCK_WRITE_LINES   /* empty lines to write on: `columns` = how many */
} NpBlockKind;

typedef struct
{
  NpBlockKind kind;
  char *text;
  GPtrArray *cells;        /* char*, nullable */
  guint columns;
  double *widths;          /* relative, `columns` of them; nullable */
  gboolean flag;
  gboolean strong;
  gboolean keep_with_next;
  gboolean boxed;          /* boxed blocks in a row stand in one frame */
  JsonArray *strokes;      /* as in a signature of the record; nullable */
  int stroke_width, stroke_height;
} NpBlock;

typedef struct
{
  char *language;
  char *title;             /* for the PDF's metadata; holds no name */
  char *made_at;           /* RFC 3339, for the PDF's metadata; nullable */
  GPtrArray *blocks;       /* NpBlock */
  char *footer;            /* record id, catalogue version, language; the page x of y is added by paper */
  char *page_of;           /* "Page %1 of %2" in the sheet's language, with those two marks */
  char *mark;              /* on each page's head: "Not for signature", "Not sealed", "Sample" ...; nullable */
  gboolean rtl;
} NpSheet;

NpSheet *np_sheet_new (const char *language, gboolean rtl);
NpBlock *np_sheet_add (NpSheet *self, NpBlockKind kind, const char *text);
void np_block_add_cell (NpBlock *self, const char *text);
void np_block_set_widths (NpBlock *self, const double *widths, guint columns);

/* What a sheet reads of the object under "record", beside what the consultation document holds:
 *   age, ending {kind, reason}, required_signatures, signatures, made_at, made_by, id
 *   catalog {id, version, digest, overlay, approvals, clinic_changed}
 *   cooling_off {id, hours, earliest}
 *   assessment as np_assessment_to_json () writes it, decisions included
 *   shown {language, risks: [{id, group, because: [findings], serious: bool}], information, aftercare, red_flags, teach_back: [ids]},
 *     and where it has them: outcome, a sentence; findings: [{id, because: [{cause, text}]}], which states of an answer caused one;
 *     leads: [{id, section}], information that opens a section, or ("record") is on no sheet
 *   texts: [{id, field, text}] in the catalogue's order, ids and fields as NpText has them:
 *     every label of sheet.json, relationship, identified-by, copy and role; catalog.notice, information.opening, and the
 *       attestations of the ending's kind (consent while there is none);
 *     title of every risk-group; topic, ask, no_label and, for the states answered, label and short, for their fields and options label, of
 *       every question answered or unanswered; ask of the plan checks that are open or a cause;
 *     of the plan: everything of its indications, with the alternatives that are some for this patient; name of areas, needle material; name, what, single_use of the
 *       device; name and why of topicals and anaesthetic; name of the topicals named in answers;
 *     of every finding in the assessment, met ones and those a risk is because of too: title, reason, patient, waiting_for;
 *     of every entry in `shown`: all fields for patients, with the brief that the sheet prints in place of a long text; the signs of the
 *       red flags; reason of the cooling-off in force; every photograph's ask. */
NpSheet *np_sheet_of_record (JsonObject *record);
/* a whole record file: as its record, and marked where no key has sealed it */
NpSheet *np_sheet_of_file (JsonNode *file);
NpSheet *np_sheet_of_consultation (NpConsultation *consultation, const char *made_by);
NpSheet *np_sheet_blank (NpCatalog *catalog, const NpClock *clock, const char *language, JsonNode *like /* nullable */, GError **error);
void np_sheet_free (NpSheet *self);
/* plain text of all blocks, for tests and for reading aloud */
char *np_sheet_to_text (const NpSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSheet, np_sheet_free)

G_END_DECLS
