/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-test.h"

#include <string.h>

#include "np-assessment.h"
#include "np-json-write.h"
#include "np-notation.h"
#include "np-screened.h"

static JsonObject *
assess_to_json (const char *row, const NpRuling *ruling, GHashTable *decisions, JsonNode **node)
{
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, row);
  g_autoptr (NpAssessment) assessment = np_assess (facts, ruling, ruling == NULL ? 0 : 1);

  *node = np_assessment_to_json (assessment, english, decisions);
  return json_node_get_object (*node);
}

static char *
member_names (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  g_autoptr (GString) line = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (line, "%s%s", line->len == 0 ? "" : " ", (const char *) name->data);
  return g_strdup (line->str);
}

static char *
strings (JsonArray *array)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (line, "%s%s", i == 0 ? "" : " ", json_array_get_string_element (array, i));
  return g_strdup (line->str);
}

static const struct
{
  const char *facts, *members;
} members[] = {
  { "", "outcome findings met risks unanswered remedies for_signature" },
  { "isotretinoin=stopped:2025-12-10", "outcome clear_date findings met risks unanswered remedies for_signature" },
  { "isotretinoin=stopped", "outcome waiting_for findings met risks unanswered remedies for_signature" },
  { "isotretinoin=stopped:2025-12-10 cold-sores=now",
    "outcome waiting_for findings met risks unanswered remedies for_signature" },
  { "keloid=within-wound", "outcome findings met risks unanswered remedies for_signature" },
};

START_TEST (test_members)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = assess_to_json (members[_i].facts, NULL, NULL, &node);
  g_autofree char *names = member_names (object);

  ck_assert_str_eq (names, members[_i].members);
}
END_TEST

START_TEST (test_finding)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = assess_to_json ("isotretinoin=stopped:2025-12-10", NULL, NULL, &node);
  JsonArray *findings = json_object_get_array_member (object, "findings");
  JsonObject *finding = json_array_get_object_element (findings, 0);
  g_autofree char *names = member_names (finding);
  g_autofree char *cause = strings (json_object_get_array_member (finding, "cause"));
  g_autofree char *discloses = strings (json_object_get_array_member (finding, "discloses"));

  ck_assert_uint_eq (json_array_get_length (findings), 1);
  ck_assert_str_eq (names, "id class cause clear_date action source discloses");
  ck_assert_str_eq (json_object_get_string_member (object, "outcome"), "defer");
  ck_assert_str_eq (json_object_get_string_member (object, "clear_date"), "2026-06-10");
  ck_assert (!json_object_get_boolean_member (object, "for_signature"));
  ck_assert_str_eq (json_object_get_string_member (finding, "id"), "isotretinoin-recent");
  ck_assert_str_eq (json_object_get_string_member (finding, "class"), "deferral");
  ck_assert_str_eq (json_object_get_string_member (finding, "clear_date"), "2026-06-10");
  ck_assert_str_eq (cause, "isotretinoin");
  ck_assert_str_eq (discloses, "risk-isotretinoin");
}
END_TEST

START_TEST (test_met)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = assess_to_json ("isotretinoin=stopped:2025-01-10", NULL, NULL, &node);
  JsonArray *met = json_object_get_array_member (object, "met");
  g_autofree char *names = member_names (json_array_get_object_element (met, 0));

  ck_assert_uint_eq (json_array_get_length (met), 1);
  ck_assert_str_eq (names, "id cause clear_date");
  ck_assert_str_eq (json_object_get_string_member (json_array_get_object_element (met, 0), "clear_date"), "2025-07-10");
}
END_TEST

START_TEST (test_risk)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = assess_to_json ("isotretinoin=current", NULL, NULL, &node);
  JsonArray *risks = json_object_get_array_member (object, "risks");
  JsonObject *last = json_array_get_object_element (risks, json_array_get_length (risks) - 1);
  g_autofree char *names = member_names (last);
  g_autofree char *because = strings (json_object_get_array_member (last, "because"));

  ck_assert_str_eq (names, "id group because");
  ck_assert_str_eq (json_object_get_string_member (last, "id"), "risk-isotretinoin");
  ck_assert_str_eq (json_object_get_string_member (last, "group"), "patient");
  ck_assert_str_eq (because, "isotretinoin-current");
}
END_TEST

START_TEST (test_remedies_and_open)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = assess_to_json ("device=rf electronic-implant=implant sun=? medicines=?", NULL, NULL, &node);
  JsonObject *remedy = json_array_get_object_element (json_object_get_array_member (object, "remedies"), 0);
  g_autofree char *open = strings (json_object_get_array_member (object, "unanswered"));

  ck_assert_str_eq (open, "sun medicines");
  ck_assert_str_eq (json_object_get_string_member (remedy, "finding"), "electronic-implant");
  ck_assert_str_eq (json_object_get_string_member (remedy, "change"), "device-without-energy");
}
END_TEST

