/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-indication-brief.h"
#include "np-interface-language.h"
#include "np-section.h"

#include <glib/gi18n.h>

static void
add (GtkWidget *box, const char *title, const NpText *text)
{
  if (!text->source)
    return;
  gtk_box_append (GTK_BOX (box), np_heading_new (title, "caption-heading"));
  gtk_box_append (GTK_BOX (box), np_paragraph_new (np_language_say (np_interface_language (), text), NULL));
}

static void
add_alternatives (GtkWidget *box, const NpIndication *indication)
{
  /* Translators: heading above the other options that a patient has */
  gtk_box_append (GTK_BOX (box), np_heading_new (_ ("Instead"), "caption-heading"));
  for (guint i = 0; i < indication->alternatives.n_items; i++)
    gtk_box_append (
      GTK_BOX (box),
      np_paragraph_new (np_language_say (np_interface_language (), &indication->alternatives.items[i].text), NULL));
}

static GtkWidget *
make_body (const NpIndication *indication)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 6);
  /* Translators: what to be careful about, for staff alone */
  add (box, _ ("For staff"), &indication->cautions);
  /* Translators: how many sessions are usual */
  add (box, _ ("Sessions"), &indication->sessions);
  /* Translators: how long to wait from one session to the next */
  add (box, _ ("Between sessions"), &indication->interval);
  add (box, _ ("When the result shows"), &indication->result_when);
  add (box, _ ("What it may bring"), &indication->benefit);
  add (box, _ ("How sure we are"), &indication->evidence_text);
  /* Translators: what happens to the skin with no treatment */
  add (box, _ ("Without treatment"), &indication->no_treatment);
  add_alternatives (box, indication);
  return box;
}

/**
 * np_indication_brief_new:
 * @indication: one of the catalogue's conditions
 *
 * Returns: (transfer floating): a card that unfolds
 */
GtkWidget *
np_indication_brief_new (const NpIndication *indication)
{
  const char *name = np_language_say (np_interface_language (), &indication->name);
  GtkWidget *expander = gtk_expander_new (name);

  gtk_widget_add_css_class (expander, "pad");
  gtk_expander_set_child (GTK_EXPANDER (expander), make_body (indication));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return expander;
}
