/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-finding-card.h"
#include "np-decision-form.h"
#include "np-evidence-words.h"
#include "np-finding-text.h"
#include "np-finding-words.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpFindingCard
{
  GtkBox parent_instance;

  /* Owned references */
  NpConsultation *consultation;
  guint finding;

  char *said; /* owned: all that the card says, made anew only when this changes */

  /* Children */
  GtkWidget *icon;
  GtkWidget *class_words;
  GtkWidget *text;
  GtkWidget *links;
  GtkWidget *source; /* out of sight until it is wanted */
  GtkWidget *recorded;
  GtkWidget *open_form; /* shows the form of a wait that a decision may shorten */
  GtkWidget *form;      /* nullable: no decision is possible here */
};

G_DEFINE_FINAL_TYPE (NpFindingCard, np_finding_card, GTK_TYPE_BOX)

static const NpFinding *
finding_of (NpFindingCard *self)
{
  return &np_consultation_get_catalog (self->consultation)->findings[self->finding];
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

/* ---- the recorded decision ---- */

static gboolean
do_undecide (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_undecide (consultation, GPOINTER_TO_UINT (data), error);
}

static void
take_back_clicked_cb (NpFindingCard *self)
{
  np_page_edit (GTK_WIDGET (self), do_undecide, GUINT_TO_POINTER (self->finding), NULL);
  if (!np_consultation_get_decision (self->consultation, self->finding))
    np_page_offer_undo (GTK_WIDGET (self), _ ("The decision was taken back."));
}

static const char *
verdict_words (const char *word)
{
  if (g_strcmp0 (word, np_verdict_words[NP_VERDICT_GO_AHEAD]) == 0)
    return C_ ("decision", "Go ahead");
  if (g_strcmp0 (word, np_verdict_words[NP_VERDICT_WAIT]) == 0)
    return C_ ("decision", "Wait");
  return C_ ("decision", "Do not treat");
}

static char *
day_words (JsonObject *object)
{
  NpDay day = np_day_parse (json_object_get_string_member_with_default (object, "date", ""));

  return day == NP_DAY_NONE ? g_strdup ("") : np_language_day (np_interface_language (), day);
}

static char *
outside_words (JsonObject *decision)
{
  JsonObject *outside =
    json_object_has_member (decision, "outside") ? json_object_get_object_member (decision, "outside") : NULL;

  if (!outside)
    return NULL;
  g_autofree char *day = day_words (outside);
  /* Translators: an answer from outside the clinic: who, the day, and what was answered. */
  return g_strdup_printf (_ ("%s answered on %s: %s"), json_object_get_string_member_with_default (outside, "who", ""),
                          day, json_object_get_string_member_with_default (outside, "answer", ""));
}

static char *
decided_words (JsonObject *decision)
{
  g_autofree char *day = day_words (decision);

  /* Translators: a recorded decision: what was decided, by whom, in which role, on which day. */
  return g_strdup_printf (_ ("%s: decided by %s, %s, on %s."),
                          verdict_words (json_object_get_string_member_with_default (decision, "decision", "")),
                          json_object_get_string_member_with_default (decision, "name", ""),
                          json_object_get_string_member_with_default (decision, "role", ""), day);
}

static void
show_recorded (NpFindingCard *self, JsonObject *decision)
{
  GtkWidget *take_back;

  clear (self->recorded);
  gtk_widget_set_visible (self->recorded, decision != NULL);
  if (!decision)
    return;
  g_autofree char *decided = decided_words (decision);
  g_autofree char *outside = outside_words (decision);
  g_autofree char *reason =
    /* Translators: why it was decided so; %s is what the clinician wrote */
    g_strdup_printf (_ ("Reason: %s"), json_object_get_string_member_with_default (decision, "reason", ""));
  gtk_box_append (GTK_BOX (self->recorded), np_paragraph_new (decided, "heading"));
  gtk_box_append (GTK_BOX (self->recorded), np_paragraph_new (reason, NULL));
  if (outside)
    gtk_box_append (GTK_BOX (self->recorded), np_paragraph_new (outside, NULL));
  take_back = np_button_new (C_ ("button", "Take Back"));
  gtk_widget_set_halign (take_back, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (take_back), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, decided, -1);
  g_signal_connect_swapped (take_back, "clicked", G_CALLBACK (take_back_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->recorded), take_back);
}

/* ---- the form ---- */

static void
open_form_clicked_cb (NpFindingCard *self)
{
  gtk_widget_set_visible (self->open_form, FALSE);
  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_grab_focus (self->form);
}

static void
make_form (NpFindingCard *self)
{
  self->form = np_decision_form_new (self->consultation, self->finding);
  gtk_widget_set_visible (self->form, FALSE);
  gtk_box_append (GTK_BOX (self), self->form);
}

/* Nobody has to decide on a wait, so its form is not in the way. */
static void
show_form (NpFindingCard *self, const NpFired *fired, gboolean is_decided)
{
  gboolean may_decide = !is_decided && (fired->class == NP_CLASS_RELATIVE ||
                                        (fired->class == NP_CLASS_DEFERRAL && fired->ruling_allowed));
  gboolean is_asked = fired->class == NP_CLASS_RELATIVE;

  if (may_decide && !self->form)
    make_form (self);
  if (!self->form)
    return;
  if (is_decided)
    np_decision_form_clear (NP_DECISION_FORM (self->form));
  np_decision_form_refresh (NP_DECISION_FORM (self->form));
  gboolean is_open = gtk_widget_get_visible (self->form);
  gtk_widget_set_visible (self->form, may_decide && (is_asked || is_open));
  gtk_widget_set_visible (self->open_form, may_decide && !is_asked && !is_open);
}

/* ---- links ---- */

static void
source_clicked_cb (NpFindingCard *self, GtkWidget *button)
{
  gboolean shown = !gtk_widget_get_visible (self->source);

  gtk_widget_set_visible (self->source, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
add_link (NpFindingCard *self, const char *label, GtkWidget **made)
{
  GtkWidget *button = np_button_new (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->links), button);
  *made = button;
}

static void
show_links (NpFindingCard *self, const NpFired *fired)
{
  const NpCatalog *catalog = np_consultation_get_catalog (self->consultation);
  g_autoptr (GPtrArray) pointers = np_finding_pointers (catalog, fired->causes, fired->n_causes);
  GtkWidget *button;

  clear (self->links);
  for (guint i = 0; i < pointers->len; i++)
    {
      g_autofree char *label = np_finding_text_place (catalog, pointers->pdata[i], np_interface_language ());
      add_link (self, label, &button);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pointers->pdata[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "consultation.go-to");
    }
  /* Translators: shows what a finding rests on. */
  add_link (self, C_ ("button", "Source"), &button);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (source_clicked_cb), self);
  gtk_widget_set_visible (self->source, FALSE);
}

/* ---- the card ---- */

static void
show_class (NpFindingCard *self, const NpFired *fired)
{
  static const char *const styles[] = { "error", "warning", "accent", "success" };
  g_autofree char *words = np_finding_class_words (fired);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), np_finding_icon (fired));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (self->icon, styles[i]);
  gtk_widget_add_css_class (self->icon, np_finding_style (fired));
  gtk_label_set_text (GTK_LABEL (self->class_words), words);
}

