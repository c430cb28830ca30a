/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-sheet-private.h"
#include <string.h>

/* The top of the sheet: what it is, what stands in the way of it, whose it is and who takes part. */

/* what a decision made of it, else the class it has */
static const char *
class_of (JsonObject *finding)
{
  const char *effective = np_sheet_string (finding, "decision/effective");

  return effective != NULL ? effective : np_sheet_string (finding, "class");
}

gboolean
np_sheet_blocks (JsonObject *finding)
{
  return g_strcmp0 (np_sheet_string (finding, "decision/decision"), "go-ahead") != 0 && g_strcmp0 (class_of (finding), "advisory") != 0;
}

gboolean
np_sheet_may_sign (const NpSheetWriter *self)
{
  return strcmp (self->kind, "consent") != 0 || self->blank || np_sheet_bool (self->assessment, "for_signature");
}

/* Why one finding stands in the way, in a sentence for the patient */
static char *
blocking_reason (const NpSheetWriter *self, JsonObject *finding)
{
  const char *id = np_sheet_string (finding, "id"), *title = np_sheet_text (self, id, "title");
  const char *class = class_of (finding);
  const char *waiting = np_sheet_text (self, id, "waiting_for");
  g_autofree char *day = np_sheet_date (self, np_sheet_string (finding, "clear_date"));

  if (title == NULL)
    title = id != NULL ? id : "";
  if (g_strcmp0 (class, "absolute") == 0)
    return np_sheet_fill (self, "blocked-absolute", title, NULL);
  if (g_strcmp0 (class, "relative") == 0)
    return np_sheet_fill (self, "blocked-decision", title, NULL);
  if (day != NULL || waiting != NULL)
    return np_sheet_fill (self, "blocked-until", title, day != NULL ? day : waiting, NULL);
  return np_sheet_fill (self, "blocked-wait", title, NULL);
}

static gboolean
is_ban (JsonObject *finding)
{
  return g_strcmp0 (class_of (finding), "absolute") == 0;
}

static guint
n_bans (const NpSheetWriter *self)
{
  JsonArray *findings = np_sheet_array (self->assessment, "findings");
  guint n = 0;

  for (guint i = 0; i < np_sheet_length (findings); i++)
    n += is_ban (np_sheet_element (findings, i)) ? 1 : 0;
  return n;
}

/* Whether the reason written at the ending says it already: the day to wait for, or why it is not to be done, in the catalogue's words.
 * In words of one's own it can only be why the treatment is not suitable where nothing else forbids it. */
static gboolean
is_said (const NpSheetWriter *self, JsonObject *finding)
{
  const char *reason = np_sheet_string (self->record, "ending/reason");
  const char *told = np_sheet_text (self, np_sheet_string (finding, "id"), "patient");
  g_autofree char *day = np_sheet_date (self, np_sheet_string (finding, "clear_date"));

  if (reason == NULL)
    return FALSE;
  if (!is_ban (finding))
    return day != NULL && strstr (reason, day) != NULL;
  return (strcmp (self->kind, "not-suitable") == 0 && n_bans (self) == 1) || (told != NULL && strstr (reason, told) != NULL);
}

/* the worst first, as the outcome ranks them */
static void
append_reasons (const NpSheetWriter *self, GString *text)
{
  static const char *const ranks[] = { "absolute", "deferral", "relative" };
  JsonArray *findings = np_sheet_array (self->assessment, "findings");

  for (guint r = 0; r < G_N_ELEMENTS (ranks); r++)
    for (guint i = 0; i < np_sheet_length (findings); i++)
      {
        JsonObject *finding = np_sheet_element (findings, i);
        g_autofree char *reason = NULL;

        if (!np_sheet_blocks (finding) || g_strcmp0 (class_of (finding), ranks[r]) != 0 || is_said (self, finding))
          continue;
        reason = blocking_reason (self, finding);
        g_string_append_printf (text, "\n%s", reason);
      }
}

