/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-decision-form.h"
#include "np-choice.h"
#include "np-date-entry.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpDecisionForm
{
  GtkBox parent_instance;

  /* Owned references */
  NpConsultation *consultation;
  guint finding;

  /* Children; those about the answer from outside only where one is needed */
  GtkWidget *who;
  GtkWidget *answer;
  GtkWidget *date;
  GtkWidget *verdict;
  GtkWidget *settles; /* nullable: nothing is settled with it */
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *reason;
  GtkWidget *problem;

  gboolean offers_go_ahead; /* what stands on the buttons */
};

G_DEFINE_FINAL_TYPE (NpDecisionForm, np_decision_form, GTK_TYPE_BOX)

/* ---- recording ---- */

typedef struct
{
  guint finding;
  NpVerdict verdict;
  char *name;
  char *role;
  char *reason;
  char *who;    /* nullable: no answer from outside */
  char *answer; /* nullable */
  char *date;   /* nullable */
} Decision;

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_free (self->name);
  g_free (self->role);
  g_free (self->reason);
  g_free (self->who);
  g_free (self->answer);
  g_free (self->date);
  g_free (self);
}

static gboolean
do_decide (NpConsultation *consultation, gpointer data, GError **error)
{
  Decision *self = data;
  JsonObject *outside = NULL;

  if (self->who)
    {
      outside = json_object_new ();
      json_object_set_string_member (outside, "who", self->who);
      json_object_set_string_member (outside, "answer", self->answer);
      json_object_set_string_member (outside, "date", self->date);
    }
  return np_consultation_decide (consultation, self->finding, self->verdict, self->name, self->role, self->reason,
                                 outside, error);
}

static char *
text_of (GtkWidget *entry)
{
  return entry ? np_field_entry_get_tidy_text (NP_FIELD_ENTRY (entry)) : NULL;
}

static gboolean
is_empty (GtkWidget *entry)
{
  g_autofree char *text = text_of (entry);

  return !text || !*text;
}

static gboolean
has_date (NpDecisionForm *self)
{
  return np_date_is_full (np_date_entry_get_date (NP_DATE_ENTRY (self->date)));
}

static const NpFinding *
finding_of (NpDecisionForm *self)
{
  return &np_consultation_get_catalog (self->consultation)->findings[self->finding];
}

static gboolean
goes_ahead (NpDecisionForm *self)
{
  return g_strcmp0 (np_choice_get (NP_CHOICE (self->verdict)), np_verdict_words[NP_VERDICT_GO_AHEAD]) == 0;
}

/* The answer from outside is whole, or nothing of it is there and nothing needs it. */
static gboolean
needs_outside (NpDecisionForm *self)
{
  return self->who && (goes_ahead (self) || !is_empty (self->who) || !is_empty (self->answer) || has_date (self));
}

/* What was settled comes first, in words: "Antiviral prevention: no. It never came back." */
static char *
reason_words (NpDecisionForm *self)
{
  const NpFinding *finding = finding_of (self);
  const char *id = self->settles ? np_choice_get (NP_CHOICE (self->settles)) : NULL;
  int answer = id ? np_items_find (&finding->settle_answers, id) : -1;
  g_autofree char *reason = text_of (self->reason);

  if (answer < 0)
    return g_steal_pointer (&reason);
  /* Translators: what a decision settled, as "Antiviral prevention", the answer to it, and the reason. */
  return g_strdup_printf (C_ ("decision", "%s: %s. %s"), np_language_say (np_interface_language (), &finding->settle_ask),
                          np_language_say (np_interface_language (), &finding->settle_answers.items[answer].text), reason);
}

static Decision *
read_decision (NpDecisionForm *self)
{
  Decision *decision = g_new0 (Decision, 1);
  const char *word = np_choice_get (NP_CHOICE (self->verdict));

  decision->finding = self->finding;
  while (!g_str_equal (np_verdict_words[decision->verdict], word))
    decision->verdict++;
  decision->name = text_of (self->name);
  decision->role = text_of (self->role);
  decision->reason = reason_words (self);
  if (!needs_outside (self))
    return decision;
  decision->who = text_of (self->who);
  decision->answer = text_of (self->answer);
  decision->date = np_date_format (np_date_entry_get_date (NP_DATE_ENTRY (self->date)));
  return decision;
}

