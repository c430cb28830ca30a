/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-consultation-private.h"

#include <string.h>

#include "np-explain.h"

/* Digests of what was shown, so that an acknowledgement knows whether it was given on these words and for these
 * reasons. */

/* Each part with its end, so that no two lists of parts read the same. */
static void
add_part (GChecksum *sum, const char *part)
{
  g_checksum_update (sum, (const guchar *) part, (gssize) strlen (part) + 1);
}

static GChecksum *
begin_parts (NpConsultation *self)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_part (sum, np_language_tag (self->language));
  return sum;
}

static void
add_text (NpConsultation *self, GChecksum *sum, const NpText *text)
{
  if (text->source != NULL)
    add_part (sum, np_consultation_say (self, text));
}

char *
np_consultation_risk_digest (NpConsultation *self, const NpShownRisk *shown)
{
  const NpRisk *risk = &self->catalog->risks[shown->risk];
  g_autoptr (GChecksum) sum = begin_parts (self);
  g_autofree char *reason = np_explain_risk (self->assessment, shown, self->language);

  add_text (self, sum, &risk->title);
  add_text (self, sum, &risk->what);
  add_text (self, sum, &risk->how_often);
  add_text (self, sum, &risk->how_long);
  add_text (self, sum, &risk->what_to_do);
  if (reason != NULL)
    add_part (sum, reason);
  return g_strdup (g_checksum_get_string (sum));
}

/* ---- what a text is told with ---- */

/* All that is told of a condition */
static void
add_condition (NpConsultation *self, GChecksum *sum, const NpIndication *condition)
{
  add_text (self, sum, &condition->explain);
  add_text (self, sum, &condition->sessions);
  add_text (self, sum, &condition->interval);
  add_text (self, sum, &condition->result_when);
  add_text (self, sum, &condition->benefit);
  add_text (self, sum, &condition->evidence_text);
  add_text (self, sum, &condition->no_treatment);
  for (guint i = 0; i < condition->alternatives.n_items; i++)
    if (np_consultation_applies_alternative (self, &condition->alternatives.items[i]))
      add_text (self, sum, &condition->alternatives.items[i].text);
}

static void
add_conditions (NpConsultation *self, GChecksum *sum)
{
  const NpFacts *facts = self->reading->facts;
  guint64 seen = 0;

  for (guint i = 0; i < facts->n_pairs; i++)
    seen |= NP_STATE_BIT (facts->pairs[i].indication);
  for (guint i = 0; i < self->catalog->n_indications; i++)
    if ((seen & NP_STATE_BIT (i)) != 0)
      add_condition (self, sum, &self->catalog->indications[i]);
}

static void
add_device (NpConsultation *self, GChecksum *sum)
{
  const NpFacts *facts = self->reading->facts;

  if (facts->device >= 0)
    {
      add_text (self, sum, &self->catalog->devices[facts->device].what);
      add_text (self, sum, &self->catalog->devices[facts->device].single_use);
    }
  for (guint i = 0; i < self->catalog->n_topicals; i++)
    if ((facts->topicals & NP_STATE_BIT (i)) != 0)
      add_text (self, sum, &self->catalog->topicals[i].why);
}

static void
add_personal (NpConsultation *self, GChecksum *sum)
{
  for (guint i = 0; i < self->assessment->n_risks; i++)
    if (self->assessment->risks[i].n_because > 0)
      {
        g_autofree char *digest = np_consultation_risk_digest (self, &self->assessment->risks[i]);

        add_part (sum, digest);
      }
}

static void
add_aftercare (NpConsultation *self, GChecksum *sum)
{
  for (guint i = 0; i < self->catalog->n_aftercare; i++)
    if (np_consultation_applies_aftercare (self, i))
      {
        add_text (self, sum, &self->catalog->aftercare[i].act);
        add_text (self, sum, &self->catalog->aftercare[i].avoid);
      }
}

static void
add_told_with (NpConsultation *self, GChecksum *sum, NpToldWith with)
{
  const NpFacts *facts = self->reading->facts;
  const char *practitioner = np_document_string (self->document, "/practitioner/name");

  if ((with & NP_TOLD_WITH_CONDITIONS) != 0)
    add_conditions (self, sum);
  if ((with & NP_TOLD_WITH_DEVICE) != 0)
    add_device (self, sum);
  if ((with & NP_TOLD_WITH_ANAESTHETIC) != 0 && facts->anaesthetic >= 0)
    add_text (self, sum, &self->catalog->anaesthetics[facts->anaesthetic].why);
  if ((with & NP_TOLD_WITH_PERSONAL_RISKS) != 0)
    add_personal (self, sum);
  if ((with & NP_TOLD_WITH_AFTERCARE) != 0)
    add_aftercare (self, sum);
  if ((with & NP_TOLD_WITH_TIME_TO_THINK) != 0)
    {
      g_autofree char *hours = g_strdup_printf ("%d", np_consultation_cooling_off_hours (self));

      add_part (sum, hours);
    }
  if ((with & NP_TOLD_WITH_PRACTITIONER) != 0 && practitioner != NULL)
    add_part (sum, practitioner);
}

char *
np_consultation_information_digest (NpConsultation *self, guint information)
{
  const NpInformation *entry = &self->catalog->information[information];
  g_autoptr (GChecksum) sum = begin_parts (self);

  add_text (self, sum, &entry->title);
  add_text (self, sum, &entry->text);
  add_told_with (self, sum, entry->told_with);
  return g_strdup (g_checksum_get_string (sum));
}

char *
np_consultation_teach_back_digest (NpConsultation *self, guint teach_back)
{
  const NpTeachBack *entry = &self->catalog->teach_back[teach_back];
  g_autoptr (GChecksum) sum = begin_parts (self);

  add_text (self, sum, &entry->ask);
  add_text (self, sum, &entry->explain);
  add_told_with (self, sum, entry->told_with);
  return g_strdup (g_checksum_get_string (sum));
}