static void
append_open (const NpSheetWriter *self, GString *text)
{
  guint open = np_sheet_length (np_sheet_array (self->assessment, "unanswered"));
  g_autofree char *number = g_strdup_printf ("%u", open);
  g_autofree char *line = open > 0 ? np_sheet_fill (self, "blocked-open", number, NULL) : NULL;

  if (line != NULL)
    g_string_append_printf (text, "\n%s", line);
}

/* record-rules 24: a refusal, a postponement and "not suitable" are endings of their own, with their reason */
static void
write_ending_banner (NpSheetWriter *self)
{
  g_autofree char *headline = g_strconcat ("ending-", self->kind, NULL), *mark = g_strconcat ("mark-", self->kind, NULL);
  GString *text = g_string_new (np_sheet_label (self, headline));
  const char *reason = np_sheet_string (self->record, "ending/reason");
  g_autofree char *line = reason != NULL ? np_sheet_fill (self, "ending-reason", reason, NULL) : NULL;

  if (line != NULL)
    g_string_append_printf (text, "\n%s", line);
  if (strcmp (self->kind, "refusal") != 0)
    append_reasons (self, text);
  g_string_append_printf (text, "\n%s", np_sheet_label (self, "ending-no-consent"));
  np_sheet_add (self->sheet, NP_BLOCK_BANNER, text->str);
  g_string_free (text, TRUE);
  g_free (self->sheet->mark);
  self->sheet->mark = g_strdup (np_sheet_label (self, mark));
}

static void
write_blocked_banner (NpSheetWriter *self)
{
  GString *text = g_string_new (np_sheet_label (self, "blocked"));

  append_reasons (self, text);
  append_open (self, text);
  np_sheet_add (self->sheet, NP_BLOCK_BANNER, text->str)->strong = TRUE;
  g_string_free (text, TRUE);
  self->sheet->mark = g_strdup (np_sheet_label (self, "not-for-signature"));
}

/* Members of an object with a comma between them, those that are there; the list of paths ends with NULL. */
static char *
several (const NpSheetWriter *self, JsonObject *from, ...)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *path;
  va_list list;

  va_start (list, from);
  while ((path = va_arg (list, const char *)) != NULL)
    if (np_sheet_string (from, path) != NULL)
      g_ptr_array_add (parts, g_strdup (np_sheet_string (from, path)));
  va_end (list);
  return np_sheet_join (self, parts);
}

/* above the title, as a letterhead */
static void
write_clinic (NpSheetWriter *self)
{
  JsonObject *clinic = np_sheet_object (self->consultation, "clinic");
  g_autofree char *line = several (self, clinic, "name", "address", "phone", NULL);

  if (*line != '\0')
    np_sheet_paragraph (self, line);
  else if (self->blank)
    np_sheet_fact (self, np_sheet_facts (self, 1), "clinic", NULL);
}

void
np_sheet_write_top (NpSheetWriter *self)
{
  g_autofree char *title = g_strconcat ("title-", self->kind, NULL);

  write_clinic (self);
  self->sheet->title = g_strdup (np_sheet_label (self, title));
  np_sheet_add (self->sheet, NP_BLOCK_TITLE, self->sheet->title);
  if (strcmp (self->kind, "consent") != 0)
    write_ending_banner (self);
  else if (!np_sheet_may_sign (self))
    write_blocked_banner (self);
}

/* Where the sheet is no consent, the frame above says what came out, and why. */
static const char *
outcome (const NpSheetWriter *self)
{
  return strcmp (self->kind, "consent") != 0 || self->blank ? NULL : np_sheet_string (self->shown, "outcome");
}

