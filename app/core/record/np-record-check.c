/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a record file, checked without any catalogue: an old record stays readable whatever today's catalogue
 * says. What is published as data/schema/record.schema.json, as tables in the same order. */
#include "np-record.h"

#include <string.h>

#include "np-document-shape.h"
#include "np-methods.h"

#define OBJECT(table)                                                                                                  \
  {                                                                                                                    \
    .kind = NP_JSON_OBJECT, .members = table                                                                           \
  }
#define LIST_OF(shape)                                                                                                 \
  {                                                                                                                    \
    .kind = NP_JSON_LIST, .each = &shape                                                                               \
  }
#define WORDS(list)                                                                                                    \
  {                                                                                                                    \
    .kind = NP_JSON_WORD, .words = list                                                                                \
  }
#define RANGE(from, to)                                                                                                \
  {                                                                                                                    \
    .kind = NP_JSON_INTEGER, .least = from, .most = to                                                                 \
  }
#define TEXT &np_json_shape_text
#define ID &np_json_shape_id
#define IDS &np_json_shape_ids
#define BOOLEAN &np_json_shape_boolean
#define DAY &np_document_shape_day
#define STAMP &np_document_shape_stamp

static gboolean
is_format (const char *text)
{
  return g_str_equal (text, NP_RECORD_FORMAT);
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && text[strspn (text, "0123456789abcdef")] == '\0';
}

/* Three parts of base64url with dots between (RFC 7515, 7.1); what they say is the seal's matter. */
static gboolean
is_compact_jws (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 0);
  guint good = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && strspn (parts[i], G_CSET_a_2_z G_CSET_A_2_Z "0123456789-_") == strlen (parts[i]))
      good++;
  return good == 3 && g_strv_length (parts) == 3;
}

static const NpJsonShape format = { .kind = NP_JSON_FORM, .fits = is_format, .expected = "“" NP_RECORD_FORMAT "”" };
static const NpJsonShape digest = { .kind = NP_JSON_FORM,
                                    .fits = is_digest,
                                    .expected = "a SHA-256 in hexadecimal digits" };
static const NpJsonShape jws = { .kind = NP_JSON_FORM, .fits = is_compact_jws, .expected = "a compact JWS" };

/* ---- the catalogue it was made with ---- */

/* The clinic's own entries come with their digest, and with who approved them. */
static void
check_catalog (const NpJsonView *view)
{
  static const char *const together[] = { "merged_digest", "approvals", "clinic_changed" };
  gboolean has_overlay = np_json_view_has (view, "overlay");

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    {
      NpJsonView member = np_json_view_member (view, together[i]);

      if (np_json_view_exists (&member) != has_overlay)
        np_json_view_complain (&member, "this member and “overlay” come together");
    }
}

static const NpJsonMember overlay_members[] = {
  { "id", TEXT, TRUE }, { "version", TEXT, TRUE }, { "digest", &digest, TRUE }, { 0 }
};
static const NpJsonShape overlay = OBJECT (overlay_members);
static const NpJsonMember approval_members[] = {
  { "what", TEXT, TRUE }, { "name", TEXT, TRUE }, { "role", TEXT, TRUE }, { "date", DAY, TRUE }, { 0 }
};
static const NpJsonShape approval = OBJECT (approval_members);
static const NpJsonShape approvals = LIST_OF (approval);
static const NpJsonMember catalog_members[] = { { "id", TEXT, TRUE },
                                                { "version", TEXT, TRUE },
                                                { "digest", &digest, TRUE },
                                                { "language", TEXT, TRUE },
                                                { "overlay", &overlay, FALSE },
                                                { "merged_digest", &digest, FALSE },
                                                { "approvals", &approvals, FALSE },
                                                { "clinic_changed", IDS, FALSE },
                                                { 0 } };
static const NpJsonShape catalog = { .kind = NP_JSON_OBJECT, .members = catalog_members, .check = check_catalog };

/* ---- time to think ---- */

