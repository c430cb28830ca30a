/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-small-catalog.h"
#include "np-test.h"

#include <string.h>

#define APPROVED                                                                                                       \
  "\"approved\": { \"name\": \"Sample Practitioner\", \"role\": \"dermatologist\", \"date\": \"2026-01-31\" }"
#define ENTRY(file, id, rest) "{ \"file\": \"" file "\", \"id\": \"" id "\", " APPROVED ", " rest " }"

/* An overlay of the given entries over the small catalogue. */
static char *
write_overlay (const NpSmall *small, const char *entries)
{
  char *path = np_small_path (small, "overlay.json");
  g_autofree char *text =
      g_strconcat ("{ \"format\": \"needlepoint-overlay/1\", \"id\": \"clinic\", \"version\": \"7\", \"entries\": [ ",
                   entries, " ] }", NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Everything marked as changed by the clinic, and every approval of something milder. */
static char *
marks (const NpCatalog *catalog)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < catalog->n_findings; i++)
    if (catalog->findings[i].clinic_changed)
      g_string_append_printf (out, "%s ", catalog->findings[i].id);
  for (guint i = 0; i < catalog->n_risks; i++)
    if (catalog->risks[i].clinic_changed)
      g_string_append_printf (out, "%s ", catalog->risks[i].id);
  for (guint i = 0; i < catalog->n_cooling_off; i++)
    if (catalog->cooling_off[i].clinic_changed)
      g_string_append_printf (out, "%s ", catalog->cooling_off[i].id);
  for (guint i = 0; i < catalog->n_approvals; i++)
    if (catalog->approvals[i].softer)
      g_string_append_printf (out, "softer:%s ", catalog->approvals[i].what);
  for (guint i = 0; i < catalog->n_removed_risks; i++)
    g_string_append_printf (out, "removed:%s ", catalog->removed_risks[i].id);
  return g_strchomp (g_string_free (out, FALSE));
}

