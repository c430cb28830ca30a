/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-walk.h"

#include "np-json-read.h"
#include "np-test.h"

#include <string.h>

/* The error is looked at after the attempt, which is why it is handed over by address. */
static void
must (gboolean done, GError **error)
{
  if (!done)
    ck_abort_msg ("refused: %s", *error != NULL ? (*error)->message : "without a reason");
}

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdup_printf ("{'value':%s}", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_strdelimit (json, "'", '"');
  node = np_json_read_bytes ("test", json, strlen (json), &error);
  must (node != NULL, &error);
  return json_node_ref (json_object_get_member (json_node_get_object (node), "value"));
}

NpCatalog *
np_walk_catalog (void)
{
  static NpCatalog *catalog;
  g_autofree char *folder = np_test_data ("catalog");
  g_autoptr (GError) error = NULL;

  if (catalog == NULL)
    catalog = np_catalog_load (folder, NULL, NULL, &error);
  must (catalog != NULL, &error);
  return catalog;
}

NpConsultation *
np_walk_new (NpClock *clock)
{
  return np_consultation_new (np_walk_catalog (), clock, "en");
}

void
np_walk_set (NpConsultation *self, const char *pointer, const char *json)
{
  g_autoptr (GError) error = NULL;

  must (np_consultation_set (self, pointer, parse (json), &error), &error);
}

gboolean
np_walk_try_answer (NpConsultation *self, const char *question, const char *states, GError **error)
{
  g_autoptr (JsonNode) node = parse (states);
  int position = np_catalog_find_question (np_walk_catalog (), question);

  if (position < 0)
    ck_abort_msg ("no question %s", question);
  return np_consultation_answer (self, (guint) position, json_array_ref (json_node_get_array (node)), error);
}

void
np_walk_answer (NpConsultation *self, const char *question, const char *states)
{
  g_autoptr (GError) error = NULL;

  must (np_walk_try_answer (self, question, states, &error), &error);
}

void
np_walk_people (NpConsultation *self, const char *born)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", born);

  np_walk_set (self, "/clinic", "{'name':'Sample Clinic','phone':'000'}");
  np_walk_set (self, "/practitioner", "{'name':'Sample Practitioner','role':'Dermatologist'}");
  np_walk_set (self, "/patient/name", "'Sample Patient'");
  np_walk_set (self, "/patient/date_of_birth", quoted);
  np_walk_set (self, "/patient/identified_by", "['photo-id']");
  if (strcmp (born, "2008-03-10") > 0)
    np_walk_set (self, "/guardian", "{'name':'Sample Guardian','relationship':'mother','document':'Sample document',"
                                    "'identified_by':['photo-id']}");
  np_walk_set (self, "/medicines", "[]");
  np_walk_set (self, "/allergies", "[]");
}

void
np_walk_plan (NpConsultation *self, const char *indication, const char *device)
{
  g_autofree char *treat = g_strdup_printf ("[{'indication':'%s','area':'cheek'}]", indication);
  g_autofree char *quoted = g_strdup_printf ("'%s'", device);
  const NpCatalog *catalog = np_walk_catalog ();

  np_walk_set (self, "/plan/treat", treat);
  np_walk_set (self, "/plan/device", quoted);
  np_walk_set (self, "/plan/anaesthetic", "'none'");
  for (guint i = 0; i < catalog->n_plan_checks; i++)
    if (np_facts_asks_check (np_consultation_get_facts (self), i))
      {
        g_autofree char *pointer = g_strdup_printf ("/plan/checks/%s", catalog->plan_checks[i].id);

        np_walk_set (self, pointer, "'pass'");
      }
}

void
np_walk_screening (NpConsultation *self)
{
  const NpCatalog *catalog = np_walk_catalog ();
  static const struct
  {
    const char *question, *states;
  } untroubled[] = {
    { "voluntary", "[{'is':'own-idea'}]" },
    { "skin-tone", "[{'is':'type-ii'}]" },
    { "pregnancy", "[{'is':'no'}]" },
  };

  for (guint i = 0; i < catalog->n_question_groups; i++)
    np_consultation_answer_group_no (self, i, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (untroubled); i++)
    if (!np_consultation_is_answered (self, (guint) np_catalog_find_question (catalog, untroubled[i].question)))
      np_walk_answer (self, untroubled[i].question, untroubled[i].states);
}

