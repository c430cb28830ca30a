/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan is made of: indications.json, areas.json, devices.json, products.json. */

#include "np-catalog-load.h"

#include <string.h>

#define MAX_UM 10000 /* deeper than any device goes */
#define P NP_FOR_PATIENT
#define S NP_FOR_STAFF

/* Where plans, answers and lists are kept as bits, 64 is the end. */
static void
at_most_64 (const NpJsonView *root, const char *member, guint n)
{
  NpJsonView place = np_json_view_member (root, member);

  if (n > 64)
    np_json_view_complain (&place, "there are %u, and the program can hold 64: take some out", n);
}

static void
read_code (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpDiagnosisCode *code = entry;

  np_json_view_only (view, "code", "title", "evidence", NULL);
  code->code = np_load_words (view, "code");
  code->title = np_load_text (load, view, "title", np_load_dotted (load, load->within, code->code), S,
                              "diagnosis code: its title, for the record");
  code->evidence = np_load_evidence (load, view);
}

static void
read_indication_texts (NpLoad *load, const NpJsonView *view, NpIndication *it)
{
  it->name = np_load_text (load, view, "name", it->id, P, "condition: its name");
  it->explain = np_load_text (load, view, "explain", it->id, P, "condition: what it is and how needling may help");
  it->sessions = np_load_text (load, view, "sessions", it->id, P, "condition: how many sessions");
  it->interval = np_load_text (load, view, "interval", it->id, P, "condition: time between sessions");
  it->result_when = np_load_text (load, view, "result_when", it->id, P, "condition: when a result shows");
  it->benefit = np_load_text (load, view, "benefit", it->id, P, "condition: what can be expected, honestly");
  it->evidence_text =
      np_load_text (load, view, "evidence_text", it->id, P, "condition: how sure medicine is of the benefit");
  it->evidence_brief =
      np_load_opt_text (load, view, "evidence_brief", it->id, P, "condition: how sure medicine is, for the printed sheet");
  it->no_treatment = np_load_text (load, view, "no_treatment", it->id, P, "condition: what happens without treatment");
  it->cautions = np_load_text (load, view, "cautions", it->id, S, "condition: cautions for staff");
}

static void
check_alternatives (const NpJsonView *view)
{
  NpJsonView list = np_json_view_member (view, "alternatives");
  gboolean always = FALSE;

  for (guint i = 0; i < np_json_view_length (&list); i++)
    {
      NpJsonView alternative = np_json_view_element (&list, i);

      always = always || !np_json_view_has (&alternative, "when");
    }
  if (!always && np_json_view_exists (&list))
    np_json_view_complain (&list, "there is always another option: name at least one, without a “when”");
}

static void
read_indication (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  static const char *const strengths[] = { "moderate", "low-moderate", "low", NULL };
  NpIndication *it = entry;
  NpItemsKind alternatives = { "alternatives", "text", NULL, P, "condition: another option", NP_ITEMS_WHEN };

  np_json_view_only (view, "id", "name", "explain", "sessions", "interval", "sessions_min", "sessions_max",
                     "interval_days", "result_when", "benefit", "evidence_strength", "evidence_text", "evidence_brief", "no_treatment",
                     "alternatives", "cautions", "icd10", "evidence", NULL);
  it->id = alternatives.prefix = np_load_id (view);
  read_indication_texts (load, view, it);
  it->sessions_min = (int) np_json_view_need_int (view, "sessions_min", 1, 50);
  it->sessions_max = (int) np_json_view_need_int (view, "sessions_max", 1, 50);
  if (it->sessions_max < it->sessions_min)
    np_json_view_complain (view, "sessions_max is less than sessions_min: swap them");
  it->interval_days = (int) np_json_view_need_int (view, "interval_days", 1, 730);
  it->evidence_strength = strengths[MAX (np_json_view_need_word (view, "evidence_strength", strengths), 0)];
  it->alternatives = np_load_items (load, view, &alternatives, NP_TABLE_NONE);
  check_alternatives (view);
  load->within = it->id; /* the same code stands under several indications */
  it->codes = np_load_list (load, view, "icd10", NP_TABLE_NONE, sizeof (NpDiagnosisCode), read_code, &it->n_codes);
  it->evidence = np_load_evidence (load, view);
}

