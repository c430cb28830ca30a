/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-anaesthetic.h"
#include "np-bound.h"
#include "np-choice.h"
#include "np-field-entry.h"
#include "np-interface-language.h"
#include "np-page.h"
#include "np-section.h"
#include "np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpAnaesthetic
{
  GtkBox parent_instance;

  /* Children */
  NpChoice *choice;
  GtkWidget *check;
  GtkWidget *amounts;

  /* Borrowed */
  const NpCatalog *catalog;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpAnaesthetic,
                               np_anaesthetic,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static const char *const amount_pointers[] = { "/plan/anaesthetic_grams", "/plan/anaesthetic_area_cm2",
                                               "/plan/anaesthetic_minutes" };

/* Amounts of a cream that is not used any more would still be read: they go with it. */
static gboolean
choose (NpConsultation *consultation, gpointer data, GError **error)
{
  const char *id = data;
  const NpCatalog *catalog = np_consultation_get_catalog (consultation);

  if (!np_consultation_set_string (consultation, "/plan/anaesthetic", id, error))
    return FALSE;
  if (np_catalog_find_anaesthetic (catalog, id) > 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (amount_pointers); i++)
    if (np_consultation_get (consultation, amount_pointers[i]) &&
        !np_consultation_set (consultation, amount_pointers[i], NULL, error))
      return FALSE;
  return TRUE;
}

static void
chosen_cb (NpAnaesthetic *self)
{
  np_page_edit (GTK_WIDGET (self), choose, g_strdup (np_choice_get (self->choice)), g_free);
}

static void
np_anaesthetic_refresh (NpBound *bound)
{
  NpAnaesthetic *self = NP_ANAESTHETIC (bound);
  const char *id = np_bound_get_string (bound);
  int chosen = id && self->catalog ? np_catalog_find_anaesthetic (self->catalog, id) : -1;

  np_choice_set (self->choice, id);
  gtk_widget_set_visible (self->amounts, chosen > 0);
  gtk_widget_set_visible (self->check, chosen >= 0);
  if (chosen >= 0)
    gtk_label_set_text (GTK_LABEL (self->check),
                        np_language_say (np_interface_language (), &self->catalog->anaesthetics[chosen].check));
  np_fields_refresh (self->amounts);
}

static const char *
np_anaesthetic_get_pointer (NpBound *bound)
{
  return "/plan/anaesthetic";
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_anaesthetic_refresh;
  interface->get_pointer = np_anaesthetic_get_pointer;
}

static gboolean
np_anaesthetic_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_ANAESTHETIC (widget)->choice));
}

static void
np_anaesthetic_class_init (NpAnaestheticClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_anaesthetic_grab_focus;
}

static GtkWidget *
make_amount (const char *label, const char *pointer)
{
  return g_object_new (NP_TYPE_FIELD_ENTRY, "label", label, "pointer", pointer, "numeric", TRUE, NULL);
}

static void
np_anaesthetic_init (NpAnaesthetic *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  /* Translators: name of a choice */
  self->choice = NP_CHOICE (np_choice_new (_ ("Numbing cream")));
  self->check = np_paragraph_new (NULL, "dim-label");
  self->amounts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->amounts, np_wrap_layout_new (0));
  gtk_widget_add_css_class (GTK_WIDGET (self->choice), "pad");
  gtk_widget_add_css_class (self->check, "pad");
  gtk_widget_add_css_class (self->check, "caption");
  gtk_box_append (GTK_BOX (self->amounts), make_amount (_ ("Amount of cream in grams (optional)"), amount_pointers[0]));
  gtk_box_append (GTK_BOX (self->amounts), make_amount (_ ("Area of skin in cm² (optional)"), amount_pointers[1]));
  gtk_box_append (GTK_BOX (self->amounts), make_amount (_ ("Time on the skin in minutes (optional)"), amount_pointers[2]));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), self->amounts);
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
}

/**
 * np_anaesthetic_new:
 *
 * Returns: (transfer floating): the choice, to be put into a page
 */
GtkWidget *
np_anaesthetic_new (void)
{
  return g_object_new (NP_TYPE_ANAESTHETIC, NULL);
}

/**
 * np_anaesthetic_set_catalog:
 * @self: the choice
 * @catalog: what there is to choose from; outlives it
 */
void
np_anaesthetic_set_catalog (NpAnaesthetic *self, const NpCatalog *catalog)
{
  g_return_if_fail (NP_IS_ANAESTHETIC (self) && catalog);

  self->catalog = catalog;
  np_choice_clear (self->choice);
  for (guint i = 0; i < catalog->n_anaesthetics; i++)
    np_choice_add (self->choice, catalog->anaesthetics[i].id,
                   np_language_say (np_interface_language (), &catalog->anaesthetics[i].name), 0);
}
