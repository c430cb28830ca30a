/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-plan-page.h"
#include "np-anaesthetic.h"
#include "np-checks.h"
#include "np-combo.h"
#include "np-date-entry.h"
#include "np-field-entry.h"
#include "np-indication-brief.h"
#include "np-interface-language.h"
#include "np-plan-checks.h"
#include "np-section.h"
#include "np-treat-list.h"

#include <glib/gi18n.h>

struct _NpPlanPage
{
  NpPage parent_instance;

  /* Children */
  GtkBox *column;
  NpTreatList *treat;
  NpCombo *device;
  NpCombo *material;
  NpChecks *topicals;
  NpAnaesthetic *anaesthetic;
  NpPlanChecks *checks;
  GtkWidget *briefs_section;
  GtkWidget *briefs;

  const NpCatalog *catalog; /* whose words the lists show; borrowed from the consultation */
  guint64 briefed;          /* a bit for each condition that has its brief on the page */
};

G_DEFINE_FINAL_TYPE (NpPlanPage, np_plan_page, NP_TYPE_PAGE)

static void
show_catalog (NpPlanPage *self, const NpCatalog *catalog)
{
  const NpLanguage *language = np_interface_language ();

  if (self->catalog == catalog)
    return;
  self->catalog = catalog;
  np_treat_list_set_catalog (self->treat, catalog);
  np_anaesthetic_set_catalog (self->anaesthetic, catalog);
  np_combo_set_items (self->material, &catalog->needle_materials);
  np_combo_clear (self->device);
  for (guint i = 0; i < catalog->n_devices; i++)
    np_combo_add (self->device, catalog->devices[i].id, np_language_say (language, &catalog->devices[i].name));
  for (guint i = 0; i < catalog->n_topicals; i++)
    np_checks_add (self->topicals, catalog->topicals[i].id, np_language_say (language, &catalog->topicals[i].name));
}

static guint64
planned (const NpFacts *facts)
{
  guint64 mask = 0;

  for (guint i = 0; i < facts->n_pairs; i++)
    mask |= G_GUINT64_CONSTANT (1) << facts->pairs[i].indication;
  return mask;
}

static void
show_briefs (NpPlanPage *self, const NpFacts *facts)
{
  guint64 mask = planned (facts);
  GtkWidget *child;

  gtk_widget_set_visible (self->briefs_section, mask != 0);
  if (mask == self->briefed)
    return;
  self->briefed = mask;
  while ((child = gtk_widget_get_first_child (self->briefs)))
    gtk_box_remove (GTK_BOX (self->briefs), child);
  for (guint i = 0; i < facts->catalog->n_indications; i++)
    if (mask & (G_GUINT64_CONSTANT (1) << i))
      gtk_box_append (GTK_BOX (self->briefs), np_indication_brief_new (&facts->catalog->indications[i]));
}

static void
np_plan_page_refresh (NpPage *page)
{
  NpPlanPage *self = NP_PLAN_PAGE (page);
  NpConsultation *consultation = np_page_get_consultation (page);

  show_catalog (self, np_consultation_get_catalog (consultation));
  np_plan_checks_show (self->checks, consultation);
  show_briefs (self, np_consultation_get_facts (consultation));
  np_fields_refresh (GTK_WIDGET (self));
}

static void
np_plan_page_class_init (NpPlanPageClass *class)
{
  NP_PAGE_CLASS (class)->refresh = np_plan_page_refresh;
}

static void
add_treat (NpPlanPage *self)
{
  GtkWidget *section = np_section_new (_ ("What is treated, and where"), NULL);

  self->treat = NP_TREAT_LIST (np_treat_list_new ());
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->treat));
  gtk_box_append (self->column, section);
}

static void
add_device (NpPlanPage *self)
{
  /* Translators: heading: device, needles, products and numbing cream */
  GtkWidget *section = np_section_new (_ ("With what"), NULL);
  GtkWidget *card = np_section_add_card (section);

  /* Translators: label of a choice of needling devices */
  self->device = NP_COMBO (np_combo_new (_ ("Device"), "/plan/device"));
  self->material = NP_COMBO (np_combo_new (_ ("Needles are made of (optional)"), "/plan/needle_material"));
  self->topicals = NP_CHECKS (np_checks_new (_ ("Put on the skin and needled in (optional)"), "/plan/topicals"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->device));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->material));
  gtk_box_append (GTK_BOX (card), np_field_entry_new (_ ("Make of the device, lot number (optional)"), "/plan/product"));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->topicals));
  gtk_box_append (self->column, section);
}

static void
add_anaesthetic (NpPlanPage *self)
{
  GtkWidget *section = np_section_new (_ ("Numbing the skin"), NULL);
  GtkWidget *card = np_section_add_card (section);

  self->anaesthetic = NP_ANAESTHETIC (np_anaesthetic_new ());
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->anaesthetic));
  gtk_box_append (self->column, section);
}

static void
add_when (NpPlanPage *self)
{
  /* Translators: heading: the day and the number of sessions */
  GtkWidget *section = np_section_new (_ ("When"), NULL);
  GtkWidget *card = np_section_add_card (section);
  GtkWidget *planned_on =
    g_object_new (NP_TYPE_DATE_ENTRY, "label", _ ("First session on (optional)"), "pointer", "/planned_on", "full-day", TRUE, "future", TRUE, NULL);
  GtkWidget *sessions = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Number of sessions (optional)"), "pointer",
                                      "/plan/sessions", "numeric", TRUE, NULL);

  gtk_box_append (GTK_BOX (card), planned_on);
  gtk_box_append (GTK_BOX (card), sessions);
  gtk_box_append (self->column, section);
}

static void
add_checks (NpPlanPage *self)
{
  /* Translators: heading of checks that staff make on the plan */
  GtkWidget *section = np_section_new (_ ("Staff confirm"), NULL);

  self->checks = NP_PLAN_CHECKS (np_plan_checks_new ());
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->checks));
  gtk_box_append (self->column, section);
}

static void
add_briefs (NpPlanPage *self)
{
  self->briefs_section = np_section_new (_ ("What to expect"), NULL);
  self->briefs = np_section_add_card (self->briefs_section);
  gtk_box_append (self->column, self->briefs_section);
}

static void
np_plan_page_init (NpPlanPage *self)
{
  adw_bin_set_child (ADW_BIN (self), np_column_new (&self->column));
  gtk_box_append (self->column, np_heading_new (_ ("What is planned"), "title-1"));
  add_treat (self);
  add_device (self);
  add_anaesthetic (self);
  add_when (self);
  add_checks (self);
  add_briefs (self);
}
