/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of the catalogue go into a record. A record prints the same for ever because it never asks a catalogue again; so
 * whatever this consultation showed, asked, found or had signed is written down here, each text once. */
#include "np-record-private.h"

#include "np-json-write.h"

typedef struct
{
  NpConsultation *consultation;
  const NpCatalog *catalog;
  const NpLanguage *language;
  JsonArray *texts;
  GHashTable *seen;      /* NpText that are in already */
} Collector;

static void
add (Collector *self, const NpText *text)
{
  JsonObject *entry;
  const char *said;

  if (text->source == NULL || !g_hash_table_add (self->seen, (gpointer) text))
    return;
  said = np_language_say (self->language, text);
  entry = json_object_new ();
  np_json_put_string (entry, "id", text->id);
  np_json_put_string (entry, "field", text->field);
  np_json_put_string (entry, "text", said);
  if (g_strcmp0 (said, text->source) != 0)
    np_json_put_string (entry, "source", text->source);
  json_array_add_object_element (self->texts, entry);
}

static void
add_items (Collector *self, const NpItems *items)
{
  for (guint i = 0; i < items->n_items; i++)
    add (self, &items->items[i].text);
}

static void
add_indication (Collector *self, const NpIndication *indication)
{
  add (self, &indication->name);
  add (self, &indication->explain);
  add (self, &indication->sessions);
  add (self, &indication->interval);
  add (self, &indication->result_when);
  add (self, &indication->benefit);
  add (self, &indication->evidence_text);
  add (self, &indication->evidence_brief);
  add (self, &indication->no_treatment);
  for (guint i = 0; i < indication->alternatives.n_items; i++)
    if (np_consultation_applies_alternative (self->consultation, &indication->alternatives.items[i]))
      add (self, &indication->alternatives.items[i].text);
}

static void
add_product (Collector *self, const NpProduct *product)
{
  add (self, &product->name);
  add (self, &product->why);
}

static void
add_device (Collector *self, int position)
{
  const NpDevice *device;

  if (position < 0)
    return;
  device = &self->catalog->devices[position];
  add (self, &device->name);
  add (self, &device->what);
  add (self, &device->single_use);
}

static void
add_plan (Collector *self, const NpFacts *facts)
{
  for (guint i = 0; i < facts->n_pairs; i++)
    {
      add_indication (self, &self->catalog->indications[facts->pairs[i].indication]);
      add (self, &self->catalog->areas[facts->pairs[i].area].name);
    }
  add_device (self, facts->device);
  if (facts->material >= 0)
    add (self, &self->catalog->needle_materials.items[facts->material].text);
  for (guint i = 0; i < self->catalog->n_topicals; i++)
    if (facts->topicals & NP_STATE_BIT (i))
      add_product (self, &self->catalog->topicals[i]);
  if (facts->anaesthetic >= 0)
    add_product (self, &self->catalog->anaesthetics[facts->anaesthetic]);
}

static void
add_checks (Collector *self, const NpFacts *facts)
{
  for (guint i = 0; i < self->catalog->n_plan_checks; i++)
    if (np_facts_asks_check (facts, i) || facts->checks[i] != NP_CHECK_UNANSWERED)
      {
        add (self, &self->catalog->plan_checks[i].ask);
        add (self, &self->catalog->plan_checks[i].fail);
      }
}

static void
add_state (Collector *self, const NpState *state)
{
  add (self, &state->label);
  add (self, &state->brief);
  for (guint i = 0; i < state->n_fields; i++)
    {
      add (self, &state->fields[i].label);
      add_items (self, &state->fields[i].options);
    }
}

static void
add_question (Collector *self, const NpQuestion *question)
{
  add (self, &self->catalog->question_groups[question->group].title);
  add (self, &self->catalog->question_groups[question->group].all_no);
  add (self, &question->topic);
  add (self, &question->ask);
  add (self, &question->why);
  add (self, &question->no_label);
  add (self, &question->beside);
  for (guint i = 0; i < question->n_states; i++)
    add_state (self, &question->states[i]);
}

static void
add_questions (Collector *self, const NpFacts *facts)
{
  for (guint i = 0; i < self->catalog->n_questions; i++)
    if (np_facts_asks_question (facts, i) || facts->answers[i].states != 0)
      add_question (self, &self->catalog->questions[i]);
}

