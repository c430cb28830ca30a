/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a consultation as tables, in the order of data/schema/consultation.schema.json. */
#include "np-document-shape.h"

#include "np-document.h"
#include "np-methods.h"

#define MAX_PEN 10000000 /* 1/10 px, or ms: beyond any screen and any patience */

#define OBJECT(table)                                                                                                  \
  {                                                                                                                    \
    .kind = NP_JSON_OBJECT, .members = table                                                                           \
  }
#define LIST_OF(shape)                                                                                                 \
  {                                                                                                                    \
    .kind = NP_JSON_LIST, .each = &shape                                                                               \
  }
#define MAP_OF(shape)                                                                                                  \
  {                                                                                                                    \
    .kind = NP_JSON_MAP, .each = &shape                                                                                \
  }
#define WORDS(list)                                                                                                    \
  {                                                                                                                    \
    .kind = NP_JSON_WORD, .words = list                                                                                \
  }
#define RANGE(from, to)                                                                                                \
  {                                                                                                                    \
    .kind = NP_JSON_INTEGER, .least = from, .most = to                                                                 \
  }
#define STRING &np_json_shape_string
#define TEXT &np_json_shape_text
#define ID &np_json_shape_id
#define IDS &np_json_shape_ids
#define BOOLEAN &np_json_shape_boolean
#define DAY &np_document_shape_day
#define STAMP &np_document_shape_stamp

/* ---- words and forms ---- */

static gboolean
is_day (const char *text)
{
  return np_day_parse (text) != NP_DAY_NONE;
}

static gboolean
is_date (const char *text)
{
  NpDate date;

  return np_date_parse (text, &date);
}

static gboolean
is_stamp (const char *text)
{
  g_autoptr (GDateTime) time = np_stamp_parse (text);

  return time != NULL;
}

static gboolean
is_format (const char *text)
{
  return g_str_equal (text, NP_CONSULTATION_FORMAT);
}

const char *const np_method_words[] = { "drawn", "typed", "ink", "by-witness", "declined", NULL };
const char *const np_document_route_words[] = { "systemic", "skin", NULL };
const char *const np_document_teach_back_words[] = { "own-words", "after-explaining", "not-yet", NULL };
const char *const np_document_log_words[] = {
  "opened", "resumed", "changed", "answered", "answered-together", "shown", "acknowledged", "told", "understood",
  "decided", "decision-ended", "voided", "undone", "printed", "handed-over", "identity-confirmed", "informed",
  "ending", "signed", "signature-cleared", "language", "saved", NULL
};

static const NpJsonShape format = { .kind = NP_JSON_FORM,
                                    .fits = is_format,
                                    .expected = "“" NP_CONSULTATION_FORMAT "”" };
static const NpJsonShape date = { .kind = NP_JSON_FORM,
                                  .fits = is_date,
                                  .expected = "a date, as 2001-07-19, 2001-07 or 2001," };
const NpJsonShape np_document_shape_uuid = { .kind = NP_JSON_FORM,
                                             .fits = g_uuid_string_is_valid,
                                             .expected = "a UUID" };
const NpJsonShape np_document_shape_day = { .kind = NP_JSON_FORM, .fits = is_day, .expected = "a day, as 2026-03-10," };
const NpJsonShape np_document_shape_stamp = { .kind = NP_JSON_FORM,
                                              .fits = is_stamp,
                                              .expected = "a time with its zone, as 2026-03-10T09:15:02+01:00," };
const NpJsonShape np_document_shape_role = WORDS (np_role_words);
const NpJsonShape np_document_shape_kind = WORDS (np_kind_words);

/* ---- people and lists ---- */

static const NpJsonMember catalog_members[] = {
  { "id", TEXT, TRUE }, { "version", TEXT, TRUE }, { "digest", TEXT, TRUE }, { 0 }
};
static const NpJsonShape catalog = OBJECT (catalog_members);

static const NpJsonMember clinic_members[] = { { "name", STRING, FALSE },         { "address", STRING, FALSE },
                                               { "phone", STRING, FALSE },        { "urgent_phone", STRING, FALSE },
                                               { "out_of_hours", STRING, FALSE }, { 0 } };
