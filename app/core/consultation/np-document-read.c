/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "np-document-shape.h"
#include "np-json-write.h"

#define MAX_ID 64

/* ---- what all parts of the reading use ---- */

/* Notes a place for setting aside when its reading added to the problems. */
static void
note_if_worse (NpReader *reader, const NpJsonView *view, guint before)
{
  if (reader->aside != NULL && np_problems_count (reader->problems) > before)
    g_ptr_array_add (reader->aside, np_json_view_pointer (view));
}

void
np_reader_item (NpReader *reader, const NpJsonView *view, NpReadFunc read)
{
  guint before = np_problems_count (reader->problems);

  read (reader, view);
  note_if_worse (reader, view, before);
}

void
np_reader_items (NpReader *reader, const NpJsonView *array, NpReadFunc read)
{
  for (guint i = 0; i < np_json_view_length (array); i++)
    {
      NpJsonView element = np_json_view_element (array, i);

      np_reader_item (reader, &element, read);
    }
}

void
np_reader_members (NpReader *reader, const NpJsonView *object, NpReadFunc read)
{
  g_autoptr (GList) names = np_json_view_names (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      NpJsonView member = np_json_view_member (object, l->data);

      np_reader_item (reader, &member, read);
    }
}

static gboolean
looks_like_id (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");

  return text[length] == '\0' && length > 0 && length <= MAX_ID;
}

/* Says that something is not known. What does not even look like an id may be what a patient said, and is not repeated: complaints
 * reach the terminal (design 7). */
void
np_reader_complain_of (const NpJsonView *view, const char *id, const char *what)
{
  if (looks_like_id (id))
    np_json_view_complain (view, "“%s” %s", id, what);
  else
    np_json_view_complain (view, "what stands here %s", what);
}

int
np_reader_find (NpReader *reader, const NpJsonView *view, const char *id, NpFindFunc find)
{
  int position = *id != '\0' ? find (reader->catalog, id) : -1;

  if (position < 0 && *id != '\0')
    np_reader_complain_of (view, id, "is not in this catalogue");
  return position;
}

int
np_reader_find_item (const NpJsonView *view, const char *id, const NpItems *items)
{
  int position = *id != '\0' ? np_items_find (items, id) : -1;

  if (position < 0 && *id != '\0')
    np_reader_complain_of (view, id, "is not in this catalogue");
  return position;
}

void
np_reader_text (const NpJsonView *view, const char *name)
{
  NpJsonView member = np_json_view_member (view, name);
  const char *text = np_json_view_need_string (view, name);

  if (np_json_view_exists (&member) && *text == '\0')
    np_json_view_complain (&member, "a text is needed here");
}

void
np_reader_stamp (const NpJsonView *view, const char *name, gboolean needed)
{
  NpJsonView member = np_json_view_member (view, name);
  const char *stamp = needed ? np_json_view_need_string (view, name) : np_json_view_opt_string (view, name, NULL);
  g_autoptr (GDateTime) time = NULL;

  if (!np_json_view_exists (&member) || stamp == NULL)
    return;
  time = np_stamp_parse (stamp);
  if (time == NULL)
    np_json_view_complain (&member, "a time with its zone is expected here, as 2026-03-10T09:15:02+01:00");
}

NpDay
np_reader_day (const NpJsonView *view, const char *name, gboolean needed)
{
  NpJsonView member = np_json_view_member (view, name);
  const char *text = needed ? np_json_view_need_string (view, name) : np_json_view_opt_string (view, name, NULL);
  NpDay day;

  if (!np_json_view_exists (&member) || text == NULL)
    return NP_DAY_NONE;
  day = np_day_parse (text);
  if (day == NP_DAY_NONE)
    np_json_view_complain (&member, "a day is expected here, as 2026-03-10");
  return day;
}

static void
read_item_id (NpReader *reader, const NpJsonView *view, const NpItems *items)
{
  guint before = np_problems_count (reader->problems);

  np_reader_find_item (view, np_json_view_string (view), items);
  note_if_worse (reader, view, before);
}

void
np_reader_opt_id (NpReader *reader, const NpJsonView *view, const char *name, const NpItems *items)
{
  NpJsonView member = np_json_view_member (view, name);

  if (np_json_view_exists (&member))
    read_item_id (reader, &member, items);
}

void
np_reader_opt_ids (NpReader *reader, const NpJsonView *view, const char *name, const NpItems *items)
{
  NpJsonView array = np_json_view_opt_array (view, name);

  for (guint i = 0; i < np_json_view_length (&array); i++)
    {
      NpJsonView element = np_json_view_element (&array, i);

      read_item_id (reader, &element, items);
    }
}

/* ---- the document ---- */

static void
read_catalog (const NpJsonView *root)
{
  NpJsonView catalog = np_json_view_opt_object (root, "catalog");

  if (!np_json_view_exists (&catalog))
    return;
  np_json_view_only (&catalog, "id", "version", "digest", NULL);
  np_reader_text (&catalog, "id");
  np_reader_text (&catalog, "version");
  np_reader_text (&catalog, "digest");
}