static void
say_problem (NpDecisionForm *self, const char *problem, GtkWidget *where)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (where)
    gtk_widget_grab_focus (where);
}

/* Says the first thing that is missing, with the focus on it. */
static gboolean
is_whole (NpDecisionForm *self)
{
  if (!np_choice_get (NP_CHOICE (self->verdict)))
    say_problem (self, _ ("Choose what was decided."), self->verdict);
  else if (needs_outside (self) && is_empty (self->who))
    say_problem (self, _ ("Enter who was asked."), self->who);
  else if (needs_outside (self) && is_empty (self->answer))
    say_problem (self, _ ("Enter what the answer was."), self->answer);
  else if (needs_outside (self) && !has_date (self))
    say_problem (self, _ ("Enter the day of the answer."), self->date);
  else if (self->settles && goes_ahead (self) && !np_choice_get (NP_CHOICE (self->settles)))
    say_problem (self, _ ("Choose what is settled with it."), self->settles);
  else if (is_empty (self->name))
    say_problem (self, _ ("Enter who decides."), self->name);
  else if (is_empty (self->role))
    say_problem (self, _ ("Enter the role of who decides."), self->role);
  else if (is_empty (self->reason))
    say_problem (self, _ ("Enter the reason."), self->reason);
  else
    {
      say_problem (self, NULL, NULL);
      return TRUE;
    }
  return FALSE;
}

static void
record_clicked_cb (NpDecisionForm *self)
{
  if (!is_whole (self))
    return;
  np_page_edit (GTK_WIDGET (self), do_decide, read_decision (self), decision_free);
  /* On to the next one: what stands in the place of this button takes the decision back. */
  if (!np_page_focus_first_open (np_page_of (GTK_WIDGET (self))))
    gtk_widget_activate_action (GTK_WIDGET (self), "consultation.focus-next", NULL);
}

/* ---- what may be decided ---- */

static void
offer (NpDecisionForm *self, NpVerdict verdict, const char *label)
{
  np_choice_add (NP_CHOICE (self->verdict), np_verdict_words[verdict], label, 0);
}

static void
fill_verdicts (NpDecisionForm *self, gboolean offers_go_ahead)
{
  if (gtk_widget_get_first_child (self->verdict) && self->offers_go_ahead == offers_go_ahead)
    return;
  self->offers_go_ahead = offers_go_ahead;
  np_choice_clear (NP_CHOICE (self->verdict));
  if (offers_go_ahead)
    offer (self, NP_VERDICT_GO_AHEAD, C_ ("decision", "Go ahead"));
  offer (self, NP_VERDICT_WAIT, C_ ("decision", "Wait"));
  offer (self, NP_VERDICT_DO_NOT_TREAT, C_ ("decision", "Do not treat"));
}

static void
prefill (NpDecisionForm *self, GtkWidget *entry, const char *pointer)
{
  const char *text = np_consultation_get_string (self->consultation, pointer);

  if (text && is_empty (entry))
    np_field_entry_set_text (NP_FIELD_ENTRY (entry), text);
}

/**
 * np_decision_form_refresh:
 * @self: a form
 *
 * What was typed stays.
 */
void
np_decision_form_refresh (NpDecisionForm *self)
{
  g_return_if_fail (NP_IS_DECISION_FORM (self));

  const NpFired *fired = np_assessment_find (np_consultation_get_assessment (self->consultation), self->finding);
  fill_verdicts (self, fired && fired->ruling_allowed);
  prefill (self, self->name, "/practitioner/name");
  prefill (self, self->role, "/practitioner/role");
}

/**
 * np_decision_form_clear:
 * @self: a form
 */
void
np_decision_form_clear (NpDecisionForm *self)
{
  g_return_if_fail (NP_IS_DECISION_FORM (self));

  np_choice_set (NP_CHOICE (self->verdict), NULL);
  if (self->settles)
    np_choice_set (NP_CHOICE (self->settles), NULL);
  np_field_entry_set_text (NP_FIELD_ENTRY (self->reason), NULL);
  say_problem (self, NULL, NULL);
}