static guint64
read_set (NpLoad *load, const NpJsonView *list)
{
  guint64 mask = 0;

  for (guint i = 0; i < np_json_view_length (list); i++)
    {
      NpJsonView place = np_json_view_element (list, i);
      const char *id = np_json_view_string (&place);
      int indication = id == NULL ? -1 : np_catalog_find_indication (load->catalog, id);

      if (indication < 0)
        np_json_view_complain (&place, "there is no indication “%s”", id == NULL ? "" : id);
      else
        mask |= NP_STATE_BIT (indication);
    }
  if (np_json_view_length (list) == 0)
    np_json_view_complain (list, "the set is empty: fill it or take it out");
  return mask;
}

static void
read_sets (NpLoad *load, const NpJsonView *root)
{
  NpJsonView object = np_json_view_need_object (root, "sets");
  g_autoptr (GList) names = np_json_view_names (&object);
  NpSet *sets = np_load_memory (load, g_list_length (names), sizeof (NpSet));
  guint n = 0;

  for (GList *name = names; name != NULL; name = name->next, n++)
    {
      NpJsonView list = np_json_view_need_array (&object, name->data);

      sets[n].id = name->data;
      sets[n].mask = read_set (load, &list);
      g_hash_table_insert (load->catalog->by_id[NP_TABLE_SETS], name->data, GUINT_TO_POINTER (n + 1));
      if (np_catalog_find_indication (load->catalog, sets[n].id) >= 0)
        np_json_view_complain (&list, "an indication has this id already: give the set another");
    }
  load->catalog->sets = sets;
  load->catalog->n_sets = n;
}

void
np_load_indications (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "sets", "indications", NULL);
  catalog->indications = np_load_list (load, root, "indications", NP_TABLE_INDICATIONS, sizeof (NpIndication),
                                       read_indication, &catalog->n_indications);
  at_most_64 (root, "indications", catalog->n_indications);
  read_sets (load, root);
}

static void
read_depth_row (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpDepthRow *row = entry;

  np_json_view_only (view, "id", "min_um", "max_um", "scar_max_um", "note", "evidence", NULL);
  row->id = np_load_id (view);
  row->min_um = (int) np_json_view_need_int (view, "min_um", 0, MAX_UM);
  row->max_um = (int) np_json_view_need_int (view, "max_um", 0, MAX_UM);
  row->scar_max_um = (int) np_json_view_opt_int (view, "scar_max_um", 0, MAX_UM, 0);
  if (row->max_um < row->min_um)
    np_json_view_complain (view, "max_um is less than min_um: swap them");
  row->note =
      np_load_opt_text (load, view, "note", np_load_dotted (load, "depth", row->id), S, "needle depth: note for staff");
  row->evidence = np_load_evidence (load, view);
}

static void
read_area (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpArea *area = entry;
  const char *depth = np_json_view_opt_string (view, "depth", NULL);
  NpJsonView place = np_json_view_member (view, "depth");

  np_json_view_only (view, "id", "name", "face", "near_eye", "depth", "note", "evidence", NULL);
  area->id = np_load_id (view);
  area->name = np_load_text (load, view, "name", area->id, P, "area: its name");
  area->face = np_json_view_need_bool (view, "face");
  area->near_eye = np_json_view_need_bool (view, "near_eye");
  area->depth_row = depth == NULL ? -1 : np_catalog_find (load->catalog, NP_TABLE_DEPTHS, depth);
  if (depth != NULL && area->depth_row < 0)
    np_json_view_complain (&place, "there is no depth row “%s”", depth);
  area->note = np_load_opt_text (load, view, "note", area->id, S, "area: note for staff");
  area->evidence = np_load_evidence (load, view);
}

void
np_load_areas (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "depths", "areas", NULL);
  catalog->depth_rows =
      np_load_list (load, root, "depths", NP_TABLE_DEPTHS, sizeof (NpDepthRow), read_depth_row, &catalog->n_depth_rows);
  catalog->areas = np_load_list (load, root, "areas", NP_TABLE_AREAS, sizeof (NpArea), read_area, &catalog->n_areas);
  at_most_64 (root, "areas", catalog->n_areas);
}

static void
read_use (NpLoad *load, const NpJsonView *view, NpUse *use)
{
  const char *indication = np_json_view_need_string (view, "indication");
  const char *area = np_json_view_need_string (view, "area");
  NpJsonView indication_place = np_json_view_member (view, "indication");
  NpJsonView area_place = np_json_view_member (view, "area");
  int position = indication == NULL ? -1 : np_catalog_find_indication (load->catalog, indication);

  np_json_view_only (view, "indication", "area", NULL);
  if (position < 0)
    np_json_view_complain (&indication_place, "there is no indication “%s”", indication == NULL ? "" : indication);
  use->indication = (guint16) MAX (position, 0);
  use->area = area == NULL ? -1 : np_catalog_find_area (load->catalog, area);
  if (use->area < 0 && g_strcmp0 (area, "face") != 0)
    np_json_view_complain (&area_place, "there is no area “%s”; “face” stands for any area of the face",
                           area == NULL ? "" : area);
}