static const struct
{
  const char *entries;
  const char *marked;
} accepted[] = {
  { "", "" },
  /* adding and tightening is free */
  { ENTRY ("devices", "pen", "\"set\": { \"make\": \"Sample\", \"model\": \"One\", \"evaluated_depth_um\": 2000 }"),
    "" },
  { ENTRY ("devices", "pen", "\"add\": { \"label_contraindications\": [ \"thins\" ] }"), "" },
  { ENTRY ("areas",
           "neck",
           "\"set\": { \"name\": \"Neck\", \"face\": false, \"near_eye\": false, \"evidence\": [ \"policy\" ] }"),
    "" },
  { ENTRY ("products", "thinner", "\"list\": \"medicine_groups\", \"add\": { \"words\": [ \"apixaban\" ] }"), "" },
  { ENTRY ("findings", "thins", "\"set\": { \"class\": \"absolute\", \"decision\": \"none\" }"), "" },
  { ENTRY ("findings",
           "thins",
           "\"set\": { \"when\": \"thinner:takes or medicine(thinner) or unsure(thinner) or thinner:no\" }"),
    "" },
  { ENTRY ("findings", "thins", "\"add\": { \"discloses\": [ \"risk-flare\" ] }"), "" },
  { ENTRY (
        "findings",
        "skin-recent",
        "\"set\": { \"wait\": [ { \"for\": \"7 m\", \"when\": \"this[disease=vitiligo]\" }, { \"for\": \"14 d\" } ] }"),
    "" },
  { ENTRY ("findings", "skin-recent", "\"set\": { \"wait\": [ { \"for\": \"12 m\" } ] }"), "" },
  { ENTRY ("findings", "skin-recent", "\"set\": { \"class\": \"absolute\", \"wait\": [] }"), "" },
  { ENTRY ("findings", "skin-active", "\"set\": { \"title\": \"Our own words\" }"), "" },
  { ENTRY ("findings", "skin-active", "\"set\": { \"when\": \"skin:now or skin:quiet\" }"), "" },
  { ENTRY ("information", "usual", "\"list\": \"cooling_off\", \"set\": { \"hours\": 72 }"), "" },
  { ENTRY ("questions", "skin", "\"set\": { \"ask\": \"How is your skin today?\" }"), "" },
  { ENTRY ("questions", "thinner", "\"set\": { \"by_itself\": \"always\" }"), "" },
  { "{ \"file\": \"information\", " APPROVED ", \"set\": { \"opening\": \"Read this.\" } }", "" },
  /* whatever is milder is marked */
  { ENTRY ("findings", "young", "\"set\": { \"class\": \"advisory\" }"), "young softer:findings/young" },
  { ENTRY ("findings", "young", "\"set\": { \"when\": \"age<16\" }"), "young softer:findings/young" },
  { ENTRY ("findings",
           "young",
           "\"set\": { \"class\": [ { \"is\": \"absolute\", \"when\": \"age<16\" }, { \"is\": \"advisory\" } ] }"),
    "young softer:findings/young" },
  { ENTRY ("findings", "skin-recent", "\"set\": { \"wait\": [ { \"for\": \"7 d\" } ] }"),
    "skin-recent softer:findings/skin-recent" },
  { ENTRY ("findings",
           "skin-recent",
           "\"set\": { \"wait\": [ { \"for\": \"180 d\", \"when\": \"this[disease=vitiligo]\" }, { \"for\": \"14 d\" } "
           "] }"),
    "skin-recent softer:findings/skin-recent" },
  { ENTRY ("findings", "thins", "\"set\": { \"discloses\": [] }, \"list\": \"findings\"") ", " ENTRY (
        "findings", "skin-active", "\"add\": { \"discloses\": [ \"risk-bleeding\" ] }"),
    "thins softer:findings/thins" },
  { ENTRY ("findings", "thins", "\"set\": { \"decision\": \"internal\" }"), "thins softer:findings/thins" },
  { ENTRY ("risks", "risk-burn", "\"set\": { \"serious\": false }"), "risk-burn softer:risks/risk-burn" },
  { ENTRY ("risks", "risk-red", "\"set\": { \"frequency\": \"rare\" }"), "risk-red softer:risks/risk-red" },
  { ENTRY ("risks", "risk-red", "\"set\": { \"when\": \"device:rf\" }"), "risk-red softer:risks/risk-red" },
  { ENTRY ("risks", "risk-flare", "\"remove\": true"), "skin-active skin-recent softer:risks/risk-flare removed:risk-flare" },
  { ENTRY ("indications", "scars", "\"add\": { \"alternatives\": [ { \"id\": \"rest\", \"text\": \"Wait.\" } ] }"), "" },
  { ENTRY ("indications", "scars", "\"set\": { \"alternatives\": [ { \"id\": \"rest\", \"text\": \"Wait.\" } ] }"),
    "softer:indications/scars" },
  { ENTRY ("areas", "cheek", "\"set\": { \"face\": false }"), "softer:areas/cheek" },
  { ENTRY ("information", "what", "\"set\": { \"when\": \"device:rf\" }"), "softer:information/what" },
  { ENTRY ("information", "first-day", "\"list\": \"aftercare\", \"set\": { \"when\": \"device:rf\" }"),
    "softer:information/first-day" },
  { ENTRY ("teach-back", "tb-what", "\"set\": { \"when\": \"device:rf\" }"), "softer:teach-back/tb-what" },
  { ENTRY ("information", "heat", "\"list\": \"cooling_off\", \"set\": { \"hours\": 24 }"),
    "heat softer:information/heat" },
  { ENTRY ("questions", "skin", "\"set\": { \"on_the_day\": false }"), "softer:questions/skin" },
  { ENTRY ("questions", "skin", "\"set\": { \"private\": false }"), "softer:questions/skin" },
  { ENTRY ("questions", "skin", "\"set\": { \"confidential\": false }"), "softer:questions/skin" },
  { ENTRY ("questions", "skin", "\"set\": { \"not_applicable\": true }"), "softer:questions/skin" },
  { ENTRY ("questions", "thinner", "\"set\": { \"by_itself\": \"medicine(thinner) and age<18\" }"), "softer:questions/thinner" },
  { ENTRY ("products", "thinner", "\"list\": \"medicine_groups\", \"set\": { \"words\": [ \"heparin\" ] }"),
    "softer:products/thinner" },
};

START_TEST (an_overlay_is_laid_over_and_marked)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_autofree char *path = write_overlay (small, accepted[_i].entries);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpCatalog) catalog = np_catalog_load (small->folder, path, NULL, &error);
  g_autofree char *marked = NULL;

  ck_assert_msg (catalog != NULL, "%s", error == NULL ? "" : error->message);
  marked = marks (catalog);
  ck_assert_str_eq (marked, accepted[_i].marked);
}
END_TEST

