/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-risk-row.h"
#include "np-bound.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-tick.h"

#include <glib/gi18n.h>

/* Characters in a line of the note for staff. */
#define NOTE_CHARS 40

struct _NpRiskRow
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *line; /* the check with its hint */
  NpTick *check;
  GtkWidget *hint; /* says what to do when a press did not count; else hidden */

  /* Owned */
  char *pointer;

  guint risk;
  guint seen; /* NpSeen, all that was in view at one time or another */
};

enum
{
  ACKNOWLEDGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpRiskRow, np_risk_row, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

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

/* Taller than the view, it is shown in two goes: its beginning, then its end. */
static void
show_it_first (NpRiskRow *self)
{
  np_tick_set (self->check, FALSE);
  gtk_widget_show (self->hint);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  np_reveal (self->seen & NP_SEEN_TOP ? self->line : GTK_WIDGET (self));
  g_signal_emit (self, signals[REFUSED], 0);
}

/* Whoever presses on a risk that stands whole before them has it in view, however short a time. */
static void
ticked_cb (NpRiskRow *self, gboolean active, gboolean by_key)
{
  NpConsultation *consultation = np_page_get_consultation (np_page_of (GTK_WIDGET (self)));
  Acknowledging *edit;

  np_risk_row_look (self, consultation);
  if (active && self->seen != NP_SEEN_ALL)
    {
      show_it_first (self);
      return;
    }
  np_risk_row_hide_hint (self);
  edit = g_new (Acknowledging, 1);
  *edit = (Acknowledging){ self->risk, active };
  np_page_edit_light (GTK_WIDGET (self), acknowledge, edit, g_free);
  if (np_consultation_is_acknowledged (consultation, self->risk))
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

/* The page is read together with the patient: what only staff are to know is behind a button (brief E8). */
static GtkWidget *
staff_note_new (const NpRisk *risk, const char *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *note = np_paragraph_new (np_language_say (np_interface_language (), &risk->staff_note), NULL);
  /* Translators: name of the button that shows a note for staff on a risk; %s is the risk's title */
  g_autofree char *name = g_strdup_printf (_ ("For staff: %s"), title);

  gtk_label_set_width_chars (GTK_LABEL (note), NOTE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (note), NOTE_CHARS);
  gtk_widget_add_css_class (note, "pad");
  gtk_popover_set_child (GTK_POPOVER (popover), note);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("button", "For Staff"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  np_menu_button_name (GTK_MENU_BUTTON (button), name);
  return button;
}

static void
add_title (NpRiskRow *self, const NpRisk *risk, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = np_heading_new (title, "heading");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  if (risk->staff_note.source)
    gtk_box_append (GTK_BOX (line), staff_note_new (risk, title));
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

/* The hint stands beside the check, where the eyes are, and hardly takes room of its own: nothing moves far when it comes. */
static GtkWidget *
hint_new (const char *title)
{
  /* Translators: beside the check of a risk that was ticked before all of it was in view; %s is the risk's title */
  g_autofree char *words = g_strdup_printf (_ ("Read “%s” to its end, then press once more."), title);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", words, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                  "xalign", 0.0, "hexpand", TRUE, "visible", FALSE, NULL);

  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "missing");
  return hint;
}

static void
add_check (NpRiskRow *self, const char *title)
{
  /* Translators: the check below a risk; %s is the risk's title */
  g_autofree char *name = g_strdup_printf (_ ("Gone through: %s"), title);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* Translators: check below a risk: it was talked about */
  self->check = NP_TICK (np_tick_new (_ ("Gone through"), name));
  self->hint = hint_new (title);
  g_signal_connect_swapped (self->check, "ticked", G_CALLBACK (ticked_cb), self);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (self->line), self->hint);
  gtk_box_append (GTK_BOX (self), self->line);
}

static void
np_risk_row_refresh (NpBound *bound)
{
  NpRiskRow *self = NP_RISK_ROW (bound);
  NpPage *page = np_page_of (GTK_WIDGET (self));

  if (page)
    np_tick_set (self->check, np_consultation_is_acknowledged (np_page_get_consultation (page), self->risk));
}

static const char *
np_risk_row_get_pointer (NpBound *bound)
{
  return NP_RISK_ROW (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_risk_row_refresh;
  interface->get_pointer = np_risk_row_get_pointer;
}

/* Whoever comes here with Tab sees all of it, not only the check. The pointer does not come this way: the page stays still under it. */
static gboolean
np_risk_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean stays = GTK_WIDGET_CLASS (np_risk_row_parent_class)->focus (widget, direction);

  if (stays)
    np_reveal (widget);
  return stays;
}

static gboolean
np_risk_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_RISK_ROW (widget)->check));
}

static void
np_risk_row_finalize (GObject *object)
{
  g_free (NP_RISK_ROW (object)->pointer);
  G_OBJECT_CLASS (np_risk_row_parent_class)->finalize (object);
}

static void
np_risk_row_class_init (NpRiskRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_risk_row_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_risk_row_grab_focus;
  GTK_WIDGET_CLASS (class)->focus = np_risk_row_focus;
  signals[ACKNOWLEDGED] = g_signal_new ("acknowledged", NP_TYPE_RISK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[REFUSED] = g_signal_new ("refused", NP_TYPE_RISK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
np_risk_row_init (NpRiskRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
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
  self->pointer = g_strdup_printf ("/disclosure/acknowledged/%s", risk->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_title (self, risk, title);
  if (because)
    gtk_box_append (GTK_BOX (self), np_paragraph_new (because, "because"));
  add_texts (self, risk, language);
  if (risk->clinic_changed)
    gtk_box_append (GTK_BOX (self), np_paragraph_new (_ ("Changed by the clinic."), "dim-label"));
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
 * np_risk_row_hide_hint:
 * @self: a row
 *
 * Takes back what it said when a press did not count.
 */
void
np_risk_row_hide_hint (NpRiskRow *self)
{
  g_return_if_fail (NP_IS_RISK_ROW (self));
  gtk_widget_hide (self->hint);
}

/**
 * np_risk_row_look:
 * @self: a row
 * @consultation: its consultation
 *
 * Notes which of its ends are in view now, and in the consultation that the risk was shown once both were.
 */
void
np_risk_row_look (NpRiskRow *self, NpConsultation *consultation)
{
  guint before;

  g_return_if_fail (NP_IS_RISK_ROW (self) && NP_IS_CONSULTATION (consultation));

  before = self->seen;
  self->seen |= np_seen_of (GTK_WIDGET (self));
  if (before != NP_SEEN_ALL && self->seen == NP_SEEN_ALL)
    np_consultation_show_risk (consultation, self->risk);
}
