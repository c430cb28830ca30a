/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-document-private.h"

/* What is to be treated, with what. */

#define MAX_DEPTH_UM 10000
#define MAX_AMOUNT 100000
#define MAX_SESSIONS 100

static void
read_pair (NpReader *reader, const NpJsonView *view)
{
  NpFacts *facts = reader->reading->facts;
  NpJsonView indication_at = np_json_view_member (view, "indication");
  NpJsonView area_at = np_json_view_member (view, "area");
  int indication, area;
  NpPair pair = { 0 };

  np_json_view_only (view, "indication", "area", "depth_um", "near_eye", NULL);
  indication = np_reader_find (reader, &indication_at, np_json_view_need_string (view, "indication"),
                               np_catalog_find_indication);
  area = np_reader_find (reader, &area_at, np_json_view_need_string (view, "area"), np_catalog_find_area);
  pair.depth_um = (gint32) np_json_view_opt_int (view, "depth_um", 1, MAX_DEPTH_UM, 0);
  pair.near_eye = np_json_view_opt_bool (view, "near_eye", FALSE);
  if (indication < 0 || area < 0)
    return;
  if (facts->n_pairs == NP_MAX_PAIRS)
    {
      np_json_view_complain (view, "a plan holds at most %d places", NP_MAX_PAIRS);
      return;
    }
  pair.indication = (guint16) indication;
  pair.area = (guint16) area;
  facts->pairs[facts->n_pairs++] = pair;
}

static void
read_device (NpReader *reader, const NpJsonView *view)
{
  if (np_json_view_exists (view))
    reader->reading->facts->device = np_reader_find (reader, view, np_json_view_string (view), np_catalog_find_device);
}

static void
read_material (NpReader *reader, const NpJsonView *view)
{
  if (np_json_view_exists (view))
    reader->reading->facts->material =
        np_reader_find_item (view, np_json_view_string (view), &reader->catalog->needle_materials);
}

static void
read_anaesthetic (NpReader *reader, const NpJsonView *view)
{
  if (np_json_view_exists (view))
    reader->reading->facts->anaesthetic =
        np_reader_find (reader, view, np_json_view_string (view), np_catalog_find_anaesthetic);
}

static void
read_topical (NpReader *reader, const NpJsonView *view)
{
  int topical = np_reader_find (reader, view, np_json_view_string (view), np_catalog_find_topical);

  if (topical >= 0)
    reader->reading->facts->topicals |= NP_STATE_BIT (topical);
}

static void
read_check (NpReader *reader, const NpJsonView *view)
{
  int check = np_reader_find (reader, view, view->name, np_catalog_find_plan_check);
  const char *word = np_json_view_string (view);

  for (int result = NP_CHECK_PASS; check >= 0 && result <= NP_CHECK_DONT_KNOW; result++)
    if (g_str_equal (word, np_check_words[result]))
      {
        reader->reading->facts->checks[check] = result;
        return;
      }
  if (check >= 0)
    np_json_view_complain (view, "“pass”, “fail” or “dont-know” is expected here");
}

/* A check that is made on the day counts on its own day only. */
static void
read_check_day (NpReader *reader, const NpJsonView *view)
{
  NpFacts *facts = reader->reading->facts;
  int check = np_reader_find (reader, view, view->name, np_catalog_find_plan_check);
  NpDay on = np_day_parse (np_json_view_string (view));

  if (on == NP_DAY_NONE)
    np_json_view_complain (view, "a day is expected here, as 2026-03-10");
  else if (check >= 0 && reader->catalog->plan_checks[check].on_the_day && on != facts->assessed_on)
    facts->checks[check] = NP_CHECK_UNANSWERED;
}

static void
read_amounts (NpReader *reader, const NpJsonView *plan)
{
  gint32 *amounts = reader->reading->facts->amounts;

  amounts[NP_AMOUNT_GRAMS] = (gint32) np_json_view_opt_int (plan, "anaesthetic_grams", 0, MAX_AMOUNT, -1);
  amounts[NP_AMOUNT_AREA_CM2] = (gint32) np_json_view_opt_int (plan, "anaesthetic_area_cm2", 0, MAX_AMOUNT, -1);
  amounts[NP_AMOUNT_MINUTES] = (gint32) np_json_view_opt_int (plan, "anaesthetic_minutes", 0, MAX_AMOUNT, -1);
}

static void
read_choices (NpReader *reader, const NpJsonView *plan)
{
  NpJsonView treat = np_json_view_opt_array (plan, "treat");
  NpJsonView device = np_json_view_member (plan, "device");
  NpJsonView material = np_json_view_member (plan, "needle_material");
  NpJsonView topicals = np_json_view_opt_array (plan, "topicals");
  NpJsonView anaesthetic = np_json_view_member (plan, "anaesthetic");

  np_reader_items (reader, &treat, read_pair);
  np_reader_item (reader, &device, read_device);
  np_reader_item (reader, &material, read_material);
  np_reader_items (reader, &topicals, read_topical);
  np_reader_item (reader, &anaesthetic, read_anaesthetic);
}

void
np_document_read_plan (NpReader *reader, const NpJsonView *root)
{
  NpJsonView plan = np_json_view_opt_object (root, "plan");
  NpJsonView checks = np_json_view_opt_object (&plan, "checks");
  NpJsonView checks_on = np_json_view_opt_object (&plan, "checks_on");

  if (!np_json_view_exists (&plan))
    return;
  np_json_view_only (&plan, "treat", "device", "needle_material", "topicals", "anaesthetic", "anaesthetic_grams",
                     "anaesthetic_area_cm2", "anaesthetic_minutes", "checks", "checks_on", "sessions", "product", NULL);
  read_choices (reader, &plan);
  read_amounts (reader, &plan);
  np_json_view_opt_int (&plan, "sessions", 1, MAX_SESSIONS, 0);
  np_json_view_opt_string (&plan, "product", NULL);
  np_reader_members (reader, &checks, read_check);
  np_reader_members (reader, &checks_on, read_check_day);
}