static const NpJsonShape clinic = OBJECT (clinic_members);

static const NpJsonMember practitioner_members[] = {
  { "id", STRING, FALSE }, { "name", TEXT, TRUE }, { "role", TEXT, TRUE }, { "registration", STRING, FALSE }, { 0 }
};
static const NpJsonShape practitioner = OBJECT (practitioner_members);

static const NpJsonMember holder_members[] = { { "name", STRING, FALSE }, { "role", STRING, FALSE }, { 0 } };
static const NpJsonShape holder = OBJECT (holder_members);

static const NpJsonMember patient_members[] = { { "name", STRING, FALSE },          { "date_of_birth", &date, FALSE },
                                                { "record_number", STRING, FALSE }, { "identified_by", IDS, FALSE },
                                                { "confirmed_at", STAMP, FALSE },   { 0 } };
static const NpJsonShape patient = OBJECT (patient_members);

static const NpJsonMember guardian_members[] = { { "name", STRING, FALSE },
                                                 { "relationship", ID, FALSE },
                                                 { "document", STRING, FALSE },
                                                 { "identified_by", IDS, FALSE },
                                                 { 0 } };
static const NpJsonShape guardian = OBJECT (guardian_members);

static const NpJsonMember interpreter_members[] = {
  { "name", STRING, FALSE }, { "language", STRING, FALSE }, { "reference", STRING, FALSE }, { 0 }
};
static const NpJsonShape interpreter = OBJECT (interpreter_members);

static const NpJsonMember witness_members[] = {
  { "name", STRING, FALSE }, { "role", STRING, FALSE }, { "reason", STRING, FALSE }, { 0 }
};
static const NpJsonShape witness = OBJECT (witness_members);

static const NpJsonShape route = WORDS (np_document_route_words);
static const NpJsonMember medicine_members[] = { { "name", TEXT, TRUE },
                                                 { "route", &route, FALSE },
                                                 { "groups_added", IDS, FALSE },
                                                 { "groups_removed", IDS, FALSE },
                                                 { 0 } };
static const NpJsonShape medicine = OBJECT (medicine_members);
static const NpJsonShape medicines = LIST_OF (medicine);

static const NpJsonMember allergy_members[] = { { "substance", TEXT, TRUE },      { "severe", BOOLEAN, FALSE },
                                                { "reaction", STRING, FALSE },    { "groups_added", IDS, FALSE },
                                                { "groups_removed", IDS, FALSE }, { 0 } };
static const NpJsonShape allergy = OBJECT (allergy_members);
static const NpJsonShape allergies = LIST_OF (allergy);

/* ---- the plan and the answers ---- */

static const NpJsonShape depth = RANGE (1, 10000);
static const NpJsonShape amount = RANGE (0, 100000);
static const NpJsonShape sessions = RANGE (1, 100);
static const NpJsonMember pair_members[] = {
  { "indication", ID, TRUE }, { "area", ID, TRUE }, { "depth_um", &depth, FALSE }, { "near_eye", BOOLEAN, FALSE }, { 0 }
};
static const NpJsonShape pair = OBJECT (pair_members);
static const NpJsonShape treat = LIST_OF (pair);
static const NpJsonShape check_word = WORDS (np_check_words + NP_CHECK_PASS);
static const NpJsonShape checks = MAP_OF (check_word);
static const NpJsonShape checks_on = MAP_OF (np_document_shape_day);
static const NpJsonMember plan_members[] = { { "treat", &treat, FALSE },
                                             { "device", ID, FALSE },
                                             { "needle_material", ID, FALSE },
                                             { "topicals", IDS, FALSE },
                                             { "anaesthetic", ID, FALSE },
                                             { "anaesthetic_grams", &amount, FALSE },
                                             { "anaesthetic_area_cm2", &amount, FALSE },
                                             { "anaesthetic_minutes", &amount, FALSE },
                                             { "checks", &checks, FALSE },
                                             { "checks_on", &checks_on, FALSE },
                                             { "sessions", &sessions, FALSE },
                                             { "product", STRING, FALSE },
                                             { 0 } };
