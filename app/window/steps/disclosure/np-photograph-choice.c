/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-photograph-choice.h"
#include "np-bound.h"
#include "np-choice.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpPhotographChoice
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *choice;

  /* Owned */
  char *pointer;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpPhotographChoice,
                               np_photograph_choice,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static void
chosen_cb (NpPhotographChoice *self)
{
  const char *chosen = np_choice_get (NP_CHOICE (self->choice));

  if (chosen)
    np_page_set_bool (GTK_WIDGET (self), self->pointer, g_str_equal (chosen, "yes"));
}

static void
np_photograph_choice_refresh (NpBound *bound)
{
  NpPhotographChoice *self = NP_PHOTOGRAPH_CHOICE (bound);
  JsonNode *node = np_bound_get_node (bound);

  np_choice_set (NP_CHOICE (self->choice), !node ? NULL : json_node_get_boolean (node) ? "yes" : "no");
}

static const char *
np_photograph_choice_get_pointer (NpBound *bound)
{
  return NP_PHOTOGRAPH_CHOICE (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_photograph_choice_refresh;
  interface->get_pointer = np_photograph_choice_get_pointer;
}

static gboolean
np_photograph_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_PHOTOGRAPH_CHOICE (widget)->choice);
}

static void
np_photograph_choice_finalize (GObject *object)
{
  g_free (NP_PHOTOGRAPH_CHOICE (object)->pointer);
  G_OBJECT_CLASS (np_photograph_choice_parent_class)->finalize (object);
}

static void
np_photograph_choice_class_init (NpPhotographChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_photograph_choice_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_photograph_choice_grab_focus;
}

static void
np_photograph_choice_init (NpPhotographChoice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pad");
}

/**
 * np_photograph_choice_new:
 * @consultation: a consultation
 * @use: what the photographs would be used for
 *
 * Returns: (transfer floating): the question in the patient's language, with yes and no
 */
GtkWidget *
np_photograph_choice_new (NpConsultation *consultation, const NpItem *use)
{
  NpPhotographChoice *self = g_object_new (NP_TYPE_PHOTOGRAPH_CHOICE, NULL);
  const char *ask = np_language_say (np_consultation_get_language (consultation), &use->text);

  self->pointer = g_strdup_printf ("/disclosure/photographs/%s", use->id);
  self->choice = np_choice_new (ask);
  np_choice_add (NP_CHOICE (self->choice), "yes", C_ ("answer", "Yes"), 'y');
  np_choice_add (NP_CHOICE (self->choice), "no", C_ ("answer", "No"), 'n');
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self), np_paragraph_new (ask, NULL));
  gtk_box_append (GTK_BOX (self), self->choice);
  return GTK_WIDGET (self);
}