static void
check_cooling_off (const NpJsonView *view)
{
  static const char *const together[] = { "earliest", "kept" };
  gboolean informed = np_json_view_has (view, "informed_at");

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    {
      NpJsonView member = np_json_view_member (view, together[i]);

      if (np_json_view_exists (&member) != informed)
        np_json_view_complain (&member, "this member and “informed_at” come together");
    }
}

static const NpJsonShape hours = RANGE (0, 100000);
static const NpJsonMember cooling_off_members[] = {
  { "id", ID, TRUE },           { "hours", &hours, TRUE },  { "informed_at", STAMP, FALSE },
  { "earliest", STAMP, FALSE }, { "kept", BOOLEAN, FALSE }, { 0 }
};
static const NpJsonShape cooling_off = { .kind = NP_JSON_OBJECT,
                                         .members = cooling_off_members,
                                         .check = check_cooling_off };

/* ---- the assessment ---- */

static const NpJsonShape outcome = WORDS (np_outcome_words);
static const NpJsonShape class = WORDS (np_class_words);
static const NpJsonMember finding_members[] = { { "id", ID, TRUE },
                                                { "class", &class, TRUE },
                                                { "cause", IDS, TRUE },
                                                { "clear_date", DAY, FALSE },
                                                { "action", TEXT, FALSE },
                                                { "source", &np_json_shape_texts, TRUE },
                                                { "discloses", IDS, TRUE },
                                                { "decision", &np_document_shape_decided, FALSE },
                                                { 0 } };
static const NpJsonShape finding = OBJECT (finding_members);
static const NpJsonShape findings = LIST_OF (finding);
static const NpJsonMember met_members[] = {
  { "id", ID, TRUE }, { "cause", IDS, TRUE }, { "clear_date", DAY, FALSE }, { 0 }
};
static const NpJsonShape met = OBJECT (met_members);
static const NpJsonShape met_list = LIST_OF (met);
static const NpJsonMember reason_members[] = {
  { "id", ID, TRUE }, { "group", ID, TRUE }, { "because", IDS, TRUE }, { 0 }
};
static const NpJsonShape reason = OBJECT (reason_members);
static const NpJsonShape reasons = LIST_OF (reason);
static const NpJsonMember remedy_members[] = { { "finding", ID, TRUE }, { "change", ID, TRUE }, { 0 } };
static const NpJsonShape remedy = OBJECT (remedy_members);
static const NpJsonShape remedies = LIST_OF (remedy);
static const NpJsonMember assessment_members[] = { { "outcome", &outcome, TRUE },
                                                   { "clear_date", DAY, FALSE },
                                                   { "waiting_for", &np_json_shape_texts, FALSE },
                                                   { "findings", &findings, TRUE },
                                                   { "met", &met_list, TRUE },
                                                   { "risks", &reasons, TRUE },
                                                   { "unanswered", IDS, TRUE },
                                                   { "remedies", &remedies, TRUE },
                                                   { "for_signature", BOOLEAN, TRUE },
                                                   { 0 } };
static const NpJsonShape assessment = OBJECT (assessment_members);

/* ---- what was shown ---- */

static const NpJsonMember risk_members[] = { { "id", ID, TRUE },
                                             { "group", ID, TRUE },
                                             { "serious", BOOLEAN, TRUE },
                                             { "because", IDS, TRUE },
                                             { "acknowledged_at", STAMP, FALSE },
                                             { 0 } };
static const NpJsonShape risk = OBJECT (risk_members);
static const NpJsonShape risks = LIST_OF (risk);
static const NpJsonMember behind_members[] = { { "cause", ID, TRUE }, { "text", TEXT, TRUE }, { 0 } };
static const NpJsonShape behind = OBJECT (behind_members);
static const NpJsonShape behind_list = LIST_OF (behind);
static const NpJsonMember shown_finding_members[] = { { "id", ID, TRUE }, { "because", &behind_list, TRUE }, { 0 } };
static const NpJsonShape shown_finding = OBJECT (shown_finding_members);
static const NpJsonShape shown_findings = LIST_OF (shown_finding);
static const NpJsonShape section = WORDS (np_section_words);
static const NpJsonMember lead_members[] = { { "id", ID, TRUE }, { "section", &section, TRUE }, { 0 } };
static const NpJsonShape lead = OBJECT (lead_members);
static const NpJsonShape leads = LIST_OF (lead);
/* `outcome`, `findings` and `leads` are missing in a record made before there were any. */
static const NpJsonMember shown_members[] = { { "language", TEXT, TRUE },  { "questions", IDS, TRUE },
                                              { "outcome", TEXT, FALSE },  { "findings", &shown_findings, FALSE },
                                              { "leads", &leads, FALSE },
                                              { "risks", &risks, TRUE },   { "information", IDS, TRUE },
                                              { "aftercare", IDS, TRUE },  { "red_flags", IDS, TRUE },
                                              { "teach_back", IDS, TRUE }, { 0 } };