static const NpJsonShape plan = OBJECT (plan_members);

/* Only the catalogue knows which fields a state takes; here a value is a word, a number, yes or no, or some words. */
static void
check_field (const NpJsonView *view)
{
  if (JSON_NODE_HOLDS_ARRAY (view->node))
    np_json_shape_check (&np_json_shape_ids, view);
  else if (!JSON_NODE_HOLDS_VALUE (view->node))
    np_json_view_complain (view, "the value of a field is expected here");
}

static void
check_state (const NpJsonView *view)
{
  NpJsonView is = np_json_view_member (view, "is");

  if (np_json_view_exists (&is))
    np_json_shape_check (&np_json_shape_id, &is);
  else
    np_json_view_complain (&is, "this member is missing");
}

static const NpJsonShape field = { .kind = NP_JSON_OTHER, .check = check_field };
static const NpJsonShape state = { .kind = NP_JSON_MAP, .each = &field, .check = check_state };
static const NpJsonShape states = LIST_OF (state);
static const NpJsonMember answer_members[] = {
  { "states", &states, FALSE }, { "note", STRING, FALSE }, { "on", DAY, FALSE }, { "together", BOOLEAN, FALSE }, { 0 }
};
static const NpJsonShape answer = OBJECT (answer_members);
static const NpJsonShape answers = MAP_OF (answer);

/* ---- decisions ---- */

static const NpJsonMember outside_members[] = {
  { "who", TEXT, TRUE }, { "answer", TEXT, TRUE }, { "date", DAY, TRUE }, { 0 }
};
static const NpJsonShape outside = OBJECT (outside_members);
static const NpJsonShape verdict = WORDS (np_verdict_words);
static const NpJsonShape effective = WORDS (np_class_words);

#define DECISION                                                                                                       \
  { "finding", ID, TRUE }, { "decision", &verdict, TRUE }, { "name", TEXT, TRUE }, { "role", TEXT, TRUE },             \
      { "date", DAY, TRUE }, { "reason", TEXT, TRUE }, { "outside", &outside, FALSE },                                 \
  {                                                                                                                    \
    "basis", STRING, FALSE                                                                                             \
  }
static const NpJsonMember decision_members[] = { DECISION, { 0 } };
static const NpJsonMember decided_members[] = { DECISION, { "effective", &effective, TRUE }, { 0 } };
const NpJsonShape np_document_shape_decision = OBJECT (decision_members);
const NpJsonShape np_document_shape_decided = OBJECT (decided_members);
static const NpJsonShape decisions = LIST_OF (np_document_shape_decision);

/* ---- what was told and understood ---- */

static void
check_statement (const NpJsonView *view)
{
  if (np_json_view_opt_bool (view, "none", FALSE) && np_json_view_has (view, "text"))
    np_json_view_complain (view, "either a text or “none”, not both");
}

static const NpJsonMember noted_members[] = { { "at", STAMP, TRUE }, { "digest", STRING, FALSE }, { 0 } };
static const NpJsonShape noted = OBJECT (noted_members);
static const NpJsonShape noted_map = MAP_OF (noted);
static const NpJsonMember costs_members[] = {
  { "session", STRING, FALSE }, { "course", STRING, FALSE }, { "note", STRING, FALSE }, { 0 }
};
static const NpJsonShape costs = OBJECT (costs_members);
static const NpJsonShape photographs = MAP_OF (np_json_shape_boolean);
static const NpJsonMember statement_members[] = { { "text", STRING, FALSE }, { "none", BOOLEAN, FALSE }, { 0 } };
static const NpJsonShape statement = { .kind = NP_JSON_OBJECT, .members = statement_members, .check = check_statement };
static const NpJsonMember asked_members[] = { { "asked", STRING, TRUE }, { "answered", STRING, TRUE }, { 0 } };
static const NpJsonShape asked = OBJECT (asked_members);
static const NpJsonShape asked_list = LIST_OF (asked);
static const NpJsonMember disclosure_members[] = {
  { "acknowledged", &noted_map, FALSE },  { "told", &noted_map, FALSE },   { "costs", &costs, FALSE },
  { "photographs", &photographs, FALSE }, { "goals", &statement, FALSE },  { "matters", &statement, FALSE },
  { "questions", &asked_list, FALSE },    { "informed_at", STAMP, FALSE }, { 0 }
};
static const NpJsonShape disclosure = OBJECT (disclosure_members);