static const struct
{
  const char *entries;
  const char *problems;
} refused[] = {
  { "{ \"file\": \"areas\", \"id\": \"neck\", \"set\": { \"name\": \"Neck\" } }",
    "overlay.json: /entries/0/approved: this member is missing" },
  { "{ \"file\": \"findings\", \"id\": \"young\", \"approved\": { \"name\": \"\", \"role\": \"doctor\" }, \"set\": { "
    "\"title\": \"Young\" } }",
    "overlay.json: /entries/0/approved/name: the text is empty: write it\n"
    "overlay.json: /entries/0/approved/date: this member is missing" },
  { "{ \"file\": \"findings\", \"id\": \"young\", \"approved\": { \"name\": \"N\", \"role\": \"doctor\", \"date\": "
    "\"2026-02-30\" }, \"set\": { \"title\": \"Young\" } }",
    "overlay.json: /entries/0/approved/date: this is no day: write it as 2026-01-31" },
  { ENTRY ("medicines", "x", "\"set\": { \"name\": \"X\" }"),
    "overlay.json: /entries/0/file: one of these words is expected here: catalog, indications, areas, devices, "
    "products, questions, findings, risks, information, teach-back, attestations, sheet" },
  { ENTRY ("findings", "young", "\"list\": \"risks\", \"set\": { \"title\": \"X\" }"),
    "overlay.json: /entries/0/list: “findings.json” has no list “risks”" },
  { ENTRY ("findings", "young", "\"colour\": \"red\", \"set\": { \"title\": \"X\" }"),
    "overlay.json: /entries/0/colour: this member is not known here" },
  { ENTRY ("findings", "young", "\"list\": \"findings\""),
    "overlay.json: /entries/0: this entry does nothing: say what to “set”, “add” or “remove”" },
  { ENTRY ("findings", "young", "\"set\": { \"id\": \"old\" }"),
    "overlay.json: /entries/0/set: an id cannot be changed: take it out" },
  { ENTRY ("findings", "young", "\"remove\": true"),
    "overlay.json: /entries/0: only risks can be removed: change the entry instead" },
  { ENTRY ("risks", "risk-x", "\"remove\": true"), "overlay.json: /entries/0: there is no risk “risk-x” to remove" },
  { ENTRY ("risks", "risk-red", "\"remove\": true, \"set\": { \"title\": \"X\" }"),
    "overlay.json: /entries/0: what is removed cannot be changed as well: keep one" },
  { ENTRY ("risks", "risk-red", "\"remove\": false, \"set\": { \"title\": \"X\" }"),
    "overlay.json: /entries/0/remove: “remove” is true or not there" },
  { "{ \"file\": \"catalog\", " APPROVED ", \"set\": { \"version\": \"8\" } }",
    "overlay.json: /entries/0: “version” is not a text of catalog.json: name the id of an entry to change" },
  { "{ \"file\": \"catalog\", " APPROVED ", \"add\": { \"sources\": [] } }",
    "overlay.json: /entries/0: without an id only the file's own texts can be “set”: name the id" },
  { ENTRY ("findings", "young", "\"add\": { \"title\": [ \"X\" ] }"),
    "overlay.json: /entries/0: “add” puts elements into arrays: use “set” for other members" },
  { ENTRY ("areas", "neck", "\"set\": { \"name\": \"Neck\" }"),
    "areas.json with overlay.json: /areas/2/face: this member is missing\n"
    "areas.json with overlay.json: /areas/2/near_eye: this member is missing\n"
    "areas.json with overlay.json: /areas/2/evidence: this member is missing" },
  { ENTRY ("findings", "young", "\"set\": { \"when\": \"age<\" }"),
    "findings.json with overlay.json: /findings/0/when: column 5: a whole number of up to six digits is missing here" },
  { ENTRY ("devices", "pen", "\"add\": { \"label_contraindications\": [ \"pregnant\" ] }"),
    "devices.json with overlay.json: /devices/0/label_contraindications/0: there is no finding “pregnant”" },
  { ENTRY ("findings",
           "skin-active",
           "\"set\": { \"class\": \"relative\", \"decision\": \"internal\", \"decides\": \"A doctor\" }"),
    "findings.json with overlay.json: /findings/1: “seed” marks absolute findings: take it out or make the finding "
    "absolute" },
  { ENTRY ("findings", "skin-active", "\"set\": { \"seed\": false }"),
    "overlay.json: /entries/0: “skin-active” is a reason not to treat that cannot be made milder: take the change of "
    "its class, rule or “seed” out" },
  { ENTRY ("findings", "skin-active", "\"set\": { \"when\": \"skin:now and face\" }"),
    "overlay.json: /entries/0: “skin-active” is a reason not to treat that cannot be made milder: take the change of "
    "its class, rule or “seed” out" },
  { ENTRY ("findings",
           "skin-active",
           "\"set\": { \"when\": \"skin:now\", \"class\": [ { \"is\": \"absolute\", \"when\": \"face\" }, { \"is\": "
           "\"advisory\" } ] }"),
    "overlay.json: /entries/0: “skin-active” is a reason not to treat that cannot be made milder: take the change of "
    "its class, rule or “seed” out" },
  { ENTRY ("questions", "skin", "\"set\": { \"when\": \"device:rf\" }"),
    "overlay.json: /entries/0: “skin” cannot be asked less often than the catalogue asks it: take “when” out" },
  { ENTRY ("devices", "sterile", "\"list\": \"plan_checks\", \"set\": { \"when\": \"device:rf\" }"),
    "overlay.json: /entries/0: “sterile” cannot be asked less often than the catalogue asks it: take “when” out" },
  { ENTRY ("questions",
           "thinner",
           "\"set\": { \"states\": [ { \"id\": \"uses\", \"label\": \"Yes\", \"short\": \"a blood thinner\" } ] }"),
    "findings.json with overlay.json: /findings/3/when: column 9: the question “thinner” has no state “takes”" },
  { ENTRY ("questions",
           "skin",
           "\"set\": { \"states\": [ { \"id\": \"now\", \"label\": \"Flaring\", \"short\": \"a flare\" }, { \"id\": "
           "\"quiet\", \"label\": \"Quiet\", \"short\": \"quiet skin\", \"fields\": [ { \"id\": \"disease\", "
           "\"label\": \"Which\", \"type\": \"one-of\", \"options\": [ { \"id\": \"vitiligo\", \"label\": \"Vitiligo\" "
           "} ] } ] } ] }"),
    "overlay.json: /entries/0: “skin” lost a state of the catalogue: list them all, or use “add”" },
};