/* When who decides agreed: the signature of the patient or of the guardian; NULL where there is none. */
static char *
agreed (const NpSheetWriter *self)
{
  JsonArray *signatures = np_sheet_array (self->record, "signatures");

  for (guint i = 0; strcmp (self->kind, "consent") == 0 && i < np_sheet_length (signatures); i++)
    {
      JsonObject *signature = np_sheet_element (signatures, i);
      const char *role = np_sheet_string (signature, "role");
      g_autofree char *at = NULL;

      if (g_strcmp0 (role, "patient") != 0 && g_strcmp0 (role, "guardian") != 0)
        continue;
      at = np_sheet_stamp (self, np_sheet_string (signature, "at"));
      return at != NULL ? np_sheet_fill (self, "agreed", at, NULL) : NULL;
    }
  return NULL;
}

/* Who, what, and what came out: the box that is read first */
void
np_sheet_write_summary (NpSheetWriter *self)
{
  JsonObject *patient = np_sheet_object (self->consultation, "patient");
  g_autofree char *born = np_sheet_date (self, np_sheet_string (patient, "date_of_birth"));
  g_autofree char *decided = agreed (self);
  g_autofree char *years = g_strdup_printf ("%" G_GINT64_FORMAT, np_sheet_int (self->record, "age", -1));
  NpBlock *facts = np_sheet_boxed (np_sheet_facts (self, 2));

  np_sheet_fact (self, facts, "name", np_sheet_string (patient, "name"));
  np_sheet_fact (self, facts, "record-number", np_sheet_string (patient, "record_number"));
  np_sheet_fact (self, facts, "date-of-birth", born);
  np_sheet_fact (self, facts, "age", np_sheet_int (self->record, "age", -1) >= 0 ? years : NULL);
  np_sheet_write_treatment (self);
  if (outcome (self) != NULL)
    np_sheet_fact (self, np_sheet_boxed (np_sheet_facts (self, 1)), "outcome", outcome (self));
  if (decided != NULL)
    np_sheet_fact (self, np_sheet_boxed (np_sheet_facts (self, 1)), "decision", decided);
}

/* record-rules 4 */
static char *
identified_by (const NpSheetWriter *self, JsonObject *person)
{
  JsonArray *ways = np_sheet_array (person, "identified_by");
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < np_sheet_length (ways); i++)
    {
      const char *label = np_sheet_text_of (self, "identified-by", np_sheet_word (ways, i), "label");

      g_ptr_array_add (parts, g_strdup (label != NULL ? label : np_sheet_word (ways, i)));
    }
  return np_sheet_join (self, parts);
}

static void
write_helpers (NpSheetWriter *self)
{
  JsonObject *guardian = np_sheet_object (self->consultation, "guardian");
  const char *relation = np_sheet_text_of (self, "relationship", np_sheet_string (guardian, "relationship"), "label");
  g_autofree char *own = several (self, guardian, "name", "document", NULL), *seen = identified_by (self, guardian);
  g_autofree char *interpreter = several (self, np_sheet_object (self->consultation, "interpreter"), "name", "language", "reference", NULL);
  g_autofree char *witness = several (self, np_sheet_object (self->consultation, "witness"), "name", "role", "reason", NULL);
  NpBlock *facts = np_sheet_facts (self, 1);

  np_sheet_fact (self, facts, "guardian", own);
  if (guardian != NULL)
    {
      np_sheet_fact (self, facts, "relationship", relation);
      np_sheet_fact (self, facts, "guardian-identified", seen);
    }
  np_sheet_fact (self, facts, "interpreter", interpreter);
  if (!self->blank)
    np_sheet_fact (self, facts, "witness", witness);
}

/* Who takes part beside the patient, and how it is known who they are */
void
np_sheet_write_people (NpSheetWriter *self)
{
  g_autofree char *known = identified_by (self, np_sheet_object (self->consultation, "patient"));
  g_autofree char *who = np_sheet_person (self, "practitioner"), *talk = np_sheet_person (self, "held_by");
  NpBlock *facts = np_sheet_facts (self, 1);

  np_sheet_fact (self, facts, "practitioner", who);
  np_sheet_fact (self, facts, "held-by", talk != NULL ? talk : who);
  np_sheet_fact (self, facts, "identified", known);
  write_helpers (self);
}