/* Everything that the card shows of the finding, as one text. */
static char *
say_all (NpFindingCard *self, const NpFired *fired, JsonObject *decision)
{
  GString *said = g_string_new (NULL);
  g_autofree char *class = np_finding_class_words (fired);
  g_autofree char *decided = decision ? decided_words (decision) : NULL;
  g_autofree char *outside = decision ? outside_words (decision) : NULL;

  np_finding_text_add (NULL, self->consultation, fired, said);
  g_string_append_printf (said, "%s\n%s\n%s\n%s\n%u", class, decided ? decided : "", outside ? outside : "",
                          decision ? json_object_get_string_member_with_default (decision, "reason", "") : "",
                          fired->n_causes);
  return g_string_free (said, FALSE);
}

/**
 * np_finding_card_refresh:
 * @self: a card
 * @fired: its finding as it is in the assessment now
 */
void
np_finding_card_refresh (NpFindingCard *self, const NpFired *fired)
{
  g_return_if_fail (NP_IS_FINDING_CARD (self) && fired && fired->finding == self->finding);

  JsonObject *decision = np_consultation_get_decision (self->consultation, self->finding);
  g_autofree char *said = say_all (self, fired, decision);
  g_autoptr (GString) again = g_string_new (NULL);
  if (g_strcmp0 (said, self->said) != 0)
    {
      show_class (self, fired);
      clear (self->text);
      np_finding_text_add (GTK_BOX (self->text), self->consultation, fired, again);
      show_links (self, fired);
      show_recorded (self, decision);
      g_free (self->said);
      self->said = g_steal_pointer (&said);
    }
  show_form (self, fired, decision != NULL);
}

