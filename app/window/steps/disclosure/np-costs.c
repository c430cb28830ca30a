/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-costs.h"
#include "np-bound.h"
#include "np-course-price.h"
#include "np-field-entry.h"
#include "np-page.h"

#include <glib/gi18n.h>

#define POINTER "/disclosure/costs"

struct _NpCosts
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget *session;
  GtkWidget *course;
  GtkWidget *note;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpCosts, np_costs, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

/* Said, not filled in: a course may cost less than its sessions. */
static char *
course_hint (NpConsultation *consultation)
{
  const char *session = np_consultation_get_string (consultation, POINTER "/session");
  int sessions = (int) np_consultation_get_int (consultation, "/plan/sessions", 0);
  g_autofree char *price = session ? np_course_price (session, sessions) : NULL;

  if (!price)
    return NULL;
  /* Translators: below the entry for the price of a course: the number of sessions, what they come to as "720 EUR" */
  return g_strdup_printf (ngettext ("%d session as planned: %s.", "%d sessions as planned: %s.", (gulong) sessions), sessions, price);
}

static void
np_costs_refresh (NpBound *bound)
{
  NpCosts *self = NP_COSTS (bound);
  NpPage *page = np_page_of (GTK_WIDGET (self));
  g_autofree char *hint = page ? course_hint (np_page_get_consultation (page)) : NULL;

  np_bound_refresh (NP_BOUND (self->session));
  np_bound_refresh (NP_BOUND (self->course));
  np_bound_refresh (NP_BOUND (self->note));
  g_object_set (self->course, "hint", hint, NULL);
}

static const char *
np_costs_get_pointer (NpBound *bound)
{
  return POINTER;
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_costs_refresh;
  interface->get_pointer = np_costs_get_pointer;
}

static gboolean
np_costs_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NP_COSTS (widget)->session);
}

static void
np_costs_class_init (NpCostsClass *class)
{
  GTK_WIDGET_CLASS (class)->grab_focus = np_costs_grab_focus;
}

static void
np_costs_init (NpCosts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  /* Translators: label of an entry: the price of one session */
  self->session = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("One session"), "pointer", POINTER "/session", "hint",
                                /* Translators: below the entry for a price; an example of an amount */
                                _ ("The amount with its currency, as in 180 EUR."), NULL);
  self->course = np_field_entry_new (_ ("The whole course"), POINTER "/course");
  /* Translators: label of an entry: a note on the price */
  self->note = g_object_new (NP_TYPE_FIELD_ENTRY, "label", _ ("Note"), "pointer", POINTER "/note", "hint",
                             _ ("What the price includes, further sessions, care if something goes wrong."), NULL);
  gtk_box_append (GTK_BOX (self), self->session);
  gtk_box_append (GTK_BOX (self), self->course);
  gtk_box_append (GTK_BOX (self), self->note);
}

/**
 * np_costs_new:
 *
 * Returns: (transfer floating): the entries for what it costs
 */
GtkWidget *
np_costs_new (void)
{
  return g_object_new (NP_TYPE_COSTS, NULL);
}
