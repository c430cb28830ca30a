/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-outcome-chip.h"
#include "np-explain.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpOutcomeChip
{
  AdwBin parent_instance;

  /* Children */
  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *word;
  GtkWidget *popover;
  GtkWidget *sentence;
  GtkWidget *list;

  /* Owned references */
  NpConsultation *consultation;
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpOutcomeChip, np_outcome_chip, ADW_TYPE_BIN)

/**
 * np_outcome_icon:
 * @outcome: an outcome
 *
 * Returns: (transfer none): the name of the icon that stands beside its word
 */
const char *
np_outcome_icon (NpOutcome outcome)
{
  static const char *const icons[] = { "emblem-ok-symbolic", "content-loading-symbolic", "emblem-important-symbolic",
                                       "alarm-symbolic", "action-unavailable-symbolic" };

  g_return_val_if_fail (outcome < G_N_ELEMENTS (icons), icons[0]);
  return icons[outcome];
}

/**
 * np_ending_in_words:
 * @kind: how a consultation ends
 *
 * Returns: (transfer none): that in a few words, in the language of the interface
 */
const char *
np_ending_in_words (NpKind kind)
{
  switch (kind)
    {
    case NP_KIND_CONSENT:
      return C_ ("ending", "The patient agrees");
    case NP_KIND_REFUSAL:
      return C_ ("ending", "The patient says no");
    case NP_KIND_POSTPONEMENT:
      return C_ ("ending", "Put off");
    case NP_KIND_NOT_SUITABLE:
      return C_ ("ending", "Not suitable");
    }
  g_return_val_if_reached (NULL);
}

/* Where the plan itself has to wait or cannot be treated, its sentence says more. NULL: the ending says nothing of its own. */
static const char *
ending_sentence (NpKind kind, NpOutcome outcome)
{
  switch (kind)
    {
    case NP_KIND_CONSENT:
      return NULL;
    case NP_KIND_REFUSAL:
      return _ ("No treatment: the patient says no.");
    case NP_KIND_POSTPONEMENT:
      return outcome < NP_OUTCOME_DEFER ? _ ("No treatment now: it is put off.") : NULL;
    case NP_KIND_NOT_SUITABLE:
      return outcome < NP_OUTCOME_DO_NOT_PROCEED ? _ ("No treatment: it is not suitable for this patient.") : NULL;
    }
  g_return_val_if_reached (NULL);
}

/**
 * np_outcome_sentence:
 * @consultation: a consultation
 *
 * Returns: (transfer full): what it comes to: the ending where there is one without treatment, else the outcome with its reason
 */
char *
np_outcome_sentence (NpConsultation *consultation)
{
  const NpAssessment *assessment;
  NpKind kind = NP_KIND_CONSENT;

  g_return_val_if_fail (NP_IS_CONSULTATION (consultation), NULL);

  assessment = np_consultation_get_assessment (consultation);
  np_consultation_get_ending (consultation, &kind);
  const char *ends = ending_sentence (kind, assessment->outcome);
  return ends ? g_strdup (ends)
              : np_explain_outcome (np_consultation_get_facts (consultation), assessment, np_interface_language ());
}

/* The colour says again what icon and word say. */
static void
colour_icon (GtkWidget *icon, NpOutcome outcome)
{
  static const char *const styles[] = { "success", "dim-label", "accent", "warning", "error" };

  g_return_if_fail (outcome < G_N_ELEMENTS (styles));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (icon, styles[i]);
  gtk_widget_add_css_class (icon, styles[outcome]);
}

/**
 * np_cause_pointer:
 * @catalog: the catalogue that the cause refers to
 * @cause: a cause of a finding
 *
 * Returns: (transfer full): the JSON pointer of the place in the document where the cause was answered
 */
char *
np_cause_pointer (const NpCatalog *catalog, const NpCause *cause)
{
  g_return_val_if_fail (catalog && cause, NULL);

  switch (cause->kind)
    {
    case NP_CAUSE_QUESTION:
      return g_strconcat ("/answers/", catalog->questions[cause->index].id, NULL);
    case NP_CAUSE_CHECK:
      return g_strconcat ("/plan/checks/", catalog->plan_checks[cause->index].id, NULL);
    case NP_CAUSE_MEDICINES:
      return g_strdup ("/medicines");
    case NP_CAUSE_ALLERGIES:
      return g_strdup ("/allergies");
    case NP_CAUSE_AGE:
      return g_strdup ("/patient/date_of_birth");
    case NP_CAUSE_PLAN:
      return g_strdup ("/plan/treat");
    case NP_CAUSE_FINDING:
      return g_strconcat ("/decisions/", catalog->findings[cause->index].id, NULL);
    }
  g_return_val_if_reached (NULL);
}

static void
row_clicked_cb (GtkButton *button, NpOutcomeChip *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[GO_TO], 0, g_object_get_data (G_OBJECT (button), "np-pointer"));
}