static void
read_head (NpReader *reader, const NpJsonView *root)
{
  NpFacts *facts = reader->reading->facts;
  NpJsonView format_at = np_json_view_member (root, "format");
  const char *format = np_json_view_need_string (root, "format");

  if (*format != '\0' && !g_str_equal (format, NP_CONSULTATION_FORMAT))
    np_json_view_complain (&format_at, "this is not a consultation that this program reads (%s)", NP_CONSULTATION_FORMAT);
  if (np_json_view_has (root, "id") && !g_uuid_string_is_valid (np_json_view_opt_string (root, "id", "")))
    {
      NpJsonView id = np_json_view_member (root, "id");

      np_json_view_complain (&id, "a UUID is expected here");
    }
  np_reader_stamp (root, "started_at", FALSE);
  np_reader_text (root, "language");
  read_catalog (root);
  facts->planned_on = np_reader_day (root, "planned_on", FALSE);
  if (facts->planned_on != NP_DAY_NONE && facts->planned_on < facts->assessed_on)
    {
      NpJsonView planned = np_json_view_member (root, "planned_on");

      np_json_view_complain (&planned, _ ("the planned day lies before the day of the assessment"));
      facts->planned_on = NP_DAY_NONE;
    }
}

static void
read_unknown (const NpJsonView *root)
{
  NpJsonView unknown = np_json_view_opt_array (root, "unknown");

  for (guint i = 0; i < np_json_view_length (&unknown); i++)
    {
      NpJsonView element = np_json_view_element (&unknown, i);

      np_json_view_string (&element);
    }
}

static void
read_root (NpReader *reader, const NpJsonView *root)
{
  np_json_view_only (root, "format", "id", "started_at", "assessed_on", "planned_on", "language", "catalog", "clinic",
                     "practitioner", "held_by", "patient", "guardian", "interpreter", "witness", "medicines",
                     "medicines_on", "allergies", "allergies_on", "plan", "answers", "decisions", "disclosure",
                     "understanding", "understanding_decision", "early", "handed_over", "copy", "ending", "signatures",
                     "log", "unknown", NULL);
  read_head (reader, root);
  np_document_read_people (reader, root);
  np_document_read_lists (reader, root);
  np_document_read_plan (reader, root);
  np_document_read_answers (reader, root);
  np_document_read_decisions (reader, root);
  np_document_read_talk (reader, root);
  np_document_read_signing (reader, root);
  read_unknown (root);
}

static NpReading *
read_document (JsonNode *document, const char *file, const NpCatalog *catalog, NpProblems *problems, GPtrArray *aside)
{
  NpJsonView root = np_json_view_root (document, file, problems);
  NpReader reader = { .catalog = catalog, .problems = problems, .aside = aside };
  guint before = np_problems_count (problems);
  NpDay assessed_on;

  if (!JSON_NODE_HOLDS_OBJECT (document))
    {
      np_json_view_complain (&root, "a consultation is expected here: an object with “format”");
      return NULL;
    }
  /* What is to be set aside may be of any shape; what is read may not, and its ids mean nothing before the shape is right. */
  if (aside == NULL)
    np_json_shape_check (&np_document_shape, &root);
  if (np_problems_count (problems) > before)
    return NULL;
  assessed_on = np_reader_day (&root, "assessed_on", TRUE);
  reader.reading = g_new0 (NpReading, 1);
  /* The rest is read even where the day is wrong, so that a person sees every problem at once. */
  reader.reading->facts = np_facts_new (catalog, assessed_on == NP_DAY_NONE ? 0 : assessed_on);
  reader.reading->rulings = g_array_new (FALSE, TRUE, sizeof (NpRuling));
  read_root (&reader, &root);
  return reader.reading;
}

/**
 * np_document_read:
 * @document: a document
 * @file: (nullable): the name in complaints
 * @catalog: the catalogue that its ids belong to; outlives the result
 * @problems: where everything is added that is not as the format says
 *
 * Reads strictly: shapes, words, ids, dates, a planned day before the assessed one. Answers to questions that are asked
 * anew each day, lists and checks alike, count as unanswered when they were given on another day than `assessed_on`
 * (brief D3).
 *
 * Returns: (transfer full) (nullable): the facts and rulings in it; of use only when there is no problem. %NULL when its
 * shape is wrong
 */
NpReading *
np_document_read (JsonNode *document, const char *file, const NpCatalog *catalog, NpProblems *problems)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return read_document (document, file, catalog, problems, NULL);
}

/**
 * np_reading_free:
 * @self: (transfer full) (nullable): a reading
 */
void
np_reading_free (NpReading *self)
{
  if (self == NULL)
    return;
  np_facts_free (self->facts);
  g_array_unref (self->rulings);
  g_free (self);
}

static void
set_aside (JsonNode *document, const char *pointer)
{
  JsonNode *node = np_document_lookup (document, pointer);
  g_autofree char *text = NULL;
  g_autofree char *listed = NULL;
  JsonNode *value;

  if (node == NULL)
    return;
  text = np_json_write_canonical (node);
  listed = g_strdup_printf ("%s: %s", pointer, text);
  value = json_node_init_string (json_node_alloc (), listed);
  np_document_put (document, "/unknown/-", value);
  np_document_put (document, pointer, NULL);
}

/**
 * np_document_set_aside_unknown:
 * @document: a draft; changed in place
 * @catalog: the catalogue that it goes on under
 *
 * Takes out every answer, part of the plan, decision and so on that @catalog does not accept, and lists it with its
 * pointer and content under `unknown`, so that nothing is lost. An answer is taken out whole: half of it could make the
 * outcome milder.
 */
void
np_document_set_aside_unknown (JsonNode *document, const NpCatalog *catalog)
{
  g_autoptr (GPtrArray) aside = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NpProblems) problems = np_problems_new ();
  g_autoptr (NpReading) reading = NULL;

  g_return_if_fail (document != NULL);
  g_return_if_fail (catalog != NULL);

  reading = read_document (document, NULL, catalog, problems, aside);
  /* from the last to the first, so that the numbers of list elements stay right */
  for (guint i = aside->len; i > 0; i--)
    set_aside (document, g_ptr_array_index (aside, i - 1));
}
