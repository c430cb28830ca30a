/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-person-section.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpPersonSection
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *card;
  GtkWidget *remove;

  /* On the same page */
  GtkWidget *add;

  /* Owned */
  char *pointer;

  gboolean opened; /* by a person, before anything was entered */
};

G_DEFINE_FINAL_TYPE (NpPersonSection, np_person_section, GTK_TYPE_BOX)

static void
show (NpPersonSection *self, gboolean open)
{
  gtk_widget_set_visible (self->add, !open);
  gtk_widget_set_visible (GTK_WIDGET (self), open);
}

static void
add_clicked_cb (NpPersonSection *self)
{
  self->opened = TRUE;
  /* The focus goes there before the button that has it goes: else it would go to the top of the page, and the page with it. */
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_child_focus (self->card, GTK_DIR_TAB_FORWARD);
  np_page_refresh (np_page_of (GTK_WIDGET (self)));
  np_reveal (GTK_WIDGET (self));
}

static void
remove_clicked_cb (NpPersonSection *self)
{
  NpPage *page = np_page_of (GTK_WIDGET (self));

  self->opened = FALSE;
  if (np_consultation_get (np_page_get_consultation (page), self->pointer))
    np_page_set_node (GTK_WIDGET (self), self->pointer, NULL);
  else
    np_page_refresh (page);
  if (gtk_widget_get_visible (self->add))
    gtk_widget_grab_focus (self->add);
}

static void
np_person_section_finalize (GObject *object)
{
  g_free (NP_PERSON_SECTION (object)->pointer);
  G_OBJECT_CLASS (np_person_section_parent_class)->finalize (object);
}

static void
np_person_section_class_init (NpPersonSectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_person_section_finalize;
}

static void
np_person_section_init (NpPersonSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * np_person_section_new:
 * @title: who it is, as a heading
 * @add: words on the button that opens the section
 * @remove: words on the button that takes the person out again
 * @pointer: the JSON pointer of the person's object
 * @offers: a card of the same page, which gets the button that opens the section
 *
 * Returns: (transfer floating): a closed section
 */
GtkWidget *
np_person_section_new (const char *title, const char *add, const char *remove, const char *pointer, GtkWidget *offers)
{
  NpPersonSection *self = g_object_new (NP_TYPE_PERSON_SECTION, NULL);
  GtkWidget *section = np_section_new (title, NULL);

  self->pointer = g_strdup (pointer);
  self->add = np_add_button_new (add);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  self->card = np_section_add_card (section);
  self->remove = np_button_new (remove);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->remove, "flat");
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (section), self->remove);
  gtk_box_append (GTK_BOX (self), section);
  gtk_box_append (GTK_BOX (offers), self->add);
  show (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * np_person_section_append:
 * @self: a section
 * @field: an entry or a row
 *
 * Adds a field at the end of the card.
 */
void
np_person_section_append (NpPersonSection *self, GtkWidget *field)
{
  g_return_if_fail (NP_IS_PERSON_SECTION (self));
  gtk_box_append (GTK_BOX (self->card), field);
}

/**
 * np_person_section_show:
 * @self: a section
 * @consultation: whose document
 * @needed: whether this person has to be named now
 *
 * Opens where somebody is named or needed; what a person opened stays open.
 */
void
np_person_section_show (NpPersonSection *self, NpConsultation *consultation, gboolean needed)
{
  g_return_if_fail (NP_IS_PERSON_SECTION (self) && NP_IS_CONSULTATION (consultation));

  gboolean named = np_consultation_get (consultation, self->pointer) != NULL;
  show (self, needed || self->opened || named);
  gtk_widget_set_visible (self->remove, named || !needed);
}

/**
 * np_person_section_open_for:
 * @self: a section
 * @pointer: a JSON pointer
 *
 * Opens the section when @pointer names the person or something about them.
 */
void
np_person_section_open_for (NpPersonSection *self, const char *pointer)
{
  g_return_if_fail (NP_IS_PERSON_SECTION (self) && pointer);

  if (!g_str_has_prefix (pointer, self->pointer))
    return;
  self->opened = TRUE;
  show (self, TRUE);
}