static const NpJsonShape teach_back_word = WORDS (np_document_teach_back_words);
static const NpJsonShape tries = RANGE (1, G_MAXUINT16);
static const NpJsonMember understood_members[] = { { "result", &teach_back_word, TRUE },
                                                   { "tries", &tries, TRUE },
                                                   { "at", STAMP, TRUE },
                                                   { "digest", STRING, FALSE },
                                                   { 0 } };
static const NpJsonShape understood = OBJECT (understood_members);
static const NpJsonShape understanding = MAP_OF (understood);
static const NpJsonMember reasoned_members[] = {
  { "name", TEXT, TRUE }, { "role", TEXT, TRUE }, { "date", DAY, TRUE }, { "reason", TEXT, TRUE }, { 0 }
};
static const NpJsonShape reasoned = OBJECT (reasoned_members);
static const NpJsonMember handed_members[] = {
  { "what", TEXT, TRUE }, { "version", STRING, FALSE }, { "language", TEXT, TRUE }, { "at", STAMP, TRUE }, { 0 }
};
static const NpJsonShape handed = OBJECT (handed_members);
static const NpJsonShape handed_over = LIST_OF (handed);
static const NpJsonMember copy_members[] = { { "how", ID, FALSE }, { 0 } };
static const NpJsonShape copy = OBJECT (copy_members);

/* ---- ending and signatures ---- */

static void
check_ending (const NpJsonView *view)
{
  NpJsonView reason = np_json_view_member (view, "reason");

  if (np_json_view_need_word (view, "kind", np_kind_words) == NP_KIND_CONSENT)
    return;
  if (!np_json_view_exists (&reason))
    np_json_view_complain (&reason, "this member is missing");
  else
    np_json_shape_check (&np_json_shape_text, &reason);
}

static const NpJsonMember ending_members[] = { { "kind", &np_document_shape_kind, TRUE },
                                               { "reason", STRING, FALSE },
                                               { 0 } };
const NpJsonShape np_document_shape_ending = { .kind = NP_JSON_OBJECT,
                                               .members = ending_members,
                                               .check = check_ending };

/* A stroke is x, y, milliseconds and again; a point is never half there. */
static void
check_stroke (const NpJsonView *view)
{
  if (np_json_view_length (view) % 3 != 0)
    np_json_view_complain (view, "a stroke holds x, y and milliseconds for each point");
}

#define SIGNATURE                                                                                                      \
  { "role", &np_document_shape_role, TRUE }, { "name", TEXT, TRUE }, { "at", STAMP, TRUE },                            \
      { "method", &method, TRUE }, { "attestation", ID, TRUE }, { "meaning", TEXT, TRUE },                             \
      { "identified_by", IDS, FALSE },                                                                                 \
  {                                                                                                                    \
    "relationship", ID, FALSE                                                                                          \
  }
static const NpJsonShape method = WORDS (np_method_words);
static const NpJsonShape pen = RANGE (-MAX_PEN, MAX_PEN);
static const NpJsonShape box = RANGE (1, MAX_PEN);
static const NpJsonShape stroke = { .kind = NP_JSON_LIST, .each = &pen, .least = 3, .check = check_stroke };
static const NpJsonShape strokes = { .kind = NP_JSON_LIST, .each = &stroke, .least = 1 };
static const NpJsonMember drawn_members[] = {
  SIGNATURE, { "strokes", &strokes, TRUE }, { "width", &box, TRUE }, { "height", &box, TRUE }, { 0 }
};
static const NpJsonMember typed_members[] = { SIGNATURE, { "typed", TEXT, TRUE }, { 0 } };
static const NpJsonMember ink_members[] = {
  SIGNATURE, { "kept_at", TEXT, TRUE }, { "attested_by", TEXT, TRUE }, { 0 }
};
static const NpJsonMember by_witness_members[] = { SIGNATURE, { "reason", TEXT, TRUE }, { 0 } };
static const NpJsonMember declined_members[] = { SIGNATURE, { "reason", STRING, FALSE }, { 0 } };
static const NpJsonShape of_method[] = {
  [NP_METHOD_DRAWN] = OBJECT (drawn_members),       [NP_METHOD_TYPED] = OBJECT (typed_members),
  [NP_METHOD_INK] = OBJECT (ink_members),           [NP_METHOD_BY_WITNESS] = OBJECT (by_witness_members),
  [NP_METHOD_DECLINED] = OBJECT (declined_members),
};

