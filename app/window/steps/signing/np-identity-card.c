/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-identity-card.h"
#include "np-bound.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpIdentityCard
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *name;
  GtkWidget *born;
  GtkWidget *button;
  GtkWidget *confirmed;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpIdentityCard, np_identity_card, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static gboolean
confirm (NpConsultation *consultation, gpointer data, GError **error)
{
  return np_consultation_confirm_identity (consultation, error);
}

/* The button is gone then, and the focus goes on to what is open now. */
static void
clicked_cb (NpIdentityCard *self)
{
  np_page_edit (GTK_WIDGET (self), confirm, NULL, NULL);
  np_page_focus_first_open (np_page_of (GTK_WIDGET (self)));
}

static char *
born_words (NpConsultation *consultation)
{
  NpDate born;
  const char *given = np_consultation_get_string (consultation, "/patient/date_of_birth");
  int age;

  if (!given || !np_date_parse (given, &born))
    return g_strdup (_ ("No date of birth yet"));
  g_autofree char *date = np_language_date (np_interface_language (), born);
  age = np_facts_age (np_consultation_get_facts (consultation));
  if (age < 0)
    /* Translators: %s is a date of birth in words */
    return g_strdup_printf (_ ("Born %s"), date);
  /* Translators: %s is a date of birth in words, %d the age in years */
  return g_strdup_printf (ngettext ("Born %s, %d year old", "Born %s, %d years old", (gulong) age), date, age);
}

static char *
confirmed_words (const char *stamp)
{
  g_autoptr (GDateTime) at = np_stamp_parse (stamp);
  g_autofree char *time = at ? g_date_time_format (at, "%H:%M") : g_strdup (stamp);

  /* Translators: %s is a time, as 09:15 */
  return g_strdup_printf (_ ("✓ Confirmed at %s"), time);
}

static void
np_identity_card_refresh (NpBound *bound)
{
  NpIdentityCard *self = NP_IDENTITY_CARD (bound);
  NpPage *page = np_page_of (GTK_WIDGET (self));
  const char *stamp = np_bound_get_string (bound);
  g_autofree char *born = page ? born_words (np_page_get_consultation (page)) : NULL;
  const char *name = page ? np_consultation_get_string (np_page_get_consultation (page), "/patient/name") : NULL;

  gtk_label_set_text (GTK_LABEL (self->name), name ? name : _ ("No name yet"));
  gtk_label_set_text (GTK_LABEL (self->born), born ? born : "");
  if (stamp)
    {
      g_autofree char *words = confirmed_words (stamp);

      gtk_label_set_text (GTK_LABEL (self->confirmed), words);
    }
  gtk_widget_set_visible (self->confirmed, stamp != NULL);
  gtk_widget_set_visible (self->button, !stamp);
}

static const char *
np_identity_card_get_pointer (NpBound *bound)
{
  return "/patient/confirmed_at";
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_identity_card_refresh;
  interface->get_pointer = np_identity_card_get_pointer;
}

static gboolean
np_identity_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_IDENTITY_CARD (widget)->button);
}

static void
np_identity_card_class_init (NpIdentityCardClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_identity_card_grab_focus;
}

static void
np_identity_card_init (NpIdentityCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
  self->name = np_paragraph_new (NULL, "title-3");
  self->born = np_paragraph_new (NULL, "numeric");
  self->button = np_button_new (_ ("Name and Date of Birth Are Right"));
  self->confirmed = np_paragraph_new (NULL, "success");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->name);
  gtk_box_append (GTK_BOX (self), self->born);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), self->confirmed);
}

/**
 * np_identity_card_new:
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
np_identity_card_new (void)
{
  return g_object_new (NP_TYPE_IDENTITY_CARD, NULL);
}
