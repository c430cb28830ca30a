/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a record file, checked without any catalogue: an old record stays readable whatever today's catalogue says. What is
 * published as data/schema/record.schema.json, by hand. */
#include "np-record.h"

#include "np-json-view.h"

static const char *const method_words[] = { "drawn", "typed", "ink", "by-witness", "declined", NULL };

static void
check_format (const NpJsonView *record)
{
  const char *format = np_json_view_need_string (record, "format");
  NpJsonView member = np_json_view_member (record, "format");

  if (format != NULL && !g_str_equal (format, NP_RECORD_FORMAT))
    np_json_view_complain (&member, "this is \"%s\", and this program reads \"%s\"", format, NP_RECORD_FORMAT);
}

static void
check_stamp (const NpJsonView *object, const char *name)
{
  const char *stamp = np_json_view_need_string (object, name);
  NpJsonView member = np_json_view_member (object, name);
  g_autoptr (GDateTime) time = stamp == NULL ? NULL : np_stamp_parse (stamp);

  if (stamp != NULL && time == NULL)
    np_json_view_complain (&member, "\"%s\" is no date and time with zone (RFC 3339)", stamp);
}

/* The id stands in a file name, so it must not wander. */
static void
check_id (const NpJsonView *record)
{
  const char *id = np_json_view_need_string (record, "id");
  NpJsonView member = np_json_view_member (record, "id");

  if (id != NULL && !g_uuid_string_is_valid (id))
    np_json_view_complain (&member, "\"%s\" is no UUID", id);
}

static void
check_words (const NpJsonView *object, const char *name)
{
  NpJsonView array = np_json_view_need_array (object, name);

  for (guint i = 0; i < np_json_view_length (&array); i++)
    {
      NpJsonView element = np_json_view_element (&array, i);

      np_json_view_string (&element);
    }
}

static void
check_catalog (const NpJsonView *record)
{
  NpJsonView catalog = np_json_view_need_object (record, "catalog");

  np_json_view_need_string (&catalog, "id");
  np_json_view_need_string (&catalog, "version");
  np_json_view_need_string (&catalog, "digest");
  np_json_view_need_string (&catalog, "language");
}

static void
check_texts (const NpJsonView *record)
{
  NpJsonView texts = np_json_view_need_array (record, "texts");

  for (guint i = 0; i < np_json_view_length (&texts); i++)
    {
      NpJsonView text = np_json_view_element (&texts, i);

      np_json_view_only (&text, "id", "field", "text", "source", NULL);
      np_json_view_need_string (&text, "id");
      np_json_view_need_string (&text, "field");
      np_json_view_need_string (&text, "text");
      np_json_view_opt_string (&text, "source", NULL);
    }
}

static void
check_shown (const NpJsonView *record)
{
  static const char *const lists[] = { "questions", "information", "aftercare", "red_flags", "teach_back" };
  NpJsonView shown = np_json_view_need_object (record, "shown");
  NpJsonView risks = np_json_view_need_array (&shown, "risks");

  np_json_view_need_string (&shown, "language");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    check_words (&shown, lists[i]);
  for (guint i = 0; i < np_json_view_length (&risks); i++)
    {
      NpJsonView risk = np_json_view_element (&risks, i);

      np_json_view_need_string (&risk, "id");
      np_json_view_need_string (&risk, "group");
      np_json_view_need_bool (&risk, "serious");
      check_words (&risk, "because");
    }
}

static void
check_assessment (const NpJsonView *record)
{
  NpJsonView assessment = np_json_view_need_object (record, "assessment");

  np_json_view_need_word (&assessment, "outcome", np_outcome_words);
  np_json_view_need_array (&assessment, "findings");
  np_json_view_need_array (&assessment, "risks");
  np_json_view_need_bool (&assessment, "for_signature");
}

