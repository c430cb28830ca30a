/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-treatment-texts.h"
#include "np-section.h"

#include <glib/gi18n.h>

static GtkWidget *
add_section (GtkBox *column, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (section), np_heading_new (title, "title-3"));
  gtk_box_append (column, section);
  return section;
}

static GtkWidget *
add_card (GtkWidget *section, const char *title)
{
  GtkWidget *card = np_section_add_card (section);

  gtk_box_set_spacing (GTK_BOX (card), 6);
  gtk_widget_add_css_class (card, "talk-card");
  gtk_box_append (GTK_BOX (card), np_heading_new (title, "heading"));
  return card;
}

static void
add_text (GtkWidget *card, NpConsultation *consultation, const NpText *text)
{
  if (text->source)
    gtk_box_append (GTK_BOX (card), np_paragraph_new (np_language_say (np_consultation_get_language (consultation), text), NULL));
}

/* A label in bold, then the words it is for. */
static void
add_labelled (GtkWidget *card, NpConsultation *consultation, const char *label, const NpText *text)
{
  GtkWidget *line;

  if (!text->source)
    return;
  line = np_paragraph_new (NULL, NULL);
  g_autofree char *markup = g_markup_printf_escaped (_ ("<b>%s:</b> %s"), label,
                                                     np_language_say (np_consultation_get_language (consultation), text));
  gtk_label_set_markup (GTK_LABEL (line), markup);
  gtk_box_append (GTK_BOX (card), line);
}

static void
add_bullet (GtkWidget *card, NpConsultation *consultation, const NpText *text)
{
  g_autofree char *line = g_strdup_printf ("• %s", np_language_say (np_consultation_get_language (consultation), text));

  gtk_box_append (GTK_BOX (card), np_paragraph_new (line, NULL));
}

static void
add_bullets (GtkWidget *card, NpConsultation *consultation, const NpItems *items)
{
  for (guint i = 0; i < items->n_items; i++)
    add_bullet (card, consultation, &items->items[i].text);
}

/* Each condition once, however many areas it is treated in. */
static guint64
conditions_of (NpConsultation *consultation)
{
  const NpFacts *facts = np_consultation_get_facts (consultation);
  guint64 conditions = 0;

  for (guint i = 0; i < facts->n_pairs; i++)
    conditions |= G_GUINT64_CONSTANT (1) << facts->pairs[i].indication;
  return conditions;
}

static void
add_condition (GtkWidget *section, NpConsultation *consultation, const NpIndication *condition)
{
  GtkWidget *card = add_card (section, np_language_say (np_consultation_get_language (consultation), &condition->name));

  add_text (card, consultation, &condition->explain);
  add_labelled (card, consultation, C_ ("condition", "Sessions"), &condition->sessions);
  add_labelled (card, consultation, C_ ("condition", "Time between"), &condition->interval);
  add_labelled (card, consultation, C_ ("condition", "When you may see a result"), &condition->result_when);
  add_labelled (card, consultation, C_ ("condition", "How much it may help"), &condition->benefit);
  add_labelled (card, consultation, C_ ("condition", "How sure we are"), &condition->evidence_text);
}

/**
 * np_treatment_texts_add_conditions:
 * @column: where to append
 * @consultation: a consultation
 *
 * Adds how the treatment works and what to expect of it, for each condition of the plan.
 */
void
np_treatment_texts_add_conditions (GtkBox *column, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  guint64 conditions = conditions_of (consultation);
  GtkWidget *section = add_section (column, _ ("What it can do for you"));

  for (guint i = 0; i < catalog->n_indications; i++)
    if (conditions & (G_GUINT64_CONSTANT (1) << i))
      add_condition (section, consultation, &catalog->indications[i]);
}

static void
add_condition_options (GtkWidget *section, NpConsultation *consultation, const NpIndication *condition)
{
  GtkWidget *card = add_card (section, np_language_say (np_consultation_get_language (consultation), &condition->name));

  add_labelled (card, consultation, C_ ("condition", "No treatment"), &condition->no_treatment);
  gtk_box_append (GTK_BOX (card), np_heading_new (_ ("Other things that can be done"), "heading"));
  for (guint i = 0; i < condition->alternatives.n_items; i++)
    if (np_consultation_applies_alternative (consultation, &condition->alternatives.items[i]))
      add_bullet (card, consultation, &condition->alternatives.items[i].text);
}

/**
 * np_treatment_texts_add_options:
 * @column: where to append
 * @consultation: a consultation
 *
 * Adds what else could be done for each condition; doing nothing is the first.
 */
void
np_treatment_texts_add_options (GtkBox *column, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  guint64 conditions = conditions_of (consultation);
  GtkWidget *section = add_section (column, _ ("What you could do instead"));

  for (guint i = 0; i < catalog->n_indications; i++)
    if (conditions & (G_GUINT64_CONSTANT (1) << i))
      add_condition_options (section, consultation, &catalog->indications[i]);
}

/**
 * np_treatment_texts_add_aftercare:
 * @column: where to append
 * @consultation: a consultation
 *
 * Adds what to do and what to leave out after a session, by time.
 */
void
np_treatment_texts_add_aftercare (GtkBox *column, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GtkWidget *section = add_section (column, _ ("Looking after your skin"));

  for (guint i = 0; i < catalog->n_aftercare; i++)
    {
      const NpAftercare *entry = &catalog->aftercare[i];
      GtkWidget *card;

      if (!np_consultation_applies_aftercare (consultation, i))
        continue;
      card = add_card (section, np_language_say (np_consultation_get_language (consultation), &entry->title));
      add_labelled (card, consultation, C_ ("aftercare", "Do"), &entry->act);
      add_labelled (card, consultation, C_ ("aftercare", "Leave out"), &entry->avoid);
    }
}

/**
 * np_treatment_texts_add_red_flags:
 * @column: where to append
 * @consultation: a consultation
 *
 * Adds the signs for which to call, the most urgent first.
 */
void
np_treatment_texts_add_red_flags (GtkBox *column, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GtkWidget *section = add_section (column, _ ("When to call for help"));

  for (guint i = 0; i < catalog->n_red_flags; i++)
    {
      const NpRedFlag *entry = &catalog->red_flags[i];
      GtkWidget *card = add_card (section, np_language_say (np_consultation_get_language (consultation), &entry->title));

      add_bullets (card, consultation, &entry->signs);
      add_text (card, consultation, &entry->message);
    }
}