static void
read_uses (NpLoad *load, const NpJsonView *view, NpDevice *device)
{
  NpJsonView list = np_json_view_need_array (view, "authorised_uses");
  NpUse *uses;

  device->n_uses = np_json_view_length (&list);
  uses = np_load_memory (load, device->n_uses, sizeof (NpUse));
  for (guint i = 0; i < device->n_uses; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      read_use (load, &place, &uses[i]);
    }
  device->uses = uses;
}

static void
read_label (NpLoad *load, const NpJsonView *view, NpDevice *device)
{
  NpJsonView list = np_json_view_need_array (view, "label_contraindications");
  guint16 *findings = np_load_memory (load, np_json_view_length (&list), sizeof (guint16));
  const char *const *ids = np_load_strings (load, view, "label_contraindications", &device->n_label_contraindications);

  for (guint i = 0; i < device->n_label_contraindications; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      np_load_reference (load, &place, ids[i], NP_TABLE_FINDINGS, "finding", &findings[i]);
    }
  device->label_contraindications = findings;
}

static NpAuthorised
read_authorised (const NpJsonView *view)
{
  if (!np_json_view_has (view, "authorised"))
    return NP_AUTHORISED_UNSTATED;
  return np_json_view_need_bool (view, "authorised") ? NP_AUTHORISED_YES : NP_AUTHORISED_NO;
}

static void
read_device (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpDevice *device = entry;
  NpItemsKind checks = { "checks", "text", NULL, S, "device: something staff check before use", NP_ITEMS_PLAIN };

  np_json_view_only (view, "id", "name", "what", "geometry", "single_use", "risk_summary", "make", "model", "checks",
                     "evaluated_depth_um", "authorised", "authorised_uses", "label_contraindications", "evidence",
                     NULL);
  device->id = checks.prefix = np_load_id (view);
  device->name = np_load_text (load, view, "name", device->id, P, "device: its name");
  device->what = np_load_text (load, view, "what", device->id, P, "device: what it is");
  device->geometry = np_load_text (load, view, "geometry", device->id, S, "device: its needles");
  device->single_use =
      np_load_text (load, view, "single_use", device->id, P, "device: which part is new for each person");
  device->risk_summary = np_load_opt_text (load, view, "risk_summary", device->id, S, "device: its risks in short");
  device->make = np_json_view_opt_string (view, "make", NULL);
  device->model = np_json_view_opt_string (view, "model", NULL);
  device->checks = np_load_items (load, view, &checks, NP_TABLE_NONE);
  device->evaluated_depth_um = (int) np_json_view_opt_int (view, "evaluated_depth_um", 1, MAX_UM, 0);
  device->authorised = read_authorised (view);
  read_uses (load, view, device);
  read_label (load, view, device);
  device->evidence = np_load_evidence (load, view);
}

static void
read_plan_check (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpPlanCheck *check = entry;

  np_json_view_only (view, "id", "ask", "fail", "when", "on_the_day", "evidence", NULL);
  check->id = np_load_id (view);
  check->ask =
      np_load_text (load, view, "ask", np_load_dotted (load, "check", check->id), S, "plan check: what staff confirm");
  check->fail = np_load_text (load, view, "fail", check->ask.id, S, "plan check: what a fail means");
  np_load_rule (load, view, "when", NP_RULE_PLAN, NULL, &check->when);
  check->on_the_day = np_json_view_need_bool (view, "on_the_day");
  check->evidence = np_load_evidence (load, view);
}

void
np_load_devices (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind materials = { "needle_materials",          "name", "needle-material", P,
                                         "needle material: its name", NP_ITEMS_PLAIN };
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "devices", "needle_materials", "plan_checks", NULL);
  catalog->devices =
      np_load_list (load, root, "devices", NP_TABLE_DEVICES, sizeof (NpDevice), read_device, &catalog->n_devices);
  catalog->needle_materials = np_load_items (load, root, &materials, NP_TABLE_NONE);
  at_most_64 (root, "needle_materials", catalog->needle_materials.n_items);
  catalog->plan_checks = np_load_list (load, root, "plan_checks", NP_TABLE_PLAN_CHECKS, sizeof (NpPlanCheck),
                                       read_plan_check, &catalog->n_plan_checks);
}

