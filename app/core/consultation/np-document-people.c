/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"
#include "np-document-shape.h"

#include <glib/gi18n-lib.h>

/* The people, and the two lists that belong to the patient. */

static void
read_clinic (const NpJsonView *root)
{
  NpJsonView clinic = np_json_view_opt_object (root, "clinic");

  if (!np_json_view_exists (&clinic))
    return;
  np_json_view_only (&clinic, "name", "address", "phone", "urgent_phone", "out_of_hours", NULL);
  np_json_view_opt_string (&clinic, "name", NULL);
  np_json_view_opt_string (&clinic, "address", NULL);
  np_json_view_opt_string (&clinic, "phone", NULL);
  np_json_view_opt_string (&clinic, "urgent_phone", NULL);
  np_json_view_opt_string (&clinic, "out_of_hours", NULL);
}

static void
read_staff (const NpJsonView *root)
{
  NpJsonView practitioner = np_json_view_opt_object (root, "practitioner");
  NpJsonView held_by = np_json_view_opt_object (root, "held_by");

  if (np_json_view_exists (&practitioner))
    {
      np_json_view_only (&practitioner, "id", "name", "role", "registration", NULL);
      np_json_view_opt_string (&practitioner, "id", NULL);
      np_reader_text (&practitioner, "name");
      np_reader_text (&practitioner, "role");
      np_json_view_opt_string (&practitioner, "registration", NULL);
    }
  if (np_json_view_exists (&held_by))
    {
      np_json_view_only (&held_by, "name", "role", NULL);
      np_json_view_opt_string (&held_by, "name", NULL);
      np_json_view_opt_string (&held_by, "role", NULL);
    }
}

/* A month or a year counts as its last day, the youngest possible age (brief 0.4, "Partial dates"). */
static void
read_birth_date (NpReader *reader, const NpJsonView *patient)
{
  NpFacts *facts = reader->reading->facts;
  NpJsonView member = np_json_view_member (patient, "date_of_birth");
  NpDate date;

  if (!np_json_view_exists (&member))
    return;
  if (!np_date_parse (np_json_view_string (&member), &date))
    np_json_view_complain (&member, "a date is expected here, as 2001-07-19, 2001-07 or 2001");
  else if (np_date_first_day (date) > facts->assessed_on)
    np_json_view_complain (&member, _ ("the date of birth lies in the future"));
  else
    facts->born = MIN (np_date_last_day (date), facts->assessed_on);
}

static void
read_patient (NpReader *reader, const NpJsonView *root)
{
  NpJsonView patient = np_json_view_need_object (root, "patient");

  if (!np_json_view_exists (&patient))
    return;
  np_json_view_only (&patient, "name", "date_of_birth", "record_number", "identified_by", "confirmed_at", NULL);
  np_json_view_opt_string (&patient, "name", NULL);
  read_birth_date (reader, &patient);
  np_json_view_opt_string (&patient, "record_number", NULL);
  np_reader_opt_ids (reader, &patient, "identified_by", &reader->catalog->identified_by);
  np_reader_stamp (&patient, "confirmed_at", FALSE);
}

static void
read_guardian (NpReader *reader, const NpJsonView *root)
{
  NpJsonView guardian = np_json_view_opt_object (root, "guardian");

  if (!np_json_view_exists (&guardian))
    return;
  np_json_view_only (&guardian, "name", "relationship", "document", "identified_by", NULL);
  np_json_view_opt_string (&guardian, "name", NULL);
  np_reader_opt_id (reader, &guardian, "relationship", &reader->catalog->relationships);
  np_json_view_opt_string (&guardian, "document", NULL);
  np_reader_opt_ids (reader, &guardian, "identified_by", &reader->catalog->identified_by);
}

