/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-practitioner-row.h"
#include "np-bound.h"
#include "np-clinic-copy.h"
#include "np-combo.h"
#include "np-page.h"
#include "np-section.h"

#include <glib/gi18n.h>

struct _NpPractitionerRow
{
  AdwBin parent_instance;

  /* Children */
  NpCombo *combo;

  /* Owned: the clinic as read last; practitioners that the combo shows */
  NpClinic *clinic;
};

static void bound_init (NpBoundInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NpPractitionerRow,
                               np_practitioner_row,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (NP_TYPE_BOUND, bound_init))

static const NpPractitioner *
chosen (NpPractitionerRow *self)
{
  const char *id = np_combo_get (self->combo);

  return id ? np_clinic_find (self->clinic, id) : NULL;
}

static void
chosen_cb (NpPractitionerRow *self)
{
  const NpPractitioner *practitioner = chosen (self);

  np_page_set_node (GTK_WIDGET (self), "/practitioner",
                    practitioner ? np_clinic_practitioner_node (practitioner) : NULL);
}

/* The clinic's list may have changed since the page was last in front. */
static void
read_clinic (NpPractitionerRow *self)
{
  g_autofree char *archive = np_clinic_default_archive ();
  NpClinic *clinic = np_clinic_load (archive, NULL);

  g_clear_pointer (&self->clinic, np_clinic_free);
  self->clinic = clinic ? clinic : np_clinic_new ();
  np_combo_clear (self->combo);
  for (guint i = 0; i < self->clinic->practitioners->len; i++)
    {
      const NpPractitioner *practitioner = g_ptr_array_index (self->clinic->practitioners, i);
      g_autofree char *words = g_strdup_printf ("%s, %s", practitioner->name, practitioner->role);
      if (!practitioner->retired)
        np_combo_add (self->combo, practitioner->id, words);
    }
}

static void
np_practitioner_row_map (GtkWidget *widget)
{
  read_clinic (NP_PRACTITIONER_ROW (widget));
  np_bound_refresh (NP_BOUND (widget));
  GTK_WIDGET_CLASS (np_practitioner_row_parent_class)->map (widget);
}

static void
np_practitioner_row_refresh (NpBound *bound)
{
  JsonNode *node = np_bound_get_node (bound);
  const char *id =
    node ? json_object_get_string_member_with_default (json_node_get_object (node), "id", NULL) : NULL;

  np_combo_set (NP_PRACTITIONER_ROW (bound)->combo, id);
}

static const char *
np_practitioner_row_get_pointer (NpBound *bound)
{
  return "/practitioner";
}

static void
bound_init (NpBoundInterface *interface)
{
  interface->refresh = np_practitioner_row_refresh;
  interface->get_pointer = np_practitioner_row_get_pointer;
}

static gboolean
np_practitioner_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NP_PRACTITIONER_ROW (widget)->combo));
}

static void
np_practitioner_row_finalize (GObject *object)
{
  g_clear_pointer (&NP_PRACTITIONER_ROW (object)->clinic, np_clinic_free);
  G_OBJECT_CLASS (np_practitioner_row_parent_class)->finalize (object);
}

static void
np_practitioner_row_class_init (NpPractitionerRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = np_practitioner_row_finalize;
  GTK_WIDGET_CLASS (class)->map = np_practitioner_row_map;
  GTK_WIDGET_CLASS (class)->grab_focus = np_practitioner_row_grab_focus;
}

static void
np_practitioner_row_init (NpPractitionerRow *self)
{
  self->clinic = np_clinic_new ();
  self->combo = NP_COMBO (np_combo_new (_ ("Practitioner who treats or supervises"), NULL));
  g_signal_connect_swapped (self->combo, "chosen", G_CALLBACK (chosen_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->combo));
}

/**
 * np_practitioner_row_new:
 *
 * Returns: (transfer floating): a row that sets the document's practitioner
 */
GtkWidget *
np_practitioner_row_new (void)
{
  return g_object_new (NP_TYPE_PRACTITIONER_ROW, NULL);
}