/**
 * np_finding_card_get_finding:
 * @self: a card
 *
 * Returns: the position of its finding
 */
guint
np_finding_card_get_finding (NpFindingCard *self)
{
  g_return_val_if_fail (NP_IS_FINDING_CARD (self), 0);
  return self->finding;
}

/* The decision to be made; what was decided; else the first thing there is. */
static gboolean
np_finding_card_grab_focus (GtkWidget *widget)
{
  NpFindingCard *self = NP_FINDING_CARD (widget);

  if (self->form && gtk_widget_get_visible (self->form))
    return gtk_widget_grab_focus (self->form);
  if (gtk_widget_get_visible (self->recorded))
    return gtk_widget_grab_focus (gtk_widget_get_last_child (self->recorded));
  return gtk_widget_grab_focus (gtk_widget_get_first_child (self->links));
}

static void
np_finding_card_finalize (GObject *object)
{
  NpFindingCard *self = NP_FINDING_CARD (object);

  g_clear_object (&self->consultation);
  g_free (self->said);
  G_OBJECT_CLASS (np_finding_card_parent_class)->finalize (object);
}

static void
np_finding_card_class_init (NpFindingCardClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_finding_card_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_finding_card_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_box (NpFindingCard *self, int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  gtk_box_append (GTK_BOX (self), box);
  return box;
}

static void
np_finding_card_init (NpFindingCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding-card");
}

static void
make_heading (NpFindingCard *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->class_words = np_paragraph_new ("", "numeric");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->class_words);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), np_heading_new (title, "title-4"));
}

static void
make_parts (NpFindingCard *self)
{
  g_autofree char *evidence =
    np_evidence_words (np_consultation_get_catalog (self->consultation), &finding_of (self)->evidence);
  /* Translators: the name of a rule of the catalogue, and what it rests on, one line each. */
  g_autofree char *source = g_strdup_printf (_ ("Rule “%s” rests on:\n%s"), finding_of (self)->id, evidence);

  self->text = add_box (self, 4);
  self->links = add_box (self, 0);
  gtk_widget_set_layout_manager (self->links, np_wrap_layout_new (6));
  gtk_widget_add_css_class (self->links, "card-links");
  self->source = np_paragraph_new (source, "answer-why");
  gtk_box_append (GTK_BOX (self), self->source);
  self->recorded = add_box (self, 4);
  gtk_widget_add_css_class (self->recorded, "answer-why");
  /* Translators: shows the form to decide on a time to wait. */
  self->open_form = np_button_new (C_ ("button", "Decide on This Wait…"));
  gtk_widget_set_halign (self->open_form, GTK_ALIGN_START);
  gtk_widget_set_visible (self->open_form, FALSE);
  g_signal_connect_swapped (self->open_form, "clicked", G_CALLBACK (open_form_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->open_form);
}

/**
 * np_finding_card_new:
 * @consultation: the consultation
 * @finding: position of a finding
 *
 * Returns: (transfer floating): a card, empty until it is refreshed
 */
GtkWidget *
np_finding_card_new (NpConsultation *consultation, guint finding)
{
  NpFindingCard *self = g_object_new (NP_TYPE_FINDING_CARD, NULL);
  const char *title;

  self->consultation = g_object_ref (consultation);
  self->finding = finding;
  title = np_language_say (np_interface_language (), &finding_of (self)->title);
  make_heading (self, title);
  make_parts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