/* What a signature holds besides depends on how it was given. */
static void
check_signature (const NpJsonView *view)
{
  int how = np_json_view_need_word (view, "method", np_method_words);

  if (how >= 0)
    np_json_shape_check (&of_method[how], view);
}

static void
check_one_per_role (const NpJsonView *signatures)
{
  guint seen = 0;

  for (guint i = 0; i < np_json_view_length (signatures); i++)
    {
      NpJsonView signature = np_json_view_element (signatures, i);
      int role = np_json_view_need_word (&signature, "role", np_role_words);

      if ((seen & 1u << role) != 0)
        np_json_view_complain (&signature, "there is a signature of this role already");
      seen |= 1u << role;
    }
}

const NpJsonShape np_document_shape_signature = { .kind = NP_JSON_OTHER, .check = check_signature };
const NpJsonShape np_document_shape_signatures = { .kind = NP_JSON_LIST,
                                                   .each = &np_document_shape_signature,
                                                   .check = check_one_per_role };

static const NpJsonShape log_word = WORDS (np_document_log_words);
static const NpJsonMember log_members[] = {
  { "at", STAMP, TRUE }, { "what", &log_word, TRUE }, { "of", STRING, FALSE }, { "detail", STRING, FALSE }, { 0 }
};
static const NpJsonShape log_entry = OBJECT (log_members);
const NpJsonShape np_document_shape_log = LIST_OF (log_entry);

/* ---- the whole ---- */

#define DOCUMENT(id_is_needed)                                                                                         \
  { "format", &format, TRUE }, { "id", &np_document_shape_uuid, id_is_needed }, { "started_at", STAMP, FALSE },        \
      { "assessed_on", DAY, TRUE }, { "planned_on", DAY, FALSE }, { "language", TEXT, TRUE },                          \
      { "catalog", &catalog, FALSE }, { "clinic", &clinic, FALSE }, { "practitioner", &practitioner, FALSE },          \
      { "held_by", &holder, FALSE }, { "patient", &patient, TRUE }, { "guardian", &guardian, FALSE },                  \
      { "interpreter", &interpreter, FALSE }, { "witness", &witness, FALSE }, { "medicines", &medicines, FALSE },      \
      { "medicines_on", DAY, FALSE }, { "allergies", &allergies, FALSE }, { "allergies_on", DAY, FALSE },              \
      { "plan", &plan, FALSE }, { "answers", &answers, FALSE }, { "decisions", &decisions, FALSE },                    \
      { "disclosure", &disclosure, FALSE }, { "understanding", &understanding, FALSE },                                \
      { "understanding_decision", &reasoned, FALSE }, { "early", &reasoned, FALSE },                                   \
      { "handed_over", &handed_over, FALSE }, { "copy", &copy, FALSE },                                                \
  {                                                                                                                    \
    "unknown", &np_json_shape_strings, FALSE                                                                           \
  }

static const NpJsonMember document_members[] = { DOCUMENT (FALSE),
                                                 { "ending", &np_document_shape_ending, FALSE },
                                                 { "signatures", &np_document_shape_signatures, FALSE },
                                                 { "log", &np_document_shape_log, FALSE },
                                                 { 0 } };
static const NpJsonMember in_record_members[] = { DOCUMENT (TRUE), { 0 } };
const NpJsonShape np_document_shape = OBJECT (document_members);
const NpJsonShape np_document_shape_in_record = OBJECT (in_record_members);