static void
add_finding (Collector *self, guint position)
{
  const NpFinding *finding = &self->catalog->findings[position];

  add (self, &finding->title);
  add (self, &finding->reason);
  add (self, &finding->waiting_for);
  add (self, &finding->action);
  add (self, &finding->patient);
  add (self, &finding->decides);
  for (guint i = 0; i < finding->n_triggers; i++)
    add (self, &finding->triggers[i].says);
}

static void
add_risk (Collector *self, const NpRisk *risk)
{
  add (self, &risk->title);
  add (self, &risk->what);
  add (self, &risk->how_often);
  add (self, &risk->often_brief);
  add (self, &risk->how_long);
  add (self, &risk->what_to_do);
}

static void
add_assessment (Collector *self, const NpAssessment *assessment)
{
  for (guint i = 0; i < assessment->n_findings; i++)
    add_finding (self, assessment->findings[i].finding);
  for (guint i = 0; i < assessment->n_met; i++)
    add_finding (self, assessment->met[i].finding);
  for (guint i = 0; i < assessment->n_remedies; i++)
    add (self, &self->catalog->changes.items[assessment->remedies[i].change].text);
  add_items (self, &self->catalog->risk_groups);
  for (guint i = 0; i < assessment->n_risks; i++)
    add_risk (self, &self->catalog->risks[assessment->risks[i].risk]);
}

static void
add_red_flags (Collector *self)
{
  for (guint i = 0; i < self->catalog->n_red_flags; i++)
    {
      add (self, &self->catalog->red_flags[i].title);
      add (self, &self->catalog->red_flags[i].message);
      add_items (self, &self->catalog->red_flags[i].signs);
    }
}

static void
add_aftercare (Collector *self)
{
  for (guint i = 0; i < self->catalog->n_aftercare; i++)
    if (np_consultation_applies_aftercare (self->consultation, i))
      {
        add (self, &self->catalog->aftercare[i].title);
        add (self, &self->catalog->aftercare[i].act);
        add (self, &self->catalog->aftercare[i].avoid);
      }
}

static void
add_information (Collector *self)
{
  add (self, &self->catalog->opening);
  for (guint i = 0; i < self->catalog->n_information; i++)
    if (np_consultation_applies_information (self->consultation, i))
      {
        add (self, &self->catalog->information[i].title);
        add (self, &self->catalog->information[i].text);
        add (self, &self->catalog->information[i].brief);
      }
  add_aftercare (self);
  add_red_flags (self);
  add (self, &np_consultation_cooling_off (self->consultation)->reason);
  add_items (self, &self->catalog->photographs);
  add (self, &self->catalog->not_treatment_consent);
}

static void
add_teach_back (Collector *self)
{
  add (self, &self->catalog->teach_back_intro);
  for (guint i = 0; i < self->catalog->n_teach_back; i++)
    if (np_consultation_applies_teach_back (self->consultation, i))
      {
        add (self, &self->catalog->teach_back[i].ask);
        add (self, &self->catalog->teach_back[i].explain);
      }
}

/* The statements of this ending; while none is chosen, those of consent, which the sheet then shows. */
static void
add_statements (Collector *self)
{
  NpKind kind = NP_KIND_CONSENT;

  np_consultation_get_ending (self->consultation, &kind);
  for (guint i = 0; i < self->catalog->n_attestations; i++)
    if (self->catalog->attestations[i].kind == kind)
      {
        add (self, &self->catalog->attestations[i].meaning);
        add (self, &self->catalog->attestations[i].text);
      }
  add (self, &self->catalog->before_signing);
  add (self, &self->catalog->ink);
  add_items (self, &self->catalog->relationships);
  add_items (self, &self->catalog->identified_by);
  add_items (self, &self->catalog->copies);
  add_items (self, &self->catalog->roles);
}

JsonArray *
np_record_texts (NpConsultation *consultation)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Collector self = { consultation, np_consultation_get_catalog (consultation), np_consultation_get_language (consultation),
                     json_array_new (), seen };
  const NpFacts *facts = np_consultation_get_facts (consultation);

  add (&self, &self.catalog->title);
  add (&self, &self.catalog->notice);
  add_items (&self, &self.catalog->labels);
  add_plan (&self, facts);
  add_checks (&self, facts);
  add_questions (&self, facts);
  add_assessment (&self, np_consultation_get_assessment (consultation));
  add_information (&self);
  add_teach_back (&self);
  add_statements (&self);
  return self.texts;
}