static JsonObject *
outside_answer (void)
{
  JsonObject *outside = json_object_new ();

  json_object_set_string_member (outside, "who", "Sample Prescriber");
  json_object_set_string_member (outside, "answer", "no objection");
  json_object_set_string_member (outside, "date", "2026-03-09");
  return outside;
}

void
np_walk_decisions (NpConsultation *self, NpVerdict verdict)
{
  const NpCatalog *catalog = np_walk_catalog ();

  for (guint i = 0; i < catalog->n_findings; i++)
    {
      const NpFired *fired = np_assessment_find (np_consultation_get_assessment (self), i);
      g_autoptr (GError) error = NULL;

      if (fired != NULL && fired->class == NP_CLASS_RELATIVE && fired->ruling < 0)
        must (np_consultation_decide (self, i, verdict, "Sample Practitioner", "Dermatologist", "talked it through",
                                      outside_answer (), &error), &error);
    }
}

static void
tell_everything (NpConsultation *self)
{
  const NpCatalog *catalog = np_walk_catalog ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < catalog->n_risks; i++)
    {
      const NpAssessment *assessment = np_consultation_get_assessment (self);
      gboolean shown = FALSE;

      for (guint j = 0; j < assessment->n_risks && !shown; j++)
        shown = assessment->risks[j].risk == i;
      if (!shown || np_consultation_is_acknowledged (self, i))
        continue;
      np_consultation_show_risk (self, i);
      must (np_consultation_acknowledge (self, i, TRUE, &error), &error);
    }
  for (guint i = 0; i < catalog->n_information; i++)
    if (np_consultation_applies_information (self, i) && !np_consultation_is_told (self, i))
      must (np_consultation_tell (self, i, TRUE, &error), &error);
}

void
np_walk_disclosure (NpConsultation *self)
{
  tell_everything (self);
  np_walk_set (self, "/disclosure/goals", "{'text':'smoother cheeks'}");
  np_walk_set (self, "/disclosure/matters", "{'none':true}");
  np_walk_set (self, "/disclosure/questions", "[]");
  np_walk_set (self, "/disclosure/costs", "{'session':'100'}");
  np_walk_set (self, "/disclosure/photographs", "{'record':true,'teaching':false,'marketing':false}");
}

void
np_walk_understanding (NpConsultation *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < np_walk_catalog ()->n_teach_back; i++)
    if (np_consultation_applies_teach_back (self, i))
      must (np_consultation_teach_back (self, i, "own-words", &error), &error);
}

void
np_walk_sign (NpConsultation *self, NpRole role)
{
  g_autofree char *name = np_consultation_signer_name (self, role);
  JsonObject *signature = json_object_new ();
  g_autoptr (GError) error = NULL;

  json_object_set_string_member (signature, "method", "typed");
  json_object_set_string_member (signature, "typed", name);
  must (np_consultation_sign (self, role, signature, &error), &error);
}

void
np_walk_sign_all (NpConsultation *self, NpKind kind)
{
  g_autoptr (GArray) roles = NULL;
  g_autoptr (GError) error = NULL;

  must (np_consultation_set_ending (self, kind, kind == NP_KIND_CONSENT ? NULL : "a reason", &error), &error);
  np_walk_set (self, "/copy/how", "'printed'");
  must (np_consultation_confirm_identity (self, &error), &error);
  roles = np_consultation_signers (self, kind);
  for (guint i = 0; i < roles->len; i++)
    np_walk_sign (self, g_array_index (roles, NpRole, i));
}

void
np_walk_to_signing (NpConsultation *self)
{
  np_walk_people (self, "1992-05-04");
  np_walk_plan (self, "acne-scar-atrophic", "pen");
  np_walk_screening (self);
  np_walk_decisions (self, NP_VERDICT_GO_AHEAD);
  np_walk_set (self, "/planned_on", "'2026-04-10'");
  np_walk_disclosure (self);
  np_walk_understanding (self);
}

guint
np_walk_count_log (NpConsultation *self, const char *word)
{
  JsonArray *log = json_node_get_array (np_consultation_get (self, "/log"));
  guint count = 0;

  for (guint i = 0; i < json_array_get_length (log); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (log, i), "what"), word))
      count++;
  return count;
}