static guint
check_signatures (const NpJsonView *record)
{
  NpJsonView signatures = np_json_view_opt_array (record, "signatures");
  guint signed_roles = 0;

  for (guint i = 0; i < np_json_view_length (&signatures); i++)
    {
      NpJsonView signature = np_json_view_element (&signatures, i);
      int role = np_json_view_need_word (&signature, "role", np_role_words);
      int method = np_json_view_need_word (&signature, "method", method_words);

      np_json_view_need_string (&signature, "name");
      np_json_view_need_string (&signature, "meaning");
      check_stamp (&signature, "at");
      if (role >= 0 && method >= 0 && !g_str_equal (method_words[method], "declined"))
        signed_roles |= 1u << role;
    }
  return signed_roles;
}

/* Every required role, never "any one" (design 5). */
static void
check_required (const NpJsonView *record, guint signed_roles)
{
  NpJsonView required = np_json_view_need_array (record, "required_signatures");

  for (guint i = 0; i < np_json_view_length (&required); i++)
    {
      NpJsonView element = np_json_view_element (&required, i);
      const char *word = np_json_view_string (&element);
      guint role;

      for (role = 0; role < NP_N_ROLES && g_strcmp0 (word, np_role_words[role]) != 0; role++)
        ;
      if (word != NULL && role == NP_N_ROLES)
        np_json_view_complain (&element, "\"%s\" is nobody who signs", word);
      else if (word != NULL && (signed_roles & (1u << role)) == 0)
        np_json_view_complain (&element, "the signature of the %s is missing", word);
    }
}

/* A blocked plan has no consent (brief 0.4, design 4). */
static void
check_consent (const NpJsonView *record, int kind)
{
  NpJsonView assessment = np_json_view_opt_object (record, "assessment");

  if (kind == NP_KIND_CONSENT && !np_json_view_opt_bool (&assessment, "for_signature", FALSE))
    np_json_view_complain (&assessment, "a consent was saved although the plan was not for signature");
}

static void
check_consultation (const NpJsonView *record)
{
  NpJsonView consultation = np_json_view_need_object (record, "consultation");

  np_json_view_need_string (&consultation, "assessed_on");
  np_json_view_need_string (&consultation, "language");
  np_json_view_need_object (&consultation, "patient");
}

static void
check_record (const NpJsonView *record)
{
  np_json_view_only (record, "format", "id", "kind", "required_signatures", "made_at", "made_by", "catalog", "consultation", "age",
                     "cooling_off", "assessment", "shown", "texts", "ending", "signatures", "log", NULL);
  check_format (record);
  check_id (record);
  check_stamp (record, "made_at");
  np_json_view_need_string (record, "made_by");
  check_catalog (record);
  check_consultation (record);
  check_assessment (record);
  check_shown (record);
  check_texts (record);
  np_json_view_need_object (record, "ending");
  np_json_view_need_array (record, "log");
  check_required (record, check_signatures (record));
  check_consent (record, np_json_view_need_word (record, "kind", np_kind_words));
}

/**
 * np_record_check:
 * @file: the root of a record file that passed the strict reader
 * @name: its name, for the problems
 * @problems: where to put them
 *
 * Checks that a file is a whole record: every member of the right type, every required signature there, no consent of a blocked plan.
 *
 * Returns: whether nothing was found
 */
gboolean
np_record_check (JsonNode *file, const char *name, NpProblems *problems)
{
  guint before = np_problems_count (problems);
  NpJsonView root = np_json_view_root (file, name, problems);
  NpJsonView record = np_json_view_need_object (&root, "record");
  NpJsonView seal = np_json_view_need_array (&root, "seal");

  np_json_view_only (&root, "record", "seal", NULL);
  for (guint i = 0; i < np_json_view_length (&seal); i++)
    {
      NpJsonView entry = np_json_view_element (&seal, i);

      np_json_view_string (&entry);
    }
  if (np_json_view_exists (&record))
    check_record (&record);
  return np_problems_count (problems) == before;
}
