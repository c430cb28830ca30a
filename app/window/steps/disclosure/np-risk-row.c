/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-risk-row.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpRiskRow
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *check;

  guint risk;
  guint seen;       /* NpSeen, all that was in view at one time or another */
  gboolean setting; /* the program changes the check, not a person */
  gboolean by_key;  /* a key is about to press the check */
};

enum
{
  ACKNOWLEDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpRiskRow, np_risk_row, GTK_TYPE_BOX)

/* ---- acknowledging ---- */

typedef struct
{
  guint risk;
  gboolean acknowledged;
} Acknowledging;

static gboolean
acknowledge (NpConsultation *consultation, gpointer data, GError **error)
{
  const Acknowledging *edit = data;

  return np_consultation_acknowledge (consultation, edit->risk, edit->acknowledged, error);
}

static void
set_active (NpRiskRow *self, gboolean active)
{
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), active);
  self->setting = FALSE;
}

/* Taller than the view, it is shown in two goes: its beginning, then its end. */
static void
show_it_first (NpRiskRow *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self)));
  /* Translators: %s is the title of a risk of which not every line was in view yet. */
  g_autofree char *said = g_strdup_printf (_ ("Read it to its end first: %s"), gtk_label_get_text (GTK_LABEL (title)));

  set_active (self, FALSE);
  np_reveal (self->seen & NP_SEEN_TOP ? self->check : GTK_WIDGET (self));
  np_page_toast (GTK_WIDGET (self), said);
}

/* Whoever comes with the keyboard sees the whole risk, not only its check. */
static void
focus_enter_cb (NpRiskRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)) &&
      np_seen_of (GTK_WIDGET (self)) != NP_SEEN_ALL)
    np_reveal (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (NpRiskRow *self, guint keyval)
{
  self->by_key = keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  return FALSE;
}

static void
toggled_cb (NpRiskRow *self)
{
  gboolean acknowledged = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
  gboolean by_key = self->by_key;

  if (self->setting)
    return;
  self->by_key = FALSE;
  np_risk_row_look (self);
  if (acknowledged && self->seen != NP_SEEN_ALL)
    {
      show_it_first (self);
      return;
    }
  Acknowledging *edit = g_new (Acknowledging, 1);
  *edit = (Acknowledging){ self->risk, acknowledged };
  np_page_edit_light (GTK_WIDGET (self), acknowledge, edit, g_free);
  if (acknowledged)
    g_signal_emit (self, signals[ACKNOWLEDGED], 0, by_key);
}

/* ---- showing ---- */

static GtkWidget *
serious_mark (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), icon);
  /* Translators: a mark on a risk that can do lasting harm */
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_ ("risk", "Serious")));
  gtk_widget_add_css_class (box, "warning");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static void
add_title (NpRiskRow *self, const NpRisk *risk, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = np_heading_new (title, "heading");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  if (risk->serious)
    gtk_box_append (GTK_BOX (line), serious_mark ());
  gtk_box_append (GTK_BOX (self), line);
}

static void
add_fact (NpRiskRow *self, const char *label, const char *text)
{
  GtkWidget *line = np_paragraph_new (NULL, NULL);
  /* Translators: %s is a label as "How often", %s the answer to it */
  g_autofree char *markup = g_markup_printf_escaped (_ ("<b>%s:</b> %s"), label, text);

  gtk_label_set_markup (GTK_LABEL (line), markup);
  gtk_box_append (GTK_BOX (self), line);
}

static void
add_texts (NpRiskRow *self, const NpRisk *risk, const NpLanguage *language)
{
  gtk_box_append (GTK_BOX (self), np_paragraph_new (np_language_say (language, &risk->what), NULL));
  add_fact (self, C_ ("risk", "How often"), np_language_say (language, &risk->how_often));
  add_fact (self, C_ ("risk", "How long"), np_language_say (language, &risk->how_long));
  add_fact (self, C_ ("risk", "What to do"), np_language_say (language, &risk->what_to_do));
}

static void
add_staff_note (NpRiskRow *self, const NpRisk *risk)
{
  if (!risk->staff_note.source)
    return;
  /* Translators: a hint for staff below a risk; %s is the hint */
  g_autofree char *note = g_strdup_printf (_ ("For staff: %s"), risk->staff_note.source);
  gtk_box_append (GTK_BOX (self), np_paragraph_new (note, "caption"));
}

static void
add_check (NpRiskRow *self, const char *title)
{
  g_autofree char *name = NULL;

  /* Translators: check below a risk: it was talked about */
  self->check = gtk_check_button_new_with_label (_ ("Gone through"));
  /* Translators: the check below a risk; %s is the risk's title */
  name = g_strdup_printf (_ ("Gone through: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (self->check, GTK_ALIGN_START);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->check);
}

static gboolean
np_risk_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_RISK_ROW (widget)->check);
}

static void
np_risk_row_class_init (NpRiskRowClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_risk_row_grab_focus;
  signals[ACKNOWLEDGED] =
    g_signal_new ("acknowledged", NP_TYPE_RISK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_BOOLEAN);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_risk_row_init (NpRiskRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * np_risk_row_new:
 * @consultation: a consultation
 * @shown: the risk, with the findings that bring it up
 *
 * Returns: (transfer floating): the risk in the patient's language
 */
GtkWidget *
np_risk_row_new (NpConsultation *consultation, const NpShownRisk *shown)
{
  const NpRisk *risk = &np_consultation_get_catalog (consultation)->risks[shown->risk];
  const NpLanguage *language = np_consultation_get_language (consultation);
  NpRiskRow *self = g_object_new (NP_TYPE_RISK_ROW, NULL);
  const char *title = np_language_say (language, &risk->title);
  g_autofree char *because = np_explain_risk (np_consultation_get_assessment (consultation), shown, language);

  self->risk = shown->risk;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_title (self, risk, title);
  if (because)
    gtk_box_append (GTK_BOX (self), np_paragraph_new (because, "because"));
  add_texts (self, risk, language);
  add_staff_note (self, risk);
  add_check (self, title);
  return GTK_WIDGET (self);
}

/**
 * np_risk_row_get_risk:
 * @self: a row
 *
 * Returns: the position of its risk in the catalogue
 */
guint
np_risk_row_get_risk (NpRiskRow *self)
{
  g_return_val_if_fail (NP_IS_RISK_ROW (self), 0);
  return self->risk;
}

/**
 * np_risk_row_refresh:
 * @self: a row
 * @consultation: its consultation
 *
 * Shows whether the risk is acknowledged.
 */
void
np_risk_row_refresh (NpRiskRow *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_RISK_ROW (self));
  set_active (self, np_consultation_is_acknowledged (consultation, self->risk));
}

/**
 * np_risk_row_look:
 * @self: a row
 *
 * Notes which of its ends are in view now.
 *
 * Returns: whether with that it was seen whole for the first time
 */
gboolean
np_risk_row_look (NpRiskRow *self)
{
  guint before;

  g_return_val_if_fail (NP_IS_RISK_ROW (self), FALSE);

  before = self->seen;
  self->seen |= np_seen_of (GTK_WIDGET (self));
  return before != NP_SEEN_ALL && self->seen == NP_SEEN_ALL;
}
