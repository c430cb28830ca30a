/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-disclosure-page.h"
#include "np-bound.h"
#include "np-costs.h"
#include "np-field-entry.h"
#include "np-photograph-choice.h"
#include "np-questions-asked.h"
#include "np-reveal.h"
#include "np-risk-section.h"
#include "np-section.h"
#include "np-statement.h"
#include "np-tick.h"
#include "np-told-row.h"
#include "np-treatment-texts.h"
#include "np-unfolding.h"

#include <glib/gi18n.h>

struct _NpDisclosurePage
{
  NpPage parent_instance;

  /* Children */
  GtkBox *column;
  GtkWidget *heading;
  GtkBox *conditions; /* made anew when the plan or the language changes, as are told and photographs */
  GtkBox *told;
  GtkBox *photographs;
  NpRiskSection *risks;
  GtkAdjustment *scrolling; /* borrowed from the column's scroller */

  /* Owned */
  char *shown; /* what the texts were made from */
  NpUnfolding *unfolding;
  guint look_id;
  gboolean held; /* the key that ticks is down */
};

G_DEFINE_FINAL_TYPE (NpDisclosurePage, np_disclosure_page, NP_TYPE_PAGE)

/* ---- what came into view ---- */

/* Scrolling past something is not seeing it: it has to rest in view this long. */
#define REST_MS 300

static gboolean
rested_cb (gpointer data)
{
  NpDisclosurePage *self = data;
  NpConsultation *consultation = np_page_get_consultation (NP_PAGE (self));

  self->look_id = 0;
  if (consultation && gtk_widget_get_mapped (GTK_WIDGET (self)))
    np_risk_section_look (self->risks, consultation);
  return G_SOURCE_REMOVE;
}

static void
look_soon (NpDisclosurePage *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (REST_MS, rested_cb, self);
}

/* ---- texts, made anew when their words change ---- */

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

static char *
describe_shown (NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  const NpFacts *facts = np_consultation_get_facts (consultation);
  GString *words = g_string_new (np_language_tag (np_consultation_get_language (consultation)));

  for (guint i = 0; i < facts->n_pairs; i++)
    g_string_append_printf (words, " %u", facts->pairs[i].indication);
  for (guint i = 0; i < catalog->n_information; i++)
    g_string_append_c (words, np_consultation_applies_information (consultation, i) ? 'i' : '-');
  for (guint i = 0; i < catalog->n_aftercare; i++)
    g_string_append_c (words, np_consultation_applies_aftercare (consultation, i) ? 'a' : '-');
  return g_string_free (words, FALSE);
}

static void
fill_told (NpDisclosurePage *self, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  empty (self->told);
  np_treatment_texts_add_options (self->told, consultation);
  gtk_box_append (GTK_BOX (section), np_heading_new (_ ("Good to know before you decide"), "title-3"));
  for (guint i = 0; i < catalog->n_information; i++)
    if (np_consultation_applies_information (consultation, i))
      gtk_box_append (GTK_BOX (section), np_told_row_new (consultation, i));
  gtk_box_append (self->told, section);
  np_treatment_texts_add_aftercare (self->told, consultation);
  np_treatment_texts_add_red_flags (self->told, consultation);
}

static void
fill_photographs (NpDisclosurePage *self, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  const NpLanguage *language = np_consultation_get_language (consultation);
  const NpText *apart = &catalog->not_treatment_consent;
  /* Translators: heading of three separate choices */
  GtkWidget *section = np_section_new (_ ("Photographs"), apart->source ? np_language_say (language, apart) : NULL);
  GtkWidget *card = np_section_add_card (section);

  empty (self->photographs);
  for (guint i = 0; i < catalog->photographs.n_items; i++)
    gtk_box_append (GTK_BOX (card), np_photograph_choice_new (consultation, &catalog->photographs.items[i]));
  gtk_box_append (self->photographs, section);
}

static void
fill (NpDisclosurePage *self, NpConsultation *consultation)
{
  empty (self->conditions);
  np_treatment_texts_add_conditions (self->conditions, consultation);
  fill_told (self, consultation);
  fill_photographs (self, consultation);
}

/* All behind what it can do for the patient, card by card. */
static void
hold_back (NpDisclosurePage *self)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->told));
  GtkWidget *after = gtk_widget_get_next_sibling (GTK_WIDGET (self->told));

  np_unfolding_finish (self->unfolding);
  np_unfolding_hold_back_children (self->unfolding, np_risk_section_get_list (self->risks));
  for (; section; section = gtk_widget_get_next_sibling (section))
    np_unfolding_hold_back_children (self->unfolding, section);
  for (; after; after = gtk_widget_get_next_sibling (after))
    np_unfolding_hold_back (self->unfolding, after);
}

/* ---- the page ---- */

static void
np_disclosure_page_refresh (NpPage *page)
{
  NpDisclosurePage *self = NP_DISCLOSURE_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);
  g_autofree char *shown = describe_shown (consultation);
  gboolean changed = g_strcmp0 (shown, self->shown) != 0;

  if (changed)
    {
      fill (self, consultation);
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
    }
  changed = np_risk_section_refresh (self->risks, consultation) || changed;
  if (changed && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    hold_back (self);
  np_fields_refresh (GTK_WIDGET (self));
  look_soon (self);
}

static gboolean
np_disclosure_page_focus_item (NpPage *page, const char *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  np_unfolding_finish (NP_DISCLOSURE_PAGE (page)->unfolding);
  if (!np_fields_focus (GTK_WIDGET (page), id))
    return FALSE;
  np_reveal (gtk_widget_get_ancestor (gtk_root_get_focus (root), NP_TYPE_BOUND));
  return TRUE;
}

