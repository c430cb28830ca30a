/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-ending-section.h"
#include "np-choice.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-outcome-chip.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpEndingSection
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *stop; /* why there is no consent */
  GtkWidget *stop_words;
  GtkWidget *choice;
  GtkWidget *reason_box;
  GtkWidget *reason;
  GtkWidget *no_reason; /* a patient need not say why they say no */

  gboolean offers_consent;
};

G_DEFINE_FINAL_TYPE (NpEndingSection, np_ending_section, GTK_TYPE_BOX)

static NpConsultation *
consultation_of (NpEndingSection *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  return page ? np_page_get_consultation (page) : NULL;
}

static int
chosen_kind (NpEndingSection *self)
{
  const char *chosen = np_choice_get (NP_CHOICE (self->choice));

  for (int i = 0; chosen && np_kind_words[i]; i++)
    if (g_str_equal (chosen, np_kind_words[i]))
      return i;
  return -1;
}

/* ---- choosing ---- */

typedef struct
{
  NpKind kind;
  char *reason;
} Ending;

static void
ending_free (gpointer data)
{
  g_free (((Ending *) data)->reason);
  g_free (data);
}

static gboolean
set_ending (NpConsultation *consultation, gpointer data, GError **error)
{
  const Ending *edit = data;

  return np_consultation_set_ending (consultation, edit->kind, edit->reason, error);
}

static void
end_with (NpEndingSection *self, NpKind kind, const char *reason)
{
  Ending *edit = g_new (Ending, 1);

  *edit = (Ending){ kind, g_strdup (reason) };
  np_page_edit (GTK_WIDGET (self), set_ending, edit, ending_free);
}

static gboolean
clear_ending (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_clear_ending (consultation, error);
}

/* Why there is no treatment, as the patient is told it: the reason stands on the sheet that they take home. */
static char *
told_why_not (NpConsultation *consultation, const NpAssessment *assessment)
{
  const NpLanguage *language = np_consultation_get_language (consultation);
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GString *why = g_string_new (NULL);

  for (guint i = 0; i < assessment->n_findings; i++)
    if (assessment->findings[i].effective == NP_CLASS_ABSOLUTE)
      g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "",
                              np_language_say (language, &catalog->findings[assessment->findings[i].finding].patient));
  return g_string_free (why, FALSE);
}

/* A plan that has to wait or cannot be treated has its reason already: it is put there to be read and changed. */
static char *
own_reason (NpConsultation *consultation)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);

  if (assessment->outcome == NP_OUTCOME_DO_NOT_PROCEED)
    return told_why_not (consultation, assessment);
  if (assessment->outcome == NP_OUTCOME_DEFER)
    return np_explain_outcome (np_consultation_get_facts (consultation), assessment, np_interface_language ());
  return g_strdup ("");
}

/* What was typed goes along to another ending; the plan's reason is none of the patient's for saying no. */
static char *
reason_for (NpEndingSection *self, NpKind kind)
{
  g_autofree char *typed = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->reason));
  g_autofree char *own = own_reason (consultation_of (self));
  gboolean is_typed = *typed && !g_str_equal (typed, own);

  if (is_typed)
    return g_steal_pointer (&typed);
  return kind == NP_KIND_REFUSAL ? g_strdup ("") : g_steal_pointer (&own);
}

/* The ending in the document is the one that is chosen here, or none while its reason is missing. */
static void
end_as_chosen (NpEndingSection *self, NpKind kind)
{
  g_autofree char *reason = reason_for (self, kind);

  np_field_entry_set_text (NP_FIELD_ENTRY (self->reason), reason);
  if (*reason)
    end_with (self, kind, reason);
  else if (np_consultation_get_ending (consultation_of (self), NULL))
    np_page_edit (GTK_WIDGET (self), clear_ending, NULL, NULL);
}

/* A text view that gets its text before it has a width asks for far too much height: the words come when it was laid out. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  NpEndingSection *self = NP_ENDING_SECTION (widget);
  int kind = chosen_kind (self);

  if (kind > NP_KIND_CONSENT && gtk_widget_get_width (self->reason) == 0)
    return G_SOURCE_CONTINUE;
  if (kind > NP_KIND_CONSENT && consultation_of (self))
    end_as_chosen (self, kind);
  return G_SOURCE_REMOVE;
}

static void
show_reason (NpEndingSection *self, int kind)
{
  gtk_widget_set_visible (self->reason_box, kind > NP_KIND_CONSENT);
  gtk_widget_set_visible (self->no_reason, kind == NP_KIND_REFUSAL);
}

static void
chosen_cb (NpEndingSection *self)
{
  int kind = chosen_kind (self);

  np_field_entry_set_error (NP_FIELD_ENTRY (self->reason), NULL);
  show_reason (self, kind);
  if (kind == NP_KIND_CONSENT)
    {
      end_with (self, NP_KIND_CONSENT, NULL);
      return;
    }
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  gtk_widget_grab_focus (self->reason);
}

static void
reason_cb (NpEndingSection *self)
{
  g_autofree char *reason = np_field_entry_get_tidy_text (NP_FIELD_ENTRY (self->reason));
  int kind = chosen_kind (self);

  np_field_entry_set_error (NP_FIELD_ENTRY (self->reason), *reason ? NULL : _ ("Enter the reason."));
  if (*reason && kind > NP_KIND_CONSENT && consultation_of (self))
    end_with (self, kind, reason);
}

/* Nobody has to say why; that no reason was given is what is recorded then (record-rules 24). */
static void
no_reason_cb (NpEndingSection *self)
{
  np_field_entry_set_text (NP_FIELD_ENTRY (self->reason), _ ("The patient gave no reason."));
  reason_cb (self);
}