START_TEST (test_decision)
{
  NpRuling ruling = { (guint16) np_catalog_find_finding (catalog, "hypertrophic-history"), NP_VERDICT_GO_AHEAD, NULL };
  g_autoptr (GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonObject) decision = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonObject *finding;
  g_autofree char *names = NULL;

  json_object_set_string_member (decision, "decision", "go-ahead");
  json_object_set_string_member (decision, "name", "Sample Practitioner");
  g_hash_table_insert (decisions, (gpointer) "hypertrophic-history", decision);
  object = assess_to_json ("keloid=within-wound,family", &ruling, decisions, &node);
  finding = json_array_get_object_element (json_object_get_array_member (object, "findings"), 0);
  names = member_names (json_object_get_object_member (finding, "decision"));

  ck_assert_str_eq (json_object_get_string_member (finding, "class"), "relative");
  ck_assert_str_eq (names, "decision name effective");
  ck_assert_str_eq (json_object_get_string_member (json_object_get_object_member (finding, "decision"), "effective"),
                    "advisory");
  ck_assert_str_eq (json_object_get_string_member (object, "outcome"), "proceed");
  ck_assert (!json_object_has_member (
      json_array_get_object_element (json_object_get_array_member (object, "findings"), 1), "decision"));
  ck_assert (!json_object_has_member (decision, "effective"));
}
END_TEST

/* What is waited for is said as the patient is told it. */
START_TEST (test_waiting_for)
{
  const NpText *text = &catalog->findings[np_catalog_find_finding (catalog, "herpes-active")].waiting_for;
  g_autofree char *key = g_strdup_printf ("%s.%s\004%s", text->id, text->field, text->source);
  const TestMessage message = { key, strlen (key), "wenn alles heil ist", strlen ("wenn alles heil ist") };
  g_autoptr (NpFacts) facts = np_facts_from_notation (catalog, "cold-sores=now isotretinoin=stopped");
  g_autoptr (NpAssessment) assessment = np_assess (facts, NULL, 0);
  g_autoptr (NpLanguage) german = np_screened_german (NULL, 0, &message, 1);
  g_autoptr (JsonNode) node = np_assessment_to_json (assessment, german, NULL);
  JsonArray *waits = json_object_get_array_member (json_node_get_object (node), "waiting_for");

  ck_assert_uint_eq (json_array_get_length (waits), 2);
  ck_assert_str_eq (json_array_get_string_element (waits, 0), "wenn alles heil ist");
  ck_assert_str_eq (json_array_get_string_element (waits, 1),
                    catalog->findings[np_catalog_find_finding (catalog, "isotretinoin-recent")].waiting_for.source);
}
END_TEST

/* Several states of one question name it once. */
START_TEST (test_cause_once)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object =
      assess_to_json ("recent-injectables=filler:2026-03-01,fat:2026-03-02,skin-booster", NULL, NULL, &node);
  JsonObject *finding = json_array_get_object_element (json_object_get_array_member (object, "findings"), 0);
  g_autofree char *cause = strings (json_object_get_array_member (finding, "cause"));

  ck_assert_str_eq (cause, "recent-injectables");
  ck_assert (!json_object_has_member (finding, "clear_date"));
}
END_TEST

/* Answers stand before lists, lists before the plan. */
START_TEST (test_cause_order)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object =
      assess_to_json ("topicals=txa clot-txa=combined-hormonal medicines=combined_pill", NULL, NULL, &node);
  JsonObject *finding = json_array_get_object_element (json_object_get_array_member (object, "findings"), 0);
  g_autofree char *cause = strings (json_object_get_array_member (finding, "cause"));

  ck_assert_str_eq (cause, "clot-txa medicines plan");
}
END_TEST

/* The same facts give the same bytes. */
START_TEST (test_same_bytes)
{
  static const char row[] =
      "device=rf topicals=txa medicines=apixaban keloid=within-wound sun=tan:2026-03-01,trip blood-thinner=dont-know";
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) other = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  assess_to_json (row, NULL, NULL, &one);
  assess_to_json (row, NULL, NULL, &other);
  first = np_json_write_pretty (one);
  second = np_json_write_pretty (other);
  ck_assert_str_eq (first, second);
  ck_assert_ptr_null (strstr (first, "null"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("assessment-json");
  TCase *tcase = tcase_create ("json");

  tcase_add_unchecked_fixture (tcase, np_screened_load, np_screened_unload);
  tcase_add_loop_test (tcase, test_members, 0, G_N_ELEMENTS (members));
  tcase_add_test (tcase, test_finding);
  tcase_add_test (tcase, test_met);
  tcase_add_test (tcase, test_risk);
  tcase_add_test (tcase, test_remedies_and_open);
  tcase_add_test (tcase, test_decision);
  tcase_add_test (tcase, test_cause_once);
  tcase_add_test (tcase, test_cause_order);
  tcase_add_test (tcase, test_waiting_for);
  tcase_add_test (tcase, test_same_bytes);
  suite_add_tcase (suite, tcase);
  return np_test_run (suite);
}
