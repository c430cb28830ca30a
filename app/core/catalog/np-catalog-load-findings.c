/* SPDX-License-Identifier: GPL-3.0-or-later */

/* findings.json and risks.json */

#include "np-catalog-load.h"

#define P NP_FOR_PATIENT
#define S NP_FOR_STAFF
#define ANSWERS (NP_RULE_ANSWERS | NP_RULE_FINDINGS)

static gboolean
is_array (const NpJsonView *view)
{
  return view->node != NULL && JSON_NODE_HOLDS_ARRAY (view->node);
}

/* One class, or cases of which the first whose rule holds counts. */
static void
read_classes (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpJsonView list = np_json_view_member (view, "class");
  guint n = is_array (&list) ? np_json_view_length (&list) : 1;
  NpClassCase *classes = np_load_memory (load, n, sizeof (NpClassCase));

  finding->classes = classes;
  finding->n_classes = n;
  if (!is_array (&list))
    {
      classes->is = (NpClass) MAX (np_json_view_need_word (view, "class", np_class_words), 0);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      np_json_view_only (&place, "is", "when", NULL);
      classes[i].is = (NpClass) MAX (np_json_view_need_word (&place, "is", np_class_words), 0);
      np_load_rule (load, &place, "when", ANSWERS, NULL, &classes[i].when);
    }
  if (n == 0)
    np_json_view_complain (&list, "there is no class: name one");
}

static void
read_trigger (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpTrigger *trigger = entry;

  np_json_view_only (view, "id", "when", "says", NULL);
  trigger->id = np_load_id (view);
  trigger->says = np_load_text (load, view, "says", np_load_dotted (load, load->within, trigger->id), S,
                                "finding: what one of its triggers means");
  np_load_need_rule (load, view, "when", ANSWERS, &trigger->when);
}

static void
read_triggers (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpJsonView list = np_json_view_member (view, "when_any");
  NpTrigger *only;

  if (!np_json_view_exists (&list))
    {
      finding->triggers = only = np_load_memory (load, 1, sizeof (NpTrigger));
      finding->n_triggers = 1;
      np_load_need_rule (load, view, "when", ANSWERS, &only->when);
      return;
    }
  if (np_json_view_has (view, "when"))
    np_json_view_complain (view, "“when” and “when_any” exclude each other: keep one");
  load->within = finding->id;
  finding->triggers =
      np_load_list (load, view, "when_any", NP_TABLE_NONE, sizeof (NpTrigger), read_trigger, &finding->n_triggers);
  if (finding->n_triggers == 0)
    np_json_view_complain (&list, "nothing triggers this finding: add a rule");
}

static void
read_wait (NpLoad *load, const NpJsonView *view, const NpFinding *finding, NpWait *wait)
{
  const char *length = np_json_view_need_string (view, "for");
  NpJsonView place = np_json_view_member (view, "for");

  np_json_view_only (view, "for", "when", NULL);
  if (length != NULL && np_json_view_exists (&place) && !np_interval_parse (length, &wait->interval))
    np_json_view_complain (&place, "“%s” is no interval: write it as “14 d”, “12 w” or “6 m”", length);
  np_load_rule (load, view, "when", ANSWERS | NP_RULE_THIS, finding, &wait->when);
}

static void
read_waits (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpJsonView list = np_json_view_opt_array (view, "wait");
  NpWait *waits;

  finding->n_waits = np_json_view_length (&list);
  waits = np_load_memory (load, finding->n_waits, sizeof (NpWait));
  for (guint i = 0; i < finding->n_waits; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      read_wait (load, &place, finding, &waits[i]);
    }
  finding->waits = waits;
}

static void
read_lifts (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpJsonView list = np_json_view_opt_array (view, "lifted_by");
  NpLift *lifts;

  finding->n_lifts = np_json_view_length (&list);
  lifts = np_load_memory (load, finding->n_lifts, sizeof (NpLift));
  for (guint i = 0; i < finding->n_lifts; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);
      NpJsonView change = np_json_view_member (&place, "change");

      np_json_view_only (&place, "change", "when", NULL);
      np_load_reference (load, &change, np_json_view_need_string (&place, "change"), NP_TABLE_CHANGES, "plan change",
                         &lifts[i].change);
      np_load_rule (load, &place, "when", ANSWERS, NULL, &lifts[i].when);
    }
  finding->lifts = lifts;
}