START_TEST (an_overlay_that_may_not_be_is_refused)
{
  g_autoptr (NpSmall) small = np_small_new ();
  g_autofree char *path = write_overlay (small, refused[_i].entries);
  g_auto (GStrv) problems = np_small_problems (small, path);
  g_autofree char *all = g_strjoinv ("\n", problems);

  ck_assert_str_eq (all, refused[_i].problems);
}
END_TEST

START_TEST (the_fixture_overlay_says_what_it_should)
{
  g_autofree char *folder = np_small_fixture ("catalog-small");
  g_autofree char *path = np_small_fixture ("overlay-small.json");
  g_autoptr (NpCatalog) base = np_catalog_load (folder, NULL, NULL, NULL);
  g_autoptr (NpCatalog) merged = np_catalog_load (folder, path, NULL, NULL);
  const NpDevice *pen;

  ck_assert_ptr_nonnull (merged);
  pen = &merged->devices[np_catalog_find_device (merged, "pen")];
  ck_assert_str_eq (pen->make, "Sample");
  ck_assert_int_eq (pen->evaluated_depth_um, 2000);
  ck_assert_int_eq (pen->authorised, NP_AUTHORISED_YES);
  ck_assert_uint_eq (pen->n_uses, 2);
  ck_assert_uint_eq (pen->n_label_contraindications, 1);
  ck_assert_str_eq (merged->findings[pen->label_contraindications[0]].id, "thins");
  ck_assert_int_ge (np_catalog_find_area (merged, "neck"), 0);
  ck_assert_int_lt (np_catalog_find_area (base, "neck"), 0);
  ck_assert_str_eq (merged->red_flags[0].message.source, "Call the clinic on 000 0000 at any hour.");
  ck_assert_uint_eq (merged->n_approvals, 4);
  ck_assert_str_eq (merged->approvals[0].what, "devices/pen");
  ck_assert_str_eq (merged->approvals[0].name, "Sample Practitioner");
}
END_TEST

/* The catalogue's own digest stays, the overlay has one, and the result has its own: records name both. */
START_TEST (the_merged_result_has_a_digest_of_its_own)
{
  g_autofree char *folder = np_small_fixture ("catalog-small");
  g_autofree char *path = np_small_fixture ("overlay-small.json");
  g_autoptr (NpCatalog) base = np_catalog_load (folder, NULL, NULL, NULL);
  g_autoptr (NpCatalog) merged = np_catalog_load (folder, path, NULL, NULL);

  ck_assert_ptr_null (base->merged_digest);
  ck_assert_str_eq (merged->digest, base->digest);
  ck_assert_uint_eq (strlen (merged->overlay_digest), 64);
  ck_assert_str_ne (merged->merged_digest, base->digest);
  ck_assert_str_eq (np_catalog_effective_digest (merged), merged->merged_digest);
  ck_assert_str_eq (merged->overlay_id, "sample-clinic");
  ck_assert_str_eq (merged->overlay_version, "1");
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("overlay");
  TCase *tests = tcase_create ("overlay");

  tcase_add_loop_test (tests, an_overlay_is_laid_over_and_marked, 0, G_N_ELEMENTS (accepted));
  tcase_add_loop_test (tests, an_overlay_that_may_not_be_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, the_fixture_overlay_says_what_it_should);
  tcase_add_test (tests, the_merged_result_has_a_digest_of_its_own);
  suite_add_tcase (all, tests);
  return all;
}

int
main (void)
{
  return np_test_run (suite ());
}
