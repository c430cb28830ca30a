/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-risk-section.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-risk-row.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpRiskSection
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *count;
  GtkWidget *opening;
  GtkWidget *list;

  /* Owned */
  char *shown;     /* what the rows were made from */
  GPtrArray *rows; /* NpRiskRow, borrowed from the list */
};

G_DEFINE_FINAL_TYPE (NpRiskSection, np_risk_section, GTK_TYPE_BOX)

/* The order of the page: also the order in which the core lists what is still to do. */
enum
{
  PLACE_PERSONAL,
  PLACE_SERIOUS,
  PLACE_OTHER,
  N_PLACES
};

static guint
place_of (const NpCatalog *catalog, const NpShownRisk *shown)
{
  if (shown->n_because > 0)
    return PLACE_PERSONAL;
  return catalog->risks[shown->risk].serious ? PLACE_SERIOUS : PLACE_OTHER;
}

static const char *
place_title (guint place)
{
  switch (place)
    {
    case PLACE_PERSONAL:
      return _ ("Because of you and your plan");
    case PLACE_SERIOUS:
      return _ ("Serious, even where they are rare");
    default:
      return _ ("What else can happen");
    }
}

/* Rows are made anew only when their words change, so that focus and place on the page stay. */
static char *
describe_shown (NpConsultation *consultation)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  const NpLanguage *language = np_consultation_get_language (consultation);
  GString *words = g_string_new (np_language_tag (language));

  for (guint i = 0; i < assessment->n_risks; i++)
    {
      g_autofree char *because = np_explain_risk (assessment, &assessment->risks[i], language);

      g_string_append_printf (words, " %u:%s", assessment->risks[i].risk, because ? because : "");
    }
  return g_string_free (words, FALSE);
}

/* ---- going through them ---- */

static NpRiskRow *
next_open_row (NpRiskSection *self, NpConsultation *consultation, NpRiskRow *after)
{
  guint start = 0;

  g_ptr_array_find (self->rows, after, &start);
  for (guint i = 1; i < self->rows->len; i++)
    {
      NpRiskRow *row = g_ptr_array_index (self->rows, (start + i) % self->rows->len);

      if (!np_consultation_is_acknowledged (consultation, np_risk_row_get_risk (row)))
        return row;
    }
  return NULL;
}

/* Whoever ticks with the keyboard is taken to the next one, and behind the last to what else is open; whoever uses the pointer keeps
 * the page still under it. */
static void
acknowledged_cb (NpRiskSection *self, gboolean by_key, NpRiskRow *row)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));
  NpRiskRow *next;

  if (!by_key)
    return;
  next = next_open_row (self, np_page_get_consultation (page), row);
  if (!next)
    {
      np_page_focus_first_open (page);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (next));
  np_reveal (GTK_WIDGET (next));
}

/* One hint at a time. */
static void
refused_cb (NpRiskSection *self, NpRiskRow *refused)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != refused)
      np_risk_row_hide_hint (g_ptr_array_index (self->rows, i));
}

/* ---- making them ---- */

static void
clear (NpRiskSection *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)))
    gtk_box_remove (GTK_BOX (self->list), child);
}

static char *
join_names (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

/* The names of the serious ones stand above everything, so that none is only far down. */
static void
add_serious_names (NpRiskSection *self, NpConsultation *consultation)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < assessment->n_risks; i++)
    if (catalog->risks[assessment->risks[i].risk].serious)
      g_ptr_array_add (names, (gpointer) np_language_say (np_consultation_get_language (consultation),
                                                          &catalog->risks[assessment->risks[i].risk].title));
  if (names->len == 0)
    return;
  g_autofree char *joined = join_names (names);
  /* Translators: %s is a list of risks, as "Infection; Scarring" */
  g_autofree char *line = g_strdup_printf (_ ("Serious ones on this list: %s."), joined);
  gtk_box_append (GTK_BOX (self->list), np_paragraph_new (line, "serious-names"));
}

/* What the clinic took out has no row that could say so (design 2). */
static void
add_removed_names (NpRiskSection *self, NpConsultation *consultation)
{
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (catalog->n_removed_risks == 0)
    return;
  for (guint i = 0; i < catalog->n_removed_risks; i++)
    g_ptr_array_add (names, (gpointer) np_language_say (np_consultation_get_language (consultation), &catalog->removed_risks[i]));
  g_autofree char *joined = join_names (names);
  /* Translators: %s is a list of risks, as "Infection; Scarring", which this clinic does not tell */
  g_autofree char *line = g_strdup_printf (_ ("Left out, changed by the clinic: %s."), joined);
  gtk_box_append (GTK_BOX (self->list), np_paragraph_new (line, "dim-label"));
}

