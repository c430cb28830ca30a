/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-told-row.h"
#include "np-bound.h"
#include "np-page.h"
#include "np-reveal.h"
#include "np-section.h"
#include "np-tick.h"

#include <glib/gi18n.h>

struct _NpToldRow
{
  GtkBox parent_instance;

  /* Children */
  NpTick *check;

  /* Owned */
  char *pointer;

  guint information;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpToldRow, np_told_row, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

typedef struct
{
  guint information;
  gboolean told;
} Telling;

static gboolean
tell (NpConsultation *consultation, gpointer data, GError **error)
{
  const Telling *edit = data;

  return np_consultation_tell (consultation, edit->information, edit->told, error);
}

/* What follows the last of them is read before anything is written: whoever goes on pressing Enter must not do so in a field that is out
 * of view. A label takes the focus from the window only. */
static void
read_on (NpToldRow *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (self)));

  if (!next)
    return;
  gtk_root_set_focus (gtk_widget_get_root (next), gtk_widget_get_first_child (next));
  np_reveal (next);
}

/* The next one below that was not told yet. */
static void
go_on (NpToldRow *self)
{
  for (GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self)); next; next = gtk_widget_get_next_sibling (next))
    if (NP_IS_TOLD_ROW (next) && !np_tick_get (NP_TOLD_ROW (next)->check))
      {
        gtk_widget_grab_focus (next);
        np_reveal (next);
        return;
      }
  read_on (self);
}

/* Whoever ticks with the keyboard is taken to the next one; whoever uses the pointer keeps the page still under it. */
static void
ticked_cb (NpToldRow *self, gboolean told, gboolean by_key)
{
  NpConsultation *consultation = np_page_get_consultation (np_page_of (GTK_WIDGET (self)));
  Telling *edit = g_new (Telling, 1);

  *edit = (Telling){ self->information, told };
  np_page_edit_light (GTK_WIDGET (self), tell, edit, g_free);
  if (by_key && told && np_consultation_is_told (consultation, self->information))
    go_on (self);
}

static void
np_told_row_refresh (NpBound *bound)
{
  NpToldRow *self = NP_TOLD_ROW (bound);
  NpPage *page = np_page_of (GTK_WIDGET (self));

  if (page)
    np_tick_set (self->check, np_consultation_is_told (np_page_get_consultation (page), self->information));
}

static const char *
np_told_row_get_pointer (NpBound *bound)
{
  return NP_TOLD_ROW (bound)->pointer;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_told_row_refresh;
  interface->get_pointer = np_told_row_get_pointer;
}

static gboolean
np_told_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_TOLD_ROW (widget)->check));
}

static void
np_told_row_finalize (GObject *object)
{
  g_free (NP_TOLD_ROW (object)->pointer);
  G_OBJECT_CLASS (np_told_row_parent_class)->finalize (object);
}

static void
np_told_row_class_init (NpToldRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_told_row_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = np_told_row_grab_focus;
}

static void
np_told_row_init (NpToldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "talk-card");
}

/**
 * np_told_row_new:
 * @consultation: a consultation
 * @information: position of an entry that applies
 *
 * Returns: (transfer floating): the entry in the patient's language
 */
GtkWidget *
np_told_row_new (NpConsultation *consultation, guint information)
{
  const NpInformation *entry = &np_consultation_get_catalog (consultation)->information[information];
  const NpLanguage *language = np_consultation_get_language (consultation);
  NpToldRow *self = g_object_new (NP_TYPE_TOLD_ROW, NULL);
  const char *title = np_language_say (language, &entry->title);
  /* Translators: the check below something the patient is told; %s is its title */
  g_autofree char *name = g_strdup_printf (_ ("Told: %s"), title);

  self->information = information;
  self->pointer = g_strdup_printf ("/disclosure/told/%s", entry->id);
  self->check = NP_TICK (np_tick_new (C_ ("check", "Told"), name));
  g_signal_connect_swapped (self->check, "ticked", G_CALLBACK (ticked_cb), self);
  gtk_box_append (GTK_BOX (self), np_heading_new (title, "heading"));
  gtk_box_append (GTK_BOX (self), np_paragraphs_new (np_language_say (language, &entry->text)));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->check));
  return GTK_WIDGET (self);
}
