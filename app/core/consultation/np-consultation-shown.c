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

/* ---- what a text is shown together with ---- */

/* Some texts say only half of what is told with them: "what else you could do" is told with the options of this plan's
 * conditions. When that other half changes they have to be told again. */
typedef enum
{
  BOUND_CONDITIONS = 1 << 0,
  BOUND_DEVICE = 1 << 1, /* device and products */
  BOUND_ANAESTHETIC = 1 << 2,
  BOUND_PERSONAL = 1 << 3, /* risks that are there because of this person */
  BOUND_AFTERCARE = 1 << 4,
  BOUND_TIME = 1 << 5, /* the time to think */
  BOUND_PRACTITIONER = 1 << 6,
} Bound;

static const struct
{
  const char *id;
  guint to;
} bound[] = {
  { "expect", BOUND_CONDITIONS },       { "alternatives", BOUND_CONDITIONS },    { "who", BOUND_PRACTITIONER },
  { "anaesthetic", BOUND_ANAESTHETIC }, { "aftercare", BOUND_AFTERCARE },        { "cooling-off", BOUND_TIME },
  { "tb-my-risks", BOUND_PERSONAL },    { "tb-alternatives", BOUND_CONDITIONS }, { "tb-aftercare", BOUND_AFTERCARE },
  { "tb-device", BOUND_DEVICE },
};

static guint
bound_to (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    if (g_str_equal (bound[i].id, id))
      return bound[i].to;
  return 0;
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
      add_part (sum, self->catalog->indications[i].id);
}

static void
add_device (NpConsultation *self, GChecksum *sum)
{
  const NpFacts *facts = self->reading->facts;

  if (facts->device >= 0)
    add_part (sum, self->catalog->devices[facts->device].id);
  for (guint i = 0; i < self->catalog->n_topicals; i++)
    if ((facts->topicals & NP_STATE_BIT (i)) != 0)
      add_part (sum, self->catalog->topicals[i].id);
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
add_bound (NpConsultation *self, GChecksum *sum, guint to)
{
  const NpFacts *facts = self->reading->facts;
  const char *practitioner = np_document_string (self->document, "/practitioner/name");

  if ((to & BOUND_CONDITIONS) != 0)
    add_conditions (self, sum);
  if ((to & BOUND_DEVICE) != 0)
    add_device (self, sum);
  if ((to & BOUND_ANAESTHETIC) != 0 && facts->anaesthetic >= 0)
    add_part (sum, self->catalog->anaesthetics[facts->anaesthetic].id);
  if ((to & BOUND_PERSONAL) != 0)
    add_personal (self, sum);
  if ((to & BOUND_AFTERCARE) != 0)
    add_aftercare (self, sum);
  if ((to & BOUND_TIME) != 0)
    {
      g_autofree char *hours = g_strdup_printf ("%d", np_consultation_cooling_off_hours (self));

      add_part (sum, hours);
    }
  if ((to & BOUND_PRACTITIONER) != 0 && practitioner != NULL)
    add_part (sum, practitioner);
}

char *
np_consultation_information_digest (NpConsultation *self, guint information)
{
  const NpInformation *entry = &self->catalog->information[information];
  g_autoptr (GChecksum) sum = begin_parts (self);

  add_text (self, sum, &entry->title);
  add_text (self, sum, &entry->text);
  add_bound (self, sum, bound_to (entry->id));
  return g_strdup (g_checksum_get_string (sum));
}

char *
np_consultation_teach_back_digest (NpConsultation *self, guint teach_back)
{
  const NpTeachBack *entry = &self->catalog->teach_back[teach_back];
  g_autoptr (GChecksum) sum = begin_parts (self);

  add_text (self, sum, &entry->ask);
  add_text (self, sum, &entry->explain);
  add_bound (self, sum, bound_to (entry->id));
  return g_strdup (g_checksum_get_string (sum));
}