static void
add_row (NpRiskSection *self, NpConsultation *consultation, const NpShownRisk *shown)
{
  GtkWidget *row = np_risk_row_new (consultation, shown);

  g_signal_connect_object (row, "acknowledged", G_CALLBACK (acknowledged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
add_place (NpRiskSection *self, NpConsultation *consultation, guint place)
{
  const NpAssessment *assessment = np_consultation_get_assessment (consultation);
  gboolean titled = FALSE;

  for (guint i = 0; i < assessment->n_risks; i++)
    {
      if (place_of (np_consultation_get_catalog (consultation), &assessment->risks[i]) != place)
        continue;
      if (!titled)
        gtk_box_append (GTK_BOX (self->list), np_heading_new (place_title (place), "title-4"));
      titled = TRUE;
      add_row (self, consultation, &assessment->risks[i]);
    }
}

static void
rebuild (NpRiskSection *self, NpConsultation *consultation)
{
  clear (self);
  np_paragraphs_set (self->opening, np_language_say (np_consultation_get_language (consultation),
                                                     &np_consultation_get_catalog (consultation)->opening));
  add_serious_names (self, consultation);
  for (guint place = 0; place < N_PLACES; place++)
    add_place (self, consultation, place);
  add_removed_names (self, consultation);
}

static void
show_count (NpRiskSection *self, NpConsultation *consultation)
{
  guint done, all;

  np_risk_section_count (self, consultation, &done, &all);
  /* Translators: how many risks were gone through, as "3 of 18 gone through" */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u gone through"), done, all);
  gtk_label_set_text (GTK_LABEL (self->count), words);
}

static void
np_risk_section_finalize (GObject *object)
{
  NpRiskSection *self = NP_RISK_SECTION (object);

  g_free (self->shown);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (np_risk_section_parent_class)->finalize (object);
}

static void
np_risk_section_class_init (NpRiskSectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_risk_section_finalize;
}

static void
np_risk_section_init (NpRiskSection *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* Translators: heading; the patient reads along */
  GtkWidget *heading = np_heading_new (_ ("Your risks"), "title-3");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->rows = g_ptr_array_new ();
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, NULL);
  self->opening = np_paragraphs_new (NULL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->opening);
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * np_risk_section_new:
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
np_risk_section_new (void)
{
  return g_object_new (NP_TYPE_RISK_SECTION, NULL);
}

/**
 * np_risk_section_refresh:
 * @self: a section
 * @consultation: whose risks
 *
 * Shows the risks as they follow from the document now; whether each is ticked its row shows itself.
 *
 * Returns: whether the rows were made anew
 */
gboolean
np_risk_section_refresh (NpRiskSection *self, NpConsultation *consultation)
{
  g_return_val_if_fail (NP_IS_RISK_SECTION (self) && NP_IS_CONSULTATION (consultation), FALSE);

  g_autofree char *shown = describe_shown (consultation);
  gboolean changed = g_strcmp0 (shown, self->shown) != 0;
  if (changed)
    {
      rebuild (self, consultation);
      g_free (self->shown);
      self->shown = g_steal_pointer (&shown);
    }
  show_count (self, consultation);
  return changed;
}

/**
 * np_risk_section_get_list:
 * @self: a section
 *
 * Returns: (transfer none): the box of the rows, with their headings
 */
GtkWidget *
np_risk_section_get_list (NpRiskSection *self)
{
  g_return_val_if_fail (NP_IS_RISK_SECTION (self), NULL);
  return self->list;
}

/**
 * np_risk_section_count:
 * @self: a section
 * @consultation: its consultation
 * @done: (out): how many were gone through
 * @all: (out): of how many
 */
void
np_risk_section_count (NpRiskSection *self, NpConsultation *consultation, guint *done, guint *all)
{
  g_return_if_fail (NP_IS_RISK_SECTION (self) && done && all);

  *done = 0;
  *all = self->rows->len;
  for (guint i = 0; i < self->rows->len; i++)
    if (np_consultation_is_acknowledged (consultation, np_risk_row_get_risk (g_ptr_array_index (self->rows, i))))
      ++*done;
}

/**
 * np_risk_section_look:
 * @self: a section
 * @consultation: its consultation
 *
 * Notes each risk that is in view now.
 */
void
np_risk_section_look (NpRiskSection *self, NpConsultation *consultation)
{
  g_return_if_fail (NP_IS_RISK_SECTION (self) && NP_IS_CONSULTATION (consultation));

  for (guint i = 0; i < self->rows->len; i++)
    np_risk_row_look (g_ptr_array_index (self->rows, i), consultation);
}