/* ---- showing ---- */

static void
offer (NpEndingSection *self, gboolean consent)
{
  static const char keys[] = { 'a', 'n', 'p', 's' };
  NpChoice *choice = NP_CHOICE (self->choice);

  if (self->offers_consent == consent && gtk_widget_get_first_child (self->choice))
    return;
  np_choice_clear (choice);
  for (NpKind kind = consent ? NP_KIND_CONSENT : NP_KIND_REFUSAL; kind <= NP_KIND_NOT_SUITABLE; kind++)
    np_choice_add (choice, np_kind_words[kind], np_ending_in_words (kind), keys[kind]);
  self->offers_consent = consent;
}

static void
show_stop (NpEndingSection *self, NpConsultation *consultation, const char *why)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  g_autofree char *outcome = np_explain_outcome (np_consultation_get_facts (consultation), assessment, np_interface_language ());
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->stop, why != NULL);
  if (!why)
    return;
  words = assessment->for_signature ? g_strdup (why) : g_strdup_printf ("%s\n%s", outcome, why);
  np_paragraphs_set (self->stop_words, words);
}

static gboolean
np_ending_section_grab_focus (GtkWidget *widget)
{
  NpEndingSection *self = NP_ENDING_SECTION (widget);

  if (!gtk_widget_get_visible (self->reason_box))
    return gtk_widget_grab_focus (self->choice);
  reason_cb (self);
  return gtk_widget_grab_focus (self->reason);
}

static void
np_ending_section_class_init (NpEndingSectionClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_ending_section_grab_focus;
}

static GtkWidget *
stop_new (NpEndingSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "changes-prevent-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->stop_words = np_paragraphs_new (NULL);
  gtk_box_append (GTK_BOX (texts), np_heading_new (_ ("No consent can be signed now"), "heading"));
  gtk_box_append (GTK_BOX (texts), self->stop_words);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "stop-note");
  return box;
}

static GtkWidget *
reason_new (NpEndingSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->reason = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Reason"), "lines", 2, "hint",
                               _ ("It is recorded and stands on the sheet to take home."), NULL);
  g_signal_connect_swapped (self->reason, "committed", G_CALLBACK (reason_cb), self);
  self->no_reason = np_button_new (C_ ("button", "No Reason Given"));
  gtk_widget_set_halign (self->no_reason, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->no_reason, "in-card");
  g_signal_connect_swapped (self->no_reason, "clicked", G_CALLBACK (no_reason_cb), self);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), self->no_reason);
  return box;
}

static void
np_ending_section_init (NpEndingSection *self)
{
  GtkWidget *section = np_section_new (_ ("How this consultation ends"), NULL), *card;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->stop = stop_new (self);
  self->choice = np_choice_new (_ ("How this consultation ends"));
  self->reason_box = reason_new (self);
  gtk_widget_add_css_class (self->choice, "pad");
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self), self->stop);
  card = np_section_add_card (section);
  gtk_box_append (GTK_BOX (card), self->choice);
  gtk_box_append (GTK_BOX (card), self->reason_box);
  gtk_box_append (GTK_BOX (self), section);
  gtk_widget_set_visible (self->reason_box, FALSE);
}

/**
 * np_ending_section_new:
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
np_ending_section_new (void)
{
  return g_object_new (NP_TYPE_ENDING_SECTION, NULL);
}

/**
 * np_ending_section_refresh:
 * @self: the section
 * @consultation: its consultation
 *
 * Shows how it ends, and offers consent only where it may be given.
 */
void
np_ending_section_refresh (NpEndingSection *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_ENDING_SECTION (self) && NP_IS_CONSULTATION (consultation));

  g_autoptr (GError) error = NULL;
  gboolean consent = np_consultation_may_end (consultation, NP_KIND_CONSENT, &error);
  NpKind kind;

  offer (self, consent);
  show_stop (self, consultation, consent ? NULL : error->message);
  if (!np_consultation_get_ending (consultation, &kind))
    return;
  np_choice_set (NP_CHOICE (self->choice), np_kind_words[kind]);
  show_reason (self, kind);
  if (kind != NP_KIND_CONSENT && !np_field_entry_is_typing (NP_FIELD_ENTRY (self->reason)))
    np_field_entry_set_text (NP_FIELD_ENTRY (self->reason), np_consultation_get_string (consultation, "/ending/reason"));
}