static GtkWidget *
make_text (const char *text, const char *style)
{
  GtkWidget *label = np_paragraph_new (text, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  return label;
}

static GtkWidget *
make_row (NpOutcomeChip *self, const char *title, const char *cause, char *pointer)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, cause);
  /* Translators: %s is why something was found, as "isotretinoin stopped 10 December 2025, six months" */
  g_autofree char *because = g_strdup_printf (_ ("Comes from: %s"), cause);

  gtk_box_append (GTK_BOX (box), make_text (title, NULL));
  if (!g_str_equal (title, cause))
    gtk_box_append (GTK_BOX (box), make_text (because, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "np-pointer", pointer, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (row_clicked_cb), self);
  return button;
}

static GtkWidget *
make_finding_row (NpOutcomeChip *self, const NpFired *fired)
{
  const NpCatalog *catalog = np_consultation_get_catalog (self->consultation);
  const NpLanguage *language = np_interface_language ();
  g_autofree char *cause = np_explain_cause (np_consultation_get_facts (self->consultation), fired, language);
  char *pointer = fired->n_causes > 0 ? np_cause_pointer (catalog, &fired->causes[0]) : g_strdup ("/plan/treat");

  return make_row (self, np_language_say (language, &catalog->findings[fired->finding].title), cause, pointer);
}

static void
clear_list (NpOutcomeChip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
end_clicked_cb (GtkWidget *button, NpOutcomeChip *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "consultation.end", NULL);
}

/* What has to wait, or cannot be treated, need not be gone through to the end. */
static GtkWidget *
make_end_button (NpOutcomeChip *self)
{
  GtkWidget *button = np_button_new (C_ ("button", "End the Consultation…"));

  g_signal_connect (button, "clicked", G_CALLBACK (end_clicked_cb), self);
  return button;
}

/* The list is made when it is looked at, not on each change. */
static void
make_list_cb (GtkMenuButton *button, gpointer data)
{
  NpOutcomeChip *self = data;
  const NpAssessment *assessment;

  clear_list (self);
  if (!self->consultation)
    return;
  assessment = np_consultation_get_assessment (self->consultation);
  for (guint i = 0; i < assessment->n_findings; i++)
    gtk_box_append (GTK_BOX (self->list), make_finding_row (self, &assessment->findings[i]));
  if (assessment->n_findings == 0)
    gtk_box_append (GTK_BOX (self->list), make_text (_ ("Nothing found so far."), "dim-label"));
  if (assessment->outcome == NP_OUTCOME_DEFER || assessment->outcome == NP_OUTCOME_DO_NOT_PROCEED)
    gtk_box_append (GTK_BOX (self->list), make_end_button (self));
}

static void
np_outcome_chip_dispose (GObject *object)
{
  g_clear_object (&NP_OUTCOME_CHIP (object)->consultation);
  G_OBJECT_CLASS (np_outcome_chip_parent_class)->dispose (object);
}

static void
np_outcome_chip_class_init (NpOutcomeChipClass *class)
{
  G_OBJECT_CLASS (class)->dispose = np_outcome_chip_dispose;
  signals[GO_TO] = g_signal_new ("go-to", NP_TYPE_OUTCOME_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
}

static GtkWidget *
make_popover (NpOutcomeChip *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  self->sentence = make_text ("", "heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "chip-popover");
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  return self->popover;
}

static void
np_outcome_chip_init (NpOutcomeChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->word = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->word);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_list_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/* Which outcome the icon of an ending without treatment is taken from. */
static NpOutcome
outcome_like (NpKind kind)
{
  return kind == NP_KIND_POSTPONEMENT ? NP_OUTCOME_DEFER : NP_OUTCOME_DO_NOT_PROCEED;
}

/**
 * np_outcome_chip_show:
 * @self: a chip
 * @consultation: whose outcome to show
 *
 * Shows the outcome as it is now. Once the consultation ends without treatment it is that which counts: a treatment that could go ahead and
 * that the patient does not want does not go ahead.
 */
void
np_outcome_chip_show (NpOutcomeChip *self, NpConsultation *consultation)
{
  const NpAssessment *assessment;

  g_return_if_fail (NP_IS_OUTCOME_CHIP (self) && NP_IS_CONSULTATION (consultation));
  g_set_object (&self->consultation, consultation);
  assessment = np_consultation_get_assessment (consultation);

  NpKind kind = NP_KIND_CONSENT;
  gboolean stopped = np_consultation_get_ending (consultation, &kind) && kind != NP_KIND_CONSENT;
  NpOutcome outcome = stopped ? outcome_like (kind) : assessment->outcome;
  const char *word = stopped ? np_ending_in_words (kind) : np_explain_chip (outcome);
  g_autofree char *sentence = np_outcome_sentence (consultation);
  /* Translators: name of the button with the outcome, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("Outcome: %s"), word);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), np_outcome_icon (outcome));
  colour_icon (self->icon, outcome);
  gtk_label_set_text (GTK_LABEL (self->word), word);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  np_menu_button_name (GTK_MENU_BUTTON (self->button), name);
}
