/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-finding-text.h"
#include "np-explain.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkBox *box; /* nullable */
  GString *said;
  const NpLanguage *language;
} Lines;

static void
add_line (Lines *lines, const char *text, const char *style)
{
  g_string_append_printf (lines->said, "%s\n", text);
  if (lines->box)
    gtk_box_append (lines->box, np_paragraph_new (text, style));
}

/* `format` takes the text of the catalogue; nothing where there is none */
static void
add_text (Lines *lines, const char *format, const NpText *text)
{
  if (!text->source)
    return;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *line = g_strconcat (parts[0], np_language_say (lines->language, text), parts[1], NULL);
  add_line (lines, line, NULL);
}

static void
add_cause (Lines *lines, NpConsultation *consultation, const NpFired *fired)
{
  const NpFinding *finding = &np_consultation_get_catalog (consultation)->findings[fired->finding];
  g_autofree char *cause = np_explain_cause (np_consultation_get_facts (consultation), fired, lines->language);

  if (g_strcmp0 (cause, np_language_say (lines->language, &finding->title)) != 0)
    {
      /* Translators: the answer that a finding comes from, as "isotretinoin stopped 10 December 2025, six months". */
      g_autofree char *line = g_strdup_printf (_ ("Comes from: %s."), cause);
      add_line (lines, line, "numeric");
    }
  if (finding->n_triggers > 1 && finding->triggers[fired->trigger].says.source)
    add_line (lines, np_language_say (lines->language, &finding->triggers[fired->trigger].says), NULL);
  if (fired->by_label)
    add_line (lines, _ ("The label of this device rules it out."), NULL);
  if (finding->clinic_changed)
    add_line (lines, _ ("Changed by the clinic."), "dim-label");
}

static void
add_remedies (Lines *lines, NpConsultation *consultation, const NpFired *fired)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);

  for (guint i = 0; i < assessment->n_remedies; i++)
    if (assessment->remedies[i].finding == fired->finding)
      /* Translators: %s is a change of the plan, as "Choose a device without energy or heat." */
      add_text (lines, _ ("Would lift this: %s"), &catalog->changes.items[assessment->remedies[i].change].text);
}

/* What a decision can and cannot do here. */
static const char *
decision_words (const NpFired *fired)
{
  switch (fired->class)
    {
    case NP_CLASS_ABSOLUTE:
      return _ ("No decision changes this: the plan as it stands is not carried out.");
    case NP_CLASS_DEFERRAL:
      if (fired->ruling_allowed)
        return NULL;
      return fired->clear_date == NP_DAY_NONE ? _ ("No decision changes this. It ends when what it waits for has happened.")
                                              : _ ("No decision changes this. It ends by itself on that day.");
    case NP_CLASS_RELATIVE:
    case NP_CLASS_ADVISORY:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_finding_text_add:
 * @box: (nullable): where labels are appended
 * @consultation: the consultation
 * @fired: a finding of its assessment
 * @said: gets the same as text
 */
void
np_finding_text_add (GtkBox *box, NpConsultation *consultation, const NpFired *fired, GString *said)
{
  const NpFinding *finding;
  Lines lines = { box, said, np_interface_language () };

  g_return_if_fail (NP_IS_CONSULTATION (consultation) && fired && said);

  finding = &np_consultation_get_catalog (consultation)->findings[fired->finding];
  add_cause (&lines, consultation, fired);
  /* Translators: %s is what staff do about a finding. */
  add_text (&lines, _ ("What to do: %s"), &finding->action);
  if (fired->clear_date == NP_DAY_NONE && fired->class != NP_CLASS_ADVISORY)
    /* Translators: %s is what has to happen first, as "the cold sore has fully healed". */
    add_text (&lines, _ ("This ends when %s."), &finding->waiting_for);
  add_remedies (&lines, consultation, fired);
  if (fired->ruling_allowed)
    /* Translators: %s is who decides on a finding, as "dermatologist of the clinic". */
    add_text (&lines, _ ("Who decides: %s."), &finding->decides);
  if (decision_words (fired))
    add_line (&lines, decision_words (fired), "dim-label");
}

/**
 * np_finding_text_place:
 * @catalog: a catalogue
 * @pointer: a JSON pointer to where a cause was answered
 * @language: the language of the interface
 *
 * Returns: (transfer full): words for a button that goes there
 */
char *
np_finding_text_place (const NpCatalog *catalog, const char *pointer, const NpLanguage *language)
{
  g_return_val_if_fail (catalog && pointer && language, NULL);

  if (g_str_has_prefix (pointer, "/answers/"))
    {
      int question = np_catalog_find_question (catalog, pointer + strlen ("/answers/"));
      const NpText *title =
        question >= 0 ? &catalog->question_groups[catalog->questions[question].group].title : NULL;
      /* Translators: goes to an answer; %s is the group of its question, as "Your health". */
      return g_strdup_printf (_ ("Show the Answer under “%s”"), title ? np_language_say (language, title) : "");
    }
  if (g_str_equal (pointer, "/medicines"))
    return g_strdup (_ ("Show the Medicines"));
  if (g_str_equal (pointer, "/allergies"))
    return g_strdup (_ ("Show the Allergies"));
  if (g_str_has_prefix (pointer, "/patient/"))
    return g_strdup (_ ("Show the Date of Birth"));
  if (g_str_has_prefix (pointer, "/decisions/"))
    return g_strdup (_ ("Show the Other Finding"));
  return g_strdup (_ ("Show the Plan"));
}