static const NpJsonShape shown = OBJECT (shown_members);
static const NpJsonMember text_members[] = {
  { "id", TEXT, TRUE }, { "field", TEXT, TRUE }, { "text", TEXT, TRUE }, { "source", TEXT, FALSE }, { 0 }
};
static const NpJsonShape text = OBJECT (text_members);
static const NpJsonShape texts = { .kind = NP_JSON_LIST, .each = &text, .least = 1 };

/* ---- who had to sign, and did ---- */

static guint
signed_roles (const NpJsonView *record)
{
  NpJsonView signatures = np_json_view_need_array (record, "signatures");
  guint roles = 0;

  for (guint i = 0; i < np_json_view_length (&signatures); i++)
    {
      NpJsonView signature = np_json_view_element (&signatures, i);
      int role = np_json_view_need_word (&signature, "role", np_role_words);

      if (np_json_view_need_word (&signature, "method", np_method_words) != NP_METHOD_DECLINED)
        roles |= 1u << role;
    }
  return roles;
}

/* Who signs at least, whatever a file says of itself (design 5). */
static guint
least_roles (const NpJsonView *record)
{
  guint roles = 1u << NP_ROLE_PRACTITIONER;

  if (np_json_view_need_word (record, "kind", np_kind_words) != NP_KIND_CONSENT)
    return roles;
  if (np_json_view_opt_int (record, "age", 0, 200, NP_ADULT_AGE) < NP_ADULT_AGE)
    return roles | 1u << NP_ROLE_GUARDIAN | 1u << NP_ROLE_MINOR;
  return roles | 1u << NP_ROLE_PATIENT;
}

static void
check_least (const NpJsonView *record, const NpJsonView *required, guint named)
{
  guint missing = least_roles (record) & ~named;

  for (guint role = 0; role < NP_N_ROLES; role++)
    if ((missing & 1u << role) != 0)
      np_json_view_complain (required, "the %s has to sign such a record and is not named", np_role_words[role]);
}

/* Every required role, never "any one" (design 5). */
static void
check_required (const NpJsonView *record)
{
  NpJsonView required = np_json_view_need_array (record, "required_signatures");
  guint present = signed_roles (record);
  guint named = 0;

  for (guint i = 0; i < np_json_view_length (&required); i++)
    {
      NpJsonView element = np_json_view_element (&required, i);
      const char *word = np_json_view_string (&element);
      guint role;

      for (role = 0; !g_str_equal (word, np_role_words[role]); role++)
        ;
      if ((named & 1u << role) != 0)
        np_json_view_complain (&element, "the %s is named twice", word);
      if ((present & 1u << role) == 0)
        np_json_view_complain (&element, "the signature of the %s is missing", word);
      named |= 1u << role;
    }
  check_least (record, &required, named);
}

/* A blocked plan has no consent (brief 0.4, design 4), and a record is of the kind that its ending says. */
static void
check_kind (const NpJsonView *record)
{
  int kind = np_json_view_need_word (record, "kind", np_kind_words);
  NpJsonView ending = np_json_view_need_object (record, "ending");
  NpJsonView what = np_json_view_need_object (record, "assessment");

  if (kind == NP_KIND_CONSENT && !np_json_view_need_bool (&what, "for_signature"))
    np_json_view_complain (&what, "a consent was saved although the plan was not for signature");
  if (np_json_view_need_word (&ending, "kind", np_kind_words) != kind)
    np_json_view_complain (&ending, "the record is of another kind than its ending");
}

