/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-answer-findings.h"
#include "np-explain.h"
#include "np-finding-words.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpAnswerFindings
{
  GtkBox parent_instance;

  /* Owned */
  char *shown; /* what stands there, as one text: made anew only when this changes */
};

G_DEFINE_FINAL_TYPE (NpAnswerFindings, np_answer_findings, GTK_TYPE_BOX)

static gboolean
is_from (const NpCause *causes, guint n_causes, guint question)
{
  for (guint i = 0; i < n_causes; i++)
    if (causes[i].kind == NP_CAUSE_QUESTION && causes[i].index == question)
      return TRUE;
  return FALSE;
}

/* "Wait until 22 March 2026: cold sore healed 8 March 2026, two weeks." */
static char *
headline (NpConsultation *consultation, const NpFired *fired)
{
  g_autofree char *class = np_finding_class_words (fired);
  g_autofree char *cause =
    np_explain_cause (np_consultation_get_facts (consultation), fired, np_interface_language ());

  /* Translators: what a finding means for the plan, as "Wait until 22 March 2026", and what it comes from. */
  return g_strdup_printf (C_ ("finding", "%s: %s."), class, cause);
}

static GtkWidget *
make_line (const char *icon, const char *style, const char *text, const char *more)
{
  GtkWidget *line = np_line_new (8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (image, style);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), np_paragraph_new (text, "numeric"));
  if (more && *more)
    gtk_box_append (GTK_BOX (words), np_paragraph_new (more, "dim-label"));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), words);
  gtk_widget_add_css_class (line, "answer-finding");
  return line;
}

static void
clear (NpAnswerFindings *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
}

/* Adds the line, or only its text to `key` while `self` is NULL. */
static void
add_fired (NpAnswerFindings *self, NpConsultation *consultation, const NpFired *fired, GString *key)
{
  const NpFinding *finding = &np_consultation_get_catalog (consultation)->findings[fired->finding];
  g_autofree char *text = headline (consultation, fired);
  const char *patient = finding->patient.source
                          ? np_language_say (np_consultation_get_language (consultation), &finding->patient)
                          : NULL;

  g_string_append_printf (key, "%s\n%s\n", finding->id, text);
  if (self)
    gtk_box_append (GTK_BOX (self), make_line (np_finding_icon (fired), np_finding_style (fired), text, patient));
}

static void
add_met (NpAnswerFindings *self, NpConsultation *consultation, const NpMet *met, GString *key)
{
  g_autofree char *text = np_met_words (consultation, met);

  g_string_append_printf (key, "%s\n", text);
  if (self)
    gtk_box_append (GTK_BOX (self), make_line ("emblem-ok-symbolic", "success", text, NULL));
}

static char *
add_all (NpAnswerFindings *self, NpConsultation *consultation, guint question)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < assessment->n_findings; i++)
    if (is_from (assessment->findings[i].causes, assessment->findings[i].n_causes, question))
      add_fired (self, consultation, &assessment->findings[i], key);
  for (guint i = 0; i < assessment->n_met; i++)
    if (is_from (assessment->met[i].causes, assessment->met[i].n_causes, question))
      add_met (self, consultation, &assessment->met[i], key);
  return g_string_free (key, FALSE);
}

/**
 * np_answer_findings_show:
 * @self: the findings of a question
 * @consultation: whose
 * @question: position of the question
 *
 * Shows what follows from its answer now.
 */
void
np_answer_findings_show (NpAnswerFindings *self, NpConsultation *consultation, guint question)
{
  g_return_if_fail (NP_IS_ANSWER_FINDINGS (self) && NP_IS_CONSULTATION (consultation));

  g_autofree char *key = add_all (NULL, consultation, question);
  if (g_strcmp0 (key, self->shown) == 0)
    return;
  clear (self);
  g_free (self->shown);
  self->shown = add_all (self, consultation, question);
  gtk_widget_set_visible (GTK_WIDGET (self), *key != '\0');
}

static void
np_answer_findings_finalize (GObject *object)
{
  g_free (NP_ANSWER_FINDINGS (object)->shown);
  G_OBJECT_CLASS (np_answer_findings_parent_class)->finalize (object);
}

static void
np_answer_findings_class_init (NpAnswerFindingsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_answer_findings_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
np_answer_findings_init (NpAnswerFindings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * np_answer_findings_new:
 *
 * Returns: (transfer floating): a place for findings, out of sight while there are none
 */
GtkWidget *
np_answer_findings_new (void)
{
  return g_object_new (NP_TYPE_ANSWER_FINDINGS, NULL);
}