static gboolean
np_decision_form_grab_focus (GtkWidget *widget)
{
  NpDecisionForm *self = NP_DECISION_FORM (widget);

  return gtk_widget_grab_focus (self->who ? self->who : self->verdict);
}

static void
np_decision_form_finalize (GObject *object)
{
  g_clear_object (&NP_DECISION_FORM (object)->consultation);
  G_OBJECT_CLASS (np_decision_form_parent_class)->finalize (object);
}

static void
np_decision_form_class_init (NpDecisionFormClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_decision_form_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_decision_form_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_decision_form_init (NpDecisionForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "decision-form");
}

static GtkWidget *
add (NpDecisionForm *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self), widget);
  return widget;
}

static void
make_outside (NpDecisionForm *self, const NpFinding *finding)
{
  const char *decides = np_language_say (np_interface_language (), &finding->decides);
  /* Translators: %s is who outside the clinic has to answer first, as "prescriber" or "haematology". */
  g_autofree char *title = g_strdup_printf (_ ("First the answer from outside: %s"), decides);

  add (self, np_paragraph_new (title, "heading"));
  self->who = add (self, np_field_entry_new (_ ("Who was asked"), NULL));
  self->answer = add (self, np_field_entry_new (_ ("What the answer was"), NULL));
  self->date = add (self, np_date_entry_new (_ ("Day of the answer"), NULL));
  g_object_set (self->date, "full-day", TRUE, NULL);
}

/* A question that going ahead has to answer too, as antiviral prevention: yes or no. */
static void
make_settles (NpDecisionForm *self, const NpFinding *finding)
{
  const char *ask = np_language_say (np_interface_language (), &finding->settle_ask);

  add (self, np_paragraph_new (ask, "heading"));
  self->settles = add (self, np_choice_new (ask));
  for (guint i = 0; i < finding->settle_answers.n_items; i++)
    np_choice_add (NP_CHOICE (self->settles), finding->settle_answers.items[i].id,
                   np_language_say (np_interface_language (), &finding->settle_answers.items[i].text), 0);
}

/* Name and role side by side: one glance, and the form stays short. */
static void
make_decider (NpDecisionForm *self)
{
  GtkWidget *pair = add (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  /* Translators: label of an entry: the name of a clinician */
  self->name = np_field_entry_new (_ ("Who decides"), NULL);
  /* Translators: label of an entry: what the clinician works as */
  self->role = np_field_entry_new (_ ("Role"), NULL);
  gtk_box_append (GTK_BOX (pair), self->name);
  gtk_box_append (GTK_BOX (pair), self->role);
}

static void
make_decision (NpDecisionForm *self, const NpFinding *finding)
{
  GtkWidget *record = np_button_new (C_ ("button", "Record the Decision"));

  /* Translators: label of a choice: go ahead, wait, do not treat */
  add (self, np_paragraph_new (_ ("The decision"), "heading"));
  self->verdict = add (self, np_choice_new (_ ("The decision")));
  if (finding->settle_answers.n_items > 0)
    make_settles (self, finding);
  make_decider (self);
  /* Translators: label of an entry: why it was decided so */
  self->reason = add (self, g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Reason"), "lines", 2, NULL));
  self->problem = add (self, g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0,
                                           "wrap", TRUE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_halign (record, GTK_ALIGN_START);
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (record_clicked_cb), self);
  add (self, record);
}

/**
 * np_decision_form_new:
 * @consultation: where the decision is recorded
 * @finding: position of the finding that is decided on
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
np_decision_form_new (NpConsultation *consultation, guint finding)
{
  NpDecisionForm *self = g_object_new (NP_TYPE_DECISION_FORM, NULL);
  const NpFinding *entry;

  self->consultation = g_object_ref (consultation);
  self->finding = finding;
  entry = finding_of (self);
  if (entry->decision == NP_DECIDE_EXTERNAL)
    make_outside (self, entry);
  make_decision (self, entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The decision"), -1);
  np_decision_form_refresh (self);
  return GTK_WIDGET (self);
}