/* The talk begins with what the treatment is, not with its first risk, and so does who looks at all of it again. Page Down reads on, Tab
 * goes to the risks. */
static gboolean
np_disclosure_page_focus_start (NpPage *page)
{
  NpDisclosurePage *self = NP_DISCLOSURE_PAGE (page);
  guint done, all;

  np_risk_section_count (self->risks, np_page_get_consultation (page), &done, &all);
  if (done > 0 && np_page_focus_first_open (page))
    return TRUE;
  /* A label that nobody can select does not take the focus when asked to; the window gives it all the same. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), self->heading);
  gtk_adjustment_set_value (self->scrolling, 0);
  return TRUE;
}

static void
np_disclosure_page_shown (NpPage *page)
{
  look_soon (NP_DISCLOSURE_PAGE (page));
  np_unfolding_start (NP_DISCLOSURE_PAGE (page)->unfolding);
}

static char *
np_disclosure_page_progress (NpPage *page)
{
  guint done, all;

  np_risk_section_count (NP_DISCLOSURE_PAGE (page)->risks, np_page_get_consultation (page), &done, &all);
  /* Translators: how many risks were gone through, in the bottom bar */
  return g_strdup_printf (_ ("%u of %u risks gone through"), done, all);
}

/* ---- each risk is a key press of its own ---- */

/* Ticking goes on to the next one: a key held down would tick them all. */
static gboolean
key_pressed_cb (NpDisclosurePage *self, guint key)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  np_unfolding_finish (self->unfolding); /* the key may go there */
  if (!np_tick_is_key (key))
    return GDK_EVENT_PROPAGATE;
  if (self->held)
    return GDK_EVENT_STOP;
  self->held = root && GTK_IS_CHECK_BUTTON (gtk_root_get_focus (root));
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (NpDisclosurePage *self, guint key)
{
  if (np_tick_is_key (key))
    self->held = FALSE;
}

static void
left_cb (NpDisclosurePage *self)
{
  self->held = FALSE;
}

static void
watch_keys (NpDisclosurePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
np_disclosure_page_dispose (GObject *object)
{
  g_clear_handle_id (&NP_DISCLOSURE_PAGE (object)->look_id, g_source_remove);
  G_OBJECT_CLASS (np_disclosure_page_parent_class)->dispose (object);
}

static void
np_disclosure_page_finalize (GObject *object)
{
  g_free (NP_DISCLOSURE_PAGE (object)->shown);
  np_unfolding_free (NP_DISCLOSURE_PAGE (object)->unfolding);
  G_OBJECT_CLASS (np_disclosure_page_parent_class)->finalize (object);
}

static void
np_disclosure_page_class_init (NpDisclosurePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = np_disclosure_page_dispose;
  G_OBJECT_CLASS (class)->finalize = np_disclosure_page_finalize;
  NP_PAGE_CLASS (class)->refresh = np_disclosure_page_refresh;
  NP_PAGE_CLASS (class)->focus_item = np_disclosure_page_focus_item;
  NP_PAGE_CLASS (class)->reveals_focus = TRUE;
  NP_PAGE_CLASS (class)->focus_start = np_disclosure_page_focus_start;
  NP_PAGE_CLASS (class)->shown = np_disclosure_page_shown;
  NP_PAGE_CLASS (class)->progress = np_disclosure_page_progress;
}

static void
add_words (NpDisclosurePage *self)
{
  GtkWidget *section = np_section_new (_ ("In your words"), _ ("Written down as the patient says it."));
  GtkWidget *card = np_section_add_card (section);

  gtk_box_append (GTK_BOX (card), np_statement_new (_ ("What do you hope for?"), C_ ("statement", "None stated"),
                                                    "/disclosure/goals"));
  gtk_box_append (GTK_BOX (card), np_statement_new (_ ("What matters most to you, or worries you?"),
                                                    C_ ("statement", "None stated"), "/disclosure/matters"));
  gtk_box_append (self->column, section);
}

static void
add_questions (NpDisclosurePage *self)
{
  /* Translators: heading; the patient reads along */
  GtkWidget *section = np_section_new (_ ("Your questions"), NULL);

  gtk_box_append (GTK_BOX (np_section_add_card (section)), np_questions_asked_new ());
  gtk_box_append (self->column, section);
}

static void
add_costs (NpDisclosurePage *self)
{
  GtkWidget *section = np_section_new (_ ("What it costs"), NULL);

  gtk_box_append (GTK_BOX (np_section_add_card (section)), np_costs_new ());
  gtk_box_append (self->column, section);
}

static GtkBox *
add_box (NpDisclosurePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (self->column, box);
  return GTK_BOX (box);
}

static void
np_disclosure_page_init (NpDisclosurePage *self)
{
  GtkWidget *scroller = np_column_new (&self->column);

  self->unfolding = np_unfolding_new ();
  self->scrolling = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (self->scrolling, "value-changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scrolling, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  self->risks = NP_RISK_SECTION (np_risk_section_new ());
  self->heading = np_heading_new (_ ("What you should know"), "title-1");
  gtk_widget_set_focusable (self->heading, TRUE);
  gtk_box_append (self->column, self->heading);
  self->conditions = add_box (self);
  gtk_box_append (self->column, GTK_WIDGET (self->risks));
  self->told = add_box (self);
  add_words (self);
  add_questions (self);
  add_costs (self);
  self->photographs = add_box (self);
  adw_bin_set_child (ADW_BIN (self), scroller);
  watch_keys (self);
}