/* The program wrote at least that it opened the consultation. */
static void
check_log (const NpJsonView *record)
{
  NpJsonView log = np_json_view_need_array (record, "log");

  if (np_json_view_length (&log) == 0)
    np_json_view_complain (&log, "this list is too short");
}

/* Only the command line takes over what somebody else showed (design 6). */
static gboolean
was_on_screen (const NpJsonView *record)
{
  return !g_str_has_prefix (np_json_view_need_string (record, "made_by"), "needlepointctl ");
}

/* Drafts of before there was such a rule lose what they say was acknowledged unseen: that it ended stands in the log. */
static gboolean
has_ended (const NpJsonView *log, guint after, const char *id)
{
  for (guint i = after; i < np_json_view_length (log); i++)
    {
      NpJsonView entry = np_json_view_element (log, i);

      if (g_str_equal (np_json_view_need_string (&entry, "what"), "voided") &&
          g_str_equal (np_json_view_opt_string (&entry, "of", ""), id))
        return TRUE;
    }
  return FALSE;
}

/* Where there was a screen nothing is acknowledged before it was in view (record rules 29 and 30). */
static void
check_shown_first (const NpJsonView *record)
{
  NpJsonView log = np_json_view_need_array (record, "log");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!was_on_screen (record))
    return;
  for (guint i = 0; i < np_json_view_length (&log); i++)
    {
      NpJsonView entry = np_json_view_element (&log, i);
      const char *what = np_json_view_need_string (&entry, "what");
      const char *of = np_json_view_opt_string (&entry, "of", "");

      if (g_str_equal (what, "shown"))
        g_hash_table_add (seen, (gpointer) of);
      else if (g_str_equal (what, "acknowledged") && !g_hash_table_contains (seen, of) && !has_ended (&log, i, of))
        np_json_view_complain (&entry, "“%s” was acknowledged before it was shown", of);
    }
}

static void
check_record (const NpJsonView *record)
{
  check_log (record);
  check_shown_first (record);
  check_required (record);
  check_kind (record);
}

/* ---- the whole ---- */

static const NpJsonShape age = RANGE (0, 200);
static const NpJsonShape roles = { .kind = NP_JSON_LIST, .each = &np_document_shape_role, .least = 1 };
static const NpJsonMember record_members[] = { { "format", &format, TRUE },
                                               { "id", &np_document_shape_uuid, TRUE },
                                               { "kind", &np_document_shape_kind, TRUE },
                                               { "required_signatures", &roles, TRUE },
                                               { "made_at", STAMP, TRUE },
                                               { "made_by", TEXT, TRUE },
                                               { "catalog", &catalog, TRUE },
                                               { "consultation", &np_document_shape_in_record, TRUE },
                                               { "age", &age, FALSE },
                                               { "cooling_off", &cooling_off, TRUE },
                                               { "assessment", &assessment, TRUE },
                                               { "shown", &shown, TRUE },
                                               { "texts", &texts, TRUE },
                                               { "ending", &np_document_shape_ending, TRUE },
                                               { "signatures", &np_document_shape_signatures, TRUE },
                                               { "log", &np_document_shape_log, TRUE },
                                               { 0 } };
static const NpJsonShape record = { .kind = NP_JSON_OBJECT, .members = record_members, .check = check_record };
static const NpJsonShape seal = LIST_OF (jws);
static const NpJsonMember file_members[] = { { "record", &record, TRUE }, { "seal", &seal, TRUE }, { 0 } };
static const NpJsonShape file_shape = OBJECT (file_members);

/**
 * np_record_check:
 * @file: the root of a record file that passed the strict reader
 * @name: its name, for the problems
 * @problems: where to put them
 *
 * Checks that a file is a whole record: every member of the right type, every required signature there, no consent of a
 * blocked plan.
 *
 * Returns: whether nothing was found
 */
gboolean
np_record_check (JsonNode *file, const char *name, NpProblems *problems)
{
  guint before = np_problems_count (problems);
  NpJsonView root = np_json_view_root (file, name, problems);

  np_json_shape_check (&file_shape, &root);
  return np_problems_count (problems) == before;
}