/* "risk-x", or { "risk": "risk-x", "when": RULE } */
static void
read_disclosure (NpLoad *load, const NpJsonView *view, NpDisclosure *disclosure)
{
  NpJsonView risk;

  if (view->node == NULL || !JSON_NODE_HOLDS_OBJECT (view->node))
    {
      np_load_reference (load, view, np_json_view_string (view), NP_TABLE_RISKS, "risk", &disclosure->risk);
      return;
    }
  risk = np_json_view_member (view, "risk");
  np_json_view_only (view, "risk", "when", NULL);
  np_load_reference (load, &risk, np_json_view_need_string (view, "risk"), NP_TABLE_RISKS, "risk", &disclosure->risk);
  np_load_need_rule (load, view, "when", ANSWERS, &disclosure->when);
}

static void
read_disclosures (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpJsonView list = np_json_view_need_array (view, "discloses");
  NpDisclosure *discloses;

  finding->n_discloses = np_json_view_length (&list);
  discloses = np_load_memory (load, finding->n_discloses, sizeof (NpDisclosure));
  for (guint i = 0; i < finding->n_discloses; i++)
    {
      NpJsonView place = np_json_view_element (&list, i);

      read_disclosure (load, &place, &discloses[i]);
    }
  finding->discloses = discloses;
}

static void
read_finding_texts (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  finding->title = np_load_text (load, view, "title", finding->id, S, "finding: its headline");
  finding->reason =
      np_load_text (load, view, "reason", finding->id, P, "finding: follows “Because”, second person, no full stop");
  finding->waiting_for =
      np_load_opt_text (load, view, "waiting_for", finding->id, P, "finding: what has to happen first");
  finding->action = np_load_text (load, view, "action", finding->id, S, "finding: what staff do");
  finding->patient = np_load_text (load, view, "patient", finding->id, P, "finding: what it means for the patient");
  finding->decides = np_load_opt_text (load, view, "decides", finding->id, S, "finding: who decides");
}

static void
read_settles (NpLoad *load, const NpJsonView *view, NpFinding *finding)
{
  NpItemsKind answers = { "answers", "label", finding->id, S, "finding: an answer that a decision settles", NP_ITEMS_PLAIN };
  NpJsonView settles;

  if (!np_json_view_has (view, "settles"))
    return;
  settles = np_json_view_need_object (view, "settles");
  np_json_view_only (&settles, "ask", "answers", NULL);
  finding->settle_ask = np_load_text (load, &settles, "ask", finding->id, S, "finding: what a decision has to settle");
  finding->settle_answers = np_load_items (load, &settles, &answers, NP_TABLE_NONE);
  if (finding->settle_answers.n_items < 2)
    np_json_view_complain (&settles, "there is nothing to choose between: give two answers or more");
  if (finding->decision == NP_DECIDE_NONE)
    np_json_view_complain (&settles, "nobody decides here: take “settles” out");
}

static gboolean
may_be (const NpFinding *finding, NpClass is)
{
  for (guint i = 0; i < finding->n_classes; i++)
    if (finding->classes[i].is == is)
      return TRUE;
  return FALSE;
}

static void
check_decision (const NpJsonView *view, const NpFinding *finding)
{
  if (finding->decision != NP_DECIDE_NONE && finding->decides.source == NULL)
    np_json_view_complain (view, "somebody decides here: say who in “decides”");
  if (may_be (finding, NP_CLASS_RELATIVE) && finding->decision == NP_DECIDE_NONE)
    np_json_view_complain (view, "a relative finding needs a decision: “internal” or “external”");
  if (finding->decision == NP_DECIDE_OVERRIDE && !may_be (finding, NP_CLASS_DEFERRAL))
    np_json_view_complain (view, "only a deferral can be overridden: use “internal”, “external” or “none”");
  if (np_json_view_has (view, "override_unless") && finding->decision != NP_DECIDE_OVERRIDE)
    np_json_view_complain (view, "“override_unless” means something only with the decision “override”");
  if (finding->n_waits > 0 && !may_be (finding, NP_CLASS_DEFERRAL))
    np_json_view_complain (view, "only a deferral has a “wait”: take it out");
  if (finding->seed && !may_be (finding, NP_CLASS_ABSOLUTE))
    np_json_view_complain (view, "“seed” marks absolute findings: take it out or make the finding absolute");
}