static void
read_product (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpProduct *product = entry;

  np_json_view_only (view, "id", "name", "why", "check", "evidence", NULL);
  product->id = np_load_id (view);
  product->name = np_load_text (load, view, "name", product->id, P, "product used with needling: its name");
  product->why = np_load_text (load, view, "why", product->id, P, "product used with needling: what it is for");
  product->check = np_load_text (load, view, "check", product->id, S, "product used with needling: what staff check");
  product->evidence = np_load_evidence (load, view);
}

/* `topical:txa` is the group of those who react to that topical. */
static int
topical_of_group (NpLoad *load, const NpJsonView *view, const char *id)
{
  int topical;

  if (!g_str_has_prefix (id, "topical:"))
    return -1;
  topical = np_catalog_find_topical (load->catalog, id + strlen ("topical:"));
  if (topical < 0)
    np_json_view_complain (view, "the group “%s” is for a topical that is not there", id);
  return topical;
}

static void
read_word_group (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpWordGroup *group = entry;
  NpJsonView place = np_json_view_member (view, "words");
  guint n;

  group->id = np_load_id (view);
  group->words = np_load_strings (load, view, "words", &n);
  group->skin = np_json_view_opt_bool (view, "skin", FALSE);
  group->severe = np_json_view_opt_bool (view, "severe", FALSE);
  group->topical = -1;
  if (n == 0 && !group->severe && np_json_view_exists (&place))
    np_json_view_complain (&place, "a group without words is never found: add words");
}

static void
read_medicine_group (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpWordGroup *group = entry;

  np_json_view_only (view, "id", "name", "words", "skin", NULL);
  read_word_group (load, view, group);
  group->name = np_load_text (load, view, "name", np_load_dotted (load, "medicine-group", group->id), S,
                              "group of medicines: its name");
}

static void
read_allergy_group (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpWordGroup *group = entry;

  np_json_view_only (view, "id", "name", "words", "severe", NULL);
  read_word_group (load, view, group);
  group->topical = topical_of_group (load, view, group->id);
  group->name = np_load_text (load, view, "name", np_load_dotted (load, "allergy-group", group->id), S,
                              "group of allergies: its name");
}

static void
read_groups (NpLoad *load, const NpJsonView *root)
{
  NpCatalog *catalog = load->catalog;

  catalog->medicine_groups = np_load_list (load, root, "medicine_groups", NP_TABLE_MEDICINE_GROUPS,
                                           sizeof (NpWordGroup), read_medicine_group, &catalog->n_medicine_groups);
  catalog->allergy_groups = np_load_list (load, root, "allergy_groups", NP_TABLE_ALLERGY_GROUPS, sizeof (NpWordGroup),
                                          read_allergy_group, &catalog->n_allergy_groups);
  at_most_64 (root, "medicine_groups", catalog->n_medicine_groups);
  at_most_64 (root, "allergy_groups", catalog->n_allergy_groups);
}

void
np_load_products (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind steps = { "steps", "text", "step", S, "treatment: a step to write down", NP_ITEMS_PLAIN };
  static const NpItemsKind limits = { "limits", "text", "limit", S, "anaesthetic: a limit", NP_ITEMS_EVIDENCE };
  NpCatalog *catalog = load->catalog;
  NpJsonView place = np_json_view_member (root, "anaesthetics");

  np_json_view_only (root, "format", "topicals", "anaesthetics", "steps", "limits", "medicine_groups", "allergy_groups",
                     NULL);
  catalog->topicals =
      np_load_list (load, root, "topicals", NP_TABLE_TOPICALS, sizeof (NpProduct), read_product, &catalog->n_topicals);
  catalog->anaesthetics = np_load_list (load, root, "anaesthetics", NP_TABLE_ANAESTHETICS, sizeof (NpProduct),
                                        read_product, &catalog->n_anaesthetics);
  at_most_64 (root, "topicals", catalog->n_topicals);
  at_most_64 (root, "anaesthetics", catalog->n_anaesthetics);
  if (catalog->n_anaesthetics == 0 || !g_str_equal (catalog->anaesthetics[0].id, "none"))
    np_json_view_complain (&place, "the first anaesthetic has to be “none”: put it first");
  catalog->treatment_steps = np_load_items (load, root, &steps, NP_TABLE_NONE);
  catalog->product_limits = np_load_items (load, root, &limits, NP_TABLE_NONE);
  read_groups (load, root);
}