static void
read_helpers (const NpJsonView *root)
{
  NpJsonView interpreter = np_json_view_opt_object (root, "interpreter");
  NpJsonView witness = np_json_view_opt_object (root, "witness");

  if (np_json_view_exists (&interpreter))
    {
      np_json_view_only (&interpreter, "name", "language", "reference", NULL);
      np_json_view_opt_string (&interpreter, "name", NULL);
      np_json_view_opt_string (&interpreter, "language", NULL);
      np_json_view_opt_string (&interpreter, "reference", NULL);
    }
  if (np_json_view_exists (&witness))
    {
      np_json_view_only (&witness, "name", "role", "reason", NULL);
      np_json_view_opt_string (&witness, "name", NULL);
      np_json_view_opt_string (&witness, "role", NULL);
      np_json_view_opt_string (&witness, "reason", NULL);
    }
}

void
np_document_read_people (NpReader *reader, const NpJsonView *root)
{
  read_clinic (root);
  read_staff (root);
  read_patient (reader, root);
  read_guardian (reader, root);
  read_helpers (root);
}

/* ---- lists ---- */

/* Groups that staff added or took away by hand, as bits. */
static guint64
read_groups (NpReader *reader, const NpJsonView *entry, const char *name, NpFindFunc find)
{
  NpJsonView array = np_json_view_opt_array (entry, name);
  guint64 groups = 0;

  for (guint i = 0; i < np_json_view_length (&array); i++)
    {
      NpJsonView element = np_json_view_element (&array, i);
      int group = np_reader_find (reader, &element, np_json_view_string (&element), find);

      if (group >= 0)
        groups |= NP_STATE_BIT (group);
    }
  return groups;
}

static void
read_medicine (NpReader *reader, const NpJsonView *entry)
{
  const char *name;
  gboolean on_skin;
  guint64 groups;

  np_json_view_only (entry, "name", "route", "groups_added", "groups_removed", NULL);
  np_reader_text (entry, "name");
  name = np_json_view_opt_string (entry, "name", "");
  on_skin = np_json_view_opt_word (entry, "route", np_document_route_words, 0) == 1;
  groups = np_facts_medicine_groups (reader->catalog, name, on_skin);
  groups |= read_groups (reader, entry, "groups_added", np_catalog_find_medicine_group);
  groups &= ~read_groups (reader, entry, "groups_removed", np_catalog_find_medicine_group);
  np_facts_add_medicine (reader->reading->facts, name, groups);
}

static void
read_allergy (NpReader *reader, const NpJsonView *entry)
{
  const char *substance;
  gboolean severe;
  guint64 groups;

  np_json_view_only (entry, "substance", "severe", "reaction", "groups_added", "groups_removed", NULL);
  np_reader_text (entry, "substance");
  substance = np_json_view_opt_string (entry, "substance", "");
  severe = np_json_view_opt_bool (entry, "severe", FALSE);
  np_json_view_opt_string (entry, "reaction", NULL);
  groups = np_facts_allergy_groups (reader->catalog, substance, severe);
  groups |= read_groups (reader, entry, "groups_added", np_catalog_find_allergy_group);
  groups &= ~read_groups (reader, entry, "groups_removed", np_catalog_find_allergy_group);
  np_facts_add_allergy (reader->reading->facts, substance, groups);
}

/* Both lists are asked again on the day (brief D3). */
static gboolean
is_of_today (NpReader *reader, const NpJsonView *root, const char *name)
{
  NpDay on = np_reader_day (root, name, FALSE);

  return on == NP_DAY_NONE || on == reader->reading->facts->assessed_on;
}

void
np_document_read_lists (NpReader *reader, const NpJsonView *root)
{
  NpFacts *facts = reader->reading->facts;
  NpJsonView medicines = np_json_view_opt_array (root, "medicines");
  NpJsonView allergies = np_json_view_opt_array (root, "allergies");

  np_reader_items (reader, &medicines, read_medicine);
  facts->medicines_known = np_json_view_exists (&medicines) && is_of_today (reader, root, "medicines_on");
  if (!facts->medicines_known)
    np_facts_clear_medicines (facts);
  np_reader_items (reader, &allergies, read_allergy);
  facts->allergies_known = np_json_view_exists (&allergies) && is_of_today (reader, root, "allergies_on");
  if (!facts->allergies_known)
    np_facts_clear_allergies (facts);
}