static void
read_finding (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpFinding *finding = entry;

  np_json_view_only (view, "id", "title", "reason", "class", "when", "when_any", "wait", "waiting_for", "action",
                     "patient", "decision", "decides", "settles", "override_unless", "lifted_by", "discloses", "seed", "evidence",
                     NULL);
  finding->id = np_load_id (view);
  read_finding_texts (load, view, finding);
  read_classes (load, view, finding);
  read_triggers (load, view, finding);
  read_waits (load, view, finding);
  read_lifts (load, view, finding);
  read_disclosures (load, view, finding);
  finding->decision = (NpDecisionBy) MAX (np_json_view_need_word (view, "decision", np_decision_by_words), 0);
  read_settles (load, view, finding);
  np_load_rule (load, view, "override_unless", ANSWERS, NULL, &finding->override_unless);
  finding->seed = np_json_view_opt_bool (view, "seed", FALSE);
  finding->evidence = np_load_evidence (load, view);
  check_decision (view, finding);
}

static void
read_named (NpLoad *load, const NpJsonView *root)
{
  NpJsonView terms = np_json_view_need_object (root, "terms");
  g_autoptr (GList) names = np_json_view_names (&terms);

  for (GList *name = names; name != NULL; name = name->next)
    {
      NpNamedRule *named = np_load_memory (load, 1, sizeof (NpNamedRule));
      NpJsonView place = np_json_view_member (&terms, name->data);

      named->text = np_json_view_need_string (&terms, name->data);
      if (named->text == NULL || *named->text == '\0')
        named->text = "always";
      if (np_rule_word_is_reserved (name->data))
        np_json_view_complain (&place, "“%s” is a word of the rule notation: give the named rule another name",
                               (char *) name->data);
      g_hash_table_insert (load->named, name->data, named);
    }
}

void
np_load_findings (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind changes = { "changes", "text", "change", S, "plan change that would lift a finding", NP_ITEMS_PLAIN };
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "terms", "changes", "findings", NULL);
  read_named (load, root);
  catalog->changes = np_load_items (load, root, &changes, NP_TABLE_CHANGES);
  catalog->findings =
      np_load_list (load, root, "findings", NP_TABLE_FINDINGS, sizeof (NpFinding), read_finding, &catalog->n_findings);
}

static void
read_risk (NpLoad *load, const NpJsonView *view, gpointer entry)
{
  NpRisk *risk = entry;
  NpJsonView group = np_json_view_member (view, "group");

  np_json_view_only (view, "id", "group", "title", "what", "how_often", "often_brief", "how_long", "what_to_do",
                     "frequency", "serious", "staff_note", "when", "evidence", NULL);
  risk->id = np_load_id (view);
  np_load_reference (load, &group, np_json_view_need_string (view, "group"), NP_TABLE_RISK_GROUPS, "group of risks",
                     &risk->group);
  risk->title = np_load_text (load, view, "title", risk->id, P, "risk: its name");
  risk->what = np_load_text (load, view, "what", risk->id, P, "risk: what it is");
  risk->how_often = np_load_text (load, view, "how_often", risk->id, P, "risk: how often it happens");
  risk->often_brief =
      np_load_opt_text (load, view, "often_brief", risk->id, P, "risk: how often it happens, for the printed sheet");
  risk->how_long = np_load_text (load, view, "how_long", risk->id, P, "risk: how long it lasts");
  risk->what_to_do = np_load_text (load, view, "what_to_do", risk->id, P, "risk: what to do if it happens");
  risk->frequency = (NpFrequency) MAX (np_json_view_need_word (view, "frequency", np_frequency_words), 0);
  risk->serious = np_json_view_need_bool (view, "serious");
  risk->staff_note = np_load_opt_text (load, view, "staff_note", risk->id, S, "risk: note for staff");
  np_load_rule (load, view, "when", ANSWERS | NP_RULE_GO_AHEAD, NULL, &risk->when);
  risk->evidence = np_load_evidence (load, view);
}

void
np_load_risks (NpLoad *load, const NpJsonView *root)
{
  static const NpItemsKind groups = { "groups", "title", "risk-group", P, "group of risks: its heading", NP_ITEMS_PLAIN };
  NpCatalog *catalog = load->catalog;

  np_json_view_only (root, "format", "groups", "risks", NULL);
  catalog->risk_groups = np_load_items (load, root, &groups, NP_TABLE_RISK_GROUPS);
  catalog->risks = np_load_list (load, root, "risks", NP_TABLE_RISKS, sizeof (NpRisk), read_risk, &catalog->n_risks);
}
